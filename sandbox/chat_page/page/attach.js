/* Sending photos, files, voice, contacts and stickers. */

import { api } from "./api.js";
import { givePhone } from "./asking.js";
import { fileSize } from "./format.js";
import { h, icon } from "./dom.js";
import { openMenu, openSheet } from "./sheet.js";
import { words } from "./words.js";
import { world } from "./world.js";

const STICKERS = ["🙂", "😂", "😍", "🤗", "🥳", "😢", "👍", "👏", "🙏", "🎉", "🧸", "🌷"];
const ACCEPT = { photo: "image/png,image/jpeg,image/webp", document: "", voice: "audio/*" };

export function openAttachMenu(view, anchor) {
  const open = {
    photo: () => fileSheet(view, "photo"),
    document: () => fileSheet(view, "document"),
    voice: () => fileSheet(view, "voice"),
    contact: () => contactSheet(view),
    sticker: () => stickerSheet(view),
  };
  const icons = { photo: "photo", document: "file", voice: "mic", contact: "contact", sticker: "sticker" };
  const items = Object.entries(open).map(([kind, run]) => ({ label: words.attachments[kind], icon: icon(icons[kind]), run }));
  openMenu(anchor, items, view.host);
}

/** Files that were dropped on a phone or pasted into the field: pictures go as photos when all of them are. */
export function attachFiles(view, files) {
  const pictures = files.every((file) => ACCEPT.photo.split(",").includes(file.type));
  fileSheet(view, pictures ? "photo" : "document", files);
}

/** What fell on the phone; answers whether it was a file. */
export function attachDropped(view, transfer) {
  const files = [...transfer.files];
  if (files.length) attachFiles(view, files);
  return files.length > 0;
}

function fileSheet(view, kind, given = []) {
  let files = given;
  const urls = [];
  const chosen = h("div", { class: "chosen", "aria-live": "polite" });
  const input = h("input", { type: "file", class: "visually-hidden", accept: ACCEPT[kind], multiple: kind !== "voice", "aria-label": words.pick, onchange: () => choose([...input.files]) });
  const caption = h("input", { class: "input", type: "text", "aria-label": words.caption, placeholder: words.caption, maxlength: "1024", dir: "auto" });
  const send = h("button", { class: "button main wide" }, words.send);
  const sample = h("button", { type: "button", class: "button wide", onclick: () => deliver([undefined]) }, words.sample);
  const body = h(
    "form",
    { class: "form", onsubmit: (event) => (event.preventDefault(), files.length && deliver(files)) },
    chosen,
    h("label", { class: "button wide pick" }, icon(kind === "photo" ? "photo" : kind === "voice" ? "mic" : "file"), words.pick, input),
    caption,
    send,
    sample,
  );
  const sheet = openSheet(view.host, { title: words.attachments[kind], body, onclose: () => urls.forEach((url) => URL.revokeObjectURL(url)) });
  choose(files);

  function choose(next) {
    files = next;
    send.hidden = files.length === 0;
    sample.hidden = files.length > 0;
    if (files.length === 0) return void chosen.replaceChildren(h("p", { class: "hint" }, words.chooseFile));
    return void chosen.replaceChildren(...files.map((file) => (kind === "photo" ? picture(file) : fileLine(file))));
  }

  function picture(file) {
    const url = URL.createObjectURL(file);
    urls.push(url);
    return h("img", { src: url, alt: file.name });
  }

  async function deliver(list) {
    sheet.close();
    view.stuck = true;
    const group = list.length > 1 ? `album-${Date.now().toString(36)}` : undefined;
    for (const [index, file] of list.entries()) {
      const fields = { chat_id: view.chat, caption: index === 0 ? caption.value || undefined : undefined, file_name: file?.name, mime_type: file?.type || undefined, media_group_id: group };
      if ((await view.act(api.attach(view.viewer, kind, fields, file))) === null) return;
    }
  }
}

function fileLine(file) {
  return h("p", { class: "chosen-file" }, icon("file"), h("span", { dir: "auto" }, file.name), h("small", {}, fileSize(file.size)));
}

function contactSheet(view) {
  const me = world.people.get(view.viewer);
  const phone = h("input", { class: "input", type: "tel", required: true, placeholder: "+7 900 000-00-00" });
  const name = h("input", { class: "input", type: "text", required: true });
  const deliver = (fields) => {
    sheet.close();
    view.stuck = true;
    void view.act(api.attach(view.viewer, "contact", { chat_id: view.chat, ...fields }));
  };
  const sheet = openSheet(view.host, {
    title: words.contact,
    body: [
      h("button", { type: "button", class: "button main wide", onclick: () => void givePhone(view).then(() => deliver({})) }, icon("contact"), me?.phone ? `${words.ownContact}: ${me.phone}` : words.ownContact),
      h(
        "form",
        {
          class: "form",
          onsubmit: (event) => {
            event.preventDefault();
            deliver({ phone_number: phone.value.replace(/[^\d+]/g, ""), first_name: name.value });
          },
        },
        h("label", { class: "field" }, h("span", {}, words.firstName), name),
        h("label", { class: "field" }, h("span", {}, words.phoneNumber), phone),
        h("button", { class: "button wide" }, words.send),
      ),
    ],
  });
}

function stickerSheet(view) {
  const send = (emoji) => {
    sheet.close();
    view.stuck = true;
    void view.act(api.attach(view.viewer, "sticker", { chat_id: view.chat, emoji }));
  };
  const sheet = openSheet(view.host, {
    title: words.chooseSticker,
    body: h("div", { class: "stickers" }, STICKERS.map((emoji) => h("button", { type: "button", class: "sticker-choice", "aria-label": `${words.sticker} ${emoji}`, onclick: () => send(emoji) }, emoji))),
  });
}
