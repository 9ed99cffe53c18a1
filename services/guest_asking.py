"""Whether a guest is asked before the visit moves, inside somebody's transaction."""

from datetime import datetime

from db.work import Reading, Work
from domain.guest_asking import ask_until, hours_of
from domain.guest_notices import subject_of
from domain.guest_request_notices import ABOUT_THE_DATE, move_answered, move_asked, move_dropped
from domain.guest_requests import AskedMove
from domain.guests import ACTIVE, Slot, Visit, may_move, may_take
from domain.ids import PersonId
from domain.outcomes import Reason, Refused
from domain.people import Actor, Organisation
from services.closed_days import close_if_shut, refuse_closed
from services.guest_news import note_visit, teachers_of


async def asked_until(
    reading: Reading, actor: Actor, organisation: Organisation, visit: Visit, to: datetime
) -> datetime | None:
    """Until when its guest answers whether another date suits; None when nobody is asked and the visit moves at once.

    That is so without a guest who reads what the bot writes, once the old date is over, when the group is closed on
    its day, and when there is no time left to ask.
    """
    now = reading.clock.now()
    if visit.guest_id is None or visit.guest_id == actor.person_id:
        return None
    if visit.status not in ACTIVE or visit.starts_at <= now:
        return None
    zone = organisation.timezone
    if await refuse_closed(reading, organisation.id, visit.group_id, [visit.starts_at], zone):
        return None
    if await reading.guest_requests.is_unread(visit):
        return None
    return ask_until(now, visit.starts_at, to, hours_of(organisation))


async def ask_guest(
    work: Work, actor: Actor, visit: Visit, guest_id: PersonId, slot: Slot, until: datetime, *, made: bool
) -> Refused | None:
    """Keep the other date for the visit and ask its guest; None when it is done.

    The visit's row is held first and the date taken by one conditional UPDATE, as for a move.
    """
    now = work.clock.now()
    if refused := may_move(visit) or may_take(slot, now=now):
        return refused
    if not await work.guest_visits.hold(visit):
        return Refused(Reason.CHANGED_MEANWHILE)
    if not await work.guest_openings.take(slot, visit.id):
        return Refused(Reason.SLOT_TAKEN)
    if not await work.guest_requests.ask_move(visit, slot, until, made=made):
        return Refused(Reason.CHANGED_MEANWHILE)
    asked = AskedMove(slot.id, slot.starts_at, until, made)
    await work.outbox.cancel(subject_of(visit.id), ABOUT_THE_DATE)
    await work.outbox.put(move_asked(visit, asked, guest_id, now=now))
    await note_visit(work, actor, visit, "guest-visit.move-asked", slot=slot.id)
    return None


async def stay(
    work: Work, actor: Actor | None, organisation: Organisation, visit: Visit, action: str
) -> bool:
    """The question of the date is over and the visit stays; False when somebody changed it meanwhile.

    A date on a day on which the group is closed by now is open to nobody.
    """
    asked = visit.asked
    if asked is None or not await work.guest_requests.end_move(visit):
        return False
    await close_if_shut(work, organisation, visit.group_id, asked.slot_id, asked.starts_at)
    await note_visit(work, actor, visit, action, slot=asked.slot_id)
    return True


async def drop_question(work: Work, actor: Actor, organisation: Organisation, visit: Visit) -> bool:
    """The guest is not asked any more: the visit stays, and who has read the question hears of it.

    False when somebody changed the visit meanwhile.
    """
    if not await stay(work, actor, organisation, visit, "guest-visit.move-taken-back"):
        return False
    unheard = await work.outbox.take_back(subject_of(visit.id), ABOUT_THE_DATE)
    if visit.guest_id is not None and visit.guest_id not in unheard:
        await work.outbox.put(move_dropped(visit, visit.guest_id, now=work.clock.now()))
    return True


async def tell_answer(work: Work, organisation: Organisation, visit: Visit, answer: str) -> None:
    """Tell the teachers what came of the question, and nothing more to the guest; `visit` as it stands now."""
    await work.outbox.cancel(subject_of(visit.id), ABOUT_THE_DATE)
    now = work.clock.now()
    await work.outbox.put(
        *(
            move_answered(visit, person_id, answer, now=now)
            for person_id in await teachers_of(work, organisation, visit)
            if person_id != visit.guest_id
        )
    )
