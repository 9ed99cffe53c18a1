"""A cancelled event brought back on the same day: whoever has heard hears again, nobody is told twice."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from db.models import NoticeRow
from db.work import Database
from domain.answers import Answer
from domain.event_notices import reminder_again
from domain.event_views import Changed
from domain.events import Event, EventStatus
from domain.ids import PersonId
from domain.outcomes import Reason, Refused
from domain.people import Actor, Role
from tests.db import families
from tests.services.sunny import Sunny, build_sunny, mark_sent, told
from tests.services.test_event_changes import as_draft


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten on both engines."""
    return await build_sunny(database)


async def cancelled(sunny: Sunny, teacher: Actor, event: Event) -> Event:
    """The event after it was cancelled."""
    outcome = await sunny.changes.cancel(teacher, event.id, event.version)
    assert isinstance(outcome, Changed)
    return outcome.event


async def restored(sunny: Sunny, teacher: Actor, event: Event) -> Changed:
    """What bringing it back came to."""
    outcome = await sunny.restoring.restore(teacher, event.id, event.version)
    assert isinstance(outcome, Changed), outcome
    return outcome


async def by_status(sunny: Sunny, kind: str) -> dict[PersonId, str]:
    """How each person's notice of a kind stands; nobody has two."""
    rows = await families.notices(sunny.database, kind=kind)
    found = {PersonId(row.person_id): row.status for row in rows if row.status != "cancelled"}
    assert len(found) == sum(row.status != "cancelled" for row in rows)
    return found


async def test_who_has_read_of_the_cancellation_reads_that_it_takes_place(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother, father = await sunny.adult(1), await sunny.adult(2)
    event = await sunny.publish(teacher)
    await mark_sent(sunny.database)
    await sunny.rsvps.answer(mother, event.id, Answer.WITH_CHILD)
    event = await cancelled(sunny, teacher, event)
    await mark_sent(sunny.database)
    assert (await sunny.events.card(teacher, event.id)).may_restore
    outcome = await restored(sunny, teacher, event)
    assert (outcome.told, outcome.invited, outcome.event.status) == (2, 0, EventStatus.PUBLISHED)
    assert await told(sunny.database, "event-restored") == [mother.person_id, father.person_id]
    notices = await sunny.leased("event-restored")
    shown = await sunny.notices.restoration_for_notice(notices[mother.person_id])
    assert shown is not None
    assert shown.answer is Answer.WITH_CHILD, "answers are kept"
    again = await cancelled(sunny, teacher, outcome.event)
    assert len(await told(sunny.database, "event-cancelled")) == 4, "a second cancellation is told as well"
    assert await sunny.notices.restoration_for_notice(notices[mother.person_id]) is None
    assert (await restored(sunny, teacher, again)).event.version == 5


async def test_who_has_not_read_of_it_reads_nothing(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher)
    await mark_sent(sunny.database)
    event = await cancelled(sunny, teacher, event)
    assert await by_status(sunny, "event-cancelled") == {mother.person_id: "queued"}
    outcome = await restored(sunny, teacher, event)
    assert (outcome.told, outcome.invited) == (0, 0), "nobody had read anything"
    assert await by_status(sunny, "event-cancelled") == {}
    assert await by_status(sunny, "event-published") == {mother.person_id: "sent"}


async def test_who_waited_for_a_change_reads_the_newest_state(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher)
    await mark_sent(sunny.database)
    moved = await sunny.changes.change(teacher, event.id, 1, replace(as_draft(event), place="двор"))
    assert isinstance(moved, Changed)
    outcome = await restored(sunny, teacher, await cancelled(sunny, teacher, moved.event))
    assert outcome.told == 1
    assert await by_status(sunny, "event-restored") == {mother.person_id: "queued"}


async def test_invitations_that_the_cancellation_dropped_are_put_again_once(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    people = [await sunny.adult(number) for number in (1, 2, 3)]
    event = await sunny.publish(teacher)
    sent = people[0].person_id
    await mark_sent(sunny.database)
    async with sunny.database.work() as work:
        others = update(NoticeRow).where(NoticeRow.person_id != sent)
        await work.connection.execute(others.values(status="queued"))
    event = await cancelled(sunny, teacher, event)
    assert await by_status(sunny, "event-published") == {sent: "sent"}
    outcome = await restored(sunny, teacher, event)
    assert (outcome.told, outcome.invited) == (0, 2)
    assert await by_status(sunny, "event-published") == {
        sent: "sent",
        people[1].person_id: "queued",
        people[2].person_id: "queued",
    }
    assert await sunny.count(NoticeRow, kind="event-published") == 3, "nothing is left aside"


async def test_a_reminder_that_the_cancellation_dropped_is_put_again(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher, days=0.9)
    await mark_sent(sunny.database)
    await sunny.rsvps.answer(mother, event.id, Answer.ALONE)
    reminder = reminder_again(event)
    async with sunny.database.work() as work:
        await work.outbox.fan_out(
            reminder, work.event_campaigns.those_who_answered(sunny.organisation_id, event.id)
        )
    event = await cancelled(sunny, teacher, event)
    assert await by_status(sunny, "event-reminder") == {}
    await restored(sunny, teacher, event)
    assert await by_status(sunny, "event-reminder") == {mother.person_id: "queued"}


async def test_only_today_only_ahead_and_only_as_it_was_seen(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await sunny.publish(teacher)
    standing = await sunny.restoring.restore(teacher, event.id, event.version)
    event = await cancelled(sunny, teacher, event)
    stale = await sunny.restoring.restore(teacher, event.id, event.version - 1)
    sunny.clock.advance(timedelta(hours=14))  # midnight in Novokuznetsk; it was cancelled at ten
    late = await sunny.restoring.restore(teacher, event.id, event.version)
    assert [outcome.reason for outcome in (standing, stale, late) if isinstance(outcome, Refused)] == [
        Reason.CHANGED_MEANWHILE,
        Reason.CHANGED_MEANWHILE,
        Reason.RESTORE_TOO_LATE,
    ]
    assert not (await sunny.events.card(teacher, event.id)).may_restore
    soon = await cancelled(sunny, teacher, await sunny.publish(teacher, "t2", days=0.1))
    sunny.clock.advance(timedelta(hours=3))
    over = await sunny.restoring.restore(teacher, soon.id, soon.version)
    assert isinstance(over, Refused)
    assert over.reason is Reason.EVENT_PAST
