"""Whom somebody may address in an organisation, with an event or an announcement, and how many of them hear it."""

from collections.abc import Set as AbstractSet

from db.work import Reading
from domain.access import Permission, reach
from domain.event_forms import FOR_PARENTS, NOBODY, OF_OWN_GROUPS, Invitees
from domain.events import Reach
from domain.ids import GroupId, OrganisationId, PersonId
from domain.notices import Circular
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor
from services.access import today_in

_STAFF = Invitees(parents=False, staff=True)


async def may_address(
    reading: Reading,
    actor: Actor,
    organisation_id: OrganisationId,
    group_ids: AbstractSet[GroupId],
    invitees: Invitees,
) -> Refused | None:
    """What is wrong with telling these people something; None when this person may.

    Raises `Forbidden` for a group that the person does not reach, or for others than parents and teachers of
    groups when it is not the whole organisation; `Missing` for a group that is no more.
    """
    today = today_in(actor, organisation_id, reading.clock)
    reached = reach(actor, Permission.POST_EVENTS, organisation_id, today)
    if reached is not None and group_ids <= reached and invitees == _STAFF:
        return Refused(Reason.PARENTS_TOO)
    if reached is not None and not (group_ids <= reached and invitees in OF_OWN_GROUPS):
        raise Forbidden(f"groups of organisation {organisation_id}")
    known: set[GroupId] = {group.id for group in await reading.groups.active(organisation_id)}
    if not group_ids <= known:
        raise Missing
    sets = invitees.set_ids
    if sets and not sets <= {one.id for one in await reading.sets.of_organisation(organisation_id)}:
        return Refused(Reason.NOBODY_INVITED)  # deleted while it was typed
    # groups are those whose parents are addressed: without parents there are none
    if invitees.parents != bool(group_ids) or invitees == NOBODY:
        return Refused(Reason.NO_GROUPS)
    return None


def reaches(
    group_ids: AbstractSet[GroupId],
    invitees: Invitees,
    reached: frozenset[GroupId] | None,
    permission: Permission,
) -> bool:
    """Whether who reaches these groups (None: all) may look at what is for such people, or work on it."""
    if reached is None:
        return True
    if permission is Permission.POST_EVENTS:
        return group_ids <= reached and invitees in OF_OWN_GROUPS
    return bool(group_ids & reached)


async def reach_of(
    reading: Reading,
    actor: Actor,
    circular: Circular,
    group_ids: AbstractSet[GroupId],
    invitees: Invitees,
    *,
    author: PersonId | None = None,
) -> Reach | Refused:
    """How many would hear it, and how; refused when there is nobody. Its `author`, the actor unless said, does not."""
    organisation_id = circular.organisation_id
    families, joined, reached = await reading.event_reads.count_families(organisation_id, group_ids)
    if families == 0 and invitees == FOR_PARENTS:
        return Refused(Reason.NO_RECIPIENTS)
    budget = await reading.outbox.preview_budget(
        circular,
        reading.event_audiences.audience_of(
            *(organisation_id, group_ids, invitees),
            today=today_in(actor, organisation_id, reading.clock),
            author=author or actor.person_id,
        ),
    )
    if budget.people == 0 and families == 0:
        return Refused(Reason.NOBODY_INVITED)
    return Reach(
        adults=budget.people - budget.closed,
        families=reached,
        limited_families=budget.limited_families,
        closed=budget.closed,
        without_phone=families - joined,
    )
