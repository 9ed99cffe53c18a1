"""Answers to invitations: by the adults themselves, and by staff for families without a phone."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from db.work import Database, Reading
from domain.access import Permission, reach, require
from domain.answers import Answer, Attendance, FamilyAnswer
from domain.clock import Clock
from domain.event_notices import subject_of
from domain.event_views import Answered, AttendancePage, MyEventsPage
from domain.events import Event, Invitation, may_answer, stands
from domain.ids import ChildId, EventId, OrganisationId
from domain.outcomes import Forbidden, Missing, Refused
from domain.people import Actor, Organisation, Role
from services.event_access import access_event, may_enter_for

PAGE = 8
_ORDER = (Answer.WITH_CHILD, Answer.ALONE, Answer.UNSURE, Answer.NO, None)

_Order: TypeAlias = Callable[[FamilyAnswer], tuple[int, int]]


class Rsvps:
    """Takes answers and shows them."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def answer(self, actor: Actor, event_id: EventId, answer: Answer) -> Answered:
        """An adult answers, or answers otherwise: one row per adult, whatever is tapped at once.

        The hot path: one question, one upsert, one line of the audit log.
        """
        async with self._db.work() as work:
            invitation = await _access_invitation(work, actor, event_id)
            if refused := may_answer(invitation.event, now=self._clock.now()):
                return Answered(invitation, refused)
            if invitation.answer is answer:
                return Answered(invitation)
            organisation_id = invitation.event.organisation_id
            await work.rsvps.answer(organisation_id, event_id, actor.person_id, answer)
            await work.audit.note(
                "rsvp.answered",
                organisation_id=organisation_id,
                by=actor.person_id,
                subject=subject_of(event_id),
                answer=answer.value,
            )
        return Answered(replace(invitation, answer=answer))

    async def look(self, actor: Actor, event_id: EventId) -> Answered:
        """The event as this adult sees it, and why it cannot be answered any more, if so."""
        async with self._db.read() as reading:
            invitation = await _access_invitation(reading, actor, event_id)
        return Answered(invitation, may_answer(invitation.event, now=self._clock.now()))

    async def mine(self, actor: Actor, page: int = 0) -> MyEventsPage:
        """What is ahead for the groups of this adult's children."""
        page = max(page, 0)
        async with self._db.read() as reading:
            events = await reading.event_reads.coming_for(
                _as_parent(actor), actor.person_id, limit=PAGE + 1, offset=page * PAGE
            )
        return MyEventsPage(tuple(events[:PAGE]), page, len(events) > PAGE)

    async def attendance(self, actor: Actor, event_id: EventId, page: int = 0) -> AttendancePage:
        """Who comes: families that answered «приду» first, then the doubtful, the absent and the silent."""
        return await self._page(actor, event_id, page, _by_answer)

    async def to_enter(self, actor: Actor, event_id: EventId, page: int = 0) -> AttendancePage:
        """Families to enter an answer for: those without a phone first, then those who have not answered."""
        return await self._page(actor, event_id, page, _by_need)

    async def family(
        self, actor: Actor, event_id: EventId, child_id: ChildId
    ) -> tuple[Event, Organisation, FamilyAnswer]:
        """One family to enter an answer for."""
        async with self._db.read() as reading:
            return await _access_family(reading, actor, event_id, child_id)

    async def enter(
        self, actor: Actor, event_id: EventId, child_id: ChildId, answer: Answer
    ) -> Refused | None:
        """Staff write down what a family said another way; the family's adults keep their own answers."""
        async with self._db.work() as work:
            event, organisation, family = await _access_family(work, actor, event_id, child_id)
            if refused := stands(event, now=self._clock.now()):
                return refused
            by = require(
                actor,
                Permission.POST_EVENTS,
                organisation.id,
                group_id=family.group_id,
                today=self._clock.today(organisation.timezone),
            )
            await work.rsvps.enter(organisation.id, event_id, child_id, answer, by=by.id)
            await work.audit.note(
                "rsvp.entered",
                organisation_id=organisation.id,
                by=actor.person_id,
                subject=subject_of(event_id),
                child=child_id,
                answer=answer.value,
            )
        return None

    async def clear(self, actor: Actor, event_id: EventId, child_id: ChildId) -> Refused | None:
        """Staff take back what they entered for a family: it has not answered again."""
        async with self._db.work() as work:
            event, organisation, _ = await _access_family(work, actor, event_id, child_id)
            if refused := stands(event, now=self._clock.now()):
                return refused
            if await work.rsvps.clear(organisation.id, event_id, child_id):
                await work.audit.note(
                    "rsvp.cleared",
                    organisation_id=organisation.id,
                    by=actor.person_id,
                    subject=subject_of(event_id),
                    child=child_id,
                )
        return None

    async def _page(self, actor: Actor, event_id: EventId, page: int, order: _Order) -> AttendancePage:
        page = max(page, 0)
        async with self._db.read() as reading:
            event, organisation, reached = await access_event(reading, actor, event_id, Permission.SEE_EVENTS)
            families, adults = await reading.event_reads.families(organisation, event_id, reached)
            may_enter = may_enter_for(actor, reading, event)
        families.sort(key=order)
        shown = families[page * PAGE : (page + 1) * PAGE]
        return AttendancePage(
            event,
            organisation,
            Attendance(tuple(families), adults),
            tuple(shown),
            page,
            len(families) > (page + 1) * PAGE,
            may_enter=may_enter,
        )


async def _access_invitation(reading: Reading, actor: Actor, event_id: EventId) -> Invitation:
    """An event for one of the actor's own children's groups (rule 3: relatives too)."""
    for organisation_id in _as_parent(actor):
        invitation = await reading.event_reads.invitation(organisation_id, event_id, actor.person_id)
        if invitation is not None:
            if not invitation.invited:
                raise Forbidden(f"{Permission.ANSWER_EVENTS} to event {event_id}")
            return invitation
    raise Missing


async def _access_family(
    reading: Reading, actor: Actor, event_id: EventId, child_id: ChildId
) -> tuple[Event, Organisation, FamilyAnswer]:
    """A family that the event is for, of a group in which this person may announce events."""
    event, organisation, _ = await access_event(reading, actor, event_id, Permission.SEE_EVENTS)
    today = reading.clock.today(organisation.timezone)
    reached = reach(actor, Permission.POST_EVENTS, organisation.id, today)
    families, _ = await reading.event_reads.families(organisation, event_id, reached)
    for family in families:
        if family.child_id == child_id:
            return event, organisation, family
    raise Missing


def _as_parent(actor: Actor) -> list[OrganisationId]:
    """Organisations in which the person is an adult of a child."""
    found = sorted({m.organisation_id for m in actor.memberships if m.role is Role.PARENT})
    if not found:
        raise Forbidden(f"{Permission.ANSWER_EVENTS} without a child")
    return found


def _by_answer(family: FamilyAnswer) -> tuple[int, int]:
    return _ORDER.index(family.answer), family.number


def _by_need(family: FamilyAnswer) -> tuple[int, int]:
    return (2 if family.answer is not None else 1) if family.phones else 0, family.number
