"""The evening summary: what a day's attention had no room for, in one message, and what its author reads of it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import update

from db.models import EventRow
from db.work import Database
from domain.campaigns import RecallPreview
from domain.clock import MovableClock
from domain.delivery import DeliveryReport
from domain.ids import EventId
from domain.outcomes import Refused
from services.campaigns import Campaigns
from tests.db import families
from tests.services.post_office import PostOffice, at, by, open_office


@pytest.fixture
async def office(database: Database, clock: MovableClock, tmp_path: Path) -> AsyncIterator[PostOffice]:
    """A post office without a limit on sending; 10:00 on Monday 7 September."""
    async with open_office(database, clock, tmp_path) as opened:
        yield opened


async def test_the_evening_summary_tells_what_was_held(office: PostOffice) -> None:
    mother, other = await office.family(), await office.family()
    events = [
        await office.event(mother, starts_at=at(20 + number, 10), title=f"Встреча {number}")
        for number in range(5)
    ]
    stopped = await office.event(mother, starts_at=at(26, 10), title="Остановленная")
    for event_id in (*events, stopped):
        await office.announce(event_id, mother)
    await office.announce(events[0], other)
    async with office.database.work() as work:
        await work.connection.execute(
            update(EventRow).where(EventRow.id == events[3]).values(status="cancelled")
        )
        await work.connection.execute(
            update(EventRow).where(EventRow.id == stopped).values(stopped_at=office.clock.now())
        )
    await by(office, at(7, 18, 59))
    assert len(await office.texts(mother)) == 2
    held = await _report(office, events[4])
    assert (held.in_summary, held.sent, held.waiting) == (1, 0, 0)
    await by(office, at(7, 19, 0))
    await by(office, at(7, 19, 30))
    told = await office.heard(mother)
    assert len(told) == 3
    summary = told[-1]
    assert [f"Встреча {number}" in summary["text"] for number in range(5)] == [
        False,
        False,
        True,
        False,
        True,
    ]
    assert "Остановленная" not in summary["text"]
    assert "🐻" in summary["text"]
    labels = [button["text"] for row in summary["inline_keyboard"] for button in row]
    assert labels[:2] == ["🐻 Встреча 2", "🐻 Встреча 4"]
    assert await families.statuses(office.database, subject=f"event:{events[4]}") == ["summarised"]
    assert len(await office.texts(other)) == 0  # the event is not for the child's group
    told_in_it = await _report(office, events[4])
    assert (told_in_it.in_summary, told_in_it.sent, told_in_it.waiting) == (0, 1, 0)


async def test_a_summary_that_does_not_arrive_tells_nothing(office: PostOffice) -> None:
    mother = await office.family()
    events = [await office.event(mother, starts_at=at(20 + number, 10)) for number in range(3)]
    for event_id in events:
        await office.announce(event_id, mother)
    await by(office, at(7, 18, 59))
    await office.sim(f"/people/{await office.chat_of(mother)}/block")
    await by(office, at(7, 19, 0))
    report = await _report(office, events[2])
    assert (report.closed, report.in_summary, report.sent) == (1, 0, 0)


async def test_what_is_held_after_the_summary_waits_for_the_next_evening(office: PostOffice) -> None:
    mother = await office.family()
    for number in range(3):
        await office.announce(await office.event(mother, starts_at=at(20, 10 + number)), mother)
    await by(office, at(7, 19, 0))
    await office.announce(await office.event(mother, starts_at=at(25, 10)), mother)
    await by(office, at(7, 20, 0))
    assert len(await office.texts(mother)) == 3
    await by(office, at(8, 19, 0))
    summaries = await families.notices(office.database, kind="evening-summary")
    assert [row.status for row in summaries] == ["sent", "sent"]


async def test_a_summary_with_nothing_left_to_tell_is_not_sent(office: PostOffice) -> None:
    mother = await office.family()
    events = [await office.event(mother, starts_at=at(20, 10)) for _ in range(3)]
    for event_id in events:
        await office.announce(event_id, mother)
    async with office.database.work() as work:
        await work.connection.execute(
            update(EventRow).where(EventRow.id == events[2]).values(status="cancelled")
        )
    await by(office, at(7, 19, 0))
    assert len(await office.texts(mother)) == 2


async def test_a_summary_missed_at_night_is_heard_in_the_morning(office: PostOffice) -> None:
    mother = await office.family()
    for number in range(3):
        await office.announce(await office.event(mother, starts_at=at(20, 10 + number)), mother)
    await by(office, at(7, 18))
    await by(office, at(7, 22))
    assert len(await office.texts(mother)) == 2
    await by(office, at(8, 8))
    assert len(await office.texts(mother)) == 3


async def test_a_line_that_was_read_is_called_off_when_its_event_is_taken_back(office: PostOffice) -> None:
    """A line is not taken out of a summary; one that is not out yet is left out of it, and nothing is called off."""
    read, waits, closed = await office.family(), await office.family(), await office.family()
    head = await families.member(office.database, office.home, 77, role="head")
    for number in range(2):
        for person in (read, waits, closed):
            event_id = await office.event(person, starts_at=at(20, 10 + number), title=f"Встреча {number}")
            await office.announce(event_id, person)
    third = await office.event(read, waits, closed, starts_at=at(21, 10), title="Третья")
    await office.announce(third, read, closed)
    await by(office, at(7, 18, 59))
    await office.sim(f"/people/{await office.chat_of(closed)}/block")
    await by(office, at(7, 19, 30))
    assert ["Третья" in text for text in await office.texts(read)] == [False, False, True]
    await office.announce(third, waits)
    async with office.database.read() as reading:
        actor = await reading.people.find_person(head)
    assert actor is not None
    campaigns = Campaigns(office.database, office.clock)
    preview = await campaigns.preview_recall(actor, third)
    assert isinstance(preview, RecallPreview)
    assert preview.told == 1
    assert not isinstance(await campaigns.recall(actor, third, 1), Refused)
    assert await families.statuses(office.database, subject=f"recalled:{third}") == ["queued"]
    await by(office, at(7, 19, 40))
    assert "отменено" in (await office.texts(read))[-1]
    await by(office, at(8, 19, 30))
    assert len(await office.texts(waits)) == 2, "nothing was left to be told in a summary"


async def _report(office: PostOffice, event_id: EventId) -> DeliveryReport:
    async with office.database.read() as reading:
        return await reading.deliveries.report(office.home, f"event:{event_id}")
