"""A guest is asked before the date changes, and what to change; who does not read the bot is told of."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.models.base import Key, UtcDateTime

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_COLUMNS = ("move_slot_id", "move_until", "move_made", "change_asked", "change_note", "unread_told_at")


def upgrade() -> None:
    """Apply."""
    moment = UtcDateTime(timezone=True)
    kinds: tuple[Any, ...] = (
        Key,
        moment,
        sa.Boolean(),
        sa.String(length=16),
        sa.String(length=200),
        moment,
    )
    for name, kind in zip(_COLUMNS, kinds, strict=True):
        op.add_column("guest_visits", sa.Column(name, kind))
    asked = sa.text("move_until IS NOT NULL")
    op.create_index(
        "ix_guest_visits_asked", "guest_visits", ["move_until"], sqlite_where=asked, postgresql_where=asked
    )


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_guest_visits_asked", "guest_visits")
    for name in reversed(_COLUMNS):
        op.drop_column("guest_visits", name)
