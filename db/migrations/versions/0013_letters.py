"""Letters of thanks and their register."""

import sqlalchemy as sa
from alembic import op

from db.models.base import Key, UtcDateTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "guest_letters",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("organisation_id", Key, autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("visit_id", Key, autoincrement=False, nullable=False),
        sa.Column("guest_id", Key, autoincrement=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("salutation", sa.String(length=120)),
        sa.Column("words", sa.String(length=500)),
        sa.Column("created_by", Key, autoincrement=False, nullable=False),
        sa.Column("sent_at", UtcDateTime(timezone=True)),
        *(
            sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_guest_letters_{column}"))
            for column, to in (
                ("organisation_id", "organisations"),
                ("visit_id", "guest_visits"),
                ("guest_id", "persons"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest_letters")),
        sa.UniqueConstraint(
            "organisation_id", "year", "number", name=op.f("uq_guest_letters_organisation_id_year_number")
        ),
        sa.UniqueConstraint("visit_id", name=op.f("uq_guest_letters_visit_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_guest_letters_guest_id"), "guest_letters", ["guest_id"])


def downgrade() -> None:
    """Take back."""
    op.drop_table("guest_letters")
