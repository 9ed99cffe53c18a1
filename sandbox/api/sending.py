"""sendMessage, copyMessage, sendChatAction, and what all sending shares."""

import secrets
from typing import Any

from sandbox import emit, wire
from sandbox.api import keyboards, words
from sandbox.api.call import Call, method
from sandbox.api.errors import bad_request
from sandbox.api.targets import chat_for_sending, open_chat
from sandbox.world.messages import Message
from sandbox.world.people import Chat
from sandbox.world.store import Json

COPYABLE = frozenset({"text", "photo", "document", "voice", "sticker", "contact", "poll"})
"""What people and bots say; everything else was said by Telegram itself."""
ACTIONS = (
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
)  # fmt: skip


def post(call: Call, content: Json, *, chat: Chat | None = None, group: str | None = None) -> Message:
    """Put the bot's message into the chat with everything that any message may carry."""
    chat = chat or chat_for_sending(call)
    markup = keyboards.read_inline(call, chat)
    keyboard = keyboards.read_reply_keyboard(call, chat)
    message = call.world.messages.add(
        chat,
        call.world.bot.id,
        call.world.clock.now(),
        content,
        markup=markup,
        reply_to=_reply_to(call, chat),
        media_group_id=group,
        protected=bool(call.get("protect_content")),
        silent=bool(call.get("disable_notification")),
        effect_id=_effect(call, chat),
        preview=call.get("link_preview_options"),
        bound=keyboard is not None,
    )
    emit.show(call.world, "message", message)
    keyboards.lay(call, message, keyboard)
    return message


def _reply_to(call: Call, chat: Chat) -> int | None:
    wanted = call.get("reply_parameters")
    if not wanted:
        return None
    if "message_id" not in wanted:
        raise bad_request('field "message_id" of reply_parameters is required')
    if call.world.messages.find(chat.id, wanted["message_id"]):
        return int(wanted["message_id"])
    if wanted.get("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def _effect(call: Call, chat: Chat) -> str | None:
    effect: str | None = call.get("message_effect_id")
    if effect is not None and not (chat.private and effect.isdigit()):
        raise bad_request("EFFECT_ID_INVALID")
    return effect


@method("sendMessage")
def send_message(call: Call) -> Json:
    chat = chat_for_sending(call)
    return wire.message(call.world, post(call, words.read_text(call), chat=chat))


@method("copyMessage")
def copy_message(call: Call) -> Json:
    """The same content as a new message of the bot; a caption may be replaced."""
    source = open_chat(call, "from_chat_id")
    message_id = call.get("message_id")
    original = call.world.messages.find(source.id, message_id) if message_id is not None else None
    if original is None:
        raise bad_request("message to copy not found")
    content: dict[str, Any] = dict(original.content)
    if not content.keys() & COPYABLE:
        raise bad_request("message can't be copied")
    if "poll" in content:
        content["poll"] = new_poll(content["poll"])
    if "caption" in call.given and "text" not in content:
        for name in ("caption", "caption_entities", "show_caption_above_media"):
            content.pop(name, None)
        content |= words.read_caption(call.given)
    return {"message_id": post(call, content).id}


def poll_id() -> str:
    """The number of a poll, which votes name."""
    return str(5_000_000_000_000_000 + secrets.randbelow(10**15))


def new_poll(poll: Json) -> Json:
    """The same question, open and with nobody's votes."""
    options = [one | {"voter_count": 0} for one in poll["options"]]
    return poll | {
        "id": poll_id(),
        "options": options,
        "total_voter_count": 0,
        "is_closed": False,
        "votes": {},
    }


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    chat = chat_for_sending(call)
    action = call.get("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.events.tell("typing", lambda: {"chat_id": chat.id, "action": action, "seconds": 5})
    return True
