"""Tables of events and of the answers to them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key


class EventRow(Base):
    """What has been announced, as it stands now; earlier wordings are kept in `event_versions`."""

    __tablename__ = "events"
    __table_args__ = (
        Index(None, "organisation_id", "status", "starts_at"),
        Index(None, "author_id"),
        Index(None, "author_person_id"),
        Index(None, "status", "starts_at"),
        Index(None, "updated_at"),
        UniqueConstraint("draft_token"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    author_id: Mapped[int] = mapped_column(Key, ForeignKey("memberships.id"))
    author_person_id: Mapped[int] = mapped_column(Key)
    title: Mapped[str] = mapped_column(String(120))
    starts_at: Mapped[datetime]
    place: Mapped[str] = mapped_column(String(120))
    note: Mapped[str | None] = mapped_column(String(600))
    bring: Mapped[bool] = mapped_column(default=False)
    status: Mapped[str] = mapped_column(String(12))
    version: Mapped[int] = mapped_column(default=1)
    draft_token: Mapped[str | None] = mapped_column(String(32))
    """The form it was typed in: publishing the same draft twice makes one event."""
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    reminded_for: Mapped[datetime | None]
    """The start that reminders were last put out for; a moved event is reminded anew."""
    bring_reminded_for: Mapped[datetime | None]
    """The same for the reminder five days before, when something must be brought."""


class EventVersionRow(Base):
    """What an event was before a change: people are told «было … стало …»."""

    __tablename__ = "event_versions"
    __table_args__ = (Index(None, "changed_by"),)

    event_id: Mapped[int] = mapped_column(Key, ForeignKey("events.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    title: Mapped[str] = mapped_column(String(120))
    starts_at: Mapped[datetime]
    place: Mapped[str] = mapped_column(String(120))
    note: Mapped[str | None] = mapped_column(String(600))
    changed_at: Mapped[datetime]
    changed_by: Mapped[int] = mapped_column(Key)


class EventGroupRow(Base):
    """A group that an event is for."""

    __tablename__ = "event_groups"
    __table_args__ = (Index(None, "group_id", "event_id"),)

    event_id: Mapped[int] = mapped_column(Key, ForeignKey("events.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"), primary_key=True)


class RsvpRow(Base):
    """An answer of an adult, or of a family without a phone, entered by staff."""

    __tablename__ = "rsvps"
    __table_args__ = (
        UniqueConstraint("event_id", "person_id"),
        Index(
            "uq_rsvps_entered_family",
            "event_id",
            "child_id",
            unique=True,
            sqlite_where=text("person_id IS NULL"),
            postgresql_where=text("person_id IS NULL"),
        ),
        Index(None, "person_id"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    event_id: Mapped[int] = mapped_column(Key, ForeignKey("events.id"))
    person_id: Mapped[int | None] = mapped_column(Key, ForeignKey("persons.id"))
    child_id: Mapped[int | None] = mapped_column(Key, ForeignKey("children.id"))
    answer: Mapped[str] = mapped_column(String(12))
    answered_at: Mapped[datetime]
    entered_by: Mapped[int | None] = mapped_column(Key)
