"""How far the messages about an event or an announcement have come, for its author."""

from collections.abc import Collection, Iterable

from sqlalchemy import and_, distinct, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import ChildRow, GroupRow, GuardianshipRow, MembershipRow, NoticeRow, PersonRow
from db.models.base import table
from db.plans import linear
from db.repositories.outbox_rows import CHAT_CLOSED
from db.unsent import UNSENT
from domain.events import GroupLabel
from domain.ids import GroupId, OrganisationId, PersonId
from domain.notices import NoticeKind, NoticeStatus

_N, _P = table(NoticeRow).c, table(PersonRow).c
_C, _GU, _M = table(ChildRow).c, table(GuardianshipRow).c, table(MembershipRow).c
_G = table(GroupRow).c


class CampaignReads:
    """Questions of an author over the outbox."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def errors(self, organisation_id: OrganisationId, subject: str) -> dict[str | None, int]:
        """Why messages never arrived, as the outbox has noted it; closed chats are not among them."""
        rows = await self._connection.execute(
            select(_N.last_error, func.count())
            .where(
                _N.subject == subject,
                _N.organisation_id == organisation_id,
                _N.status == NoticeStatus.FAILED.value,
                _N.last_error.is_distinct_from(CHAT_CLOSED),
            )
            .group_by(_N.last_error)
        )
        return {row[0]: row[1] for row in rows}

    async def closed_in(
        self, organisation_id: OrganisationId, group_ids: Collection[GroupId], subject: str
    ) -> tuple[tuple[GroupLabel, int], ...]:
        """Those of the groups with adults whose chat is closed, and how many; by name."""
        closed = (
            select(_N.person_id)
            .where(
                _N.subject == subject,
                _N.organisation_id == organisation_id,
                _N.status == NoticeStatus.FAILED.value,
                _N.last_error == CHAT_CLOSED,
            )
            .distinct()
            .subquery()
        )
        async with linear(self._connection):
            rows = await self._connection.execute(
                select(_G.id, _G.name, _G.emoji, func.count(distinct(_M.person_id)))
                .select_from(closed)
                .join(table(MembershipRow), _M.person_id == closed.c.person_id)
                .join(table(GuardianshipRow), _GU.membership_id == _M.id)
                .join(table(ChildRow), and_(_C.id == _GU.child_id, _C.left_at.is_(None)))
                .join(table(GroupRow), _G.id == _C.group_id)
                .where(
                    _C.group_id.in_(sorted(group_ids)),
                    _M.organisation_id == organisation_id,
                    _M.ended_at.is_(None),
                )
                .group_by(_G.id, _G.name, _G.emoji, _G.sort_key)
                .order_by(_G.sort_key, _G.id)
            )
            found = rows.all()
        return tuple((GroupLabel(GroupId(row[0]), row[1], row[2]), row[3]) for row in found)

    async def count_unsent(
        self, organisation_id: OrganisationId, subject: str, kinds: Iterable[NoticeKind]
    ) -> int:
        """Messages of these kinds that nobody has got yet, and that are not on their way."""
        counted = await self._connection.execute(
            select(func.count())
            .select_from(table(NoticeRow))
            .where(
                _N.subject == subject,
                _N.organisation_id == organisation_id,
                _N.kind.in_([kind.value for kind in kinds]),
                UNSENT,
            )
        )
        return counted.scalar_one()

    async def reader_of(self, chat_id: int) -> tuple[PersonId, str] | None:
        """Whose chat it is, and the locale they read."""
        row = (
            await self._connection.execute(
                select(_P.id, _P.locale).where(_P.chat_id == chat_id, _P.chat_closed_at.is_(None))
            )
        ).first()
        return None if row is None else (PersonId(row[0]), row[1])
