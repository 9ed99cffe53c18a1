"""Table of adults who cannot come this month."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Key


class GuestPauseRow(Base):
    """«В этом месяце не смогу»: until this day, included, a group neither nudges this adult nor suggests the family."""

    __tablename__ = "guest_pauses"
    __table_args__ = (Index(None, "until_day"),)

    person_id: Mapped[int] = mapped_column(Key, ForeignKey("persons.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    until_day: Mapped[date]
