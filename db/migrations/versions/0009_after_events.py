"""Pictures of an event that was, and sheets on which an open lesson is looked at."""

import sqlalchemy as sa
from alembic import op

from db.models.base import Key, UtcDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_MOMENT = UtcDateTime(timezone=True)
_ILLUSTRATED = ("events", "announcements", "event_templates")
"""What a file may go with: it is asked by its name whether anything still needs it."""


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "event_pictures",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        _number("organisation_id"),
        _number("event_id"),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        _number("confirmed_by"),
        sa.Column("added_at", _MOMENT, nullable=False),
        *_refers("event_pictures", organisation_id="organisations", event_id="events"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_pictures")),
        sa.UniqueConstraint("event_id", "sha256", name=op.f("uq_event_pictures_event_id_sha256")),
        sqlite_autoincrement=True,
    )
    _index("event_pictures", "sha256")
    _index("event_pictures", "confirmed_by")
    op.create_table(
        "lesson_sheets",
        _number("event_id"),
        _number("person_id"),
        _number("organisation_id"),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("takeaway", sa.String(length=300)),
        sa.Column("advice", sa.String(length=300)),
        sa.Column("filled_at", _MOMENT, nullable=False),
        *_refers("lesson_sheets", event_id="events", person_id="persons", organisation_id="organisations"),
        sa.PrimaryKeyConstraint("event_id", "person_id", name=op.f("pk_lesson_sheets")),
    )
    _index("lesson_sheets", "person_id")
    for table in _ILLUSTRATED:
        there = sa.text("picture IS NOT NULL")
        op.create_index(
            op.f(f"ix_{table}_picture"), table, ["picture"], sqlite_where=there, postgresql_where=there
        )


def downgrade() -> None:
    """Take back."""
    for table in _ILLUSTRATED:
        op.drop_index(op.f(f"ix_{table}_picture"), table)
    op.drop_table("lesson_sheets")
    op.drop_table("event_pictures")


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, Key, autoincrement=False, nullable=False)


def _refers(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, to in columns.items()
    ]


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))
