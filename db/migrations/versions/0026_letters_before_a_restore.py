"""Numbers of letters that a restored backup does not know are not given again."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_COLUMNS = ("letters_year", "letters_number")


def upgrade() -> None:
    """Apply."""
    for name in _COLUMNS:
        op.add_column("organisations", sa.Column(name, sa.Integer))


def downgrade() -> None:
    """Take back."""
    for name in reversed(_COLUMNS):
        op.drop_column("organisations", name)
