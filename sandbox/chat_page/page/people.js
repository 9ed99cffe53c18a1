/* The people on the left: who they are, what they last heard, how much they have not read. */

import { api } from "./api.js";
import { inventPhone } from "./asking.js";
import { fullName } from "./format.js";
import { h, icon, iconButton, reconcile } from "./dom.js";
import { layout } from "./layout.js";
import { listTime, personAvatar, previewLine } from "./parts.js";
import { openDialog } from "./sheet.js";
import { words } from "./words.js";
import { world } from "./world.js";

export class People {
  /** `open(person)` brings a person's phone to the stage. */
  constructor(open) {
    this.open = open;
    this.filter = "";
    this.list = h("ul", { class: "people-list scroll" });
    this.none = h("p", { class: "people-none", hidden: true });
    this.field = h("input", { class: "input", type: "search", "aria-label": words.search, placeholder: words.search, oninput: () => this.search() });
    this.element = h(
      "nav",
      { class: "people", "aria-label": words.people },
      h("header", { class: "people-head" }, h("h2", {}, words.people), iconButton("plus", words.addPerson, () => addPersonDialog(open))),
      h("div", { class: "people-search" }, icon("search"), this.field),
      h("p", { class: "people-hint" }, words.peopleHint),
      this.none,
      this.list,
    );
  }

  search() {
    this.filter = fold(this.field.value);
    this.draw();
  }

  draw() {
    const rows = [...world.people.values()].map(row).filter((one) => fold(`${one.name} ${one.role ?? ""}`).includes(this.filter));
    this.none.hidden = !world.ready || rows.length > 0;
    this.none.textContent = this.filter ? words.nobodyFound : words.nobodyYet;
    reconcile(this.list, rows, { key: (one) => one.id, signature: JSON.stringify, make: (one) => this.button(one) });
  }

  button(one) {
    const person = world.people.get(one.id);
    return h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: `person ${one.open ? "open" : ""}`, "data-person": one.id, onclick: () => this.open(one.id) },
        personAvatar(person),
        h(
          "span",
          { class: "person-text" },
          h("span", { class: "person-name", dir: "auto" }, one.name),
          one.role && h("span", { class: "person-role", dir: "auto" }, one.role),
          h("span", { class: "person-last", dir: "auto" }, one.line),
          one.open && h("span", { class: "visually-hidden" }, `, ${words.personOpen}`),
        ),
        h("span", { class: "person-side" }, one.time, one.unread > 0 && h("span", { class: "badge" }, String(one.unread), h("span", { class: "visually-hidden" }, ` ${words.unreadCount(one.unread)}`))),
      ),
    );
  }
}

function row(person) {
  const rooms = [person.id, ...world.chatsOf(person.id).map((chat) => chat.id)].map((id) => world.previews.get(id)).filter(Boolean);
  const last = rooms.sort((a, b) => b.date - a.date)[0];
  return {
    id: person.id,
    name: fullName(person),
    role: person.role,
    line: person.blocked ? words.blocked : previewLine(last, person.id),
    time: last ? listTime(last.date) : "",
    unread: world.unreadOf(person.id),
    open: layout.isOpen(person.id),
  };
}

function fold(text) {
  return text.toLowerCase().replaceAll("ё", "е").trim();
}

export function addPersonDialog(open) {
  const first = h("input", { class: "input", type: "text", required: true, maxlength: "64", autocomplete: "off", "data-focus": true });
  const last = h("input", { class: "input", type: "text", maxlength: "64", autocomplete: "off" });
  const role = h("input", { class: "input", type: "text", maxlength: "64", autocomplete: "off", placeholder: words.roleExample });
  const problem = h("p", { class: "problem", role: "alert" });
  const submit = async (event) => {
    event.preventDefault();
    try {
      const profile = { first_name: first.value.trim(), last_name: last.value.trim() || undefined, role: role.value.trim() || undefined, phone: inventPhone() };
      const { id } = await api.addPerson(profile);
      world.people.has(id) || world.people.set(id, { id, ...profile, started: false, blocked: false, unread: {} });
      world.changed("people");
      dialog.close();
      open(id);
    } catch (refused) {
      problem.textContent = words.problem(refused.message);
    }
  };
  const dialog = openDialog({
    title: words.newPerson,
    body: h(
      "form",
      { class: "form", onsubmit: submit },
      h("label", { class: "field" }, h("span", {}, words.firstName), first),
      h("label", { class: "field" }, h("span", {}, words.lastNameOptional), last),
      h("label", { class: "field" }, h("span", {}, words.role), role),
      problem,
      h("button", { class: "button main wide" }, words.add),
    ),
  });
}
