"""The control API ``/sim``: acting as people, moving the clock, breaking things. See docs/sandbox.md."""

from aiohttp import web

from sandbox.control import chats, clock, live, papers, people, reading, trouble
from sandbox.control.wishes import serve
from sandbox.world import World

ROOMS = (people, chats, reading, papers, clock, trouble)


def routes(world: World) -> list[web.AbstractRouteDef]:
    """All of ``/sim`` for this world."""
    made: list[web.AbstractRouteDef] = [
        web.route(verb, f"/sim{path}", serve(world, act)) for room in ROOMS for verb, path, act in room.ROUTES
    ]
    return [*made, web.get("/sim/events", live.stream(world))]
