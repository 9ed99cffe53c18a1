"""The sandbox's clock, read and moved."""

import time
from datetime import datetime

from sandbox.acts.errors import CannotDo
from sandbox.control.wishes import Route, Wish
from sandbox.world import World
from sandbox.world.store import Json

MAX_WAIT = 60


async def read(world: World, wish: Wish) -> Json:
    """The time now; with ``since`` and ``wait`` as soon as the clock has been moved since that version."""
    since = wish.number_or_none("since")
    until = time.monotonic() + min(wish.seconds("wait", 0), MAX_WAIT)
    while since == world.clock.version and not world.stopping and (left := until - time.monotonic()) > 0:
        await world.clock.moved.wait(left)
    return world.clock.view()


def move(world: World, wish: Wish) -> Json:
    frozen = wish.flag("frozen") if "frozen" in wish.fields else None
    moment = _moment(wish, "now")
    if (to := _moment(wish, "to")) is not None:
        if to < world.clock.now():
            raise CannotDo("to lies in the past: the clock only goes forward, use now to set it back")
        moment = to
    if "advance_seconds" in wish.fields:
        moment = (world.clock.now() if moment is None else moment) + wish.seconds("advance_seconds", 0)
    if moment is None and frozen is None:
        raise CannotDo("give now, to, advance_seconds or frozen")
    world.move_clock(moment, frozen=frozen)
    return world.clock.view()


def _moment(wish: Wish, name: str) -> float | None:
    """Unix seconds, or ISO 8601 with an offset."""
    value = wish.fields.get(name)
    if not isinstance(value, str):
        return wish.seconds(name, 0) if value is not None else None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as wrong:
        raise CannotDo(f"{name} must be Unix seconds or ISO 8601") from wrong
    if moment.tzinfo is None:
        raise CannotDo(f"{name} needs an offset, like +07:00")
    return moment.timestamp()


ROUTES: tuple[Route, ...] = (("GET", "/clock", read), ("POST", "/clock", move))
