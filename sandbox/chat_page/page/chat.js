/* One chat on one phone: header, pinned message, messages, and what stands below them. */

import { Composer } from "./composer.js";
import { api } from "./api.js";
import { attachDropped } from "./attach.js";
import { chatAvatar, chatSubtitle, chatTitle, copyText, summary } from "./parts.js";
import { chatItem } from "./message.js";
import { chatItems } from "./items.js";
import { fill, h, icon, iconButton, reconcile } from "./dom.js";
import { openAlert, toast } from "./sheet.js";
import { openLink, openWebPage } from "./links.js";
import { openMessageActions } from "./actions.js";
import { words } from "./words.js";
import { world } from "./world.js";

export class ChatView {
  /** `phone` gives the person, the host of sheets and the way back. */
  constructor(phone, chat) {
    this.phone = phone;
    this.viewer = phone.person;
    this.chat = chat;
    this.thread = world.thread(this.viewer, chat);
    this.stuck = true;
    this.missed = 0;
    this.top = 0;
    this.reading = false;
    this.drawn = false;
    this.heading = h("div", { class: "chat-heading" });
    this.pinned = h("button", { type: "button", class: "pinned", hidden: true, onclick: () => this.nextPinned() });
    this.list = h("ol", { class: "messages" });
    this.earlier = h("button", { type: "button", class: "button small earlier", hidden: true, onclick: () => this.loadEarlier() }, words.earlier);
    this.intro = h("div", { class: "intro", hidden: true });
    this.log = h("div", { class: "log scroll", role: "region", "aria-label": words.messages, tabindex: "0", onscroll: () => this.scrolled() }, h("div", { class: "log-inner" }, this.earlier, this.intro, this.list));
    this.down = h("button", { type: "button", class: "to-bottom", "aria-label": words.newBelow, title: words.newBelow, hidden: true, onclick: () => this.toBottom() }, icon("down"), h("span", { class: "badge", hidden: true }));
    this.composer = new Composer(this);
    this.back = iconButton("back", words.toChats, () => phone.back(), { class: "chat-back" });
    this.element = h(
      "section",
      { class: "chat", "aria-label": chatTitle(chat) },
      h("header", { class: "chat-head" }, this.back, this.heading),
      this.pinned,
      h("div", { class: "log-frame" }, this.log, this.down),
      this.composer.element,
    );
    this.sizes = new ResizeObserver(() => this.stuck && this.toBottom());
    this.sizes.observe(this.log);
    this.sizes.observe(this.list);
    this.draw();
  }

  get host() {
    return this.phone.host;
  }

  get showsNames() {
    return world.chats.get(this.chat)?.type === "group" || world.chats.get(this.chat)?.type === "supergroup";
  }

  destroy() {
    this.sizes.disconnect();
    this.composer.keepDraft();
  }

  draw() {
    const { thread } = this;
    this.drawHeading();
    this.drawPinned();
    this.earlier.hidden = !thread.hasMore;
    this.drawIntro();
    const items = chatItems(thread.messages, world.now());
    reconcile(this.list, items, { key: (item) => item.key, signature: JSON.stringify, make: (item) => chatItem(item, this) });
    this.drawWaiting();
    this.arrive();
    this.composer.draw();
    this.answer();
    if (thread.loaded && (this.stuck || !this.drawn)) this.toBottom();
    this.drawn ||= thread.loaded;
    this.markRead();
  }

  /** Buttons whose answer has not come shimmer; the same elements, so that the focus stays. */
  drawWaiting() {
    for (const key of this.list.querySelectorAll("[data-tap]")) {
      const waits = this.thread.waiting.has(key.dataset.tap);
      if (key.classList.contains("waits") === waits) continue; // touching every key would lay out a long chat anew
      key.classList.toggle("waits", waits);
      key.setAttribute("aria-busy", String(waits));
    }
  }

  drawHeading() {
    const { typing } = this.thread;
    const subtitle = typing ? h("span", { class: "chat-typing" }, words.typing[typing.action] ?? words.typing.typing, h("i", { class: "dots", "aria-hidden": "true" })) : chatSubtitle(this.chat);
    this.back.classList.toggle("alone", !this.phone.hasSeveralChats());
    fill(this.heading, chatAvatar(this.chat, "small"), h("div", { class: "chat-names" }, h("h3", {}, chatTitle(this.chat)), h("p", {}, subtitle)));
  }

  drawPinned() {
    const known = this.thread.pinnedIds.map((id) => this.find(id)).filter(Boolean);
    this.pinned.hidden = known.length === 0;
    if (known.length === 0) return;
    const shown = known.at(-1 - ((this.pinnedTurn ?? 0) % known.length));
    this.pinned.dataset.message = shown.id;
    fill(this.pinned, icon("pin"), h("span", { class: "pinned-text" }, h("b", {}, words.pinned), h("span", {}, summary(shown))));
  }

  nextPinned() {
    this.jump(Number(this.pinned.dataset.message));
    this.pinnedTurn = (this.pinnedTurn ?? 0) + 1;
    this.drawPinned();
  }

  drawIntro() {
    const empty = this.thread.loaded && this.thread.messages.length === 0;
    this.intro.hidden = !empty;
    if (!empty) return;
    if (this.chat < 0) fill(this.intro, h("p", {}, words.noMessages));
    else fill(this.intro, chatAvatar(this.chat), world.bot.description ? [h("h4", {}, words.whatBot), h("p", {}, world.bot.description)] : h("p", {}, words.startHint));
  }

  /** What came while the phone was open: shown with a movement, said to screen readers, counted when out of sight. */
  arrive() {
    const { arrivals } = this.thread;
    if (arrivals.length === 0) return;
    this.thread.arrivals = [];
    for (const message of arrivals) this.list.querySelector(`[data-message="${message.id}"]`)?.classList.add("arrived");
    if (!this.stuck) this.missed += arrivals.length;
    const latest = arrivals.at(-1);
    this.phone.announce(arrivals.length > 1 ? words.severalNew(arrivals.length) : words.newMessage(latest.from?.name ?? "", summary(latest)));
    this.drawDown();
  }

  answer() {
    const answers = this.thread.answers.splice(0);
    for (const { text, alert, url } of answers) {
      if (text) this.phone.announce(text);
      if (text && alert) openAlert(this.host, world.bot.name, text);
      else if (text) toast(this.host, text);
      if (url) this.openLink(url);
    }
  }

  markRead() {
    const visible = document.visibilityState === "visible" && this.element.offsetParent !== null;
    if (!visible || this.reading || world.unreadOf(this.viewer, this.chat) === 0) return;
    this.reading = true;
    api
      .read(this.viewer, this.chat)
      .then(({ unread }) => world.setUnread(this.viewer, this.chat, unread))
      .catch(() => {})
      .finally(() => (this.reading = false));
  }

  /** Only a person who scrolls up leaves the newest message: pictures that load and make the chat longer do not. */
  scrolled() {
    const top = this.log.scrollTop;
    const atBottom = this.log.scrollHeight - top - this.log.clientHeight < 60;
    if (atBottom) this.stuck = true;
    else if (top < this.top - 1) this.stuck = false;
    this.top = top;
    if (this.stuck) this.missed = 0;
    this.drawDown();
  }

  drawDown() {
    const hadFocus = document.activeElement === this.down;
    this.down.hidden = this.stuck;
    this.down.lastChild.hidden = this.missed === 0;
    this.down.lastChild.textContent = String(this.missed);
    if (hadFocus && this.stuck) this.log.focus({ preventScroll: true });
  }

  toBottom() {
    this.log.scrollTop = this.log.scrollHeight;
    this.top = this.log.scrollTop;
    this.stuck = true;
  }

  async loadEarlier() {
    const below = this.log.scrollHeight - this.log.scrollTop;
    this.stuck = false;
    await this.thread.earlier();
    requestAnimationFrame(() => (this.log.scrollTop = this.log.scrollHeight - below));
  }

  find(id) {
    return this.thread.messages.find((one) => one.id === id);
  }

  jump(id) {
    const row = this.list.querySelector(`[data-message="${id}"]`);
    if (!row) return;
    this.stuck = false;
    row.scrollIntoView({ block: "center" });
    row.classList.remove("found");
    requestAnimationFrame(() => row.classList.add("found"));
  }

  /** Does what a person asked for; a refusal of the sandbox is told as a toast. Answers the result or `null`. */
  async act(promise) {
    try {
      const result = await promise;
      if (!world.live) void this.thread.load();
      return result;
    } catch (problem) {
      toast(this.host, words.problem(problem.message));
      return null;
    }
  }

  async tap(message, button, row, column) {
    const copied = button.copy_text?.text ?? button.copy_text;
    if (copied) return this.copy(copied);
    if (button.url) return this.openLink(button.url) || openWebPage(button.url);
    if (button.web_app) return openWebPage(button.web_app.url);
    if (button.callback_data === undefined) return toast(this.host, words.silentButton);
    const key = `${message.id}/${row}/${column}`;
    if (this.thread.waiting.has(key)) return undefined;
    this.thread.wait(key, true);
    const answer = await this.act(api.tap(this.viewer, this.chat, message.id, row, column));
    this.thread.wait(key, false);
    if (answer?.answered) this.thread.answered(answer);
    return undefined;
  }

  copy(text) {
    copyText(text).then(
      () => toast(this.host, words.copied),
      () => openAlert(this.host, words.copy, text),
    );
  }

  vote(message, options) {
    if (options.length) void this.act(api.vote(this.viewer, this.chat, message.id, options)).then(() => this.thread.refresh(message.id));
  }

  openLink = (url) => openLink(this.phone, url);

  sendCommand = (text) => void this.act(api.send(this.viewer, this.chat, text));

  openActions(message, anchor) {
    openMessageActions(this, message, anchor);
  }

  dropped(transfer) {
    return attachDropped(this, transfer);
  }
}
