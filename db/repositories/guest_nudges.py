"""Openings whose dates stay free though their day is near: found once, with whoever has not answered."""

from datetime import date, datetime

from sqlalchemy import bindparam, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.audience import Audience
from db.models import (
    ChildRow,
    GuardianshipRow,
    GuestOpeningPartnerRow,
    GuestOpeningRow,
    GuestPauseRow,
    GuestQueueRow,
    GuestSlotRow,
    GuestVisitRow,
    MembershipRow,
)
from db.models.base import table
from db.partial import stands_in
from domain.guests import ACTIVE, Opening
from domain.ids import GroupId, OpeningId, OrganisationId, PersonId
from domain.people import Role

_O, _S, _V = table(GuestOpeningRow), table(GuestSlotRow), table(GuestVisitRow)
_Q, _PAUSE = table(GuestQueueRow), table(GuestPauseRow)
_P, _M, _GU, _C = table(GuestOpeningPartnerRow), table(MembershipRow), table(GuardianshipRow), table(ChildRow)
_MINE, _OF_MINE = _M.alias("mine"), _GU.alias("of_mine")
_DUE = (
    select(_O.c.id, _O.c.organisation_id, _O.c.group_id, _O.c.author_person_id, _O.c.wish, _O.c.named)
    .distinct()
    .join(_S, _S.c.opening_id == _O.c.id)
    .where(
        _S.c.visit_id.is_(None),
        _S.c.withdrawn_at.is_(None),
        _S.c.starts_at > bindparam("since"),
        _S.c.starts_at <= bindparam("until"),
        _O.c.nudged_at.is_(None),
        _O.c.created_at <= bindparam("opened_before"),
    )
    .order_by(_O.c.id)
    .limit(bindparam("limit"))
)
_MARK = (
    update(_O)
    .where(
        _O.c.id == bindparam("opening"),
        _O.c.organisation_id == bindparam("organisation"),
        _O.c.nudged_at.is_(None),
    )
    .values(nudged_at=bindparam("now"))
)


class GuestNudges:
    """Finds what waits for a nudge, and remembers that it was given."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def due(
        self, *, since: datetime, until: datetime, opened_before: datetime, limit: int
    ) -> list[Opening]:
        """Openings of before with a free date in (since, until] that nobody was reminded of."""
        rows = await self._connection.execute(
            _DUE, {"since": since, "until": until, "opened_before": opened_before, "limit": limit}
        )
        return [
            Opening(
                OpeningId(row.id),
                OrganisationId(row.organisation_id),
                GroupId(row.group_id),
                PersonId(row.author_person_id),
                row.wish,
                row.named,
            )
            for row in rows
        ]

    async def mark(self, opening: Opening, now: datetime) -> bool:
        """Remember it; False when it was done already."""
        done = await self._connection.execute(
            _MARK, {"opening": opening.id, "organisation": opening.organisation_id, "now": now}
        )
        return done.rowcount == 1

    def silent(self, families: Audience, opening: Opening, today: date) -> Audience:
        """Of those who were invited, with the partners: nobody who has applied, waits in the queue, or said no.

        One adult applies, or waits, for the whole family; so does a visit that staff have entered for it.
        """
        partners = (
            select(_M.c.person_id)
            .join(_P, _P.c.membership_id == _M.c.id)
            .where(
                _P.c.opening_id == opening.id,
                _P.c.organisation_id == opening.organisation_id,
                _M.c.role == Role.PARTNER.value,
                _M.c.ended_at.is_(None),
            )
        )
        invited = families.people.union(partners).subquery()
        who = invited.c.person_id
        of_opening = select(_S.c.id).where(_S.c.opening_id == opening.id)
        applied = (
            _V.c.group_id == opening.group_id,
            stands_in(_V.c.status, *sorted(ACTIVE)) | _V.c.slot_id.in_(of_opening),
        )
        waits = _Q.c.group_id == opening.group_id
        of_family = (
            _MINE.c.person_id == who,
            _OF_MINE.c.membership_id == _MINE.c.id,
            _C.c.id == _OF_MINE.c.child_id,
            _C.c.group_id == opening.group_id,
        )
        answered = (
            exists().where(_V.c.guest_id == who, *applied),
            exists().where(_Q.c.guest_id == who, waits),
            exists().where(*of_family, exists().where(_V.c.child_id == _C.c.id, *applied)),
            exists().where(
                *of_family,
                _GU.c.child_id == _C.c.id,
                _M.c.id == _GU.c.membership_id,
                _M.c.ended_at.is_(None),
                exists().where(_V.c.guest_id == _M.c.person_id, *applied)
                | exists().where(_Q.c.guest_id == _M.c.person_id, waits),
            ),
            exists().where(
                _PAUSE.c.person_id == who,
                _PAUSE.c.group_id == opening.group_id,
                _PAUSE.c.until_day >= today,
            ),
        )
        return Audience(select(who).where(*(~one for one in answered)), families.children)
