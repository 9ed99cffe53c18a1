/* Pictures, voice, documents, stickers and contacts inside a bubble, and the lightbox. */

import { avatar } from "./parts.js";
import { duration, fileSize } from "./format.js";
import { h, icon, iconButton } from "./dom.js";
import { words } from "./words.js";

/** What a browser may show as a page of its own; everything else is only saved, never run. */
const SHOWN = /^(application\/pdf|text\/plain)/;

/** One photo, or an album of up to ten. */
export function photoGrid(messages) {
  const photos = messages.filter((one) => one.photo);
  const single = photos.length === 1;
  return h(
    "div",
    { class: `photos ${single ? "single" : `album count-${Math.min(photos.length, 10)}`}` },
    photos.map((message, index) => {
      const { photo } = message;
      const image = h("img", { src: photo.url, alt: message.caption || words.photo, width: photo.width, height: photo.height, loading: "lazy" });
      return h("button", { type: "button", class: "photo", "aria-label": words.enlarge, onclick: () => lightbox(photos, index) }, image);
    }),
  );
}

/** Shows pictures over the whole page; arrows turn, Esc closes. */
export function lightbox(messages, start) {
  let index = start;
  const image = h("img", { alt: "" });
  const caption = h("p", { class: "lightbox-caption" });
  const save = h("a", { class: "icon-button", "aria-label": words.download, title: words.download, download: "" }, icon("download"));
  const turn = (step) => {
    index = (index + step + messages.length) % messages.length;
    const message = messages[index];
    image.src = message.photo.url;
    image.alt = message.caption || words.photo;
    save.href = `${message.photo.url}?download=1`;
    caption.textContent = message.caption ?? "";
  };
  const several = messages.length > 1;
  const dialog = h(
    "dialog",
    {
      class: "lightbox",
      "aria-label": words.photo,
      onclose: () => dialog.remove(),
      onclick: (event) => (event.target === dialog || event.target === image) && dialog.close(),
      onkeydown: (event) => several && { ArrowLeft: () => turn(-1), ArrowRight: () => turn(1) }[event.key]?.(),
    },
    h("div", { class: "lightbox-tools" }, save, iconButton("close", words.close, () => dialog.close(), { "data-focus": true })),
    several && iconButton("back", words.previous, () => turn(-1), { class: "lightbox-previous" }),
    image,
    several && iconButton("back", words.next, () => turn(1), { class: "lightbox-next" }),
    caption,
  );
  turn(0);
  document.body.append(dialog);
  dialog.showModal();
}

/** A voice message: play, a place in the recording, its length. */
export function voicePlayer({ voice }) {
  const audio = h("audio", { src: voice.url, preload: "none" });
  const length = () => (Number.isFinite(audio.duration) ? audio.duration : voice.duration || 0);
  const time = h("span", { class: "voice-time" }, duration(voice.duration));
  const seek = h("input", { type: "range", class: "voice-seek", min: "0", max: "1000", value: "0", "aria-label": words.seek });
  const button = h("button", { type: "button", class: "voice-play", "aria-label": words.play }, icon("play"));
  const show = () => {
    const share = length() ? audio.currentTime / length() : 0;
    seek.value = Math.round(share * 1000);
    seek.style.setProperty("--share", `${share * 100}%`);
    time.textContent = duration(audio.paused && !audio.currentTime ? length() : audio.currentTime);
  };
  const broken = () => {
    time.textContent = words.cannotPlay;
    button.disabled = true;
  };
  const state = () => {
    button.classList.toggle("playing", !audio.paused);
    button.setAttribute("aria-label", audio.paused ? words.play : words.pause);
    show();
  };
  button.addEventListener("click", () => (audio.paused ? audio.play().catch(broken) : audio.pause()));
  seek.addEventListener("input", () => length() && (audio.currentTime = (Number(seek.value) / 1000) * length()));
  for (const name of ["play", "pause", "ended"]) audio.addEventListener(name, state);
  audio.addEventListener("timeupdate", show);
  return h("div", { class: "voice", role: "group", "aria-label": words.voice }, button, h("div", { class: "voice-body" }, seek, time), audio);
}

/** A document: its kind, name and size; opens in a new tab or is saved. */
export function documentCard({ document: file }) {
  const name = file.file_name || words.document;
  const extension = (/\.([\p{L}\p{N}]{1,5})$/u.exec(name)?.[1] ?? "").toLowerCase();
  const shown = SHOWN.test(file.mime_type ?? "");
  return h(
    "div",
    { class: "document" },
    h(
      "a",
      { class: "document-open", href: shown ? file.url : `${file.url}?download=1`, target: shown ? "_blank" : null, rel: "noopener", download: shown ? null : name },
      h("span", { class: `document-kind kind-${/^(pdf|docx|xlsx|ics)$/.test(extension) ? extension : "other"}`, "aria-hidden": "true" }, extension || icon("file")),
      h("span", { class: "document-text" }, h("span", { class: "document-name", dir: "auto" }, name), h("span", { class: "document-size" }, fileSize(file.file_size))),
    ),
    h("a", { class: "icon-button", href: `${file.url}?download=1`, download: name, "aria-label": `${words.download}: ${name}`, title: words.download }, icon("download")),
  );
}

/** A sticker: its emoji, large, because the pictures of stickers here are made up; the picture when there is no emoji. */
export function stickerPicture({ sticker }) {
  if (!sticker.emoji) return h("img", { class: "sticker", src: sticker.url, alt: words.sticker });
  return h("span", { class: "sticker emoji", role: "img", "aria-label": `${words.sticker} ${sticker.emoji}` }, sticker.emoji);
}

export function contactCard({ contact }) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  return h(
    "div",
    { class: "contact", role: "group", "aria-label": words.contact },
    avatar(name, contact.user_id ?? 0, "small"),
    h("span", {}, h("b", {}, name), h("span", { class: "contact-phone" }, contact.phone_number)),
  );
}
