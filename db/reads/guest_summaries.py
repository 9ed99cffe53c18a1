"""Invitations to be the guest of a group as lines: of an evening summary, or of a word to their author."""

from collections.abc import Collection

from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import GroupRow, GuestOpeningRow, GuestSlotRow, NoticeRow
from db.models.base import table
from domain.clock import Clock
from domain.delivery import OpeningLine
from domain.events import GroupLabel
from domain.guest_notices import subject_of_opening
from domain.ids import GroupId, NoticeId, OpeningId, OrganisationId

_O, _S, _G, _N = table(GuestOpeningRow), table(GuestSlotRow), table(GroupRow), table(NoticeRow)
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
