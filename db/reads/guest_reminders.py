"""Visits that somebody is to be reminded of, or asked about."""

from datetime import datetime, timedelta

from sqlalchemy import RowMapping, and_, bindparam, exists, or_
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import GuestFollowUpRow, GuestSlotRow, GuestVisitRow, OrganisationRow
from db.models.base import table
from db.partial import stands_in
from db.repositories.guest_visits import VISITS, visit_of
from db.repositories.organisations import organisation_of
from domain.guest_follow_ups import REMINDED_ON, VisitToFollow
from domain.guest_reminders import DAY, VisitToRemind
from domain.guests import AGREED, VisitStatus
from domain.ids import VisitId
from domain.people import Organisation

_S, _V, _O = table(GuestSlotRow), table(GuestVisitRow), table(OrganisationRow)
_U = table(GuestFollowUpRow)
_OF_ORGANISATION = "here_"
_OVER = and_(
    _S.c.starts_at <= bindparam("now"), or_(_V.c.asked_for.is_(None), _V.c.asked_for != _S.c.starts_at)
)
_NEAR = and_(
    _S.c.starts_at > bindparam("now"), or_(_V.c.reminded_for.is_(None), _V.c.reminded_for != _S.c.starts_at)
)
_VERY_NEAR = and_(
    _S.c.starts_at > bindparam("now"),
    _S.c.starts_at <= bindparam("soon"),
    or_(_V.c.hours_reminded_for.is_(None), _V.c.hours_reminded_for != _S.c.starts_at),
)
_UNADVISED = and_(_S.c.starts_at > bindparam("now"), _V.c.advised_for.is_(None), _V.c.guest_id.is_not(None))
_TO_REMIND = (
    VISITS.add_columns(
        _V.c.updated_at,
        _V.c.reminded_for,
        _V.c.hours_reminded_for,
        _V.c.asked_for,
        _V.c.advised_for,
        *(column.label(f"{_OF_ORGANISATION}{column.key}") for column in _O.c),
    )
    .join(_O, _O.c.id == _V.c.organisation_id)
    .where(
        _S.c.visit_id.is_not(None),
        _S.c.visit_id == _V.c.id,
        _S.c.starts_at >= bindparam("after"),
        _S.c.starts_at <= bindparam("until"),
        stands_in(_V.c.status, *sorted(AGREED)),
        or_(_OVER, _NEAR, _VERY_NEAR, _UNADVISED),
        or_(
            _S.c.starts_at > bindparam("after"),
            and_(_S.c.starts_at == bindparam("after"), _V.c.id > bindparam("after_visit")),
        ),
    )
    .order_by(_S.c.starts_at, _V.c.id)
    .limit(bindparam("limit"))
)
_TO_FOLLOW = (
    VISITS.add_columns(
        _V.c.updated_at,
        _V.c.follow_up_told,
        *(column.label(f"{_OF_ORGANISATION}{column.key}") for column in _O.c),
    )
    .join(_O, _O.c.id == _V.c.organisation_id)
    .where(
        _S.c.visit_id.is_not(None),
        _S.c.visit_id == _V.c.id,
        _S.c.starts_at > bindparam("since"),
        _S.c.starts_at <= bindparam("until"),
        stands_in(_V.c.status, VisitStatus.HELD),
        or_(
            _V.c.follow_up_told.is_(None),
            and_(_V.c.follow_up_told < max(REMINDED_ON), _S.c.starts_at <= bindparam("again")),
        ),
        ~exists().where(_U.c.visit_id == _V.c.id),
    )
    .order_by(_S.c.starts_at, _V.c.id)
    .limit(bindparam("limit"))
)


class GuestReminderReads:
    """Questions of the tick."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def near(
        self, now: datetime, *, after: tuple[datetime, VisitId], until: datetime, limit: int
    ) -> list[VisitToRemind]:
        """Visits that were agreed upon, by start, with something still to be put out: the next ones behind `after`."""
        begin, visit_id = after
        moments = {"now": now, "soon": now + timedelta(hours=DAY), "after": begin, "until": until}
        rows = await self._connection.execute(
            _TO_REMIND, {**moments, "after_visit": visit_id, "limit": limit}
        )
        return [
            VisitToRemind(
                visit_of(row),
                _organisation(row),
                row["updated_at"],
                reminded=row["reminded_for"] == row["starts_at"],
                hours_reminded=row["hours_reminded_for"] == row["starts_at"],
                asked=row["asked_for"] == row["starts_at"],
                advised=row["advised_for"] is not None,
            )
            for row in rows.mappings()
        ]

    async def to_follow_up(
        self, *, since: datetime, until: datetime, again: datetime, limit: int
    ) -> list[VisitToFollow]:
        """Visits held in (since, until] after which nothing was ticked, and nobody was reminded yet.

        Of those held until `again` the teachers are reminded once more.
        """
        rows = await self._connection.execute(
            _TO_FOLLOW, {"since": since, "until": until, "again": again, "limit": limit}
        )
        return [
            VisitToFollow(visit_of(row), _organisation(row), row["updated_at"], row["follow_up_told"])
            for row in rows.mappings()
        ]


def _organisation(row: RowMapping) -> Organisation:
    return organisation_of({column.key: row[f"{_OF_ORGANISATION}{column.key}"] for column in _O.c})
