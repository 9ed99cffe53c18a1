"""«Группа закрыта»: everything on its days is moved, called off or left, told once, and put back in one tap."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.models import ClosureStepRow, GroupClosureRow
from db.work import Database
from domain.answers import Answer
from domain.closure_views import ClosureCard, ClosurePlan, Stale
from domain.closures import Deed, Kind, next_choice
from domain.event_forms import Invitees
from domain.events import Event, EventStatus
from domain.guests import VisitStatus
from domain.ids import GroupId
from domain.notices import NoticeKind
from domain.organisation_views import GroupCard
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Role
from services.closure_notices import ClosureNotices
from services.closures import Closures
from services.event_drafts import EventDrafts
from services.groups import Groups
from tests.services.sunny import mark_sent, next_door, told
from tests.services.visiting import Visiting, build_visiting

FIRST = date(2026, 9, 14)
"""A Monday, a week after the test begins."""
UNTIL = FIRST + timedelta(days=4)
DAYS = FIRST, UNTIL
WEEK = timedelta(days=7)


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


def closures(sun: Visiting) -> Closures:
    """What staff do."""
    return Closures(sun.database, sun.clock)


async def plan_of(sun: Visiting, actor: Actor | None = None) -> ClosurePlan:
    """The preview."""
    plan = await closures(sun).preview(actor or sun.host, sun.sun, DAYS)
    assert isinstance(plan, ClosurePlan), plan
    return plan


async def close(sun: Visiting, *turned: tuple[int, int], actor: Actor | None = None) -> ClosureCard:
    """The group is closed; `turned`: a thing of the preview (from 0) is tapped so many times."""
    plan = await plan_of(sun, actor)
    choices = 0
    for position, times in turned:
        for _ in range(times):
            choices = next_choice(plan.affected, choices, position)
    outcome = await closures(sun).close(actor or sun.host, sun.sun, DAYS, choices, plan.seen)
    assert isinstance(outcome, ClosureCard), outcome
    return outcome


async def event_now(sun: Visiting, event: Event) -> Event:
    """As it stands."""
    async with sun.database.read() as reading:
        found = await reading.events.find(sun.organisation_id, event.id)
    assert found is not None
    return found


async def told_of(sun: Visiting, kind: NoticeKind) -> list[int]:
    """Who has a message of this kind, that was not dropped."""
    return await told(sun.database, kind.value)


async def busy_week(sun: Visiting) -> tuple[Event, Event, Actor]:
    """A visit on Tuesday, a free date on Wednesday, a party of this group on Thursday, one of both on Friday."""
    visit = await sun.confirmed(8)
    assert visit.visit.starts_at == sun.at(8)
    await sun.open(9)
    head = await sun.staff(Role.HEAD)
    party = await sun.publish(sun.host, "party", starts_at=sun.at(10), title="Чаепитие")
    both = frozenset({sun.sun, sun.rays})
    shared = await sun.publish(head, "shared", starts_at=sun.at(11), title="Ярмарка", group_ids=both)
    await mark_sent(sun.database)
    return party, shared, head


async def test_everything_is_moved_told_once_and_put_back(sun: Visiting) -> None:
    party, shared, head = await busy_week(sun)
    colleague = await sun.staff(Role.TEACHER, sun.sun)
    father, silent, other = await sun.adult(2), await sun.adult(3), await sun.adult(5)
    await sun.rsvps.answer(sun.guest, party.id, Answer.WITH_CHILD)
    await sun.rsvps.answer(father, party.id, Answer.NO)
    await sun.rsvps.answer(father, shared.id, Answer.UNSURE)
    await sun.rsvps.answer(other, shared.id, Answer.ALONE)

    plan = await plan_of(sun)
    assert [(one.kind, one.title) for one in plan.affected] == [
        (Kind.VISIT, "Пекарь"),
        (Kind.DATES, ""),
        (Kind.EVENT, "Чаепитие"),
        (Kind.SHARED, "Ярмарка"),
    ]
    assert plan.affected[0].to == sun.at(15)
    assert plan.deeds == (Deed.MOVED, Deed.WITHDRAWN, Deed.MOVED, Deed.WITHOUT)
    concerned = sorted(one.person_id for one in (sun.guest, father, colleague, head))
    assert plan.told == len(concerned)

    card = await close(sun)
    assert card.told == plan.told
    assert await told_of(sun, NoticeKind.GROUP_CLOSED) == concerned
    for kind in (NoticeKind.EVENT_CHANGED, NoticeKind.GUEST_MOVED, NoticeKind.EVENT_CANCELLED):
        assert await told_of(sun, kind) == []  # one message for all of it
    assert (await event_now(sun, party)).starts_at == sun.at(17)
    assert (await event_now(sun, shared)).group_ids == {sun.rays}
    assert [slot.starts_at for slot in (await sun.free()).slots] == []
    async with sun.database.read() as reading:
        [visit] = await reading.guest_visits.ahead_in(sun.organisation_id, sun.sun)
    assert (visit.starts_at, visit.status) == (sun.at(15), VisitStatus.CONFIRMED)

    # what each of them reads
    notices = ClosureNotices(sun.database, sun.clock)
    mothers = await notices.closing_for_notice(await sun.notice(NoticeKind.GROUP_CLOSED, sun.guest))
    assert mothers is not None
    assert [(line.title, line.deed, line.now_at) for line in mothers.lines] == [
        ("Пекарь", Deed.MOVED, sun.at(15)),
        ("Чаепитие", Deed.MOVED, sun.at(17)),
    ]
    fathers = await notices.closing_for_notice(await sun.notice(NoticeKind.GROUP_CLOSED, father))
    assert fathers is not None
    assert [(line.title, line.deed) for line in fathers.lines] == [("Ярмарка", Deed.WITHOUT)]
    teachers = await notices.closing_for_notice(await sun.notice(NoticeKind.GROUP_CLOSED, colleague))
    assert teachers is not None
    assert (len(teachers.lines), teachers.dates, teachers.staff) == (3, 1, True)
    # nobody who was to come reminds or is reminded of what is not there
    await mark_sent(sun.database)
    assert silent.person_id not in await told_of(sun, NoticeKind.GROUP_CLOSED)

    [standing] = (await group_card(sun)).closures
    reopened = await closures(sun).reopen(colleague, standing.id)
    assert isinstance(reopened, ClosureCard)
    assert reopened.told == 3  # all who had read of it, but whoever opens it
    assert [line.title for line in reopened.news.back] == ["Пекарь", "Чаепитие", "Ярмарка"]
    assert reopened.news.lines == ()
    assert (await event_now(sun, party)).starts_at == party.starts_at
    assert (await event_now(sun, shared)).group_ids == shared.group_ids
    assert (await sun.now_of(visit.id)).starts_at == sun.at(8)
    assert [slot.starts_at for slot in (await sun.free()).slots] == [sun.at(9)]
    again = await notices.reopening_for_notice(await sun.notice(NoticeKind.GROUP_REOPENED, sun.guest))
    assert again is not None
    assert [line.title for line in again.back] == ["Пекарь", "Чаепитие"]
    twice = await closures(sun).reopen(sun.host, standing.id)
    assert isinstance(twice, Refused)
    assert twice.reason is Reason.GROUP_OPEN


async def group_card(sun: Visiting) -> GroupCard:
    """The screen of the group."""
    return await Groups(sun.database, sun.clock).card(sun.host, sun.sun)


async def test_what_is_called_off_comes_back_and_what_is_left_stays(sun: Visiting) -> None:
    party, shared, _ = await busy_week(sun)
    await sun.rsvps.answer(sun.guest, party.id, Answer.WITH_CHILD)
    card = await close(sun, (0, 1), (1, 1), (2, 1), (3, 1))
    assert [(line.title, line.deed) for line in card.news.lines] == [
        ("Пекарь", Deed.CANCELLED),
        ("Чаепитие", Deed.CANCELLED),
    ]
    assert [one.title for one in card.stays] == ["", "Ярмарка"]  # the free date and the fair
    assert (await event_now(sun, party)).status is EventStatus.CANCELLED
    assert (await event_now(sun, shared)).version == shared.version
    assert await sun.count(ClosureStepRow) == 3  # the visit, its date, the party
    sun.clock.move_to(
        sun.clock.now() + timedelta(days=2)
    )  # restoring by hand is for the same day; opening again is not
    reopened = await closures(sun).reopen(sun.host, card.news.closure.id)
    assert isinstance(reopened, ClosureCard)
    assert reopened.told == 0  # the mother had not read of it, and never will
    assert await sun.waiting(NoticeKind.GROUP_CLOSED) == []
    assert (await event_now(sun, party)).status is EventStatus.PUBLISHED
    assert [line.title for line in reopened.news.back] == ["Пекарь", "Чаепитие"]
    async with sun.database.read() as reading:
        [visit] = await reading.guest_visits.ahead_in(sun.organisation_id, sun.sun)
    assert (visit.status, visit.starts_at) == (VisitStatus.CONFIRMED, sun.at(8))


async def test_what_was_changed_meanwhile_stays_as_it_was_made(sun: Visiting) -> None:
    party, shared, head = await busy_week(sun)
    card = await close(sun)
    moved = await event_now(sun, party)
    draft = replace(sun.draft(), title=moved.title, starts_at=sun.at(18))
    assert not isinstance(await sun.changes.change(sun.host, party.id, moved.version, draft), Refused)
    assert not isinstance(await sun.changes.cancel(head, shared.id, shared.version + 1), Refused)
    async with sun.database.read() as reading:
        [visit] = await reading.guest_visits.ahead_in(sun.organisation_id, sun.sun)
    assert not isinstance(await sun.visits.move_to(sun.host, visit.id, sun.at(20)), Refused)
    reopened = await closures(sun).reopen(sun.host, card.news.closure.id)
    assert isinstance(reopened, ClosureCard)
    assert reopened.news.back == ()
    assert [(line.deed, line.now_at) for line in reopened.news.lines] == [
        (Deed.MOVED, sun.at(20)),
        (Deed.MOVED, sun.at(18)),
        (Deed.CANCELLED, None),
    ]


async def test_a_stale_preview_does_nothing_and_a_second_tap_finds_the_first(sun: Visiting) -> None:
    await busy_week(sun)
    plan = await plan_of(sun)
    await sun.publish(sun.host, "late", starts_at=sun.at(9, 15), title="Собрание")
    outcome = await closures(sun).close(sun.host, sun.sun, DAYS, 0, plan.seen)
    assert isinstance(outcome, Stale)
    assert len(outcome.plan.affected) == len(plan.affected) + 1
    assert await sun.count(GroupClosureRow) == 0
    stale = await closures(sun).preview(sun.host, sun.sun, DAYS, 1, plan.seen)
    assert isinstance(stale, Stale)
    assert stale.plan.choices == 0
    seen = outcome.plan.seen
    first = await closures(sun).close(sun.host, sun.sun, DAYS, 0, seen)
    second = await closures(sun).close(sun.host, sun.sun, DAYS, 0, seen)
    assert isinstance(first, ClosureCard)
    assert isinstance(second, ClosureCard)
    assert second.news.closure == first.news.closure
    assert (await closures(sun).closed(sun.host, sun.sun, DAYS)).news.closure == first.news.closure
    assert await sun.count(GroupClosureRow) == 1


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        ((UNTIL, FIRST), Reason.END_BEFORE_START),
        ((FIRST, FIRST + timedelta(days=60)), Reason.CLOSURE_TOO_LONG),
        ((date(2026, 9, 6), FIRST), Reason.DATE_PAST),
        ((UNTIL, UNTIL + WEEK), Reason.GROUP_CLOSED),
    ],
)
async def test_days_that_cannot_be_closed(sun: Visiting, days: tuple[date, date], reason: Reason) -> None:
    await close(sun)
    refused = await closures(sun).preview(sun.host, sun.sun, days)
    assert isinstance(refused, Refused)
    assert refused.reason is reason
    done = await closures(sun).close(sun.host, sun.sun, days, 0, 0)
    assert isinstance(done, Refused)
    assert done.reason is reason
    further = await closures(sun).preview(sun.host, sun.sun, (UNTIL + timedelta(days=1), UNTIL + WEEK))
    assert isinstance(further, ClosurePlan)


async def test_what_has_begun_is_left_alone_and_what_is_not_out_is_only_named(sun: Visiting) -> None:
    await sun.publish(sun.host, "begun", starts_at=sun.at(7, 9), title="Уже идёт")
    assert not isinstance(await kept(sun), Refused)
    head = await sun.staff(Role.HEAD)
    await sun.publish(
        head, "with-partners", starts_at=sun.at(11), title="Совет сада", invitees=Invitees(partners=True)
    )
    await sun.publish(sun.host, "long", starts_at=sun.at(5), ends_at=sun.at(8), title="Выставка", days=5)
    early = await plan_of(sun)
    assert (Kind.EARLIER, "Выставка") in {(one.kind, one.title) for one in early.affected}
    sun.clock.move_to(sun.at(7, 12))
    plan = await plan_of(sun)
    assert [(one.kind, one.title) for one in plan.affected] == [
        (Kind.PLANNED, "Мастер-класс пожарного"),
        (Kind.FOREIGN, "Совет сада"),
    ]
    assert plan.deeds == (None, None)
    of_head = await plan_of(sun, head)
    assert of_head.deeds == (None, Deed.MOVED)


async def kept(sun: Visiting) -> Event | Refused:
    """An event that will come out by itself."""
    drafts = EventDrafts(sun.database, sun.clock, sun.events)
    draft = sun.draft(starts_at=sun.at(10))
    event = await drafts.keep(sun.host, sun.organisation_id, draft, "kept")
    assert isinstance(event, Event)
    return await drafts.plan(sun.host, event.id, event.version, sun.at(9))


async def test_dates_for_guests_are_not_opened_on_closed_days(sun: Visiting) -> None:
    card = await close(sun)
    refused = await sun.openings.open(sun.host, sun.organisation_id, sun.opening(6, 9), "closed")
    assert isinstance(refused, Refused)
    assert (refused.reason, refused.args) == (Reason.GROUP_CLOSED, {"first": FIRST, "until": UNTIL})
    agreed = await sun.agreed(15)
    moved = await sun.visits.move_to(sun.host, agreed.visit.id, sun.at(9))
    assert isinstance(moved, Refused)
    assert moved.reason is Reason.GROUP_CLOSED
    warned = await sun.events.preview(sun.host, sun.organisation_id, sun.draft(starts_at=sun.at(9)))
    assert not isinstance(warned, Refused)
    assert [(one.name, one.until_day) for one in warned.shut] == [("Солнышко", UNTIL)]
    await closures(sun).reopen(sun.host, card.news.closure.id)
    await sun.open(9)


async def test_only_who_answers_for_the_group_closes_and_opens_it(sun: Visiting) -> None:
    stranger = await sun.staff(Role.TEACHER, sun.rays)
    neighbour = await next_door(sun)
    beyond = await neighbour.staff(Role.HEAD)
    card = await close(sun)
    for actor, wrong in ((stranger, Forbidden), (sun.guest, Forbidden), (beyond, Missing)):
        with pytest.raises(wrong):
            await closures(sun).preview(actor, sun.sun, DAYS)
        with pytest.raises(wrong):
            await closures(sun).close(actor, sun.sun, DAYS, 0, 0)
        with pytest.raises(wrong):
            await closures(sun).reopen(actor, card.news.closure.id)
    with pytest.raises(Missing):
        await closures(sun).preview(sun.host, GroupId(999), DAYS)


async def test_a_closure_that_is_over_stays_as_it_is_and_is_forgotten_in_time(sun: Visiting) -> None:
    card = await close(sun)
    sun.clock.move_to(sun.clock.now() + timedelta(days=12))
    late = await closures(sun).reopen(sun.host, card.news.closure.id)
    assert isinstance(late, Refused)
    assert late.reason is Reason.CLOSURE_OVER
    assert (await group_card(sun)).closures == ()
    async with sun.database.work() as work:
        assert await work.closures.purge_before(sun.organisation_id, UNTIL) == 0
        assert await work.closures.purge_before(sun.organisation_id, UNTIL + timedelta(days=1)) == 1
    assert await sun.count(ClosureStepRow) == 0
