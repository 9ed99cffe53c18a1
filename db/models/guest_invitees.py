"""Table of families that are invited to be guests by name."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Key


class GuestOpeningFamilyRow(Base):
    """A family to which dates were offered by name: the invitation went to the named ones alone."""

    __tablename__ = "guest_opening_families"
    __table_args__ = (Index(None, "child_id"),)

    opening_id: Mapped[int] = mapped_column(Key, ForeignKey("guest_openings.id"), primary_key=True)
    child_id: Mapped[int] = mapped_column(Key, ForeignKey("children.id"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
