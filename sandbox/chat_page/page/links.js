/* Links that a messenger opens itself: to the bot with a payload, and «share». */

import { api } from "./api.js";
import { chatAvatar, chatTitle, copyText } from "./parts.js";
import { h } from "./dom.js";
import { layout } from "./layout.js";
import { printedCodes } from "./papers.js";
import { openSheet, toast } from "./sheet.js";
import { words } from "./words.js";
import { world } from "./world.js";

const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;

/** What a link means here: `{start}`, `{share: {url, text}}`, or `null` for a link of the wide world. */
export function readLink(link) {
  let url;
  try {
    url = new URL(/^(t\.me|telegram\.me)\//i.test(link) ? `https://${link}` : link);
  } catch {
    return null;
  }
  const query = url.searchParams;
  if (url.protocol === "tg:") {
    const place = url.host || url.pathname.replace(/^\/+/, "");
    if (place === "resolve" && isBot(query.get("domain"))) return { start: query.get("start") ?? "" };
    if (place === "msg_url") return { share: { url: query.get("url") ?? "", text: query.get("text") ?? "" } };
    return null;
  }
  if (!/^(www\.)?(t|telegram)\.me$/i.test(url.hostname)) return null;
  const [name, rest] = url.pathname.split("/").filter(Boolean);
  if (name === "share") return { share: { url: query.get("url") ?? "", text: query.get("text") ?? "" } };
  if (isBot(name) && !rest) return { start: query.get("start") ?? "" };
  return null;
}

function isBot(name) {
  return (name ?? "").toLowerCase() === world.bot.username.toLowerCase();
}

/** Opens a link on a phone when it is one of ours. Answers whether it was. */
export function openLink(phone, link) {
  const meaning = readLink(link);
  if (!meaning) return false;
  if (meaning.share) openShare(phone, meaning.share);
  else void pressStart(phone, meaning.start);
  return true;
}

export function openWebPage(url) {
  if (/^https?:/i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
}

/** The private chat with the bot opens and Start is pressed; a link without payload only opens the chat. */
export async function pressStart(phone, payload) {
  layout.show(phone.person, phone.person);
  if (!payload) return;
  try {
    await api.start(phone.person, payload);
    if (!world.live) await world.thread(phone.person, phone.person).load();
  } catch (problem) {
    toast(phone.host, words.problem(problem.message));
  }
}

/** A sheet where a link or a payload is pasted. */
export function openLinkSheet(phone) {
  const input = h("input", { class: "input", type: "text", autocomplete: "off", spellcheck: "false", "data-focus": true, placeholder: "https://t.me/…?start=…" });
  const problem = h("p", { class: "problem", role: "alert" });
  const form = h(
    "form",
    {
      class: "form",
      onsubmit: (event) => {
        event.preventDefault();
        if (enter(phone, input.value)) sheet.close();
        else problem.textContent = words.linkWrong;
      },
    },
    h("label", { class: "field" }, h("span", {}, words.linkField), input),
    h("p", { class: "hint" }, words.linkHint),
    problem,
    h("button", { class: "button main wide" }, words.linkGo),
  );
  const scan = (payload) => {
    sheet.close();
    void pressStart(phone, payload);
  };
  const sheet = openSheet(phone.host, { title: words.openLink, body: [form, printedCodes(scan)] });
}

/** Takes what was typed, pasted or dropped: a link to the bot or a bare payload. Answers whether it was one. */
export function enter(phone, typed) {
  const text = typed.replace(/\s+/g, ""); // a link copied from paper is broken over lines
  if (PAYLOAD.test(text)) {
    void pressStart(phone, text);
    return true;
  }
  return openLink(phone, text);
}

function openShare(phone, { url, text }) {
  const message = [text, url].filter(Boolean).join("\n");
  const chats = [phone.person, ...world.chatsOf(phone.person).filter((chat) => mayWrite(phone.person, chat)).map((chat) => chat.id)];
  const sheet = openSheet(phone.host, {
    title: words.shareTitle,
    body: [
      h("p", { class: "share-text", dir: "auto" }, message),
      h(
        "div",
        { class: "choices" },
        chats.map((chat) =>
          h("button", { type: "button", class: "choice", onclick: () => sendTo(chat) }, chatAvatar(chat, "small"), h("span", {}, chatTitle(chat))),
        ),
      ),
      h("button", { type: "button", class: "button wide", onclick: copy }, words.shareCopy),
    ],
  });
  function copy() {
    sheet.close();
    copyText(message).then(() => toast(phone.host, words.copied), () => {});
  }
  async function sendTo(chat) {
    sheet.close();
    try {
      await api.send(phone.person, chat, message);
      toast(phone.host, words.sent);
    } catch (problem) {
      toast(phone.host, words.problem(problem.message));
    }
  }
}

/** Whether a person may write into a group or channel. */
export function mayWrite(person, chat) {
  const status = chat.members.find((one) => one.id === person)?.status;
  return chat.type === "channel" ? status === "administrator" || status === "creator" : Boolean(status);
}
