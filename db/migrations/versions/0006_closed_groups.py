"""Groups that are closed for some days, and what was done about it."""

import sqlalchemy as sa
from alembic import op

from db.models.base import Key, UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_MOMENT = UtcDateTime(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "group_closures",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("organisation_id", Key, nullable=False),
        sa.Column("group_id", Key, nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=False),
        sa.Column("closed_by", Key, nullable=False),
        sa.Column("closed_at", _MOMENT, nullable=False),
        sa.Column("undone_at", _MOMENT),
        _refers("group_closures", "organisation_id", "organisations"),
        _refers("group_closures", "group_id", "groups"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_closures")),
        sqlite_autoincrement=True,
    )
    for columns in (("group_id", "until_day"), ("organisation_id", "until_day"), ("closed_by",)):
        op.create_index(op.f(f"ix_group_closures_{'_'.join(columns)}"), "group_closures", list(columns))
    op.create_table(
        "closure_steps",
        sa.Column("closure_id", Key, autoincrement=False, nullable=False),
        sa.Column("subject", sa.String(length=48), nullable=False),
        sa.Column("organisation_id", Key, nullable=False),
        sa.Column("deed", sa.String(length=12), nullable=False),
        sa.Column("was_at", _MOMENT, nullable=False),
        sa.Column("now_at", _MOMENT),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=12)),
        _refers("closure_steps", "closure_id", "group_closures"),
        _refers("closure_steps", "organisation_id", "organisations"),
        sa.PrimaryKeyConstraint("closure_id", "subject", name=op.f("pk_closure_steps")),
    )


def downgrade() -> None:
    """Take back."""
    op.drop_table("closure_steps")
    op.drop_table("group_closures")


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))
