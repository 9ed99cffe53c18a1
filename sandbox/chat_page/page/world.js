/* What the page knows of the sandbox's world, kept fresh by its events. Views subscribe and redraw themselves. */

import { api } from "./api.js";
import { setZone } from "./format.js";
import { Thread } from "./thread.js";

/** So many messages are asked for a line of the list: the newest may be deleted. */
const RECENT = 12;

/** Milliseconds after a drawing in which changes gather for the next one. */
const REST = 16;

class World {
  constructor() {
    this.ready = false;
    this.clock = { now: 0, frozen: true, heardAt: 0 };
    this.bot = { id: 0, username: "", name: "", description: "", commands: [] };
    this.people = new Map();
    this.chats = new Map();
    this.previews = new Map();
    this.threads = new Map();
    this.listeners = new Set();
    this.pending = new Set();
    this.counted = 0;
  }

  /** `listener(topics)` is told a set of topics: "people", "clock", "bot", "chat:<id>", "toast". Returns the way to stop. */
  subscribe(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(...topics) {
    if (this.pending.size === 0 && !this.resting) queueMicrotask(() => this.tell());
    for (const topic of topics) this.pending.add(topic);
  }

  /** Tells at once, and what comes in the moment after it together: a burst of messages is drawn a few times, not each alone. */
  tell() {
    const topics = this.pending;
    this.pending = new Set();
    for (const listener of [...this.listeners]) listener(topics);
    this.resting = true;
    setTimeout(() => {
      this.resting = false;
      if (this.pending.size > 0) this.tell();
    }, REST);
  }

  /** Reads everything from the beginning; answers the id of the last event it includes. */
  async load() {
    const state = await api.state();
    setZone(state.zone);
    this.bot = state.bot;
    this.setClock(state.clock);
    this.people = new Map(state.people.map((person) => [person.id, person]));
    this.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
    this.counted = state.last_event_id;
    this.ready = true;
    for (const thread of this.threads.values()) {
      if (this.people.has(thread.viewer)) void thread.load();
      else this.threads.delete(thread.key);
    }
    this.changed("people", "clock", "bot", ...Array.from(this.threads.values(), (thread) => `chat:${thread.chat}`));
    void this.loadPreviews();
    return state.last_event_id;
  }

  async loadPreviews() {
    const rooms = [...this.people.keys()].map((id) => [id, id]);
    for (const chat of this.chats.values()) {
      const member = chat.members.find((one) => this.people.has(one.id) && isInside(one.status));
      if (member) rooms.push([chat.id, member.id]);
    }
    await Promise.all(
      rooms.map(async ([chat, viewer]) => {
        const { messages } = await api.messages(chat, viewer, { limit: RECENT }).catch(() => ({ messages: [] }));
        const newest = messages.findLast((one) => !one.deleted);
        if (newest) this.previews.set(chat, newest);
        else this.previews.delete(chat);
      }),
    );
    this.changed("people");
  }

  setClock(clock) {
    this.clock = { ...clock, heardAt: performance.now() };
    this.changed("clock");
  }

  /** The sandbox's time now, in Unix seconds. */
  now() {
    return this.clock.now + (this.clock.frozen ? 0 : (performance.now() - this.clock.heardAt) / 1000);
  }

  /** Groups and channels this person is in, the freshest first. */
  chatsOf(personId) {
    const inside = (chat) => chat.members.some((one) => one.id === personId && isInside(one.status));
    const fresh = (chat) => this.previews.get(chat.id)?.date ?? 0;
    return [...this.chats.values()].filter((chat) => !chat.migrated_to && !chat.deleted && inside(chat)).sort((a, b) => fresh(b) - fresh(a));
  }

  unreadOf(personId, chatId) {
    const unread = this.people.get(personId)?.unread ?? {};
    if (chatId !== undefined) return unread[chatId] ?? 0;
    return Object.values(unread).reduce((sum, count) => sum + count, 0);
  }

  /** People who see a chat: the person of a private chat, the members of another. */
  viewersOf(chatId) {
    if (this.people.has(chatId)) return [chatId];
    return (this.chats.get(chatId)?.members ?? []).filter((one) => isInside(one.status)).map((one) => one.id);
  }

  thread(viewer, chat) {
    const key = `${viewer}/${chat}`;
    if (!this.threads.has(key)) {
      const thread = new Thread(this, key, viewer, chat);
      this.threads.set(key, thread);
      void thread.load();
    }
    return this.threads.get(key);
  }

  threadsOf(chatId) {
    return Array.from(this.threads.values()).filter((thread) => thread.chat === chatId);
  }

  setUnread(personId, chatId, count) {
    const person = this.people.get(personId);
    if (!person) return;
    this.people.set(personId, { ...person, unread: { ...person.unread, [chatId]: count } });
    this.changed("people", `chat:${chatId}`);
  }

  /** One event of the stream; those that the last reading of the world already included are not counted as unread again. */
  heard(name, data, id) {
    switch (name) {
      case "message":
        return this.messageCame(data, id > this.counted);
      case "edited":
        if (this.previews.get(data.chat_id)?.id === data.message.id) this.previews.set(data.chat_id, data.message);
        for (const thread of this.threadsOf(data.chat_id)) thread.replace(data.message);
        return this.changed("people");
      case "deleted":
        for (const thread of this.threadsOf(data.chat_id)) thread.drop(data.message_ids);
        if (data.message_ids.includes(this.previews.get(data.chat_id)?.id)) void this.loadPreviews();
        return undefined;
      case "keyboard":
        for (const thread of this.threadsOf(data.chat_id)) thread.setKeyboard(data.reply_keyboard);
        return undefined;
      case "typing":
        for (const thread of this.threadsOf(data.chat_id)) thread.setTyping(data.action, data.seconds);
        return undefined;
      case "toast":
        return this.threads.get(`${data.person_id}/${data.chat_id}`)?.answered(data);
      case "clock":
        return this.setClock(data);
      case "people":
        if (data.person) this.people.set(data.person.id, data.person);
        if (data.chat) this.chats.set(data.chat.id, data.chat);
        return this.changed("people", `chat:${(data.person ?? data.chat).id}`);
      case "bot":
        this.bot = { ...this.bot, ...data };
        return this.changed("bot", "people");
      case "read":
        return this.setUnread(data.person_id, data.chat_id, data.unread);
      case "pinned":
        for (const thread of this.threadsOf(data.chat_id)) thread.setPinned(data.pinned);
        return undefined;
      case "reset":
        return void this.load();
      default:
        return undefined;
    }
  }

  messageCame({ chat_id: chatId, message }, fresh) {
    if ((this.previews.get(chatId)?.id ?? 0) < message.id) this.previews.set(chatId, message);
    for (const thread of this.threadsOf(chatId)) thread.add(message);
    this.changed("people");
    if (!fresh) return;
    for (const viewer of this.viewersOf(chatId)) {
      if (message.from?.id !== viewer) this.setUnread(viewer, chatId, this.unreadOf(viewer, chatId) + 1);
    }
  }
}

function isInside(status) {
  return status !== "left" && status !== "kicked";
}

export const world = new World();
