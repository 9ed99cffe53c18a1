"""Days that cannot be closed, things that are left alone, people who close nothing, closures that are over."""

from datetime import date, timedelta

import pytest

from db.models import ClosureStepRow
from db.work import Database
from domain.closure_views import ClosurePlan
from domain.closures import Deed, Kind
from domain.event_forms import Invitees
from domain.events import Event
from domain.ids import GroupId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Role
from services.event_drafts import EventDrafts
from tests.services.busy_week import DAYS, FIRST, UNTIL, close, closures, group_card, plan_of
from tests.services.sunny import next_door
from tests.services.visiting import Visiting, build_visiting

WEEK = timedelta(days=7)


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


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
    moved = await sun.move(agreed.visit.id, sun.at(9))
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
