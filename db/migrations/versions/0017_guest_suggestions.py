"""Whom a group may ask, and who would rather not this month."""

import sqlalchemy as sa
from alembic import op

from db.models.base import Key, UtcDateTime

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_PAUSES = "guest_pauses"
_TO = {"person_id": "persons", "group_id": "groups", "organisation_id": "organisations"}


def upgrade() -> None:
    """Apply."""
    op.create_table(
        _PAUSES,
        *(sa.Column(name, Key, autoincrement=False, nullable=False) for name in _TO),
        sa.Column("until_day", sa.Date(), nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{_PAUSES}_{column}"))
            for column, to in _TO.items()
        ),
        sa.PrimaryKeyConstraint("person_id", "group_id", name=op.f(f"pk_{_PAUSES}")),
    )
    op.create_index(op.f(f"ix_{_PAUSES}_until_day"), _PAUSES, ["until_day"])
    free = sa.text("visit_id IS NULL AND withdrawn_at IS NULL")
    op.create_index(
        "ix_guest_slots_free", "guest_slots", ["starts_at"], sqlite_where=free, postgresql_where=free
    )
    op.add_column("guest_openings", sa.Column("nudged_at", UtcDateTime(timezone=True)))


def downgrade() -> None:
    """Take back."""
    op.drop_column("guest_openings", "nudged_at")
    op.drop_index("ix_guest_slots_free", "guest_slots")
    op.drop_table(_PAUSES)
