"""Sheets of open lessons on both engines: who is waited for, who fills them in, what becomes of them."""

from datetime import timedelta
from fractions import Fraction

import pytest

from content.sheets import open_lesson
from db.models import LessonSheetRow
from db.work import Database
from domain.event_forms import EventForm, Invitees
from domain.events import Event
from domain.lesson_sheets import SHEET_TIME, Sheet
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Role
from domain.privacy import Purpose
from services.erasing import end_roles
from services.lesson_sheets import LessonSheets
from tests.services.sunny import Sunny, build_sunny, next_door

HOUR = timedelta(hours=1)


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten."""
    return await build_sunny(database)


def sheets_of(sunny: Sunny) -> LessonSheets:
    """What is done with sheets."""
    return LessonSheets(sunny.database, sunny.clock, open_lesson())


async def open_a_lesson(sunny: Sunny, author: Actor, token: str = "lesson", **changed: object) -> Event:
    """A lesson of «Солнышко», tomorrow."""
    values = {"days": 1, "form": EventForm.OPEN_LESSON, "invitees": Invitees(staff=True)}
    return await sunny.publish(author, token, **(values | changed))


async def test_colleagues_who_are_invited_are_waited_for_until_a_week_later(sunny: Sunny) -> None:
    head = await sunny.staff(Role.HEAD)
    sun, rays = [await sunny.staff(Role.TEACHER, group) for group in (sunny.sun, sunny.rays)]
    mother = await sunny.adult(1)
    stranger = await (await next_door(sunny)).staff(Role.HEAD)
    sheets = sheets_of(sunny)
    lesson = await open_a_lesson(sunny, head)
    await open_a_lesson(sunny, head, "for parents", invitees=Invitees())
    await open_a_lesson(sunny, head, "seminar", form=EventForm.SEMINAR)
    off = await open_a_lesson(sunny, head, "off")
    assert not isinstance(await sunny.changes.cancel(head, off.id, off.version), Refused)

    assert await sheets.awaited(sun) == ()
    assert await sheets.fill(sun, lesson.id, Sheet({"goal": 2})) == Refused(Reason.EVENT_AHEAD)
    sunny.clock.advance(timedelta(days=1))
    assert [one.id for one in await sheets.awaited(sun)] == [lesson.id]
    for nobody in (head, rays, mother, stranger):
        assert await sheets.awaited(nobody) == ()
    for nobody in (rays, head):
        with pytest.raises(Forbidden):
            await sheets.fill(nobody, lesson.id, Sheet({"goal": 2}))
    for nobody in (mother, stranger):
        with pytest.raises(Missing):
            await sheets.look(nobody, lesson.id)
    with pytest.raises(Missing):
        await sheets.fill(sun, lesson.id, Sheet({"beauty": 2}))
    assert await sheets.fill(sun, lesson.id, Sheet({})) == Refused(Reason.SHEET_EMPTY)
    long = await sheets.fill(sun, lesson.id, Sheet({"goal": 2}, "о" * 301))
    assert isinstance(long, Refused)
    assert long.reason is Reason.TOO_LONG
    assert await sunny.count(LessonSheetRow) == 0

    assert await sheets.fill(sun, lesson.id, Sheet({"goal": 2}, "  Карточки   с шагами ")) is None
    assert await sheets.awaited(sun) == ()
    view = await sheets.look(sun, lesson.id)
    assert view.own == Sheet({"goal": 2}, "Карточки с шагами")
    assert view.summary is None
    assert await sheets.fill(sun, lesson.id, Sheet({"hands": 1})) is None
    sunny.clock.advance(SHEET_TIME - HOUR)
    assert await sheets.fill(sun, lesson.id, Sheet({"hands": 0})) is None
    assert await sunny.count(LessonSheetRow) == 1
    sunny.clock.advance(HOUR)
    assert await sheets.fill(sun, lesson.id, Sheet({"hands": 2})) == Refused(Reason.SHEET_TOO_LATE)
    view = await sheets.look(head, lesson.id)
    assert view.summary is not None
    assert [(one.indicator.slug, one.mean) for one in view.summary.seen if one.count] == [
        ("hands", Fraction(0))
    ]


async def test_those_who_lead_see_who_wrote_and_the_author_does_not(sunny: Sunny) -> None:
    author = await sunny.staff(Role.HEAD)
    methodist = await sunny.staff(Role.METHODIST)
    sun = await sunny.staff(Role.TEACHER, sunny.sun)
    sheets = sheets_of(sunny)
    lesson = await open_a_lesson(sunny, author)
    sunny.clock.advance(timedelta(days=1))
    said = Sheet({"goal": 1}, "Карточки", "Больше времени")
    assert await sheets.fill(sun, lesson.id, said) is None
    assert await sheets.fill(methodist, lesson.id, Sheet({"goal": 2})) is None

    async def who(actor: Actor) -> list[Role | None]:
        summary = (await sheets.look(actor, lesson.id)).summary
        assert summary is not None
        assert summary.sheets == 2
        return [None if line.who is None else line.who.role for line in summary.takeaways]

    assert await who(author) == [None]
    assert await who(methodist) == [Role.TEACHER]
    # whose role has ended is still shown as what they were; what they said stays the kindergarten's
    async with sunny.database.work() as work:
        await work.people.end_membership(sunny.organisation_id, sun.memberships[0].id)
    assert await who(methodist) == [Role.TEACHER]


async def test_sheets_go_with_the_consent_they_rest_on(sunny: Sunny) -> None:
    author = await sunny.staff(Role.HEAD)
    gone, stays = [await sunny.staff(Role.TEACHER, sunny.sun) for _ in range(2)]
    sheets = sheets_of(sunny)
    lesson = await open_a_lesson(sunny, author)
    sunny.clock.advance(timedelta(days=1))
    for colleague in (gone, stays):
        assert await sheets.fill(colleague, lesson.id, Sheet({"goal": 1})) is None
    async with sunny.database.work() as work:
        assert await end_roles(work, gone, sunny.organisation_id, Purpose.STAFF) is not None
    assert await sunny.count(LessonSheetRow, person_id=gone.person_id) == 0
    assert await sunny.count(LessonSheetRow) == 1
