"""Publications that a methodist approves; templates of events."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.models.base import Key, UtcDateTime

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _decision() -> tuple[sa.Column[Any], ...]:
    """What a methodist has said of a publication, and who it was."""
    return sa.Column("returned_words", sa.String(length=300)), sa.Column("decided_by", Key)


_ADDED: dict[str, tuple[sa.Column[Any], ...]] = {
    "events": (sa.Column("proposed_weeks", sa.Integer()), *_decision()),
    "announcements": _decision(),
}


def upgrade() -> None:
    """Apply."""
    op.add_column(
        "organisations",
        sa.Column("approve_events", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    for table, columns in _ADDED.items():
        for column in columns:
            op.add_column(table, column)
    op.create_table(
        "event_templates",
        sa.Column("id", Key, nullable=False),
        sa.Column("organisation_id", Key, nullable=False),
        sa.Column("made_by", Key, nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("sort_key", sa.String(length=60), nullable=False),
        sa.Column("form", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("note", sa.String(length=600)),
        sa.Column("bring", sa.Boolean(), nullable=False),
        sa.Column("seats", sa.Integer()),
        sa.Column("seats_by", sa.String(length=8)),
        sa.Column("for_parents", sa.Boolean(), nullable=False),
        sa.Column("for_staff", sa.Boolean(), nullable=False),
        sa.Column("for_partners", sa.Boolean(), nullable=False),
        sa.Column("picture", sa.String(length=64)),
        sa.Column("created_at", UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_event_templates_organisation_id_organisations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_templates")),
        sa.UniqueConstraint(
            "organisation_id", "sort_key", name=op.f("uq_event_templates_organisation_id_sort_key")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_event_templates_made_by"), "event_templates", ["made_by"])


def downgrade() -> None:
    """Take back: what waits for a methodist is a draft again."""
    op.drop_table("event_templates")
    for table, columns in _ADDED.items():
        op.execute(f"UPDATE {table} SET status = 'draft', publish_at = NULL WHERE status = 'proposed'")
        for column in columns:
            op.drop_column(table, column.name)
    op.drop_column("organisations", "approve_events")
