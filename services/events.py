"""Events: announced and looked at by staff."""

from dataclasses import replace

from db.work import Database, Reading
from domain.access import Permission, reach
from domain.approvals import must_be_approved, needs_approval
from domain.campaigns import may_nudge
from domain.clock import Clock
from domain.event_notices import announcement
from domain.event_views import EventCard, EventPage, OthersToInvite
from domain.events import Event, EventDraft, EventStatus, GroupLabel, Reach, may_restore
from domain.ids import EventId, OrganisationId
from domain.outcomes import Missing, Refused
from domain.people import Actor
from services.access import access_organisation, organisation_of, reached_groups, today_in
from services.addressing import reach_of
from services.closed_days import shut_groups
from services.event_access import access_draft, access_event, may_enter_for, may_post, others_of
from services.event_publishing import publish_stored

PAGE = 8


class Events:
    """What staff do with events."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def groups_to_invite(self, actor: Actor, organisation_id: OrganisationId) -> tuple[GroupLabel, ...]:
        """The groups that this person may announce something to."""
        async with self._db.read() as reading:
            return await reached_groups(reading, actor, organisation_id, Permission.POST_EVENTS)

    async def others_to_invite(self, actor: Actor, organisation_id: OrganisationId) -> OthersToInvite:
        """Whom this person may invite besides parents: teachers of the same groups, or anybody of the organisation."""
        today = today_in(actor, organisation_id, self._clock)
        if reach(actor, Permission.POST_EVENTS, organisation_id, today) is not None:
            return OthersToInvite(everybody=False, sets=(), teachers=True)
        async with self._db.read() as reading:
            sets = await reading.sets.of_organisation(organisation_id)
        return OthersToInvite(everybody=True, sets=tuple((one.id, one.name) for one in sets))

    async def preview(
        self, actor: Actor, organisation_id: OrganisationId, draft: EventDraft
    ) -> Reach | Refused:
        """Whom the announcement would reach, before it is made."""
        async with self._db.read() as reading:
            if refused := await access_draft(reading, actor, organisation_id, draft):
                return refused
            circular = announcement(organisation_id, EventId(0), draft)
            reached = await reach_of(reading, actor, circular, draft.group_ids, draft.invitees)
            if isinstance(reached, Refused):
                return reached
            here = organisation_of(actor, organisation_id)
            shut = await shut_groups(reading, here, draft.group_ids, draft.starts_at)
            return replace(reached, shut=shut)

    async def publish(
        self, actor: Actor, organisation_id: OrganisationId, draft: EventDraft, token: str
    ) -> Event | Refused:
        """A teacher announces an event: every adult of the groups gets it once.

        The draft's token makes a second tap, or a second device, find the event that is already there.
        """
        async with self._db.work() as work:
            if refused := await access_draft(work, actor, organisation_id, draft):
                return refused
            author = access_organisation(actor, organisation_id, Permission.POST_EVENTS, self._clock)
            today = today_in(actor, organisation_id, self._clock)
            if needs_approval(actor, author.organisation, today=today):
                return must_be_approved(author.organisation)
            await work.events.write(author, draft, token)
            event = await own_draft(work, actor, organisation_id, token)
            return await publish_stored(work, event, by=actor.person_id, today=today) or event

    async def published(self, actor: Actor, token: str) -> EventCard:
        """The event made of a draft that is already published: for a late second tap."""
        async with self._db.read() as reading:
            for organisation_id in sorted({m.organisation_id for m in actor.memberships}):
                event = await reading.events.find_by_draft(organisation_id, token)
                if event is not None and event.author_person_id == actor.person_id:
                    break
            else:
                raise Missing
        return await self.card(actor, event.id)

    async def page(
        self, actor: Actor, organisation_id: OrganisationId, *, past: bool = False, page: int = 0
    ) -> EventPage:
        """The staff's list: events ahead, or those that are over."""
        today = today_in(actor, organisation_id, self._clock)
        reached = reach(actor, Permission.SEE_EVENTS, organisation_id, today)
        page = max(page, 0)
        async with self._db.read() as reading:
            events = await reading.event_lists.of_staff(
                organisation_id, reached, past=past, limit=PAGE + 1, offset=page * PAGE
            )
            may = may_post(actor, organisation_id, reading)
            kept = await reading.event_drafts.count(organisation_id, reached) if may and not past else 0
        organisation = organisation_of(actor, organisation_id)
        return EventPage(organisation, tuple(events[:PAGE]), past, page, len(events) > PAGE, may, kept)

    async def card(self, actor: Actor, event_id: EventId) -> EventCard:
        """An event with its counts, as staff see it."""
        async with self._db.read() as reading:
            event, organisation, reached = await access_event(reading, actor, event_id, Permission.SEE_EVENTS)
            groups = await reading.event_reads.labels(organisation.id, event.group_ids)
            attendance = await reading.attendance_reads.count(organisation, event, reached)
            sets = await names_of(reading, event)
            others = await others_of(reading, organisation, event)
            may = may_post(actor, organisation.id, reading, event)
            may_enter = may_enter_for(actor, reading, event)
        now = self._clock.now()
        ahead = event.status is EventStatus.PUBLISHED and event.starts_at > now
        return EventCard(
            event,
            organisation,
            groups,
            replace(attendance, others=others),
            may_change=may and ahead,
            may_report=may,
            may_enter=may_enter,
            sets=sets,
            may_nudge=may and may_nudge(event, now=now) is None,
            may_recap=event.status is EventStatus.PUBLISHED and not ahead,
            may_restore=may and may_restore(event, now=now, zone=organisation.timezone) is None,
        )


async def names_of(reading: Reading, event: Event) -> tuple[str, ...]:
    """The names of the sets of people that an event is for."""
    invited = event.invitees.set_ids
    if not invited:
        return ()
    sets = await reading.sets.of_organisation(event.organisation_id)
    return tuple(one.name for one in sets if one.id in invited)


async def own_draft(reading: Reading, actor: Actor, organisation_id: OrganisationId, token: str) -> Event:
    """The event that this person has made of a draft."""
    event = await reading.events.find_by_draft(organisation_id, token)
    if event is None or event.author_person_id != actor.person_id:
        raise Missing
    return event
