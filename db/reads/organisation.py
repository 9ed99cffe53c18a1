"""Lists of the head, the teacher and the owner: counts over groups, families and staff."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, and_, distinct, exists, func, outerjoin, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import (
    ChildRow,
    GroupRow,
    GuardianshipRow,
    JoinRequestRow,
    LinkRow,
    MembershipRow,
    OrganisationRow,
)
from db.plans import linear
from db.repositories.children import child_of
from db.repositories.groups import group_of
from db.repositories.organisations import organisation_of
from domain.ids import ChildId, GroupId, MembershipId, OrganisationId
from domain.links import LinkKind
from domain.organisation import FamilyLine, GroupCounts, PartnerTerms, TenantCounts
from domain.people import STAFF, PartnerKind, Role

_JOINED = exists().where(
    GuardianshipRow.child_id == ChildRow.id,
    MembershipRow.id == GuardianshipRow.membership_id,
    MembershipRow.ended_at.is_(None),
)
"""Whether a code has at least one adult."""


class OrganisationReads:
    """Counted lists; each shows one page or one organisation."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def tenants(self, *, limit: int, offset: int) -> list[TenantCounts]:
        """Organisations of the installation with counts only: what its owner may see."""
        async with linear(self._connection):
            rows = await self._connection.execute(
                _tenants().order_by(OrganisationRow.id).limit(limit).offset(offset)
            )
        return [_tenant(row) for row in rows.mappings()]

    async def tenant(self, organisation_id: OrganisationId) -> TenantCounts | None:
        """The same of one organisation; None when there is none of this number."""
        async with linear(self._connection):
            rows = await self._connection.execute(_tenants().where(OrganisationRow.id == organisation_id))
        row = rows.mappings().one_or_none()
        return None if row is None else _tenant(row)

    async def groups(
        self, organisation_id: OrganisationId, only: Iterable[GroupId] | None = None
    ) -> list[GroupCounts]:
        """Active groups by name, with «12 из 24»; `only` narrows them to those a teacher reaches."""
        here = [] if only is None else [ChildRow.group_id.in_(sorted(only))]
        of_groups = and_(ChildRow.organisation_id == organisation_id, ChildRow.left_at.is_(None), *here)
        children = (
            select(ChildRow.group_id, func.count().label("count"))
            .where(of_groups)
            .group_by(ChildRow.group_id)
            .subquery("coded")
        )
        families = (
            select(ChildRow.group_id, func.count(distinct(ChildRow.id)).label("count"))
            .join(GuardianshipRow, GuardianshipRow.child_id == ChildRow.id)
            .join(MembershipRow, MembershipRow.id == GuardianshipRow.membership_id)
            .where(of_groups, MembershipRow.ended_at.is_(None))
            .group_by(ChildRow.group_id)
            .subquery("joined")
        )
        waiting = (
            select(func.count())
            .select_from(JoinRequestRow)
            .where(JoinRequestRow.group_id == GroupRow.id, JoinRequestRow.decided_at.is_(None))
            .correlate(GroupRow)
            .scalar_subquery()
        )
        query = (
            select(
                GroupRow.__table__,
                func.coalesce(children.c.count, 0).label("children"),
                func.coalesce(families.c.count, 0).label("families"),
                waiting.label("waiting"),
            )
            .outerjoin(children, children.c.group_id == GroupRow.id)
            .outerjoin(families, families.c.group_id == GroupRow.id)
            .where(GroupRow.organisation_id == organisation_id, GroupRow.archived_at.is_(None))
            .order_by(GroupRow.sort_key, GroupRow.id)
        )
        if only is None:
            async with linear(self._connection):
                rows = await self._connection.execute(query)
        else:
            rows = await self._connection.execute(query.where(GroupRow.id.in_(sorted(only))))
        return [
            GroupCounts(group_of(row), row["children"], row["families"], row["waiting"])
            for row in rows.mappings()
        ]

    async def families(self, organisation_id: OrganisationId, group_id: GroupId) -> list[FamilyLine]:
        """The codes of a group with the number of adults bound to each."""
        adults = outerjoin(ChildRow, GuardianshipRow, GuardianshipRow.child_id == ChildRow.id).outerjoin(
            MembershipRow,
            and_(MembershipRow.id == GuardianshipRow.membership_id, MembershipRow.ended_at.is_(None)),
        )
        rows = await self._connection.execute(
            select(ChildRow.__table__, func.count(distinct(MembershipRow.id)).label("adults"))
            .select_from(adults)
            .where(
                ChildRow.organisation_id == organisation_id,
                ChildRow.group_id == group_id,
                ChildRow.left_at.is_(None),
            )
            .group_by(ChildRow.id)
            .order_by(ChildRow.number)
        )
        return [FamilyLine(child_of(row), row["adults"]) for row in rows.mappings()]

    async def cards(self, organisation_id: OrganisationId, child_id: ChildId) -> int:
        """How many printed cards of a child still open the bot."""
        return await self._links(organisation_id, LinkKind.CARD, LinkRow.child_id == child_id)

    async def posters(self, organisation_id: OrganisationId, group_id: GroupId) -> int:
        """How many printed QRs of a group still open the bot."""
        return await self._links(organisation_id, LinkKind.GROUP, LinkRow.group_id == group_id)

    async def partner_terms(self, organisation_id: OrganisationId) -> dict[MembershipId, PartnerTerms]:
        """Kind, number of the agreement and term of every partner."""
        rows = await self._connection.execute(
            select(
                MembershipRow.id,
                MembershipRow.partner_kind,
                MembershipRow.agreement,
                MembershipRow.term_until,
            ).where(
                MembershipRow.organisation_id == organisation_id,
                MembershipRow.role == Role.PARTNER.value,
                MembershipRow.ended_at.is_(None),
            )
        )
        return {
            MembershipId(row.id): PartnerTerms(
                PartnerKind(row.partner_kind or PartnerKind.OTHER), row.agreement, row.term_until
            )
            for row in rows
        }

    async def _links(
        self, organisation_id: OrganisationId, kind: LinkKind, which: ColumnElement[bool]
    ) -> int:
        counted = await self._connection.execute(
            select(func.count())
            .select_from(LinkRow)
            .where(
                LinkRow.organisation_id == organisation_id,
                LinkRow.kind == kind.value,
                LinkRow.revoked_at.is_(None),
                which,
            )
        )
        return counted.scalar_one()


def _tenants() -> Select[Any]:
    def count(
        table: type[MembershipRow] | type[GroupRow] | type[ChildRow], *which: ColumnElement[bool]
    ) -> ColumnElement[int]:
        return (
            select(func.count())
            .select_from(table)
            .where(table.organisation_id == OrganisationRow.id, *which)
            .correlate(OrganisationRow)
            .scalar_subquery()
        )

    active = MembershipRow.ended_at.is_(None)
    staff = (
        select(func.count(MembershipRow.person_id.distinct()))
        .where(
            MembershipRow.organisation_id == OrganisationRow.id,
            MembershipRow.role.in_([role.value for role in STAFF]),
            active,
        )
        .correlate(OrganisationRow)
        .scalar_subquery()
    )
    return select(
        OrganisationRow.__table__,
        count(MembershipRow, MembershipRow.role == Role.HEAD.value, active).label("heads"),
        staff.label("staff"),
        count(GroupRow, GroupRow.archived_at.is_(None)).label("groups"),
        count(ChildRow, ChildRow.left_at.is_(None)).label("children"),
        count(ChildRow, ChildRow.left_at.is_(None), _JOINED).label("families"),
    )


def _tenant(row: RowMapping) -> TenantCounts:
    return TenantCounts(
        organisation=organisation_of(row),
        heads=row["heads"],
        staff=row["staff"],
        groups=row["groups"],
        children=row["children"],
        families=row["families"],
    )
