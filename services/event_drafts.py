"""Events that nobody has been told of yet: kept, changed, planned, copied, dropped, and at last published.

Whoever may announce something to all groups of a kept event may go on with it: a substitute finds what the teacher
has prepared.
"""

from dataclasses import replace
from datetime import datetime

from db.work import Database, Work
from domain.access import Permission, grant, reach
from domain.approvals import must_be_approved, needs_approval
from domain.clock import Clock
from domain.event_drafts import Copied, KeptCard, KeptPage, as_draft, may_plan, may_touch
from domain.event_forms import Invitees
from domain.event_notices import subject_of
from domain.events import ANNOUNCED, Event, EventDraft
from domain.ids import EventId, OrganisationId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Organisation
from services.access import access_organisation, organisation_of, today_in
from services.event_access import access_any_event, access_draft, access_event
from services.event_publishing import as_is, publish_stored
from services.events import PAGE, Events, own_draft


class EventDrafts:
    """What staff do with events before anybody knows of them."""

    def __init__(self, database: Database, clock: Clock, events: Events) -> None:
        self._db = database
        self._clock = clock
        self._events = events

    async def keep(
        self, actor: Actor, organisation_id: OrganisationId, draft: EventDraft, token: str
    ) -> Event | Refused:
        """Put a typed event aside. A second tap finds the one that the first has kept."""
        async with self._db.work() as work:
            if refused := await access_draft(work, actor, organisation_id, draft):
                return refused
            author = access_organisation(actor, organisation_id, Permission.POST_EVENTS, self._clock)
            if await work.events.write(author, draft, token) is None:
                return await own_draft(work, actor, organisation_id, token)
            event = await own_draft(work, actor, organisation_id, token)
            await _note(work, "event.kept", event, actor)
            return event

    async def kept(self, actor: Actor, token: str) -> EventId:
        """The event made of a draft that has been put aside: for a late second tap."""
        async with self._db.read() as reading:
            for organisation_id in sorted({m.organisation_id for m in actor.memberships}):
                event = await reading.events.find_by_draft(organisation_id, token)
                if event is not None:
                    await access_any_event(reading, actor, event.id, Permission.POST_EVENTS)
                    return event.id
        raise Missing

    async def rewrite(
        self, actor: Actor, event_id: EventId, version: int, draft: EventDraft, token: str
    ) -> Event | Refused:
        """Change a kept event; of two who do so at once the second reads what the first has made."""
        async with self._db.work() as work:
            event, organisation, _ = await access_any_event(work, actor, event_id, Permission.POST_EVENTS)
            if refused := may_touch(event, seen_version=version):
                return refused
            if refused := await access_draft(work, actor, organisation.id, draft):
                return refused
            if not await work.event_drafts.rewrite(event, draft, token):
                return Refused(Reason.CHANGED_MEANWHILE)
            await _note(work, "event.rewritten", event, actor)
            rewritten = await as_is(work, event)
            if rewritten.publish_at is not None and _needs_approval(work, actor, organisation):
                # a methodist had looked at what it was
                return await _planned(work, rewritten, actor, None)
            return rewritten

    async def page(self, actor: Actor, organisation_id: OrganisationId, page: int = 0) -> KeptPage:
        """What is kept for the groups that this person announces things to."""
        reached = reach(
            actor, Permission.POST_EVENTS, organisation_id, today_in(actor, organisation_id, self._clock)
        )
        page = max(page, 0)
        async with self._db.read() as reading:
            events = await reading.event_drafts.page(
                organisation_id, reached, limit=PAGE + 1, offset=page * PAGE
            )
        organisation = organisation_of(actor, organisation_id)
        return KeptPage(organisation, tuple(events[:PAGE]), page, len(events) > PAGE)

    async def look(self, actor: Actor, event_id: EventId) -> KeptCard | None:
        """A kept event, and whom it would reach now; None when it is out meanwhile."""
        async with self._db.read() as reading:
            event, organisation, _ = await access_any_event(reading, actor, event_id, Permission.POST_EVENTS)
            groups = await reading.event_reads.labels(organisation.id, event.group_ids)
        if event.status in ANNOUNCED:
            return None
        try:
            reached = await self._events.preview(actor, organisation.id, as_draft(event))
        except Missing:  # one of its groups was put away
            reached = Refused(Reason.GONE)
        today = today_in(actor, organisation.id, self._clock)
        approval = needs_approval(actor, organisation, today=today)
        decides = grant(actor, Permission.APPROVE_EVENTS, organisation.id, today=today) is not None
        return KeptCard(event, organisation, groups, reached, approval, decides)

    async def publish(
        self,
        actor: Actor,
        event_id: EventId,
        version: int,
        draft: EventDraft | None = None,
        token: str | None = None,
    ) -> Event | Refused:
        """Announce a kept event as it was seen, or as the draft changes it. Once: who is late finds it published."""
        async with self._db.work() as work:
            event, organisation, _ = await access_any_event(work, actor, event_id, Permission.POST_EVENTS)
            if event.status in ANNOUNCED:
                return event
            if refused := may_touch(event, seen_version=version):
                return refused
            if (draft is not None or event.publish_at is None) and _needs_approval(work, actor, organisation):
                return must_be_approved(organisation)
            try:
                refused = await access_draft(work, actor, organisation.id, draft or as_draft(event))
            except Missing:
                return Refused(Reason.GONE)
            if refused is not None:
                return refused
            if draft is not None and token and await work.event_drafts.rewrite(event, draft, token):
                event = await as_is(work, event)
            today = today_in(actor, organisation.id, self._clock)
            published = await publish_stored(work, event, by=actor.person_id, today=today)
            if published is not None:
                return published
            event = await as_is(work, event)
            return event if event.status in ANNOUNCED else Refused(Reason.CHANGED_MEANWHILE)

    async def plan(
        self, actor: Actor, event_id: EventId, version: int, publish_at: datetime
    ) -> Event | Refused:
        """Let a kept event come out by itself."""
        async with self._db.work() as work:
            event, organisation, _ = await access_any_event(work, actor, event_id, Permission.POST_EVENTS)
            if refused := may_touch(event, seen_version=version):
                return refused
            if event.publish_at is None and _needs_approval(work, actor, organisation):
                return must_be_approved(organisation)
            if refused := may_plan(publish_at, event.starts_at, now=self._clock.now()):
                return refused
            if refused := await access_draft(work, actor, organisation.id, as_draft(event)):
                return refused
            return await _planned(work, event, actor, publish_at)

    async def unplan(self, actor: Actor, event_id: EventId, version: int) -> Event | Refused:
        """Let it wait until somebody says so."""
        async with self._db.work() as work:
            event, _, _ = await access_any_event(work, actor, event_id, Permission.POST_EVENTS)
            if refused := may_touch(event, seen_version=version):
                return refused
            return await _planned(work, event, actor, None)

    async def drop(self, actor: Actor, event_id: EventId, version: int) -> Refused | None:
        """It is not wanted any more; nobody was told of it, so nobody is told now."""
        async with self._db.work() as work:
            event, _, _ = await access_any_event(work, actor, event_id, Permission.POST_EVENTS)
            if refused := may_touch(event, seen_version=version):
                return refused
            if not await work.event_drafts.drop(event):
                return Refused(Reason.CHANGED_MEANWHILE)
            await _note(work, "event.dropped", event, actor)
            return None

    async def copy_of(self, actor: Actor, event_id: EventId) -> Copied:
        """What another event begins with: an announced one, for those of its people that this person may invite."""
        async with self._db.read() as reading:
            event, organisation, _ = await access_event(reading, actor, event_id, Permission.SEE_EVENTS)
        groups = await self._events.groups_to_invite(actor, organisation.id)
        if not groups:
            raise Forbidden(f"{Permission.POST_EVENTS} in organisation {organisation.id}")
        mine = frozenset(group.id for group in groups) & event.group_ids
        others = await self._events.others_to_invite(actor, organisation.id)
        standing = frozenset(number for number, _ in others.sets)
        invitees = (
            replace(event.invitees, set_ids=event.invitees.set_ids & standing)
            if others.everybody
            else Invitees(staff=event.invitees.staff)
        )
        return Copied(replace(event, group_ids=mine, invitees=invitees), organisation)


def _needs_approval(work: Work, actor: Actor, organisation: Organisation) -> bool:
    """An event that waits for its time was approved, or needed no approval then: the time is its author's affair."""
    return needs_approval(actor, organisation, today=work.clock.today(organisation.timezone))


async def _planned(work: Work, event: Event, actor: Actor, publish_at: datetime | None) -> Event | Refused:
    if not await work.event_drafts.plan(event, publish_at):
        return Refused(Reason.CHANGED_MEANWHILE)
    await _note(work, "event.unplanned" if publish_at is None else "event.planned", event, actor)
    return await as_is(work, event)


async def _note(work: Work, what: str, event: Event, actor: Actor) -> None:
    await work.audit.note(
        what, organisation_id=event.organisation_id, by=actor.person_id, subject=subject_of(event.id)
    )
