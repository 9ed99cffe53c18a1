"""Tables of consents, erasures, the audit log, and of what makes an update act once."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key


class ConsentRow(Base):
    """A consent to one purpose: proof stays three years, with a keyed hash instead of the person after erasure."""

    __tablename__ = "consents"
    __table_args__ = (
        Index(None, "person_id", "organisation_id", "purpose"),
        Index(None, "organisation_id", "withdrawn_at"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    person_id: Mapped[int | None] = mapped_column(Key)
    person_hash: Mapped[str] = mapped_column(String(64))
    purpose: Mapped[str] = mapped_column(String(32))
    version: Mapped[int]
    text_hash: Mapped[str] = mapped_column(String(64))
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class AuditRow(Base):
    """A change of state: who («участник № …»), what, about what. Ids and kinds, never words."""

    __tablename__ = "audit"
    __table_args__ = (
        Index(None, "organisation_id", "at"),
        Index(None, "at"),
        Index(None, "person_id"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int | None] = mapped_column(Key)
    at: Mapped[datetime]
    person_id: Mapped[int | None] = mapped_column(Key)
    action: Mapped[str] = mapped_column(String(48))
    subject: Mapped[str | None] = mapped_column(String(48))
    details: Mapped[dict[str, Any]]


class ErasureRow(Base):
    """The erasure journal: replayed on restore, so that a backup brings nobody back."""

    __tablename__ = "erasures"
    __table_args__ = (Index(None, "at"), Index(None, "person_id"), NEVER_REUSED)

    id: Mapped[int] = key()
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(Key)
    person_hash: Mapped[str] = mapped_column(String(64))
    organisation_id: Mapped[int | None] = mapped_column(Key)
    """The organisation that was left; empty when the person left the whole installation."""
    purpose: Mapped[str | None] = mapped_column(String(32))
    """The consent that was withdrawn in it; empty when all roles there were left."""
    child_id: Mapped[int | None] = mapped_column(Key)
    """The child whose results it took along, when it was a consent for a child."""


class SeenUpdateRow(Base):
    """An update whose writing transaction was committed."""

    __tablename__ = "seen_updates"
    __table_args__ = (Index(None, "at"),)

    bot_id: Mapped[int] = mapped_column(Key, primary_key=True, autoincrement=False)
    update_id: Mapped[int] = mapped_column(Key, primary_key=True, autoincrement=False)
    at: Mapped[datetime]


class FormStateRow(Base):
    """What a person is typing: a form, its step and its draft."""

    __tablename__ = "form_states"
    __table_args__ = (Index(None, "updated_at"), Index(None, "user_id"))

    key: Mapped[str] = mapped_column(String(160), primary_key=True)
    user_id: Mapped[int] = mapped_column(Key)
    state: Mapped[str | None] = mapped_column(String(120))
    data: Mapped[dict[str, Any]]
    updated_at: Mapped[datetime]


class SettingRow(Base):
    """A secret of the installation itself: the key of hashes."""

    __tablename__ = "installation"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[str] = mapped_column(String(400))
