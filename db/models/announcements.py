"""Tables of announcements without a date."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key

_PLANNED = text("status = 'planned'")
_REWORDED = text("stale_until IS NOT NULL")
_ILLUSTRATED = text("picture IS NOT NULL")


class AnnouncementRow(Base):
    """An announcement as it stands now: kept, waiting for a methodist, planned, out, or taken back."""

    __tablename__ = "announcements"
    __table_args__ = (
        Index(None, "organisation_id", "id"),
        Index(None, "organisation_id", "status", "published_at"),
        Index(None, "author_id"),
        Index(None, "author_person_id"),
        Index("ix_announcements_planned", "publish_at", sqlite_where=_PLANNED, postgresql_where=_PLANNED),
        Index("ix_announcements_reworded", "stale_until", sqlite_where=_REWORDED, postgresql_where=_REWORDED),
        Index(
            "ix_announcements_picture", "picture", sqlite_where=_ILLUSTRATED, postgresql_where=_ILLUSTRATED
        ),
        UniqueConstraint("draft_token"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    author_id: Mapped[int] = mapped_column(Key, ForeignKey("memberships.id"))
    author_person_id: Mapped[int] = mapped_column(Key)
    text: Mapped[str] = mapped_column(String(3500))
    picture: Mapped[str | None] = mapped_column(String(64))
    """sha256 of the picture that goes with it."""
    status: Mapped[str] = mapped_column(String(12))
    version: Mapped[int]
    draft_token: Mapped[str] = mapped_column(String(32))
    """The form it was typed in: sending the same draft twice makes one announcement."""
    for_parents: Mapped[bool]
    """Whether it is for the adults of its groups' children."""
    for_staff: Mapped[bool]
    """Whether it is for the teachers of its groups, or for all staff when it has no groups."""
    for_partners: Mapped[bool]
    """Whether it is for all partners of the organisation."""
    publish_at: Mapped[datetime | None]
    """When a planned one comes out, or one that waits for a methodist is to."""
    published_at: Mapped[datetime | None]
    stopped_at: Mapped[datetime | None]
    """When its author stopped sending it."""
    stale_until: Mapped[datetime | None]
    """Messages and posts of before then may say what it said before its words were changed or it was taken back."""
    returned_words: Mapped[str | None] = mapped_column(String(300))
    """What a methodist said who gave it back, until it is sent again."""
    decided_by: Mapped[int | None] = mapped_column(Key)
    """The person who let it through, or gave it back."""
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class AnnouncementGroupRow(Base):
    """A group that an announcement is for."""

    __tablename__ = "announcement_groups"
    __table_args__ = (Index(None, "group_id", "announcement_id"),)

    announcement_id: Mapped[int] = mapped_column(Key, ForeignKey("announcements.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"), primary_key=True)


class AnnouncementSetRow(Base):
    """A set of people that an announcement is for."""

    __tablename__ = "announcement_sets"
    __table_args__ = (Index(None, "set_id", "announcement_id"),)

    announcement_id: Mapped[int] = mapped_column(Key, ForeignKey("announcements.id"), primary_key=True)
    set_id: Mapped[int] = mapped_column(Key, ForeignKey("person_sets.id"), primary_key=True)
