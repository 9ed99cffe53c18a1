"""Invitations to be the guest of a group, and guests who came, as lines of an evening summary or of a word to an author."""

from collections.abc import Collection

from sqlalchemy import and_, bindparam, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import (
    ChildRow,
    GroupRow,
    GuardianshipRow,
    GuestOpeningRow,
    GuestSlotRow,
    GuestVisitRow,
    MembershipRow,
    NoticeRow,
)
from db.models.base import table
from db.personal_guests import UNNAMED
from domain.clock import Clock
from domain.delivery import OpeningLine, WayHomeLine
from domain.events import GroupLabel
from domain.guest_notices import subject_of, subject_of_opening
from domain.guests import VisitStatus
from domain.ids import GroupId, NoticeId, OpeningId, OrganisationId, PersonId, VisitId
from domain.notices import NoticeKind
from domain.people import Role

_O, _S, _G, _N = table(GuestOpeningRow), table(GuestSlotRow), table(GroupRow), table(NoticeRow)
_V, _C, _GU, _M = table(GuestVisitRow), table(ChildRow), table(GuardianshipRow), table(MembershipRow)
_VISITS = subject_of(VisitId(0)).removesuffix("0")
_SUBJECTS = subject_of_opening(OpeningId(0)).removesuffix("0")
_FREE = and_(
    _S.c.opening_id == _O.c.id,
    _S.c.visit_id.is_(None),
    _S.c.withdrawn_at.is_(None),
    _S.c.starts_at > bindparam("now"),
)
_LINES = (
    select(
        _O.c.id,
        _O.c.organisation_id,
        _O.c.group_id,
        _G.c.name,
        _G.c.emoji,
        select(func.count()).select_from(_S).where(_FREE).correlate(_O).scalar_subquery().label("dates"),
    )
    .join(_G, _G.c.id == _O.c.group_id)
    .where(_O.c.id.in_(bindparam("opening_ids", expanding=True)))
    .order_by(_G.c.sort_key, _O.c.id)
)
_HELD = select(_N.c.subject).where(
    _N.c.summary_id == bindparam("summary_id"), _N.c.subject.like(f"{_SUBJECTS}%")
)

_GUESTS = (
    select(_V.c.id, _V.c.group_id, _V.c.profession, _G.c.name, _G.c.emoji)
    .join(_G, _G.c.id == _V.c.group_id)
    .where(
        _V.c.id.in_(bindparam("visit_ids", expanding=True)),
        _V.c.status == VisitStatus.HELD.value,
        exists()
        .where(
            _M.c.person_id == bindparam("person_id"),
            _M.c.organisation_id == _V.c.organisation_id,
            _M.c.role == Role.PARENT.value,
            _M.c.ended_at.is_(None),
            _GU.c.membership_id == _M.c.id,
            _C.c.id == _GU.c.child_id,
            _C.c.group_id == _V.c.group_id,
            _C.c.left_at.is_(None),
        )
        .correlate(_V),
    )
    .order_by(_V.c.id)
)
_GUESTS_HELD = select(_N.c.subject).where(
    _N.c.summary_id == bindparam("summary_id"), _N.c.kind == NoticeKind.GUEST_WAY_HOME.value
)


class GuestSummaries:
    """Questions of the delivery."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def held(self, summary_id: NoticeId) -> list[OpeningLine]:
        """The invitations that an evening summary took along, of which dates are still free."""
        subjects = await self._connection.scalars(_HELD, {"summary_id": summary_id})
        openings = {OpeningId(int(subject.removeprefix(_SUBJECTS))) for subject in subjects if subject}
        return [line for line in await self._lines(openings) if line.dates]

    async def guests(self, summary_id: NoticeId, person_id: PersonId) -> list[WayHomeLine]:
        """The guests whose visits an evening summary took along, of groups where the person has a child."""
        subjects = await self._connection.scalars(_GUESTS_HELD, {"summary_id": summary_id})
        visits = {int(subject.removeprefix(_VISITS)) for subject in subjects if subject}
        if not visits:
            return []
        keys = {"visit_ids": sorted(visits), "person_id": person_id}
        return [
            WayHomeLine(
                VisitId(row.id),
                GroupLabel(GroupId(row.group_id), row.name, row.emoji),
                None if row.profession == UNNAMED else row.profession,
            )
            for row in await self._connection.execute(_GUESTS, keys)
        ]

    async def line(self, organisation_id: OrganisationId, opening_id: OpeningId) -> OpeningLine | None:
        """An opening of the organisation, free dates or not."""
        found = await self._lines({opening_id})
        return next((line for line in found if line.organisation_id == organisation_id), None)

    async def _lines(self, openings: Collection[OpeningId]) -> list[OpeningLine]:
        if not openings:
            return []
        rows = await self._connection.execute(
            _LINES, {"opening_ids": sorted(openings), "now": self._clock.now()}
        )
        return [
            OpeningLine(
                OpeningId(row.id),
                OrganisationId(row.organisation_id),
                GroupLabel(GroupId(row.group_id), row.name, row.emoji),
                row.dates,
            )
            for row in rows
        ]
