"""What a closure has changed, as it is by now, for one adult or for staff."""

from collections.abc import Sequence

from db.work import Reading
from domain.access import Permission, grant
from domain.closure_views import ClosureLine, ClosureNews
from domain.closures import Closure, ClosureStep, Deed
from domain.events import Event, EventStatus
from domain.guests import ACTIVE, Visit, VisitStatus
from domain.ids import EventId, VisitId
from domain.people import Actor, Organisation
from services.closure_planning import expected_at
from services.guest_access import group_label

_GONE = (VisitStatus.DECLINED, VisitStatus.GIVEN_BACK)


async def news_of(
    reading: Reading,
    actor: Actor,
    organisation: Organisation,
    closure: Closure,
    steps: Sequence[ClosureStep],
) -> ClosureNews:
    """What of a closure this person is told: staff of the group everything, others what concerns themselves."""
    today = reading.clock.today(organisation.timezone)
    sees = grant(actor, Permission.SEE_GROUPS, organisation.id, group_id=closure.group_id, today=today)
    events = {
        step: event
        for step in steps
        if step.about == "event"
        and (event := await reading.events.find(organisation.id, EventId(step.number))) is not None
    }
    visits = {
        step: visit
        for step in steps
        if step.about == "visit"
        and (visit := await reading.guest_visits.find(organisation.id, VisitId(step.number))) is not None
    }
    if sees is None:
        expected = await expected_at(reading, closure.group_id, list(events.values()))
        events = {
            step: event
            for step, event in events.items()
            if actor.person_id in expected[event.id] or event.author_person_id == actor.person_id
        }
        visits = {step: visit for step, visit in visits.items() if visit.guest_id == actor.person_id}
    lines, back = list[ClosureLine](), list[ClosureLine]()
    for step in steps:
        if step in events:
            line, is_back = _of_event(step, events[step], closure)
        elif step in visits:
            line, is_back = _of_visit(step, visits[step])
        else:
            continue
        (back if is_back else lines).append(line)
    label = await group_label(reading, organisation.id, closure.group_id)
    dates = 0 if sees is None else sum(step.deed is Deed.WITHDRAWN for step in steps)
    return ClosureNews(
        closure, organisation, label, tuple(lines), sees is not None, back=tuple(back), dates=dates
    )


def _of_event(step: ClosureStep, event: Event, closure: Closure) -> tuple[ClosureLine, bool]:
    """The line, and whether the event stands as it stood before."""
    deed, now_at = step.deed, None
    if event.status is EventStatus.CANCELLED:
        deed = Deed.CANCELLED
    elif deed is Deed.WITHOUT and closure.group_id not in event.group_ids:
        pass
    elif event.starts_at != step.was_at:
        deed, now_at = Deed.MOVED, event.starts_at
    else:
        return ClosureLine(event.title, step.was_at, deed, event_id=event.id), True
    return ClosureLine(event.title, step.was_at, deed, now_at, event_id=event.id), False


def _of_visit(step: ClosureStep, visit: Visit) -> tuple[ClosureLine, bool]:
    title = visit.profession.name
    if visit.status in _GONE:
        return ClosureLine(title, step.was_at, Deed.CANCELLED, visit_id=visit.id), False
    if visit.status in ACTIVE and visit.starts_at == step.was_at:
        return ClosureLine(title, step.was_at, step.deed, visit_id=visit.id), True
    return ClosureLine(title, step.was_at, Deed.MOVED, visit.starts_at, visit_id=visit.id), False
