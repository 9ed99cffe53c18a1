"""Who sits at an event, who waits for a seat, and who has been offered one."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key

_WAITS = text("status = 'waiting'")
_OFFERED = text("status = 'offered'")


class EventPartyRow(Base):
    """Those who come together and are never split; a party that does not come any more is deleted."""

    __tablename__ = "event_parties"
    __table_args__ = (
        UniqueConstraint("event_id", "child_id"),
        UniqueConstraint("event_id", "person_id"),
        Index("ix_event_parties_queue", "event_id", "ticket", sqlite_where=_WAITS, postgresql_where=_WAITS),
        Index("ix_event_parties_offers", "offered_until", sqlite_where=_OFFERED, postgresql_where=_OFFERED),
        Index(None, "child_id"),
        Index(None, "person_id"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    event_id: Mapped[int] = mapped_column(Key, ForeignKey("events.id"))
    child_id: Mapped[int | None] = mapped_column(Key, ForeignKey("children.id"))
    """The family's anchor, the lowest of its invited children; NULL for an adult without a child."""
    person_id: Mapped[int | None] = mapped_column(Key, ForeignKey("persons.id"))
    """An adult without a child; exactly one of the two is set."""
    size: Mapped[int]
    """Seats it needs."""
    status: Mapped[str] = mapped_column(String(8))
    """held, waiting or offered."""
    ticket: Mapped[int | None]
    """The order in the queue, given by the event's row."""
    offered_until: Mapped[datetime | None]
    """Until when its seats are kept for it."""
    lapses: Mapped[int] = mapped_column(server_default=text("0"))
    """Offers that it let pass."""
    changed_at: Mapped[datetime]
