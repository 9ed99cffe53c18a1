"""Tables of links by which people join, and of requests that wait for a teacher."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key


class LinkRow(Base):
    """A link: the sha256 of its token, what it opens, and whether it still does."""

    __tablename__ = "links"
    __table_args__ = (
        UniqueConstraint("token_hash"),
        Index(None, "organisation_id", "kind", "revoked_at"),
        Index(None, "child_id"),
        Index(None, "created_by"),
        Index(None, "spent_by"),
        Index(None, "group_id"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    kind: Mapped[str] = mapped_column(String(8))
    token_hash: Mapped[str] = mapped_column(String(64))
    role: Mapped[str | None] = mapped_column(String(16))
    title: Mapped[str | None] = mapped_column(String(200))
    group_id: Mapped[int | None] = mapped_column(Key, ForeignKey("groups.id"))
    child_id: Mapped[int | None] = mapped_column(Key, ForeignKey("children.id"))
    partner_kind: Mapped[str | None] = mapped_column(String(24))
    opening_id: Mapped[int | None] = mapped_column(Key)
    """The dates to which an invitation was passed on."""
    created_by: Mapped[int | None] = mapped_column(Key)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    spent_at: Mapped[datetime | None]
    spent_by: Mapped[int | None] = mapped_column(Key)


class LinkGroupRow(Base):
    """A group that a staff link gives."""

    __tablename__ = "link_groups"

    link_id: Mapped[int] = mapped_column(Key, ForeignKey("links.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"), primary_key=True)


class JoinRequestRow(Base):
    """An adult who came by the group's QR and waits for the teacher."""

    __tablename__ = "join_requests"
    __table_args__ = (
        Index(
            "uq_join_requests_pending",
            "person_id",
            "group_id",
            unique=True,
            sqlite_where=text("decided_at IS NULL"),
            postgresql_where=text("decided_at IS NULL"),
        ),
        Index(None, "group_id", "decided_at"),
        Index(None, "organisation_id", "decided_at"),
        Index(None, "person_id"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"))
    person_id: Mapped[int] = mapped_column(Key, ForeignKey("persons.id"))
    kinship: Mapped[str] = mapped_column(String(16))
    name: Mapped[str | None] = mapped_column(String(100))
    spoken_number: Mapped[int]
    """Four digits that the newcomer says to the teacher aloud (rule 1)."""
    created_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(Key)
    approved: Mapped[bool | None]
    decline_reason: Mapped[str | None] = mapped_column(String(16))
    decline_note: Mapped[str | None] = mapped_column(String(200))
    """The teacher's own words to the newcomer, when none of the ready reasons fitted."""
    child_id: Mapped[int | None] = mapped_column(Key, ForeignKey("children.id"))
