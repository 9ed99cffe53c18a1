"""Dates for families by name stay theirs when the last of the named ones has gone."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("guest_openings", sa.Column("named", sa.Boolean, nullable=False, server_default=sa.false()))
    true = sa.true().compile(dialect=op.get_bind().dialect)
    op.execute(
        f"UPDATE guest_openings SET named = {true} WHERE id IN (SELECT opening_id FROM guest_opening_families)"
    )


def downgrade() -> None:
    """Take back."""
    op.drop_column("guest_openings", "named")
