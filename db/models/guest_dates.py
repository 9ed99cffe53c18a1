"""Days on which no guests are invited."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key


class GuestFreeDaysRow(Base):
    """«Не зовём гостей»: from a day until a day, both included; of a group, or (no group) of all of them."""

    __tablename__ = "guest_free_days"
    __table_args__ = (Index(None, "organisation_id", "until_day"), NEVER_REUSED)

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    group_id: Mapped[int | None] = mapped_column(Key, ForeignKey("groups.id"))
    from_day: Mapped[date]
    until_day: Mapped[date]
    note: Mapped[str | None] = mapped_column(String(60))
    """In a word: «утренник»."""
