"""Tables of «Гость группы»: dates that are open to guests, and their visits."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key

_STANDS = text("withdrawn_at IS NULL")
_TAKEN = text("visit_id IS NOT NULL")
_FREE = text("visit_id IS NULL AND withdrawn_at IS NULL")
_WAITS = text("status IN ('applied', 'detailed', 'tentative')")
_CHANGING = text("status = 'confirmed' AND change_asked IS NOT NULL")
_ASKED = text("move_until IS NOT NULL")
_HOLDS_A_DATE = text("status NOT IN ('declined', 'given-back')")


class GuestOpeningRow(Base):
    """Dates that a teacher opened at once for the guests of one group, with a wish."""

    __tablename__ = "guest_openings"
    __table_args__ = (
        Index(None, "organisation_id", "created_at"),
        Index(None, "author_person_id"),
        UniqueConstraint("draft_token"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"))
    author_id: Mapped[int] = mapped_column(Key, ForeignKey("memberships.id"))
    author_person_id: Mapped[int] = mapped_column(Key)
    wish: Mapped[str | None] = mapped_column(String(200))
    draft_token: Mapped[str] = mapped_column(String(32))
    """The form it was typed in: opening the same draft twice opens its dates once."""
    created_at: Mapped[datetime]
    nudged_at: Mapped[datetime | None]
    """When whoever was invited and has not answered was reminded: once."""
    named: Mapped[bool] = mapped_column(server_default=false())
    """Whether families were invited to it by name; also when none of them is here any more."""


class GuestOpeningPartnerRow(Base):
    """A partner who was invited besides the parents of the group, by staff or by a colleague's link."""

    __tablename__ = "guest_opening_partners"
    __table_args__ = (Index(None, "membership_id"),)

    opening_id: Mapped[int] = mapped_column(Key, ForeignKey("guest_openings.id"), primary_key=True)
    membership_id: Mapped[int] = mapped_column(Key, ForeignKey("memberships.id"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    passed_at: Mapped[datetime | None]
    """When the partner passed the invitation on: once."""
    came_at: Mapped[datetime | None]
    """When the partner came by a colleague's link: it is not passed on again."""


class GuestSlotRow(Base):
    """A date that one guest may take; `visit_id` is who has it, written by one conditional UPDATE."""

    __tablename__ = "guest_slots"
    __table_args__ = (
        Index(
            "uq_guest_slots_standing",
            "group_id",
            "starts_at",
            unique=True,
            sqlite_where=_STANDS,
            postgresql_where=_STANDS,
        ),
        Index("ix_guest_slots_taken", "starts_at", sqlite_where=_TAKEN, postgresql_where=_TAKEN),
        Index("ix_guest_slots_free", "starts_at", sqlite_where=_FREE, postgresql_where=_FREE),
        Index(None, "organisation_id", "starts_at"),
        Index(None, "opening_id"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"))
    opening_id: Mapped[int] = mapped_column(Key, ForeignKey("guest_openings.id"))
    starts_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    visit_id: Mapped[int | None] = mapped_column(Key)


class GuestVisitRow(Base):
    """An application of a guest and what has become of it."""

    __tablename__ = "guest_visits"
    __table_args__ = (
        Index(
            "uq_guest_visits_slot",
            "slot_id",
            unique=True,
            sqlite_where=_HOLDS_A_DATE,
            postgresql_where=_HOLDS_A_DATE,
        ),
        Index(None, "slot_id"),
        Index(None, "guest_id"),
        Index(None, "child_id"),
        Index(None, "group_id", "status"),
        Index(None, "organisation_id", "status", "updated_at"),
        Index("ix_guest_visits_waiting", "updated_at", sqlite_where=_WAITS, postgresql_where=_WAITS),
        Index("ix_guest_visits_changing", "updated_at", sqlite_where=_CHANGING, postgresql_where=_CHANGING),
        Index("ix_guest_visits_asked", "move_until", sqlite_where=_ASKED, postgresql_where=_ASKED),
        UniqueConstraint("draft_token"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"))
    slot_id: Mapped[int] = mapped_column(Key, ForeignKey("guest_slots.id"))
    guest_id: Mapped[int | None] = mapped_column(Key, ForeignKey("persons.id"))
    """Empty once the guest is erased or has left: the visit stays without them."""
    child_id: Mapped[int | None] = mapped_column(Key, ForeignKey("children.id"))
    """The family without a phone for whom staff entered it (rule 5)."""
    entered_by: Mapped[int | None] = mapped_column(Key)
    profession: Mapped[str] = mapped_column(String(60))
    profession_slug: Mapped[str | None] = mapped_column(String(40))
    """The card of the catalogue; empty when the profession is in the guest's own words."""
    formats: Mapped[str] = mapped_column(String(80))
    """Names of formats, by commas."""
    status: Mapped[str] = mapped_column(String(12))
    version: Mapped[int] = mapped_column(default=1)
    plan: Mapped[str | None] = mapped_column(String(600))
    brings: Mapped[str | None] = mapped_column(String(300))
    needs: Mapped[str | None] = mapped_column(String(300))
    dangers: Mapped[str | None] = mapped_column(String(60))
    """Names of dangers, by commas; empty text when there are none."""
    minutes: Mapped[int | None]
    decline: Mapped[str | None] = mapped_column(String(16))
    decline_note: Mapped[str | None] = mapped_column(String(200))
    children: Mapped[int | None]
    comer_kind: Mapped[str | None] = mapped_column(String(8))
    """As whom the guest came; empty only where nobody knows it any more."""
    missed: Mapped[str | None] = mapped_column(String(16))
    note: Mapped[str | None] = mapped_column(String(200))
    """The teacher's own, for the journal."""
    follow_up_told: Mapped[int | None]
    """How many days after it its teachers were last reminded of what the group may do."""
    draft_token: Mapped[str] = mapped_column(String(32))
    """The form it was typed in: sending the same application twice makes one visit."""
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    reminded_for: Mapped[datetime | None]
    """The start that the reminder of the day before was put out for; a moved visit is reminded anew."""
    hours_reminded_for: Mapped[datetime | None]
    advised_for: Mapped[datetime | None]
    """The start of the visit of which its guest was sent the advice: once."""
    asked_for: Mapped[datetime | None]
    """The start of the visit of which the teachers were asked how it went."""
    waited_version: Mapped[int | None]
    """The version that waited for an answer so long that its teachers were reminded."""
    waited_long_version: Mapped[int | None]
    """The version of which, unanswered still, who leads the organisation was told."""
    move_slot_id: Mapped[int | None] = mapped_column(Key)
    """The date that the guest is asked about; it names the visit, too, and so is nobody else's."""
    move_until: Mapped[datetime | None]
    move_made: Mapped[bool | None]
    """Whether that date was made for the question."""
    change_asked: Mapped[str | None] = mapped_column(String(16))
    """What the guest is asked to change."""
    change_note: Mapped[str | None] = mapped_column(String(200))
    unread_told_at: Mapped[datetime | None]
    """When the teachers were told that the guest does not read what the bot writes."""
