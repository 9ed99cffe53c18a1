"""Who may look at a visit, answer it, or take a date: loaded and checked in one step."""

from collections.abc import Mapping

from db.work import Reading
from domain.access import GRANTS, Permission, grant, require
from domain.events import GroupLabel
from domain.guest_asking import is_asked
from domain.guest_messages import may_write
from domain.guest_queue import may_move_oneself
from domain.guest_views import VisitCard
from domain.guest_warnings import NOTHING
from domain.guests import (
    MINUTES,
    Slot,
    Visit,
    VisitStatus,
    may_conclude,
    may_decide,
    may_decline,
    may_give_back,
)
from domain.ids import GroupId, OpeningId, OrganisationId, SlotId, VisitId
from domain.outcomes import Forbidden, Missing
from domain.people import Actor, Group, Organisation, Role
from domain.way_home import Liking, may_like, shown_likings
from services.access import organisation_of, today_in
from services.guest_line import open_dates
from services.guest_warnings import warned_of


def organisations_of(actor: Actor) -> list[OrganisationId]:
    """Where the person has a role."""
    return sorted({membership.organisation_id for membership in actor.memberships})


def hosts_of(actor: Actor) -> list[OrganisationId]:
    """Organisations whose guest the person may be; raises `Forbidden` without any."""
    roles = GRANTS[Permission.BE_GUEST]
    found = sorted({held.organisation_id for held in actor.memberships if held.role in roles})
    if not found:
        raise Forbidden(f"{Permission.BE_GUEST} without a child and without a partnership")
    return found


async def access_visit(reading: Reading, actor: Actor, visit_id: VisitId) -> tuple[Visit, Organisation]:
    """A visit for its guest, or for staff who see guests of the group."""
    visit, organisation = await _find_visit(reading, actor, visit_id)
    if visit.guest_id != actor.person_id:
        _require(reading, actor, Permission.SEE_GUESTS, visit.organisation_id, visit.group_id)
    return visit, organisation


async def access_visit_to_prepare(
    reading: Reading, actor: Actor, visit_id: VisitId
) -> tuple[Visit, Organisation]:
    """A visit for its guest, or for staff who decide about guests of the group; who only looks on prepares nothing."""
    visit, organisation = await _find_visit(reading, actor, visit_id)
    if visit.guest_id == actor.person_id:
        _require_guest(reading, actor, visit.organisation_id)
    else:
        _require(reading, actor, Permission.DECIDE_GUESTS, visit.organisation_id, visit.group_id)
    return visit, organisation


async def access_own_visit(reading: Reading, actor: Actor, visit_id: VisitId) -> tuple[Visit, Organisation]:
    """A visit for its guest alone."""
    visit, organisation = await _find_visit(reading, actor, visit_id)
    _require_guest(reading, actor, visit.organisation_id)
    if visit.guest_id != actor.person_id:
        raise Forbidden(f"visit {visit_id} of somebody else")
    return visit, organisation


async def access_visit_to_tell(
    reading: Reading, actor: Actor, visit_id: VisitId
) -> tuple[Visit, Organisation]:
    """A visit for whoever says what the guest will do: the guest, or staff who speak for one without a phone."""
    visit, organisation = await _find_visit(reading, actor, visit_id)
    if not visit.entered:
        return await access_own_visit(reading, actor, visit_id)
    _require(reading, actor, Permission.DECIDE_GUESTS, visit.organisation_id, visit.group_id)
    return visit, organisation


async def access_held_visit(
    reading: Reading, actor: Actor, visit_id: VisitId, *, staff: bool = False
) -> tuple[Visit, Organisation]:
    """A visit that was held, for the adults of the group's children; with `staff` also for who sees its guests."""
    visit, organisation = await _find_visit(reading, actor, visit_id)
    if visit.group_id not in own_groups(actor, organisation.id):
        if not staff:
            raise Forbidden(f"visit {visit_id} to a group without a child of theirs")
        _require(reading, actor, Permission.SEE_GUESTS, organisation.id, visit.group_id)
    if visit.status is not VisitStatus.HELD:
        raise Missing
    return visit, organisation


async def access_visit_to_decide(
    reading: Reading, actor: Actor, visit_id: VisitId
) -> tuple[Visit, Organisation]:
    """A visit for staff who decide about guests of the group."""
    visit, organisation = await _find_visit(reading, actor, visit_id)
    _require(reading, actor, Permission.DECIDE_GUESTS, visit.organisation_id, visit.group_id)
    return visit, organisation


async def access_slot(
    reading: Reading, actor: Actor, slot_id: SlotId, permission: Permission
) -> tuple[Slot, Organisation]:
    """A date for staff whose permission reaches its group."""
    slot = await _find_slot(reading, actor, slot_id)
    _require(reading, actor, permission, slot.organisation_id, slot.group_id)
    return slot, organisation_of(actor, slot.organisation_id)


async def access_slot_to_take(reading: Reading, actor: Actor, slot_id: SlotId) -> tuple[Slot, Organisation]:
    """A date for an adult of a child of the group (relatives too, rule 3), or a partner who was invited to it."""
    slot = await _find_slot(reading, actor, slot_id)
    _require_guest(reading, actor, slot.organisation_id)
    if slot.group_id in own_groups(actor, slot.organisation_id):
        return slot, organisation_of(actor, slot.organisation_id)
    if slot.opening_id not in await openings_of(reading, actor, slot.organisation_id):
        raise Forbidden(f"{Permission.BE_GUEST} on date {slot_id}")
    return slot, organisation_of(actor, slot.organisation_id)


def own_groups(actor: Actor, organisation_id: OrganisationId) -> frozenset[GroupId]:
    """The groups of the person's own children."""
    return frozenset(
        child.group_id
        for membership in actor.memberships
        if membership.organisation_id == organisation_id and membership.role is Role.PARENT
        for child in membership.children
    )


async def openings_of(
    reading: Reading, actor: Actor, organisation_id: OrganisationId
) -> dict[OpeningId, GroupId]:
    """The openings that the person was invited to as a partner, with their groups."""
    for membership in actor.memberships:
        if membership.organisation_id == organisation_id and membership.role is Role.PARTNER:
            return await reading.guest_openings.invited(organisation_id, membership.id)
    return {}


async def free_dates(
    reading: Reading, actor: Actor, organisation_id: OrganisationId, group_id: GroupId
) -> tuple[Slot, ...]:
    """The free dates of a group that the person may take, past nobody who waits; `Forbidden` for who may take none there."""
    organisation = organisation_of(actor, organisation_id)
    if group_id in own_groups(actor, organisation_id):
        slots = await reading.guest_reads.free(organisation_id, [group_id])
        return await open_dates(reading, organisation, slots, actor.person_id)
    openings = await openings_of(reading, actor, organisation_id)
    here = [opening_id for opening_id, of_group in openings.items() if of_group == group_id]
    if not here:
        raise Forbidden(f"{Permission.BE_GUEST} in group {group_id}")
    slots = await reading.guest_reads.free_of_openings(organisation_id, here)
    return await open_dates(reading, organisation, slots, actor.person_id)


async def access_group_to_visit(reading: Reading, actor: Actor, group_id: GroupId) -> Organisation:
    """A group whose guest the person may be: a child of theirs is in it, or they were invited to it."""
    for organisation_id in organisations_of(actor):
        if await reading.groups.find(organisation_id, group_id) is None:
            continue
        _require_guest(reading, actor, organisation_id)
        invited = await openings_of(reading, actor, organisation_id)
        if group_id not in own_groups(actor, organisation_id) | set(invited.values()):
            raise Forbidden(f"{Permission.BE_GUEST} in group {group_id}")
        return organisation_of(actor, organisation_id)
    raise Missing


async def found_group(reading: Reading, organisation_id: OrganisationId, group_id: GroupId) -> Group:
    """A group of the organisation."""
    group = await reading.groups.find(organisation_id, group_id)
    if group is None:
        raise Missing
    return group


async def minutes_in(reading: Reading, organisation_id: OrganisationId, group_id: GroupId) -> int:
    """How long a guest talks and shows to the children of a group."""
    return MINUTES[(await found_group(reading, organisation_id, group_id)).age_band]


async def group_label(reading: Reading, organisation_id: OrganisationId, group_id: GroupId) -> GroupLabel:
    """How the group stands at the head of a message."""
    labels = await reading.event_reads.labels(organisation_id, [group_id])
    if not labels:
        raise Missing
    return labels[0]


async def card_of(reading: Reading, actor: Actor, visit: Visit, organisation: Organisation) -> VisitCard:
    """A visit as this person sees it."""
    mine = visit.guest_id == actor.person_id
    shown = {} if mine else await reading.guest_people.shown(organisation, [visit])
    today = reading.clock.today(organisation.timezone)
    decides = grant(actor, Permission.DECIDE_GUESTS, organisation.id, group_id=visit.group_id, today=today)
    held = visit.status is VisitStatus.HELD
    thanked = mine and held and await _was_thanked(reading, visit)
    now, seen = reading.clock.now(), visit.version
    return VisitCard(
        visit,
        organisation,
        await group_label(reading, organisation.id, visit.group_id),
        shown.get(visit.id),
        mine=mine,
        may_decide=decides is not None and may_decide(visit, now=now, seen_version=seen) is None,
        may_decline=decides is not None and may_decline(visit, now=now, seen_version=seen) is None,
        may_conclude=decides is not None and may_conclude(visit, now=now) is None,
        ahead=visit.starts_at > now,
        may_move=mine and may_move_oneself(visit, now=now, zone=organisation.timezone) is None,
        warned=NOTHING if decides is None else await warned_of(reading, visit),
        may_speak=decides is not None and visit.entered and may_give_back(visit, now=now) is None,
        may_prepare=mine or decides is not None,
        may_write=(mine or decides is not None) and may_write(visit, now=now) is None,
        has_letter=thanked,
        done=tuple(await reading.guest_traces.done(visit)) if held and not mine else (),
        likings=await _likings(reading, visit, mine=mine),
        unread=not mine and visit.starts_at > now and await reading.guest_requests.is_unread(visit),
        asked=is_asked(visit, now=now),
    )


async def _was_thanked(reading: Reading, visit: Visit) -> bool:
    letter = await reading.guest_letters.find(visit.organisation_id, visit.id)
    return letter is not None and letter.sent


async def _likings(reading: Reading, visit: Visit, *, mine: bool) -> Mapping[Liking, int] | None:
    """None where nobody was asked; of old visits that nobody answered for there is nothing to say."""
    if visit.status is not VisitStatus.HELD:
        return None
    counted = await reading.guest_likings.count(visit)
    if mine or counted or may_like(visit, now=reading.clock.now()):
        return shown_likings(counted)
    return None


async def current_card(reading: Reading, actor: Actor, visit: Visit, organisation: Organisation) -> VisitCard:
    """The same after it was changed in this transaction."""
    found = await reading.guest_visits.find(visit.organisation_id, visit.id)
    if found is None:
        raise Missing
    return await card_of(reading, actor, found, organisation)


async def _find_visit(reading: Reading, actor: Actor, visit_id: VisitId) -> tuple[Visit, Organisation]:
    for organisation_id in organisations_of(actor):
        visit = await reading.guest_visits.find(organisation_id, visit_id)
        if visit is not None:
            return visit, organisation_of(actor, organisation_id)
    raise Missing


async def _find_slot(reading: Reading, actor: Actor, slot_id: SlotId) -> Slot:
    for organisation_id in organisations_of(actor):
        slot = await reading.guest_openings.find_slot(organisation_id, slot_id)
        if slot is not None:
            return slot
    raise Missing


def _require(
    reading: Reading,
    actor: Actor,
    permission: Permission,
    organisation_id: OrganisationId,
    group_id: GroupId,
) -> None:
    today = today_in(actor, organisation_id, reading.clock)
    require(actor, permission, organisation_id, group_id=group_id, today=today)


def _require_guest(reading: Reading, actor: Actor, organisation_id: OrganisationId) -> None:
    require(
        actor, Permission.BE_GUEST, organisation_id, today=today_in(actor, organisation_id, reading.clock)
    )
