"""Families: the codes of a group, the adults bound to them, children who move and leave."""

from dataclasses import replace

from db.work import Database, Work
from domain.access import Permission, grant
from domain.clock import Clock
from domain.ids import ChildId, GroupId, MembershipId
from domain.organisation import BoundAdult, archived
from domain.organisation_views import ChildCard, FamilyList, MoveChoice
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Child, Group, Membership
from services.access import access_child, access_group, today_in
from services.event_newcomers import invite_newcomers
from services.guest_freeing import end_waits, free_families, leave_visits
from services.guest_newcomers import invite_to_be_guests
from services.roles import end_role
from services.seat_freeing import follow_families, leave_with_child


class Families:
    """What staff do with codes and the adults behind them."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def families(self, actor: Actor, group_id: GroupId) -> FamilyList:
        """The codes of a group."""
        async with self._db.read() as reading:
            seen_as, group = await access_group(reading, actor, group_id, Permission.SEE_FAMILIES)
            lines = await reading.organisation_reads.families(group.organisation_id, group.id)
        return FamilyList(
            seen_as.organisation,
            group,
            tuple(lines),
            may_add=self._may(actor, Permission.EDIT_CHILDREN, group),
            may_print=self._may(actor, Permission.PRINT_CARDS, group),
        )

    async def child(self, actor: Actor, child_id: ChildId) -> ChildCard:
        """One code: who is bound to it, each adult restricted to this child."""
        async with self._db.read() as reading:
            seen_as, child = await access_child(reading, actor, child_id, Permission.SEE_FAMILIES)
            group = await reading.groups.find(child.organisation_id, child.group_id)
            if group is None:
                raise Missing
            adults = await reading.people.guardians(child.organisation_id, {child.id})
            cards = await reading.organisation_reads.cards(child.organisation_id, child.id)
        return ChildCard(
            seen_as.organisation,
            group,
            child,
            tuple(BoundAdult(adult, adult.children[0].kinship) for adult in adults if adult.children),
            cards,
            may_edit=self._may(actor, Permission.EDIT_CHILDREN, group),
            may_print=self._may(actor, Permission.PRINT_CARDS, group),
        )

    async def move_choice(self, actor: Actor, child_id: ChildId) -> MoveChoice:
        """The groups that a child could move to; a teacher moves only between the own ones."""
        async with self._db.read() as reading:
            seen_as, child = await access_child(reading, actor, child_id, Permission.EDIT_CHILDREN)
            groups = await reading.groups.active(child.organisation_id)
        return MoveChoice(
            seen_as.organisation,
            child,
            tuple(
                group
                for group in groups
                if group.id != child.group_id and self._may(actor, Permission.EDIT_CHILDREN, group)
            ),
        )

    async def move(self, actor: Actor, child_id: ChildId, group_id: GroupId) -> Child | Refused:
        """Move a child to another group; code, cards and adults stay. The adults are invited to what is ahead there."""
        async with self._db.work() as work:
            _, child = await access_child(work, actor, child_id, Permission.EDIT_CHILDREN)
            seen_as, group = await access_group(work, actor, group_id, Permission.EDIT_CHILDREN)
            if group.organisation_id != child.organisation_id:
                raise Missing
            if child.left_at is not None:
                return Refused(Reason.CHILD_LEFT)
            if not await work.groups.lock(group.organisation_id, group.id):
                return archived(seen_as.organisation.kind)
            await work.children.move(child.organisation_id, child.id, group.id)
            await follow_families(work, child.organisation_id, children=[child.id])
            await self._note(work, actor, child, "child.moved", group=group.id)
            adults = await work.people.guardians(child.organisation_id, {child.id})
            moved = replace(child, group_id=group.id)
            people = [adult.person_id for adult in adults]
            for person_id in people:
                await end_waits(work, actor, person_id, child.organisation_id)
            await invite_newcomers(work, moved, people)
            await invite_to_be_guests(work, moved, people)
        return moved

    async def mark_left(self, actor: Actor, child_id: ChildId) -> Child:
        """A child has left: cards open nothing, adults without another child here lose their role and are told.

        What staff entered for the family goes with its adults, and what the child did in quizzes with the child
        (rule 15b).
        """
        async with self._db.work() as work:
            _, child = await access_child(work, actor, child_id, Permission.EDIT_CHILDREN)
            if child.left_at is not None:
                return child
            await leave_with_child(work, child.organisation_id, child.id)
            await work.links.revoke_for_children(child.organisation_id, {child.id})
            for adult in await work.people.guardians(child.organisation_id, {child.id}):
                await self._unbind(work, actor, child, adult)
            await work.child_consents.withdraw(child.organisation_id, child.id, by=None)
            await free_families(work, child.organisation_id, [child.id])
            await work.erasures.forget_families({child.id})
            await work.children.mark_left(child.organisation_id, child.id)
            await self._note(work, actor, child, "child.left")
        return child

    async def take_back(self, actor: Actor, child_id: ChildId) -> Child | Refused:
        """A child is here again under the old code; the adults join anew by a new card."""
        async with self._db.work() as work:
            seen_as, child = await access_child(work, actor, child_id, Permission.EDIT_CHILDREN)
            if not await work.groups.lock(child.organisation_id, child.group_id):
                return archived(seen_as.organisation.kind)
            await work.children.take_back(child.organisation_id, child.id)
            await self._note(work, actor, child, "child.returned")
        return child

    async def unbind(self, actor: Actor, child_id: ChildId, membership_id: MembershipId) -> Child:
        """Undo the tie of an adult to a child; with the last tie the role ends, and the adult is told."""
        async with self._db.work() as work:
            _, child = await access_child(work, actor, child_id, Permission.EDIT_CHILDREN)
            adults = await work.people.guardians(child.organisation_id, {child.id})
            adult = next((adult for adult in adults if adult.id == membership_id), None)
            if adult is None:
                raise Missing
            await self._unbind(work, actor, child, adult)
            await follow_families(work, child.organisation_id, people=[adult.person_id], children=[child.id])
            await self._note(work, actor, child, "child.adult-unbound", membership=membership_id)
        return child

    async def _unbind(self, work: Work, actor: Actor, child: Child, adult: Membership) -> None:
        await work.children.unbind(child.organisation_id, child.id, adult.id)
        await work.child_consents.end_of(child.organisation_id, adult.person_id, child_id=child.id)
        await work.erasures.forget_quizzes([child.id])
        if not await work.children.has_children(child.organisation_id, adult.id):
            await end_role(work, adult, by=actor.person_id, told=True)
        else:
            await leave_visits(work, adult.person_id, child.organisation_id)

    def _may(self, actor: Actor, permission: Permission, group: Group) -> bool:
        today = today_in(actor, group.organisation_id, self._clock)
        allowed = grant(actor, permission, group.organisation_id, group_id=group.id, today=today)
        return allowed is not None

    async def _note(self, work: Work, actor: Actor, child: Child, action: str, **details: int | str) -> None:
        await work.audit.note(
            action,
            organisation_id=child.organisation_id,
            by=actor.person_id,
            subject=f"child:{child.id}",
            **details,
        )
