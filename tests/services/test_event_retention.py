"""What is kept of an event that is over goes in its time, and not before."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert

from db.models import EventPostRow, RecallRow
from db.work import Database
from domain.clock import MovableClock
from domain.people import Role
from tests.services.doorstep import open_door
from tests.services.eulampia import after_the_event, an_event

DAY = timedelta(days=1)
KEPT = (
    *("event_parties", "event_feedback", "event_attendances", "event_pictures", "lesson_sheets"),
    *("event_posts", "recalls", "events"),
)
AFTERWARDS = {"event_attendances": 1, "event_pictures": 1, "lesson_sheets": 1}


async def test_seats_feedback_and_attendance_go_in_their_time(
    database: Database, tmp_path: Path, clock: MovableClock
) -> None:
    door = await open_door(database, tmp_path)
    head = await door.staff(Role.HEAD)
    event_id = await an_event(door, head)  # in three days
    await after_the_event(door, head, event_id)
    recalled = await an_event(door, head)
    here, now = {"organisation_id": door.organisation_id}, clock.now()
    async with database.work() as work:
        await work.connection.execute(
            insert(EventPostRow).values(
                **here, bound_chat_id=1, subject=f"event:{event_id}", status="posted", due_at=now
            )
        )
        await work.connection.execute(
            insert(RecallRow).values(
                **here, subject=f"event:{recalled}", asked_by=1, asked_at=now, done_at=now
            )
        )

    async def left_after(step: timedelta) -> dict[str, int]:
        clock.advance(step)
        await door.retention.run_due()
        rows = await door.rows()
        return {name: rows[name] for name in KEPT if rows[name]}

    everything = dict.fromkeys(KEPT, 1) | {"event_parties": 2, "recalls": 2, "events": 2}
    assert await left_after(92 * DAY) == everything
    # a recall that is not done yet stays
    without_seats = {"event_feedback": 1, **AFTERWARDS, "recalls": 1, "events": 2}
    assert await left_after(2 * DAY) == without_seats
    assert await left_after(273 * DAY) == without_seats
    assert await left_after(2 * DAY) == {**AFTERWARDS, "recalls": 1, "events": 2}
    # the second September after it
    assert await left_after(2 * 365 * DAY) == {"recalls": 1, "events": 2}
