"""Groups and channels of the messenger in which organisations announce their events."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, Select, and_, delete, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import BoundChatRow, EventPostRow, GroupRow
from db.models.base import table
from db.upsert import upsert
from domain.clock import Clock
from domain.events import GroupLabel
from domain.ids import BoundChatId, GroupId, OrganisationId, PersonId
from domain.posts import BoundChat, ChatKind, ChatLine, Lost, SharedChat

_CHATS = table(BoundChatRow)
_C, _G = _CHATS.c, table(GroupRow).c


class BoundChats:
    """Finds, binds, moves and lets go of chats."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def page(
        self,
        organisation_id: OrganisationId,
        reached: Collection[GroupId] | None,
        *,
        limit: int,
        offset: int = 0,
    ) -> list[ChatLine]:
        """Chats of these groups (None: all, and those of the whole organisation, which come first)."""
        return await self._lines(
            _lines()
            .where(
                _C.organisation_id == organisation_id,
                true() if reached is None else _C.group_id.in_(sorted(reached)),
            )
            .order_by(_C.group_id.is_not(None), _C.title, _C.id)
            .limit(limit)
            .offset(offset)
        )

    async def find(self, organisation_id: OrganisationId, chat_id: BoundChatId) -> ChatLine | None:
        """One chat of the organisation."""
        found = await self._lines(_lines().where(_C.organisation_id == organisation_id, _C.id == chat_id))
        return found[0] if found else None

    async def by_number(self, number: int) -> BoundChat | None:
        """The chat with this number in the messenger, whoever has bound it."""
        found = await self._lines(_lines().where(_C.chat_id == number))
        return found[0].chat if found else None

    async def bind(
        self, organisation_id: OrganisationId, group_id: GroupId | None, shared: SharedChat, by: PersonId
    ) -> BoundChatId | None:
        """Write a chat down; None when somebody has it already."""
        made = await self._connection.execute(
            upsert(self._connection, _CHATS)
            .values(
                organisation_id=organisation_id, chat_id=shared.chat_id, **self._bound(group_id, shared, by)
            )
            .on_conflict_do_nothing()
            .returning(_C.id)
        )
        number = made.scalar_one_or_none()
        return None if number is None else BoundChatId(number)

    async def rebind(
        self,
        organisation_id: OrganisationId,
        chat_id: BoundChatId,
        group_id: GroupId | None,
        shared: SharedChat,
        by: PersonId,
    ) -> None:
        """The same chat once more: for another group, or after it was lost."""
        await self._connection.execute(
            update(_CHATS)
            .where(_C.organisation_id == organisation_id, _C.id == chat_id)
            .values(lost_at=None, lost_why=None, **self._bound(group_id, shared, by))
        )

    async def unbind(self, organisation_id: OrganisationId, chat_id: BoundChatId) -> bool:
        """Let a chat go, with what is known of posts there; False when it was gone before."""
        posts = table(EventPostRow)
        await self._connection.execute(
            delete(posts).where(posts.c.organisation_id == organisation_id, posts.c.bound_chat_id == chat_id)
        )
        gone = await self._connection.execute(
            delete(_CHATS).where(_C.organisation_id == organisation_id, _C.id == chat_id)
        )
        return gone.rowcount == 1

    async def lose(self, number: int, why: Lost) -> BoundChat | None:
        """The bot can post there no longer; None when that is known, or the chat is nobody's."""
        lost = await self._connection.execute(
            update(_CHATS)
            .where(_C.chat_id == number, _C.lost_at.is_(None))
            .values(lost_at=self._clock.now(), lost_why=why.value)
        )
        return await self.by_number(number) if lost.rowcount else None

    async def regain(self, number: int) -> None:
        """The bot may post there again."""
        await self._connection.execute(
            update(_CHATS)
            .where(_C.chat_id == number, _C.lost_at.is_not(None))
            .values(lost_at=None, lost_why=None)
        )

    async def move(self, old: int, new: int) -> BoundChat | None:
        """A group became a supergroup, which was perhaps bound anew already; None when it is nobody's."""
        known = await self.by_number(old)
        if known is None:
            return None
        if await self.by_number(new) is not None:
            return await self.lose(old, Lost.REMOVED)
        await self._connection.execute(
            update(_CHATS)
            .where(_C.chat_id == old)
            .values(chat_id=new, kind=ChatKind.SUPERGROUP.value, lost_at=None, lost_why=None)
        )
        return await self.by_number(new)

    def _bound(self, group_id: GroupId | None, shared: SharedChat, by: PersonId) -> dict[str, Any]:
        return {
            "group_id": group_id,
            "kind": shared.kind.value,
            "title": shared.title,
            "bound_by": by,
            "bound_at": self._clock.now(),
        }

    async def _lines(self, query: Executable) -> list[ChatLine]:
        rows = await self._connection.execute(query)
        return [line_of(row) for row in rows.mappings()]


CHAT_COLUMNS = (
    *(_C.id, _C.organisation_id, _C.group_id, _C.chat_id, _C.kind, _C.title),
    *(_C.bound_by, _C.lost_at, _C.lost_why, _G.name, _G.emoji),
)
"""What `line_of` reads; the group's own come by an outer join."""


def line_of(row: Any) -> ChatLine:
    """A row as the domain knows it."""
    lost_at: datetime | None = row["lost_at"]
    group_id = None if row["group_id"] is None else GroupId(row["group_id"])
    chat = BoundChat(
        id=BoundChatId(row["id"]),
        organisation_id=OrganisationId(row["organisation_id"]),
        group_id=group_id,
        chat_id=row["chat_id"],
        kind=ChatKind(row["kind"]),
        title=row["title"],
        bound_by=PersonId(row["bound_by"]),
        lost_at=lost_at,
        lost_why=None if row["lost_why"] is None else Lost(row["lost_why"]),
    )
    return ChatLine(chat, None if group_id is None else GroupLabel(group_id, row["name"], row["emoji"]))


def of_event(organisation_id: OrganisationId, group_ids: Collection[GroupId]) -> Any:
    """Which chats hear of an event of these groups."""
    return and_(
        _C.organisation_id == organisation_id,
        or_(_C.group_id.is_(None), _C.group_id.in_(sorted(group_ids))),
    )


def _lines() -> Select[Any]:
    return select(*CHAT_COLUMNS).outerjoin_from(_CHATS, table(GroupRow), _G.id == _C.group_id)
