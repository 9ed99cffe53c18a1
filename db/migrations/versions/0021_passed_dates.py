"""Who waits for a date may let one pass and keep the place: it is not offered to them again."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("guest_queue", sa.Column("passed", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    """Take back."""
    op.drop_column("guest_queue", "passed")
