"""What the clock brings about: reminders, chats that close, screens that remove themselves."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.dispatcher import build_dispatcher
from bot.metrics import Metrics
from bot.services import build_services
from db.models import EventRow, RsvpRow, SentMessageRow
from db.work import Database
from domain.clock import MovableClock
from domain.ids import EventId, PersonId
from handlers.common.edge import Buckets
from messenger.uploads import Uploads
from tests.db import families
from tests.services.post_office import PostOffice, at, by, open_office


@pytest.fixture
async def office(database: Database, clock: MovableClock, tmp_path: Path) -> AsyncIterator[PostOffice]:
    """A post office without a limit on sending; 10:00 on Monday 7 September."""
    async with open_office(database, clock, tmp_path) as opened:
        yield opened


async def reminded(office: PostOffice) -> list[tuple[PersonId, datetime]]:
    rows = await families.notices(office.database, kind="event-reminder")
    return [(row.person_id, row.due_at.replace(tzinfo=UTC)) for row in rows]


async def answered(office: PostOffice, event_id: EventId, **answers: PersonId) -> None:
    for answer, person_id in answers.items():
        await families.answered(office.database, office.home, event_id, person_id, answer.replace("_", "-"))


async def test_a_day_before_those_who_come_or_do_not_know_are_reminded_once(office: PostOffice) -> None:
    people = [await office.family() for _ in range(5)]
    event_id = await office.event(*people, starts_at=at(10, 9, 20))
    await answered(office, event_id, with_child=people[0], alone=people[1], unsure=people[2], no=people[3])
    await by(office, at(9, 9, 19))
    assert await reminded(office) == []
    await by(office, at(9, 9, 20))
    await by(office, at(9, 9, 40))
    assert [person for person, _ in await reminded(office)] == people[:3]
    assert [len(await office.texts(person)) for person in people] == [1, 1, 1, 0, 0]


async def test_a_reminder_inside_quiet_hours_comes_the_evening_before(office: PostOffice) -> None:
    mother = await office.family()
    event_id = await office.event(mother, starts_at=at(10, 7, 30))
    await answered(office, event_id, alone=mother)
    await by(office, at(8, 19, 59))
    assert await reminded(office) == []
    await by(office, at(8, 20, 0))
    assert await reminded(office) == [(mother, at(8, 20))]
    assert len(await office.texts(mother)) == 1


async def test_five_days_before_if_something_must_be_brought(office: PostOffice) -> None:
    mother = await office.family()
    event_id = await office.event(mother, starts_at=at(14, 12), bring=True)
    plain = await office.event(mother, starts_at=at(14, 12))
    await answered(office, event_id, with_child=mother)
    await answered(office, plain, with_child=mother)
    await by(office, at(9, 12))
    rows = await families.notices(office.database, kind="event-reminder")
    assert [(row.params["event"], row.params["bring"]) for row in rows] == [(event_id, 1)]
    await by(office, at(13, 12))
    rows = await families.notices(office.database, kind="event-reminder")
    assert [(row.params["event"], row.params["bring"]) for row in rows[1:]] == [(event_id, 0), (plain, 0)]


async def test_a_moved_event_is_reminded_of_anew_and_who_was_just_told_is_not(office: PostOffice) -> None:
    mother = await office.family()
    event_id = await office.event(mother, starts_at=at(10, 12))
    await answered(office, event_id, alone=mother)
    await by(office, at(9, 12))
    await _move(office, event_id, to=at(12, 12), on=at(9, 13))
    await by(office, at(11, 12))
    assert [due for _, due in await reminded(office)] == [at(9, 12), at(11, 12)]
    await _move(office, event_id, to=at(12, 10), on=at(11, 13))  # its reminder would have been at 10:00
    await by(office, at(11, 14))
    assert len(await reminded(office)) == 2


async def test_a_move_plans_the_reminder_five_days_before_anew(office: PostOffice) -> None:
    mother = await office.family()
    event_id = await office.event(mother, starts_at=at(20, 12), bring=True)
    await answered(office, event_id, with_child=mother)
    await _move(office, event_id, to=at(11, 12), on=at(8, 12))  # nearer than five days: only the day before
    await by(office, at(8, 13))
    assert await reminded(office) == []
    await _move(office, event_id, to=at(18, 12), on=at(9, 12))  # far again
    await by(office, at(13, 11, 59))
    assert await reminded(office) == []
    await by(office, at(13, 12))
    await _move(office, event_id, to=at(25, 12), on=at(13, 13))  # told already, and moved on
    await by(office, at(20, 12))
    assert [due for _, due in await reminded(office)] == [at(13, 12), at(20, 12)]


async def test_who_answered_after_the_reminder_needs_none(office: PostOffice) -> None:
    mother, late = await office.family(), await office.family()
    event_id = await office.event(mother, late, starts_at=at(10, 12))
    await answered(office, event_id, alone=mother, with_child=late)
    async with office.database.work() as work:
        await work.connection.execute(
            update(RsvpRow).where(RsvpRow.person_id == late).values(answered_at=at(9, 12, 5))
        )
    await by(office, at(9, 12, 30))
    assert [person for person, _ in await reminded(office)] == [mother]


async def test_who_blocks_the_bot_and_comes_back_is_noticed(office: PostOffice) -> None:
    mother = await office.family()
    chat_id = await office.chat_of(mother)
    dispatcher = build_dispatcher(
        office.database,
        build_services(office.database, office.clock, office.settings),
        office.settings,
        Metrics(),
        Buckets(),
        Uploads(),
    )

    async def feed() -> None:
        for update_ in await office.bot.get_updates(allowed_updates=["my_chat_member"]):
            await dispatcher.feed_update(office.bot, update_)
            await office.bot.get_updates(offset=update_.update_id + 1, timeout=0)

    await feed()
    await office.sim(f"/people/{chat_id}/block")
    await feed()
    await office.announce(await office.event(mother), mother)
    assert await families.statuses(office.database) == ["failed"]
    await office.sim(f"/people/{chat_id}/unblock")
    await feed()
    await office.announce(await office.event(mother), mother)
    assert await families.statuses(office.database) == ["failed", "queued"]


async def test_screens_with_codes_remove_themselves(office: PostOffice) -> None:
    fresh, old = await _screen(office, at(7, 10)), await _screen(office, at(7, 10))
    async with office.database.work() as work:
        await work.connection.execute(
            update(SentMessageRow)
            .where(SentMessageRow.message_id == old)
            .values(sent_at=at(5, 10), remove_after=at(8, 9))
        )
    await by(office, at(8, 9, 30))
    left = {message["id"]: message for message in await office.heard(office.teacher)}
    assert set(left) == {fresh, old}
    assert left[fresh]["text"] == "0147"
    assert "0147" not in left[old]["text"]  # too old to be deleted, so it says something else
    await by(office, at(8, 10))
    assert set(await _ids(office)) == {old}
    async with office.database.read() as reading:
        assert (await reading.connection.execute(select(SentMessageRow.id))).all() == []


async def test_a_screen_is_removed_later_when_telegram_does_not_answer(office: PostOffice) -> None:
    shown = await _screen(office, at(7, 10))
    await office.sim("/faults", kind="server_error", method="deleteMessage")
    await by(office, at(8, 10))
    assert await _ids(office) == [shown]
    await by(office, at(8, 10, 10))
    assert await _ids(office) == []


async def test_the_clock_ticks_by_itself_and_a_stop_waits_for_the_tick(office: PostOffice) -> None:
    mother = await office.family()
    event_id = await office.event(mother, starts_at=at(10, 9, 20))
    await answered(office, event_id, alone=mother)
    office.clock.move_to(at(9, 9, 20))
    async with asyncio.TaskGroup() as tasks:
        delivery = await office.start(tasks)
        delivery.ticks.start()
        for _ in range(200):
            if await families.statuses(office.database) == ["sent"]:
                break
            await delivery.worker.settle(0.1)
        await delivery.stop()
    assert len(await office.texts(mother)) == 1


async def _screen(office: PostOffice, moment: datetime) -> int:
    """A staff screen with a code, shown at the moment, to be removed a day later."""
    message: Any = await office.bot.send_message(await office.chat_of(office.teacher), "0147")
    async with office.database.work() as work:
        await work.sent.remember(1, message.message_id, None, moment + timedelta(days=1))
    return int(message.message_id)


async def _ids(office: PostOffice) -> list[int]:
    return [message["id"] for message in await office.heard(office.teacher)]


async def _move(office: PostOffice, event_id: EventId, *, to: datetime, on: datetime) -> None:
    async with office.database.work() as work:
        await work.connection.execute(
            update(EventRow).where(EventRow.id == event_id).values(starts_at=to, updated_at=on)
        )
