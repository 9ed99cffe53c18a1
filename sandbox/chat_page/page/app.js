/* The page: puts the bar, the people and the phones together and keeps them fresh. */

import { Bar } from "./bar.js";
import { People, addPersonDialog } from "./people.js";
import { Phone } from "./phone.js";
import { fill, h, icon } from "./dom.js";
import { fullName } from "./format.js";
import { layout } from "./layout.js";
import { listen } from "./live.js";
import { personAvatar } from "./parts.js";
import { words } from "./words.js";
import { world } from "./world.js";

const STARTERS = 9;
const phones = new Map();
const bar = new Bar();
const people = new People(openPhone);
const welcome = h("section", { class: "welcome" });
const stage = h("main", { class: "stage", id: "stage", tabindex: "-1" }, welcome);
const app = h("div", { class: "app" }, bar.element, people.element, stage);

function openPhone(person) {
  layout.open(person);
  const phone = phones.get(person);
  phone.element.scrollIntoView({ inline: "nearest", block: "nearest" });
  phone.focus();
  phone.draw();
}

function drawStage() {
  if (!world.ready) return;
  app.dataset.view = layout.view;
  const open = layout.phones.filter((one) => world.people.has(one.person)).map((one) => one.person);
  for (const [person, phone] of phones) {
    if (open.includes(person)) continue;
    phone.destroy();
    phones.delete(person);
  }
  for (const person of open) {
    if (!phones.has(person)) {
      phones.set(person, new Phone(person));
      stage.append(phones.get(person).element);
    }
    phones.get(person).element.classList.toggle("active", person === layout.active);
    phones.get(person).draw();
  }
  drawWelcome(open.length === 0);
}

function drawWelcome(visible) {
  welcome.hidden = !visible;
  if (!visible) return;
  const starters = oneOfEach([...world.people.values()]).slice(0, STARTERS);
  const mark = JSON.stringify(starters);
  if (welcome.mark === mark) return;
  welcome.mark = mark;
  const add = h("button", { type: "button", class: "button main", onclick: () => addPersonDialog(openPhone) }, icon("plus"), words.addPerson);
  fill(
    welcome,
    h("h2", {}, words.welcomeTitle),
    h("p", {}, words.welcomeText),
    h("ol", { class: "steps" }, words.steps.map(([mark_, title, text]) => h("li", { class: "step" }, h("span", { class: "step-mark" }, icon(mark_)), h("h3", {}, title), h("p", {}, text)))),
    starters.length > 0
      ? h("div", { class: "starters" }, h("h3", {}, words.starters), h("div", { class: "starter-list" }, starters.map(starter)))
      : h("div", {}, add),
  );
}

/** One teacher is enough to begin with: the first of each kind, as the word before the comma names it. */
function oneOfEach(everybody) {
  const kinds = new Set();
  return everybody.filter((person) => {
    const kind = person.role?.split(",")[0] ?? person.id;
    if (kinds.has(kind)) return false;
    kinds.add(kind);
    return true;
  });
}

function starter(person) {
  return h("button", { type: "button", class: "starter", onclick: () => openPhone(person.id) }, personAvatar(person, "small"), h("span", {}, h("b", { dir: "auto" }, fullName(person)), person.role && h("small", { dir: "auto" }, person.role)));
}

function refresh(topics) {
  if (topics.has("clock")) bar.draw();
  if (topics.has("people") || topics.has("bot") || topics.has("clock")) {
    layout.keep((person) => world.people.has(person));
    people.draw();
    drawStage();
    return;
  }
  for (const topic of topics) {
    const chat = Number(topic.split(":")[1]);
    for (const phone of phones.values()) if (phone.shown === chat || phone.shown === null) phone.draw();
  }
}

async function start() {
  document.body.prepend(h("a", { class: "skip", href: "#stage" }, words.skip));
  document.body.append(app);
  app.dataset.view = layout.view;
  world.subscribe(refresh);
  layout.subscribe(() => {
    people.draw();
    drawStage();
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && drawStage());
  const since = await loadPatiently();
  listen({
    since,
    heard: (name, data, id) => world.heard(name, data, id),
    state: (state) => {
      world.live = state === "on";
      bar.connection(state);
    },
    again: () => void loadPatiently(),
  });
}

const PAUSE = 1000;

async function loadPatiently() {
  for (;;) {
    try {
      return await world.load();
    } catch {
      bar.connection("off");
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

void start();
