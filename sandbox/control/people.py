"""Adding people and acting as one of them."""

from typing import Any

from sandbox import emit
from sandbox.acts import membership, sharing, talk, taps
from sandbox.acts.errors import CannotDo
from sandbox.control.wishes import Route, Wish
from sandbox.world import World
from sandbox.world.people import Person
from sandbox.world.store import Json

PROFILE = ("last_name", "username", "phone", "language_code", "role", "emoji", "colour")


def _me(world: World, wish: Wish) -> Person:
    return talk.find_person(world, wish.path("person"))


def add(world: World, wish: Wish) -> Json:
    number = wish.number_or_none("id")
    if number is not None and (number <= 0 or number in world.people.all or number == world.bot.id):
        raise CannotDo("this id is taken, or no person's", status=409)
    person = world.people.add(wish.text("first_name"), person_id=number, **_profile(world, wish))
    emit.person(world, person.id)
    return {"id": person.id}


def change(world: World, wish: Wish) -> Json:
    person = _me(world, wish)
    for name, value in _profile(world, wish, person).items():
        setattr(person, name, value)
    person.first_name = wish.text_or_none("first_name") or person.first_name
    emit.person(world, person.id)
    return {"id": person.id}


def _profile(world: World, wish: Wish, person: Person | None = None) -> dict[str, Any]:
    profile = {name: value for name in PROFILE if (value := wish.text_or_none(name)) is not None}
    username = str(profile.get("username", "")).lower()
    if username and any(
        (one.username or "").lower() == username for one in world.people.all.values() if one is not person
    ):
        raise CannotDo("this username is taken", status=409)
    return profile


def start(world: World, wish: Wish) -> Json:
    return talk.start(world, _me(world, wish), wish.text_or_none("payload"))


def send(world: World, wish: Wish) -> Json:
    place, reply_to = wish.number_or_none("chat_id"), wish.number_or_none("reply_to")
    return talk.send(world, _me(world, wish), wish.text("text"), chat_id=place, reply_to=reply_to)


async def tap(world: World, wish: Wish) -> Json:
    return await taps.tap(world, _me(world, wish), _checked(wish))


def press(world: World, wish: Wish) -> Json:
    wish.text("text")
    return taps.press(world, _me(world, wish), _checked(wish))


def edit(world: World, wish: Wish) -> Json:
    return talk.edit(
        world, _me(world, wish), wish.number("message_id"), wish.text("text"), wish.number_or_none("chat_id")
    )


def delete(world: World, wish: Wish) -> Json:
    return talk.delete(world, _me(world, wish), wish.number("message_id"), wish.number_or_none("chat_id"))


def vote(world: World, wish: Wish) -> Json:
    options, place = wish.numbers("options"), wish.number_or_none("chat_id")
    return talk.vote(world, _me(world, wish), wish.number("message_id"), options, place)


def read(world: World, wish: Wish) -> Json:
    return talk.read(world, _me(world, wish), wish.number_or_none("chat_id"), wish.number_or_none("up_to"))


def block(world: World, wish: Wish) -> Json:
    return membership.block(world, _me(world, wish))


def unblock(world: World, wish: Wish) -> Json:
    return membership.unblock(world, _me(world, wish))


def deactivate(world: World, wish: Wish) -> Json:
    person = _me(world, wish)
    person.deactivated = True
    emit.person(world, person.id)
    return {}


def share(world: World, wish: Wish) -> Json:
    """Send a photo, a voice message, a document or a sticker."""
    kind = wish.request.match_info["kind"]
    return sharing.share(world, _me(world, wish), kind, _checked(wish), wish.upload)


def contact(world: World, wish: Wish) -> Json:
    return sharing.share_contact(world, _me(world, wish), _checked(wish))


NUMBERS = ("chat_id", "message_id", "reply_to", "row", "column", "user_id", "duration", "chosen_chat_id")
TEXTS = ("data", "text", "caption", "file_name", "mime_type", "emoji", "phone_number", "first_name")


def _checked(wish: Wish) -> Json:
    """The fields that an act looks at, each of its right type."""
    checked: Json = {name: wish.number_or_none(name) for name in NUMBERS}
    checked |= {name: wish.text_or_none(name) for name in TEXTS}
    checked = {name: value for name, value in checked.items() if value is not None}
    checked["wait"] = wish.seconds("wait", 10)
    if "media_group_id" in wish.fields:
        checked["media_group_id"] = wish.fields["media_group_id"]
    if chosen := wish.numbers("chosen_user_ids"):
        checked["chosen_user_ids"] = chosen
    return checked


ME = r"/people/{person:\d+}"

ROUTES: tuple[Route, ...] = (
    ("POST", "/people", add),
    ("POST", ME, change),
    ("POST", f"{ME}/start", start),
    ("POST", f"{ME}/send", send),
    ("POST", f"{ME}/tap", tap),
    ("POST", f"{ME}/press", press),
    ("POST", f"{ME}/edit", edit),
    ("POST", f"{ME}/delete", delete),
    ("POST", f"{ME}/vote", vote),
    ("POST", f"{ME}/read", read),
    ("POST", f"{ME}/block", block),
    ("POST", f"{ME}/unblock", unblock),
    ("POST", f"{ME}/deactivate", deactivate),
    ("POST", f"{ME}/contact", contact),
    ("POST", f"{ME}/{{kind:photo|voice|document|sticker}}", share),
)
