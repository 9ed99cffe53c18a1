"""Letters of thanks to guests and the register of their numbers."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key


class GuestLetterRow(Base):
    """A letter: its number and date stay for ever, its words go with its guest (rule 13)."""

    __tablename__ = "guest_letters"
    __table_args__ = (
        UniqueConstraint("organisation_id", "year", "number"),
        UniqueConstraint("visit_id"),
        Index(None, "guest_id"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    year: Mapped[int]
    """The calendar year in which it is numbered."""
    number: Mapped[int]
    visit_id: Mapped[int] = mapped_column(Key, ForeignKey("guest_visits.id"))
    guest_id: Mapped[int | None] = mapped_column(Key, ForeignKey("persons.id"))
    """Empty for a guest without a phone, and once the guest is gone."""
    issued_on: Mapped[date]
    salutation: Mapped[str | None] = mapped_column(String(120))
    """«Уважаемая Анна Сергеевна!»; empty: a line to be filled in by hand."""
    words: Mapped[str | None] = mapped_column(String(500))
    """Empty once the guest is gone."""
    created_by: Mapped[int] = mapped_column(Key)
    sent_at: Mapped[datetime | None]
