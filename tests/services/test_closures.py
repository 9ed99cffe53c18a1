"""«Группа закрыта»: everything on its days is moved, called off or left, told once, and put back in one tap."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from db.models import ClosureStepRow, GroupClosureRow, NoticeRow
from db.work import Database
from domain.answers import Answer
from domain.closure_views import ClosureCard, Stale
from domain.closures import Deed, Kind
from domain.events import EventStatus
from domain.guests import VisitStatus
from domain.notices import NoticeKind
from domain.outcomes import Reason, Refused
from domain.people import Role
from services.closure_notices import ClosureNotices
from tests.services.busy_week import (
    DAYS,
    busy_week,
    close,
    closures,
    event_now,
    group_card,
    plan_of,
    told_of,
)
from tests.services.sunny import mark_sent
from tests.services.visiting import Visiting, build_visiting


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


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
    async with sun.database.work() as work:
        await work.connection.execute(
            update(NoticeRow).where(NoticeRow.person_id == father.person_id).values(status="failed")
        )
    assert (await closures(sun).card(colleague, teachers.closure.id)).missed == 1
    # who has said nothing is not written to: the invitation in their chat is updated
    await mark_sent(sun.database)
    assert silent.person_id not in await told_of(sun, NoticeKind.GROUP_CLOSED)

    [standing] = (await group_card(sun)).closures
    reopened = await closures(sun).reopen(colleague, standing.id)
    assert isinstance(reopened, ClosureCard)
    assert reopened.told == 2  # all who had read of it, but whoever opens it
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
    await sun.moved(visit.id, sun.at(20))
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
