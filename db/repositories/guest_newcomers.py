"""Dates for guests that somebody who has just joined a group has not heard of."""

from datetime import datetime

from sqlalchemy import String, bindparam, cast, exists, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.heard import may_be_heard
from db.models import GuestOpeningRow, GuestSlotRow, NoticeRow
from db.models.base import table
from domain.guest_notices import subject_of_opening
from domain.ids import GroupId, OpeningId, OrganisationId, PersonId
from domain.notices import NoticeKind

_O, _S, _N = table(GuestOpeningRow), table(GuestSlotRow), table(NoticeRow)
_SUBJECTS = subject_of_opening(OpeningId(0)).removesuffix("0")
_INVITED = (
    exists()
    .where(
        _N.c.subject == literal(_SUBJECTS, String).concat(cast(_O.c.id, String)),
        _N.c.person_id == bindparam("person_id"),
        _N.c.kind == NoticeKind.GUESTS_INVITED.value,
        may_be_heard(_N.c),
    )
    .correlate(_O)
)
_UNHEARD = (
    select(_O.c.id, func.max(_S.c.starts_at).label("last"), _INVITED.label("invited"))
    .join(_S, _S.c.opening_id == _O.c.id)
    .where(
        _S.c.organisation_id == bindparam("organisation_id"),
        _S.c.group_id == bindparam("group_id"),
        _S.c.withdrawn_at.is_(None),
        _S.c.visit_id.is_(None),
        _S.c.starts_at > bindparam("after"),
        _O.c.named.is_(False),
    )
    .group_by(_O.c.id)
    .order_by(_O.c.id.desc())
    .limit(1)
)


class GuestNewcomers:
    """A question about a newcomer to a group and the dates that were opened before."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def unheard(
        self, organisation_id: OrganisationId, group_id: GroupId, person_id: PersonId, *, after: datetime
    ) -> tuple[OpeningId, datetime] | None:
        """The latest opening with free dates, and its last free date; None when the person was invited to it.

        Whoever was, has heard of the earlier ones, too: by their own invitations, or by this one.
        """
        rows = await self._connection.execute(
            _UNHEARD,
            {
                "organisation_id": organisation_id,
                "group_id": group_id,
                "person_id": person_id,
                "after": after,
            },
        )
        row = rows.one_or_none()
        return None if row is None or row.invited else (OpeningId(row.id), row.last)
