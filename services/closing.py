"""A group is closed: each thing on its days is moved, called off or left as it was decided, in one transaction."""

from dataclasses import replace
from datetime import datetime

from db.work import Work
from domain.closures import Affected, ClosureStep, Deed, days_between, days_later
from domain.event_drafts import as_draft
from domain.events import Event, EventDraft
from domain.guest_notices import subject_of as subject_of_visit
from domain.guest_request_notices import ABOUT_THE_DATE
from domain.guests import AGREED, GuestDecline, Slot, Visit
from domain.ids import SlotId
from domain.notices import NoticeKind
from domain.outcomes import Missing
from domain.people import Actor
from services.closure_planning import Met
from services.event_acts import cancel_event, change_event
from services.guest_asking import drop_question
from services.guest_freeing import call_off
from services.guest_moving import date_for, move_visit

OF_A_MOVED = (NoticeKind.GUEST_MOVED, NoticeKind.GUEST_REMINDER, NoticeKind.GUEST_AFTER, *ABOUT_THE_DATE)
"""What is not told any more of a visit that is at another time."""


class Overtaken(Exception):
    """Somebody changed one of the things since the preview was shown. Nothing is done; show the preview anew."""


async def carry_out(work: Work, actor: Actor, met: Met, choices: int) -> list[ClosureStep]:
    """Do what was decided; gives the steps. Whoever does it holds the group's turn. Raises `Overtaken`.

    Visits are held before any date is touched: whoever moves one of them does it in the same order.
    """
    done = met.deeds(choices)
    for one, _ in done:
        if one.subject in met.visits and not await work.guest_visits.hold(met.visits[one.subject]):
            raise Overtaken
    for visit in met.asked.values():
        if not await work.guest_visits.hold(visit):
            raise Overtaken
    visits, steps = dict(met.visits), list[ClosureStep]()
    for subject, visit in met.asked.items():
        steps += await _question(work, actor, met, visit)
        now = await work.guest_visits.find(visit.organisation_id, visit.id)
        if subject in visits and now is not None:
            visits[subject] = now
    for one, deed in done:
        if one.subject in visits:
            steps += await _visit(work, actor, visits[one.subject], one, deed)
        elif one.subject in met.events:
            steps.append(await _event(work, actor, met, met.events[one.subject], one, deed))
        else:
            steps += [await _close_date(work, slot, Deed.WITHDRAWN) for slot in met.slots]
    return steps


def moved_to(event: Event, to: datetime, zone: str) -> EventDraft:
    """The event at another time: its end and the day until which answers are taken move with it."""
    days = days_between(event.starts_at, to, zone)
    ends, until = (
        None if at is None else days_later(at, zone, days) for at in (event.ends_at, event.answer_until)
    )
    return replace(as_draft(event), starts_at=to, ends_at=ends, answer_until=until)


async def _event(work: Work, actor: Actor, met: Met, event: Event, one: Affected, deed: Deed) -> ClosureStep:
    if deed is Deed.CANCELLED:
        refused = await cancel_event(work, event, by=actor.person_id)
    elif one.to is not None:
        draft = moved_to(event, one.to, met.organisation.timezone)
        refused = await change_event(work, event, draft, by=actor.person_id)
    else:
        draft = replace(as_draft(event), group_ids=event.group_ids - {met.group.id})
        refused = await change_event(work, event, draft, by=actor.person_id)
    if refused is not None:
        raise Overtaken
    now_at = one.to if deed is Deed.MOVED else None
    return ClosureStep(one.subject, deed, event.starts_at, now_at, event.version + 1)


async def _question(work: Work, actor: Actor, met: Met, visit: Visit) -> list[ClosureStep]:
    """A guest is not asked any more about a day on which the group is closed; the date is closed like a free one."""
    asked = visit.asked
    if asked is None or not await drop_question(work, actor, met.organisation, visit):
        raise Overtaken
    if asked.made:
        return []
    return [ClosureStep(f"slot:{asked.slot_id}", Deed.WITHDRAWN, asked.starts_at)]


async def _visit(work: Work, actor: Actor, visit: Visit, one: Affected, deed: Deed) -> list[ClosureStep]:
    steps = list[ClosureStep]()
    if deed is Deed.MOVED and one.to is not None:
        slot, made = await date_for(work, visit, one.to)
        if await move_visit(work, actor, visit, slot) is not None:
            raise Overtaken
        await work.outbox.cancel(subject_of_visit(visit.id), OF_A_MOVED)
        steps.append(ClosureStep(one.subject, deed, visit.starts_at, one.to, visit.version + 1))
        if made:
            steps.append(ClosureStep(f"slot:{slot.id}", Deed.MADE, slot.starts_at))
    else:
        why = GuestDecline.DAY_LOST if visit.status in AGREED else GuestDecline.DATE_UNFIT
        if not await call_off(work, actor, visit, why, None):
            raise Overtaken
        status = visit.status.value
        steps.append(
            ClosureStep(one.subject, deed, visit.starts_at, version=visit.version + 1, status=status)
        )
    left = await work.guest_openings.find_slot(visit.organisation_id, SlotId(visit.slot_id))
    if left is None:
        raise Missing
    return [*steps, await _close_date(work, left, Deed.LEFT)]


async def _close_date(work: Work, slot: Slot, deed: Deed) -> ClosureStep:
    if not slot.withdrawn and not await work.guest_openings.withdraw(slot):
        raise Overtaken
    return ClosureStep(f"slot:{slot.id}", deed, slot.starts_at)
