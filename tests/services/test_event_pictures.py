"""Pictures of an event on both engines: ten at most, none twice, and files that go when nobody needs them."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from db.files import Files
from db.models import EventPictureRow, FormStateRow
from db.work import Database
from domain.clock import MovableClock
from domain.event_pictures import MOST_PICTURES, UNUSED_KEPT, PicturePage
from domain.events import Event
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Role
from domain.recaps import RECAP_TIME
from sandbox.acts.sharing import sample_picture
from services.event_pictures import EventPictures
from services.pictures import Pictures, UnneededFiles
from tests.services.sunny import Sunny, build_sunny

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass
class Hall:
    """«Солнышко» after a holiday, and the folder of files."""

    sunny: Sunny
    files: Files
    teacher: Actor
    event: Event

    @property
    def pictures(self) -> Pictures:
        return Pictures(self.files, self.sunny.clock)

    @property
    def of_event(self) -> EventPictures:
        return EventPictures(self.sunny.database, self.sunny.clock, self.pictures)

    async def add(self, size: int, event: Event | None = None) -> int | Refused:
        return await self.of_event.add(self.teacher, (event or self.event).id, sample_picture(size, 2))

    async def page(self, number: int = 1) -> PicturePage:
        found = await self.of_event.page(self.teacher, self.event.id, number)
        assert isinstance(found, PicturePage)
        return found

    async def drop(self, step: timedelta = timedelta()) -> int:
        """What the tick drops after a while."""
        self.sunny.clock.advance(step)
        return await UnneededFiles(self.sunny.database, self.sunny.clock, self.files).drop_due()


@pytest.fixture
async def hall(database: Database, tmp_path: Path) -> Hall:
    """An hour after a holiday of «Солнышко»."""
    sunny = await build_sunny(database)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await sunny.publish(teacher, days=1)
    early = Hall(sunny, Files(tmp_path), teacher, event)
    assert await early.add(1) == Refused(Reason.EVENT_AHEAD)
    assert list(early.files.names()) == []
    sunny.clock.advance(DAY + HOUR)
    return early


async def test_ten_at_most_and_none_twice(hall: Hall) -> None:
    assert (await hall.page()).shown is None
    for size in range(1, MOST_PICTURES):
        assert await hall.add(size) == size
    assert await hall.add(3) == Refused(Reason.PICTURE_THERE)
    # two teachers add the last one at once
    outcomes = await asyncio.gather(hall.add(20), hall.add(21))
    full = Refused(Reason.TOO_MANY_PICTURES, {"limit": MOST_PICTURES})
    assert sorted(map(str, outcomes)) == sorted([str(MOST_PICTURES), str(full)])
    assert (await hall.page()).count == MOST_PICTURES
    last = await hall.page(99)
    assert last.number == MOST_PICTURES
    assert last.shown is not None
    assert last.shown.confirmed_by == hall.teacher.person_id
    refused = await hall.of_event.add(hall.teacher, hall.event.id, b"GIF89a")
    assert refused == Refused(Reason.NOT_A_SNAPSHOT)


async def test_old_recaps_are_looked_at_and_left_alone(hall: Hall) -> None:
    assert await hall.add(1) == 1
    shown = (await hall.page()).shown
    assert shown is not None
    rays = await hall.sunny.staff(Role.TEACHER, hall.sunny.rays)
    with pytest.raises(Forbidden):
        await hall.of_event.page(rays, hall.event.id)
    mother = await hall.sunny.adult(1)
    with pytest.raises(Missing):  # nobody has been thanked yet
        await hall.of_event.for_invited(mother, hall.event.id)
    hall.sunny.clock.advance(RECAP_TIME)
    assert (await hall.page()).may_write is False
    assert await hall.add(2) == Refused(Reason.RECAP_TOO_LATE)
    gone = await hall.of_event.remove(hall.teacher, hall.event.id, shown.id)
    assert gone == Refused(Reason.RECAP_TOO_LATE)
    assert (await hall.page()).count == 1


async def test_a_file_goes_a_week_after_the_last_that_needs_it(hall: Hall) -> None:
    sunny, database = hall.sunny, hall.sunny.database
    poster, typed, left = [await hall.pictures.keep(sample_picture(size, 3)) for size in (1, 2, 3)]
    kept = await hall.sunny.publish(hall.teacher, "poster", days=30, picture=poster)
    async with database.work() as work:
        await work.connection.execute(
            insert(FormStateRow).values(
                key="1", user_id=1, state=None, data={"drafts": {"en": [typed]}}, updated_at=sunny.clock.now()
            )
        )
    assert await hall.add(9) == 1
    assert await hall.drop() == 0
    assert await hall.drop(UNUSED_KEPT - HOUR) == 0
    assert await hall.drop(HOUR) == 1
    assert left not in set(hall.files.names())
    assert len(list(hall.files.names())) == 3
    # the event is cancelled and stays; the form is given up: its file goes a week later, and no sooner
    async with database.work() as work:
        await work.form_states.set_data("1", 1, {})
    assert await hall.drop(UNUSED_KEPT - DAY - HOUR) == 0
    assert await hall.drop(2 * DAY) == 1
    assert typed not in set(hall.files.names())
    assert kept.picture in set(hall.files.names())
    assert await hall.drop(30 * DAY) == 0


async def test_what_is_taken_away_goes_within_two_hours_unless_somebody_else_has_it(hall: Hall) -> None:
    other = await hall.sunny.publish(hall.teacher, "other", days=0.1)
    hall.sunny.clock.advance(3 * HOUR)
    for size, event in ((1, hall.event), (2, hall.event), (2, other)):
        assert isinstance(await hall.add(size, event), int)
    for _ in range(2):
        shown = (await hall.page()).shown
        assert shown is not None
        assert await hall.of_event.remove(hall.teacher, hall.event.id, shown.id) is None
        assert await hall.of_event.remove(hall.teacher, hall.event.id, shown.id) is None  # a second tap
    assert await hall.sunny.count(EventPictureRow) == 1
    assert await hall.drop() == 0, "somebody may be adding the same at this moment"
    assert await hall.drop(HOUR) == 1
    assert len(list(hall.files.names())) == 1
    assert await hall.drop(60 * DAY) == 0


def test_a_file_that_is_put_again_meanwhile_stays(tmp_path: Path, clock: MovableClock) -> None:
    files = Files(tmp_path)
    name = files.put(b"poster", at=clock.now() - 8 * DAY)
    assert files.needed_at(name) == clock.now() - 8 * DAY
    files.put(b"poster", at=clock.now())  # between the question who needs it and the end of it
    assert not files.drop(name, unneeded_since=clock.now() - UNUSED_KEPT)
    assert files.get(name) == b"poster"
    assert files.drop(name, unneeded_since=clock.now())
    assert not files.drop(name, unneeded_since=clock.now())
    files.needed(name, datetime(2026, 9, 1, tzinfo=clock.now().tzinfo))  # gone meanwhile: nothing happens
