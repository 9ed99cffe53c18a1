"""A person writes, presses Start, edits, deletes, votes, reads."""

import re
from typing import Any

from sandbox import emit, view, wire
from sandbox.acts.errors import CannotDo, nobody
from sandbox.acts.membership import open_private_chat
from sandbox.entities import detect, utf16
from sandbox.markup import clean
from sandbox.world import World
from sandbox.world.messages import Message
from sandbox.world.people import Chat, Person
from sandbox.world.store import Json

MAX_TEXT = 4096
CAPTION = {"text": "caption", "entities": "caption_entities"}
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def find_person(world: World, person_id: int) -> Person:
    person = world.people.all.get(person_id)
    if person is None:
        raise nobody("person")
    return person


def find_chat(world: World, chat_id: int) -> Chat:
    chat = world.people.chats.get(chat_id)
    if chat is None or chat.deleted:
        raise nobody("chat")
    return chat


def chat_of(world: World, person: Person, chat_id: int | None) -> Chat:
    """The chat that a person acts in: the private one, or a group they are in."""
    chat = find_chat(world, chat_id or person.id)
    if not chat.has(person.id):
        raise CannotDo("the person is not in this chat", status=409)
    if chat.migrated_to is not None:
        raise CannotDo(f"the group is a supergroup now: {chat.migrated_to}", status=409)
    return chat


def post(world: World, person: Person, chat_id: int | None, content: Json, **more: Any) -> Json:
    """Put a person's message into a chat; writing opens a private chat that was never opened."""
    chat = chat_of(world, person, chat_id)
    if person.deactivated:
        raise CannotDo("the account is deleted", status=409)
    if chat.private:
        if person.blocked:
            raise CannotDo("the person has blocked the bot: press Start or unblock first", status=409)
        open_private_chat(world, person)
    if chat.type == "channel" and chat.members.get(str(person.id)) not in ("creator", "administrator"):
        raise CannotDo("only administrators post in a channel", status=409)
    reply_to = more.get("reply_to")
    if reply_to is not None and world.messages.find(chat.id, reply_to) is None:
        raise nobody("message to reply to")
    message = world.messages.add(chat, person.id, world.clock.now(), content, **more)
    _read_up_to(person, chat, message.id)
    world.people.keep(person)
    update_id = emit.said(world, message)
    return {"message_id": message.id, "chat_id": chat.id, "update_id": update_id}


def text_content(text: str) -> Json:
    """A typed text with the links and commands that Telegram finds in it."""
    typed = clean(text).strip()
    if not typed:
        raise CannotDo("a message needs a text")
    if utf16(typed) > MAX_TEXT:
        raise CannotDo(f"the text is longer than {MAX_TEXT} characters")
    entities = detect(typed, [])
    return {"text": typed} | ({"entities": entities} if entities else {})


def send(
    world: World, person: Person, text: str, *, chat_id: int | None = None, reply_to: int | None = None
) -> Json:
    return post(world, person, chat_id, text_content(text), reply_to=reply_to)


def start(world: World, person: Person, payload: str | None) -> Json:
    """Press Start, perhaps by a link: opens the chat, unblocks, and says /start."""
    if payload is not None and not PAYLOAD.fullmatch(payload):
        raise CannotDo("a start payload is 1-64 of A-Z a-z 0-9 _ -")
    open_private_chat(world, person)
    return send(world, person, f"/start {payload}" if payload else "/start")


def edit(world: World, person: Person, message_id: int, text: str, chat_id: int | None) -> Json:
    message = own_message(world, person, message_id, chat_id)
    content = text_content(text)
    if "text" in message.content:
        message.content = content
    else:
        kept = {
            name: value
            for name, value in message.content.items()
            if name not in ("caption", "caption_entities")
        }
        message.content = kept | {CAPTION[name]: value for name, value in content.items()}
    message.edit_date = int(world.clock.now())
    world.messages.keep(message)
    update_id = emit.corrected(world, message)
    return {"message_id": message.id, "chat_id": message.chat_id, "update_id": update_id}


def delete(world: World, person: Person, message_id: int, chat_id: int | None) -> Json:
    """A message disappears for everyone; Telegram does not tell bots."""
    chat = chat_of(world, person, chat_id)
    message = world.messages.find(chat.id, message_id)
    if message is None:
        raise nobody("message")
    world.messages.delete(message)
    emit.removed(world, chat.id, [message.id])
    return {}


def own_message(world: World, person: Person, message_id: int, chat_id: int | None) -> Message:
    message = world.messages.find(chat_of(world, person, chat_id).id, message_id)
    if message is None:
        raise nobody("message")
    if message.sender != person.id:
        raise CannotDo("only the own messages can be edited", status=409)
    return message


def vote(world: World, person: Person, message_id: int, options: list[int], chat_id: int | None) -> Json:
    """Choose options of a poll; none takes the vote back."""
    chat = chat_of(world, person, chat_id)
    message = world.messages.find(chat.id, message_id)
    if message is None or "poll" not in message.content:
        raise nobody("poll")
    poll: Json = message.content["poll"]
    if poll["is_closed"]:
        raise CannotDo("the poll is closed", status=409)
    if not all(0 <= one < len(poll["options"]) for one in options) or (
        len(options) > 1 and not poll["allows_multiple_answers"]
    ):
        raise CannotDo("no such options")
    votes = {key: chosen for key, chosen in poll["votes"].items() if key != str(person.id)}
    if options:
        votes[str(person.id)] = options
    counted = [
        one | {"voter_count": sum(number in chosen for chosen in votes.values())}
        for number, one in enumerate(poll["options"])
    ]
    message.content = {"poll": poll | {"votes": votes, "options": counted, "total_voter_count": len(votes)}}
    world.messages.keep(message)
    emit.show(world, "edited", message)
    update_id = None
    if message.sender == world.bot.id:
        world.updates.add("poll", wire.public_poll(message.content["poll"]))
        if not poll["is_anonymous"]:
            answer = {"poll_id": poll["id"], "user": person.user(), "option_ids": options}
            answer["option_persistent_ids"] = [poll["options"][one]["persistent_id"] for one in options]
            update_id = world.updates.add("poll_answer", answer)
    return {"update_id": update_id}


def read(world: World, person: Person, chat_id: int | None, up_to: int | None) -> Json:
    """Messages up to this one have been seen."""
    chat = chat_of(world, person, chat_id)
    _read_up_to(person, chat, chat.last_message_id if up_to is None else up_to)
    world.people.keep(person)
    left = view.unread_in(world, person, chat)
    world.events.tell("read", lambda: {"person_id": person.id, "chat_id": chat.id, "unread": left})
    return {"unread": left}


def _read_up_to(person: Person, chat: Chat, message_id: int) -> None:
    person.read[str(chat.id)] = max(person.read.get(str(chat.id), 0), message_id)
