"""What events of an organisation begin with: all of an earlier one but its day and its groups."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key

_ILLUSTRATED = text("picture IS NOT NULL")


class EventTemplateRow(Base):
    """A template that somebody of the staff has saved."""

    __tablename__ = "event_templates"
    __table_args__ = (
        UniqueConstraint("organisation_id", "sort_key"),
        Index(None, "made_by"),
        Index(
            "ix_event_templates_picture", "picture", sqlite_where=_ILLUSTRATED, postgresql_where=_ILLUSTRATED
        ),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    made_by: Mapped[int] = mapped_column(Key)
    """The person who saved it."""
    name: Mapped[str] = mapped_column(String(60))
    sort_key: Mapped[str] = mapped_column(String(60))
    form: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(120))
    place: Mapped[str] = mapped_column(String(120))
    note: Mapped[str | None] = mapped_column(String(600))
    bring: Mapped[bool]
    seats: Mapped[int | None]
    seats_by: Mapped[str | None] = mapped_column(String(8))
    for_parents: Mapped[bool]
    for_staff: Mapped[bool]
    for_partners: Mapped[bool]
    picture: Mapped[str | None] = mapped_column(String(64))
    """sha256 of a picture in `db/files`."""
    created_at: Mapped[datetime]
