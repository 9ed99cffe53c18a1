"""Templates: what of an event comes again, for whom, by whom they are kept in order, and how many there may be."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import insert

from content.events import ready_templates
from db.models import EventTemplateRow
from db.work import Database
from domain.event_forms import FOR_PARENTS, EventForm, Invitees
from domain.event_templates import MOST_TEMPLATES, Pattern, called_like
from domain.ids import TemplateId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Role
from domain.seats import Seats, SeatsBy
from services.event_templates import EventTemplates
from tests.services.sunny import Sunny, build_sunny, next_door


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten on both engines."""
    return await build_sunny(database)


def templates_of(sunny: Sunny) -> EventTemplates:
    return EventTemplates(sunny.database, sunny.clock, ready_templates())


async def test_all_of_an_event_comes_again_but_its_day_and_its_groups(sunny: Sunny) -> None:
    templates, here = templates_of(sunny), sunny.organisation_id
    teacher, other = (
        await sunny.staff(Role.TEACHER, sunny.sun),
        await sunny.staff(Role.TEACHER, sunny.rays),
    )
    methodist = await sunny.staff(Role.METHODIST)
    parent = await sunny.adult(1)
    event = await sunny.publish(
        teacher,
        form=EventForm.QUEST,
        note="Фартук",
        bring=True,
        picture="0" * 64,
        seats=Seats(7, SeatsBy.PERSON),
    )
    saved = await templates.save(teacher, event.id, "Квест  пожарных")
    assert isinstance(saved, int)
    pattern = Pattern(
        *(event.title, event.place, EventForm.QUEST, "Фартук", True),
        *(Seats(7, SeatsBy.PERSON), FOR_PARENTS, "0" * 64),
    )
    begun = await templates.begin(other, saved)
    assert (begun.pattern, begun.organisation.id) == (pattern, here)
    assert await templates.save(teacher, event.id, "квест пожарных") == Refused(Reason.NAME_TAKEN)
    assert await templates.save(teacher, event.id, "я" * 61) == Refused(
        Reason.TOO_LONG, {"limit": 60, "length": 61}
    )
    page = await templates.page(other, here)
    assert [one.name for one in page.own] == ["Квест пожарных"]
    assert not (await templates.look(other, saved)).may_change
    for attempt in (templates.rename(other, saved, "Моё"), templates.drop(other, saved)):
        with pytest.raises(Forbidden):
            await attempt
    with pytest.raises(Forbidden):
        await templates.look(parent, saved)
    with pytest.raises(Forbidden):
        await templates.save(other, event.id, "Чужое")
    house = await next_door(sunny)
    stranger = await house.staff(Role.HEAD)
    for elsewhere in (
        templates.look(stranger, saved),
        templates.begin(stranger, saved),
        templates.drop(stranger, saved),
    ):
        with pytest.raises(Missing):
            await elsewhere
    assert await templates.rename(methodist, saved, "Пожарные") is None
    second = await templates.save(teacher, event.id, None)
    assert isinstance(second, int)
    assert await templates.rename(teacher, second, "ПОЖАРНЫЕ") == Refused(Reason.NAME_TAKEN)
    assert (await templates.look(methodist, second)).template.name == event.title
    assert await templates.drop(teacher, saved) == here
    with pytest.raises(Missing):
        await templates.drop(teacher, saved)


async def test_fifty_and_no_more_also_when_two_come_at_once(sunny: Sunny) -> None:
    templates, here = templates_of(sunny), sunny.organisation_id
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await sunny.publish(teacher)
    columns = {"organisation_id": here, "made_by": teacher.person_id, "form": "other", "title": "т"}
    flags = {"bring": False, "for_parents": True, "for_staff": False, "for_partners": False}
    async with sunny.database.work() as work:
        await work.connection.execute(
            insert(EventTemplateRow),
            [
                {**columns, **flags, "place": "п", "created_at": sunny.clock.now()}
                | {"name": f"{number:02}", "sort_key": f"{number:02}"}
                for number in range(MOST_TEMPLATES - 1)
            ],
        )
    outcomes = await asyncio.gather(*(templates.save(teacher, event.id, name) for name in "абв"))
    full = Refused(Reason.TOO_MANY_TEMPLATES, {"limit": MOST_TEMPLATES})
    assert sorted(isinstance(one, int) for one in outcomes) == [False, False, True]
    assert outcomes.count(full) == 2
    last = await templates.page(teacher, here, 6)
    assert (len(last.own), len(last.ready), last.more) == (2, 6, True), "the ready-made ones come after"
    assert len((await templates.page(teacher, here, 7)).ready) > 0


async def test_ready_made_ones_are_for_those_whom_one_may_invite(sunny: Sunny) -> None:
    templates, here = templates_of(sunny), sunny.organisation_id
    teacher, head = await sunny.staff(Role.TEACHER, sunny.sun), await sunny.staff(Role.HEAD)
    seen = {
        who.person_id: {one.slug for page in (0, 1) for one in (await templates.page(who, here, page)).ready}
        for who in (teacher, head)
    }
    assert seen[head.person_id] - seen[teacher.person_id] == {"seminar", "partners"}
    assert "open-lesson-at-school" not in seen[head.person_id]
    for unknown in ("open-lesson-at-school", "nothing"):
        with pytest.raises(Missing):
            await templates.begin_ready(head, here, unknown)
    begun = await templates.begin_ready(head, here, "partners")
    assert begun.pattern.invitees == Invitees(parents=False, staff=True, partners=True)
    with pytest.raises(Forbidden):
        await templates.begin_ready(await sunny.adult(1), here, "quest")
    with pytest.raises(Missing):
        await templates.look(head, TemplateId(77))


def test_a_long_title_makes_a_name_that_fits() -> None:
    assert called_like("Мастер-класс") == "Мастер-класс"
    long = called_like("🎨" * 40)
    assert long == "🎨" * 30
    kept = replace(ready_templates()[0].pattern, title="я" * 120)
    assert len(called_like(kept.title)) == 60
