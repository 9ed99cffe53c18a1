"""Events whole: forms, seats and queues, drafts, campaigns, posts in chats, what comes afterwards."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.models.base import Key, UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_MOMENT = UtcDateTime(timezone=True)
_COUNTERS = ("seats_taken", "waiting")
_NEW: tuple[sa.Column[Any], ...] = (
    sa.Column("form", sa.String(length=20), server_default=sa.text("'other'"), nullable=False),
    sa.Column("ends_at", _MOMENT),
    sa.Column("answer_until", _MOMENT),
    sa.Column("seats", sa.Integer()),
    sa.Column("seats_by", sa.String(length=8)),
    sa.Column("next_ticket", sa.Integer(), server_default=sa.text("1"), nullable=False),
    sa.Column("for_parents", sa.Boolean(), server_default=sa.true(), nullable=False),
    sa.Column("for_staff", sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column("for_partners", sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column("picture", sa.String(length=64)),
    sa.Column("publish_at", _MOMENT),
    sa.Column("published_at", _MOMENT),
    sa.Column("cancelled_at", _MOMENT),
    sa.Column("nudged_at", _MOMENT),
    sa.Column("stopped_at", _MOMENT),
    sa.Column("recalled_at", _MOMENT),
    sa.Column("series_id", Key),
    sa.Column("result", sa.String(length=600)),
    sa.Column("album_url", sa.String(length=300)),
    sa.Column("thanked_at", _MOMENT),
)
_KEPT: tuple[sa.Column[Any], ...] = (
    sa.Column("ends_at", _MOMENT),
    sa.Column("answer_until", _MOMENT),
    sa.Column("form", sa.String(length=20)),
)
_TABLES = (
    *("event_feedback", "event_attendances", "recalls", "event_posts", "bound_chats", "event_parties"),
    "event_sets",
)


def upgrade() -> None:
    """Apply."""
    _grow_events()
    op.create_table(
        "event_sets",
        _number("event_id"),
        _number("set_id"),
        *_refers("event_sets", event_id="events", set_id="person_sets"),
        sa.PrimaryKeyConstraint("event_id", "set_id", name=op.f("pk_event_sets")),
    )
    _index("event_sets", "set_id", "event_id")
    _make_parties()
    _make_posts()
    _make_recaps()


def downgrade() -> None:
    """Take back."""
    for table in _TABLES:
        op.drop_table(table)
    for index in ("ix_events_planned", "ix_events_waiting", "ix_events_series"):
        op.drop_index(op.f(index), "events")
    for column in _KEPT:
        op.drop_column("event_versions", column.name)
    for name in (*_COUNTERS, *(column.name for column in _NEW)):
        op.drop_column("events", name)


def _grow_events() -> None:
    for column in _NEW:
        op.add_column("events", column)
    for counter in _COUNTERS:
        # in one statement: SQLite cannot be told of a check afterwards
        check = f"CONSTRAINT ck_events_{counter} CHECK ({counter} >= 0)"
        op.execute(f"ALTER TABLE events ADD COLUMN {counter} INTEGER DEFAULT 0 NOT NULL {check}")
    op.execute("UPDATE events SET published_at = created_at")
    _partial("events", "planned", ["publish_at"], "status = 'planned'")
    _partial("events", "waiting", ["starts_at"], "waiting > 0")
    _partial("events", "series", ["series_id"], "series_id IS NOT NULL")
    for column in _KEPT:
        op.add_column("event_versions", column)


def _make_parties() -> None:
    op.create_table(
        "event_parties",
        _id(),
        _number("organisation_id"),
        _number("event_id"),
        sa.Column("child_id", Key),
        sa.Column("person_id", Key),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("ticket", sa.Integer()),
        sa.Column("offered_until", _MOMENT),
        sa.Column("lapses", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        *_refers(
            "event_parties",
            organisation_id="organisations",
            event_id="events",
            child_id="children",
            person_id="persons",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_parties")),
        sa.UniqueConstraint("event_id", "child_id", name=op.f("uq_event_parties_event_id_child_id")),
        sa.UniqueConstraint("event_id", "person_id", name=op.f("uq_event_parties_event_id_person_id")),
        sqlite_autoincrement=True,
    )
    _partial("event_parties", "queue", ["event_id", "ticket"], "status = 'waiting'")
    _partial("event_parties", "offers", ["offered_until"], "status = 'offered'")
    _index("event_parties", "child_id")
    _index("event_parties", "person_id")


def _make_posts() -> None:
    op.create_table(
        "bound_chats",
        _id(),
        _number("organisation_id"),
        sa.Column("group_id", Key),
        _number("chat_id"),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("title", sa.String(length=128), nullable=False),
        _number("bound_by"),
        sa.Column("bound_at", _MOMENT, nullable=False),
        sa.Column("lost_at", _MOMENT),
        sa.Column("lost_why", sa.String(length=16)),
        *_refers("bound_chats", organisation_id="organisations", group_id="groups"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bound_chats")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_bound_chats_chat_id")),
        sqlite_autoincrement=True,
    )
    _index("bound_chats", "organisation_id", "lost_at")
    _index("bound_chats", "bound_by")
    op.create_table(
        "event_posts",
        _id(),
        _number("organisation_id"),
        _number("bound_chat_id"),
        sa.Column("subject", sa.String(length=48), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("message_id", Key),
        sa.Column("version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.Column("leased_until", _MOMENT),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("last_error", sa.String(length=32)),
        *_refers("event_posts", organisation_id="organisations", bound_chat_id="bound_chats"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_posts")),
        sa.UniqueConstraint("bound_chat_id", "subject", name=op.f("uq_event_posts_bound_chat_id_subject")),
        sqlite_autoincrement=True,
    )
    _partial("event_posts", "due", ["due_at"], "status = 'wanted'")
    _partial("event_posts", "sending", ["leased_until"], "status = 'sending'")
    _index("event_posts", "subject")


def _make_recaps() -> None:
    op.create_table(
        "event_attendances",
        _number("event_id"),
        _number("child_id"),
        _number("organisation_id"),
        sa.Column("adults", sa.Integer(), nullable=False),
        sa.Column("children", sa.Integer(), nullable=False),
        _number("marked_by"),
        sa.Column("marked_at", _MOMENT, nullable=False),
        *_refers(
            "event_attendances", event_id="events", child_id="children", organisation_id="organisations"
        ),
        sa.PrimaryKeyConstraint("event_id", "child_id", name=op.f("pk_event_attendances")),
    )
    _index("event_attendances", "organisation_id", "event_id")
    _index("event_attendances", "child_id")
    _index("event_attendances", "marked_by")
    op.create_table(
        "event_feedback",
        _number("event_id"),
        _number("person_id"),
        _number("organisation_id"),
        sa.Column("mood", sa.String(length=8), nullable=False),
        sa.Column("said_at", _MOMENT, nullable=False),
        *_refers("event_feedback", event_id="events", person_id="persons", organisation_id="organisations"),
        sa.PrimaryKeyConstraint("event_id", "person_id", name=op.f("pk_event_feedback")),
    )
    _index("event_feedback", "person_id")
    op.create_table(
        "recalls",
        sa.Column("subject", sa.String(length=48), nullable=False),
        _number("organisation_id"),
        _number("asked_by"),
        sa.Column("asked_at", _MOMENT, nullable=False),
        sa.Column("done_at", _MOMENT),
        *_refers("recalls", organisation_id="organisations"),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_recalls")),
    )
    _partial("recalls", "undone", ["asked_at"], "done_at IS NULL")
    _index("recalls", "asked_by")


def _id() -> sa.Column[int]:
    return sa.Column("id", Key, autoincrement=True, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, Key, autoincrement=False, nullable=False)


def _refers(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, to in columns.items()
    ]


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _partial(table: str, name: str, columns: list[str], condition: str) -> None:
    where: dict[str, Any] = {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}
    op.create_index(op.f(f"ix_{table}_{name}"), table, columns, **where)
