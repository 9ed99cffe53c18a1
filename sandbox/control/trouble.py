"""Faults, limits, the log of calls, waiting for calm, starting anew."""

import time

from sandbox.acts.errors import CannotDo
from sandbox.control.wishes import Route, Wish
from sandbox.world import World
from sandbox.world.store import Json

LIMITS = ("enforce", "overall", "per_chat", "per_group", "latency_ms")


def plan_faults(world: World, wish: Wish) -> Json:
    wanted = wish.fields.get("faults", [wish.fields])
    if not isinstance(wanted, list) or not all(isinstance(one, dict) for one in wanted):
        raise CannotDo("faults must be a list of objects")
    return {"ids": [world.faults.plan(one).id for one in wanted]}


def list_faults(world: World, wish: Wish) -> Json:
    return {"faults": world.faults.left()}


def clear_faults(world: World, wish: Wish) -> Json:
    world.faults.clear()
    world.updates.release()
    return {}


def read_limits(world: World, wish: Wish) -> Json:
    return world.limits.view()


def set_limits(world: World, wish: Wish) -> Json:
    if unknown := set(wish.fields) - set(LIMITS):
        raise CannotDo(f"unknown field {', '.join(sorted(unknown))}")
    wish.flag("enforce")
    for name in ("overall", "per_chat", "per_group"):
        if name in wish.fields and wish.seconds(name, 0) <= 0:
            raise CannotDo(f"{name} must be positive")
    latency = wish.fields.get("latency_ms", [0, 0])
    if not (
        isinstance(latency, list)
        and len(latency) == 2
        and all(isinstance(one, int | float) for one in latency)
    ):
        raise CannotDo("latency_ms must be [low, high]")
    world.change_limits(wish.fields)
    return world.limits.view()


def calls(world: World, wish: Wish) -> Json:
    found = world.calls.after(
        wish.number_or_none("after") or 0,
        limit=wish.number_or_none("limit") or 1000,
        method=wish.text_or_none("method"),
        polls=wish.flag("polls"),
    )
    return {"calls": [one.view() for one in found], "last": world.calls.last}


def summary(world: World, wish: Wish) -> Json:
    return world.calls.summary()


def clear_calls(world: World, wish: Wish) -> Json:
    world.calls.clear()
    return {}


async def idle(world: World, wish: Wish) -> Json:
    """Wait until every update is confirmed and no call is being served, for a moment in a row."""
    until = time.monotonic() + wish.seconds("timeout", 10)
    quiet = wish.seconds("quiet_ms", 30) / 1000
    while not world.stopping and (left := until - time.monotonic()) > 0:
        if world.updates or world.in_flight:
            bell = world.updates.changed if world.updates else world.calm
            await bell.wait(left)
        elif not await world.calm.wait(min(quiet, left)) and not (world.updates or world.in_flight):
            break
    return {
        "idle": not world.updates and not world.in_flight,
        "pending": len(world.updates),
        "in_flight": world.in_flight,
    }


async def reset(world: World, wish: Wish) -> Json:
    await world.reset()
    return {}


async def flush(world: World, wish: Wish) -> Json:
    await world.store.flush()
    return {}


ROUTES: tuple[Route, ...] = (
    ("POST", "/faults", plan_faults),
    ("GET", "/faults", list_faults),
    ("DELETE", "/faults", clear_faults),
    ("GET", "/limits", read_limits),
    ("POST", "/limits", set_limits),
    ("GET", "/calls", calls),
    ("GET", "/calls/summary", summary),
    ("DELETE", "/calls", clear_calls),
    ("POST", "/idle", idle),
    ("POST", "/reset", reset),
    ("POST", "/flush", flush),
)
