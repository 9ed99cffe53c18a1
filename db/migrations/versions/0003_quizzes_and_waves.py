"""Quizzes and waves."""

import sqlalchemy as sa
from alembic import op

from db.models.base import Key, UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    _waves()
    _what_belongs_to_waves()
    _children()
    _attempts()
    with op.batch_alter_table("erasures", schema=None) as batch_op:
        batch_op.add_column(sa.Column("child_id", Key, nullable=True))


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("erasures", schema=None) as batch_op:
        batch_op.drop_column("child_id")
    for table in (
        "attempt_scores",
        "quiz_answers",
        "attempts",
        "form_draws",
        "child_consents",
        "wave_cells",
        "wave_nudges",
        "wave_groups",
        "waves",
        "pack_approvals",
        "instrument_versions",
    ):
        op.drop_table(table)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, UtcDateTime(timezone=True), nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, Key, autoincrement=False, nullable=nullable)


def _own_number() -> sa.Column[int]:
    return sa.Column("id", Key, autoincrement=True, nullable=False)


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))


def _index(table: str, *columns: str) -> None:
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.create_index(batch_op.f(f"ix_{table}_{'_'.join(columns)}"), list(columns), unique=False)


def _waves() -> None:
    op.create_table(
        "instrument_versions",
        sa.Column("slug", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("json", sa.JSON(), nullable=False),
        _moment("published_at"),
        sa.PrimaryKeyConstraint("slug", "version", name=op.f("pk_instrument_versions")),
    )
    op.create_table(
        "pack_approvals",
        _number("organisation_id"),
        sa.Column("slug", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        _number("approved_by"),
        _moment("approved_at"),
        _refers("pack_approvals", "organisation_id", "organisations"),
        sa.PrimaryKeyConstraint("organisation_id", "slug", "version", name=op.f("pk_pack_approvals")),
    )
    _index("pack_approvals", "approved_by")
    op.create_table(
        "waves",
        _own_number(),
        _number("organisation_id"),
        sa.Column("slug", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("draft_token", sa.String(length=32), nullable=False),
        _number("opened_by"),
        _moment("opened_at"),
        _moment("closes_at"),
        _moment("closed_at", nullable=True),
        _refers("waves", "organisation_id", "organisations"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waves")),
        sa.UniqueConstraint("draft_token", name=op.f("uq_waves_draft_token")),
        sa.UniqueConstraint(
            "organisation_id",
            "slug",
            "school_year",
            "kind",
            name=op.f("uq_waves_organisation_id_slug_school_year_kind"),
        ),
        sqlite_autoincrement=True,
    )
    _index("waves", "status", "closes_at")
    _index("waves", "opened_by")


def _what_belongs_to_waves() -> None:
    op.create_table(
        "wave_groups",
        _number("wave_id"),
        _number("group_id"),
        _refers("wave_groups", "wave_id", "waves"),
        _refers("wave_groups", "group_id", "groups"),
        sa.PrimaryKeyConstraint("wave_id", "group_id", name=op.f("pk_wave_groups")),
    )
    _index("wave_groups", "group_id", "wave_id")
    op.create_table(
        "wave_nudges",
        _number("wave_id"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        _moment("put_at"),
        _refers("wave_nudges", "wave_id", "waves"),
        sa.PrimaryKeyConstraint("wave_id", "number", name=op.f("pk_wave_nudges")),
    )
    op.create_table(
        "wave_cells",
        _number("wave_id"),
        _number("group_id"),
        sa.Column("mode", sa.String(length=12), nullable=False),
        sa.Column("measure", sa.String(length=12), nullable=False),
        sa.Column("level", sa.String(length=8), nullable=False),
        _number("organisation_id"),
        sa.Column("n", sa.Integer(), nullable=False),
        _refers("wave_cells", "wave_id", "waves"),
        _refers("wave_cells", "group_id", "groups"),
        _refers("wave_cells", "organisation_id", "organisations"),
        sa.PrimaryKeyConstraint(
            "wave_id", "group_id", "mode", "measure", "level", name=op.f("pk_wave_cells")
        ),
    )


def _children() -> None:
    op.create_table(
        "child_consents",
        _own_number(),
        _number("organisation_id"),
        _number("child_id"),
        sa.Column("purpose", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        _number("person_id", nullable=True),
        sa.Column("person_hash", sa.String(length=64), nullable=True),
        sa.Column("paper_number", sa.String(length=40), nullable=True),
        sa.Column("paper_day", sa.Date(), nullable=True),
        _number("entered_by", nullable=True),
        _moment("given_at"),
        _moment("withdrawn_at", nullable=True),
        _number("withdrawn_by", nullable=True),
        _refers("child_consents", "organisation_id", "organisations"),
        _refers("child_consents", "child_id", "children"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_child_consents")),
        sqlite_autoincrement=True,
    )
    for column in ("child_id", "person_id", "entered_by", "withdrawn_by"):
        _index("child_consents", column)
    _index("child_consents", "organisation_id", "withdrawn_at")
    op.create_table(
        "form_draws",
        _number("child_id"),
        sa.Column("slug", sa.String(length=40), nullable=False),
        sa.Column("school_year", sa.Integer(), autoincrement=False, nullable=False),
        _number("organisation_id"),
        sa.Column("form", sa.String(length=1), nullable=False),
        _moment("drawn_at"),
        _refers("form_draws", "child_id", "children"),
        _refers("form_draws", "organisation_id", "organisations"),
        sa.PrimaryKeyConstraint("child_id", "slug", "school_year", name=op.f("pk_form_draws")),
    )


def _attempts() -> None:
    op.create_table(
        "attempts",
        _own_number(),
        _number("organisation_id"),
        _number("wave_id"),
        _number("child_id"),
        _number("group_id"),
        sa.Column("form", sa.String(length=1), nullable=False),
        sa.Column("mode", sa.String(length=12), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("pictures", sa.Boolean(), nullable=False),
        _moment("started_at"),
        _number("stopped_by", nullable=True),
        sa.Column("role_name", sa.String(length=12), nullable=True),
        sa.Column("help", sa.String(length=8), nullable=True),
        _moment("finished_at", nullable=True),
        sa.Column("uneven", sa.Boolean(), nullable=True),
        sa.Column("median_ms", sa.Integer(), nullable=True),
        sa.Column("same_place", sa.Boolean(), nullable=True),
        _refers("attempts", "organisation_id", "organisations"),
        _refers("attempts", "wave_id", "waves"),
        _refers("attempts", "child_id", "children"),
        _refers("attempts", "group_id", "groups"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
        sa.UniqueConstraint("wave_id", "child_id", name=op.f("uq_attempts_wave_id_child_id")),
        sqlite_autoincrement=True,
    )
    _index("attempts", "child_id")
    _index("attempts", "stopped_by")
    op.create_table(
        "quiz_answers",
        _number("attempt_id"),
        sa.Column("item_id", sa.String(length=8), nullable=False),
        sa.Column("try_no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("choice", sa.String(length=8), nullable=True),
        _moment("at"),
        _refers("quiz_answers", "attempt_id", "attempts"),
        sa.PrimaryKeyConstraint("attempt_id", "item_id", "try_no", name=op.f("pk_quiz_answers")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "attempt_scores",
        _number("attempt_id"),
        sa.Column("measure", sa.String(length=12), nullable=False),
        sa.Column("numerator", sa.Integer(), nullable=True),
        sa.Column("denominator", sa.Integer(), nullable=True),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(length=8), nullable=True),
        _refers("attempt_scores", "attempt_id", "attempts"),
        sa.PrimaryKeyConstraint("attempt_id", "measure", name=op.f("pk_attempt_scores")),
        sqlite_with_rowid=False,
    )
