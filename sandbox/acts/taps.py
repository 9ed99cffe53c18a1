"""Taps on inline buttons and presses of reply keyboards."""

import time
from typing import Any

from sandbox import emit, wire
from sandbox.acts import membership, talk
from sandbox.acts.errors import CannotDo, nobody
from sandbox.world import World
from sandbox.world.callbacks import Tap
from sandbox.world.messages import Message
from sandbox.world.people import Chat, Person
from sandbox.world.store import Json

NOT_ANSWERED: Json = {"answered": False, "text": None, "show_alert": False, "url": None}


async def tap(world: World, person: Person, wish: Json) -> Json:
    """Tap a button and wait for the bot's answer.

    ``data`` may be anything, as a forged or an old button would send it; a label
    or a place must exist on the message.
    """
    chat = talk.chat_of(world, person, wish.get("chat_id"))
    message = _tapped_message(world, chat, wish.get("message_id"))
    data = wish.get("data")
    if data is None:
        button = _button(message, wish)
        if "url" in button:
            return NOT_ANSWERED | {"url": button["url"]}
        if "copy_text" in button:
            return NOT_ANSWERED | {"copied": button["copy_text"]["text"]}
        if "callback_data" not in button:
            return NOT_ANSWERED | {"url": button.get("web_app", {}).get("url")}
        data = button["callback_data"]
    if chat.private and person.blocked:
        raise CannotDo("the person has blocked the bot: press Start or unblock first", status=409)
    tapped = world.callbacks.open(person.id, chat.id, message.id, world.clock.now())
    update_id = world.updates.add("callback_query", _query(world, person, chat, message, tapped, data))
    shown = {
        "person_id": person.id, "chat_id": chat.id, "message_id": message.id, "callback_query_id": tapped.id,
    }  # fmt: skip
    world.events.tell("tapped", lambda: shown)
    answer = await _answer(world, tapped, float(wish.get("wait", 10)))
    return answer | {"callback_query_id": tapped.id, "update_id": update_id, "message_id": message.id}


def _query(world: World, person: Person, chat: Chat, message: Message, tapped: Tap, data: str) -> Json:
    if message.deleted:
        carried: Json = {"message_id": message.id, "chat": wire.chat(world, chat), "date": 0}
    else:
        carried = wire.message(world, message)
    return {
        "id": tapped.id,
        "from": person.user(),
        "chat_instance": str(7_000_000_000_000_000_000 + abs(chat.id)),
        "message": carried,
        "data": data,
    }


async def _answer(world: World, tapped: Tap, seconds: float) -> Json:
    until = time.monotonic() + seconds
    while tapped.answer is None and not world.stopping and (left := until - time.monotonic()) > 0:
        await world.callbacks.answered.wait(left)
    return NOT_ANSWERED if tapped.answer is None else {"answered": True} | tapped.answer


def _tapped_message(world: World, chat: Chat, message_id: int | None) -> Message:
    """The message with the button: a deleted one may still lie on somebody's screen."""
    if message_id is None:
        message = world.messages.screen(chat.id, world.bot.id)
    else:
        message = world.messages.find_any(chat.id, message_id)
    if message is None:
        raise nobody("message with buttons")
    return message


def _button(message: Message, wish: Json) -> Json:
    rows: list[list[Json]] = (message.markup or {}).get("inline_keyboard", [])
    if "text" in wish:
        for row in rows:
            for button in row:
                if button["text"] == wish["text"]:
                    return button
        labels = " | ".join(button["text"] for row in rows for button in row)
        raise nobody(f"button «{wish['text']}» (there are: {labels or 'none'})")
    try:
        return rows[wish["row"]][wish["column"]]
    except (KeyError, IndexError, TypeError) as wrong:
        raise nobody("button (give data, text, or row and column)") from wrong


def press(world: World, person: Person, wish: Json) -> Json:
    """Press a button of the reply keyboard: its text is said, or what it asks for is shared."""
    chat = talk.chat_of(world, person, wish.get("chat_id"))
    laid = world.messages.keyboards.get(chat.id)
    rows = laid["markup"].get("keyboard", []) if laid else []
    buttons: list[Json] = [one for row in rows for one in row]
    button = next((one for one in buttons if one["text"] == wish.get("text")), None)
    if laid is None or button is None:
        labels = " | ".join(one["text"] for one in buttons)
        raise nobody(f"button «{wish.get('text')}» (there are: {labels or 'none'})")
    if button.get("request_contact"):
        said = talk.post(world, person, chat.id, own_contact(person))
    elif button.get("request_chat"):
        said = _share_chat(world, person, chat, button["request_chat"], wish.get("chosen_chat_id"))
    elif button.get("request_users"):
        said = _share_people(world, person, chat, button["request_users"], wish.get("chosen_user_ids") or [])
    else:
        said = talk.send(world, person, button["text"], chat_id=chat.id)
    if laid["markup"].get("one_time_keyboard"):
        world.messages.lay_keyboard(chat.id, None)
        emit.keyboard(world, chat.id)
    return said


def own_contact(person: Person) -> Json:
    if not person.phone:
        raise CannotDo("the person has no phone number: add one to the profile", status=409)
    contact: Json = {"phone_number": person.phone, "first_name": person.first_name, "user_id": person.id}
    return {"contact": contact | ({"last_name": person.last_name} if person.last_name else {})}


def _share_chat(world: World, person: Person, chat: Chat, request: Json, chosen: int | None) -> Json:
    """Choose one of the own chats that fits what the bot asked for.

    Asked for rights of its own, the bot becomes an administrator there first,
    as Telegram's clients do it, if the person may decide that.
    """
    place = talk.find_chat(world, chosen) if chosen is not None else None
    if place is None or not place.has(person.id) or place.private:
        raise CannotDo("chosen_chat_id must be a chat of this person")
    if (place.type == "channel") != request["chat_is_channel"]:
        raise CannotDo(
            "the bot asked for a channel" if request["chat_is_channel"] else "the bot asked for a group"
        )
    wanted: Json | None = request.get("bot_administrator_rights")
    if wanted is not None and place.bot != "administrator":
        if place.members.get(str(person.id)) not in ("creator", "administrator"):
            raise CannotDo(
                "only an administrator of the chosen chat can give the bot rights there", status=409
            )
        rights = {name: value for name, value in wanted.items() if isinstance(value, bool)}
        membership.place_bot(world, place, "administrator", by=person.id, rights=rights)
    if request.get("bot_is_member") and not place.bot_inside:
        raise CannotDo("the bot must be in the chosen chat")
    shared: Json = {"request_id": request["request_id"], "chat_id": place.id}
    if request.get("request_title"):
        shared["title"] = place.title
    if request.get("request_username") and place.username:
        shared["username"] = place.username
    return talk.post(world, person, chat.id, {"chat_shared": shared})


def _share_people(world: World, person: Person, chat: Chat, request: Json, chosen: list[int]) -> Json:
    people = [talk.find_person(world, one) for one in chosen]
    if not 1 <= len(people) <= request.get("max_quantity", 1):
        raise CannotDo("chosen_user_ids must hold as many people as the bot allows")
    users: list[dict[str, Any]] = [{"user_id": one.id} for one in people]
    if request.get("request_name"):
        users = [user | {"first_name": one.first_name} for user, one in zip(users, people, strict=True)]
    return talk.post(
        world, person, chat.id, {"users_shared": {"request_id": request["request_id"], "users": users}}
    )
