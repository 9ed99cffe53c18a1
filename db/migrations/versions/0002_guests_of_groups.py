"""Guests of groups: dates that are open to them, and their visits."""

from typing import Any

import sqlalchemy as sa
from alembic import op

import db.models.base

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = db.models.base.UtcDateTime(timezone=True)


def _id() -> sa.Column[int]:
    return sa.Column("id", _KEY, autoincrement=True, nullable=False)


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "guest_openings",
        _id(),
        sa.Column("organisation_id", _KEY, nullable=False),
        sa.Column("group_id", _KEY, nullable=False),
        sa.Column("author_id", _KEY, nullable=False),
        sa.Column("author_person_id", _KEY, nullable=False),
        sa.Column("wish", sa.String(length=200), nullable=True),
        sa.Column("draft_token", sa.String(length=32), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["memberships.id"], name=op.f("fk_guest_openings_author_id")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_guest_openings_group_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_guest_openings_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest_openings")),
        sa.UniqueConstraint("draft_token", name=op.f("uq_guest_openings_draft_token")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_guest_openings_organisation_id_created_at"),
        "guest_openings",
        ["organisation_id", "created_at"],
    )
    op.create_index(op.f("ix_guest_openings_author_person_id"), "guest_openings", ["author_person_id"])

    op.create_table(
        "guest_opening_partners",
        sa.Column("opening_id", _KEY, nullable=False),
        sa.Column("membership_id", _KEY, nullable=False),
        sa.Column("organisation_id", _KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["membership_id"], ["memberships.id"], name=op.f("fk_guest_opening_partners_membership_id")
        ),
        sa.ForeignKeyConstraint(
            ["opening_id"], ["guest_openings.id"], name=op.f("fk_guest_opening_partners_opening_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_guest_opening_partners_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("opening_id", "membership_id", name=op.f("pk_guest_opening_partners")),
    )
    op.create_index(
        op.f("ix_guest_opening_partners_membership_id"), "guest_opening_partners", ["membership_id"]
    )

    op.create_table(
        "guest_slots",
        _id(),
        sa.Column("organisation_id", _KEY, nullable=False),
        sa.Column("group_id", _KEY, nullable=False),
        sa.Column("opening_id", _KEY, nullable=False),
        sa.Column("starts_at", _MOMENT, nullable=False),
        sa.Column("withdrawn_at", _MOMENT, nullable=True),
        sa.Column("visit_id", _KEY, nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_guest_slots_group_id")),
        sa.ForeignKeyConstraint(
            ["opening_id"], ["guest_openings.id"], name=op.f("fk_guest_slots_opening_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_guest_slots_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest_slots")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_guest_slots_standing",
        "guest_slots",
        ["group_id", "starts_at"],
        unique=True,
        **_where("withdrawn_at IS NULL"),
    )
    op.create_index("ix_guest_slots_taken", "guest_slots", ["starts_at"], **_where("visit_id IS NOT NULL"))
    op.create_index(
        op.f("ix_guest_slots_organisation_id_starts_at"), "guest_slots", ["organisation_id", "starts_at"]
    )
    op.create_index(op.f("ix_guest_slots_opening_id"), "guest_slots", ["opening_id"])

    op.create_table(
        "guest_visits",
        _id(),
        sa.Column("organisation_id", _KEY, nullable=False),
        sa.Column("group_id", _KEY, nullable=False),
        sa.Column("slot_id", _KEY, nullable=False),
        sa.Column("guest_id", _KEY, nullable=True),
        sa.Column("profession", sa.String(length=60), nullable=False),
        sa.Column("profession_slug", sa.String(length=40), nullable=True),
        sa.Column("formats", sa.String(length=80), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("plan", sa.String(length=600), nullable=True),
        sa.Column("brings", sa.String(length=300), nullable=True),
        sa.Column("needs", sa.String(length=300), nullable=True),
        sa.Column("dangers", sa.String(length=60), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("decline", sa.String(length=16), nullable=True),
        sa.Column("decline_note", sa.String(length=200), nullable=True),
        sa.Column("children", sa.Integer(), nullable=True),
        sa.Column("draft_token", sa.String(length=32), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
        sa.Column("reminded_for", _MOMENT, nullable=True),
        sa.Column("hours_reminded_for", _MOMENT, nullable=True),
        sa.Column("asked_for", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_guest_visits_group_id")),
        sa.ForeignKeyConstraint(["guest_id"], ["persons.id"], name=op.f("fk_guest_visits_guest_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_guest_visits_organisation_id")
        ),
        sa.ForeignKeyConstraint(["slot_id"], ["guest_slots.id"], name=op.f("fk_guest_visits_slot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest_visits")),
        sa.UniqueConstraint("draft_token", name=op.f("uq_guest_visits_draft_token")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_guest_visits_slot",
        "guest_visits",
        ["slot_id"],
        unique=True,
        **_where("status NOT IN ('declined', 'given-back')"),
    )
    op.create_index(op.f("ix_guest_visits_slot_id"), "guest_visits", ["slot_id"])
    op.create_index(op.f("ix_guest_visits_guest_id"), "guest_visits", ["guest_id"])
    op.create_index(op.f("ix_guest_visits_group_id_status"), "guest_visits", ["group_id", "status"])
    op.create_index(
        op.f("ix_guest_visits_organisation_id_status_updated_at"),
        "guest_visits",
        ["organisation_id", "status", "updated_at"],
    )


def downgrade() -> None:
    """Undo: dates, visits and who was invited are forgotten."""
    for table in ("guest_visits", "guest_slots", "guest_opening_partners", "guest_openings"):
        op.drop_table(table)
