"""What is kept of a visit that was held."""

import sqlalchemy as sa
from alembic import op

from db.models.base import Key

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

COLUMNS = (
    ("comer_kind", sa.String(length=8)),
    ("missed", sa.String(length=16)),
    ("note", sa.String(length=200)),
    ("follow_up_told", sa.Integer()),
)
KINDS = """
UPDATE guest_visits SET comer_kind = CASE
    WHEN entered_by IS NOT NULL AND child_id IS NULL THEN 'partner'
    WHEN entered_by IS NOT NULL THEN 'family'
    WHEN EXISTS (
        SELECT 1 FROM memberships m
        JOIN guardianships g ON g.membership_id = m.id
        JOIN children c ON c.id = g.child_id
        WHERE m.person_id = guest_visits.guest_id AND m.organisation_id = guest_visits.organisation_id
            AND m.role = 'parent' AND c.group_id = guest_visits.group_id
    ) THEN 'family'
    WHEN EXISTS (
        SELECT 1 FROM memberships m
        WHERE m.person_id = guest_visits.guest_id AND m.organisation_id = guest_visits.organisation_id
            AND m.role = 'partner'
    ) THEN 'partner'
    ELSE 'family'
END
WHERE entered_by IS NOT NULL OR guest_id IS NOT NULL
"""
"""Of a guest who is gone already nobody knows it."""
FAMILIES = """
INSERT INTO guest_visit_families (organisation_id, visit_id, group_id, child_id)
SELECT v.organisation_id, v.id, c.group_id, c.id
FROM guest_visits v
JOIN memberships m ON m.person_id = v.guest_id AND m.organisation_id = v.organisation_id
JOIN guardianships g ON g.membership_id = m.id
JOIN children c ON c.id = g.child_id
WHERE v.status = 'held' AND m.role = 'parent' AND m.ended_at IS NULL AND c.left_at IS NULL
UNION
SELECT v.organisation_id, v.id, c.group_id, c.id
FROM guest_visits v
JOIN children c ON c.id = v.child_id
WHERE v.status = 'held' AND c.left_at IS NULL
"""


def upgrade() -> None:
    """Apply."""
    for name, kind in COLUMNS:
        op.add_column("guest_visits", sa.Column(name, kind))
    op.create_table(
        "guest_visit_families",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("organisation_id", Key, autoincrement=False, nullable=False),
        sa.Column("visit_id", Key, autoincrement=False, nullable=False),
        sa.Column("group_id", Key, autoincrement=False, nullable=False),
        sa.Column("child_id", Key, autoincrement=False),
        sa.Column("family", Key, autoincrement=False),
        *_foreign(
            "guest_visit_families",
            ("organisation_id", "organisations"),
            ("visit_id", "guest_visits"),
            ("group_id", "groups"),
            ("child_id", "children"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest_visit_families")),
        sa.UniqueConstraint("visit_id", "child_id", name=op.f("uq_guest_visit_families_visit_id_child_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_guest_visit_families_child_id"), "guest_visit_families", ["child_id"])
    op.create_table(
        "guest_follow_ups",
        sa.Column("visit_id", Key, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("organisation_id", Key, autoincrement=False, nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        *_foreign("guest_follow_ups", ("visit_id", "guest_visits"), ("organisation_id", "organisations")),
        sa.PrimaryKeyConstraint("visit_id", "kind", name=op.f("pk_guest_follow_ups")),
    )
    op.execute(KINDS)
    op.execute(FAMILIES)


def _foreign(table: str, *to: tuple[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{there}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, there in to
    ]


def downgrade() -> None:
    """Take back."""
    op.drop_table("guest_follow_ups")
    op.drop_table("guest_visit_families")
    for name, _ in reversed(COLUMNS):
        op.drop_column("guest_visits", name)
