"""Events of the crowd that are over: the family of 0001 was at each of them."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import update

from bot.services import Services
from db.models import EventRow
from db.work import Database
from domain.answers import Answer
from domain.events import Event, EventDraft
from domain.ids import ChildId, EventId, GroupId, OrganisationId
from domain.outcomes import Refused
from domain.people import Actor
from domain.recaps import Came


@dataclass(frozen=True, slots=True)
class RecapsOfTheCrowd:
    """What took place an hour ago."""

    past: EventId
    """Of «Солнышко»; the family of 0004 has promised to come and is not marked."""
    of_both: EventId
    thanked: EventId
    """Of «Солнышко»; those who came have been thanked."""


async def look_back(
    do: Services,
    database: Database,
    organisation_id: OrganisationId,
    groups: tuple[GroupId, GroupId],
    children: tuple[ChildId, ...],
    *,
    head: Actor,
) -> RecapsOfTheCrowd:
    """Three events, and the family of 0001 at each."""
    now = database.clock.now()
    ids = []
    for title, invited in (("past", groups[:1]), ("both", groups), ("thanked", groups[:1])):
        draft = EventDraft("Праздник", now + timedelta(days=3), "зал", frozenset(invited))
        event = await do.events.publish(head, organisation_id, draft, f"{title}-{organisation_id}")
        assert isinstance(event, Event)
        assert await do.rsvp_entries.enter(head, event.id, children[3], Answer.WITH_CHILD) is None
        ids.append(event.id)
    async with database.work() as work:
        await work.connection.execute(
            update(EventRow).where(EventRow.id.in_(ids)).values(starts_at=now - timedelta(hours=1))
        )
    for event_id in ids:
        assert await do.recaps.mark(head, event_id, children[0], Came(1, child=True)) is None
    past, of_both, thanked = ids
    assert not isinstance(await do.recaps.thank(head, thanked), Refused)
    return RecapsOfTheCrowd(past, of_both, thanked)
