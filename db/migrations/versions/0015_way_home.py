"""What families say of a visit."""

import sqlalchemy as sa
from alembic import op

from db.models.base import Key, UtcDateTime

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "guest_likings",
        *(
            sa.Column(name, Key, autoincrement=False, nullable=False)
            for name in ("visit_id", "person_id", "organisation_id")
        ),
        sa.Column("liking", sa.String(length=8), nullable=False),
        sa.Column("said_at", UtcDateTime(timezone=True), nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_guest_likings_{column}"))
            for column, to in (
                ("visit_id", "guest_visits"),
                ("person_id", "persons"),
                ("organisation_id", "organisations"),
            )
        ),
        sa.PrimaryKeyConstraint("visit_id", "person_id", name=op.f("pk_guest_likings")),
    )
    for column in ("person_id", "organisation_id"):
        op.create_index(op.f(f"ix_guest_likings_{column}"), "guest_likings", [column])


def downgrade() -> None:
    """Take back."""
    op.drop_table("guest_likings")
