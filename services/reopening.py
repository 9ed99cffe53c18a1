"""A group is open again: whatever its closure changed, and nobody has changed since, is put back to its time."""

from collections.abc import Sequence
from dataclasses import replace

from db.work import Work
from domain.closures import Closure, ClosureStep, Deed
from domain.event_drafts import as_draft
from domain.event_notices import announcement
from domain.events import Event, EventStatus
from domain.guest_notices import subject_of as subject_of_visit
from domain.guests import ACTIVE, Visit, VisitStatus
from domain.ids import EventId, SlotId, VisitId
from domain.outcomes import Refused
from domain.people import Actor, Organisation
from services.closing import OF_A_MOVED, moved_to
from services.event_acts import bring_back, change_event
from services.guest_moving import move_visit
from services.guest_news import note_visit


async def put_back(
    work: Work, actor: Actor, organisation: Organisation, closure: Closure, steps: Sequence[ClosureStep]
) -> None:
    """Put back what may be put back; the rest stays where it is. Whoever does it holds the group's turn."""
    ahead = [step for step in steps if step.was_at > work.clock.now()]
    for step in ahead:
        if step.about == "visit":
            visit = await work.guest_visits.find(organisation.id, VisitId(step.number))
            if visit is not None:
                await work.guest_visits.hold(visit)
    for step in ahead:
        if step.about == "visit":
            await _visit(work, actor, organisation, step, steps)
        elif step.about == "event":
            await _event(work, actor, organisation, closure, step)
        elif step.deed is Deed.WITHDRAWN:
            await work.guest_openings.reopen(organisation.id, SlotId(step.number))


async def _visit(
    work: Work,
    actor: Actor,
    organisation: Organisation,
    step: ClosureStep,
    steps: Sequence[ClosureStep],
) -> None:
    visit = await work.guest_visits.find(organisation.id, VisitId(step.number))
    if visit is None or (visit.guest_id is None and not visit.entered):
        return
    [left] = [each for each in steps if each.deed is Deed.LEFT and each.was_at == step.was_at]
    if not _is_left(visit, step) or not await work.guest_openings.reopen(
        organisation.id, SlotId(left.number)
    ):
        return
    slot = await work.guest_openings.find_slot(organisation.id, SlotId(left.number))
    if slot is None:
        return
    if step.deed is Deed.CANCELLED and step.status is not None:
        if await work.guest_openings.take(slot, visit.id):
            again = VisitStatus(step.status)
            await work.guest_visits.change(visit, again, decline=None, decline_note=None)
            await note_visit(work, actor, visit, "guest-visit.restored")
        return
    if await move_visit(work, actor, visit, slot) is not None:
        await work.guest_openings.withdraw(slot)
        return
    await work.outbox.cancel(subject_of_visit(visit.id), OF_A_MOVED)
    if visit.slot_id in {each.number for each in steps if each.deed is Deed.MADE}:
        made = await work.guest_openings.find_slot(organisation.id, visit.slot_id)
        if made is not None:
            await work.guest_openings.withdraw(made)


def _is_left(visit: Visit, step: ClosureStep) -> bool:
    """Whether a visit stands where the closure has left it."""
    if step.deed is Deed.CANCELLED:
        return visit.version == step.version
    return visit.status in ACTIVE and visit.starts_at == step.now_at


async def _event(
    work: Work, actor: Actor, organisation: Organisation, closure: Closure, step: ClosureStep
) -> None:
    event = await work.events.find(organisation.id, EventId(step.number))
    if event is None:
        return
    if step.deed is Deed.WITHOUT:
        await _invite_again(work, actor, closure, event)
    elif step.deed is Deed.CANCELLED:
        if event.version == step.version:
            await bring_back(work, event, by=actor.person_id)
    elif event.status is EventStatus.PUBLISHED and event.starts_at == step.now_at:
        draft = moved_to(event, step.was_at, organisation.timezone)
        await change_event(work, event, draft, by=actor.person_id)


async def _invite_again(work: Work, actor: Actor, closure: Closure, event: Event) -> None:
    """The group is invited again to what went on without it; who had not read of it before reads of it now."""
    here = event.organisation_id
    if event.status is not EventStatus.PUBLISHED or event.starts_at <= work.clock.now():
        return
    draft = replace(as_draft(event), group_ids=event.group_ids | {closure.group_id})
    if isinstance(await change_event(work, event, draft, by=actor.person_id), Refused):
        return
    adults = work.event_audiences.parents_of(here, [closure.group_id])
    told = work.event_audiences.those_told(here, event.id, series_id=event.series_id, waiting=True)
    await work.outbox.fan_out(
        announcement(here, event.id, draft, event.version + 1), work.event_audiences.but(adults, told)
    )
