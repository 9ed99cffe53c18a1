"""Loading a thing by the id of a button: load and check in one step, and never in another way.

What belongs to another organisation does not exist for the person (`Missing`); what the person's role does not
reach is refused (`Forbidden`). Neither changes anything. Events, requests and sets are loaded so in their own rooms.
"""

from datetime import date

from db.work import Reading
from domain.access import Permission, reach, require
from domain.clock import Clock
from domain.events import GroupLabel
from domain.ids import ChildId, GroupId, MembershipId, OrganisationId
from domain.outcomes import Forbidden, Missing
from domain.people import Actor, Child, Group, Membership, Organisation


def organisation_of(actor: Actor, organisation_id: OrganisationId) -> Organisation:
    """An organisation in which the person has some role."""
    for membership in actor.memberships:
        if membership.organisation_id == organisation_id:
            return membership.organisation
    raise Missing


def today_in(actor: Actor, organisation_id: OrganisationId, clock: Clock) -> date:
    """The day that people of the organisation live in now."""
    return clock.today(organisation_of(actor, organisation_id).timezone)


def access_organisation(
    actor: Actor, organisation_id: OrganisationId, permission: Permission, clock: Clock
) -> Membership:
    """The person's role that allows this in the organisation as a whole, or in some of its groups."""
    return require(actor, permission, organisation_id, today=today_in(actor, organisation_id, clock))


async def reached_groups(
    reading: Reading, actor: Actor, organisation_id: OrganisationId, permission: Permission
) -> tuple[GroupLabel, ...]:
    """The groups of today for which the person may do this."""
    reached = reach(actor, permission, organisation_id, today_in(actor, organisation_id, reading.clock))
    return tuple(
        GroupLabel(group.id, group.name, group.emoji)
        for group in await reading.groups.active(organisation_id)
        if reached is None or group.id in reached
    )


async def access_group(
    reading: Reading, actor: Actor, group_id: GroupId, permission: Permission
) -> tuple[Membership, Group]:
    """A group that the person may do this with, and the role that allows it."""
    for organisation_id in organisations_of(actor):
        group = await reading.groups.find(organisation_id, group_id)
        if group is not None:
            today = today_in(actor, organisation_id, reading.clock)
            return require(actor, permission, organisation_id, group_id=group.id, today=today), group
    raise Missing


async def access_child(
    reading: Reading, actor: Actor, child_id: ChildId, permission: Permission
) -> tuple[Membership, Child]:
    """A child's code that the person may do this with (through its group), and the role that allows it."""
    for organisation_id in organisations_of(actor):
        child = await reading.children.find(organisation_id, child_id)
        if child is not None:
            today = today_in(actor, organisation_id, reading.clock)
            allowed = require(actor, permission, organisation_id, group_id=child.group_id, today=today)
            return allowed, child
    raise Missing


async def access_member(
    reading: Reading, actor: Actor, membership_id: MembershipId, permission: Permission
) -> tuple[Membership, Membership]:
    """The person's role that allows this, and the active role of somebody of the same organisation."""
    for organisation_id in organisations_of(actor):
        member = await reading.people.find_membership(organisation_id, membership_id)
        if member is not None:
            return access_organisation(actor, organisation_id, permission, reading.clock), member
    raise Missing


def organisations_of(actor: Actor) -> list[OrganisationId]:
    """Where the person has a role; raises `Forbidden` for whoever has none and does not own the installation."""
    if not actor.memberships and not actor.owner:
        raise Forbidden("no role anywhere")
    return sorted({membership.organisation_id for membership in actor.memberships})
