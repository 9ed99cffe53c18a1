"""Tables of what children do: who agreed to it, drawn forms, attempts, answers, scores."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key


class ChildConsentRow(Base):
    """A consent for a child: a representative's in the bot, or one on paper that staff noted.

    Proof stays three years after its withdrawal, with a keyed hash instead of the person after erasure.
    """

    __tablename__ = "child_consents"
    __table_args__ = (
        Index(None, "child_id"),
        Index(None, "person_id"),
        Index(None, "entered_by"),
        Index(None, "withdrawn_by"),
        Index(None, "organisation_id", "withdrawn_at"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    child_id: Mapped[int] = mapped_column(Key, ForeignKey("children.id"))
    purpose: Mapped[str] = mapped_column(String(32))
    version: Mapped[int]
    text_hash: Mapped[str] = mapped_column(String(64))
    person_id: Mapped[int | None] = mapped_column(Key)
    """The representative who agreed in the bot; empty for paper, and after an erasure."""
    person_hash: Mapped[str | None] = mapped_column(String(64))
    paper_number: Mapped[str | None] = mapped_column(String(40))
    paper_day: Mapped[date | None]
    entered_by: Mapped[int | None] = mapped_column(Key)
    """Who of the staff noted the paper."""
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[int | None] = mapped_column(Key)


class FormDrawRow(Base):
    """Which form a child takes in the start wave of a school year; the final wave gives the other (rule 22)."""

    __tablename__ = "form_draws"

    child_id: Mapped[int] = mapped_column(Key, ForeignKey("children.id"), primary_key=True)
    slug: Mapped[str] = mapped_column(String(40), primary_key=True)
    school_year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    form: Mapped[str] = mapped_column(String(1))
    drawn_at: Mapped[datetime]


class AttemptRow(Base):
    """A child's way through one form in one wave."""

    __tablename__ = "attempts"
    __table_args__ = (
        UniqueConstraint("wave_id", "child_id"),
        Index(None, "child_id"),
        Index(None, "stopped_by"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    wave_id: Mapped[int] = mapped_column(Key, ForeignKey("waves.id"))
    child_id: Mapped[int] = mapped_column(Key, ForeignKey("children.id"))
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"))
    """The group at the start: its results count there, wherever the child moves."""
    form: Mapped[str] = mapped_column(String(1))
    mode: Mapped[str] = mapped_column(String(12))
    seed: Mapped[int]
    status: Mapped[str] = mapped_column(String(8))
    pictures: Mapped[bool]
    started_at: Mapped[datetime]
    stopped_by: Mapped[int | None] = mapped_column(Key)
    role_name: Mapped[str | None] = mapped_column(String(12))
    help: Mapped[str | None] = mapped_column(String(8))
    finished_at: Mapped[datetime | None]
    uneven: Mapped[bool | None]
    """«Неровный профиль»; this and the next two are known once it is finished."""
    median_ms: Mapped[int | None]
    same_place: Mapped[bool | None]


class QuizAnswerRow(Base):
    """One try at one question: written once, never overwritten. No choice: skipped."""

    __tablename__ = "quiz_answers"
    __table_args__ = ({"sqlite_with_rowid": False},)

    attempt_id: Mapped[int] = mapped_column(Key, ForeignKey("attempts.id"), primary_key=True)
    item_id: Mapped[str] = mapped_column(String(8), primary_key=True)
    try_no: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    choice: Mapped[str | None] = mapped_column(String(8))
    at: Mapped[datetime]


class AttemptScoreRow(Base):
    """What a finished attempt is worth, as an exact fraction: a side of readiness, or the whole."""

    __tablename__ = "attempt_scores"
    __table_args__ = ({"sqlite_with_rowid": False},)

    attempt_id: Mapped[int] = mapped_column(Key, ForeignKey("attempts.id"), primary_key=True)
    measure: Mapped[str] = mapped_column(String(12), primary_key=True)
    numerator: Mapped[int | None]
    """None: too little was answered for a sum."""
    denominator: Mapped[int | None]
    answered: Mapped[int]
    asked: Mapped[int]
    level: Mapped[str | None] = mapped_column(String(8))
