/* Below the messages: the field of writing with its buttons, the reply keyboard, Start, unblock, or «only reading». */

import { api } from "./api.js";
import { askForButton } from "./asking.js";
import { attachFiles, openAttachMenu } from "./attach.js";
import { fill, h, icon, iconButton } from "./dom.js";
import { mayWrite, openWebPage } from "./links.js";
import { replyKeyboard } from "./keyboards.js";
import { summary } from "./parts.js";
import { words } from "./words.js";
import { world } from "./world.js";

const drafts = new Map();

export class Composer {
  constructor(view) {
    this.view = view;
    this.mode = null;
    this.putAway = null;
    this.drawnKeyboard = "";
    this.field = h("textarea", {
      class: "field-of-writing", rows: "1", "aria-label": words.message, placeholder: words.message, dir: "auto",
      oninput: () => this.typed(),
      onkeydown: (event) => this.key(event),
      onpaste: (event) => event.clipboardData?.files.length && (event.preventDefault(), attachFiles(view, [...event.clipboardData.files])),
    });
    this.context = h("div", { class: "context", hidden: true });
    this.commands = h("div", { class: "command-list scroll", role: "group", "aria-label": words.commands, hidden: true, onkeydown: (event) => this.commandKey(event) });
    this.menu = h("button", { type: "button", class: "menu-button", "aria-haspopup": "true", "aria-expanded": "false", onclick: () => this.pressMenu() });
    this.attach = iconButton("attach", words.attach, () => openAttachMenu(view, this.attach), { "aria-haspopup": "menu", "aria-expanded": "false" });
    this.toggle = iconButton("keyboard", words.showKeyboard, () => this.toggleKeyboard(), { hidden: true });
    this.sendButton = iconButton("send", words.send, () => this.submit(), { class: "send" });
    this.keys = h("div", { class: "keys", hidden: true });
    this.writing = h("div", { class: "writing" }, this.commands, this.context, h("div", { class: "writing-row" }, this.menu, this.attach, this.field, this.toggle, this.sendButton), this.keys);
    this.instead = h("div", { class: "instead", hidden: true });
    this.element = h("footer", { class: "composer" }, this.writing, this.instead);
    this.field.value = drafts.get(view.thread.key) ?? "";
    this.fit();
  }

  keepDraft() {
    if (this.mode?.kind !== "edit") drafts.set(this.view.thread.key, this.field.value);
  }

  draw() {
    const instead = this.whatInstead();
    if (this.insteadKind !== instead?.kind) {
      const hadFocus = this.element.contains(document.activeElement);
      this.insteadKind = instead?.kind;
      fill(this.instead, instead?.node);
      this.writing.hidden = Boolean(instead);
      this.instead.hidden = !instead;
      if (hadFocus) (instead ? this.instead.querySelector("button") : this.field)?.focus({ preventScroll: true });
    }
    this.drawMenu();
    this.drawKeyboard();
    this.sendButton.disabled = this.field.value.trim() === "";
  }

  whatInstead() {
    const { viewer, chat } = this.view;
    if (chat < 0) {
      const room = world.chats.get(chat);
      return !room || mayWrite(viewer, room) ? null : { kind: "reader", node: h("p", { class: "read-only" }, words.readOnly) };
    }
    const person = world.people.get(viewer);
    if (person?.deactivated) return { kind: "gone", node: h("p", { class: "read-only" }, words.gone) };
    const button = (kind, label, call) => ({ kind, node: h("button", { type: "button", class: "button main wide", onclick: () => void this.view.act(call()) }, label) });
    if (person?.blocked) return button("blocked", words.unblock, () => api.unblock(viewer));
    if (person && !person.started) return button("start", words.start, () => api.start(viewer));
    return null;
  }

  drawMenu() {
    const button = this.menuKind();
    this.menu.hidden = !button;
    const mark = JSON.stringify(button);
    if (!button || this.drawnMenu === mark) return;
    this.drawnMenu = mark;
    fill(this.menu, icon("menu"), h("span", {}, button.text ?? words.menu));
  }

  menuKind() {
    if (this.view.chat < 0) return null;
    const person = world.people.get(this.view.viewer);
    const given = person?.menu_button ?? world.bot.menu_button;
    if (given?.type === "web_app") return given;
    return this.commandsHere().length ? { type: "commands" } : null;
  }

  commandsHere() {
    return world.people.get(this.view.viewer)?.commands ?? world.bot.commands ?? [];
  }

  pressMenu() {
    const kind = this.menuKind();
    if (kind?.type === "web_app") openWebPage(kind.web_app.url);
    else if (this.commands.hidden) this.showCommands(this.commandsHere(), true);
    else this.hideCommands();
  }

  showCommands(commands, focus) {
    this.commands.hidden = commands.length === 0;
    this.menu.setAttribute("aria-expanded", String(!this.commands.hidden));
    fill(
      this.commands,
      commands.map(({ command, description }) =>
        h("button", { type: "button", class: "command", onclick: () => this.sendCommand(`/${command}`) }, h("span", {}, description), h("b", {}, `/${command}`)),
      ),
    );
    if (focus) this.commands.firstElementChild?.focus();
  }

  hideCommands() {
    this.commands.hidden = true;
    this.menu.setAttribute("aria-expanded", "false");
  }

  commandKey(event) {
    const buttons = [...this.commands.children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      event.stopPropagation();
      this.hideCommands();
      this.field.focus();
    } else if (step) {
      event.preventDefault();
      buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length].focus();
    }
  }

  sendCommand(text) {
    this.hideCommands();
    this.field.value = "";
    this.field.focus({ preventScroll: true });
    this.view.sendCommand(text);
    this.draw();
  }

  drawKeyboard() {
    const keyboard = this.view.thread.keyboard;
    const usable = Boolean(keyboard?.keyboard);
    this.field.placeholder = keyboard?.placeholder || words.message;
    this.toggle.hidden = !usable;
    const shown = usable && this.putAway !== keyboard.message_id;
    this.keys.hidden = !shown;
    const label = shown ? words.hideKeyboard : words.showKeyboard;
    this.toggle.setAttribute("aria-label", label);
    this.toggle.title = label;
    this.toggle.setAttribute("aria-pressed", String(shown));
    const mark = JSON.stringify(keyboard);
    if (mark === this.drawnKeyboard) return;
    this.drawnKeyboard = mark;
    const hadFocus = this.keys.contains(document.activeElement);
    fill(this.keys, usable && replyKeyboard(keyboard, (button) => void this.press(button)));
    if (hadFocus) (this.keys.querySelector("button") ?? this.field).focus({ preventScroll: true });
    if (keyboard?.force_reply) this.forceReply(keyboard.message_id);
  }

  /** The bot wants an answer to this message; other phones keep the focus, and the message may still be on its way. */
  forceReply(id) {
    const message = this.view.find(id);
    if (message) this.enterMode({ kind: "reply", message }, this.view.phone.element.contains(document.activeElement));
    else this.drawnKeyboard = "";
  }

  toggleKeyboard() {
    const id = this.view.thread.keyboard.message_id;
    this.putAway = this.putAway === id ? null : id;
    this.drawKeyboard();
  }

  async press(button) {
    const { view } = this;
    if (button.web_app) return openWebPage(button.web_app.url);
    const extra = await askForButton(view, button);
    if (!extra) return undefined;
    const keyboard = view.thread.keyboard;
    const done = await view.act(api.press(view.viewer, view.chat, button.text, extra));
    if (done && keyboard?.one_time) {
      this.putAway = keyboard.message_id;
      this.drawKeyboard();
      this.field.focus({ preventScroll: true });
    }
    return undefined;
  }

  typed() {
    this.fit();
    const command = /^\/([a-z0-9_]*)$/i.exec(this.field.value);
    if (command) this.showCommands(this.commandsHere().filter((one) => one.command.startsWith(command[1].toLowerCase())), false);
    else this.hideCommands();
    this.sendButton.disabled = this.field.value.trim() === "";
  }

  fit() {
    this.field.style.height = "auto";
    if (this.field.scrollHeight) this.field.style.height = `${Math.min(this.field.scrollHeight, 132)}px`;
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      void this.submit();
    } else if (event.key === "Escape" && (this.mode || !this.commands.hidden)) {
      event.stopPropagation();
      this.hideCommands();
      this.leaveMode();
    } else if (event.key === "ArrowDown" && !this.commands.hidden) {
      event.preventDefault();
      this.commands.firstElementChild?.focus();
    } else if (event.key === "ArrowUp" && this.field.value === "" && !this.mode) {
      const own = this.view.thread.messages.findLast((one) => one.mine && one.text);
      if (own) this.change(own);
    }
  }

  replyTo(message) {
    if (message) this.enterMode({ kind: "reply", message });
  }

  change(message) {
    this.keepDraft();
    this.enterMode({ kind: "edit", message });
    this.field.value = message.text ?? message.caption ?? "";
    this.typed();
  }

  enterMode(mode, focus = true) {
    this.mode = mode;
    const title = mode.kind === "edit" ? words.editing : `${words.replying}: ${mode.message.from?.name ?? ""}`;
    fill(this.context, icon(mode.kind), h("span", { class: "context-text" }, h("b", {}, title), h("span", {}, summary(mode.message))), iconButton("close", words.cancel, () => this.leaveMode()));
    this.context.hidden = false;
    this.sendButton.setAttribute("aria-label", mode.kind === "edit" ? words.save : words.send);
    if (focus) this.field.focus({ preventScroll: true });
  }

  leaveMode() {
    if (this.mode?.kind === "edit") this.field.value = drafts.get(this.view.thread.key) ?? "";
    this.mode = null;
    this.context.hidden = true;
    this.sendButton.setAttribute("aria-label", words.send);
    this.field.focus({ preventScroll: true });
    this.typed();
  }

  async submit() {
    const text = this.field.value;
    const { view, mode } = this;
    if (!text.trim()) return;
    if (mode?.kind !== "edit") drafts.delete(view.thread.key);
    this.field.value = "";
    if (mode) this.leaveMode();
    this.typed();
    view.stuck = true;
    const call = mode?.kind === "edit" ? api.edit(view.viewer, view.chat, mode.message.id, text) : api.send(view.viewer, view.chat, text, mode?.message.id);
    if ((await view.act(call)) === null && this.field.value === "") {
      this.field.value = text;
      this.typed();
    }
  }
}
