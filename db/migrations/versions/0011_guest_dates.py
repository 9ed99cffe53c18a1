"""Days without guests, quiet months, and how long an application has waited."""

import sqlalchemy as sa
from alembic import op

from db.models.base import Key

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_WAITED = ("waited_version", "waited_long_version")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "guest_free_days",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("organisation_id", Key, autoincrement=False, nullable=False),
        sa.Column("group_id", Key, autoincrement=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=False),
        sa.Column("note", sa.String(length=60)),
        *(
            sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_guest_free_days_{column}"))
            for column, to in (("organisation_id", "organisations"), ("group_id", "groups"))
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest_free_days")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_guest_free_days_organisation_id_until_day"),
        "guest_free_days",
        ["organisation_id", "until_day"],
    )
    op.add_column(
        "organisations",
        sa.Column("quiet_months", sa.String(length=32), server_default="5,12", nullable=False),
    )
    for column in _WAITED:
        op.add_column("guest_visits", sa.Column(column, sa.Integer()))
    waits = sa.text("status IN ('applied', 'detailed')")
    op.create_index(
        "ix_guest_visits_waiting", "guest_visits", ["updated_at"], sqlite_where=waits, postgresql_where=waits
    )


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_guest_visits_waiting", "guest_visits")
    for column in reversed(_WAITED):
        op.drop_column("guest_visits", column)
    op.drop_column("organisations", "quiet_months")
    op.drop_table("guest_free_days")
