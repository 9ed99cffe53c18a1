"""What is put into the outbox: once, for the right people, within the budget, outside of quiet hours."""

import asyncio
import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from db.audience import Audience
from db.models import MembershipRow, PersonRow
from db.work import Database
from domain.clock import MovableClock
from domain.delivery import BudgetPreview
from domain.ids import OrganisationId
from domain.notices import Circular, NoticeDraft, NoticeKind, Urgency
from tests.db import families

EVERYBODY = Audience(select(PersonRow.id))


def announcement(organisation_id: OrganisationId, number: int = 1, days: int = 7) -> Circular:
    return Circular(
        kind=NoticeKind.EVENT_PUBLISHED,
        organisation_id=organisation_id,
        dedupe_key=f"published:{number}",
        expires_at=datetime(2026, 9, 7, 3, tzinfo=UTC) + timedelta(days=days),
        params={"event": number},
        subject=f"event:{number}",
    )


async def fan_out(database: Database, circular: Circular, audience: Audience = EVERYBODY) -> int:
    async with database.work() as work:
        return await work.outbox.fan_out(circular, audience)


async def test_a_circular_is_one_row_for_each_and_comes_once(database: Database) -> None:
    home = await families.organisation(database)
    people = [await families.member(database, home, 100 + number) for number in range(3)]
    twice = Audience(select(MembershipRow.person_id).where(MembershipRow.person_id.in_(people[:2])))
    assert await fan_out(database, announcement(home), twice) == 2
    assert await fan_out(database, announcement(home)) == 1
    assert await fan_out(database, announcement(home)) == 0
    rows = await families.notices(database)
    assert [(row.person_id, row.chat_id, row.dedupe_key) for row in rows] == [
        (person_id, 100 + number, f"published:1:{person_id}") for number, person_id in enumerate(people)
    ]
    assert {row.budget_day for row in rows} == {date(2026, 9, 7)}
    assert rows[0].params == {"event": 1}


async def test_nobody_without_a_role_here_is_told(database: Database) -> None:
    home, elsewhere = await families.organisation(database), await families.organisation(database)
    stays = await families.member(database, home, 1)
    left = await families.member(database, home, 2)
    await families.member(database, elsewhere, 3)
    await families.person(database, 4)
    async with database.work() as work:
        await work.connection.execute(
            update(MembershipRow).where(MembershipRow.person_id == left).values(ended_at=families.LONG_AGO)
        )
    await fan_out(database, announcement(home))
    assert [row.person_id for row in await families.notices(database)] == [stays]


async def test_a_closed_chat_gets_nothing_and_is_counted(database: Database) -> None:
    home = await families.organisation(database)
    await families.member(database, home, 1)
    blocked = await families.member(database, home, 2, chat_closed_at=families.LONG_AGO)
    await fan_out(database, announcement(home))
    async with database.work() as work:
        await work.outbox.put(NoticeDraft(NoticeKind.JOIN_APPROVED, blocked, home, "approved:1"))
        assert (
            len(
                await work.leases.lease(
                    10, real=datetime(2026, 9, 7, tzinfo=UTC), until=datetime.max.replace(tzinfo=UTC)
                )
            )
            == 1
        )
        report = await work.deliveries.report(home, "event:1")
    assert (report.total, report.waiting, report.closed, report.failed) == (2, 1, 1, 0)
    assert await families.statuses(database, person_id=blocked) == ["failed", "failed"]
    assert [row.budget_day for row in await families.notices(database, person_id=blocked)] == [None, None]


async def test_two_a_day_then_the_evening_summary(database: Database, clock: MovableClock) -> None:
    home = await families.organisation(database)
    await families.member(database, home, 1)
    for number in (1, 2, 3):
        await fan_out(database, announcement(home, number))
    assert await families.statuses(database) == ["queued", "queued", "summary"]
    clock.advance(timedelta(days=1))
    await fan_out(database, announcement(home, 4))
    assert (await families.statuses(database))[-1] == "queued"


async def test_six_a_week_then_the_evening_summary(database: Database, clock: MovableClock) -> None:
    home = await families.organisation(database)
    await families.member(database, home, 1)
    number = 0
    for _ in range(3):
        for _ in range(2):
            number += 1
            await fan_out(database, announcement(home, number, days=30))
        clock.advance(timedelta(days=1))
    assert await families.statuses(database) == ["queued"] * 6
    await fan_out(database, announcement(home, 7, days=30))
    clock.advance(timedelta(days=3))
    await fan_out(database, announcement(home, 8, days=30))  # the seventh day counting from the first
    assert (await families.statuses(database))[6:] == ["summary", "summary"]
    clock.advance(timedelta(days=1))
    await fan_out(database, announcement(home, 9, days=30))
    assert (await families.statuses(database))[-1] == "queued"


@pytest.mark.parametrize("seed", range(3))
async def test_no_day_and_no_seven_days_ever_hold_more(
    database: Database, clock: MovableClock, seed: int
) -> None:
    """However announcements for today and for later days mix, what is promised keeps within the budget."""
    home = await families.organisation(database)
    await families.member(database, home, 1)
    dice = random.Random(seed)
    for number in range(40):
        later = clock.now() + timedelta(days=dice.randrange(5), hours=dice.randrange(12))
        await fan_out(database, replace(announcement(home, number, days=90), due_at=later))
        clock.advance(timedelta(hours=dice.randrange(20)))
    days = Counter(row.budget_day for row in await families.notices(database) if row.budget_day)
    assert max(days.values()) == 2
    assert max(sum(days[day + timedelta(days=i)] for i in range(7)) for day in days) == 6


async def test_only_parents_have_a_budget_and_it_is_one_over_all_kindergartens(database: Database) -> None:
    home, second = await families.organisation(database), await families.organisation(database)
    parent = await families.member(database, home, 1)
    teacher = await families.member(database, home, 2, role="teacher")
    await families.add(
        database,
        MembershipRow,
        organisation_id=second,
        person_id=parent,
        role="parent",
        created_at=families.LONG_AGO,
    )
    for number in (1, 2):
        await fan_out(database, announcement(home, number))
    await fan_out(database, announcement(second, 3))
    await fan_out(database, announcement(home, 4))
    assert await families.statuses(database, person_id=parent) == ["queued", "queued", "summary", "summary"]
    assert await families.statuses(database, person_id=teacher) == ["queued"] * 3


async def test_changes_are_exempt(database: Database) -> None:
    home = await families.organisation(database)
    parent = await families.member(database, home, 1)
    for number in range(4):
        circular = replace(announcement(home, number), kind=NoticeKind.EVENT_CHANGED)
        await fan_out(database, circular, families.audience_of([parent]))
    assert await families.statuses(database) == ["queued"] * 4
    assert {row.budget_day for row in await families.notices(database)} == {None}


async def test_what_the_summary_would_tell_too_late_is_told_at_once(database: Database) -> None:
    home = await families.organisation(database)
    await families.member(database, home, 1)
    for number in (1, 2):
        await fan_out(database, announcement(home, number))
    soon = replace(
        announcement(home, 3), expires_at=datetime(2026, 9, 7, 11, tzinfo=UTC)
    )  # 18:00, before 19:00
    assert (await preview(database, soon)).limited == 0
    await fan_out(database, soon)
    last = (await families.notices(database))[-1]
    assert (last.status, last.budget_day) == ("queued", None)


async def test_a_cancelled_message_gives_its_place_in_the_budget_back(database: Database) -> None:
    home = await families.organisation(database)
    await families.member(database, home, 1)
    for number in (1, 2):
        await fan_out(database, announcement(home, number))
    async with database.work() as work:
        await work.outbox.cancel("event:2", [NoticeKind.EVENT_PUBLISHED])
    await fan_out(database, announcement(home, 3))
    assert await families.statuses(database) == ["queued", "cancelled", "queued"]


async def preview(database: Database, circular: Circular) -> BudgetPreview:
    async with database.read() as reading:
        return await reading.outbox.preview_budget(circular, EVERYBODY)


async def test_the_preview_tells_what_will_happen(database: Database) -> None:
    home = await families.organisation(database)
    mother, father = await families.member(database, home, 1), await families.member(database, home, 2)
    third = await families.member(database, home, 3)
    await families.member(database, home, 4, chat_closed_at=families.LONG_AGO)
    await families.child_of(database, home, 147, mother, father)
    await families.child_of(database, home, 148, third)
    for number in (1, 2):
        await fan_out(database, announcement(home, number), families.audience_of([mother, father]))
    told = await preview(database, announcement(home, 3))
    assert told == BudgetPreview(people=4, closed=1, limited=2, limited_families=1)
    await fan_out(database, announcement(home, 3))
    assert (await families.statuses(database, subject="event:3")).count("summary") == told.limited


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2026, 9, 7, 13, 59, tzinfo=UTC), datetime(2026, 9, 7, 13, 59, tzinfo=UTC)),  # 20:59
        (datetime(2026, 9, 7, 14, 0, tzinfo=UTC), datetime(2026, 9, 8, 1, 0, tzinfo=UTC)),  # 21:00 → 8:00
        (datetime(2026, 9, 7, 18, 30, tzinfo=UTC), datetime(2026, 9, 8, 1, 0, tzinfo=UTC)),  # 1:30 → 8:00
        (datetime(2026, 9, 8, 1, 0, tzinfo=UTC), datetime(2026, 9, 8, 1, 0, tzinfo=UTC)),  # 8:00
    ],
)
async def test_quiet_hours_are_kept(
    database: Database, clock: MovableClock, now: datetime, due: datetime
) -> None:
    home = await families.organisation(database)
    parent = await families.member(database, home, 1)
    clock.move_to(now)
    await fan_out(database, announcement(home))
    async with database.work() as work:
        await work.outbox.put(
            NoticeDraft(NoticeKind.JOIN_REQUESTED, parent, home, "requested:1"),
            NoticeDraft(NoticeKind.EVENT_CANCELLED, parent, home, "cancelled:1", urgency=Urgency.NOW),
        )
    rows = await families.notices(database)
    assert [row.due_at.replace(tzinfo=UTC) for row in rows] == [due, due, now]
    assert rows[0].budget_day == due.astimezone(UTC).date()  # 8:00 in Novokuznetsk is 1:00 the same day


async def test_two_announcements_at_once_do_not_overspend(database: Database) -> None:
    """The second one waits for the first commit; else both would see the last free place in the budget."""
    home = await families.organisation(database)
    await families.member(database, home, 1)
    await fan_out(database, announcement(home, 1))
    async with asyncio.TaskGroup() as group:
        async with database.work() as work:
            await work.outbox.fan_out(announcement(home, 2), EVERYBODY)
            other = group.create_task(fan_out(database, announcement(home, 3)))
            done, _ = await asyncio.wait({other}, timeout=0.3)
            assert not done
    assert await families.statuses(database) == ["queued", "queued", "summary"]
