"""Tables of events and of the answers to them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, false, text, true
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key

_PLANNED = text("status = 'planned'")
_WAITED_FOR = text("waiting > 0")
_OF_A_SERIES = text("series_id IS NOT NULL")
_ILLUSTRATED = text("picture IS NOT NULL")


class EventRow(Base):
    """An event as it stands now: kept, planned, published or cancelled; earlier wordings are in `event_versions`."""

    __tablename__ = "events"
    __table_args__ = (
        Index(None, "organisation_id", "status", "starts_at"),
        Index(None, "author_id"),
        Index(None, "author_person_id"),
        Index(None, "status", "starts_at"),
        Index(None, "updated_at"),
        Index("ix_events_planned", "publish_at", sqlite_where=_PLANNED, postgresql_where=_PLANNED),
        Index("ix_events_waiting", "starts_at", sqlite_where=_WAITED_FOR, postgresql_where=_WAITED_FOR),
        Index("ix_events_picture", "picture", sqlite_where=_ILLUSTRATED, postgresql_where=_ILLUSTRATED),
        Index("ix_events_series", "series_id", sqlite_where=_OF_A_SERIES, postgresql_where=_OF_A_SERIES),
        CheckConstraint("seats_taken >= 0", name="seats_taken"),
        CheckConstraint("waiting >= 0", name="waiting"),
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
    form: Mapped[str] = mapped_column(String(20), server_default=text("'other'"))
    """The form of work with families: `EventForm`."""
    ends_at: Mapped[datetime | None]
    """The end, on the same or a later day; NULL when it was not said."""
    answer_until: Mapped[datetime | None]
    """Until when answers are taken; NULL: until the start."""
    seats: Mapped[int | None]
    """How many may come; NULL: whoever wishes."""
    seats_by: Mapped[str | None] = mapped_column(String(8))
    """What a seat is for, a family or a person; NULL exactly when `seats` is."""
    seats_taken: Mapped[int] = mapped_column(server_default=text("0"))
    """The sum of the sizes of the parties that sit or have been offered seats; may pass `seats` when staff seat a
    family over them."""
    waiting: Mapped[int] = mapped_column(server_default=text("0"))
    """How many parties wait in the queue; while there are any, nobody takes a seat past them."""
    next_ticket: Mapped[int] = mapped_column(server_default=text("1"))
    """The next place in the queue; never goes back."""
    for_parents: Mapped[bool] = mapped_column(server_default=true())
    """Whether the adults of its groups' children are invited."""
    for_staff: Mapped[bool] = mapped_column(server_default=false())
    """Whether the teachers of its groups are, or all staff when it has no groups."""
    for_partners: Mapped[bool] = mapped_column(server_default=false())
    """Whether all partners of the organisation are."""
    picture: Mapped[str | None] = mapped_column(String(64))
    """sha256 of the picture that goes with the announcement."""
    publish_at: Mapped[datetime | None]
    """When a planned event comes out."""
    published_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    """A cancellation may be taken back on the same day."""
    nudged_at: Mapped[datetime | None]
    """When those who had not answered were asked once more; that is done once."""
    stopped_at: Mapped[datetime | None]
    """When its author stopped the announcement that was being sent."""
    recalled_at: Mapped[datetime | None]
    """When its author took back what had been sent; such an event is not restored."""
    series_id: Mapped[int | None] = mapped_column(Key)
    """The first event of the weekly series that it belongs to."""
    result: Mapped[str | None] = mapped_column(String(600))
    """What came of it, in a line that its staff write afterwards."""
    album_url: Mapped[str | None] = mapped_column(String(300))
    """Where its pictures are, outside the bot."""
    thanked_at: Mapped[datetime | None]
    """When those who came were thanked; that is done once."""
    proposed_weeks: Mapped[int | None]
    """While a methodist looks at it: of how many weekly meetings; NULL: one."""
    returned_words: Mapped[str | None] = mapped_column(String(300))
    """What the methodist said who gave it back; until it is sent again."""
    decided_by: Mapped[int | None] = mapped_column(Key)
    """The person who approved it, or gave it back, last."""


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
    ends_at: Mapped[datetime | None]
    answer_until: Mapped[datetime | None]
    form: Mapped[str | None] = mapped_column(String(20))
    """NULL: it was changed before events had forms."""
    changed_at: Mapped[datetime]
    changed_by: Mapped[int] = mapped_column(Key)


class EventGroupRow(Base):
    """A group that an event is for."""

    __tablename__ = "event_groups"
    __table_args__ = (Index(None, "group_id", "event_id"),)

    event_id: Mapped[int] = mapped_column(Key, ForeignKey("events.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"), primary_key=True)


class EventSetRow(Base):
    """A set of people that an event is for."""

    __tablename__ = "event_sets"
    __table_args__ = (Index(None, "set_id", "event_id"),)

    event_id: Mapped[int] = mapped_column(Key, ForeignKey("events.id"), primary_key=True)
    set_id: Mapped[int] = mapped_column(Key, ForeignKey("person_sets.id"), primary_key=True)


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
