"""Events put aside: unseen until they come out, once, by hand or by themselves, with the rights of that moment."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import update

from db.models import EventGroupRow, EventRow, TeachingRow
from db.work import Database
from domain.answers import Answer
from domain.event_drafts import KeptCard
from domain.event_forms import Invitees
from domain.events import Event, EventStatus
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Role
from services.event_drafts import EventDrafts
from services.event_planning import EventPlanning
from services.event_publishing import publish_stored
from tests.services.sunny import Sunny, build_sunny, told

DAY = timedelta(days=1)


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten on both engines."""
    return await build_sunny(database)


def drafts_of(sunny: Sunny) -> EventDrafts:
    return EventDrafts(sunny.database, sunny.clock, sunny.events)


def planning_of(sunny: Sunny) -> EventPlanning:
    return EventPlanning(sunny.database, sunny.clock)


async def kept(sunny: Sunny, author: Actor, token: str = "t1", **changed: object) -> Event:
    """An event put aside."""
    draft = sunny.draft(**changed)  # type: ignore[arg-type]  # tests name any field
    outcome = await drafts_of(sunny).keep(author, sunny.organisation_id, draft, token)
    assert isinstance(outcome, Event)
    return outcome


async def planned(sunny: Sunny, author: Actor, hours: float = 3, **changed: object) -> Event:
    """One that comes out in some hours."""
    event = await kept(sunny, author, **changed)  # type: ignore[arg-type]  # tests name any field
    at = sunny.clock.now() + timedelta(hours=hours)
    outcome = await drafts_of(sunny).plan(author, event.id, event.version, at)
    assert isinstance(outcome, Event)
    assert (outcome.status, outcome.publish_at) == (EventStatus.PLANNED, at)
    return outcome


async def test_what_is_put_aside_is_seen_by_its_staff_alone_and_published_once(sunny: Sunny) -> None:
    drafts = drafts_of(sunny)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    other = await sunny.staff(Role.TEACHER, sunny.rays)
    parent = await sunny.adult(1)
    event = await kept(sunny, teacher)
    assert event.status is EventStatus.DRAFT
    assert await kept(sunny, teacher) == event, "a second tap finds it"
    assert await told(sunny.database, "event-published") == []
    for look in (
        sunny.events.card(teacher, event.id),
        sunny.rsvps.look(parent, event.id),
        sunny.rsvps.answer(parent, event.id, Answer.ALONE),
        sunny.changes.cancel(teacher, event.id, event.version),
        drafts.copy_of(teacher, event.id),
    ):
        with pytest.raises(Missing):
            await look
    assert [line.id for line in (await drafts.page(teacher, sunny.organisation_id)).events] == [event.id]
    assert (await drafts.page(other, sunny.organisation_id)).events == ()
    head = await sunny.staff(Role.HEAD)
    staff = await kept(sunny, head, "t2", group_ids=frozenset(), invitees=Invitees(parents=False, staff=True))
    for actor, count in ((head, 2), (teacher, 1), (other, 0)):
        assert len((await drafts.page(actor, sunny.organisation_id)).events) == count
        assert (await sunny.events.page(actor, sunny.organisation_id)).kept == count
    assert await drafts.drop(head, staff.id, 1) is None
    card = await drafts.look(teacher, event.id)
    assert isinstance(card, KeptCard)
    assert not isinstance(card.reach, Refused)
    assert card.reach.adults == 1
    outcomes = await asyncio.gather(
        *(drafts.publish(teacher, event.id, event.version) for _ in range(4)),
        sunny.events.publish(teacher, sunny.organisation_id, sunny.draft(), "t1"),
    )
    assert [outcome.status for outcome in outcomes if isinstance(outcome, Event)] == [
        EventStatus.PUBLISHED
    ] * 5
    assert await told(sunny.database, "event-published") == [parent.person_id]
    assert await drafts.look(teacher, event.id) is None
    assert (await drafts.page(teacher, sunny.organisation_id)).events == ()
    assert (await sunny.rsvps.look(parent, event.id)).invitation.event.published_at == sunny.clock.now()
    assert (await drafts.copy_of(teacher, event.id)).event.title == event.title


async def test_a_kept_event_is_changed_and_dropped_as_it_was_seen(sunny: Sunny) -> None:
    drafts = drafts_of(sunny)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun, sunny.rays)
    parent = await sunny.adult(5)
    event = await kept(sunny, teacher)
    changed = sunny.draft(sunny.rays, title="Экскурсия")
    outcome = await drafts.rewrite(teacher, event.id, event.version, changed, "t9")
    assert isinstance(outcome, Event)
    assert (outcome.title, outcome.group_ids, outcome.version) == ("Экскурсия", frozenset({sunny.rays}), 2)
    assert await drafts.kept(teacher, "t9") == event.id, "a second tap finds it"
    stale = Refused(Reason.CHANGED_MEANWHILE)
    assert await drafts.rewrite(teacher, event.id, event.version, changed, "t9") == stale
    assert await drafts.publish(teacher, event.id, event.version) == stale
    assert await drafts.drop(teacher, event.id, event.version) == stale
    at = sunny.clock.now() + DAY
    assert await drafts.plan(teacher, event.id, event.version, at) == stale
    assert await drafts.unplan(teacher, event.id, event.version) == stale
    assert await told(sunny.database, "event-published") == []
    again = await kept(sunny, teacher, token="t2")
    as_typed = await drafts.publish(teacher, again.id, 1, changed, "t8")
    assert isinstance(as_typed, Event)
    assert (as_typed.title, as_typed.status) == ("Экскурсия", EventStatus.PUBLISHED)
    assert await told(sunny.database, "event-published") == [parent.person_id]
    assert await drafts.rewrite(teacher, again.id, as_typed.version, changed, "t7") == stale, (
        "it is announced"
    )
    assert await drafts.drop(teacher, event.id, 2) is None
    assert await sunny.count(EventRow, id=event.id) == 0
    assert await sunny.count(EventGroupRow, event_id=event.id) == 0


async def test_what_cannot_be_published_says_why(sunny: Sunny) -> None:
    drafts = drafts_of(sunny)
    head = await sunny.staff(Role.HEAD)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await kept(sunny, teacher, days=1)
    for at, reason in (
        (sunny.clock.now(), Reason.DATE_PAST),
        (event.starts_at, Reason.PUBLISHED_TOO_LATE),
    ):
        assert await drafts.plan(teacher, event.id, 1, at) == Refused(reason)
    sunny.clock.advance(2 * DAY)
    card = await drafts.look(teacher, event.id)
    assert isinstance(card, KeptCard)
    assert card.reach == Refused(Reason.DATE_PAST)
    assert await drafts.publish(teacher, event.id, 1) == Refused(Reason.DATE_PAST)
    async with sunny.database.work() as work:
        await work.groups.archive(sunny.organisation_id, sunny.sun)
    card = await drafts.look(head, event.id)
    assert isinstance(card, KeptCard)
    assert card.reach == Refused(Reason.GONE)
    assert await drafts.publish(head, event.id, 1) == Refused(Reason.GONE)


async def test_a_planned_event_comes_out_once_at_its_time(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    parent = await sunny.adult(1)
    event = await planned(sunny, teacher)
    planning = planning_of(sunny)
    assert await planning.publish_due() == 0
    sunny.clock.advance(timedelta(hours=3))
    assert sum(await asyncio.gather(planning.publish_due(), planning.publish_due())) == 1
    assert await planning.publish_due() == 0
    assert await told(sunny.database, "event-published") == [parent.person_id]
    assert (await sunny.events.card(teacher, event.id)).event.publish_at is None
    unplanned = await planned(sunny, teacher, token="t2")
    outcome = await drafts_of(sunny).unplan(teacher, unplanned.id, unplanned.version)
    assert isinstance(outcome, Event)
    assert (outcome.status, outcome.publish_at) == (EventStatus.DRAFT, None)
    sunny.clock.advance(DAY)
    assert await planning.publish_due() == 0


async def test_a_kill_between_the_state_and_the_messages_leaves_neither(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    parent = await sunny.adult(1)
    event = await planned(sunny, teacher)
    sunny.clock.advance(timedelta(hours=3))
    today = sunny.clock.today("Asia/Novokuznetsk")
    with pytest.raises(ConnectionError):
        async with sunny.database.work() as work:
            assert await publish_stored(work, event, by=teacher.person_id, today=today) is not None
            raise ConnectionError
    assert await told(sunny.database, "event-published") == []
    assert await planning_of(sunny).publish_due() == 1
    assert await told(sunny.database, "event-published") == [parent.person_id]


@pytest.mark.parametrize("why", ["past", "group taken", "group archived"])
async def test_what_may_not_come_out_any_more_is_a_draft_and_its_author_is_told(
    sunny: Sunny, why: str
) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    await sunny.adult(1)
    event = await planned(sunny, teacher, days=1)
    async with sunny.database.work() as work:
        if why == "group taken":
            await work.connection.execute(
                update(TeachingRow).values(ends_on=sunny.clock.now().date() - 3 * DAY)
            )
        elif why == "group archived":
            await work.groups.archive(sunny.organisation_id, sunny.sun)
    sunny.clock.advance(2 * DAY if why == "past" else timedelta(hours=3))
    planning = planning_of(sunny)
    assert await planning.publish_due() == 0
    assert await planning.publish_due() == 0
    assert await told(sunny.database, "event-published") == []
    [notice] = (await sunny.leased("event-not-published")).values()
    assert notice.person_id == teacher.person_id
    shown = await planning.not_published_for_notice(notice)
    assert shown is not None
    assert (shown.event.id, shown.event.status, shown.past) == (
        *(event.id, EventStatus.DRAFT),
        why == "past",
    )
    head = await sunny.staff(Role.HEAD)
    assert await drafts_of(sunny).drop(head, event.id, shown.event.version) is None
    assert await planning.not_published_for_notice(notice) is None, "nobody asks after it any more"


async def test_nobody_else_comes_near_it(sunny: Sunny) -> None:
    drafts = drafts_of(sunny)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    other = await sunny.staff(Role.TEACHER, sunny.rays)
    event = await kept(sunny, teacher)
    before = await sunny.footprint()
    for attempt in (
        drafts.look(other, event.id),
        drafts.publish(other, event.id, 1),
        drafts.drop(other, event.id, 1),
        drafts.rewrite(other, event.id, 1, sunny.draft(sunny.rays), "t9"),
        drafts.rewrite(teacher, event.id, 1, sunny.draft(sunny.rays), "t9"),
        drafts.publish(teacher, event.id, 1, sunny.draft(sunny.sun, sunny.rays), "t9"),
    ):
        with pytest.raises(Forbidden):
            await attempt
    assert await sunny.footprint() == before


async def test_a_copy_is_for_those_whom_its_maker_may_invite(sunny: Sunny) -> None:
    drafts = drafts_of(sunny)
    head = await sunny.staff(Role.HEAD)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    async with sunny.database.work() as work:
        made = [await work.sets.create(sunny.organisation_id, name, None) for name in ("Кружок", "Комиссия")]
    kept_set, dropped = (number for number in made if number is not None)
    invitees = Invitees(staff=True, set_ids=frozenset({kept_set, dropped}))
    draft = sunny.draft(sunny.sun, sunny.rays, invitees=invitees)
    event = await sunny.events.publish(head, sunny.organisation_id, draft, "t1")
    assert isinstance(event, Event)
    async with sunny.database.work() as work:
        await work.sets.delete(sunny.organisation_id, dropped)
    copied = (await drafts.copy_of(head, event.id)).event
    assert copied.invitees == Invitees(staff=True, set_ids=frozenset({kept_set}))
    assert copied.group_ids == {sunny.sun, sunny.rays}
    copied = (await drafts.copy_of(teacher, event.id)).event
    assert (copied.group_ids, copied.invitees) == (frozenset({sunny.sun}), Invitees(staff=True))
