"""How children liked guests, as their adults say."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Key


class GuestLikingRow(Base):
    """How an adult says that the child liked a guest, in one tap on a face; they may tap another."""

    __tablename__ = "guest_likings"
    __table_args__ = (Index(None, "person_id"), Index(None, "organisation_id"))

    visit_id: Mapped[int] = mapped_column(Key, ForeignKey("guest_visits.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(Key, ForeignKey("persons.id"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    liking: Mapped[str] = mapped_column(String(8))
    said_at: Mapped[datetime]
