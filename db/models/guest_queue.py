"""Who waits for a date of a group, and which date is kept for whom."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key

_KEPT = text("slot_id IS NOT NULL")


class GuestQueueRow(Base):
    """Somebody in the queue of a group, with the application that is sent for the date they get."""

    __tablename__ = "guest_queue"
    __table_args__ = (
        UniqueConstraint("group_id", "guest_id"),
        Index(None, "organisation_id", "group_id", "ticket"),
        Index(None, "status", "group_id"),
        Index(None, "guest_id"),
        Index("uq_guest_queue_kept", "slot_id", unique=True, sqlite_where=_KEPT, postgresql_where=_KEPT),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"))
    guest_id: Mapped[int] = mapped_column(Key, ForeignKey("persons.id"))
    profession: Mapped[str] = mapped_column(String(60))
    profession_slug: Mapped[str | None] = mapped_column(String(40))
    formats: Mapped[str] = mapped_column(String(80))
    """Names of formats, by commas."""
    weekdays: Mapped[str] = mapped_column(String(7))
    """Days that suit, «024»: Monday is 0."""
    ticket: Mapped[int]
    """The order in the queue; whoever writes it holds the group's turn."""
    status: Mapped[str] = mapped_column(String(8))
    """waiting or offered."""
    slot_id: Mapped[int | None] = mapped_column(Key)
    """The date that is kept for them; no two are offered the same."""
    offered_until: Mapped[datetime | None]
    lapses: Mapped[int]
    offers: Mapped[int]
    created_at: Mapped[datetime]
    passed: Mapped[str] = mapped_column(Text, server_default="")
    """Dates that they let pass and that are not offered to them again, by commas."""
