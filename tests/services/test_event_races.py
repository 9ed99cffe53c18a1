"""An event is changed or cancelled while people are being told of it: nobody is left with what was."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import pytest

from db.repositories.outbox import Outbox
from db.work import Database
from domain.events import Event
from domain.notices import NoticeKind
from domain.people import Actor, Role
from services.event_notices import EventNotices
from tests.services.sunny import Sunny, build_sunny, told

LEASE = timedelta(seconds=40)
NEWS = (NoticeKind.EVENT_CHANGED, NoticeKind.EVENT_CANCELLED)
PATIENCE = 0.3
"""Seconds for somebody who does not wait to get ahead."""


async def tell(sunny: Sunny) -> list[str]:
    """Of which events the delivery invites, as they stand."""
    now = sunny.clock.now()
    async with sunny.database.work() as work:
        notices = await work.leases.lease(1, real=now, until=now + LEASE)
    by = EventNotices(sunny.database, sunny.clock)
    return [
        shown.event.title for one in notices if (shown := await by.invitation_for_notice(one)) is not None
    ]


@pytest.fixture
def halfway(monkeypatch: pytest.MonkeyPatch) -> Callable[[], tuple[asyncio.Event, asyncio.Event]]:
    """Who is concerned has been asked, and the transaction goes on only when it is let."""

    def arm() -> tuple[asyncio.Event, asyncio.Event]:
        asked, let = asyncio.Event(), asyncio.Event()
        fan_out = Outbox.fan_out

        async def slowly(self: Outbox, *given: Any) -> int:
            written = await fan_out(self, *given)
            asked.set()
            await let.wait()
            return written

        monkeypatch.setattr(Outbox, "fan_out", slowly)
        return asked, let

    return arm


async def renamed(sunny: Sunny, teacher: Actor, event: Event) -> None:
    """The teacher gives it another name."""
    await sunny.changes.change(teacher, event.id, event.version, sunny.draft(sunny.sun, title="В депо"))


async def cancelled(sunny: Sunny, teacher: Actor, event: Event) -> None:
    """The teacher cancels it."""
    await sunny.changes.cancel(teacher, event.id, event.version)


@pytest.mark.parametrize("news", [renamed, cancelled])
async def test_who_is_told_at_that_moment_is_told_what_comes_of_it(
    database: Database,
    halfway: Callable[[], tuple[asyncio.Event, asyncio.Event]],
    news: Callable[[Sunny, Actor, Event], Coroutine[Any, Any, None]],
) -> None:
    sunny = await build_sunny(database)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    await sunny.adult(1)
    event = await sunny.publish(teacher)
    asked, let = halfway()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(news(sunny, teacher, event))
        await asked.wait()
        telling = tasks.create_task(tell(sunny))
        await asyncio.wait({telling}, timeout=PATIENCE)
        let.set()
    assert event.title not in telling.result(), "and nobody would tell of what was changed"
    concerned = {person for kind in NEWS for person in await told(database, kind.value)}
    assert concerned == set(), "nobody has heard of the event before"
