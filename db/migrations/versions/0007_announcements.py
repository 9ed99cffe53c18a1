"""Announcements without a date."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.models.base import Key, UtcDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_MOMENT = UtcDateTime(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "announcements",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        *(_number(name) for name in ("organisation_id", "author_id", "author_person_id")),
        sa.Column("text", sa.String(length=3500), nullable=False),
        sa.Column("picture", sa.String(length=64)),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("draft_token", sa.String(length=32), nullable=False),
        *(
            sa.Column(f"for_{role}", sa.Boolean(), nullable=False)
            for role in ("parents", "staff", "partners")
        ),
        *(sa.Column(name, _MOMENT) for name in ("publish_at", "published_at", "stopped_at", "stale_until")),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
        *_refers("announcements", organisation_id="organisations", author_id="memberships"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcements")),
        sa.UniqueConstraint("draft_token", name=op.f("uq_announcements_draft_token")),
        sqlite_autoincrement=True,
    )
    _index("announcements", "organisation_id", "id")
    _index("announcements", "organisation_id", "status", "published_at")
    _index("announcements", "author_id")
    _index("announcements", "author_person_id")
    _partial("planned", "publish_at", "status = 'planned'")
    _partial("reworded", "stale_until", "stale_until IS NOT NULL")
    for addressed, to in (("group", "groups"), ("set", "person_sets")):
        name, column = f"announcement_{addressed}s", f"{addressed}_id"
        op.create_table(
            name,
            _number("announcement_id"),
            _number(column),
            *_refers(name, announcement_id="announcements", **{column: to}),
            sa.PrimaryKeyConstraint("announcement_id", column, name=op.f(f"pk_{name}")),
        )
        _index(name, column, "announcement_id")


def downgrade() -> None:
    """Take back."""
    for table in ("announcement_sets", "announcement_groups", "announcements"):
        op.drop_table(table)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, Key, autoincrement=False, nullable=False)


def _refers(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, to in columns.items()
    ]


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _partial(name: str, column: str, condition: str) -> None:
    where: dict[str, Any] = {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}
    op.create_index(op.f(f"ix_announcements_{name}"), "announcements", [column], **where)
