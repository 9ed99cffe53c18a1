"""Answers: one per adult however often they tap, private to the adult, a family counted once."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from db.models import AuditRow, RsvpRow
from db.work import Database
from domain.answers import Answer
from domain.ids import EventId
from domain.outcomes import AlreadyDone, Forbidden, Missing, Reason, Refused
from domain.people import Kinship, Role
from domain.updates import CurrentUpdate, current_update
from tests.services.counting import counted
from tests.services.sunny import Sunny, build_sunny, next_door


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten on both engines."""
    return await build_sunny(database)


async def answers(sunny: Sunny) -> list[tuple[int | None, str]]:
    """Who answered what."""
    table = RsvpRow.__table__
    async with sunny.database.read() as reading:
        rows = await reading.connection.execute(
            select(table.c.person_id, table.c.answer).order_by(table.c.id)
        )
        return [(row.person_id, row.answer) for row in rows]


async def test_an_answer_may_be_changed_until_the_start(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher, days=1)
    for answer in Answer:
        outcome = await sunny.rsvps.answer(mother, event.id, answer)
        assert (outcome.invitation.answer, outcome.refused) == (answer, None)
        assert await answers(sunny) == [(mother.person_id, answer.value)]
    sunny.clock.advance(timedelta(days=1))
    late = await sunny.rsvps.answer(mother, event.id, Answer.NO)
    assert late.refused == Refused(Reason.EVENT_PAST)
    assert late.invitation.answer is Answer.UNSURE
    assert await answers(sunny) == [(mother.person_id, Answer.UNSURE.value)]


async def test_fifty_taps_at_once_leave_one_answer(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher)
    kinds = list(Answer)
    await asyncio.gather(*(sunny.rsvps.answer(mother, event.id, kinds[i % 4]) for i in range(50)))
    assert len(await answers(sunny)) == 1


async def test_looking_before_writing_would_break_on_two_taps_at_once(sunny: Sunny) -> None:
    """Why the answer is one upsert: two taps both see no answer, and the second one's row is refused."""
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher)
    seen = asyncio.Barrier(2)

    async def naive(answer: Answer) -> None:
        assert (await sunny.rsvps.look(mother, event.id)).invitation.answer is None
        await seen.wait()
        async with sunny.database.work() as work:
            await work.connection.execute(
                insert(RsvpRow).values(
                    organisation_id=sunny.organisation_id,
                    event_id=event.id,
                    person_id=mother.person_id,
                    answer=answer.value,
                    answered_at=sunny.clock.now(),
                )
            )

    taps = await asyncio.gather(naive(Answer.NO), naive(Answer.ALONE), return_exceptions=True)
    assert sum(isinstance(tap, IntegrityError) for tap in taps) == 1


async def test_the_same_update_answers_once(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher)

    async def tap(update_id: int, answer: Answer) -> None:
        mark = current_update.set(CurrentUpdate(bot_id=7, update_id=update_id))
        try:
            await sunny.rsvps.answer(mother, event.id, answer)
        finally:
            current_update.reset(mark)

    await tap(1, Answer.NO)
    await tap(2, Answer.ALONE)
    with pytest.raises(AlreadyDone):
        await tap(1, Answer.NO)
    assert await answers(sunny) == [(mother.person_id, Answer.ALONE.value)]


async def test_a_tap_costs_few_statements(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1, 2)
    event = await sunny.publish(teacher)
    mark = current_update.set(CurrentUpdate(bot_id=7, update_id=1))
    try:
        with counted(sunny.database) as ran:
            await sunny.rsvps.answer(mother, event.id, Answer.WITH_CHILD)
    finally:
        current_update.reset(mark)
    together = sunny.database.writer.dialect.name == "postgresql"
    assert len(ran) == (2 if together else 3), "invitation, answer, audit; the claim travels with BEGIN"
    assert not any("POSTCOMPILE" in line for line in ran)


async def test_relatives_answer_and_nobody_sees_the_others(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    grandmother = await sunny.adult(1, kinship=Kinship.RELATIVE)
    event = await sunny.publish(teacher)
    await sunny.rsvps.answer(mother, event.id, Answer.NO)
    await sunny.rsvps.answer(grandmother, event.id, Answer.WITH_CHILD)
    assert (await sunny.rsvps.look(mother, event.id)).invitation.answer is Answer.NO
    assert [e.answer for e in (await sunny.rsvps.mine(grandmother)).events] == [Answer.WITH_CHILD]
    page = await sunny.rsvp_entries.attendance(teacher, event.id)
    assert page.attendance.count(Answer.WITH_CHILD) == 1, "the family counts once"
    assert page.attendance.count(None) == 3
    assert page.attendance.adults == 1


async def test_names_are_shown_only_where_they_may_be(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1, name="Анна Петрова")
    event = await sunny.publish(teacher)
    await sunny.rsvps.answer(mother, event.id, Answer.ALONE)
    (family,) = [f for f in (await sunny.rsvp_entries.attendance(teacher, event.id)).shown if f.number == 1]
    assert [who.name for who in family.coming] == [None], "rule 9 is off"
    async with sunny.database.work() as work:
        await work.organisations.change(
            sunny.organisation_id, personal_data=True, personal_data_decision="№ 12"
        )
    allowed = await sunny.reload(teacher)
    (family,) = [f for f in (await sunny.rsvp_entries.attendance(allowed, event.id)).shown if f.number == 1]
    assert [who.name for who in family.coming] == ["Анна Петрова"]


async def test_staff_enter_for_a_family_without_a_phone(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    await sunny.adult(1)
    event = await sunny.publish(teacher)
    listed = await sunny.rsvp_entries.to_enter(teacher, event.id)
    assert [family.number for family in listed.shown] == [2, 3, 4, 1], "those without a phone first"
    second = sunny.children[1]
    assert await sunny.rsvp_entries.enter(teacher, event.id, second, Answer.NO) is None
    assert await sunny.rsvp_entries.enter(teacher, event.id, second, Answer.WITH_CHILD) is None
    attendance = (await sunny.rsvp_entries.attendance(teacher, event.id)).attendance
    assert attendance.count(Answer.WITH_CHILD) == 1
    assert attendance.adults == 1
    assert await answers(sunny) == [(None, Answer.WITH_CHILD.value)]
    await asyncio.gather(*(sunny.rsvp_entries.enter(teacher, event.id, second, Answer.NO) for _ in range(10)))
    assert await answers(sunny) == [(None, Answer.NO.value)]


async def test_what_was_entered_for_a_family_can_be_taken_back(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher)
    first = sunny.children[0]
    await sunny.rsvps.answer(mother, event.id, Answer.ALONE)
    await sunny.rsvp_entries.enter(teacher, event.id, first, Answer.WITH_CHILD)
    await asyncio.gather(*(sunny.rsvp_entries.clear(teacher, event.id, first) for _ in range(3)))
    assert await answers(sunny) == [(mother.person_id, Answer.ALONE.value)], "her own answer stays"
    assert await sunny.count(AuditRow, action="rsvp.cleared") == 1
    _, _, family = await sunny.rsvp_entries.family(teacher, event.id, first)
    assert (family.answer, family.entered) == (Answer.ALONE, None)


async def test_nothing_is_taken_back_after_the_start(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await sunny.publish(teacher, days=1)
    await sunny.rsvp_entries.enter(teacher, event.id, sunny.children[1], Answer.NO)
    sunny.clock.advance(timedelta(days=1))
    before = await sunny.footprint()
    late = await sunny.rsvp_entries.clear(teacher, event.id, sunny.children[1])
    assert late == Refused(Reason.EVENT_PAST)
    assert await sunny.footprint() == before


async def test_a_teacher_of_one_of_the_groups_enters_for_the_own_families(sunny: Sunny) -> None:
    head = await sunny.staff(Role.HEAD)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await sunny.publish(head, group_ids=frozenset({sunny.sun, sunny.rays}))
    for who in (head, teacher):
        assert (await sunny.events.card(who, event.id)).may_enter
        assert (await sunny.rsvp_entries.attendance(who, event.id)).may_enter
    assert not (await sunny.events.card(teacher, event.id)).may_change
    assert await sunny.rsvp_entries.enter(teacher, event.id, sunny.children[0], Answer.ALONE) is None
    await sunny.changes.cancel(head, event.id, 1)
    assert not (await sunny.events.card(teacher, event.id)).may_enter


async def test_who_may_not_enter(sunny: Sunny) -> None:
    head = await sunny.staff(Role.HEAD)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    parent = await sunny.adult(1)
    stranger = await (await next_door(sunny)).staff(Role.TEACHER)
    event = await sunny.publish(head, group_ids=frozenset({sunny.sun, sunny.rays}))
    before = await sunny.footprint()
    with pytest.raises(Missing):  # a family of the other group
        await sunny.rsvp_entries.enter(teacher, event.id, sunny.children[4], Answer.NO)
    with pytest.raises(Forbidden):
        await sunny.rsvp_entries.enter(parent, event.id, sunny.children[0], Answer.NO)
    with pytest.raises(Missing):
        await sunny.rsvp_entries.enter(stranger, event.id, sunny.children[0], Answer.NO)
    assert await sunny.footprint() == before


async def test_who_may_not_answer(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    rays = await sunny.adult(5)
    other = await next_door(sunny)
    abroad = await other.adult(1)
    event = await sunny.publish(teacher)
    before = await sunny.footprint()
    for actor in (teacher, rays):
        with pytest.raises(Forbidden):
            await sunny.rsvps.answer(actor, event.id, Answer.NO)
    with pytest.raises(Missing):
        await sunny.rsvps.answer(abroad, event.id, Answer.NO)
    with pytest.raises(Missing):
        await sunny.rsvps.answer(rays, EventId(event.id + 77), Answer.NO)
    assert await sunny.footprint() == before
    assert (await sunny.rsvps.mine(rays)).events == ()


async def test_a_cancelled_event_takes_no_answers(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher)
    await sunny.changes.cancel(teacher, event.id, 1)
    outcome = await sunny.rsvps.answer(mother, event.id, Answer.NO)
    assert outcome.refused == Refused(Reason.EVENT_CANCELLED)
    assert await answers(sunny) == []
    assert await sunny.rsvp_entries.enter(teacher, event.id, sunny.children[1], Answer.NO) == Refused(
        Reason.EVENT_CANCELLED
    )


async def test_a_child_who_left_takes_its_adults_along(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher)
    async with sunny.database.work() as work:
        await work.children.mark_left(sunny.organisation_id, sunny.children[0])
    with pytest.raises(Forbidden):
        await sunny.rsvps.answer(await sunny.reload(mother), event.id, Answer.NO)
