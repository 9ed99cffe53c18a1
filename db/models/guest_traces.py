"""Tables of what stays of visits that were held: families that were met, and what groups did afterwards."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key


class GuestVisitFamilyRow(Base):
    """A family whose adult was the guest of a visit that was held: for the figures of a school year."""

    __tablename__ = "guest_visit_families"
    __table_args__ = (UniqueConstraint("visit_id", "child_id"), Index(None, "child_id"), NEVER_REUSED)

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    visit_id: Mapped[int] = mapped_column(Key, ForeignKey("guest_visits.id"))
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"))
    """The child's group on that day."""
    child_id: Mapped[int | None] = mapped_column(Key, ForeignKey("children.id"))
    """Empty once the family has no adult left."""
    family: Mapped[int | None] = mapped_column(Key)
    """Then the same number in all rows of one family, which leads to no child."""


class GuestFollowUpRow(Base):
    """What a group did after a visit, ticked by its teacher."""

    __tablename__ = "guest_follow_ups"

    visit_id: Mapped[int] = mapped_column(Key, ForeignKey("guest_visits.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    done_on: Mapped[date]
    """The day on which it was ticked."""
