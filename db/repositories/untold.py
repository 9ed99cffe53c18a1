"""Notices that were dropped before anybody read them, and are put anew."""

from datetime import datetime

from sqlalchemy import ColumnElement, String, and_, cast, delete, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.audience import Audience
from db.models import NoticeRow
from db.models.base import table
from domain.notices import NoticeKind, NoticeStatus

_N = table(NoticeRow).c
_ASIDE = literal("aside:", String).concat(cast(_N.id, String))
"""The key of a row whose fact may be told anew: the outbox would take it for told already."""


class Untold:
    """Puts dropped notices aside, so that the outbox writes them again by today's budget and quiet hours."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def put_aside(self, subject: str, kind: NoticeKind, since: datetime) -> None:
        """What was dropped at this moment or later gives its key free."""
        await self._connection.execute(
            update(table(NoticeRow)).where(_dropped(subject, kind, since)).values(dedupe_key=_ASIDE)
        )

    def those_left_out(self, subject: str, kind: NoticeKind) -> Audience:
        """Whose notices were put aside."""
        return Audience(select(_N.person_id).where(_aside(subject, kind)))

    async def forget_aside(self, subject: str, kind: NoticeKind) -> None:
        """What was put aside has been put anew."""
        await self._connection.execute(delete(table(NoticeRow)).where(_aside(subject, kind)))


def _dropped(subject: str, kind: NoticeKind, since: datetime) -> ColumnElement[bool]:
    return and_(
        _N.subject == subject,
        _N.status == NoticeStatus.CANCELLED.value,
        _N.kind == kind.value,
        _N.finished_at >= since,
    )


def _aside(subject: str, kind: NoticeKind) -> ColumnElement[bool]:
    return and_(
        _N.subject == subject,
        _N.status == NoticeStatus.CANCELLED.value,
        _N.kind == kind.value,
        _N.dedupe_key == _ASIDE,
    )
