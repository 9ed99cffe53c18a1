"""Groups that are closed for some days, and what was done about whatever stood on those days."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key


class GroupClosureRow(Base):
    """A group that is closed from a day until a day, both included. Why is nobody's business, and not stored."""

    __tablename__ = "group_closures"
    __table_args__ = (
        Index(None, "group_id", "until_day"),
        Index(None, "organisation_id", "until_day"),
        Index(None, "closed_by"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"))
    from_day: Mapped[date]
    until_day: Mapped[date]
    closed_by: Mapped[int] = mapped_column(Key)
    """The person who closed it."""
    closed_at: Mapped[datetime]
    undone_at: Mapped[datetime | None]
    """Since when the group is open again before its time."""


class ClosureStepRow(Base):
    """One thing that was moved, called off or withdrawn by a closure: what undoing it needs to know."""

    __tablename__ = "closure_steps"

    closure_id: Mapped[int] = mapped_column(Key, ForeignKey("group_closures.id"), primary_key=True)
    subject: Mapped[str] = mapped_column(String(48), primary_key=True)
    """«event:12», «visit:3», «slot:7»."""
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    deed: Mapped[str] = mapped_column(String(12))
    was_at: Mapped[datetime]
    now_at: Mapped[datetime | None]
    """Where it was moved to."""
    version: Mapped[int]
    """What the closure left; whoever changes the thing later keeps what they have made."""
    status: Mapped[str | None] = mapped_column(String(12))
    """What a visit was before it was called off."""
