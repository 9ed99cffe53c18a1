"""The clock also looks for a change that was asked of a confirmed visit."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_INDEX = "ix_guest_visits_changing"


def upgrade() -> None:
    """Apply."""
    where = sa.text("status = 'confirmed' AND change_asked IS NOT NULL")
    op.create_index(_INDEX, "guest_visits", ["updated_at"], sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    """Take back."""
    op.drop_index(_INDEX, "guest_visits")
