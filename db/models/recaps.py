"""What is told of an event that is over, and messages that are being taken back."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Key

_UNDONE = text("done_at IS NULL")


class EventAttendanceRow(Base):
    """How many of a family came, as staff marked it afterwards."""

    __tablename__ = "event_attendances"
    __table_args__ = (
        Index(None, "organisation_id", "event_id"),
        Index(None, "child_id"),
        Index(None, "marked_by"),
    )

    event_id: Mapped[int] = mapped_column(Key, ForeignKey("events.id"), primary_key=True)
    child_id: Mapped[int] = mapped_column(Key, ForeignKey("children.id"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    adults: Mapped[int]
    children: Mapped[int]
    marked_by: Mapped[int] = mapped_column(Key)
    """The person who marked it."""
    marked_at: Mapped[datetime]


class EventFeedbackRow(Base):
    """How somebody who came liked it, in one tap on a face; they may tap another."""

    __tablename__ = "event_feedback"
    __table_args__ = (Index(None, "person_id"),)

    event_id: Mapped[int] = mapped_column(Key, ForeignKey("events.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(Key, ForeignKey("persons.id"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    mood: Mapped[str] = mapped_column(String(8))
    said_at: Mapped[datetime]


class RecallRow(Base):
    """Messages about a subject that are being deleted from chats, or changed where they are too old for that."""

    __tablename__ = "recalls"
    __table_args__ = (
        Index("ix_recalls_undone", "asked_at", sqlite_where=_UNDONE, postgresql_where=_UNDONE),
        Index(None, "asked_by"),
    )

    subject: Mapped[str] = mapped_column(String(48), primary_key=True)
    """What they are about, «event:12»."""
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    asked_by: Mapped[int] = mapped_column(Key)
    """The person who took them back."""
    asked_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    """When none of them was left, nor on its way."""
