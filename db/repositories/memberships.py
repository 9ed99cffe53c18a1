"""Roles that people hold, with groups to teach and children to care for."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import (
    ChildRow,
    GuardianshipRow,
    GuestOpeningPartnerRow,
    MembershipRow,
    PersonRow,
    PersonSetMemberRow,
    TeachingRow,
)
from db.personal import NOBODY
from db.upsert import upsert
from domain.clock import Clock
from domain.ids import ChildId, GroupId, MembershipId, OrganisationId, PersonId
from domain.outcomes import Missing
from domain.people import Kinship, PartnerKind, Role


class Memberships:
    """Gives and takes roles. `People` is used instead: it finds them, too."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def open_membership(
        self,
        organisation_id: OrganisationId,
        person_id: PersonId,
        role: Role,
        *,
        title: str | None = None,
        partner_kind: PartnerKind | None = None,
        term_until: date | None = None,
    ) -> MembershipId:
        """Give a person a role; one that they hold already stays, with what is given for it now.

        A partner who comes by a new invitation thus stays for its term. Raises `Missing` for somebody who is erased,
        or is being erased right now: that is waited for.
        """
        person = select(PersonRow.platform).where(PersonRow.id == person_id).with_for_update(read=True)
        if (await self._connection.execute(person)).scalar_one_or_none() in (None, NOBODY):
            raise Missing
        made = await self._connection.execute(
            upsert(self._connection, MembershipRow)
            .values(
                organisation_id=organisation_id,
                person_id=person_id,
                role=role.value,
                title=title,
                partner_kind=None if partner_kind is None else partner_kind.value,
                term_until=term_until,
                created_at=self._clock.now(),
            )
            .on_conflict_do_nothing()
            .returning(MembershipRow.id)
        )
        new = made.scalar_one_or_none()
        if new is not None:
            return MembershipId(new)
        held = await self._connection.execute(
            select(MembershipRow.id).where(
                MembershipRow.organisation_id == organisation_id,
                MembershipRow.person_id == person_id,
                MembershipRow.role == role.value,
                MembershipRow.ended_at.is_(None),
            )
        )
        membership_id = MembershipId(held.scalar_one())
        anew = {"title": title, "partner_kind": partner_kind and partner_kind.value, "term_until": term_until}
        if given := {name: value for name, value in anew.items() if value is not None}:
            await self._connection.execute(
                update(MembershipRow).where(MembershipRow.id == membership_id).values(**given)
            )
        return membership_id

    async def teach(
        self,
        organisation_id: OrganisationId,
        membership_id: MembershipId,
        group_id: GroupId,
        *,
        starts_on: date | None = None,
        ends_on: date | None = None,
    ) -> bool:
        """Give a teacher a group, for good or between two days; False when that very fact is written already."""
        same = (
            TeachingRow.organisation_id == organisation_id,
            TeachingRow.membership_id == membership_id,
            TeachingRow.group_id == group_id,
            TeachingRow.starts_on.is_not_distinct_from(starts_on),
            TeachingRow.ends_on.is_not_distinct_from(ends_on),
        )
        if (await self._connection.execute(select(TeachingRow.id).where(*same))).first() is not None:
            return False
        await self._connection.execute(
            insert(TeachingRow).values(
                organisation_id=organisation_id,
                membership_id=membership_id,
                group_id=group_id,
                starts_on=starts_on,
                ends_on=ends_on,
            )
        )
        return True

    async def bind_child(
        self,
        organisation_id: OrganisationId,
        membership_id: MembershipId,
        child_id: ChildId,
        kinship: Kinship,
        *,
        at_most: int,
    ) -> bool:
        """Make an adult one of at most `at_most` adults of a child; False when there is no seat left.

        Binding the same adult again changes the kinship only.
        """
        if not await self.has_seat(organisation_id, child_id, at_most=at_most, for_member=membership_id):
            return False
        await self._connection.execute(
            upsert(self._connection, GuardianshipRow)
            .values(
                organisation_id=organisation_id,
                membership_id=membership_id,
                child_id=child_id,
                kinship=kinship.value,
                created_at=self._clock.now(),
            )
            .on_conflict_do_update(
                index_elements=["membership_id", "child_id"], set_={"kinship": kinship.value}
            )
        )
        return True

    async def has_seat(
        self,
        organisation_id: OrganisationId,
        child_id: ChildId,
        *,
        at_most: int,
        for_member: MembershipId | None = None,
    ) -> bool:
        """Whether one more adult may be bound to a child; whoever asks keeps the answer true until their end.

        The child's row is written first, to no effect: that makes simultaneous adults of one child take turns
        on PostgreSQL too, so what is counted here is committed.
        """
        locked = await self._connection.execute(
            update(ChildRow)
            .where(
                ChildRow.organisation_id == organisation_id,
                ChildRow.id == child_id,
                ChildRow.left_at.is_(None),
            )
            .values(number=ChildRow.number)
        )
        if not locked.rowcount:
            return False
        adults = await self.bound_to(organisation_id, child_id)
        return for_member in adults or len(adults) < at_most

    async def bound_to(self, organisation_id: OrganisationId, child_id: ChildId) -> frozenset[MembershipId]:
        """The roles of the adults of a child, as they are now: somebody may be on the way to become one more."""
        bound = await self._connection.scalars(
            select(GuardianshipRow.membership_id)
            .join(MembershipRow, MembershipRow.id == GuardianshipRow.membership_id)
            .where(
                GuardianshipRow.organisation_id == organisation_id,
                GuardianshipRow.child_id == child_id,
                MembershipRow.ended_at.is_(None),
            )
        )
        return frozenset(MembershipId(row) for row in bound)

    async def end_membership(self, organisation_id: OrganisationId, membership_id: MembershipId) -> bool:
        """Take a role away, with its groups, children, invitations and places in sets; False when it had ended already.

        The row stays as a number that events and the audit log refer to; its words go.
        """
        ended = await self._connection.execute(
            update(MembershipRow)
            .where(
                MembershipRow.organisation_id == organisation_id,
                MembershipRow.id == membership_id,
                MembershipRow.ended_at.is_(None),
            )
            .values(ended_at=self._clock.now(), name=None, title=None, offers=None, agreement=None)
        )
        if not ended.rowcount:
            return False
        for held in (TeachingRow, GuardianshipRow, PersonSetMemberRow, GuestOpeningPartnerRow):
            await self._connection.execute(
                delete(held).where(
                    held.organisation_id == organisation_id, held.membership_id == membership_id
                )
            )
        return True

    async def set_name(
        self, organisation_id: OrganisationId, membership_id: MembershipId, name: str | None
    ) -> None:
        """Write how an adult wants to be called in a role (rule 9 on), or forget it."""
        await self._connection.execute(
            update(MembershipRow)
            .where(MembershipRow.organisation_id == organisation_id, MembershipRow.id == membership_id)
            .values(name=name)
        )

    async def set_offers(
        self, organisation_id: OrganisationId, membership_id: MembershipId, offers: str | None
    ) -> None:
        """Write what a partner can show."""
        await self._connection.execute(
            update(MembershipRow)
            .where(MembershipRow.organisation_id == organisation_id, MembershipRow.id == membership_id)
            .values(offers=offers)
        )

    async def set_pet_name(
        self,
        organisation_id: OrganisationId,
        membership_id: MembershipId,
        child_id: ChildId,
        pet_name: str | None,
    ) -> None:
        """Write how an adult calls a child at home; that adult alone sees it."""
        await self._connection.execute(
            update(GuardianshipRow)
            .where(
                GuardianshipRow.organisation_id == organisation_id,
                GuardianshipRow.membership_id == membership_id,
                GuardianshipRow.child_id == child_id,
            )
            .values(pet_name=pet_name)
        )

    async def joined_before(self, membership_ids: Iterable[MembershipId], moment: datetime) -> bool:
        """Whether any of these roles was given before `moment`: a role taken up again later is a new one."""
        found = await self._connection.execute(
            select(MembershipRow.id)
            .where(MembershipRow.id.in_(list(membership_ids)), MembershipRow.created_at < moment)
            .limit(1)
        )
        return found.first() is not None
