"""Publications of teachers that a methodist looks at first: listed, approved, given back with a word."""

from db.work import Database, Reading, Work
from domain.access import Permission
from domain.approvals import (
    REMARK_LIMIT,
    Approved,
    ProposedCard,
    ProposedPage,
    Settled,
    approved,
    may_decide,
    returned,
    settlement,
)
from domain.clock import Clock
from domain.event_drafts import as_draft, may_repeat
from domain.event_notices import announcement, subject_of
from domain.events import Event, EventStatus, Reach
from domain.forms import accepted
from domain.ids import EventId, OrganisationId, PersonId
from domain.outcomes import Missing, Reason, Refused
from domain.people import STAFF, Actor, Membership, Organisation, Role
from services.access import access_organisation
from services.addressing import reach_of
from services.event_access import access_any_event
from services.event_proposals import why_not
from services.event_publishing import as_is, publish_stored, publish_weekly
from services.events import PAGE, names_of

BATCH = 50


class EventApprovals:
    """What methodists, or a head, decide."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def switch(self, actor: Actor, organisation_id: OrganisationId, *, on: bool) -> Organisation:
        """A methodist, or a head, has teachers' publications sent to them, or not any more.

        What waits then still waits: it is decided, or its author takes it back.
        """
        access_organisation(actor, organisation_id, Permission.APPROVE_EVENTS, self._clock)
        async with self._db.work() as work:
            await work.organisations.change(organisation_id, approve_events=on)
            await work.audit.note(
                "organisation.approval-on" if on else "organisation.approval-off",
                organisation_id=organisation_id,
                by=actor.person_id,
                subject=f"organisation:{organisation_id}",
            )
            organisation = await work.organisations.find(organisation_id)
        if organisation is None:
            raise Missing
        return organisation

    async def page(self, actor: Actor, organisation_id: OrganisationId, page: int = 0) -> ProposedPage:
        """What waits for a methodist: announcements as they came, then events, the soonest first."""
        access_organisation(actor, organisation_id, Permission.APPROVE_EVENTS, self._clock)
        page = max(page, 0)
        asked, begin = PAGE + 1, page * PAGE
        async with self._db.read() as reading:
            said = await reading.announcement_reads.proposed(organisation_id, limit=begin + asked, offset=0)
            announcements, before = said[begin:], len(said)
            events = await reading.event_approvals.page(
                organisation_id, limit=asked - len(announcements), offset=max(begin - before, 0)
            )
            organisation = await reading.organisations.find(organisation_id)  # as it was switched just now
        if organisation is None:
            raise Missing
        more = len(announcements) + len(events) > PAGE
        shown = announcements[:PAGE]
        return ProposedPage(organisation, tuple(events[: PAGE - len(shown)]), page, more, tuple(shown))

    async def look(self, actor: Actor, event_id: EventId) -> ProposedCard | Settled:
        """What waits, with the exact number of those who would get it; or what has become of it."""
        async with self._db.read() as reading:
            return await look_at(reading, actor, event_id)

    async def approve(self, actor: Actor, event_id: EventId, version: int) -> Approved | Settled | Refused:
        """A methodist lets it out: at once, or at the time that its author has named.

        Of two who decide at once one changes the event's state; the other reads who was first.
        """
        async with self._db.work() as work:
            event, organisation, _ = await access_any_event(work, actor, event_id, Permission.APPROVE_EVENTS)
            if (settled := await _settled(work, event, organisation)) is not None:
                return settled
            draft, now = as_draft(event), self._clock.now()
            refused = may_decide(event, seen_version=version)
            refused = refused or await why_not(work, actor, organisation, draft)
            if refused is None and event.proposed_weeks is not None:
                refused = may_repeat(draft, organisation.timezone, event.proposed_weeks, now=now)
            if refused is not None:
                return refused
            meetings = await _let_out(work, event, organisation, actor)
            event = await as_is(work, event)
            if not meetings:
                return await _settled(work, event, organisation) or Refused(Reason.CHANGED_MEANWHILE)
            await _note(work, "event.approved", event, actor.person_id)
            await work.outbox.put(approved(event))
            return Approved(event, organisation, meetings)

    async def send_back(
        self, actor: Actor, event_id: EventId, version: int, words: str | None
    ) -> Event | Settled | Refused:
        """A methodist gives it back, with a word or without: its author changes it and sends it again."""
        said = None if words is None else accepted(words, REMARK_LIMIT)
        if isinstance(said, Refused):
            return said
        async with self._db.work() as work:
            event, organisation, _ = await access_any_event(work, actor, event_id, Permission.APPROVE_EVENTS)
            if (settled := await _settled(work, event, organisation)) is not None:
                return settled
            if refused := may_decide(event, seen_version=version):
                return refused
            if not await work.event_approvals.give_back(event, by=actor.person_id, words=said):
                event = await as_is(work, event)
                return await _settled(work, event, organisation) or Refused(Reason.CHANGED_MEANWHILE)
            await _note(work, "event.returned", event, actor.person_id)
            await work.outbox.put(returned(event))
            return await as_is(work, event)

    async def return_begun(self) -> int:
        """Give back what began while it waited, and tell its authors; gives how many there were."""
        async with self._db.read() as reading:
            begun = await reading.event_approvals.begun(BATCH)
        return sum([await self._return(organisation_id, event_id) for organisation_id, event_id in begun])

    async def _return(self, organisation_id: OrganisationId, event_id: EventId) -> bool:
        async with self._db.work(claims=False) as work:
            event = await work.events.find(organisation_id, event_id)
            if event is None or event.status is not EventStatus.PROPOSED:
                return False
            if event.starts_at > self._clock.now() or not await work.event_approvals.give_back(event):
                return False
            await _note(work, "event.not-decided", event, event.author_person_id)
            await work.outbox.put(returned(event))
            return True


async def look_at(reading: Reading, actor: Actor, event_id: EventId) -> ProposedCard | Settled:
    """What waits for this methodist, or what has become of it."""
    event, organisation, _ = await access_any_event(reading, actor, event_id, Permission.APPROVE_EVENTS)
    if (settled := await _settled(reading, event, organisation)) is not None:
        return settled
    draft = as_draft(event)
    reached: Reach | Refused | None = await why_not(reading, actor, organisation, draft)
    if reached is None:
        circular = announcement(organisation.id, event.id, draft)
        reached = await reach_of(
            *(reading, actor, circular, draft.group_ids, draft.invitees), author=event.author_person_id
        )
    return ProposedCard(
        event,
        organisation,
        groups=await reading.event_reads.labels(organisation.id, event.group_ids),
        sets=await names_of(reading, event),
        reach=reached,
        author=await colleague(reading, organisation, event.author_person_id),
    )


async def colleague(
    reading: Reading, organisation: Organisation, person_id: PersonId | None
) -> Membership | None:
    """The role in which colleagues know somebody, a leading one first; None when they have none here any more."""
    person = None if person_id is None else await reading.people.find_person(person_id)
    held = () if person is None else person.memberships
    here = [member for member in held if member.organisation_id == organisation.id and member.role in STAFF]
    here.sort(key=lambda member: member.role not in (Role.METHODIST, Role.HEAD))
    return here[0] if here else None


async def _let_out(work: Work, event: Event, organisation: Organisation, by: Actor) -> int:
    """Publish it, or let it wait for its time; how many meetings, 0 when somebody else was quicker."""
    if event.publish_at is not None and event.publish_at > work.clock.now():
        return int(await work.event_approvals.plan(event, by=by.person_id))
    today, weeks = work.clock.today(organisation.timezone), event.proposed_weeks
    if weeks is None:
        return int(await publish_stored(work, event, by=by.person_id, today=today) is not None)
    author = await work.people.find_membership(organisation.id, event.author_id)
    author = author or access_organisation(by, organisation.id, Permission.APPROVE_EVENTS, work.clock)
    meetings = await publish_weekly(
        *(work, event, organisation.timezone, weeks), author=author, by=by.person_id, today=today
    )
    return len(meetings or ())


async def _settled(reading: Reading, event: Event, organisation: Organisation) -> Settled | None:
    what = settlement(event, now=reading.clock.now())
    if what is None:
        return None
    return Settled(event, organisation, what, await colleague(reading, organisation, event.decided_by))


async def _note(work: Work, what: str, event: Event, by: PersonId) -> None:
    await work.audit.note(what, organisation_id=event.organisation_id, by=by, subject=subject_of(event.id))
