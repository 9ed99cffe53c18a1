/* Small pieces that several views share: avatars, one-line summaries of messages, names of chats. */

import { clockTime, dayKey, fullName, initials, tinyDay, tint } from "./format.js";
import { h, icon } from "./dom.js";
import { words } from "./words.js";
import { world } from "./world.js";

export function avatar(name, id, size = "") {
  return h("span", { class: `avatar ${tint(id)} ${size}`, "aria-hidden": "true" }, initials(name));
}

/** The avatar of whoever wrote a message. */
export function senderAvatar(from) {
  return from?.is_bot ? botAvatar("tiny") : avatar(from?.name ?? "?", from?.id, "tiny");
}

function botAvatar(size) {
  return h("span", { class: `avatar tint-bot ${size}`, "aria-hidden": "true" }, icon("bot"));
}

export function personAvatar(person, size) {
  return avatar(fullName(person), person.id, size);
}

/** The avatar of a chat as its reader sees it: the private chat shows the bot. */
export function chatAvatar(chatId, size = "") {
  const chat = world.chats.get(chatId);
  if (chat) return avatar(chat.title, chatId, size);
  return botAvatar(size);
}

export function chatTitle(chatId) {
  return world.chats.get(chatId)?.title ?? world.bot.name;
}

/** «3 участника», «канал», «бот»: the line under a chat's title. */
export function chatSubtitle(chatId) {
  const chat = world.chats.get(chatId);
  if (!chat) return words.bot;
  const inside = chat.members.filter((one) => one.status !== "left" && one.status !== "kicked").length;
  return chat.type === "channel" ? words.subscribers(inside) : words.members(inside);
}

/** A message in one line, for lists, quotes and announcements. */
export function summary(message) {
  const kinds = ["photo", "voice", "document", "sticker", "contact", "poll"];
  const kind = kinds.find((name) => message[name]);
  if (message.service) return serviceLine(message);
  if (kind === "sticker") return `${message.sticker.emoji ?? ""} ${words.sticker}`.trim();
  if (kind === "poll") return `${words.poll}: ${message.poll.question}`;
  const said = (message.text ?? message.caption ?? "").replace(/\s+/g, " ").trim();
  if (kind === "document") return [message.document.file_name ?? words.document, said].filter(Boolean).join(", ");
  return [kind && words[kind], said].filter(Boolean).join(", ");
}

export function serviceLine({ service, from }) {
  const people = Array.isArray(service.value) ? service.value : service.first_name ? [service] : [];
  const who = people.map(fullName).join(", ") || (from?.name ?? "");
  return words.service[service.kind]?.(who) ?? service.kind;
}

/** The time in a list: «9:20» today, «12 мар» before. */
export function listTime(seconds) {
  return dayKey(seconds) === dayKey(world.now()) ? clockTime(seconds) : tinyDay(seconds);
}

/** The last line of a chat in a list, with the author where it matters. */
export function previewLine(message, viewer) {
  if (!message) return words.noMessages;
  const mine = message.from?.id === viewer;
  const named = mine ? words.you : message.chat_id < 0 && message.from?.id !== message.chat_id ? message.from?.name : null;
  return named && !message.service ? `${named}: ${summary(message)}` : summary(message);
}

/** Copies a text; refused where the browser keeps no clipboard for the page (an address without https that is not this machine). */
export async function copyText(text) {
  await navigator.clipboard.writeText(text);
}
