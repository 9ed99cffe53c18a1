"""Persons and the roles they hold."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Executable, RowMapping, bindparam, or_, update

from db.models import GuardianshipRow, MembershipRow, PersonRow
from db.repositories.memberships import Memberships
from db.repositories.role_rows import ROLES, actor_of, membership_of
from db.upsert import upsert
from domain.ids import ChildId, MembershipId, OrganisationId, PersonId
from domain.people import Actor, Membership, Role, Visitor

_BY_ACCOUNT = ROLES.where(
    PersonRow.platform == bindparam("platform"), PersonRow.platform_user_id == bindparam("user_id")
)
_BY_NUMBER = ROLES.where(PersonRow.id == bindparam("person_id"))


class People(Memberships):
    """Persons known to the installation."""

    async def find_actor(self, platform: str, user_id: int) -> Actor | None:
        """The person behind an account, with all active roles, groups and children: one query."""
        rows = await self._connection.execute(_BY_ACCOUNT, {"platform": platform, "user_id": user_id})
        return actor_of(rows.mappings().all())

    async def find_person(self, person_id: PersonId) -> Actor | None:
        """The same by the person's own number."""
        rows = await self._connection.execute(_BY_NUMBER, {"person_id": person_id})
        return actor_of(rows.mappings().all())

    async def find_membership(
        self, organisation_id: OrganisationId, membership_id: MembershipId
    ) -> Membership | None:
        """An active role in the organisation, with its groups and children."""
        found = await self._memberships(
            ROLES.where(MembershipRow.id == membership_id, MembershipRow.organisation_id == organisation_id)
        )
        return found[0] if found else None

    async def memberships(
        self, organisation_id: OrganisationId, roles: Iterable[Role]
    ) -> tuple[Membership, ...]:
        """Active roles of these kinds in the organisation, oldest first."""
        return await self._memberships(
            ROLES.where(
                MembershipRow.organisation_id == organisation_id,
                MembershipRow.role.in_([role.value for role in roles]),
            )
        )

    async def guardians(
        self, organisation_id: OrganisationId, child_ids: Iterable[ChildId]
    ) -> tuple[Membership, ...]:
        """Adults of these children, each with these children only."""
        return await self._memberships(
            ROLES.where(
                MembershipRow.organisation_id == organisation_id,
                GuardianshipRow.child_id.in_(list(child_ids)),
            )
        )

    async def create_person(self, visitor: Visitor, locale: str) -> PersonId:
        """Write a person down, after consent; one who is known already only gets this chat opened again."""
        made = await self._connection.execute(
            upsert(self._connection, PersonRow)
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
        return tuple(membership_of(held) for held in by_membership.values())
