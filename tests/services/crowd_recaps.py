"""Events of the crowd that are over: the family of 0001 was at each of them."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import update

from bot.services import Services
from db.models import EventRow
from db.work import Database
from domain.answers import Answer
from domain.event_forms import EventForm, Invitees
from domain.event_pictures import PicturePage
from domain.events import Event, EventDraft
from domain.ids import ChildId, EventId, EventPictureId, GroupId, OrganisationId
from domain.lesson_sheets import Sheet
from domain.outcomes import Refused
from domain.people import Actor
from domain.recaps import Came
from sandbox.acts.sharing import sample_picture

SHEET = Sheet({"goal": 2, "hands": 1}, "Карточки с шагами")


@dataclass(frozen=True, slots=True)
class RecapsOfTheCrowd:
    """What took place an hour ago."""

    past: EventId
    """Of «Солнышко»; the family of 0004 has promised to come and is not marked."""
    of_both: EventId
    thanked: EventId
    """Of «Солнышко»; those who came have been thanked."""
    lesson: EventId
    """An open lesson of «Солнышко», to which its teachers are invited; the methodist has filled in a sheet."""
    picture: EventPictureId
    """Of what is past."""


async def look_back(
    do: Services,
    database: Database,
    organisation_id: OrganisationId,
    groups: tuple[GroupId, GroupId],
    children: tuple[ChildId, ...],
    *,
    head: Actor,
    methodist: Actor,
) -> RecapsOfTheCrowd:
    """Three events, and the family of 0001 at each; and an open lesson."""
    now = database.clock.now()
    ids = []
    for title, invited in (("past", groups[:1]), ("both", groups), ("thanked", groups[:1])):
        draft = EventDraft("Праздник", now + timedelta(days=3), "зал", frozenset(invited))
        event = await do.events.publish(head, organisation_id, draft, f"{title}-{organisation_id}")
        assert isinstance(event, Event)
        assert await do.rsvp_entries.enter(head, event.id, children[3], Answer.WITH_CHILD) is None
        ids.append(event.id)
    draft = EventDraft(
        *("Открытое занятие", now + timedelta(days=3), "зал", frozenset(groups[:1])),
        form=EventForm.OPEN_LESSON,
        invitees=Invitees(staff=True),
    )
    lesson = await do.events.publish(head, organisation_id, draft, f"lesson-{organisation_id}")
    assert isinstance(lesson, Event)
    ids.append(lesson.id)
    async with database.work() as work:
        await work.connection.execute(
            update(EventRow).where(EventRow.id.in_(ids)).values(starts_at=now - timedelta(hours=1))
        )
    *families, _ = ids
    for event_id in families:
        assert await do.recaps.mark(head, event_id, children[0], Came(1, child=True)) is None
    past, of_both, thanked = families
    assert not isinstance(await do.recaps.thank(head, thanked), Refused)
    assert await do.lesson_sheets.fill(methodist, lesson.id, SHEET) is None
    for event_id in (past, thanked):
        assert await do.event_pictures.add(head, event_id, sample_picture(30, 20)) == 1
    page = await do.event_pictures.page(head, past)
    assert isinstance(page, PicturePage)
    assert page.shown is not None
    return RecapsOfTheCrowd(past, of_both, thanked, lesson.id, page.shown.id)
