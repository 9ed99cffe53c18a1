/* The bar on top: the sandbox's clock and its steps, the connection, the theme. */

import { api } from "./api.js";
import { clockTime, fromZoned, fullMoment, shortDay, zoneName, zoned } from "./format.js";
import { fill, h, icon, iconButton } from "./dom.js";
import { openDialog, toast } from "./sheet.js";
import { words } from "./words.js";
import { world } from "./world.js";

const HOUR = 3600;
const DAY = 24 * HOUR;

export class Bar {
  constructor() {
    this.time = h("div", { class: "clock-time" });
    this.day = h("div", { class: "clock-day" });
    this.steps = h(
      "div",
      { class: "clock-steps", role: "group", "aria-label": words.clock },
      h("button", { type: "button", class: "button small", onclick: () => this.move({ advance_seconds: HOUR }) }, words.hour),
      h("button", { type: "button", class: "button small", onclick: () => this.move({ advance_seconds: DAY }) }, words.day),
      h("button", { type: "button", class: "button small", onclick: () => this.openUntil() }, words.until),
    );
    this.clock = h("div", { class: "clock", role: "group", "aria-label": words.clock }, h("div", { class: "clock-face" }, icon("clock"), h("div", {}, this.time, this.day)), this.steps);
    this.live = h("div", { class: "live", role: "status", "data-state": "wait" }, h("span", {}, words.live.wait));
    this.element = h(
      "header",
      { class: "bar" },
      h("div", { class: "brand" }, h("span", { class: "brand-mark" }, icon("phone")), h("div", {}, h("h1", {}, words.title), h("p", {}, words.subtitle))),
      this.clock,
      h("div", { class: "bar-end" }, this.live, iconButton("moon", words.theme, turnTheme, { class: "theme" })),
    );
    drawTheme(this.element);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawTheme(this.element));
    setInterval(() => this.draw(), 1000);
  }

  draw() {
    if (!world.ready) return;
    const now = world.now();
    const time = clockTime(now);
    if (this.time.textContent !== time) this.time.textContent = time;
    const day = shortDay(now);
    if (this.day.dataset.day === day + zoneName()) return;
    this.day.dataset.day = day + zoneName();
    fill(this.day, day, h("span", { class: "clock-zone" }, `, ${zoneName()}`));
  }

  connection(state) {
    this.live.dataset.state = state;
    this.live.title = words.live[state];
    fill(this.live, h("span", {}, words.live[state]));
  }

  async move(change) {
    this.clock.classList.add("moving");
    for (const button of this.steps.children) button.disabled = true;
    const focused = document.activeElement;
    try {
      world.setClock(await api.clock(change));
      toast(document.body, words.clockMoved(fullMoment(world.now())));
      return null;
    } catch (problem) {
      toast(document.body, words.problem(problem.message));
      return problem;
    } finally {
      this.clock.classList.remove("moving");
      for (const button of this.steps.children) button.disabled = false;
      if (document.activeElement === document.body) focused?.focus?.();
    }
  }

  openUntil() {
    const now = world.now();
    const field = h("input", { class: "input", type: "datetime-local", required: true, "data-focus": true, value: zoned(now + HOUR), min: zoned(now) });
    const problem = h("p", { class: "problem", role: "alert" });
    const today = zoned(now).slice(0, 10);
    const tomorrow = zoned(fromZoned(`${today}T12:00`) + DAY).slice(0, 10);
    const presets = [
      [words.presets.evening, `${today}T19:00`],
      [words.presets.morning, `${tomorrow}T08:00`],
      [words.presets.week, zoned(now + 7 * DAY)],
    ].filter(([, wall]) => fromZoned(wall) > now);
    const submit = (event) => {
      event.preventDefault();
      if (!field.value) problem.textContent = words.untilEmpty;
      else if (fromZoned(field.value.slice(0, 16)) <= world.now()) problem.textContent = words.untilPast;
      else {
        dialog.close();
        void this.move({ to: fromZoned(field.value.slice(0, 16)) });
      }
    };
    const dialog = openDialog({
      title: words.untilTitle,
      body: h(
        "form",
        { class: "form", onsubmit: submit, novalidate: true },
        h("div", { class: "presets" }, presets.map(([label, wall]) => h("button", { type: "button", class: "button small", onclick: () => (field.value = wall) }, label))),
        h("label", { class: "field" }, h("span", {}, `${words.untilField} (${zoneName()})`), field),
        h("p", { class: "hint" }, words.untilHint),
        problem,
        h("button", { class: "button main wide" }, words.untilGo),
      ),
    });
  }
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function turnTheme(event) {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem("sandbox.theme", theme);
  } catch {
    /* the choice lasts until the page is closed */
  }
  drawTheme(event.currentTarget.closest(".bar"));
}

function drawTheme(bar) {
  const button = bar.querySelector(".theme");
  button.setAttribute("aria-pressed", String(isDark()));
  fill(button, icon(isDark() ? "sun" : "moon"));
}
