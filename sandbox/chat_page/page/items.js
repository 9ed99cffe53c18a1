/* Arranges messages into what a chat shows: days, service lines, bubbles in runs of one sender, albums. */

import { dayKey, shortDay } from "./format.js";
import { words } from "./words.js";

const RUN_SECONDS = 300;
const DAY_SECONDS = 86400;

/** Items in order: `{kind, key, messages, first, last, text}`; `now` decides which day is «Сегодня». */
export function chatItems(messages, now) {
  const items = [];
  let day = null;
  for (const message of messages) {
    const today = dayKey(message.date);
    if (today !== day) {
      day = today;
      items.push({ kind: "day", key: `day-${today}-${message.id}`, text: dayName(message.date, now) });
    }
    const before = items.at(-1);
    if (message.service) items.push({ kind: "service", key: `message-${message.id}`, messages: [message] });
    else if (message.media_group_id && before?.messages?.[0].media_group_id === message.media_group_id) before.messages.push(message);
    else items.push({ kind: "message", key: `message-${message.id}`, messages: [message] });
  }
  items.forEach((item, index) => {
    if (item.kind !== "message") return;
    item.first = !together(items[index - 1], item);
    item.last = !together(item, items[index + 1]);
  });
  return items;
}

function together(one, other) {
  if (one?.kind !== "message" || other?.kind !== "message") return false;
  const [before, after] = [one.messages.at(-1), other.messages[0]];
  return before.from?.id === after.from?.id && after.date - before.date < RUN_SECONDS;
}

function dayName(seconds, now) {
  if (dayKey(seconds) === dayKey(now)) return words.today;
  if (dayKey(seconds) === dayKey(now - DAY_SECONDS)) return words.yesterday;
  return shortDay(seconds);
}
