"""What could not be sent in time: the night has come, it is of no use any more, the clock has jumped."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.delivery import Delivery
from db.models import NoticeRow
from db.work import Database
from domain.clock import Clock, MovableClock
from domain.ids import PersonId
from domain.notices import NoticeDraft, NoticeKind, Urgency
from tests.db import families
from tests.services.post_office import PostOffice, at, by, open_office

NIGHT, MORNING = at(7, 23), at(8, 8)


@pytest.fixture
async def office(database: Database, clock: MovableClock, tmp_path: Path) -> AsyncIterator[PostOffice]:
    """A post office whose bot has been away since 10:00 on Monday 7 September."""
    async with open_office(database, clock, tmp_path) as opened:
        yield opened


async def due(office: PostOffice, person_id: PersonId) -> list[tuple[str, datetime]]:
    rows = await families.notices(office.database, person_id=person_id)
    return [(row.status, row.due_at.replace(tzinfo=UTC)) for row in rows]


async def rested(office: PostOffice) -> None:
    """The pause after a failure, measured in real time, is over."""
    async with office.database.work() as work:
        await work.connection.execute(update(NoticeRow).values(leased_until=None))


async def test_what_was_put_by_day_is_not_said_at_night(office: PostOffice) -> None:
    """The bot was away all evening: families do not hear at eleven what could have been said at noon."""
    mother = await office.family()
    await office.announce(await office.event(mother, starts_at=at(20, 10)), mother)
    await by(office, NIGHT)
    assert await office.texts(mother) == []
    assert await due(office, mother) == [("queued", MORNING)]
    await by(office, MORNING)
    assert len(await office.texts(mother)) == 1
    [row] = await families.notices(office.database, person_id=mother)
    assert (row.status, row.attempts, row.budget_day) == ("sent", 1, MORNING.date())


async def test_what_cannot_wait_is_said_at_night(office: PostOffice) -> None:
    """Something urgent, and something of which the morning would be too late."""
    mother = await office.family()
    event_id = await office.event(mother, starts_at=at(8, 7, 30))
    await office.announce(event_id, mother)  # it starts before the quiet hours end
    async with office.database.work() as work:
        await work.outbox.put(
            NoticeDraft(
                NoticeKind.EVENT_PUBLISHED,
                mother,
                office.home,
                "urgent",
                urgency=Urgency.NOW,
                params={"event": event_id},
            )
        )
        await work.connection.execute(update(NoticeRow).values(expires_at=at(8, 7, 30)))
    await by(office, NIGHT)
    assert [status for status, _ in await due(office, mother)] == ["sent", "sent"]


async def test_a_summary_that_could_not_be_sent_in_the_evening_waits_for_the_morning(
    office: PostOffice,
) -> None:
    mother = await office.family()
    for number in range(3):
        await office.announce(await office.event(mother, starts_at=at(20, 10 + number)), mother)
    await by(office, at(7, 12))
    await office.sim("/faults", kind="cut_before", method="sendMessage", count=None)
    await by(office, at(7, 19))
    await office.session.delete(f"{office.base}/sim/faults")
    await rested(office)
    await by(office, NIGHT)
    assert len(await office.texts(mother)) == 2
    await by(office, MORNING)
    assert "Вечерняя сводка" in (await office.texts(mother))[2]


async def test_a_morning_after_holds_no_more_than_a_day_may(office: PostOffice) -> None:
    """Two that waited fill the day: a third of that day goes into its evening summary."""
    mother = await office.family()
    for number in range(2):
        await office.announce(await office.event(mother, starts_at=at(20, 10 + number)), mother)
    office.clock.move_to(NIGHT)
    for number in range(2):
        await office.announce(await office.event(mother, starts_at=at(21, 10 + number)), mother)
    await by(office, NIGHT)
    assert sorted(status for status, _ in await due(office, mother)) == ["queued"] * 2 + ["summary"] * 2
    await by(office, MORNING)
    assert len(await office.texts(mother)) == 2
    await by(office, at(8, 19))
    [_, _, summary] = await office.texts(mother)
    assert "Вечерняя сводка" in summary


async def test_what_became_useless_while_it_was_held_is_not_said(office: PostOffice) -> None:
    mother = await office.family()
    event_id = await office.event(mother, starts_at=at(20, 10))
    async with office.database.work() as work:
        await work.outbox.put(
            NoticeDraft(
                NoticeKind.EVENT_PUBLISHED,
                mother,
                office.home,
                "short",
                expires_at=at(7, 11),
                params={"event": event_id},
            )
        )
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    async with office.database.work() as work:
        assert len(await work.leases.lease(5, real=long_ago, until=long_ago + timedelta(seconds=40))) == 1
    await by(office, at(7, 11, 1))
    [row] = await families.notices(office.database, person_id=mother)
    assert (row.status, row.budget_day) == ("expired", None)
    assert await office.texts(mother) == []


async def test_a_server_that_is_ill_is_asked_again(office: PostOffice) -> None:
    mother = await office.family()
    await office.sim("/faults", kind="server_error", code=502, method="sendMessage")
    await office.announce(await office.event(mother), mother)
    await by(office, at(7, 12))
    assert [status for status, _ in await due(office, mother)] == ["retry"]
    await rested(office)
    await by(office, at(7, 12, 1))
    assert len(await office.texts(mother)) == 1


class Jumping(Clock):
    """Real time of a machine that may be set to another."""

    def __init__(self) -> None:
        self.off = timedelta(0)

    def now(self) -> datetime:
        """The present, as this machine sees it."""
        return super().now() + self.off


@pytest.mark.parametrize("jump", [timedelta(hours=2), timedelta(hours=-2)], ids=["forward", "back"])
async def test_a_jump_of_the_clock_does_not_send_twice_what_is_on_its_way(
    office: PostOffice, jump: timedelta
) -> None:
    """The machine slept, or was set right: the call in the air is still ours, and is not begun anew."""
    mother, father = await office.family(), await office.family()
    await office.announce(await office.event(mother, father), mother)
    await office.sim("/faults", kind="timeout", seconds=2, accepted=True, method="sendMessage")
    async with asyncio.TaskGroup() as tasks:
        delivery = await office.start(tasks)
        real = _with_jumping_clock(delivery)
        async with asyncio.timeout(5):
            while not await office.texts(mother):
                await office.world.events.happened.wait(0.05)
        real.off = jump
        delivery.worker._lapsed_at = float("-inf")
        await office.announce(await office.event(mother, father), father)
        await delivery.worker.settle(5)
        await delivery.stop()
    assert len(await office.texts(mother)) == 1
    assert len(await office.texts(father)) == 1


def _with_jumping_clock(delivery: Delivery) -> Jumping:
    clock = Jumping()
    delivery.worker._real = clock
    return clock
