/* Buttons under a message and buttons under the field of writing. */

import { h, icon } from "./dom.js";
import { words } from "./words.js";

const STYLES = new Set(["success", "danger", "primary"]);

function styleOf(button) {
  return STYLES.has(button.style) ? `style-${button.style}` : "";
}

/** The inline keyboard of a message. */
export function inlineKeyboard(message, chat) {
  return h(
    "div",
    { class: "inline-keyboard", role: "group", "aria-label": words.buttons },
    message.inline_keyboard.map((row, rowIndex) =>
      h("div", { class: "key-row" }, row.map((button, columnIndex) => inlineButton(message, button, rowIndex, columnIndex, chat))),
    ),
  );
}

function inlineButton(message, button, row, column, chat) {
  const mark = button.url || button.web_app ? "out" : button.copy_text ? "copy" : null;
  const hint = mark === "out" ? words.opensLink : mark === "copy" ? words.copies : null;
  return h(
    "button",
    {
      type: "button",
      class: `key ${styleOf(button)}`,
      "data-tap": `${message.id}/${row}/${column}`,
      title: button.url,
      onclick: () => chat.tap(message, button, row, column),
    },
    h("span", { class: "key-text" }, button.text),
    mark && icon(mark),
    hint && h("span", { class: "visually-hidden" }, `, ${hint}`),
  );
}

/** The reply keyboard of a chat. */
export function replyKeyboard(keyboard, press) {
  return h(
    "div",
    { class: `reply-keyboard ${keyboard.resize ? "resized" : ""}`, role: "group", "aria-label": words.keyboard },
    keyboard.keyboard.map((row) =>
      h(
        "div",
        { class: "key-row" },
        row.map((button) => {
          const plain = typeof button === "string" ? { text: button } : button;
          return h("button", { type: "button", class: `key ${styleOf(plain)}`, onclick: () => press(plain) }, h("span", { class: "key-text" }, plain.text));
        }),
      ),
    ),
  );
}
