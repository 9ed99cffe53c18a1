"""What is kept of an event afterwards: pictures without people, and sheets on which an open lesson is looked at."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key


class EventPictureRow(Base):
    """A picture of an event that was; somebody has confirmed that nobody is on it (rule 11)."""

    __tablename__ = "event_pictures"
    __table_args__ = (
        UniqueConstraint("event_id", "sha256"),
        Index(None, "sha256"),
        Index(None, "confirmed_by"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    """Also the order in which they are shown."""
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    event_id: Mapped[int] = mapped_column(Key, ForeignKey("events.id"))
    sha256: Mapped[str] = mapped_column(String(64))
    confirmed_by: Mapped[int] = mapped_column(Key)
    """The person who looked at it."""
    added_at: Mapped[datetime]


class LessonSheetRow(Base):
    """What a member of staff thought of a colleague's open lesson."""

    __tablename__ = "lesson_sheets"
    __table_args__ = (Index(None, "person_id"),)

    event_id: Mapped[int] = mapped_column(Key, ForeignKey("events.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(Key, ForeignKey("persons.id"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    marks: Mapped[dict[str, Any]]
    """0, 1 or 2 by indicator; what was not observed is left out."""
    takeaway: Mapped[str | None] = mapped_column(String(300))
    advice: Mapped[str | None] = mapped_column(String(300))
    filled_at: Mapped[datetime]
