"""Telling the bot and the pages what happened in a chat."""

from sandbox import view, wire
from sandbox.world import World
from sandbox.world.messages import Message
from sandbox.world.people import Chat
from sandbox.world.store import Json

FEW_PHONES = 100


def said(world: World, message: Message) -> int | None:
    """A person (or a channel) wrote: pages see it, the bot gets an update if it may."""
    show(world, "message", message)
    return _to_bot(world, message, "message", "channel_post")


def corrected(world: World, message: Message) -> int | None:
    """A person edited a message."""
    show(world, "edited", message)
    return _to_bot(world, message, "edited_message", "edited_channel_post")


def show(world: World, event: str, message: Message) -> None:
    """Tell the pages about a message; they get its newest state."""
    world.events.tell(
        event,
        lambda: {
            "chat_id": message.chat_id, "message_id": message.id, "message": view.message(world, message, viewer=None),
        },
    )  # fmt: skip


def removed(world: World, chat_id: int, message_ids: list[int]) -> None:
    world.events.tell("deleted", lambda: {"chat_id": chat_id, "message_ids": message_ids})


def keyboard(world: World, chat_id: int) -> None:
    """The reply keyboard of a chat changed."""
    world.events.tell(
        "keyboard", lambda: {"chat_id": chat_id, "reply_keyboard": view.keyboard(world, chat_id)}
    )


def person(world: World, person_id: int) -> None:
    """Somebody's profile or state changed. Shown as it is now: later messages are counted by their own events."""
    one = world.people.all[person_id]
    world.people.keep(one)
    shown = {"person": view.person(world, one)}
    world.events.tell("people", lambda: shown)


def phones(world: World) -> None:
    """What every phone shows of the bot changed; many phones had better look anew."""
    if len(world.people.all) > FEW_PHONES:
        world.events.tell("reset", dict)
        return
    for person_id in world.people.all:
        person(world, person_id)


def chat(world: World, one: Chat) -> None:
    """A group's title, members or the bot's place in it changed."""
    world.people.keep_chat(one)
    world.events.tell("people", lambda: {"chat": view.chat(world, one)})


def membership(world: World, place: Chat, *, who: int, by: int, before: Json) -> int | None:
    """Somebody's status changed: the bot's own as my_chat_member, others' as chat_member."""
    kind = "my_chat_member" if who == world.bot.id else "chat_member"
    body: Json = {
        "chat": wire.chat(world, place),
        "from": wire.user(world, by),
        "date": int(world.clock.now()),
        "old_chat_member": before,
        "new_chat_member": own_status(world, place)
        if who == world.bot.id
        else wire.member(world, place, who),
    }
    if kind == "chat_member" and place.bot != "administrator":
        return None
    return world.updates.add(kind, body)


def own_status(world: World, place: Chat) -> Json:
    """The bot's status in a chat; in a private chat «kicked» means that the person blocked it."""
    if place.private:
        blocked = world.people.all[place.id].blocked
        status: Json = {"user": world.bot.user(), "status": "kicked" if blocked else "member"}
        return status | ({"until_date": 0} if blocked else {})
    return wire.member(world, place, world.bot.id)


def _to_bot(world: World, message: Message, kind: str, channel_kind: str) -> int | None:
    place = world.people.chats[message.chat_id]
    if not _reaches_bot(world, place, message):
        return None
    return world.updates.add(channel_kind if place.type == "channel" else kind, wire.message(world, message))


def _reaches_bot(world: World, place: Chat, message: Message) -> bool:
    """Privacy mode: in groups only commands, replies to the bot, mentions and service messages."""
    if place.private:
        return not world.people.all[place.id].blocked
    if place.type == "channel":
        return place.bot == "administrator"
    if not place.bot_inside:
        return False
    if not world.bot.privacy or place.bot == "administrator" or _is_service(message):
        return True
    if (
        message.reply_to
        and (earlier := world.messages.find(place.id, message.reply_to))
        and earlier.sender == world.bot.id
    ):
        return True
    words = message.words
    if f"@{world.bot.username}".lower() in words.lower():
        return True
    return words.startswith("/") and "@" not in words.split()[0]


def _is_service(message: Message) -> bool:
    return not message.content.keys() & {
        "text", "caption", "photo", "document", "voice", "sticker", "contact", "poll",
    }  # fmt: skip
