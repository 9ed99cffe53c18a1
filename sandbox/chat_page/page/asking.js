/* Reply-keyboard buttons that ask the person for something first: a phone number, a chat, people. */

import { api } from "./api.js";
import { avatar, personAvatar } from "./parts.js";
import { fullName } from "./format.js";
import { h } from "./dom.js";
import { openSheet, toast } from "./sheet.js";
import { words } from "./words.js";
import { world } from "./world.js";

/** What has to be sent along with the press; `null` when the person thought better of it. */
export async function askForButton(view, button) {
  if (button.request_contact) return askContact(view);
  if (button.request_chat) return askChat(view, button.request_chat);
  if (button.request_users) return askPeople(view, button.request_users);
  return {};
}

/** Somebody without a phone number gets an invented one: otherwise there would be nothing to share. */
export async function givePhone(view) {
  if (!world.people.get(view.viewer)?.phone) await view.act(api.changePerson(view.viewer, { phone: inventPhone() }));
}

export function inventPhone() {
  return `+7900${String(Math.floor(Math.random() * 1e7)).padStart(7, "0")}`;
}

function ask(view, title, makeBody) {
  return new Promise((resolve) => {
    let answer = null;
    const settle = (value) => {
      answer = value;
      sheet.close();
    };
    const sheet = openSheet(view.host, { title, body: makeBody(settle), onclose: () => resolve(answer) });
  });
}

function askContact(view) {
  const phone = world.people.get(view.viewer)?.phone;
  return ask(view, words.contactAsk, (settle) => [
    h("p", { class: "hint" }, phone ? words.contactAskText(phone) : words.contactNoPhone),
    h("button", { type: "button", class: "button main wide", onclick: () => void givePhone(view).then(() => settle({})) }, words.share),
    h("button", { type: "button", class: "button wide", onclick: () => settle(null) }, words.cancel),
  ]);
}

function askChat(view, wish) {
  const channel = Boolean(wish.chat_is_channel);
  const owns = (chat) => ["creator", "administrator"].includes(chat.members.find((one) => one.id === view.viewer)?.status);
  const fits = world.chatsOf(view.viewer).filter((chat) => (chat.type === "channel") === channel && (owns(chat) || !channel));
  return ask(view, words.chooseChat, (settle) => [
    fits.length === 0 && h("p", { class: "hint" }, words.noChats),
    h(
      "div",
      { class: "choices" },
      fits.map((chat) => h("button", { type: "button", class: "choice", onclick: () => void choose(chat, settle) }, avatar(chat.title, chat.id, "small"), h("span", {}, chat.title))),
    ),
    newChatForm(view, channel, settle),
  ]);

  async function choose(chat, settle) {
    if (wish.bot_is_member && chat.bot !== "member" && chat.bot !== "administrator") await view.act(api.putBot(chat.id, channel ? "administrator" : "member", view.viewer));
    settle({ chosen_chat_id: chat.id });
  }
}

function newChatForm(view, channel, settle) {
  const title = h("input", { class: "input", type: "text", required: true, maxlength: "128" });
  const create = async (event) => {
    event.preventDefault();
    const chat = { type: channel ? "channel" : "group", title: title.value, members: [view.viewer], creator: view.viewer, bot: channel ? "administrator" : "member" };
    try {
      settle({ chosen_chat_id: (await api.addChat(chat)).id });
    } catch (problem) {
      toast(view.host, words.problem(problem.message));
    }
  };
  return h(
    "form",
    { class: "form apart", onsubmit: create },
    h("label", { class: "field" }, h("span", {}, channel ? words.newChannel : words.newGroup), title),
    h("button", { class: "button wide" }, words.create),
  );
}

function askPeople(view, wish) {
  const most = wish.max_quantity ?? 1;
  const boxes = [...world.people.values()].filter((person) => person.id !== view.viewer).map((person) => [person, h("input", { type: "checkbox", value: person.id })]);
  return ask(view, words.choosePeople, (settle) => [
    h("div", { class: "choices" }, boxes.map(([person, box]) => h("label", { class: "choice" }, box, personAvatar(person, "small"), h("span", {}, fullName(person))))),
    h(
      "button",
      {
        type: "button",
        class: "button main wide",
        onclick: () => {
          const chosen = boxes.filter(([, box]) => box.checked).map(([person]) => person.id);
          if (chosen.length) settle({ chosen_user_ids: chosen.slice(0, most) });
        },
      },
      words.chooseGo,
    ),
  ]);
}
