"""Publications of teachers that a methodist looks at first: sent, and taken back."""

from datetime import datetime

from db.work import Database, Reading, Work
from domain.access import Permission
from domain.approvals import needs_approval, proposed
from domain.clock import Clock
from domain.event_drafts import as_draft, may_plan, may_repeat, may_touch
from domain.event_notices import subject_of
from domain.events import Event, EventDraft, EventStatus
from domain.ids import EventId, OrganisationId, PersonId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Organisation, Role
from services.access import access_organisation, today_in
from services.event_access import access_any_event, access_draft
from services.event_publishing import as_is
from services.events import own_draft


class EventProposals:
    """What teachers send to a methodist."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def needed(self, actor: Actor, organisation_id: OrganisationId) -> bool:
        """Whether what this person announces waits for a methodist."""
        here = access_organisation(actor, organisation_id, Permission.POST_EVENTS, self._clock).organisation
        return needs_approval(actor, here, today=today_in(actor, organisation_id, self._clock))

    async def propose_new(
        self, actor: Actor, organisation_id: OrganisationId, draft: EventDraft, token: str
    ) -> Event | Refused:
        """A teacher sends a typed event to the methodist. A second tap finds the one that the first has sent."""
        async with self._db.work() as work:
            if refused := await access_draft(work, actor, organisation_id, draft):
                return refused
            author = access_organisation(actor, organisation_id, Permission.POST_EVENTS, self._clock)
            if not _needed(work, actor, author.organisation):
                return Refused(Reason.APPROVAL_NOT_NEEDED)
            await work.events.write(author, draft, token)
            event = await own_draft(work, actor, organisation_id, token)
            if event.status is not EventStatus.DRAFT:
                return event
            return await _proposed(work, event, actor)

    async def propose(
        self,
        actor: Actor,
        event_id: EventId,
        version: int,
        *,
        publish_at: datetime | None = None,
        weeks: int | None = None,
        draft: EventDraft | None = None,
        token: str | None = None,
    ) -> Event | Refused:
        """The same with a kept event, as it was seen, or as the draft changes it.

        It comes out when it is approved, or at `publish_at` when that is later; as so many weekly meetings.
        """
        async with self._db.work() as work:
            event, organisation, _ = await access_any_event(work, actor, event_id, Permission.POST_EVENTS)
            if event.status is EventStatus.PROPOSED:
                return event
            if refused := may_touch(event, seen_version=version):
                return refused
            if not _needed(work, actor, organisation):
                return Refused(Reason.APPROVAL_NOT_NEEDED)
            now, typed = self._clock.now(), draft or as_draft(event)
            refused = await why_not(work, actor, organisation, typed)
            if refused is None and publish_at is not None:
                refused = may_plan(publish_at, typed.starts_at, now=now)
            if refused is None and weeks is not None:
                refused = may_repeat(typed, organisation.timezone, weeks, now=now)
            if refused is not None:
                return refused
            if draft is not None and token and await work.event_drafts.rewrite(event, draft, token):
                event = await as_is(work, event)
            return await _proposed(work, event, actor, publish_at, weeks)

    async def take_back(self, actor: Actor, event_id: EventId, version: int) -> Event | Refused:
        """Its author, or who announces things to its groups too, goes on with it."""
        async with self._db.work() as work:
            event, _, _ = await access_any_event(work, actor, event_id, Permission.POST_EVENTS)
            if event.status is not EventStatus.PROPOSED or event.version != version:
                return Refused(Reason.CHANGED_MEANWHILE)
            if not await work.event_approvals.give_back(event):
                return Refused(Reason.CHANGED_MEANWHILE)
            await _note(work, "event.taken-back", event, actor.person_id)
            return await as_is(work, event)


async def why_not(
    reading: Reading, actor: Actor, organisation: Organisation, draft: EventDraft
) -> Refused | None:
    """What keeps it from coming out now; one of its groups may have been put away."""
    try:
        return await access_draft(reading, actor, organisation.id, draft)
    except Missing:
        return Refused(Reason.GONE)


def _needed(work: Work, actor: Actor, organisation: Organisation) -> bool:
    return needs_approval(actor, organisation, today=work.clock.today(organisation.timezone))


async def _proposed(
    work: Work,
    event: Event,
    actor: Actor,
    publish_at: datetime | None = None,
    weeks: int | None = None,
) -> Event | Refused:
    """It waits from now on, and whoever decides hears of it."""
    if not await work.event_approvals.propose(event, publish_at=publish_at, weeks=weeks):
        return Refused(Reason.CHANGED_MEANWHILE)
    event = await as_is(work, event)
    await _note(work, "event.proposed", event, actor.person_id)
    for person_id in await deciding(work, event.organisation_id):
        await work.outbox.put(proposed(event, person_id))
    return event


async def deciding(work: Work, organisation_id: OrganisationId) -> list[PersonId]:
    """The methodists; where there is none, the head."""
    staff = await work.people.memberships(organisation_id, (Role.METHODIST, Role.HEAD))
    methodists = {member.person_id for member in staff if member.role is Role.METHODIST}
    return sorted(methodists or {member.person_id for member in staff})


async def _note(work: Work, what: str, event: Event, by: PersonId) -> None:
    await work.audit.note(what, organisation_id=event.organisation_id, by=by, subject=subject_of(event.id))
