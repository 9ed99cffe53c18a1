"""Seats as people and staff see them: an offer is taken or declined, the queue is left, looked at."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from db.work import Database, Work
from domain.access import Permission
from domain.answers import Answer
from domain.clock import Clock
from domain.event_notices import subject_of
from domain.event_views import Answered
from domain.events import Invitation, may_answer
from domain.ids import EventId
from domain.outcomes import Reason, Refused
from domain.people import Actor
from domain.seat_views import QueuePage
from domain.seats import PartyStatus
from services.answering import access_invitation, give_answer, sits
from services.event_access import access_event
from services.seating import take_offered

PAGE = 8

_Act: TypeAlias = Callable[[Work, Actor, Invitation], Awaitable[Answered]]


class Seats:
    """What is done with a seat besides answering."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def take_offer(self, actor: Actor, event_id: EventId) -> Answered:
        """«Беру»: any adult of the party takes the seats that are kept for it; a second tap changes nothing."""
        return await self._do(actor, event_id, _take)

    async def decline_offer(self, actor: Actor, event_id: EventId) -> Answered:
        """«Уже не нужно»: this adult does not come; the party stays while another one does."""
        return await self._do(actor, event_id, _go)

    async def leave_queue(self, actor: Actor, event_id: EventId) -> Answered:
        """«Выйти из очереди»: the same. Who has got a seat meanwhile keeps it."""
        return await self._do(actor, event_id, _go)

    async def queue_page(self, actor: Actor, event_id: EventId, page: int = 0) -> QueuePage:
        """Who waits, in the order of the queue, as staff see it."""
        page = max(page, 0)
        async with self._db.read() as reading:
            event, organisation, _ = await access_event(reading, actor, event_id, Permission.SEE_EVENTS)
            lines = await reading.seat_reads.queue(event.id, limit=PAGE + 1, offset=page * PAGE)
        return QueuePage(event, organisation, tuple(lines[:PAGE]), page, len(lines) > PAGE)

    async def _do(self, actor: Actor, event_id: EventId, act: _Act) -> Answered:
        async with self._db.work() as work:
            invitation = await access_invitation(work, actor, event_id)
            if refused := may_answer(invitation.event, now=self._clock.now()):
                return Answered(invitation, refused)
            return await act(work, actor, invitation)


async def _take(work: Work, actor: Actor, invitation: Invitation) -> Answered:
    event = invitation.event
    if sits(invitation):
        return Answered(invitation)
    own = None if invitation.seating is None else invitation.seating.own
    if own is None or not await take_offered(work, event.organisation_id, own):
        return Answered(invitation, Refused(Reason.OFFER_GONE))
    await work.audit.note(
        "seat.taken",
        organisation_id=event.organisation_id,
        by=actor.person_id,
        subject=subject_of(event.id),
    )
    return Answered(await access_invitation(work, actor, event.id))


async def _go(work: Work, actor: Actor, invitation: Invitation) -> Answered:
    own = None if invitation.seating is None else invitation.seating.own
    if own is None or own.status is PartyStatus.HELD:
        gone = invitation.answer is not None and not invitation.answer.comes
        return Answered(invitation, None if gone else Refused(Reason.OFFER_GONE))
    return await give_answer(work, actor, invitation, Answer.NO)
