"""Keyboards that come with a message, checked as Telegram does."""

from urllib.parse import urlsplit

from sandbox import emit
from sandbox.api.call import Call
from sandbox.api.errors import bad_request
from sandbox.entities import utf16
from sandbox.links import OWN, WrongLink, check_link
from sandbox.markup import is_empty
from sandbox.world.messages import Message
from sandbox.world.people import Chat
from sandbox.world.store import Json

MAX_DATA = 64
MAX_BUTTONS = 100
MAX_COPY = 256
STYLES = ("danger", "success", "primary")
ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)  # fmt: skip
PRIVATE_ONLY = {
    "request_contact": "phone number can be requested",
    "request_location": "location can be requested",
    "request_users": "users can be requested",
    "request_chat": "chats can be requested",
    "request_poll": "poll can be requested",
    "request_managed_bot": "managed bots can be requested",
    "web_app": "web App buttons can be used",
}
"""What a button of a reply keyboard may ask for only in a private chat, in Telegram's words."""


def read_inline(call: Call, chat: Chat) -> Json | None:
    """The inline keyboard of a call, or None; a message without buttons has none."""
    given = call.get("reply_markup")
    if not isinstance(given, dict) or "inline_keyboard" not in given:
        return None
    rows: list[list[Json]] = [
        [_inline_button(button, chat) for button in row] for row in given["inline_keyboard"]
    ]
    rows = [row for row in rows if row]
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _inline_button(button: Json, chat: Chat) -> Json:
    button = {name: value for name, value in button.items() if value is not None}
    if is_empty(button["text"]):
        raise bad_request("inline keyboard button text must be non-empty")
    actions = [name for name in ACTIONS if name in button]
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one action must be specified")
    _check_style(button)
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= MAX_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button:
        button["url"] = _checked_url(button["url"])
    if "copy_text" in button and not 1 <= utf16(button["copy_text"]["text"]) <= MAX_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if "web_app" in button:
        _check_web_app(button["web_app"]["url"], "inline keyboard button")
        if not chat.private:
            raise bad_request("BUTTON_TYPE_INVALID")
    return button


def _check_style(button: Json) -> None:
    if button.get("style", "primary") not in STYLES:
        raise bad_request("invalid button style specified")


def _checked_url(url: str) -> str:
    try:
        check_link(url)
    except WrongLink as wrong:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {wrong}") from wrong
    return url if "//" in url or OWN.match(url) else f"http://{url}"


def _check_web_app(url: str, place: str) -> None:
    if urlsplit(url).scheme != "https":
        raise bad_request(f"{place} Web App URL '{url}' is invalid: Only HTTPS links are allowed")


def read_reply_keyboard(call: Call, chat: Chat) -> Json | None:
    """A reply keyboard, its removal or a forced reply, checked; None when there is nothing of the kind."""
    given = call.get("reply_markup")
    if not isinstance(given, dict) or "inline_keyboard" in given:
        return None
    if chat.type == "channel":
        raise bad_request("inline keyboard expected")
    for row in given.get("keyboard", ()):
        for button in row:
            if is_empty(button["text"]):
                raise bad_request("keyboard button text must be non-empty")
            _check_style(button)
            for name, what in PRIVATE_ONLY.items():
                if button.get(name) and not chat.private:
                    raise bad_request(f"{what} in private chats only")
            if button.get("web_app"):
                _check_web_app(button["web_app"]["url"], "keyboard button")
    if utf16(given.get("input_field_placeholder") or "") > 64:
        raise bad_request("input field placeholder is too long")
    return given


def lay(call: Call, message: Message, given: Json | None) -> None:
    """The reply keyboard under the chat changes with the message that brought it."""
    if given is None:
        return
    messages = call.world.messages
    if given.get("remove_keyboard"):
        messages.lay_keyboard(message.chat_id, None)
    else:
        messages.lay_keyboard(message.chat_id, {"message_id": message.id, "markup": given})
    emit.keyboard(call.world, message.chat_id)
