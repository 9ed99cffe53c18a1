/* One person's phone: whose it is, and either the list of chats or one chat. */

import { ChatView } from "./chat.js";
import { api } from "./api.js";
import { chatAvatar, chatTitle, listTime, personAvatar, previewLine } from "./parts.js";
import { enter, openLinkSheet } from "./links.js";
import { fill, h, icon, iconButton, reconcile } from "./dom.js";
import { fullName } from "./format.js";
import { layout } from "./layout.js";
import { openMenu, toast } from "./sheet.js";
import { words } from "./words.js";
import { world } from "./world.js";

export class Phone {
  constructor(person) {
    this.person = person;
    this.view = null;
    this.shown = undefined;
    this.owner = h("div", { class: "owner" });
    this.more = iconButton("more", words.phoneMenu, () => this.openMenu(), { "aria-haspopup": "menu", "aria-expanded": "false" });
    this.host = h("div", { class: "screen" });
    this.announcer = h("div", { class: "visually-hidden announcer", role: "status", "aria-live": "polite" });
    this.device = h("div", { class: "device", ondragover: (event) => this.dragged(event), ondragleave: () => this.device.classList.remove("dragging"), ondrop: (event) => this.dropped(event) }, this.host, h("div", { class: "drop-hint", "aria-hidden": "true" }, words.drop));
    this.element = h(
      "article",
      { class: "phone", "data-person": person, onfocusin: () => (layout.active = person), onpointerdown: () => (layout.active = person) },
      h(
        "header",
        { class: "phone-head" },
        iconButton("back", words.toPeople, () => layout.toPeople(), { class: "to-people" }),
        this.owner,
        iconButton("link", words.openLink, () => openLinkSheet(this), { class: "enter-link" }),
        this.more,
        iconButton("close", words.closePhone, () => layout.close(person), { class: "close-phone" }),
      ),
      this.device,
      this.announcer,
    );
    this.draw();
  }

  get profile() {
    return world.people.get(this.person);
  }

  hasSeveralChats() {
    return world.chatsOf(this.person).length > 0;
  }

  draw() {
    const { profile } = this;
    if (!profile) return;
    const name = fullName(profile);
    this.element.setAttribute("aria-label", words.phoneOf(name));
    const mark = JSON.stringify([name, profile.role, profile.blocked]);
    if (this.ownerMark !== mark) {
      this.ownerMark = mark;
      const role = profile.blocked ? words.blocked : profile.role;
      fill(this.owner, personAvatar(profile, "small"), h("div", { class: "owner-text" }, h("h2", { dir: "auto" }, name), role && h("p", { dir: "auto" }, role)));
    }
    this.drawView();
  }

  drawView() {
    const chat = this.chatToShow();
    if (this.shown !== chat) {
      const hadFocus = this.host.contains(document.activeElement);
      this.view?.destroy();
      this.shown = chat;
      this.view = chat === null ? new ChatList(this) : new ChatView(this, chat);
      fill(this.host, this.view.element);
      if (hadFocus) this.focus();
    }
    this.view.draw();
  }

  /** The chat that was left open; where a group moved to, if it moved; the private chat when it is gone. */
  chatToShow() {
    const saved = layout.chatOf(this.person);
    const wanted = world.chats.get(saved)?.migrated_to ?? saved;
    const there = wanted === null || wanted === this.person || world.chatsOf(this.person).some((chat) => chat.id === wanted);
    return there ? wanted : this.person;
  }

  /** The focus goes where the person would act next. */
  focus() {
    const target = this.host.querySelector(".composer textarea, .composer .instead button, .chat-row");
    const visible = Array.from(this.host.querySelectorAll(".composer textarea, .composer .instead button, .chat-row")).find((one) => one.offsetParent !== null);
    (visible ?? target)?.focus({ preventScroll: true });
  }

  back() {
    if (this.hasSeveralChats()) layout.show(this.person, null);
    else layout.toPeople();
  }

  announce(text) {
    this.announcer.textContent = `${words.phoneOf(fullName(this.profile))}. ${text}`;
  }

  openMenu() {
    const { person, profile } = this;
    const act = (call) => call.catch((problem) => toast(this.host, words.problem(problem.message)));
    const items = [{ label: words.openLink, icon: icon("link"), run: () => openLinkSheet(this) }];
    if (profile.blocked) items.push({ label: words.unblock, icon: icon("bot"), run: () => void act(api.unblock(person)) });
    else if (profile.started) items.push({ label: words.block, icon: icon("block"), danger: true, run: () => void act(api.block(person)) });
    items.push({ label: words.closePhone, icon: icon("close"), run: () => layout.close(person) });
    openMenu(this.more, items, this.element);
  }

  dragged(event) {
    event.preventDefault();
    this.device.classList.add("dragging");
  }

  dropped(event) {
    event.preventDefault();
    this.device.classList.remove("dragging");
    if (this.view instanceof ChatView && this.view.dropped(event.dataTransfer)) return;
    const text = event.dataTransfer.getData("text/uri-list") || event.dataTransfer.getData("text/plain");
    if (text && !enter(this, text)) toast(this.host, words.linkWrong);
  }

  destroy() {
    this.view?.destroy();
    this.element.remove();
  }
}

class ChatList {
  constructor(phone) {
    this.phone = phone;
    this.list = h("ul", { class: "chat-rows" });
    this.element = h("section", { class: "chat-list", "aria-label": words.chats }, h("header", { class: "chat-head" }, h("h3", {}, words.chats)), h("div", { class: "scroll" }, this.list));
  }

  draw() {
    const { person } = this.phone;
    const rows = [person, ...world.chatsOf(person).map((chat) => chat.id)].map((id) => ({
      id,
      title: chatTitle(id),
      channel: world.chats.get(id)?.type === "channel",
      line: previewLine(world.previews.get(id), person),
      time: world.previews.has(id) ? listTime(world.previews.get(id).date) : "",
      unread: world.unreadOf(person, id),
    }));
    reconcile(this.list, rows, { key: (row) => row.id, signature: JSON.stringify, make: (row) => this.row(row) });
  }

  row(row) {
    return h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: "chat-row", onclick: () => layout.show(this.phone.person, row.id) },
        chatAvatar(row.id),
        h("span", { class: "chat-row-text" }, h("b", { dir: "auto" }, row.channel && icon("channel"), row.title), h("span", { class: "chat-row-line", dir: "auto" }, row.line)),
        h("span", { class: "person-side" }, row.time, row.unread > 0 && h("span", { class: "badge" }, String(row.unread), h("span", { class: "visually-hidden" }, ` ${words.unreadCount(row.unread)}`))),
      ),
    );
  }

  destroy() {}
}
