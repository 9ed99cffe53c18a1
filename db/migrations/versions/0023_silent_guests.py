"""The clock also looks for guests from whom an answer is awaited."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_INDEX = "ix_guest_visits_waiting"
_BEFORE = "status IN ('applied', 'detailed')"
_NOW = "status IN ('applied', 'detailed', 'tentative')"


def _index_where(condition: str) -> None:
    op.drop_index(_INDEX, "guest_visits")
    where = sa.text(condition)
    op.create_index(_INDEX, "guest_visits", ["updated_at"], sqlite_where=where, postgresql_where=where)


def upgrade() -> None:
    """Apply."""
    _index_where(_NOW)


def downgrade() -> None:
    """Take back."""
    _index_where(_BEFORE)
