"""Weekly series: several events of one announcement, each answered, changed and cancelled by itself."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from db.models import EventRow
from db.work import Database
from domain.answers import Answer
from domain.event_drafts import may_repeat, weekly
from domain.events import Event, EventDraft, EventStatus
from domain.outcomes import Forbidden, Reason, Refused
from domain.people import Role
from services.event_drafts import EventDrafts
from services.event_series import EventSeries
from tests.services.sunny import Sunny, build_sunny, mark_sent, told

WEEK = timedelta(weeks=1)


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten on both engines."""
    return await build_sunny(database)


async def test_one_announcement_tells_of_all_days_and_each_day_lives_by_itself(sunny: Sunny) -> None:
    drafts = EventDrafts(sunny.database, sunny.clock, sunny.events)
    series = EventSeries(sunny.database, sunny.clock)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    other = await sunny.staff(Role.TEACHER, sunny.rays)
    parent = await sunny.adult(1)
    draft = sunny.draft()
    draft = replace(
        draft,
        ends_at=draft.starts_at + timedelta(hours=1),
        answer_until=draft.starts_at - timedelta(days=1),
        bring=True,
    )
    first = await drafts.keep(teacher, sunny.organisation_id, draft, "t1")
    assert isinstance(first, Event)
    for weeks, reason in ((1, Reason.NO_SUCH_DATE), (13, Reason.NO_SUCH_DATE)):
        assert await series.publish(teacher, first.id, 1, weeks) == Refused(reason)
    assert await series.publish(teacher, first.id, 7, 3) == Refused(Reason.CHANGED_MEANWHILE)
    with pytest.raises(Forbidden):
        await series.publish(other, first.id, 1, 3)
    assert await sunny.count(EventRow) == 1
    outcomes = await asyncio.gather(*(series.publish(teacher, first.id, 1, 3) for _ in range(3)))
    meetings = max((o for o in outcomes if not isinstance(o, Refused)), key=len)
    assert [each.starts_at - first.starts_at for each in meetings] == [0 * WEEK, WEEK, 2 * WEEK]
    assert await sunny.count(EventRow, series_id=first.id, status="published") == 3
    for number, each in enumerate(meetings):
        assert (each.bring, each.group_ids, each.title) == (True, first.group_ids, first.title)
        assert each.ends_at == first.ends_at + number * WEEK  # type: ignore[operator]  # it was said
        assert each.answer_until == first.answer_until + number * WEEK  # type: ignore[operator]  # it was said
    assert await told(sunny.database, "event-published") == [parent.person_id], "one message, not three"
    shown = await sunny.rsvps.look(parent, first.id)
    assert shown.invitation.series == (meetings[1].starts_at, meetings[2].starts_at)
    assert (await sunny.rsvps.look(parent, meetings[1].id)).invitation.series == ()
    assert len((await sunny.rsvps.mine(parent)).events) == 3
    await sunny.rsvps.answer(parent, meetings[2].id, Answer.ALONE)
    assert (await sunny.rsvps.look(parent, first.id)).invitation.answer is None
    cancelled = await sunny.changes.cancel(teacher, meetings[1].id, 1)
    assert not isinstance(cancelled, Refused)
    assert cancelled.told == 0, "the announcement is not there yet, and will not name it"
    shown = await sunny.rsvps.look(parent, first.id)
    assert shown.invitation.series == (meetings[2].starts_at,)
    await mark_sent(sunny.database)
    moved = replace(sunny.draft(), starts_at=meetings[2].starts_at + timedelta(days=1), bring=True)
    changed = await sunny.changes.change(teacher, meetings[2].id, 1, moved)
    assert not isinstance(changed, Refused)
    assert changed.told == 1
    assert await told(sunny.database, "event-changed") == [parent.person_id]


async def test_whoever_read_the_announcement_hears_that_a_later_day_is_off(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    parent = await sunny.adult(1)
    drafts = EventDrafts(sunny.database, sunny.clock, sunny.events)
    first = await drafts.keep(teacher, sunny.organisation_id, sunny.draft(), "t1")
    assert isinstance(first, Event)
    meetings = await EventSeries(sunny.database, sunny.clock).publish(teacher, first.id, 1, 2)
    assert not isinstance(meetings, Refused)
    await mark_sent(sunny.database)
    cancelled = await sunny.changes.cancel(teacher, meetings[1].id, 1)
    assert not isinstance(cancelled, Refused)
    assert (cancelled.told, cancelled.event.status) == (1, EventStatus.CANCELLED)
    assert await told(sunny.database, "event-cancelled") == [parent.person_id]


def test_weeks_pass_on_the_clock_on_the_wall() -> None:
    start = datetime(2026, 10, 20, 16, 0, tzinfo=UTC)  # 18:00 in summer
    draft = EventDraft("Кружок", start, "зал", frozenset())
    hours = [each.starts_at.hour for each in weekly(draft, "Europe/Berlin", 3)]
    assert hours == [16, 17, 17], "the clocks go back on the 25th"
    late = start + timedelta(days=390)
    assert may_repeat(replace(draft, starts_at=late), "UTC", 12, now=start) == Refused(Reason.DATE_TOO_FAR)
    assert may_repeat(draft, "UTC", 12, now=start - WEEK) is None
