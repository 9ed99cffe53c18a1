"""Tables of waves: published instruments, packs that a psychologist approved, waves, and what a closed wave counted."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key


class InstrumentVersionRow(Base):
    """A version of a quiz as it was first published: a file that has changed since stops the start."""

    __tablename__ = "instrument_versions"

    slug: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sha256: Mapped[str] = mapped_column(String(64))
    json: Mapped[dict[str, Any]]
    """What it asked, whatever becomes of the file: reports of later years read it."""
    published_at: Mapped[datetime]


class PackApprovalRow(Base):
    """A psychologist read the questions and the parents' texts of a version and let it be used (rule 24)."""

    __tablename__ = "pack_approvals"
    __table_args__ = (Index(None, "approved_by"),)

    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"), primary_key=True)
    slug: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    approved_by: Mapped[int] = mapped_column(Key)
    approved_at: Mapped[datetime]


class WaveRow(Base):
    """The start or the final monitoring of a school year with one instrument."""

    __tablename__ = "waves"
    __table_args__ = (
        UniqueConstraint("organisation_id", "slug", "school_year", "kind"),
        UniqueConstraint("draft_token"),
        Index(None, "status", "closes_at"),
        Index(None, "opened_by"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    slug: Mapped[str] = mapped_column(String(40))
    version: Mapped[int]
    kind: Mapped[str] = mapped_column(String(8))
    school_year: Mapped[int]
    status: Mapped[str] = mapped_column(String(8))
    seed: Mapped[int]
    """By it the forms of this wave's children are drawn (rule 22)."""
    draft_token: Mapped[str] = mapped_column(String(32))
    """The form it was chosen in: opening it twice makes one wave."""
    opened_by: Mapped[int] = mapped_column(Key)
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class WaveGroupRow(Base):
    """A group that takes part in a wave."""

    __tablename__ = "wave_groups"
    __table_args__ = (Index(None, "group_id", "wave_id"),)

    wave_id: Mapped[int] = mapped_column(Key, ForeignKey("waves.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"), primary_key=True)


class WaveNudgeRow(Base):
    """One of the two nudges of a wave was put out."""

    __tablename__ = "wave_nudges"

    wave_id: Mapped[int] = mapped_column(Key, ForeignKey("waves.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    put_at: Mapped[datetime]


class WaveCellRow(Base):
    """A count of a closed wave, frozen: reports of closed waves read these and nothing else (rule 15b)."""

    __tablename__ = "wave_cells"

    wave_id: Mapped[int] = mapped_column(Key, ForeignKey("waves.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"), primary_key=True)
    mode: Mapped[str] = mapped_column(String(12), primary_key=True)
    measure: Mapped[str] = mapped_column(String(12), primary_key=True)
    level: Mapped[str] = mapped_column(String(8), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    n: Mapped[int]
