"""Families that are invited to be guests by name."""

import sqlalchemy as sa
from alembic import op

from db.models.base import Key

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_TABLE = "guest_opening_families"


def upgrade() -> None:
    """Apply."""
    op.create_table(
        _TABLE,
        *(
            sa.Column(name, Key, autoincrement=False, nullable=False)
            for name in ("opening_id", "child_id", "organisation_id")
        ),
        *(
            sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{_TABLE}_{column}"))
            for column, to in (
                ("opening_id", "guest_openings"),
                ("child_id", "children"),
                ("organisation_id", "organisations"),
            )
        ),
        sa.PrimaryKeyConstraint("opening_id", "child_id", name=op.f(f"pk_{_TABLE}")),
    )
    op.create_index(op.f(f"ix_{_TABLE}_child_id"), _TABLE, ["child_id"])


def downgrade() -> None:
    """Take back."""
    op.drop_table(_TABLE)
