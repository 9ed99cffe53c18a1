/* One chat as one person sees it. */

import { api } from "./api.js";

const PAGE = 100;

export class Thread {
  constructor(world, key, viewer, chat) {
    this.world = world;
    this.key = key;
    this.viewer = viewer;
    this.chat = chat;
    this.messages = [];
    this.loaded = false;
    this.size = PAGE;
    this.hasMore = false;
    this.keyboard = null;
    this.pinnedIds = [];
    this.typing = null;
    this.waiting = new Set();
    this.answers = [];
    this.answeredIds = new Set();
    this.arrivals = [];
  }

  /** Reads the newest messages; an event that comes meanwhile is not lost, because the reading is repeated after it. */
  async load() {
    this.dirty = false;
    let page;
    try {
      page = await api.messages(this.chat, this.viewer, { limit: this.size });
    } catch {
      return;
    }
    if (this.dirty) return this.load();
    this.messages = page.messages.filter((message) => !message.deleted);
    this.hasMore = page.has_more && page.messages.length >= this.size;
    this.keyboard = page.reply_keyboard;
    this.pinnedIds = page.chat?.pinned ?? this.world.chats.get(this.chat)?.pinned ?? this.messages.filter((one) => one.pinned).map((one) => one.id);
    this.loaded = true;
    this.changed();
  }

  earlier() {
    this.size += PAGE;
    return this.load();
  }

  changed() {
    this.world.changed(`chat:${this.chat}`);
  }

  own(message) {
    return { ...message, mine: !message.from?.is_bot && message.from?.id === this.viewer };
  }

  add(message) {
    this.dirty = true;
    if (!this.loaded || message.deleted || this.messages.some((one) => one.id === message.id)) return;
    const mine = this.own(message);
    this.messages = [...this.messages, mine].sort((a, b) => a.id - b.id);
    if (!mine.mine) {
      this.arrivals.push(mine);
      this.typing = null;
    }
    this.changed();
  }

  replace(message) {
    this.dirty = true;
    this.messages = this.messages.map((one) => (one.id === message.id ? { ...this.own(message), unread: one.unread } : one));
    if (message.poll) void this.refresh(message.id);
    this.changed();
  }

  /** Reads one message again as this person sees it: a poll knows whose votes are whose. */
  async refresh(id) {
    const fresh = await api.message(this.chat, id, this.viewer).catch(() => null);
    if (!fresh) return;
    this.messages = this.messages.map((one) => (one.id === id ? fresh : one));
    this.changed();
  }

  drop(ids) {
    this.dirty = true;
    this.messages = this.messages.filter((one) => !ids.includes(one.id));
    this.pinnedIds = this.pinnedIds.filter((id) => !ids.includes(id));
    this.changed();
  }

  setKeyboard(keyboard) {
    this.dirty = true;
    this.keyboard = keyboard;
    this.changed();
  }

  setPinned(ids) {
    this.dirty = true;
    this.pinnedIds = ids;
    this.changed();
  }

  setTyping(action, seconds) {
    const mark = { action };
    this.typing = mark;
    this.changed();
    setTimeout(() => {
      if (this.typing !== mark) return;
      this.typing = null;
      this.changed();
    }, seconds * 1000);
  }

  /** A button («message/row/column») waits for its answer, or has it. */
  wait(button, waits) {
    if (waits) this.waiting.add(button);
    else this.waiting.delete(button);
    this.changed();
  }

  /** The bot answered a tap: told once, whether it came by the stream or as the answer of the call. */
  answered({ callback_query_id: id, text, show_alert: alert, url }) {
    if (!this.answeredIds.has(id)) {
      this.answeredIds.add(id);
      if (text || url) this.answers.push({ id, text, alert, url });
    }
    this.changed();
  }
}
