"""Who may look at an event, change it, or announce one to some groups."""

from db.work import Reading
from domain.access import Permission, reach
from domain.answers import OtherAnswer
from domain.event_checks import may_stand
from domain.event_forms import FOR_PARENTS
from domain.events import ANNOUNCED, Event, EventDraft, stands
from domain.ids import EventId, GroupId, OrganisationId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Organisation
from domain.pictures import may_illustrate
from services.access import organisation_of, today_in
from services.addressing import may_address, reaches


async def access_event(
    reading: Reading, actor: Actor, event_id: EventId, permission: Permission
) -> tuple[Event, Organisation, frozenset[GroupId] | None]:
    """An announced event, its organisation, and the groups that the person reaches (None: all).

    To look at it one of its groups must be reached; to change it (`POST_EVENTS`) all of them.
    """
    event, organisation, reached = await access_any_event(reading, actor, event_id, permission)
    if event.status not in ANNOUNCED:
        raise Missing
    return event, organisation, reached


async def access_any_event(
    reading: Reading, actor: Actor, event_id: EventId, permission: Permission
) -> tuple[Event, Organisation, frozenset[GroupId] | None]:
    """The same for one that may be kept as well: whoever may post it to all of its groups works on it."""
    for organisation_id in sorted({membership.organisation_id for membership in actor.memberships}):
        event = await reading.events.find(organisation_id, event_id)
        if event is None:
            continue
        reached = reach(actor, permission, organisation_id, today_in(actor, organisation_id, reading.clock))
        if not reaches(event.group_ids, event.invitees, reached, permission):
            raise Forbidden(f"{permission} of event {event_id}")
        return event, organisation_of(actor, organisation_id), reached
    raise Missing


async def access_draft(
    reading: Reading,
    actor: Actor,
    organisation_id: OrganisationId,
    draft: EventDraft,
    *,
    was: Event | None = None,
) -> Refused | None:
    """What is wrong with an announcement to these people; None when this person may make it. `was`: what it changes.

    Raises `Forbidden` for a group that the person does not reach, or for others than parents when it is not the
    whole organisation; `Missing` for a group that is no more.
    """
    if refused := await may_address(reading, actor, organisation_id, draft.group_ids, draft.invitees):
        return refused
    if was is not None and draft.seats is not None and draft.seats.count < was.seats_taken:
        return Refused(Reason.SEATS_BELOW_COMING, {"taken": was.seats_taken})
    if refused := may_illustrate(draft):
        return refused
    kept = None if was is None else was.answer_until
    return may_stand(draft, now=reading.clock.now(), kept=kept)


def may_post(
    actor: Actor, organisation_id: OrganisationId, reading: Reading, event: Event | None = None
) -> bool:
    """Whether the person may announce something in the organisation, or change this very event."""
    today = today_in(actor, organisation_id, reading.clock)
    try:
        reached = reach(actor, Permission.POST_EVENTS, organisation_id, today)
    except Forbidden:
        return False
    return event is None or reaches(event.group_ids, event.invitees, reached, Permission.POST_EVENTS)


def may_enter_for(actor: Actor, reading: Reading, event: Event) -> bool:
    """Whether the person may enter answers for families of at least one of the event's groups."""
    today = today_in(actor, event.organisation_id, reading.clock)
    try:
        reached = reach(actor, Permission.POST_EVENTS, event.organisation_id, today)
    except Forbidden:
        return False
    mine = event.group_ids if reached is None else event.group_ids & reached
    return stands(event, now=reading.clock.now()) is None and bool(mine)


async def others_of(reading: Reading, organisation: Organisation, event: Event) -> tuple[OtherAnswer, ...]:
    """Answers of those who are invited without a child; most events invite nobody else."""
    if event.invitees == FOR_PARENTS:
        return ()
    return await reading.event_reads.others(organisation, event.id)
