"""Posts in bound chats: asked for, sent at most once, kept in step with the event or announcement they are about."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, String, and_, cast, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.event_rows import IS_ANNOUNCED
from db.models import AnnouncementRow, BoundChatRow, EventPostRow, EventRow, GroupRow
from db.models.base import table
from db.partial import stands_in
from db.repositories.bound_chats import CHAT_COLUMNS, line_of, of_event
from db.upsert import upsert
from domain.announcements import KEPT
from domain.clock import Clock
from domain.ids import BoundChatId, EventPostId, GroupId, OrganisationId
from domain.posts import AGAIN, EventPost, PostLine, PostStatus

WORTH_UPDATING = timedelta(days=3)
"""So long after a change its posts are still looked for; then nobody scrolls back to them."""

_POSTS = table(EventPostRow)
_P, _C, _E, _G = _POSTS.c, table(BoundChatRow).c, table(EventRow).c, table(GroupRow).c
_A = table(AnnouncementRow).c
_OUTSIDE = (
    *(_P.id, _P.organisation_id, _P.bound_chat_id, _C.chat_id, _P.subject, _P.status),
    *(_P.message_id, _P.version, _P.attempts),
)
_SETTLED = {"leased_until": None}


class EventPosts:
    """Finds and writes posts."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def about(
        self, organisation_id: OrganisationId, subject: str, group_ids: Collection[GroupId]
    ) -> list[PostLine]:
        """Every chat that may hear of what is for these groups, with what became of the post about it there."""
        rows = await self._connection.execute(
            select(*CHAT_COLUMNS, _P.status, _P.last_error)
            .outerjoin_from(table(BoundChatRow), table(GroupRow), _G.id == _C.group_id)
            .outerjoin(_POSTS, and_(_P.bound_chat_id == _C.id, _P.subject == subject))
            .where(of_event(organisation_id, group_ids))
            .order_by(_C.group_id.is_not(None), _C.title, _C.id)
        )
        return [
            PostLine(
                line_of(row),
                None if row["status"] is None else PostStatus(row["status"]),
                row["last_error"],
            )
            for row in rows.mappings()
        ]

    async def want(self, organisation_id: OrganisationId, subject: str, chat_id: BoundChatId) -> bool:
        """Ask for a post, or once more for one that has come to nothing; False when it is there or on its way."""
        wanted = {
            "status": PostStatus.WANTED.value,
            "due_at": self._clock.now(),
            "attempts": 0,
            "last_error": None,
        }
        made = await self._connection.execute(
            upsert(self._connection, _POSTS)
            .values(
                organisation_id=organisation_id,
                bound_chat_id=chat_id,
                subject=subject,
                **wanted,
            )
            .on_conflict_do_update(
                index_elements=[_P.bound_chat_id, _P.subject],
                set_={**wanted, "message_id": None, "leased_until": None},
                where=_P.status.in_([status.value for status in AGAIN]),
            )
        )
        return made.rowcount == 1

    async def due(self, limit: int) -> list[EventPost]:
        """Posts that are wanted and may be tried now, the oldest first."""
        return await self._some(
            _posts()
            .where(
                stands_in(_P.status, PostStatus.WANTED), _P.due_at <= self._clock.now(), _C.lost_at.is_(None)
            )
            .order_by(_P.due_at, _P.id)
            .limit(limit)
        )

    async def stale(self, limit: int) -> list[EventPost]:
        """Posts that stand and say what their event was before it was changed or cancelled."""
        subject = literal("event:", String).concat(cast(_E.id, String))
        return await self._some(
            select(*_OUTSIDE)
            .select_from(table(EventRow))
            .join(_POSTS, _P.subject == subject)
            .join(table(BoundChatRow), _C.id == _P.bound_chat_id)
            .where(
                _E.updated_at > self._clock.now() - WORTH_UPDATING,
                IS_ANNOUNCED,
                _P.status == PostStatus.POSTED.value,
                _P.version < _E.version,
                _P.due_at <= self._clock.now(),
                _C.lost_at.is_(None),
            )
            .order_by(_P.due_at, _P.id)
            .limit(limit)
        )

    async def stale_words(self, limit: int) -> list[EventPost]:
        """Posts that stand and say what an announcement without a date said before it was reworded or recalled."""
        subject = literal("announcement:", String).concat(cast(_A.id, String))
        return await self._some(
            select(*_OUTSIDE)
            .select_from(table(AnnouncementRow))
            .join(_POSTS, _P.subject == subject)
            .join(table(BoundChatRow), _C.id == _P.bound_chat_id)
            .where(
                _A.stale_until > self._clock.now() - WORTH_UPDATING,
                _A.status.not_in([status.value for status in KEPT]),
                _P.status == PostStatus.POSTED.value,
                _P.version < _A.version,
                _P.due_at <= self._clock.now(),
                _C.lost_at.is_(None),
            )
            .order_by(_P.due_at, _P.id)
            .limit(limit)
        )

    async def take(self, post: EventPost, *, until: datetime) -> bool:
        """Take a wanted post in hand until a moment of real time; False when it is somebody else's, or off."""
        return await self._move(
            post,
            PostStatus.WANTED,
            status=PostStatus.SENDING.value,
            leased_until=until,
            attempts=_P.attempts + 1,
        )

    async def posted(self, post: EventPost, message_id: int, version: int) -> None:
        """It stands in the chat."""
        await self._move(
            post,
            PostStatus.SENDING,
            status=PostStatus.POSTED.value,
            message_id=message_id,
            version=version,
            last_error=None,
            **_SETTLED,
        )

    async def put_off(self, post: EventPost, due_at: datetime, error: str | None) -> None:
        """It was not taken: once more from then on."""
        await self._move(
            post,
            PostStatus.SENDING,
            status=PostStatus.WANTED.value,
            due_at=due_at,
            last_error=error,
            **_SETTLED,
        )

    async def end(self, post: EventPost, status: PostStatus, error: str) -> None:
        """It came to this, from wherever it was."""
        await self._move(post, post.status, status=status.value, last_error=error, **_SETTLED)

    async def shown(self, post: EventPost, version: int) -> None:
        """The post says what its event is in this version, or cannot say it."""
        await self._move(post, PostStatus.POSTED, version=version)

    async def rest(self, post: EventPost, due_at: datetime) -> None:
        """A post that stands could not be changed now: it is tried again from then on."""
        await self._move(post, PostStatus.POSTED, due_at=due_at)

    async def lapse(self, real: datetime) -> int:
        """Posts whose sender has not come back: nobody knows whether they stand. Gives how many."""
        lapsed = await self._connection.execute(
            update(_POSTS)
            .where(stands_in(_P.status, PostStatus.SENDING), _P.leased_until <= real)
            .values(status=PostStatus.UNKNOWN.value, last_error="stopped", **_SETTLED)
        )
        return lapsed.rowcount

    async def leave_unsent(self) -> int:
        """A backup was restored: what it believes unsent may stand in its chat since. Gives how many."""
        left = await self._connection.execute(
            update(_POSTS)
            .where(stands_in(_P.status, PostStatus.WANTED, PostStatus.SENDING))
            .values(status=PostStatus.UNKNOWN.value, last_error="restored", **_SETTLED)
        )
        return left.rowcount

    async def leave_behind(self, organisation_id: OrganisationId, chat_id: BoundChatId) -> None:
        """The chat has moved: what stood in the old one cannot be changed any more."""
        await self._connection.execute(
            update(_POSTS)
            .where(
                _P.organisation_id == organisation_id,
                _P.bound_chat_id == chat_id,
                _P.status == PostStatus.POSTED.value,
            )
            .values(status=PostStatus.GONE.value, last_error="moved")
        )

    async def _move(self, post: EventPost, was: PostStatus, **values: Any) -> bool:
        moved = await self._connection.execute(
            update(_POSTS)
            .where(
                _P.organisation_id == post.organisation_id,
                _P.id == post.id,
                _P.status == was.value,
            )
            .values(**values)
        )
        return moved.rowcount == 1

    async def _some(self, query: Select[Any]) -> list[EventPost]:
        rows = await self._connection.execute(query)
        return [
            EventPost(
                id=EventPostId(row.id),
                organisation_id=OrganisationId(row.organisation_id),
                bound_chat_id=BoundChatId(row.bound_chat_id),
                chat_id=row.chat_id,
                subject=row.subject,
                status=PostStatus(row.status),
                message_id=row.message_id,
                version=row.version,
                attempts=row.attempts,
            )
            for row in rows
        ]


def _posts() -> Select[Any]:
    return select(*_OUTSIDE).join_from(_POSTS, table(BoundChatRow), _C.id == _P.bound_chat_id)
