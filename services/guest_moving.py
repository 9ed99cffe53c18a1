"""A visit goes to another date of its group, inside somebody's transaction; whoever moves it tells the guest."""

from dataclasses import replace
from datetime import datetime

from db.work import Work
from domain.guests import Slot, Visit, after_move, may_move, may_take
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor
from services.closed_days import free_date
from services.guest_news import note_visit


async def date_for(work: Work, visit: Visit, starts_at: datetime) -> tuple[Slot, bool]:
    """The date of the group at this hour, and whether it had to be made. Whoever asks holds the group's turn."""
    slot = await work.guest_openings.find_standing(visit.organisation_id, visit.group_id, starts_at)
    if slot is not None:
        return slot, False
    like = await work.guest_openings.find_slot(visit.organisation_id, visit.slot_id)
    if like is None:
        raise Missing
    slot_id = await work.guest_openings.add(like, starts_at)
    return replace(like, id=slot_id, starts_at=starts_at, withdrawn=False, visit_id=None), True


async def move_visit(work: Work, actor: Actor, visit: Visit, slot: Slot) -> Refused | None:
    """Move a visit; None when it is done.

    The visit's row is held first and the new date taken by one conditional UPDATE, whoever else wants it.
    """
    if refused := may_move(visit) or may_take(slot, now=work.clock.now()):
        return refused
    if not await work.guest_visits.hold(visit):
        return Refused(Reason.CHANGED_MEANWHILE)
    if not await work.guest_openings.take(slot, visit.id):
        return Refused(Reason.SLOT_TAKEN)
    await free_date(work, visit)
    if not await work.guest_visits.change(
        visit, after_move(visit), slot_id=slot.id, children=None, missed=None
    ):
        raise Missing
    await note_visit(work, actor, visit, "guest-visit.moved", slot=slot.id, was=visit.slot_id)
    return None
