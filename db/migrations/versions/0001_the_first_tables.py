"""The first tables."""

import sqlalchemy as sa
from alembic import op

import db.models.base

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "audit",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("action", sa.String(length=48), nullable=False),
        sa.Column("subject", sa.String(length=48), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_at"), ["at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_audit_organisation_id_at"), ["organisation_id", "at"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_audit_person_id"), ["person_id"], unique=False)

    op.create_table(
        "erasures",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_hash", sa.String(length=64), nullable=False),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("purpose", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasures")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("erasures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_erasures_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_erasures_person_id"), ["person_id"], unique=False)

    op.create_table(
        "form_states",
        sa.Column("key", sa.String(length=160), nullable=False),
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("state", sa.String(length=120), nullable=True),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("updated_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_form_states")),
    )
    with op.batch_alter_table("form_states", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_form_states_updated_at"), ["updated_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_form_states_user_id"), ["user_id"], unique=False)

    op.create_table(
        "installation",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("value", sa.String(length=400), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_installation")),
    )
    op.create_table(
        "organisations",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=True),
        sa.Column("operator", sa.String(length=300), nullable=True),
        sa.Column("contact", sa.String(length=300), nullable=True),
        sa.Column("processor", sa.String(length=300), nullable=True),
        sa.Column("personal_data", sa.Boolean(), nullable=False),
        sa.Column("personal_data_decision", sa.String(length=120), nullable=True),
        sa.Column("quiet_from", sa.Time(), nullable=False),
        sa.Column("quiet_to", sa.Time(), nullable=False),
        sa.Column("summary_at", sa.Time(), nullable=False),
        sa.Column("next_child_number", sa.Integer(), nullable=False),
        sa.Column("created_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "persons",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("platform", sa.String(length=16), nullable=False),
        sa.Column("platform_user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("chat_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("locale", sa.String(length=8), nullable=False),
        sa.Column(
            "current_membership_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("chat_closed_at", db.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("created_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
        sa.UniqueConstraint(
            "platform", "platform_user_id", name=op.f("uq_persons_platform_platform_user_id")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_persons_chat_id"), ["chat_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_persons_created_at"), ["created_at"], unique=False)

    op.create_table(
        "seen_updates",
        sa.Column(
            "bot_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column(
            "update_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "update_id", name=op.f("pk_seen_updates")),
    )
    with op.batch_alter_table("seen_updates", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seen_updates_at"), ["at"], unique=False)

    op.create_table(
        "sent_messages",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("chat_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("message_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("subject", sa.String(length=48), nullable=True),
        sa.Column("rendered_hash", sa.String(length=64), nullable=True),
        sa.Column("sent_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("updated_at", db.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("remove_after", db.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sent_messages")),
        sa.UniqueConstraint("chat_id", "message_id", name=op.f("uq_sent_messages_chat_id_message_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("sent_messages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sent_messages_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sent_messages_remove_after"), ["remove_after"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_sent_messages_subject_chat_id"), ["subject", "chat_id"], unique=False
        )

    op.create_table(
        "consents",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("person_hash", sa.String(length=64), nullable=False),
        sa.Column("purpose", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        sa.Column("given_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", db.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_consents_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_consents_organisation_id_withdrawn_at"),
            ["organisation_id", "withdrawn_at"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_consents_person_id_organisation_id_purpose"),
            ["person_id", "organisation_id", "purpose"],
            unique=False,
        )

    op.create_table(
        "groups",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("sort_key", sa.String(length=60), nullable=False),
        sa.Column("emoji", sa.String(length=8), nullable=False),
        sa.Column("age_band", sa.String(length=16), nullable=False),
        sa.Column("created_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("archived_at", db.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_groups_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.create_index(
            "uq_groups_active_name",
            ["organisation_id", "sort_key"],
            unique=True,
            sqlite_where=sa.text("archived_at IS NULL"),
            postgresql_where=sa.text("archived_at IS NULL"),
        )

    op.create_table(
        "memberships",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=True),
        sa.Column("partner_kind", sa.String(length=24), nullable=True),
        sa.Column("offers", sa.String(length=600), nullable=True),
        sa.Column("agreement", sa.String(length=60), nullable=True),
        sa.Column("term_until", sa.Date(), nullable=True),
        sa.Column("created_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("ended_at", db.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_memberships_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_memberships_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memberships")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_memberships_organisation_id_role_ended_at"),
            ["organisation_id", "role", "ended_at"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_memberships_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_memberships_active_role",
            ["person_id", "organisation_id", "role"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    op.create_table(
        "message_mentions",
        sa.Column("sent_message_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["sent_message_id"],
            ["sent_messages.id"],
            name=op.f("fk_message_mentions_sent_message_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("sent_message_id", "person_id", name=op.f("pk_message_mentions")),
    )
    with op.batch_alter_table("message_mentions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_message_mentions_person_id"), ["person_id"], unique=False)

    op.create_table(
        "outbox",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("chat_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=48), nullable=True),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.Column("dedupe_key", sa.String(length=120), nullable=False),
        sa.Column("urgency", sa.String(length=12), nullable=False),
        sa.Column("budget_day", sa.Date(), nullable=True),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("expires_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("leased_until", db.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("last_error", sa.String(length=32), nullable=True),
        sa.Column("created_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("finished_at", db.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("summary_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_outbox_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_outbox_dedupe_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_budget", ["person_id", "budget_day"], unique=False)
        batch_op.create_index(
            "ix_outbox_chat",
            ["chat_id"],
            unique=False,
            sqlite_where=sa.text("status IN ('queued', 'retry', 'summary')"),
            postgresql_where=sa.text("status IN ('queued', 'retry', 'summary')"),
        )
        batch_op.create_index(
            "ix_outbox_expiring",
            ["expires_at"],
            unique=False,
            sqlite_where=sa.text("status IN ('queued', 'retry', 'summary')"),
            postgresql_where=sa.text("status IN ('queued', 'retry', 'summary')"),
        )
        batch_op.create_index("ix_outbox_finished_at", ["finished_at"], unique=False)
        batch_op.create_index(
            "ix_outbox_leased",
            ["leased_until"],
            unique=False,
            sqlite_where=sa.text("status = 'leased'"),
            postgresql_where=sa.text("status = 'leased'"),
        )
        batch_op.create_index("ix_outbox_subject", ["subject", "status"], unique=False)
        batch_op.create_index(
            "ix_outbox_summary",
            ["person_id", "due_at"],
            unique=False,
            sqlite_where=sa.text("status = 'summary'"),
            postgresql_where=sa.text("status = 'summary'"),
        )
        batch_op.create_index("ix_outbox_summary_id", ["summary_id"], unique=False)
        batch_op.create_index(
            "ix_outbox_urgent",
            ["due_at", "id"],
            unique=False,
            sqlite_where=sa.text("status IN ('queued', 'retry') AND urgency = 'now'"),
            postgresql_where=sa.text("status IN ('queued', 'retry') AND urgency = 'now'"),
        )
        batch_op.create_index(
            "ix_outbox_waiting",
            ["due_at", "id"],
            unique=False,
            sqlite_where=sa.text("status IN ('queued', 'retry')"),
            postgresql_where=sa.text("status IN ('queued', 'retry')"),
        )

    op.create_table(
        "person_sets",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("sort_key", sa.String(length=60), nullable=False),
        sa.Column("order_number", sa.String(length=60), nullable=True),
        sa.Column("created_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_person_sets_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_sets")),
        sa.UniqueConstraint(
            "organisation_id", "sort_key", name=op.f("uq_person_sets_organisation_id_sort_key")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "children",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("left_at", db.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_children_group_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_children_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_children")),
        sa.UniqueConstraint("organisation_id", "number", name=op.f("uq_children_organisation_id_number")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("children", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_children_group_id_left_at"), ["group_id", "left_at"], unique=False
        )

    op.create_table(
        "events",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("author_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("author_person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("starts_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("note", sa.String(length=600), nullable=True),
        sa.Column("bring", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("draft_token", sa.String(length=32), nullable=True),
        sa.Column("created_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("updated_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("reminded_for", db.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("bring_reminded_for", db.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["memberships.id"], name=op.f("fk_events_author_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_events_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
        sa.UniqueConstraint("draft_token", name=op.f("uq_events_draft_token")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_events_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_events_author_person_id"), ["author_person_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_events_organisation_id_status_starts_at"),
            ["organisation_id", "status", "starts_at"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_events_status_starts_at"), ["status", "starts_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_events_updated_at"), ["updated_at"], unique=False)

    op.create_table(
        "person_set_members",
        sa.Column("set_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("membership_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["membership_id"], ["memberships.id"], name=op.f("fk_person_set_members_membership_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_person_set_members_organisation_id")
        ),
        sa.ForeignKeyConstraint(["set_id"], ["person_sets.id"], name=op.f("fk_person_set_members_set_id")),
        sa.PrimaryKeyConstraint("set_id", "membership_id", name=op.f("pk_person_set_members")),
    )
    with op.batch_alter_table("person_set_members", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_person_set_members_membership_id"), ["membership_id"], unique=False
        )

    op.create_table(
        "teachings",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("membership_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_teachings_group_id")),
        sa.ForeignKeyConstraint(
            ["membership_id"], ["memberships.id"], name=op.f("fk_teachings_membership_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_teachings_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teachings")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("teachings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_teachings_group_id"), ["group_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_teachings_membership_id"), ["membership_id"], unique=False)

    op.create_table(
        "event_groups",
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_event_groups_event_id")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_event_groups_group_id")),
        sa.PrimaryKeyConstraint("event_id", "group_id", name=op.f("pk_event_groups")),
    )
    with op.batch_alter_table("event_groups", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_event_groups_group_id_event_id"), ["group_id", "event_id"], unique=False
        )

    op.create_table(
        "event_versions",
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("starts_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("note", sa.String(length=600), nullable=True),
        sa.Column("changed_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_event_versions_event_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_event_versions_organisation_id")
        ),
        sa.PrimaryKeyConstraint("event_id", "version", name=op.f("pk_event_versions")),
    )
    with op.batch_alter_table("event_versions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_versions_changed_by"), ["changed_by"], unique=False)

    op.create_table(
        "guardianships",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("membership_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("child_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kinship", sa.String(length=16), nullable=False),
        sa.Column("pet_name", sa.String(length=40), nullable=True),
        sa.Column("created_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["children.id"], name=op.f("fk_guardianships_child_id")),
        sa.ForeignKeyConstraint(
            ["membership_id"], ["memberships.id"], name=op.f("fk_guardianships_membership_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_guardianships_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guardianships")),
        sa.UniqueConstraint(
            "membership_id", "child_id", name=op.f("uq_guardianships_membership_id_child_id")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("guardianships", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_guardianships_child_id"), ["child_id"], unique=False)

    op.create_table(
        "join_requests",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kinship", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=True),
        sa.Column("spoken_number", sa.Integer(), nullable=False),
        sa.Column("created_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("decided_at", db.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("approved", sa.Boolean(), nullable=True),
        sa.Column("decline_reason", sa.String(length=16), nullable=True),
        sa.Column("decline_note", sa.String(length=200), nullable=True),
        sa.Column("child_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["children.id"], name=op.f("fk_join_requests_child_id")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_join_requests_group_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_join_requests_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_join_requests_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_join_requests")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("join_requests", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_join_requests_group_id_decided_at"), ["group_id", "decided_at"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_join_requests_organisation_id_decided_at"),
            ["organisation_id", "decided_at"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_join_requests_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_join_requests_pending",
            ["person_id", "group_id"],
            unique=True,
            sqlite_where=sa.text("decided_at IS NULL"),
            postgresql_where=sa.text("decided_at IS NULL"),
        )

    op.create_table(
        "links",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=True),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("child_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("partner_kind", sa.String(length=24), nullable=True),
        sa.Column("created_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("expires_at", db.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", db.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("spent_at", db.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("spent_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["children.id"], name=op.f("fk_links_child_id")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_links_group_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_links_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_links_token_hash")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_links_child_id"), ["child_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_links_created_by"), ["created_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_links_group_id"), ["group_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_links_organisation_id_kind_revoked_at"),
            ["organisation_id", "kind", "revoked_at"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_links_spent_by"), ["spent_by"], unique=False)

    op.create_table(
        "rsvps",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("child_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("answer", sa.String(length=12), nullable=False),
        sa.Column("answered_at", db.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["children.id"], name=op.f("fk_rsvps_child_id")),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_rsvps_event_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_rsvps_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_rsvps_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rsvps")),
        sa.UniqueConstraint("event_id", "person_id", name=op.f("uq_rsvps_event_id_person_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("rsvps", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rsvps_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_rsvps_entered_family",
            ["event_id", "child_id"],
            unique=True,
            sqlite_where=sa.text("person_id IS NULL"),
            postgresql_where=sa.text("person_id IS NULL"),
        )

    op.create_table(
        "link_groups",
        sa.Column("link_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_link_groups_group_id")),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_link_groups_link_id")),
        sa.PrimaryKeyConstraint("link_id", "group_id", name=op.f("pk_link_groups")),
    )


def downgrade() -> None:
    """Take back."""
    op.drop_table("link_groups")
    with op.batch_alter_table("rsvps", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_rsvps_entered_family",
            sqlite_where=sa.text("person_id IS NULL"),
            postgresql_where=sa.text("person_id IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_rsvps_person_id"))

    op.drop_table("rsvps")
    with op.batch_alter_table("links", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_links_spent_by"))
        batch_op.drop_index(batch_op.f("ix_links_organisation_id_kind_revoked_at"))
        batch_op.drop_index(batch_op.f("ix_links_group_id"))
        batch_op.drop_index(batch_op.f("ix_links_created_by"))
        batch_op.drop_index(batch_op.f("ix_links_child_id"))

    op.drop_table("links")
    with op.batch_alter_table("join_requests", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_join_requests_pending",
            sqlite_where=sa.text("decided_at IS NULL"),
            postgresql_where=sa.text("decided_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_join_requests_person_id"))
        batch_op.drop_index(batch_op.f("ix_join_requests_organisation_id_decided_at"))
        batch_op.drop_index(batch_op.f("ix_join_requests_group_id_decided_at"))

    op.drop_table("join_requests")
    with op.batch_alter_table("guardianships", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_guardianships_child_id"))

    op.drop_table("guardianships")
    with op.batch_alter_table("event_versions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_versions_changed_by"))

    op.drop_table("event_versions")
    with op.batch_alter_table("event_groups", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_groups_group_id_event_id"))

    op.drop_table("event_groups")
    with op.batch_alter_table("teachings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_teachings_membership_id"))
        batch_op.drop_index(batch_op.f("ix_teachings_group_id"))

    op.drop_table("teachings")
    with op.batch_alter_table("person_set_members", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_set_members_membership_id"))

    op.drop_table("person_set_members")
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_events_updated_at"))
        batch_op.drop_index(batch_op.f("ix_events_status_starts_at"))
        batch_op.drop_index(batch_op.f("ix_events_organisation_id_status_starts_at"))
        batch_op.drop_index(batch_op.f("ix_events_author_person_id"))
        batch_op.drop_index(batch_op.f("ix_events_author_id"))

    op.drop_table("events")
    with op.batch_alter_table("children", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_children_group_id_left_at"))

    op.drop_table("children")
    op.drop_table("person_sets")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_outbox_waiting",
            sqlite_where=sa.text("status IN ('queued', 'retry')"),
            postgresql_where=sa.text("status IN ('queued', 'retry')"),
        )
        batch_op.drop_index(
            "ix_outbox_urgent",
            sqlite_where=sa.text("status IN ('queued', 'retry') AND urgency = 'now'"),
            postgresql_where=sa.text("status IN ('queued', 'retry') AND urgency = 'now'"),
        )
        batch_op.drop_index("ix_outbox_summary_id")
        batch_op.drop_index(
            "ix_outbox_summary",
            sqlite_where=sa.text("status = 'summary'"),
            postgresql_where=sa.text("status = 'summary'"),
        )
        batch_op.drop_index("ix_outbox_subject")
        batch_op.drop_index(
            "ix_outbox_leased",
            sqlite_where=sa.text("status = 'leased'"),
            postgresql_where=sa.text("status = 'leased'"),
        )
        batch_op.drop_index("ix_outbox_finished_at")
        batch_op.drop_index(
            "ix_outbox_expiring",
            sqlite_where=sa.text("status IN ('queued', 'retry', 'summary')"),
            postgresql_where=sa.text("status IN ('queued', 'retry', 'summary')"),
        )
        batch_op.drop_index(
            "ix_outbox_chat",
            sqlite_where=sa.text("status IN ('queued', 'retry', 'summary')"),
            postgresql_where=sa.text("status IN ('queued', 'retry', 'summary')"),
        )
        batch_op.drop_index("ix_outbox_budget")

    op.drop_table("outbox")
    with op.batch_alter_table("message_mentions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_message_mentions_person_id"))

    op.drop_table("message_mentions")
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_memberships_active_role",
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_memberships_person_id"))
        batch_op.drop_index(batch_op.f("ix_memberships_organisation_id_role_ended_at"))

    op.drop_table("memberships")
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_groups_active_name",
            sqlite_where=sa.text("archived_at IS NULL"),
            postgresql_where=sa.text("archived_at IS NULL"),
        )

    op.drop_table("groups")
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consents_person_id_organisation_id_purpose"))
        batch_op.drop_index(batch_op.f("ix_consents_organisation_id_withdrawn_at"))

    op.drop_table("consents")
    with op.batch_alter_table("sent_messages", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sent_messages_subject_chat_id"))
        batch_op.drop_index(batch_op.f("ix_sent_messages_remove_after"))
        batch_op.drop_index(batch_op.f("ix_sent_messages_person_id"))

    op.drop_table("sent_messages")
    with op.batch_alter_table("seen_updates", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_seen_updates_at"))

    op.drop_table("seen_updates")
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_persons_created_at"))
        batch_op.drop_index(batch_op.f("ix_persons_chat_id"))

    op.drop_table("persons")
    op.drop_table("organisations")
    op.drop_table("installation")
    with op.batch_alter_table("form_states", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_form_states_user_id"))
        batch_op.drop_index(batch_op.f("ix_form_states_updated_at"))

    op.drop_table("form_states")
    with op.batch_alter_table("erasures", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_erasures_person_id"))
        batch_op.drop_index(batch_op.f("ix_erasures_at"))

    op.drop_table("erasures")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_person_id"))
        batch_op.drop_index(batch_op.f("ix_audit_organisation_id_at"))
        batch_op.drop_index(batch_op.f("ix_audit_at"))

    op.drop_table("audit")
