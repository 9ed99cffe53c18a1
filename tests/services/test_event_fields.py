"""Everything that is typed about an event is kept, and what is only kept or planned is seen by nobody else."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from db.models import EventRow, EventSetRow
from db.work import Database
from domain.event_forms import EventForm, Invitees
from domain.events import EventStatus
from domain.ids import PersonSetId
from domain.outcomes import Missing
from domain.people import Role
from domain.seats import Seats, SeatsBy
from tests.services.sunny import Sunny, build_sunny, mark_sent


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten on both engines."""
    return await build_sunny(database)


async def a_set(sunny: Sunny, name: str) -> PersonSetId:
    async with sunny.database.work() as work:
        made = await work.sets.create(sunny.organisation_id, name, None)
    assert made is not None
    return made


async def test_every_field_is_kept_and_changed(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    first, second = await a_set(sunny, "Рабочая группа"), await a_set(sunny, "Кружок")
    plain = sunny.draft(sunny.sun)
    full = replace(
        plain,
        form=EventForm.MASTER_CLASS,
        ends_at=plain.starts_at + timedelta(hours=1),
        answer_until=plain.starts_at - timedelta(days=1),
        seats=Seats(12, SeatsBy.PERSON),
        invitees=Invitees(parents=False, staff=True, partners=True, set_ids=frozenset({first})),
        picture="a" * 64,
    )
    async with sunny.database.work() as work:
        event_id = await work.events.write(
            teacher.memberships[0], plain, "token", status=EventStatus.PUBLISHED
        )
        assert event_id is not None
        as_usual = await work.events.find(sunny.organisation_id, event_id)
        assert as_usual is not None
        assert as_usual.published_at == sunny.clock.now()
        assert await work.events.change(as_usual, full, by=teacher.person_id)
        event = await work.events.find(sunny.organisation_id, event_id)
    for name in ("form", "ends_at", "answer_until", "seats", "invitees", "picture", "group_ids"):
        assert getattr(as_usual, name) == getattr(plain, name)
        assert getattr(event, name) == getattr(full, name)
    assert event is not None
    async with sunny.database.work() as work:
        other = replace(full, invitees=replace(full.invitees, set_ids=frozenset({second})))
        assert await work.events.change(event, other, by=teacher.person_id)
        again = await work.events.find(sunny.organisation_id, event_id)
        assert again is not None
        assert again.invitees.set_ids == {second}
        before = await work.events.before(sunny.organisation_id, event_id, event.version)
        assert before is not None
        assert (before.form, before.ends_at, before.answer_until) == (
            *(EventForm.MASTER_CLASS, full.ends_at, full.answer_until),
        )
        assert await work.events.cancel(again)
        cancelled = await work.events.find(sunny.organisation_id, event_id)
        assert cancelled is not None
        assert cancelled.cancelled_at == sunny.clock.now()
        await work.sets.delete(sunny.organisation_id, second)
        left = await work.connection.execute(select(func.count()).select_from(EventSetRow))
        assert left.scalar_one() == 0


@pytest.mark.parametrize("status", [EventStatus.DRAFT, EventStatus.PLANNED])
async def test_what_is_not_announced_is_in_nobody_s_list_or_message(
    sunny: Sunny, status: EventStatus
) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    parent = await sunny.adult(1)
    event = await sunny.publish(teacher)
    await mark_sent(sunny.database)

    async def seen() -> tuple[int, int, int]:
        async with sunny.database.read() as reading:
            listed = await reading.event_lists.of_staff(
                sunny.organisation_id, None, past=False, limit=8, offset=0
            )
            stale = await reading.event_messages.stale(8)
        return len((await sunny.rsvps.mine(parent)).events), len(listed), len(stale)

    async def becomes(status: EventStatus) -> None:
        async with sunny.database.work() as work:
            await work.sent.remember(1, 2, f"event:{event.id}", None, person_id=parent.person_id)
            sunny.clock.advance(timedelta(minutes=1))
            await work.connection.execute(
                update(EventRow).values(status=status.value, version=2, updated_at=sunny.clock.now())
            )

    await becomes(EventStatus.PUBLISHED)
    assert await seen() == (1, 1, 1)
    await becomes(status)
    assert await seen() == (0, 0, 0)
    with pytest.raises(Missing):
        await sunny.rsvps.look(parent, event.id)
