"""Who comes, and answers that staff enter for families without a phone."""

from dataclasses import replace

from db.work import Database, Reading, Work
from domain.access import Permission, reach, require
from domain.answers import Answer, FamilyAnswer, FamilyOrder
from domain.clock import Clock
from domain.event_notices import subject_of
from domain.event_views import AttendancePage
from domain.events import Event, stands
from domain.ids import ChildId, EventId
from domain.outcomes import Missing, Refused
from domain.people import Actor, Organisation
from domain.seat_views import WhenFull
from services.event_access import access_event, may_enter_for, others_of
from services.seating import seat_family

PAGE = 8


class RsvpEntries:
    """Shows staff the answers, and takes those that families gave another way."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def attendance(self, actor: Actor, event_id: EventId, page: int = 0) -> AttendancePage:
        """Who comes: families that answered «приду» first, then the doubtful, the absent and the silent."""
        return await self._page(actor, event_id, page, FamilyOrder.BY_ANSWER)

    async def to_enter(self, actor: Actor, event_id: EventId, page: int = 0) -> AttendancePage:
        """Families to enter an answer for: those without a phone first, then those who have not answered."""
        return await self._page(actor, event_id, page, FamilyOrder.BY_NEED)

    async def family(
        self, actor: Actor, event_id: EventId, child_id: ChildId
    ) -> tuple[Event, Organisation, FamilyAnswer]:
        """One family to enter an answer for."""
        async with self._db.read() as reading:
            return await _access_family(reading, actor, event_id, child_id)

    async def enter(
        self,
        actor: Actor,
        event_id: EventId,
        child_id: ChildId,
        answer: Answer,
        *,
        full: WhenFull = WhenFull.ASK,
    ) -> Refused | None:
        """Staff write down what a family said another way; the family's adults keep their own answers.

        It gets its seats, or its place in the queue, as anybody does; `full` says what is to be done without any.
        """
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
            if refused := await self._seat(work, event, child_id, answer, full):
                return refused
            await work.rsvps.enter(organisation.id, event_id, child_id, answer, by=by.id)
            await work.audit.note(
                "rsvp.entered",
                organisation_id=organisation.id,
                by=actor.person_id,
                subject=subject_of(event_id),
                child=child_id,
                answer=answer.value,
                **({"over": 1} if event.seats is not None and full is WhenFull.OVER else {}),
            )
        return None

    async def clear(self, actor: Actor, event_id: EventId, child_id: ChildId) -> Refused | None:
        """Staff take back what they entered for a family: it has not answered again."""
        async with self._db.work() as work:
            event, organisation, _ = await _access_family(work, actor, event_id, child_id)
            if refused := stands(event, now=self._clock.now()):
                return refused
            await self._seat(work, event, child_id, None, WhenFull.QUEUE)
            if await work.rsvps.clear(organisation.id, event_id, child_id):
                await work.audit.note(
                    "rsvp.cleared",
                    organisation_id=organisation.id,
                    by=actor.person_id,
                    subject=subject_of(event_id),
                    child=child_id,
                )
        return None

    async def _seat(
        self, work: Work, event: Event, child_id: ChildId, answer: Answer | None, full: WhenFull
    ) -> Refused | None:
        if event.seats is None:
            return None
        room = await work.seats.hold(event.organisation_id, event.id)
        if room is None or room.seats is None:
            return None
        return await seat_family(work, room, child_id, answer, full)

    async def _page(self, actor: Actor, event_id: EventId, page: int, order: FamilyOrder) -> AttendancePage:
        page = max(page, 0)
        async with self._db.read() as reading:
            event, organisation, reached = await access_event(reading, actor, event_id, Permission.SEE_EVENTS)
            families = await reading.attendance_reads.page(
                organisation, event, reached, order, limit=PAGE + 1, offset=page * PAGE
            )
            attendance = await reading.attendance_reads.count(organisation, event, reached)
            may_enter = may_enter_for(actor, reading, event)
            others = await others_of(reading, organisation, event)
        return AttendancePage(
            event,
            organisation,
            replace(attendance, others=others),
            tuple(families[:PAGE]),
            page,
            len(families) > PAGE,
            may_enter=may_enter,
        )


async def _access_family(
    reading: Reading, actor: Actor, event_id: EventId, child_id: ChildId
) -> tuple[Event, Organisation, FamilyAnswer]:
    """A family that the event is for, of a group in which this person may announce events."""
    event, organisation, _ = await access_event(reading, actor, event_id, Permission.SEE_EVENTS)
    today = reading.clock.today(organisation.timezone)
    reached = reach(actor, Permission.POST_EVENTS, organisation.id, today)
    family = await reading.attendance_reads.find(organisation, event, reached, child_id)
    if family is None:
        raise Missing
    return event, organisation, family
