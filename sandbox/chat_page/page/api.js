/* The control API of the sandbox, spoken over fetch. */

import { words } from "./words.js";

/** A refusal of the sandbox, in its own words. */
export class Refused extends Error {}

async function call(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Refused(words.noServer);
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(body.error ?? `${response.status} ${response.statusText}`);
  return body;
}

function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null);
  return given.length ? `?${new URLSearchParams(given)}` : "";
}

const get = (path, parameters = {}) => call(`/sim/${path}${query(parameters)}`);

const post = (path, body = {}) =>
  call(`/sim/${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

function upload(path, fields, file) {
  if (!file) return post(path, fields);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined && value !== null) form.append(name, String(value));
  form.append("file", file, file.name);
  return call(`/sim/${path}`, { method: "POST", body: form });
}

export const api = {
  state: () => get("state"),
  messages: (chat, viewer, options = {}) => get(`chats/${chat}/messages`, { viewer, ...options }),
  message: (chat, id, viewer) => get(`chats/${chat}/messages/${id}`, { viewer }),

  papers: () => get("papers"),

  addPerson: (profile) => post("people", profile),
  changePerson: (person, profile) => post(`people/${person}`, profile),
  start: (person, payload) => post(`people/${person}/start`, payload ? { payload } : {}),
  send: (person, chat, text, replyTo) => post(`people/${person}/send`, { text, chat_id: chat, reply_to: replyTo }),
  tap: (person, chat, message, row, column) => post(`people/${person}/tap`, { chat_id: chat, message_id: message, row, column, wait: 15 }),
  press: (person, chat, text, extra = {}) => post(`people/${person}/press`, { text, chat_id: chat, ...extra }),
  attach: (person, kind, fields, file) => upload(`people/${person}/${kind}`, fields, file),
  edit: (person, chat, message, text) => post(`people/${person}/edit`, { message_id: message, chat_id: chat, text }),
  remove: (person, chat, message) => post(`people/${person}/delete`, { message_id: message, chat_id: chat }),
  vote: (person, chat, message, options) => post(`people/${person}/vote`, { message_id: message, chat_id: chat, options }),
  block: (person) => post(`people/${person}/block`),
  unblock: (person) => post(`people/${person}/unblock`),
  read: (person, chat) => post(`people/${person}/read`, { chat_id: chat }),

  addChat: (chat) => post("chats", chat),
  putBot: (chat, status, by) => post(`chats/${chat}/bot`, { status, by }),
  clock: (change) => post("clock", change),
};
