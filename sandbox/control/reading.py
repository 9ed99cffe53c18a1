"""Reading the world: state, messages, screens, files."""

from urllib.parse import quote

from aiohttp import web

from sandbox import view
from sandbox.acts import talk
from sandbox.acts.errors import nobody
from sandbox.control.chats import CHAT
from sandbox.control.wishes import Route, Wish
from sandbox.world import World
from sandbox.world.people import Person
from sandbox.world.store import Json

MAX_PAGE = 1000


def state(world: World, wish: Wish) -> Json:
    return view.state(world)


def _viewer(world: World, wish: Wish) -> Person | None:
    number = wish.number_or_none("viewer")
    return None if number is None else talk.find_person(world, number)


def messages(world: World, wish: Wish) -> Json:
    """A part of a chat as this viewer sees it."""
    chat = talk.find_chat(world, wish.path("chat"))
    viewer = _viewer(world, wish)
    limit = min(max(wish.number_or_none("limit") or 100, 1), MAX_PAGE)
    page, more = world.messages.page(chat.id, after=wish.number_or_none("after"), limit=limit)
    person = world.people.all.get(chat.id)
    return {
        "chat": view.short_chat(world, chat),
        "started": person.started if person else True,
        "blocked": person.blocked if person else False,
        "unread": view.unread_in(world, viewer, chat) if viewer else 0,
        "reply_keyboard": view.keyboard(world, chat.id),
        "has_more": more,
        "messages": [view.message(world, one, viewer=viewer) for one in page],
    }


def message(world: World, wish: Wish) -> Json:
    found = world.messages.find_any(wish.path("chat"), wish.path("message"))
    if found is None:
        raise nobody("message")
    return view.message(world, found, viewer=_viewer(world, wish))


def screen(world: World, wish: Wish) -> Json:
    """The newest message of the bot with buttons."""
    found = world.messages.screen(talk.find_chat(world, wish.path("chat")).id, world.bot.id)
    if found is None:
        raise nobody("message with buttons")
    return view.message(world, found, viewer=_viewer(world, wish))


def file(world: World, wish: Wish) -> web.StreamResponse:
    """The bytes of a file; nothing of it may run in the page."""
    found = world.files.find(wish.request.match_info["file_id"])
    if found is None:
        raise nobody("file")
    shown = found.kind in ("photo", "voice", "sticker") or found.mime_type in (
        "application/pdf",
        "text/plain",
    )
    place = "inline" if shown and not wish.flag("download") else "attachment"
    kind = (
        found.mime_type if shown and "html" not in found.mime_type and "svg" not in found.mime_type else None
    )
    if kind == "text/plain":
        kind = "text/plain; charset=utf-8"
    return web.Response(
        body=world.files.content(found),
        headers={
            "Content-Type": kind or "application/octet-stream",
            "Content-Disposition": f"{place}; filename*=UTF-8''{quote(found.name)}",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, max-age=86400",
        },
    )


ROUTES: tuple[Route, ...] = (
    ("GET", "/state", state),
    ("GET", f"{CHAT}/messages", messages),
    ("GET", rf"{CHAT}/messages/{{message:\d+}}", message),
    ("GET", f"{CHAT}/screen", screen),
    ("GET", "/files/{file_id}", file),
)
