"""Events as they happen, for pages (Server-Sent Events)."""

import asyncio
import json
from collections.abc import Awaitable, Callable

from aiohttp import web

from sandbox.world import World

HEARTBEAT_SECONDS = 15.0
CLOSING: web.AppKey[asyncio.Event] = web.AppKey("closing", asyncio.Event)
"""Set when the application stops: every stream ends."""


def stream(
    world: World, heartbeat: float = HEARTBEAT_SECONDS
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """A handler that tells one page everything from now on, or from the event it saw last."""

    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        seen = _last_seen(request, world)
        await response.write(b": welcome\n\n")
        try:
            while not request.app[CLOSING].is_set():
                events = world.events.after(seen)
                told: list[str] = []
                if events is None:
                    seen = world.events.last_id
                    told.append(f"id: {seen}\nevent: reset\ndata: {{}}\n\n")
                for event in events or ():
                    data = json.dumps(event.data(), ensure_ascii=False)
                    told.append(f"id: {event.id}\nevent: {event.name}\ndata: {data}\n\n")
                    seen = event.id
                if told:
                    await response.write("".join(told).encode("utf-8", "replace"))
                elif not await world.events.happened.wait(heartbeat):
                    await response.write(b": still here\n\n")
        except ConnectionResetError:
            pass
        return response

    return handler


def _last_seen(request: web.Request, world: World) -> int:
    given = request.headers.get("Last-Event-ID") or request.query.get("last_event_id") or ""
    return int(given) if given.isdigit() else world.events.last_id
