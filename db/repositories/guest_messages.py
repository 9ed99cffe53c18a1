"""Messages between guests and the teachers of groups."""

from datetime import datetime

from sqlalchemy import RowMapping, bindparam, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import GuestMessageRow, PersonRow
from db.models.base import table
from domain.clock import Clock
from domain.guest_messages import GuestMessage
from domain.guests import Visit
from domain.ids import GuestMessageId, OrganisationId, PersonId

_M, _P = table(GuestMessageRow), table(PersonRow)
_COLUMNS = (_M.c.id, _M.c.author_id, _M.c.from_guest, _M.c.text, _M.c.sent_at)
_OF_VISIT = (
    _M.c.visit_id == bindparam("visit_id"),
    _M.c.organisation_id == bindparam("organisation_id"),
)
_LATEST = (
    select(*_COLUMNS)
    .where(*_OF_VISIT)
    .order_by(_M.c.sent_at.desc(), _M.c.id.desc())
    .limit(bindparam("limit"))
)
_FIND = select(*_COLUMNS).where(*_OF_VISIT, _M.c.id == bindparam("message_id"))
_SINCE = (
    select(func.count())
    .select_from(_M)
    .where(*_OF_VISIT, _M.c.sent_at >= bindparam("since"), _M.c.from_guest == bindparam("of_guest"))
)
_OPEN = select(_P.c.id).where(_P.c.id == bindparam("guest_id"), _P.c.chat_closed_at.is_(None))


class GuestMessages:
    """Finds and writes messages; whoever writes one holds the row of the group."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def latest(self, visit: Visit, limit: int) -> tuple[GuestMessage, ...]:
        """The latest messages about a visit, the oldest of them first."""
        rows = await self._connection.execute(_LATEST, {**_keys(visit), "limit": limit})
        return tuple(reversed([_message_of(row) for row in rows.mappings()]))

    async def find(self, visit: Visit, message_id: GuestMessageId) -> GuestMessage | None:
        """A message about a visit."""
        rows = await self._connection.execute(_FIND, {**_keys(visit), "message_id": message_id})
        row = rows.mappings().one_or_none()
        return None if row is None else _message_of(row)

    async def count_since(self, visit: Visit, since: datetime, *, from_guest: bool) -> int:
        """How many messages one side has written about a visit since a moment."""
        rows = await self._connection.execute(
            _SINCE, {**_keys(visit), "since": since, "of_guest": from_guest}
        )
        return int(rows.scalar_one())

    async def reaches_guest(self, visit: Visit) -> bool:
        """Whether the guest has not closed the bot."""
        rows = await self._connection.execute(_OPEN, {"guest_id": visit.guest_id})
        return rows.scalar_one_or_none() is not None

    async def write(
        self, visit: Visit, author_id: PersonId, text: str, *, from_guest: bool
    ) -> GuestMessageId:
        """Keep a message."""
        made = await self._connection.execute(
            insert(_M)
            .values(
                organisation_id=visit.organisation_id,
                visit_id=visit.id,
                author_id=author_id,
                from_guest=from_guest,
                text=text,
                sent_at=self._clock.now(),
            )
            .returning(_M.c.id)
        )
        return GuestMessageId(made.scalar_one())

    async def forget(self, organisation_id: OrganisationId, author_id: PersonId) -> None:
        """Somebody has left the organisation: their words go."""
        await self._connection.execute(
            delete(_M).where(_M.c.author_id == author_id, _M.c.organisation_id == organisation_id)
        )


def _keys(visit: Visit) -> dict[str, int]:
    return {"visit_id": visit.id, "organisation_id": visit.organisation_id}


def _message_of(row: RowMapping) -> GuestMessage:
    return GuestMessage(
        GuestMessageId(row["id"]),
        PersonId(row["author_id"]),
        row["from_guest"],
        row["text"],
        row["sent_at"],
    )
