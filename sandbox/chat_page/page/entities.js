/* Turns text with Telegram's entities into DOM nodes; offsets are UTF-16 units, which is what JavaScript counts in. */

import { h } from "./dom.js";
import { words } from "./words.js";

const SAFE_LINK = /^(https?:|mailto:|tel:|tg:)/i;
const SIMPLE = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

/** Nodes of a text. `open.link(url)`, `open.command(text)` and `open.copy(text)` are told about taps. */
export function formatted(text, entities = [], open = {}) {
  const sorted = (entities ?? [])
    .filter((entity) => entity.length > 0 && entity.offset < text.length)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  return range(text, 0, text.length, sorted, open);
}

function range(text, from, to, entities, open) {
  const nodes = [];
  let at = from;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index++];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (start >= end) continue;
    if (start > at) nodes.push(text.slice(at, start));
    const inner = [];
    const later = [];
    while (index < entities.length && entities[index].offset < end) {
      const next = entities[index++];
      inner.push(next);
      if (next.offset + next.length > end) later.push({ ...next, offset: end, length: next.offset + next.length - end });
    }
    const source = text.slice(start, end);
    nodes.push(wrap(entity, source, range(text, start, end, inner, open), open));
    at = end;
    if (isBlock(entity) && text[at] === "\n") at += 1;
    entities = [...later, ...entities.slice(index)].sort((a, b) => a.offset - b.offset || b.length - a.length);
    index = 0;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function isBlock(entity) {
  return entity.type === "pre" || entity.type === "blockquote" || entity.type === "expandable_blockquote";
}

function wrap(entity, source, children, open) {
  const simple = SIMPLE[entity.type];
  if (simple) return h(simple, {}, children);
  switch (entity.type) {
    case "pre":
      return h("pre", { "data-language": entity.language }, h("code", {}, children));
    case "blockquote":
      return h("blockquote", {}, children);
    case "expandable_blockquote":
      return expandable(source, children);
    case "spoiler":
      return spoiler(children);
    case "text_link":
      return link(entity.url, children, open);
    case "url":
      return link(/^[a-z][a-z0-9+.-]*:/i.test(source) ? source : `https://${source}`, children, open);
    case "email":
      return link(`mailto:${source}`, children, open);
    case "phone_number":
      return link(`tel:${source}`, children, open);
    case "bot_command":
      return h("button", { type: "button", class: "inline-link", onclick: () => open.command?.(source) }, children);
    case "mention":
      return link(`https://t.me/${source.replace(/^@/, "")}`, children, open);
    default:
      return h("span", { class: `entity-${entity.type}` }, children);
  }
}

function link(url, children, open) {
  if (!SAFE_LINK.test(url ?? "")) return h("span", {}, children);
  return h(
    "a",
    {
      href: url,
      target: "_blank",
      rel: "noopener noreferrer",
      title: url,
      onclick: (event) => {
        if (open.link?.(url)) event.preventDefault();
      },
    },
    children,
  );
}

function spoiler(children) {
  const element = h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": words.showSpoiler }, h("span", { "aria-hidden": "true" }, children));
  const reveal = (event) => {
    if (element.classList.contains("shown")) return;
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    element.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) element.removeAttribute(name);
    element.firstChild.removeAttribute("aria-hidden");
  };
  element.addEventListener("click", reveal);
  element.addEventListener("keydown", reveal);
  return element;
}

function expandable(source, children) {
  const quote = h("blockquote", {}, h("div", { class: "quote-text" }, children));
  if (source.length <= 120 && source.split("\n").length <= 3) return quote;
  quote.classList.add("expandable");
  const toggle = h("button", { type: "button", class: "quote-toggle", "aria-expanded": "false" }, words.showQuote);
  toggle.addEventListener("click", () => {
    const open = quote.classList.toggle("open");
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = open ? words.hideQuote : words.showQuote;
  });
  quote.append(toggle);
  return quote;
}
