"""Groups and channels that an organisation has bound, and what is posted there."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key

_WANTED = text("status = 'wanted'")
_SENDING = text("status = 'sending'")


class BoundChatRow(Base):
    """A group or channel of the messenger in which an organisation announces."""

    __tablename__ = "bound_chats"
    __table_args__ = (
        UniqueConstraint("chat_id"),
        Index(None, "organisation_id", "lost_at"),
        Index(None, "bound_by"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    group_id: Mapped[int | None] = mapped_column(Key, ForeignKey("groups.id"))
    """Whose chat it is; NULL: of the whole organisation."""
    chat_id: Mapped[int] = mapped_column(Key)
    """A chat belongs to one organisation; a group that becomes a supergroup gets another number."""
    kind: Mapped[str] = mapped_column(String(12))
    """group, supergroup or channel."""
    title: Mapped[str] = mapped_column(String(128))
    """As the chat was called when it was bound."""
    bound_by: Mapped[int] = mapped_column(Key)
    bound_at: Mapped[datetime]
    lost_at: Mapped[datetime | None]
    """Since when the bot cannot post there any more."""
    lost_why: Mapped[str | None] = mapped_column(String(16))


class EventPostRow(Base):
    """A message about an event or an announcement in a bound chat: sent at most once, then kept in step with it."""

    __tablename__ = "event_posts"
    __table_args__ = (
        UniqueConstraint("bound_chat_id", "subject"),
        Index("ix_event_posts_due", "due_at", sqlite_where=_WANTED, postgresql_where=_WANTED),
        Index("ix_event_posts_sending", "leased_until", sqlite_where=_SENDING, postgresql_where=_SENDING),
        Index(None, "subject"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    bound_chat_id: Mapped[int] = mapped_column(Key, ForeignKey("bound_chats.id"))
    subject: Mapped[str] = mapped_column(String(48))
    """What it is about, «event:12» or «announcement:3»."""
    status: Mapped[str] = mapped_column(String(10))
    """wanted, sending, posted, gone, failed or unknown."""
    message_id: Mapped[int | None] = mapped_column(Key)
    """Its number in the chat, once it is posted."""
    version: Mapped[int] = mapped_column(server_default=text("0"))
    """The version of it that the message shows."""
    due_at: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    """In real time: one whose sender has not come back by then is unknown, and not sent again."""
    attempts: Mapped[int] = mapped_column(server_default=text("0"))
    last_error: Mapped[str | None] = mapped_column(String(32))
