"""Changing and deleting messages."""

from typing import Any

from sandbox import emit, wire
from sandbox.api import keyboards, media, words
from sandbox.api.call import Call, method
from sandbox.api.errors import NOT_MODIFIED, bad_request
from sandbox.api.targets import message_to_edit, open_chat
from sandbox.world.messages import Message
from sandbox.world.people import Chat
from sandbox.world.store import Json

DELETABLE_SECONDS = 48 * 3600
TEXT = ("text", "entities")
CAPTION = ("caption", "caption_entities", "show_caption_above_media")


@method("editMessageText")
def edit_message_text(call: Call) -> Json:
    message = message_to_edit(call)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _change(call, message, words.read_text(call), preview=call.get("link_preview_options"))


@method("editMessageCaption")
def edit_message_caption(call: Call) -> Json:
    message = message_to_edit(call)
    if not message.content.keys() & set(media.KINDS):
        raise bad_request("there is no caption in the message to edit")
    kept = {name: value for name, value in message.content.items() if name not in CAPTION}
    return _change(call, message, kept | words.read_caption(call.given), preview=message.preview)


@method("editMessageMedia")
def edit_message_media(call: Call) -> Json:
    """Another picture or document in the same place; also into a message that was text."""
    message = message_to_edit(call)
    if not message.content.keys() & {"text", *media.KINDS}:
        raise bad_request("there is no media in the message to edit")
    given = call.get("media")
    if given is None:
        raise bad_request("media must be specified")
    return _change(call, message, media.read_input_media(call, given), preview=None)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(call: Call) -> Json:
    message = message_to_edit(call)
    return _change(call, message, message.content, preview=message.preview)


def _change(call: Call, message: Message, content: Json, *, preview: Json | None) -> Json:
    """Put the new content and keyboard in place, unless both are what stands there already."""
    world = call.world
    markup = keyboards.read_inline(call, world.people.chats[message.chat_id])
    if _same(content, message.content) and markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    if not _same(content, message.content):
        message.edit_date = int(world.clock.now())
    message.content, message.markup, message.preview = content, markup, preview
    world.messages.keep(message)
    emit.show(world, "edited", message)
    return wire.message(world, message)


def _same(one: Json, other: Json) -> bool:
    return _bare(one) == _bare(other)


def _bare(content: Json) -> dict[str, Any]:
    """Content with files by what they are, not by the id under which they were sent."""
    return {
        name: media.unique_ids(value) if name in media.KINDS else value for name, value in content.items()
    }


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    chat = open_chat(call)
    message_id = call.get("message_id")
    message = call.world.messages.find(chat.id, message_id) if message_id is not None else None
    if message is None:
        raise bad_request("message to delete not found")
    _check_deletable(call, chat, message)
    call.world.messages.delete(message)
    emit.removed(call.world, chat.id, [message.id])
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    """Several at once; those that are gone already are skipped."""
    chat = open_chat(call)
    wanted: list[int] = call.get("message_ids", [])
    if not 1 <= len(wanted) <= 100:
        raise bad_request("too many messages to delete" if wanted else "there are no messages to delete")
    found = [message for one in wanted if (message := call.world.messages.find(chat.id, one))]
    for message in found:
        _check_deletable(call, chat, message)
    for message in found:
        call.world.messages.delete(message)
    emit.removed(call.world, chat.id, [message.id for message in found])
    return True


def _check_deletable(call: Call, chat: Chat, message: Message) -> None:
    own = message.sender == call.world.bot.id
    if not (own or chat.private or chat.may("can_delete_messages")):
        raise bad_request("message can't be deleted")
    if call.world.clock.now() - message.date > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
