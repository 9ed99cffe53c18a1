"""How an adult's answer to an invitation is taken, with seats or without: used by each button that answers."""

from dataclasses import replace

from db.work import Reading, Work
from domain.access import Permission
from domain.answers import Answer
from domain.event_views import Answered
from domain.events import Invitation
from domain.ids import EventId, OrganisationId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor
from domain.seats import has_seat
from services.seating import seat_adult


async def access_invitation(reading: Reading, actor: Actor, event_id: EventId) -> Invitation:
    """An event for this adult: through a child (rule 3: relatives too), as staff, as a partner, in a set of people."""
    for organisation_id in homes(actor):
        invitation = await reading.event_reads.invitation(organisation_id, event_id, actor.person_id)
        if invitation is not None:
            if not invitation.invited:
                raise Forbidden(f"{Permission.ANSWER_EVENTS} to event {event_id}")
            return invitation
    raise Missing


def homes(actor: Actor) -> list[OrganisationId]:
    """Organisations in which the person has a role: any may be invited."""
    found = sorted({m.organisation_id for m in actor.memberships})
    if not found:
        raise Forbidden(f"{Permission.ANSWER_EVENTS} without a role")
    return found


async def give_answer(work: Work, actor: Actor, invitation: Invitation, answer: Answer) -> Answered:
    """Write an answer down, with the seats that it takes or gives back. Who has no child there comes without one.

    The same answer once more changes nothing, unless it asks for a seat that is not there yet.
    """
    if answer is Answer.WITH_CHILD and not invitation.groups:
        answer = Answer.ALONE
    seated = invitation.seating is not None
    if invitation.answer is answer and not (answer.comes and seated and not sits(invitation)):
        return Answered(invitation)
    event = invitation.event
    if seated:
        room = await work.seats.hold(event.organisation_id, event.id)
        if room is None or not room.published:
            return Answered(invitation, Refused(Reason.EVENT_CANCELLED))
        if room.seats is not None and (refused := await seat_adult(work, room, actor.person_id, answer)):
            return Answered(await _now(work, actor, invitation), refused)
    await work.rsvps.answer(event.organisation_id, event.id, actor.person_id, answer)
    if seated:
        return Answered(await _now(work, actor, invitation))
    return Answered(replace(invitation, answer=answer))


def sits(invitation: Invitation) -> bool:
    """Whether the adult's party has its seats."""
    return invitation.seating is not None and has_seat(invitation.seating)


async def _now(work: Work, actor: Actor, invitation: Invitation) -> Invitation:
    event = invitation.event
    found = await work.event_reads.invitation(event.organisation_id, event.id, actor.person_id)
    return found or invitation
