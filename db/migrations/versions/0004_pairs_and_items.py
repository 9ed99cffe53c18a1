"""What a closed wave keeps of its questions and its pairs; a guest's visit that staff enter for a family."""

import sqlalchemy as sa
from alembic import op

from db.models.base import Key

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "item_counts",
        _number("wave_id"),
        sa.Column("form", sa.String(length=1), nullable=False),
        sa.Column("mode", sa.String(length=12), nullable=False),
        sa.Column("item_id", sa.String(length=8), nullable=False),
        sa.Column("first", sa.String(length=8), nullable=False),
        sa.Column("points", sa.Integer(), autoincrement=False, nullable=False),
        _number("organisation_id"),
        sa.Column("n", sa.Integer(), nullable=False),
        _refers("item_counts", "wave_id", "waves"),
        _refers("item_counts", "organisation_id", "organisations"),
        sa.PrimaryKeyConstraint(
            "wave_id", "form", "mode", "item_id", "first", "points", name=op.f("pk_item_counts")
        ),
    )
    _of_pairs("pair_fates", sa.Column("fate", sa.String(length=12), nullable=False))
    _of_pairs("pair_changes", sa.Column("change", sa.String(length=24), nullable=False))
    _of_pairs(
        "pair_levels",
        sa.Column("start_level", sa.String(length=8), nullable=False),
        sa.Column("final_level", sa.String(length=8), nullable=False),
    )
    child = sa.ForeignKey("children.id", name=op.f("fk_guest_visits_child_id"))
    op.add_column("guest_visits", sa.Column("child_id", Key, child, nullable=True), inline_references=True)
    op.add_column("guest_visits", sa.Column("entered_by", Key, nullable=True))
    op.create_index(op.f("ix_guest_visits_child_id"), "guest_visits", ["child_id"])


def downgrade() -> None:
    """Take back."""
    op.drop_index(op.f("ix_guest_visits_child_id"), "guest_visits")
    kept = {"sqlite_autoincrement": True}
    with op.batch_alter_table("guest_visits", schema=None, table_kwargs=kept) as batch_op:
        batch_op.drop_column("entered_by")
        batch_op.drop_column("child_id")
    for table in ("pair_levels", "pair_changes", "pair_fates", "item_counts"):
        op.drop_table(table)


def _of_pairs(table: str, *counted_by: sa.Column[str]) -> None:
    """A table of counts by group, mode, measure and what else it divides by."""
    op.create_table(
        table,
        _number("wave_id"),
        _number("group_id"),
        sa.Column("mode", sa.String(length=12), nullable=False),
        sa.Column("measure", sa.String(length=12), nullable=False),
        *counted_by,
        _number("organisation_id"),
        sa.Column("n", sa.Integer(), nullable=False),
        _refers(table, "wave_id", "waves"),
        _refers(table, "group_id", "groups"),
        _refers(table, "organisation_id", "organisations"),
        sa.PrimaryKeyConstraint(
            *("wave_id", "group_id", "mode", "measure"),
            *(column.name for column in counted_by),
            name=op.f(f"pk_{table}"),
        ),
    )


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, Key, autoincrement=False, nullable=False)


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))
