/* What opens over a phone or over the page: sheets, alerts, toasts, menus, page dialogs. */

import { h, iconButton } from "./dom.js";
import { words } from "./words.js";

let serial = 0;

/**
 * Opens a sheet over one phone. The rest of that phone waits (other phones do not); Esc, the cross and the shade close it,
 * and the focus returns to where it was. Answers `{close, element}`.
 */
export function openSheet(host, { title, body, role = "dialog", onclose, focus = true }) {
  const id = `sheet-${(serial += 1)}`;
  const before = document.activeElement;
  const others = Array.from(host.children).filter((child) => !child.classList.contains("announcer"));
  const close = () => {
    if (!shade.isConnected) return;
    const hadFocus = shade.contains(document.activeElement) || document.activeElement === document.body;
    shade.remove();
    for (const other of others) other.inert = false;
    if (hadFocus) comeBack(host, before);
    onclose?.();
  };
  const alert = role === "alertdialog";
  const panel = h(
    "div",
    { class: `sheet ${alert ? "alert" : ""}`, role, "aria-modal": "true", "aria-labelledby": id, tabindex: "-1" },
    h("div", { class: "sheet-head" }, h("h3", { id }, title), !alert && iconButton("close", words.close, () => close())),
    h("div", { class: "sheet-body scroll" }, body),
  );
  const shade = h(
    "div",
    {
      class: "shade",
      onclick: (event) => event.target === shade && close(),
      onkeydown: (event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          close();
        }
        if (event.key === "Tab") keepInside(panel, event);
      },
    },
    panel,
  );
  for (const other of others) other.inert = true;
  host.append(shade);
  if (focus) (panel.querySelector("[data-focus], .sheet-body input:not([type=file]), .sheet-body button, .sheet-body a") ?? panel).focus({ preventScroll: true });
  return { close, element: panel };
}

/** The focus returns to where it was; to the same button of a message that was drawn anew; or to the field of writing. */
function comeBack(host, before) {
  const again = before?.dataset?.tap && host.querySelector(`[data-tap="${before.dataset.tap}"]`);
  const target = before?.isConnected ? before : (again ?? host.querySelector(".composer textarea"));
  target?.focus({ preventScroll: true });
}

const REACHABLE = "button:not(:disabled), a[href], input:not([hidden]), textarea, select, [tabindex='0']";

function keepInside(panel, event) {
  const all = Array.from(panel.querySelectorAll(REACHABLE)).filter((one) => one.offsetParent !== null);
  if (all.length === 0) return;
  const edge = event.shiftKey ? all[0] : all.at(-1);
  if (document.activeElement === edge || !panel.contains(document.activeElement)) {
    event.preventDefault();
    (event.shiftKey ? all.at(-1) : all[0]).focus();
  }
}

/** The answer to a tap that wants to be read: a text and one button. */
export function openAlert(host, title, text) {
  const hasFocus = host.contains(document.activeElement) || document.activeElement === document.body;
  const ok = h("button", { type: "button", class: "button main wide", "data-focus": true, onclick: () => sheet.close() }, words.ok);
  const sheet = openSheet(host, { title, role: "alertdialog", focus: hasFocus, body: [h("p", { class: "alert-text" }, text), ok] });
  return sheet;
}

const TOAST_SECONDS = 4;

/** A line that appears for a few seconds over a phone or the page. */
export function toast(host, text) {
  host.querySelector(":scope > .toast")?.remove();
  const element = h("div", { class: "toast", role: "status" }, text);
  host.append(element);
  setTimeout(() => element.remove(), TOAST_SECONDS * 1000);
}

/** A menu at a button: `items` are `{label, icon, run, danger}`; arrows walk, Esc and a click elsewhere close. */
export function openMenu(anchor, items, host) {
  closeMenus();
  const close = () => {
    menu.remove();
    anchor.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
  };
  const outside = (event) => {
    if (!menu.contains(event.target) && !anchor.contains(event.target)) close();
  };
  const menu = h(
    "div",
    {
      class: "menu",
      role: "menu",
      onkeydown: (event) => {
        const buttons = Array.from(menu.children);
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (event.key === "Escape" || event.key === "Tab") {
          event.preventDefault();
          event.stopPropagation();
          close();
          anchor.focus({ preventScroll: true });
        } else if (step) {
          event.preventDefault();
          buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length].focus();
        }
      },
    },
    items.map((item) =>
      h(
        "button",
        {
          type: "button",
          role: "menuitem",
          class: item.danger ? "danger" : "",
          onclick: () => {
            close();
            anchor.focus({ preventScroll: true });
            item.run();
          },
        },
        item.icon,
        item.label,
      ),
    ),
  );
  menu.closeMenu = close;
  anchor.setAttribute("aria-expanded", "true");
  host.append(menu);
  place(menu, anchor, host);
  document.addEventListener("pointerdown", outside, true);
  menu.firstElementChild?.focus({ preventScroll: true });
}

export function closeMenus() {
  for (const menu of document.querySelectorAll(".menu")) menu.closeMenu?.();
}

function place(menu, anchor, host) {
  const room = host.getBoundingClientRect();
  const at = anchor.getBoundingClientRect();
  const left = Math.min(Math.max(8, at.left - room.left), room.width - menu.offsetWidth - 8);
  const below = at.bottom - room.top + 6;
  const top = below + menu.offsetHeight < room.height - 8 ? below : Math.max(8, at.top - room.top - menu.offsetHeight - 6);
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}

/** A dialog of the whole page. Answers the `<dialog>`, already open; closing removes it. */
export function openDialog({ title, body, class: extra = "" }) {
  const id = `dialog-${(serial += 1)}`;
  const dialog = h(
    "dialog",
    { class: `dialog ${extra}`, "aria-labelledby": id, onclose: () => dialog.remove(), onclick: (event) => event.target === dialog && dialog.close() },
    h("div", { class: "dialog-inner" }, h("div", { class: "sheet-head" }, h("h3", { id }, title), iconButton("close", words.close, () => dialog.close())), body),
  );
  document.body.append(dialog);
  dialog.showModal();
  (dialog.querySelector("[data-focus]") ?? dialog.querySelector("input, button"))?.focus();
  return dialog;
}
