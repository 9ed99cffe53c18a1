"""Until when people answer, and which times of an event go together."""

from datetime import timedelta
from typing import Any

import pytest

from db.work import Database
from domain.answers import Answer
from domain.event_forms import EventForm
from domain.event_views import Changed
from domain.events import Event
from domain.notices import NoticeKind
from domain.outcomes import Reason, Refused
from domain.people import Role
from domain.seats import Seats, SeatsBy
from tests.services.sunny import Sunny, build_sunny, mark_sent, told

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten."""
    return await build_sunny(database)


async def test_answers_end_on_their_day_and_staff_enter_them_until_the_start(sunny: Sunny) -> None:
    teacher, parent = await sunny.staff(Role.TEACHER, sunny.sun), await sunny.adult(1)
    start = sunny.clock.now() + 5 * DAY
    event = await sunny.publish(teacher, starts_at=start, answer_until=start - DAY)
    assert (await sunny.rsvps.answer(parent, event.id, Answer.ALONE)).refused is None
    sunny.clock.advance(4 * DAY)
    late = await sunny.rsvps.answer(parent, event.id, Answer.NO)
    assert late.refused == Refused(Reason.ANSWERS_CLOSED)
    assert late.invitation.closed
    assert late.invitation.answer is Answer.ALONE
    assert (await sunny.rsvps.look(parent, event.id)).refused == Refused(Reason.ANSWERS_CLOSED)
    card = await sunny.events.card(teacher, event.id)
    assert (card.may_enter, card.may_change) == (True, True)
    moved = await sunny.changes.change(
        teacher, event.id, 1, sunny.draft(starts_at=start, answer_until=start - DAY, place="двор")
    )
    assert isinstance(moved, Changed), "what is over already may stay, when something else is changed"
    later = await sunny.changes.change(
        teacher, event.id, 2, sunny.draft(starts_at=start, answer_until=start - 5 * HOUR, place="двор")
    )
    assert isinstance(later, Changed)
    assert (await sunny.rsvps.answer(parent, event.id, Answer.NO)).refused is None, "answers are open again"


async def test_times_that_do_not_go_together_are_refused_wherever_they_come_from(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    await sunny.adult(1)
    start = sunny.clock.now() + 2 * DAY
    event = await sunny.publish(teacher, starts_at=start)
    before = await sunny.footprint()
    refused: tuple[tuple[dict[str, Any], Reason], ...] = (
        ({"ends_at": start}, Reason.END_BEFORE_START),
        ({"ends_at": start + 15 * DAY}, Reason.EVENT_TOO_LONG),
        ({"answer_until": start + HOUR}, Reason.CUTOFF_AFTER_START),
        ({"answer_until": sunny.clock.now()}, Reason.CUTOFF_PAST),
    )
    for wrong, reason in refused:
        draft = sunny.draft(starts_at=start, **wrong)
        for outcome in (
            await sunny.events.preview(teacher, sunny.organisation_id, draft),
            await sunny.events.publish(teacher, sunny.organisation_id, draft, "t2"),
            await sunny.changes.change(teacher, event.id, 1, draft),
        ):
            assert outcome == Refused(reason)
    assert await sunny.footprint() == before


async def test_a_change_of_the_form_the_end_or_the_last_day_is_told_and_seats_are_not(sunny: Sunny) -> None:
    teacher, parent = await sunny.staff(Role.TEACHER, sunny.sun), await sunny.adult(1)
    start = sunny.clock.now() + 5 * DAY
    event = await sunny.publish(teacher, starts_at=start)
    await mark_sent(sunny.database)
    changed: dict[str, Any] = {"starts_at": start}
    version = event.version
    for field, news in (
        ({"seats": Seats(3, SeatsBy.FAMILY)}, False),
        ({"form": EventForm.QUEST}, True),
        ({"ends_at": start + HOUR}, True),
        ({"answer_until": start - DAY}, True),
        ({}, None),
    ):
        changed |= field
        outcome = await sunny.changes.change(teacher, event.id, version, sunny.draft(**changed))
        if news is None:
            assert outcome == Refused(Reason.NOTHING_CHANGED)
            break
        assert isinstance(outcome, Changed)
        assert outcome.news is news
        version = outcome.event.version
        heard = await told(sunny.database, NoticeKind.EVENT_CHANGED)
        assert set(heard) == ({parent.person_id} if version > 2 else set())
    notices = await sunny.leased(NoticeKind.EVENT_CHANGED)
    shown = await sunny.notices.change_for_notice(notices[parent.person_id])
    assert shown is not None
    assert (shown.before.form, shown.now.event.form) == (EventForm.OTHER, EventForm.QUEST)
    await mark_sent(sunny.database)
    back = await sunny.changes.change(teacher, event.id, version, sunny.draft(starts_at=start))
    assert isinstance(back, Changed)
    assert isinstance(back.event, Event)
    assert (back.event.seats, back.event.ends_at, back.event.form) == (None, None, EventForm.OTHER)


async def test_there_are_no_fewer_seats_than_are_taken(sunny: Sunny) -> None:
    teacher, parent = await sunny.staff(Role.TEACHER, sunny.sun), await sunny.adult(1)
    start = sunny.clock.now() + 5 * DAY
    event = await sunny.publish(teacher, starts_at=start, seats=Seats(3, SeatsBy.PERSON))
    await sunny.rsvps.answer(parent, event.id, Answer.WITH_CHILD)
    fewer = sunny.draft(starts_at=start, seats=Seats(1, SeatsBy.PERSON))
    refused = Refused(Reason.SEATS_BELOW_COMING, {"taken": 2})
    assert await sunny.changes.preview(teacher, event.id, 1, fewer) == refused
    assert await sunny.changes.change(teacher, event.id, 1, fewer) == refused
    enough = sunny.draft(starts_at=start, seats=Seats(2, SeatsBy.PERSON))
    assert isinstance(await sunny.changes.change(teacher, event.id, 1, enough), Changed)
