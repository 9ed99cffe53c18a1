"""The people around visits: who comes, as staff may see them; who could be entered; who answers for the group."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import and_, bindparam, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import ChildRow, GuardianshipRow, MembershipRow, NoticeRow, TeachingRow
from db.models.base import table
from db.repositories.children import child_of
from db.unsent import UNSENT
from domain.guests import Visit
from domain.ids import ChildId, GroupId, MembershipId, OrganisationId, PersonId, VisitId
from domain.notices import NoticeDraft, NoticeKind, Urgency
from domain.people import (
    Child,
    Guardianship,
    Kinship,
    Membership,
    Organisation,
    Role,
    ShownAdult,
    shown_adult,
)

_C, _GU, _M, _T = table(ChildRow), table(GuardianshipRow), table(MembershipRow), table(TeachingRow)
_GUESTS = (
    select(
        _M.c.id,
        _M.c.person_id,
        _M.c.role,
        _M.c.name,
        _M.c.title,
        _C.c.id.label("child_id"),
        _C.c.number,
        _C.c.group_id,
        _GU.c.kinship,
    )
    .outerjoin(_GU, _GU.c.membership_id == _M.c.id)
    .outerjoin(_C, and_(_C.c.id == _GU.c.child_id, _C.c.left_at.is_(None)))
    .where(
        _M.c.person_id.in_(bindparam("people", expanding=True)),
        _M.c.organisation_id == bindparam("organisation_id"),
        _M.c.role.in_([Role.PARENT.value, Role.PARTNER.value]),
        _M.c.ended_at.is_(None),
    )
    .order_by(_M.c.id, _C.c.number)
)
_NUMBERS = select(_C.c.id, _C.c.number).where(
    _C.c.organisation_id == bindparam("organisation_id"),
    _C.c.id.in_(bindparam("child_ids", expanding=True)),
)
_WITHOUT_PHONE = (
    select(*_C.c)
    .where(
        _C.c.organisation_id == bindparam("organisation_id"),
        _C.c.group_id == bindparam("group_id"),
        _C.c.left_at.is_(None),
        ~exists()
        .where(_GU.c.child_id == _C.c.id, _M.c.id == _GU.c.membership_id, _M.c.ended_at.is_(None))
        .correlate(_C),
    )
    .order_by(_C.c.number)
    .limit(bindparam("limit"))
    .offset(bindparam("offset"))
)
_TEACHERS = (
    select(_M.c.person_id)
    .join(_T, _T.c.membership_id == _M.c.id)
    .where(
        _T.c.organisation_id == bindparam("organisation_id"),
        _T.c.group_id == bindparam("group_id"),
        or_(_T.c.starts_on.is_(None), _T.c.starts_on <= bindparam("day")),
        or_(_T.c.ends_on.is_(None), _T.c.ends_on >= bindparam("day")),
        _M.c.ended_at.is_(None),
    )
    .order_by(_M.c.id)
)

TOLD_TO_STAFF = (
    NoticeKind.GUEST_APPLIED,
    NoticeKind.GUEST_DETAILED,
    NoticeKind.GUEST_READY,
    NoticeKind.GUEST_GAVE_BACK,
    NoticeKind.GUEST_REMINDER,
    NoticeKind.GUEST_AFTER,
    NoticeKind.GUEST_FOLLOW_UP,
    NoticeKind.GUEST_CHANGED,
    NoticeKind.GUEST_MOVED_VISIT,
    NoticeKind.GUEST_MOVE_ANSWERED,
    NoticeKind.GUEST_UNREAD,
    NoticeKind.GUEST_WRITTEN,
)
"""What teachers hear of visits and would not hear again; who waits for an answer is found by the visit."""
_N = table(NoticeRow)
_UNSENT_TO = (
    select(
        _N.c.kind,
        _N.c.organisation_id,
        _N.c.dedupe_key,
        _N.c.due_at,
        _N.c.expires_at,
        _N.c.urgency,
        _N.c.params,
        _N.c.subject,
    )
    .where(
        _N.c.person_id == bindparam("person_id"),
        _N.c.kind.in_([kind.value for kind in TOLD_TO_STAFF]),
        UNSENT,
    )
    .order_by(_N.c.id)
)


class GuestPeople:
    """Questions over guests, families and teachers."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def shown(self, organisation: Organisation, visits: Iterable[Visit]) -> dict[VisitId, ShownAdult]:
        """The guests of visits as staff may see them (rule 9); nobody for a visit whose guest has left."""
        here = list(visits)
        people = await self._adults(
            organisation, {(visit.guest_id, visit.group_id) for visit in here if visit.guest_id is not None}
        )
        numbers = await self._numbers(organisation.id, here)
        found: dict[VisitId, ShownAdult] = {}
        for visit in here:
            if visit.entered:
                role = Role.PARTNER if visit.child_id is None else Role.PARENT
                codes = () if visit.child_id is None else (numbers[visit.child_id],)
                found[visit.id] = ShownAdult(role, organisation.kind, numbers=codes)
            elif visit.guest_id is not None and (visit.guest_id, visit.group_id) in people:
                found[visit.id] = people[visit.guest_id, visit.group_id]
        return found

    async def shown_in(
        self, organisation: Organisation, wanted: Collection[tuple[PersonId, GroupId]]
    ) -> dict[tuple[PersonId, GroupId], ShownAdult]:
        """Guests with phones as the staff of these groups may see them: with the numbers of their children there."""
        return await self._adults(organisation, set(wanted))

    async def without_phone(
        self, organisation_id: OrganisationId, group_id: GroupId, *, limit: int, offset: int
    ) -> list[Child]:
        """Children of a group none of whose adults is in the bot, by number."""
        rows = await self._connection.execute(
            _WITHOUT_PHONE,
            {"organisation_id": organisation_id, "group_id": group_id, "limit": limit, "offset": offset},
        )
        return [child_of(row) for row in rows.mappings()]

    async def _numbers(self, organisation_id: OrganisationId, visits: Iterable[Visit]) -> dict[ChildId, int]:
        """The codes of the families for which visits were entered."""
        wanted = {visit.child_id for visit in visits if visit.child_id is not None}
        if not wanted:
            return {}
        rows = await self._connection.execute(
            _NUMBERS, {"organisation_id": organisation_id, "child_ids": sorted(wanted)}
        )
        return {ChildId(row.id): row.number for row in rows}

    async def _adults(
        self, organisation: Organisation, wanted: set[tuple[PersonId, GroupId]]
    ) -> dict[tuple[PersonId, GroupId], ShownAdult]:
        """Guests with phones: with the numbers of their children in the visited group."""
        if not wanted:
            return {}
        rows = await self._connection.execute(
            _GUESTS, {"organisation_id": organisation.id, "people": sorted({one for one, _ in wanted})}
        )
        roles: dict[int, dict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for row in rows.mappings():
            roles[row["person_id"]][row["id"]].append(row)
        found: dict[tuple[PersonId, GroupId], ShownAdult] = {}
        for person_id, group_id in wanted:
            held = [_role(some, organisation, group_id) for some in roles[person_id].values()]
            # somebody who is both comes as a parent to the own child's group, elsewhere as a partner
            held.sort(key=lambda one: (not one.children, one.role is Role.PARENT))
            if held:
                found[person_id, group_id] = shown_adult(held[0], organisation)
        return found

    async def teachers(
        self, organisation_id: OrganisationId, group_id: GroupId, day: date
    ) -> tuple[PersonId, ...]:
        """Who answers for the group on a day, substitutes among them."""
        rows = await self._connection.scalars(
            _TEACHERS, {"organisation_id": organisation_id, "group_id": group_id, "day": day}
        )
        return tuple(dict.fromkeys(PersonId(row) for row in rows))

    async def unsent_to(self, person_id: PersonId) -> tuple[NoticeDraft, ...]:
        """What waits to be told to somebody of visits, as it was put."""
        rows = await self._connection.execute(_UNSENT_TO, {"person_id": person_id})
        return tuple(
            NoticeDraft(
                NoticeKind(row.kind),
                person_id,
                None if row.organisation_id is None else OrganisationId(row.organisation_id),
                row.dedupe_key,
                due_at=row.due_at,
                expires_at=row.expires_at,
                urgency=Urgency(row.urgency),
                params=row.params,
                subject=row.subject,
            )
            for row in rows
        )


def _role(rows: list[Any], organisation: Organisation, group_id: GroupId) -> Membership:
    """A role of a guest, with their children in the visited group only."""
    first = rows[0]
    return Membership(
        MembershipId(first["id"]),
        PersonId(first["person_id"]),
        organisation,
        Role(first["role"]),
        name=first["name"],
        title=first["title"],
        children=tuple(
            Guardianship(ChildId(row["child_id"]), row["number"], group_id, Kinship(row["kinship"]))
            for row in rows
            if row["child_id"] is not None and row["group_id"] == group_id
        ),
    )
