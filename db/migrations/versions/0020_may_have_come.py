"""What a dead process or a broken line leaves behind: a message that may have come although nobody has said so."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_WAS = "last_error IN ('network', 'unknown', 'lease-lapsed')"


def upgrade() -> None:
    """Apply."""
    op.add_column("outbox", sa.Column("may_have_come", sa.Boolean, nullable=False, server_default=sa.false()))
    op.execute(
        f"UPDATE outbox SET may_have_come = {sa.true().compile(dialect=op.get_bind().dialect)} WHERE {_WAS}"
    )


def downgrade() -> None:
    """Take back."""
    op.drop_column("outbox", "may_have_come")
