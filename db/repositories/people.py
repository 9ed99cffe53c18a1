"""Persons and the roles they hold."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Executable, RowMapping, delete, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import (
    ChildRow,
    GuardianshipRow,
    MembershipRow,
    OrganisationRow,
    PersonRow,
    PersonSetMemberRow,
    TeachingRow,
)
from domain.clock import Clock
from domain.ids import ChildId, GroupId, MembershipId, OrganisationId, PersonId
from domain.people import (
    Actor,
    Guardianship,
    Kinship,
    Membership,
    Organisation,
    OrganisationKind,
    PartnerKind,
    Role,
    TeacherGroup,
    Visitor,
)

_ROLES = (
    select(
        PersonRow.id.label("person_id"),
        PersonRow.chat_id,
        PersonRow.locale,
        PersonRow.current_membership_id,
        MembershipRow.id.label("membership_id"),
        MembershipRow.role,
        MembershipRow.name,
        MembershipRow.title,
        MembershipRow.offers,
        MembershipRow.term_until,
        OrganisationRow.id.label("organisation_id"),
        OrganisationRow.name.label("organisation_name"),
        OrganisationRow.kind,
        OrganisationRow.timezone,
        OrganisationRow.personal_data,
        OrganisationRow.personal_data_decision,
        OrganisationRow.address,
        OrganisationRow.operator,
        OrganisationRow.contact,
        OrganisationRow.processor,
        OrganisationRow.quiet_from,
        OrganisationRow.quiet_to,
        OrganisationRow.summary_at,
        TeachingRow.group_id.label("teaches"),
        TeachingRow.starts_on,
        TeachingRow.ends_on,
        ChildRow.id.label("child_id"),
        ChildRow.number,
        ChildRow.group_id,
        GuardianshipRow.kinship,
        GuardianshipRow.pet_name,
    )
    .select_from(PersonRow)
    .outerjoin(MembershipRow, (MembershipRow.person_id == PersonRow.id) & MembershipRow.ended_at.is_(None))
    .outerjoin(OrganisationRow, OrganisationRow.id == MembershipRow.organisation_id)
    .outerjoin(TeachingRow, TeachingRow.membership_id == MembershipRow.id)
    .outerjoin(GuardianshipRow, GuardianshipRow.membership_id == MembershipRow.id)
    .outerjoin(ChildRow, (ChildRow.id == GuardianshipRow.child_id) & ChildRow.left_at.is_(None))
    .order_by(MembershipRow.id, TeachingRow.id, ChildRow.number)
)


class People:
    """Persons known to the installation."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def find_actor(self, platform: str, user_id: int) -> Actor | None:
        """The person behind an account, with all active roles, groups and children: one query."""
        rows = await self._connection.execute(
            _ROLES.where(PersonRow.platform == platform, PersonRow.platform_user_id == user_id)
        )
        return _actor(rows.mappings().all())

    async def find_person(self, person_id: PersonId) -> Actor | None:
        """The same by the person's own number."""
        rows = await self._connection.execute(_ROLES.where(PersonRow.id == person_id))
        return _actor(rows.mappings().all())

    async def find_membership(
        self, organisation_id: OrganisationId, membership_id: MembershipId
    ) -> Membership | None:
        """An active role in the organisation, with its groups and children."""
        found = await self._memberships(
            _ROLES.where(MembershipRow.id == membership_id, MembershipRow.organisation_id == organisation_id)
        )
        return found[0] if found else None

    async def memberships(
        self, organisation_id: OrganisationId, roles: Iterable[Role]
    ) -> tuple[Membership, ...]:
        """Active roles of these kinds in the organisation, oldest first."""
        return await self._memberships(
            _ROLES.where(
                MembershipRow.organisation_id == organisation_id,
                MembershipRow.role.in_([role.value for role in roles]),
            )
        )

    async def guardians(
        self, organisation_id: OrganisationId, child_ids: Iterable[ChildId]
    ) -> tuple[Membership, ...]:
        """Adults of these children, each with these children only."""
        return await self._memberships(
            _ROLES.where(
                MembershipRow.organisation_id == organisation_id,
                GuardianshipRow.child_id.in_(list(child_ids)),
            )
        )

    async def create_person(self, visitor: Visitor, locale: str) -> PersonId:
        """Write a person down, after consent; one who is known already only gets this chat opened again."""
        made = await self._connection.execute(
            self._upsert(PersonRow)
            .values(
                platform=visitor.platform,
                platform_user_id=visitor.user_id,
                chat_id=visitor.chat_id,
                locale=locale,
                created_at=self._clock.now(),
            )
            .on_conflict_do_update(
                index_elements=["platform", "platform_user_id"],
                set_={"chat_id": visitor.chat_id, "chat_closed_at": None},
            )
            .returning(PersonRow.id)
        )
        return PersonId(made.scalar_one())

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
        """Give a person a role; the number of the one they hold already when they hold it."""
        made = await self._connection.execute(
            self._upsert(MembershipRow)
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
        return MembershipId(held.scalar_one())

    async def teach(
        self,
        organisation_id: OrganisationId,
        membership_id: MembershipId,
        group_id: GroupId,
        *,
        starts_on: date | None = None,
        ends_on: date | None = None,
    ) -> None:
        """Give a teacher a group, for good or between two days; the same fact is written once."""
        same = (
            TeachingRow.organisation_id == organisation_id,
            TeachingRow.membership_id == membership_id,
            TeachingRow.group_id == group_id,
            TeachingRow.starts_on.is_not_distinct_from(starts_on),
            TeachingRow.ends_on.is_not_distinct_from(ends_on),
        )
        if (await self._connection.execute(select(TeachingRow.id).where(*same))).first() is None:
            await self._connection.execute(
                insert(TeachingRow).values(
                    organisation_id=organisation_id,
                    membership_id=membership_id,
                    group_id=group_id,
                    starts_on=starts_on,
                    ends_on=ends_on,
                )
            )

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
            self._upsert(GuardianshipRow)
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
        adults = set(
            await self._connection.scalars(
                select(GuardianshipRow.membership_id)
                .join(MembershipRow, MembershipRow.id == GuardianshipRow.membership_id)
                .where(
                    GuardianshipRow.organisation_id == organisation_id,
                    GuardianshipRow.child_id == child_id,
                    MembershipRow.ended_at.is_(None),
                )
            )
        )
        return for_member in adults or len(adults) < at_most

    async def end_membership(self, organisation_id: OrganisationId, membership_id: MembershipId) -> bool:
        """Take a role away, with its groups, children and places in sets; False when it had ended already.

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
        for held in (TeachingRow, GuardianshipRow, PersonSetMemberRow):
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

    async def reopen_chat(self, person_id: PersonId, chat_id: int) -> bool:
        """The person is back after a block: messages go to this chat again; False when they went already."""
        done = await self._connection.execute(
            update(PersonRow)
            .where(
                PersonRow.id == person_id,
                or_(PersonRow.chat_closed_at.is_not(None), PersonRow.chat_id != chat_id),
            )
            .values(chat_closed_at=None, chat_id=chat_id)
        )
        return bool(done.rowcount)

    async def set_current(self, person_id: PersonId, membership_id: MembershipId | None) -> None:
        """Choose the role whose menu a person sees."""
        await self._connection.execute(
            update(PersonRow).where(PersonRow.id == person_id).values(current_membership_id=membership_id)
        )

    async def set_locale(self, person_id: PersonId, locale: str) -> None:
        """Choose the language of a person."""
        await self._connection.execute(
            update(PersonRow).where(PersonRow.id == person_id).values(locale=locale)
        )

    async def _memberships(self, query: Executable) -> tuple[Membership, ...]:
        rows = (await self._connection.execute(query)).mappings().all()
        by_membership: dict[int, list[RowMapping]] = defaultdict(list)
        for row in rows:
            if row["membership_id"] is not None:
                by_membership[row["membership_id"]].append(row)
        return tuple(_membership(held) for held in by_membership.values())

    def _upsert(self, table: Any) -> Any:
        return (sqlite.insert if self._connection.dialect.name == "sqlite" else postgresql.insert)(table)


def _actor(rows: Sequence[RowMapping]) -> Actor | None:
    if not rows:
        return None
    by_membership: dict[int, list[RowMapping]] = defaultdict(list)
    for row in rows:
        if row["membership_id"] is not None:
            by_membership[row["membership_id"]].append(row)
    first = rows[0]
    return Actor(
        person_id=PersonId(first["person_id"]),
        chat_id=first["chat_id"],
        locale=first["locale"],
        memberships=tuple(_membership(held) for held in by_membership.values()),
        current_id=None
        if first["current_membership_id"] is None
        else MembershipId(first["current_membership_id"]),
    )


def _membership(rows: list[RowMapping]) -> Membership:
    first = rows[0]
    teaches = {
        TeacherGroup(GroupId(r["teaches"]), r["starts_on"], r["ends_on"]): None
        for r in rows
        if r["teaches"] is not None
    }
    children = {
        r["child_id"]: Guardianship(
            child_id=ChildId(r["child_id"]),
            number=r["number"],
            group_id=GroupId(r["group_id"]),
            kinship=Kinship(r["kinship"]),
            pet_name=r["pet_name"],
        )
        for r in rows
        if r["child_id"] is not None
    }
    return Membership(
        id=MembershipId(first["membership_id"]),
        person_id=PersonId(first["person_id"]),
        organisation=Organisation(
            id=OrganisationId(first["organisation_id"]),
            name=first["organisation_name"],
            kind=OrganisationKind(first["kind"]),
            timezone=first["timezone"],
            personal_data=first["personal_data"],
            personal_data_decision=first["personal_data_decision"],
            address=first["address"],
            operator=first["operator"],
            contact=first["contact"],
            processor=first["processor"],
            quiet_from=first["quiet_from"],
            quiet_to=first["quiet_to"],
            summary_at=first["summary_at"],
        ),
        role=Role(first["role"]),
        name=first["name"],
        title=first["title"],
        offers=first["offers"],
        term_until=first["term_until"],
        teaches=tuple(teaches),
        children=tuple(children.values()),
    )
