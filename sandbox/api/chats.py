"""Chats as the bot asks about them: members, pinned messages, leaving."""

from sandbox import emit, wire
from sandbox.api.call import Call, method
from sandbox.api.errors import bad_request
from sandbox.api.targets import find_chat, open_chat
from sandbox.world.messages import Message
from sandbox.world.people import INSIDE, Chat
from sandbox.world.store import Json


@method("getChat")
def get_chat(call: Call) -> Json:
    chat = find_chat(call) if _is_private(call) else open_chat(call)
    shown = wire.chat(call.world, chat) | {
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }
    if chat.type in ("group", "supergroup"):
        shown["permissions"] = {"can_send_messages": True, "can_pin_messages": True}
    if chat.pinned and (pinned := call.world.messages.find(chat.id, chat.pinned[-1])):
        shown["pinned_message"] = wire.message(call.world, pinned, depth=0)
    return shown


def _is_private(call: Call) -> bool:
    wanted = call.get("chat_id")
    return isinstance(wanted, int) and wanted > 0


@method("getChatMember")
def get_chat_member(call: Call) -> Json:
    chat = open_chat(call)
    user_id: int = call.get("user_id")
    if user_id != call.world.bot.id and user_id not in call.world.people.all:
        raise bad_request("invalid user_id specified")
    if user_id != call.world.bot.id and chat.private and user_id != chat.id:
        raise bad_request("member not found")
    return wire.member(call.world, chat, user_id)


@method("getChatAdministrators")
def get_chat_administrators(call: Call) -> list[Json]:
    chat = _group(call)
    leaders = [int(key) for key, status in chat.members.items() if status in ("creator", "administrator")]
    return [wire.member(call.world, chat, one) for one in leaders] + (
        [wire.member(call.world, chat, call.world.bot.id)] if chat.bot == "administrator" else []
    )


@method("getChatMemberCount")
def get_chat_member_count(call: Call) -> int:
    chat = open_chat(call)
    return 2 if chat.private else sum(status in INSIDE for status in chat.members.values()) + chat.bot_inside


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    chat = _group(call)
    before = emit.own_status(call.world, chat)
    chat.bot = "left"
    emit.chat(call.world, chat)
    emit.membership(call.world, chat, who=call.world.bot.id, by=call.world.bot.id, before=before)
    return True


def _group(call: Call) -> Chat:
    chat = open_chat(call)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    return chat


@method("pinChatMessage")
def pin_chat_message(call: Call) -> bool:
    chat, message = _to_pin(call, "message to pin not found")
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
        _pins_changed(call, chat)
        if chat.type != "channel":
            world = call.world
            note = world.messages.add(
                chat, world.bot.id, world.clock.now(), {"pinned_message_id": message.id}, silent=True
            )
            emit.show(world, "message", note)
    return True


@method("unpinChatMessage")
def unpin_chat_message(call: Call) -> bool:
    """One message, or the newest pinned one."""
    if call.get("message_id") is None:
        chat = _chat_to_pin(call)
        if not chat.pinned:
            raise bad_request("message to unpin not found")
        chat.pinned.pop()
    else:
        chat, message = _to_pin(call, "message to unpin not found")
        if message.id not in chat.pinned:
            raise bad_request("message to unpin not found")
        chat.pinned.remove(message.id)
    _pins_changed(call, chat)
    return True


@method("unpinAllChatMessages")
def unpin_all_chat_messages(call: Call) -> bool:
    chat = _chat_to_pin(call)
    chat.pinned.clear()
    _pins_changed(call, chat)
    return True


def _chat_to_pin(call: Call) -> Chat:
    chat = open_chat(call)
    right = "can_edit_messages" if chat.type == "channel" else "can_pin_messages"
    if not (chat.private or chat.may(right)):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


def _to_pin(call: Call, missing: str) -> tuple[Chat, Message]:
    chat = _chat_to_pin(call)
    message_id = call.get("message_id")
    message = call.world.messages.find(chat.id, message_id) if message_id is not None else None
    if message is None:
        raise bad_request(missing)
    return chat, message


def _pins_changed(call: Call, chat: Chat) -> None:
    call.world.people.keep_chat(chat)
    call.world.events.tell("pinned", lambda: {"chat_id": chat.id, "pinned": list(chat.pinned)})
