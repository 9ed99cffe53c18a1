/* Builds elements. Text only ever becomes text nodes: no string is parsed as markup anywhere on this page. */

const SVG = "http://www.w3.org/2000/svg";

/** Makes an element: `h("button", {class: "key", onclick: tap}, "Да")`; null and false children are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

function append(parent, children) {
  for (const child of children) {
    if (child === undefined || child === null || child === false) continue;
    if (Array.isArray(child)) append(parent, child);
    else parent.append(child);
  }
}

/** A picture of the page's own sprite; decorative, so hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/page/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** A round button that shows only a picture and says its name to screen readers. */
export function iconButton(name, label, onclick, attributes = {}) {
  const { class: extra = "", ...rest } = attributes;
  return h("button", { type: "button", class: `icon-button ${extra}`, "aria-label": label, title: label, onclick, ...rest }, icon(name));
}

/** Puts new children in place of the old ones. */
export function fill(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
  return parent;
}

/**
 * Makes the children of `parent` follow `items`, rebuilding only what changed.
 *
 * An element whose item changed is replaced; if it held the focus, the same
 * control of the new element takes it, so that a keyboard user whose tap made
 * the bot edit the message stays where they were.
 */
export function reconcile(parent, items, { key, signature, make }) {
  const old = new Map(Array.from(parent.children, (element) => [element.dataset.key, element]));
  let cursor = parent.firstElementChild;
  for (const item of items) {
    const id = String(key(item));
    const mark = signature(item);
    let element = old.get(id);
    old.delete(id);
    if (!element || element.mark !== mark) {
      const fresh = make(item, element);
      fresh.dataset.key = id;
      fresh.mark = mark;
      if (element) {
        if (cursor === element) cursor = fresh;
        replaceKeepingFocus(element, fresh);
      }
      element = fresh;
    }
    if (element === cursor) cursor = cursor.nextElementSibling;
    else parent.insertBefore(element, cursor);
  }
  for (const gone of old.values()) gone.remove();
}

const CONTROLS = "button, a[href], input, textarea, audio, [tabindex='0']";

function replaceKeepingFocus(element, fresh) {
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  const place = focused ? Array.from(element.querySelectorAll(CONTROLS)).indexOf(focused) : -1;
  element.replaceWith(fresh);
  if (!focused) return;
  const controls = Array.from(fresh.querySelectorAll(CONTROLS));
  const target = controls[Math.min(Math.max(place, 0), controls.length - 1)];
  if (target) target.focus({ preventScroll: true });
  else {
    fresh.setAttribute("tabindex", "-1");
    fresh.focus({ preventScroll: true });
  }
}
