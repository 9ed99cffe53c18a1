"""Who comes, whatever the number of families: counted as if one by one, shown by few rows."""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event as hooks
from sqlalchemy import text

from db.work import Database
from domain.answers import Answer, FamilyAnswer
from domain.event_views import AttendancePage
from domain.events import Event
from domain.ids import EventId
from domain.people import Actor, Role
from domain.recaps import Came, MarksPage
from domain.seat_views import WhenFull
from domain.seats import Seats, SeatsBy
from services.recaps import Recaps
from tests.db import families as rows
from tests.services.sunny import Sunny, build_sunny

_ORDER = (Answer.WITH_CHILD, Answer.ALONE, Answer.UNSURE, Answer.NO, None)


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten."""
    return await build_sunny(database)


async def _families(sunny: Sunny, head: Actor, event: Event, needing: bool) -> list[FamilyAnswer]:
    """All of them, page after page."""
    found: list[FamilyAnswer] = []
    look = sunny.rsvp_entries.to_enter if needing else sunny.rsvp_entries.attendance
    more = True
    while more:
        page: AttendancePage = await look(head, event.id, len(found) // 8)
        found += page.shown
        more = page.more
    return found


@pytest.mark.parametrize("seats", [None, Seats(3, SeatsBy.FAMILY)])
async def test_counts_and_order_are_those_of_the_families(sunny: Sunny, seats: Seats | None) -> None:
    head = await sunny.staff(Role.HEAD)
    both = frozenset({sunny.sun, sunny.rays})
    event = await sunny.publish(head, group_ids=both, seats=seats)
    dice = random.Random(7)
    adults = [await sunny.adult(*children) for children in ((1,), (1,), (1, 2), (3,), (5,), (6,), (2, 6))]
    for adult in adults:
        await sunny.rsvps.answer(adult, event.id, dice.choice(list(Answer)))
    for number in (0, 3):
        await sunny.rsvp_entries.enter(
            head, event.id, sunny.children[number], dice.choice(list(Answer)), full=WhenFull.QUEUE
        )
    families = await _families(sunny, head, event, needing=False)
    assert len({family.child_id for family in families}) == len(sunny.children)
    assert families == sorted(families, key=lambda f: (_ORDER.index(f.answer), f.number))
    assert await _families(sunny, head, event, needing=True) == sorted(
        families, key=lambda f: ((2 if f.answer else 1) if f.phones else 0, f.number)
    )
    told = (await sunny.events.card(head, event.id)).attendance
    assert Counter(f.answer for f in families if not f.waits) == Counter(
        {answer: told.count(answer) for answer in _ORDER}
    )
    assert told.families == len(families)
    assert told.waiting == sum(f.waits for f in families)
    assert (told.waiting > 0) == (seats is not None)
    assert told.without_phone == sum(not f.phones for f in families)
    if seats is None:
        coming = {person for f in families for person in f.coming_ids}
        assert told.adults == len(coming) + sum(f.entered is not None and f.entered.comes for f in families)


async def test_a_card_reads_as_few_rows_of_two_thousand_families_as_of_twenty(sunny: Sunny) -> None:
    head = await sunny.staff(Role.HEAD)
    recaps = Recaps(sunny.database, sunny.clock)
    cost: list[list[int]] = []
    for number, in_each in enumerate((10, 1_000)):
        groups = await rows.many_families(
            sunny.database, sunny.organisation_id, 2, in_each, first=10**6 * (number + 1)
        )
        start = sunny.clock.now() + timedelta(minutes=1)
        event = await rows.event(
            sunny.database, sunny.organisation_id, head.person_id, start, *groups, title=f"Встреча {number}"
        )
        await _everybody_answers(sunny.database, event)
        sunny.clock.advance(timedelta(minutes=2))
        read = []
        with _rows_read(sunny.database) as of_card:
            card = await sunny.events.card(head, event)
        read.append(of_card["rows"])
        assert card.attendance.families == 2 * in_each
        assert card.attendance.count(Answer.NO) == 2 * in_each
        with _rows_read(sunny.database) as of_page:
            page = await sunny.rsvp_entries.attendance(head, event, 1)
        read.append(of_page["rows"])
        with _rows_read(sunny.database) as of_family:
            await sunny.rsvp_entries.family(head, event, page.shown[0].child_id)
        read.append(of_family["rows"])
        with _rows_read(sunny.database) as of_marks:
            marks = await recaps.marks(head, event)
            assert isinstance(marks, MarksPage)
            assert await recaps.mark(head, event, marks.shown[0].child_id, Came(1, child=True)) is None
        read.append(of_marks["rows"])
        cost.append(read)
    assert cost[0] == cost[1]


async def _everybody_answers(database: Database, event: EventId) -> None:
    async with database.work() as work:
        await work.connection.execute(
            text(
                "INSERT INTO rsvps (organisation_id, event_id, person_id, answer, answered_at) "
                "SELECT m.organisation_id, eg.event_id, m.person_id, 'no', '2026-09-07 03:00:00' "
                "FROM event_groups eg JOIN children c ON c.group_id = eg.group_id "
                "JOIN guardianships g ON g.child_id = c.id JOIN memberships m ON m.id = g.membership_id "
                "WHERE eg.event_id = :event"
            ),
            {"event": event},
        )


@contextmanager
def _rows_read(database: Database) -> Iterator[Counter[str]]:
    """How many rows the questions inside gave."""
    read: Counter[str] = Counter()

    def note(_connection: Any, cursor: Any, *_: Any) -> None:
        read["rows"] += len(cursor._rows)

    engines = {database.writer.sync_engine}
    if database.reader.pool is not database.writer.pool:
        engines.add(database.reader.sync_engine)
    for engine in engines:
        hooks.listen(engine, "after_cursor_execute", note)
    try:
        yield read
    finally:
        for engine in engines:
            hooks.remove(engine, "after_cursor_execute", note)
