"""What of the crowd waits for a methodist, and what is kept as a template."""

from dataclasses import dataclass, replace

from bot.services import Services
from domain.announcements import Announcement
from domain.events import Event, EventDraft
from domain.ids import AnnouncementId, EventId, OrganisationId, TemplateId
from domain.people import Actor
from tests.services.crowd_announcements import words


@dataclass(frozen=True, slots=True)
class ApprovalsOfTheCrowd:
    """An event and an announcement of «Солнышко» that the teacher has sent, and their template of another event."""

    waits: EventId
    words: AnnouncementId
    template: TemplateId


def where_it_is_on(actor: Actor) -> Actor:
    """The same person in organisations whose methodists look first; nothing is written."""
    return replace(
        actor,
        memberships=tuple(
            replace(held, organisation=replace(held.organisation, approve_events=True))
            for held in actor.memberships
        ),
    )


async def let_wait(
    do: Services, organisation_id: OrganisationId, draft: EventDraft, event_id: EventId, *, teacher: Actor
) -> ApprovalsOfTheCrowd:
    """The teacher sends one, and keeps another as a template."""
    token = f"waits{organisation_id}"
    sent = await do.event_proposals.propose_new(where_it_is_on(teacher), organisation_id, draft, token)
    assert isinstance(sent, Event)
    group_ids = draft.group_ids
    told = await do.announcement_proposals.propose_new(
        where_it_is_on(teacher), organisation_id, words(*group_ids), f"check{organisation_id}"
    )
    assert isinstance(told, Announcement)
    saved = await do.event_templates.save(teacher, event_id, "Образец")
    assert isinstance(saved, int)
    return ApprovalsOfTheCrowd(sent.id, told.id, saved)
