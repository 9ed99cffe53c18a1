"""Who waits for a date of a group, and the offers made to them."""

import sqlalchemy as sa
from alembic import op

from db.models.base import Key, UtcDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_MOMENT = UtcDateTime(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "guest_queue",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        *(
            sa.Column(name, Key, autoincrement=False, nullable=False)
            for name in ("organisation_id", "group_id", "guest_id")
        ),
        sa.Column("profession", sa.String(length=60), nullable=False),
        sa.Column("profession_slug", sa.String(length=40)),
        sa.Column("formats", sa.String(length=80), nullable=False),
        sa.Column("weekdays", sa.String(length=7), nullable=False),
        sa.Column("ticket", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("slot_id", Key),
        sa.Column("offered_until", _MOMENT),
        sa.Column("lapses", sa.Integer(), nullable=False),
        sa.Column("offers", sa.Integer(), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_guest_queue_{column}"))
            for column, to in (
                ("organisation_id", "organisations"),
                ("group_id", "groups"),
                ("guest_id", "persons"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest_queue")),
        sa.UniqueConstraint("group_id", "guest_id", name=op.f("uq_guest_queue_group_id_guest_id")),
        sqlite_autoincrement=True,
    )
    _index("organisation_id", "group_id", "ticket")
    _index("status", "group_id")
    _index("guest_id")
    kept = sa.text("slot_id IS NOT NULL")
    op.create_index(
        "uq_guest_queue_kept",
        "guest_queue",
        ["slot_id"],
        unique=True,
        sqlite_where=kept,
        postgresql_where=kept,
    )


def downgrade() -> None:
    """Take back."""
    op.drop_table("guest_queue")


def _index(*columns: str) -> None:
    op.create_index(op.f(f"ix_guest_queue_{'_'.join(columns)}"), "guest_queue", list(columns))
