"""How far a visit is prepared, what children ask its guest, what both sides write to one another, and who comes in."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key


class GuestTickRow(Base):
    """Something is ready; that nothing is known of it is no row. Who ticked it is not kept."""

    __tablename__ = "guest_ticks"
    __table_args__ = (Index(None, "organisation_id"),)

    visit_id: Mapped[int] = mapped_column(Key, ForeignKey("guest_visits.id"), primary_key=True)
    item: Mapped[str] = mapped_column(String(16), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))


class GuestQuestionRow(Base):
    """A question of the children, typed by a teacher of the group."""

    __tablename__ = "guest_questions"
    __table_args__ = (Index(None, "visit_id"), Index(None, "organisation_id"), NEVER_REUSED)

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    visit_id: Mapped[int] = mapped_column(Key, ForeignKey("guest_visits.id"))
    text: Mapped[str] = mapped_column(String(120))
    sent_at: Mapped[datetime | None]
    """When the guest was told; empty again once it was changed."""


class GuestMessageRow(Base):
    """A message about a visit, of its guest or of staff; it goes thirty days after the visit."""

    __tablename__ = "guest_messages"
    __table_args__ = (
        Index(None, "visit_id", "sent_at"),
        Index(None, "author_id"),
        Index(None, "organisation_id"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    visit_id: Mapped[int] = mapped_column(Key, ForeignKey("guest_visits.id"))
    author_id: Mapped[int] = mapped_column(Key, ForeignKey("persons.id"))
    from_guest: Mapped[bool]
    text: Mapped[str] = mapped_column(String(400))
    sent_at: Mapped[datetime]


class GuestEntranceNameRow(Base):
    """The full name that a guest gave for the entrance list; it goes thirty days after the visit."""

    __tablename__ = "guest_entrance_names"
    __table_args__ = (Index(None, "organisation_id"), Index(None, "guest_id"))

    visit_id: Mapped[int] = mapped_column(Key, ForeignKey("guest_visits.id"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    guest_id: Mapped[int] = mapped_column(Key, ForeignKey("persons.id"))
    name: Mapped[str] = mapped_column(String(120))
    given_at: Mapped[datetime]
