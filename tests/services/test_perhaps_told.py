"""Whom a killed bot had perhaps told: if the event is cancelled before it could try again, they hear of that."""

from datetime import timedelta

from db.work import Database
from domain.notices import NoticeKind
from domain.people import Role
from scheduler.delivery.worker import ONCE
from tests.services.sunny import build_sunny, told

LEASE = timedelta(seconds=40)


async def test_who_may_have_read_the_invitation_reads_the_cancellation(database: Database) -> None:
    sunny = await build_sunny(database)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    perhaps, never = await sunny.adult(1), await sunny.adult(2)
    event = await sunny.publish(teacher)
    now = sunny.clock.now()
    async with database.work() as work:
        [held] = await work.leases.lease(1, real=now, until=now + LEASE)
    assert held.person_id == perhaps.person_id
    async with database.work() as work:  # the bot is dead by now
        assert await work.leases.lapse(ONCE, real=now + LEASE, longest=now + 2 * LEASE) == 1
    await sunny.changes.cancel(teacher, event.id, event.version)
    concerned = await told(database, NoticeKind.EVENT_CANCELLED.value)
    assert concerned == [perhaps.person_id], "and nobody who was never told"
    assert never.person_id not in concerned


async def test_it_is_remembered_whatever_becomes_of_the_message(database: Database) -> None:
    sunny = await build_sunny(database)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    lapsed, stopped, held, _ = [await sunny.adult(number) for number in range(1, 5)]
    event = await sunny.publish(teacher)
    now = sunny.clock.now()
    async with database.work() as work:
        taken = {one.person_id: one.id for one in await work.leases.lease(3, real=now, until=now + LEASE)}
        await work.leases.retry(taken[lapsed.person_id], rest_until=now, error="network", may_have_come=True)
        await work.leases.break_off([taken[stopped.person_id]])
        await work.leases.retry(taken[held.person_id], rest_until=now, error="network")
    async with (
        database.work() as work
    ):  # tried again: its event is not told of any more, it is refused, it is night
        for one in await work.leases.lease(3, real=now, until=now + LEASE):
            await work.leases.drop(one.id, "not-true")
    await sunny.changes.cancel(teacher, event.id, event.version)
    assert await told(database, NoticeKind.EVENT_CANCELLED.value) == [lapsed.person_id, stopped.person_id]


async def test_what_is_put_back_at_the_moment_of_the_cancellation_is_remembered_as_well(
    database: Database,
) -> None:
    sunny = await build_sunny(database)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    perhaps = await sunny.adult(1)
    event = await sunny.publish(teacher)
    now = sunny.clock.now()
    async with database.work() as work:
        [held] = await work.leases.lease(1, real=now, until=now + LEASE)
        await work.leases.retry(held.id, rest_until=now, error="network", may_have_come=True)
    async with database.read() as reading:
        heard = reading.event_audiences.those_told(sunny.organisation_id, event.id)
        found = await reading.connection.scalars(heard.people)
    assert list(found) == [perhaps.person_id], (
        "between two statements of a cancellation: it is dropped by neither"
    )


async def test_a_clock_that_is_set_back_keeps_nothing_at_rest(database: Database) -> None:
    sunny = await build_sunny(database)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    await sunny.adult(1)
    await sunny.publish(teacher)
    now = sunny.clock.now()
    wrong = now + timedelta(days=1)
    async with database.work() as work:
        [held] = await work.leases.lease(1, real=wrong, until=wrong + LEASE)
        await work.leases.retry(held.id, rest_until=wrong + timedelta(seconds=2), error="network")
        assert await work.leases.lease(1, real=wrong, until=wrong + LEASE) == []
        assert len(await work.leases.lease(1, real=now, until=now + LEASE)) == 1
