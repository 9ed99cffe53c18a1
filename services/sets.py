"""Named sets of people: рабочая группа, творческая группа, with the number of the order (rule 4)."""

from db.work import Database, Reading
from domain.access import Permission
from domain.clock import Clock
from domain.ids import MembershipId, OrganisationId, PersonSetId
from domain.organisation import SET_NAME_LIMIT, PersonSet, one_line, order_line
from domain.organisation_views import SetCard, SetList
from domain.outcomes import Missing, Reason, Refused
from domain.people import STAFF, Actor, Membership
from services.access import access_member, access_organisation
from services.seat_freeing import follow_families


class Sets:
    """What heads and methodists do with sets."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def sets(self, actor: Actor, organisation_id: OrganisationId) -> SetList:
        """The sets of the organisation."""
        seen_as = self._allowed(actor, organisation_id)
        async with self._db.read() as reading:
            return SetList(seen_as.organisation, tuple(await reading.sets.of_organisation(organisation_id)))

    async def card(self, actor: Actor, organisation_id: OrganisationId, set_id: PersonSetId) -> SetCard:
        """One set with its members."""
        seen_as = self._allowed(actor, organisation_id)
        async with self._db.read() as reading:
            found = await _existing(reading, organisation_id, set_id)
            staff = await reading.people.memberships(organisation_id, STAFF)
        return SetCard(seen_as.organisation, found, staff)

    async def create(
        self, actor: Actor, organisation_id: OrganisationId, name: str, order_number: str | None
    ) -> PersonSetId | Refused:
        """Make a set; two sets of one organisation have different names."""
        self._allowed(actor, organisation_id)
        line = one_line(name, SET_NAME_LIMIT)
        order = None if order_number is None else order_line(order_number)
        for typed in (line, order):
            if isinstance(typed, Refused):
                return typed
        async with self._db.work() as work:
            set_id = await work.sets.create(organisation_id, str(line), None if order is None else str(order))
            if set_id is None:
                return Refused(Reason.NAME_TAKEN, {"name": str(line)})
            await work.audit.note(
                "set.created", organisation_id=organisation_id, by=actor.person_id, subject=f"set:{set_id}"
            )
        return set_id

    async def rename(
        self, actor: Actor, organisation_id: OrganisationId, set_id: PersonSetId, name: str
    ) -> Refused | None:
        """Give a set another name."""
        self._allowed(actor, organisation_id)
        line = one_line(name, SET_NAME_LIMIT)
        if isinstance(line, Refused):
            return line
        async with self._db.work() as work:
            await _existing(work, organisation_id, set_id)
            if not await work.sets.rename(organisation_id, set_id, line):
                return Refused(Reason.NAME_TAKEN, {"name": line})
            await work.audit.note(
                "set.renamed", organisation_id=organisation_id, by=actor.person_id, subject=f"set:{set_id}"
            )
        return None

    async def set_order(
        self, actor: Actor, organisation_id: OrganisationId, set_id: PersonSetId, order_number: str | None
    ) -> Refused | None:
        """Write the number of the order that made the set; None forgets it."""
        self._allowed(actor, organisation_id)
        order = None if order_number is None else order_line(order_number)
        if isinstance(order, Refused):
            return order
        async with self._db.work() as work:
            await _existing(work, organisation_id, set_id)
            await work.sets.set_order(organisation_id, set_id, order)
            await work.audit.note(
                "set.order-written",
                organisation_id=organisation_id,
                by=actor.person_id,
                subject=f"set:{set_id}",
            )
        return None

    async def set_member(
        self,
        actor: Actor,
        organisation_id: OrganisationId,
        set_id: PersonSetId,
        membership_id: MembershipId,
        *,
        on: bool,
    ) -> None:
        """Put a member of the staff into a set, or take them out: seats by this set alone are free then."""
        self._allowed(actor, organisation_id)
        async with self._db.work() as work:
            await _existing(work, organisation_id, set_id)
            _, member = await access_member(work, actor, membership_id, Permission.EDIT_SETS)
            if member.organisation_id != organisation_id or member.role not in STAFF:
                raise Missing
            if on:
                await work.sets.add(organisation_id, set_id, member.id)
            else:
                await work.sets.take_out(organisation_id, set_id, member.id)
                await follow_families(work, organisation_id, people=[member.person_id])
            await work.audit.note(
                "set.member-added" if on else "set.member-removed",
                organisation_id=organisation_id,
                by=actor.person_id,
                subject=f"set:{set_id}",
                membership=member.id,
            )

    async def delete(self, actor: Actor, organisation_id: OrganisationId, set_id: PersonSetId) -> None:
        """Delete a set; the people in it keep their roles, and seats where something else invites them."""
        self._allowed(actor, organisation_id)
        async with self._db.work() as work:
            found = await _existing(work, organisation_id, set_id)
            members = await work.people.memberships(organisation_id, STAFF)
            await work.sets.delete(organisation_id, set_id)
            were = [member.person_id for member in members if member.id in found.members]
            await follow_families(work, organisation_id, people=were)
            await work.audit.note(
                "set.deleted", organisation_id=organisation_id, by=actor.person_id, subject=f"set:{set_id}"
            )

    def _allowed(self, actor: Actor, organisation_id: OrganisationId) -> Membership:
        return access_organisation(actor, organisation_id, Permission.EDIT_SETS, self._clock)


async def _existing(reading: Reading, organisation_id: OrganisationId, set_id: PersonSetId) -> PersonSet:
    found = await reading.sets.find(organisation_id, set_id)
    if found is None:
        raise Missing
    return found
