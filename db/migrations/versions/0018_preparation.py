"""How far a visit is prepared."""

import sqlalchemy as sa
from alembic import op

from db.models.base import Key, UtcDateTime

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_TO = {"organisation_id": "organisations", "visit_id": "guest_visits", "author_id": "persons"}


def _pointing(table: str, *columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{_TO[column]}.id"], name=op.f(f"fk_{table}_{column}"))
        for column in columns
    ]


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "guest_ticks",
        sa.Column("visit_id", Key, autoincrement=False, nullable=False),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.Column("organisation_id", Key, autoincrement=False, nullable=False),
        *_pointing("guest_ticks", "visit_id", "organisation_id"),
        sa.PrimaryKeyConstraint("visit_id", "item", name=op.f("pk_guest_ticks")),
    )
    _index("guest_ticks", "organisation_id")
    op.create_table(
        "guest_questions",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("organisation_id", Key, autoincrement=False, nullable=False),
        sa.Column("visit_id", Key, autoincrement=False, nullable=False),
        sa.Column("text", sa.String(length=120), nullable=False),
        sa.Column("sent_at", UtcDateTime(timezone=True)),
        *_pointing("guest_questions", "organisation_id", "visit_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest_questions")),
        sqlite_autoincrement=True,
    )
    _index("guest_questions", "visit_id")
    _index("guest_questions", "organisation_id")
    op.create_table(
        "guest_messages",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("organisation_id", Key, autoincrement=False, nullable=False),
        sa.Column("visit_id", Key, autoincrement=False, nullable=False),
        sa.Column("author_id", Key, autoincrement=False, nullable=False),
        sa.Column("from_guest", sa.Boolean(), nullable=False),
        sa.Column("text", sa.String(length=400), nullable=False),
        sa.Column("sent_at", UtcDateTime(timezone=True), nullable=False),
        *_pointing("guest_messages", "organisation_id", "visit_id", "author_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest_messages")),
        sqlite_autoincrement=True,
    )
    _index("guest_messages", "visit_id", "sent_at")
    _index("guest_messages", "author_id")
    _index("guest_messages", "organisation_id")
    op.add_column("guest_visits", sa.Column("advised_for", UtcDateTime(timezone=True)))


def downgrade() -> None:
    """Take back."""
    op.drop_column("guest_visits", "advised_for")
    for table in ("guest_messages", "guest_questions", "guest_ticks"):
        op.drop_table(table)
