"""Tables of what the bot says unasked, and of what it has said."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key

_WAITING = "status IN ('queued', 'retry')"
_UNSENT = "status IN ('queued', 'retry', 'summary')"
_URGENT = "status IN ('queued', 'retry') AND urgency = 'now'"


class NoticeRow(Base):
    """The outbox: one message to one person, ids only."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("dedupe_key"),
        Index(
            "ix_outbox_waiting", "due_at", "id", sqlite_where=text(_WAITING), postgresql_where=text(_WAITING)
        ),
        Index(
            "ix_outbox_urgent",
            "due_at",
            "id",
            sqlite_where=text(_URGENT),
            postgresql_where=text(_URGENT),
        ),
        Index(
            "ix_outbox_leased",
            "leased_until",
            sqlite_where=text("status = 'leased'"),
            postgresql_where=text("status = 'leased'"),
        ),
        Index(
            "ix_outbox_summary",
            "person_id",
            "due_at",
            sqlite_where=text("status = 'summary'"),
            postgresql_where=text("status = 'summary'"),
        ),
        Index("ix_outbox_expiring", "expires_at", sqlite_where=text(_UNSENT), postgresql_where=text(_UNSENT)),
        Index("ix_outbox_chat", "chat_id", sqlite_where=text(_UNSENT), postgresql_where=text(_UNSENT)),
        Index("ix_outbox_budget", "person_id", "budget_day"),
        Index("ix_outbox_subject", "subject", "status"),
        Index("ix_outbox_finished_at", "finished_at"),
        Index("ix_outbox_summary_id", "summary_id"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int | None] = mapped_column(Key)
    person_id: Mapped[int] = mapped_column(Key, ForeignKey("persons.id"))
    chat_id: Mapped[int] = mapped_column(Key)
    kind: Mapped[str] = mapped_column(String(32))
    subject: Mapped[str | None] = mapped_column(String(48))
    params: Mapped[dict[str, Any]]
    dedupe_key: Mapped[str] = mapped_column(String(120))
    urgency: Mapped[str] = mapped_column(String(12))
    budget_day: Mapped[date | None]
    """The local day in whose budget of attention this message counts; empty when it counts in none."""
    status: Mapped[str] = mapped_column(String(12))
    attempts: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    """Real time, not the movable clock's: a lease measures a process, not a school year.

    While the row waits to be tried again, the moment before which it rests.
    """
    last_error: Mapped[str | None] = mapped_column(String(32))
    may_have_come: Mapped[bool] = mapped_column(default=False, server_default=false())
    """A try of it ended without an answer: whatever became of it since, it may stand in the chat."""
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    summary_id: Mapped[int | None] = mapped_column(Key)
    """The evening summary that tells this message, once it is summarised."""


class SentMessageRow(Base):
    """A message of the bot that may have to be updated, edited at erasure or removed later."""

    __tablename__ = "sent_messages"
    __table_args__ = (
        UniqueConstraint("chat_id", "message_id"),
        Index(None, "subject", "chat_id"),
        Index(None, "remove_after"),
        Index(None, "person_id"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    chat_id: Mapped[int] = mapped_column(Key)
    message_id: Mapped[int] = mapped_column(Key)
    person_id: Mapped[int | None] = mapped_column(Key)
    subject: Mapped[str | None] = mapped_column(String(48))
    rendered_hash: Mapped[str | None] = mapped_column(String(64))
    sent_at: Mapped[datetime]
    updated_at: Mapped[datetime | None]
    """The change of its subject that it was last updated for, in place."""
    remove_after: Mapped[datetime | None]


class MessageMentionRow(Base):
    """A person whose name stands in a sent message: edited out when they are erased."""

    __tablename__ = "message_mentions"
    __table_args__ = (Index(None, "person_id"),)

    sent_message_id: Mapped[int] = mapped_column(
        Key, ForeignKey("sent_messages.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(Key, primary_key=True)
