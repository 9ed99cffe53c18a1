"""Groups, supergroups and channels, and the bot's place in them."""

from sandbox.acts import membership, talk
from sandbox.acts.errors import CannotDo
from sandbox.control.wishes import Route, Wish
from sandbox.world import World
from sandbox.world.people import Chat
from sandbox.world.store import Json


def _chat(world: World, wish: Wish) -> Chat:
    return talk.find_chat(world, wish.path("chat"))


def _rights(wish: Wish) -> dict[str, bool]:
    rights = wish.fields.get("rights") or {}
    if not isinstance(rights, dict) or not all(isinstance(one, bool) for one in rights.values()):
        raise CannotDo("rights must be an object of true and false")
    return rights


def create(world: World, wish: Wish) -> Json:
    chat = membership.create(
        world,
        wish.text("type"),
        wish.text("title"),
        members=wish.numbers("members"),
        creator=wish.number_or_none("creator"),
        bot=wish.text_or_none("bot") or "none",
        rights=_rights(wish),
        username=wish.text_or_none("username"),
    )
    return {"id": chat.id}


def place_bot(world: World, wish: Wish) -> Json:
    by, status = wish.number_or_none("by"), wish.text("status")
    return {"update_id": membership.place_bot(world, _chat(world, wish), status, by=by, rights=_rights(wish))}


def place_person(world: World, wish: Wish) -> Json:
    person = talk.find_person(world, wish.number("person_id"))
    return {"update_id": membership.place_person(world, _chat(world, wish), person, wish.text("status"))}


def migrate(world: World, wish: Wish) -> Json:
    return {"id": membership.migrate(world, _chat(world, wish)).id}


def delete(world: World, wish: Wish) -> Json:
    membership.delete(world, _chat(world, wish))
    return {}


def change_bot(world: World, wish: Wish) -> Json:
    """Privacy mode, and the zone in which the page tells the time."""
    if "privacy" in wish.fields:
        world.bot.privacy = wish.flag("privacy")
    world.bot.zone = wish.text_or_none("zone") or world.bot.zone
    world.keep_bot()
    return world.bot.view()


CHAT = r"/chats/{chat:-?\d+}"

ROUTES: tuple[Route, ...] = (
    ("POST", "/chats", create),
    ("POST", f"{CHAT}/bot", place_bot),
    ("POST", f"{CHAT}/members", place_person),
    ("POST", f"{CHAT}/migrate", migrate),
    ("POST", f"{CHAT}/delete", delete),
    ("POST", "/bot", change_bot),
)
