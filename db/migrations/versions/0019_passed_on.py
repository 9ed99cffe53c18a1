"""A partner passes an invitation on to one colleague."""

import sqlalchemy as sa
from alembic import op

from db.models.base import Key, UtcDateTime

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("links", sa.Column("opening_id", Key))
    for name in ("passed_at", "came_at"):
        op.add_column("guest_opening_partners", sa.Column(name, UtcDateTime(timezone=True)))


def downgrade() -> None:
    """Take back: what was passed on cannot be used without its columns."""
    op.execute("DELETE FROM links WHERE kind = 'invited'")
    for name in ("came_at", "passed_at"):
        op.drop_column("guest_opening_partners", name)
    op.drop_column("links", "opening_id")
