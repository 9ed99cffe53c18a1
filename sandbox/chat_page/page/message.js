/* One message as a bubble: sender, quote, content, time, buttons. */

import { senderAvatar, serviceLine, summary } from "./parts.js";
import { clockTime } from "./format.js";
import { contactCard, documentCard, photoGrid, stickerPicture, voicePlayer } from "./media.js";
import { formatted } from "./entities.js";
import { h, icon, iconButton } from "./dom.js";
import { inlineKeyboard } from "./keyboards.js";
import { pollCard } from "./poll.js";
import { words } from "./words.js";

/**
 * Builds the element of one item of a chat: a day, a service line, a message or an album.
 * `chat` offers `tap`, `openLink`, `sendCommand`, `openActions`, `jump`, `vote`, `find`, `showsNames`.
 */
export function chatItem(item, chat) {
  if (item.kind === "day") return h("li", { class: "day" }, h("span", {}, item.text));
  if (item.kind === "service") return h("li", { class: "service" }, h("span", {}, serviceLine(item.messages[0])));
  return bubble(item, chat);
}

function bubble(item, chat) {
  const message = item.messages[0];
  const last = item.messages.at(-1);
  const mine = message.mine;
  const bare = Boolean(message.sticker);
  const named = !mine && chat.showsNames && item.first;
  const pictured = Boolean(message.photo);
  const body = h(
    "div",
    { class: `bubble ${bare ? "bare" : ""} ${pictured ? "pictured" : ""}` },
    named && h("span", { class: "sender" }, message.from?.name ?? ""),
    message.reply_to && quote(message.reply_to, chat),
    ...content(item, chat),
    meta(last, mine),
  );
  const more = iconButton("more", words.more, () => chat.openActions(last, more), { class: "message-more", "aria-haspopup": "menu", "aria-expanded": "false" });
  const keyboard = last.inline_keyboard?.length ? inlineKeyboard(last, chat) : null;
  return h(
    "li",
    {
      class: `row ${mine ? "mine" : "theirs"} ${item.first ? "first" : ""} ${item.last ? "last" : ""} ${chat.showsNames && !mine ? "with-face" : ""}`,
      "data-message": message.id,
      oncontextmenu: (event) => {
        if (event.target.closest("a, img, audio")) return;
        event.preventDefault();
        chat.openActions(last, more);
      },
    },
    chat.showsNames && !mine && h("span", { class: "face" }, item.last && senderAvatar(message.from)),
    h("div", { class: "stack" }, body, keyboard),
    more,
  );
}

function content(item, chat) {
  const message = item.messages[0];
  const nodes = [];
  if (message.photo) nodes.push(photoGrid(item.messages, chat));
  if (message.voice) nodes.push(voicePlayer(message));
  for (const one of item.messages) if (one.document) nodes.push(documentCard(one));
  if (message.sticker) nodes.push(stickerPicture(message));
  if (message.contact) nodes.push(contactCard(message));
  if (message.poll) nodes.push(pollCard(message, chat));
  const captioned = item.messages.find((one) => one.caption);
  const text = message.text ?? captioned?.caption;
  if (text) nodes.push(textBlock(text, message.text ? message.entities : captioned.caption_entities, chat, onlyEmoji(message)));
  return nodes;
}

function textBlock(text, entities, chat, big) {
  const open = { link: chat.openLink, command: chat.sendCommand };
  return h("div", { class: `text ${big ? "big" : ""}`, dir: "auto" }, formatted(text, entities, open));
}

function onlyEmoji(message) {
  return Boolean(message.text) && !message.entities?.length && /^(\p{Extended_Pictographic}\uFE0F?(\u200D\p{Extended_Pictographic}\uFE0F?)*){1,3}$/u.test(message.text);
}

function meta(message, mine) {
  return h(
    "span",
    { class: "meta" },
    message.pinned && icon("pin"),
    message.edit_date && h("span", { class: "edited" }, words.edited),
    h("time", { datetime: new Date(message.date * 1000).toISOString() }, clockTime(message.date)),
    mine && h("span", { class: "ticks" }, icon("read"), h("span", { class: "visually-hidden" }, words.delivered)),
  );
}

function quote(reply, chat) {
  return h("button", { type: "button", class: "reply-quote", onclick: () => chat.jump(reply.id) }, h("span", {}, reply.text || summary(chat.find(reply.id) ?? { text: "…" })));
}
