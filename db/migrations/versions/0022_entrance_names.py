"""Full names that guests give for the entrance list of one visit."""

import sqlalchemy as sa
from alembic import op

from db.models.base import Key, UtcDateTime

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_TO = {"visit_id": "guest_visits", "organisation_id": "organisations", "guest_id": "persons"}


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "guest_entrance_names",
        sa.Column("visit_id", Key, autoincrement=False, nullable=False),
        sa.Column("organisation_id", Key, autoincrement=False, nullable=False),
        sa.Column("guest_id", Key, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("given_at", UtcDateTime(timezone=True), nullable=False),
        *[
            sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_guest_entrance_names_{column}"))
            for column, to in _TO.items()
        ],
        sa.PrimaryKeyConstraint("visit_id", name=op.f("pk_guest_entrance_names")),
    )
    for column in ("organisation_id", "guest_id"):
        op.create_index(op.f(f"ix_guest_entrance_names_{column}"), "guest_entrance_names", [column])


def downgrade() -> None:
    """Take back."""
    op.drop_table("guest_entrance_names")
