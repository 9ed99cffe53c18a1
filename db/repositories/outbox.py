"""The outbox as its writers see it. Its only reader is the delivery."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import literal, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import NoticeRow, PersonRow
from domain.clock import Clock
from domain.notices import NoticeDraft, NoticeKind, NoticeStatus


class Outbox:
    """Puts notices in the commit that makes them true."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self.touched = False
        """Whether this transaction put anything: the delivery is woken after its commit."""

    async def put(self, *drafts: NoticeDraft) -> None:
        """Queue messages to single persons; a draft whose dedupe key is known is not written again."""
        for draft in drafts:
            row = (
                select(
                    PersonRow.id,
                    PersonRow.chat_id,
                    *(literal(value, column.type).label(column.key) for column, value in self._values(draft)),
                )
                .where(PersonRow.id == draft.person_id, PersonRow.chat_closed_at.is_(None))
                .subquery()
            )
            columns = ["person_id", "chat_id", *(column.key for column, _ in self._values(draft))]
            await self._connection.execute(
                self._insert().from_select(columns, select(row)).on_conflict_do_nothing()
            )
        self.touched = self.touched or bool(drafts)

    async def cancel(self, subject: str, kinds: Iterable[NoticeKind]) -> None:
        """Drop what has not been sent yet about `subject`."""
        await self._connection.execute(
            update(NoticeRow)
            .where(
                NoticeRow.subject == subject,
                NoticeRow.kind.in_([kind.value for kind in kinds]),
                NoticeRow.status.in_([NoticeStatus.QUEUED, NoticeStatus.RETRY, NoticeStatus.SUMMARY]),
            )
            .values(status=NoticeStatus.CANCELLED, finished_at=self._clock.now(), budget_day=None)
        )

    def _values(self, draft: NoticeDraft) -> list[tuple[Any, Any]]:
        columns = NoticeRow.__table__.c
        values = {
            "organisation_id": draft.organisation_id,
            "kind": draft.kind.value,
            "subject": draft.subject,
            "params": dict(draft.params),
            "dedupe_key": draft.dedupe_key,
            "urgency": draft.urgency.value,
            "status": NoticeStatus.QUEUED.value,
            "attempts": 0,
            "due_at": draft.due_at,
            "expires_at": draft.expires_at,
            "created_at": self._clock.now(),
        }
        return [(columns[name], value) for name, value in values.items()]

    def _insert(self) -> Any:
        return (sqlite.insert if self._connection.dialect.name == "sqlite" else postgresql.insert)(NoticeRow)
