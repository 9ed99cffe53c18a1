/* What can be done with a message: reply, change, copy, delete. */

import { api } from "./api.js";
import { icon } from "./dom.js";
import { openMenu } from "./sheet.js";
import { words } from "./words.js";

export function openMessageActions(view, message, anchor) {
  const said = message.text ?? message.caption;
  const items = [{ label: words.reply, icon: icon("reply"), run: () => view.composer.replyTo(message) }];
  if (message.mine && said !== undefined) items.push({ label: words.edit, icon: icon("edit"), run: () => view.composer.change(message) });
  if (said && !message.protected) items.push({ label: words.copy, icon: icon("copy"), run: () => view.copy(said) });
  if (message.mine) items.push({ label: words.remove, icon: icon("trash"), danger: true, run: () => void view.act(api.remove(view.viewer, view.chat, message.id)) });
  openMenu(anchor, items, view.host);
}
