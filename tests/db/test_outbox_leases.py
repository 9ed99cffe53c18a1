"""Leases: disjoint, given back by the dead, and every end of a row gives the budget what it owes."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from db.audience import Audience
from db.models import NoticeRow, PersonRow
from db.repositories.leases import Leases
from db.work import Database, Work
from domain.clock import MovableClock
from domain.ids import NoticeId, OrganisationId
from domain.notices import FINAL, Circular, Notice, NoticeDraft, NoticeKind
from tests.conftest import START
from tests.db import families

REAL = datetime(2030, 1, 1, tzinfo=UTC)
"""Real time is another clock than the kindergarten's."""
UNTIL = REAL + timedelta(seconds=30)
FAR = REAL + timedelta(seconds=70)


@pytest.fixture
async def home(database: Database) -> OrganisationId:
    """A kindergarten with twelve parents who are told about an event."""
    home = await families.organisation(database)
    for number in range(12):
        await families.member(database, home, number + 1)
    async with database.work() as work:
        circular = Circular(
            kind=NoticeKind.EVENT_PUBLISHED,
            organisation_id=home,
            dedupe_key="published:1",
            subject="event:1",
            expires_at=START + timedelta(days=2),
        )
        await work.outbox.fan_out(circular, Audience(select(PersonRow.id)))
    return home


async def lease(database: Database, count: int = 5, real: datetime = REAL) -> list[Notice]:
    async with database.work(claims=False) as work:
        return await work.leases.lease(count, real=real, until=real + timedelta(seconds=30))


async def first(database: Database) -> Notice:
    [notice] = await lease(database, 1)
    return notice


async def row_of(database: Database, notice_id: int) -> NoticeRow:
    [row] = await families.notices(database, id=notice_id)
    found: NoticeRow = row
    return found


async def test_concurrent_leases_are_disjoint(database: Database, home: OrganisationId) -> None:
    taken = await asyncio.gather(*(lease(database, 3) for _ in range(5)))
    ids = [notice.id for notices in taken for notice in notices]
    assert len(ids) == len(set(ids)) == 12


async def test_a_lease_in_an_open_transaction_is_stepped_over(
    database: Database, home: OrganisationId
) -> None:
    """PostgreSQL skips what another has locked; SQLite lets the second one wait for its turn."""
    async with asyncio.TaskGroup() as group:
        async with database.work(claims=False) as work:
            mine = await work.leases.lease(5, real=REAL, until=UNTIL)
            other = group.create_task(lease(database, 5))
            done, _ = await asyncio.wait({other}, timeout=0.3)
            assert bool(done) is (database.writer.dialect.name == "postgresql")
    theirs = other.result()
    assert len(theirs) == 5
    assert not {notice.id for notice in mine} & {notice.id for notice in theirs}


async def test_what_cannot_wait_goes_first(database: Database, home: OrganisationId) -> None:
    [person_id] = {row.person_id for row in await families.notices(database) if row.chat_id == 7}
    async with database.work() as work:
        await work.outbox.put(NoticeDraft(NoticeKind.JOIN_APPROVED, person_id, home, "approved:1"))
    taken = await lease(database, 2)
    assert {notice.kind for notice in taken} == {NoticeKind.JOIN_APPROVED, NoticeKind.EVENT_PUBLISHED}


async def test_nothing_is_leased_before_it_is_due(
    database: Database, home: OrganisationId, clock: MovableClock
) -> None:
    clock.advance(timedelta(minutes=-1))
    assert await lease(database) == []


async def test_the_lease_of_a_killed_process_comes_back_by_itself(
    database: Database, home: OrganisationId
) -> None:
    abandoned = {notice.id for notice in await lease(database, 12)}
    async with database.work(claims=False) as work:
        assert await work.leases.lapse([], real=REAL + timedelta(seconds=29), longest=FAR) == 0
        assert await work.leases.lapse([], real=REAL + timedelta(seconds=30), longest=FAR) == 12
    again = await lease(database, 12, real=REAL + timedelta(seconds=30))
    assert {notice.id for notice in again} == abandoned
    assert {notice.attempts for notice in again} == {2}


async def test_a_lease_of_a_clock_that_was_set_back_does_not_last_for_hours(
    database: Database, home: OrganisationId
) -> None:
    await lease(database, 12)
    earlier = REAL - timedelta(hours=5)
    async with database.work(claims=False) as work:
        assert await work.leases.lapse([], real=earlier, longest=UNTIL) == 0
        assert await work.leases.lapse([], real=earlier, longest=earlier + timedelta(seconds=30)) == 12


async def test_what_may_not_come_twice_is_unknown_after_a_kill(
    database: Database, home: OrganisationId
) -> None:
    await lease(database, 12)
    async with database.work(claims=False) as work:
        await work.leases.lapse([NoticeKind.EVENT_PUBLISHED], real=UNTIL, longest=FAR)
        report = await work.deliveries.report(home, "event:1")
    assert await families.statuses(database) == ["unknown"] * 12
    assert (report.unknown, report.waiting, report.sent) == (12, 0, 0)


async def test_given_back_is_as_if_nothing_was(database: Database, home: OrganisationId) -> None:
    notice = await first(database)
    async with database.work(claims=False) as work:
        await work.leases.give_back([notice.id])
    row = await row_of(database, notice.id)
    assert (row.status, row.attempts, row.leased_until) == ("queued", 0, None)


async def test_a_failed_try_rests_by_the_real_clock(
    database: Database, home: OrganisationId, clock: MovableClock
) -> None:
    notice = await first(database)
    async with database.work(claims=False) as work:
        await work.leases.retry(notice.id, rest_until=REAL + timedelta(seconds=4), error="network")
    clock.advance(timedelta(days=1))  # the kindergarten's clock has nothing to do with it
    assert notice.id not in {other.id for other in await lease(database, 11)}
    [again] = await lease(database, 12, real=REAL + timedelta(seconds=4))
    assert (again.id, again.attempts) == (notice.id, 2)


@pytest.mark.parametrize(
    ("end", "status", "budgeted"),
    [
        (lambda leases, notice: leases.finish(notice), "sent", True),
        (lambda leases, notice: leases.fail(notice, "bad-request"), "failed", False),
        (lambda leases, notice: leases.drop(notice, "not-true"), "cancelled", False),
        (lambda leases, notice: leases.leave_unknown(notice, "network"), "unknown", True),
    ],
)
async def test_ends(
    database: Database,
    home: OrganisationId,
    end: Callable[[Leases, NoticeId], Awaitable[None]],
    status: str,
    budgeted: bool,
) -> None:
    notice = await first(database)
    async with database.work(claims=False) as work:
        await end(work.leases, notice.id)
    row = await row_of(database, notice.id)
    assert (row.status, row.budget_day is not None) == (status, budgeted)
    assert row.finished_at is not None


async def test_an_ended_row_does_not_end_twice(database: Database, home: OrganisationId) -> None:
    notice = await first(database)
    async with database.work(claims=False) as work:
        await work.leases.finish(notice.id)
        await work.leases.fail(notice.id, "late")
        await work.leases.give_back([notice.id])
    assert (await row_of(database, notice.id)).status == "sent"


async def test_what_is_too_late_expires_and_frees_the_budget(
    database: Database, home: OrganisationId, clock: MovableClock
) -> None:
    clock.advance(timedelta(days=2))
    async with database.work(claims=False) as work:
        assert await work.leases.expire(8) == 8
        assert await work.leases.expire(8) == 4
    rows = await families.notices(database)
    assert {(row.status, row.budget_day) for row in rows} == {("expired", None)}


async def test_a_blocked_chat_loses_what_waits_and_reopens(database: Database, home: OrganisationId) -> None:
    async with database.work(claims=False) as work:
        await work.chats.close(3)
        report = await work.deliveries.report(home, "event:1")
    assert (report.closed, report.waiting) == (1, 11)
    [lost] = await families.notices(database, chat_id=3)
    async with database.work(claims=False) as work:
        await work.outbox.put(NoticeDraft(NoticeKind.JOIN_APPROVED, lost.person_id, home, "approved:1"))
        await work.chats.open(3)
        await work.outbox.put(NoticeDraft(NoticeKind.JOIN_APPROVED, lost.person_id, home, "approved:2"))
    assert await families.statuses(database, chat_id=3) == ["failed", "failed", "queued"]


async def test_a_chat_rests_and_a_group_moves(database: Database, home: OrganisationId) -> None:
    async with database.work(claims=False) as work:
        await work.chats.rest(3, REAL + timedelta(seconds=9))
        await work.chats.move(4, -1004)
    taken = await lease(database, 12)
    assert 3 not in {notice.chat_id for notice in taken}
    assert -1004 in {notice.chat_id for notice in taken}


ENDS: dict[str, Callable[[Work, Notice, OrganisationId], Awaitable[object]]] = {
    "cancelled": lambda work, notice, home: work.outbox.cancel("event:1", [notice.kind]),
    "silenced": lambda work, notice, home: work.erasures.silence(home, notice.person_id),
    "erased": lambda work, notice, home: work.erasures.erase(notice.person_id),
    "closed": lambda work, notice, home: work.chats.close(notice.chat_id),
    "expired": lambda work, notice, home: work.leases.expire(100),
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
async def test_what_ends_while_it_rests_rests_no_longer(
    database: Database,
    home: OrganisationId,
    clock: MovableClock,
    end: Callable[[Work, Notice, OrganisationId], Awaitable[object]],
) -> None:
    notice = await first(database)
    async with database.work(claims=False) as work:
        await work.leases.retry(notice.id, rest_until=FAR, error="network")
    clock.advance(timedelta(days=2))
    async with database.work(claims=False) as work:
        await end(work, notice, home)
    row = await row_of(database, notice.id)
    assert (row.status in {status.value for status in FINAL}, row.leased_until, row.budget_day) == (
        True,
        None,
        None,
    )
