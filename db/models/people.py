"""Tables of organisations, groups, children as codes, persons and their roles."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import NEVER_REUSED, Base, Key, key


class OrganisationRow(Base):
    """A kindergarten or a school; rows of every other organisation are beyond its wall."""

    __tablename__ = "organisations"
    __table_args__ = (NEVER_REUSED,)

    id: Mapped[int] = key()
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(16))
    timezone: Mapped[str] = mapped_column(String(64))
    address: Mapped[str | None] = mapped_column(String(300))
    operator: Mapped[str | None] = mapped_column(String(300))
    contact: Mapped[str | None] = mapped_column(String(300))
    processor: Mapped[str | None] = mapped_column(String(300))
    personal_data: Mapped[bool] = mapped_column(default=False)
    personal_data_decision: Mapped[str | None] = mapped_column(String(120))
    quiet_from: Mapped[time]
    quiet_to: Mapped[time]
    summary_at: Mapped[time]
    approve_events: Mapped[bool] = mapped_column(server_default=false())
    """Whether a methodist looks at what teachers announce before it comes out."""
    quiet_months: Mapped[str] = mapped_column(String(32), server_default="5,12")
    """Numbers of months, by commas, in which a series of dates for guests opens none unless asked to."""
    next_child_number: Mapped[int] = mapped_column(default=1)
    letters_year: Mapped[int | None]
    letters_number: Mapped[int | None]
    """The last letter that is known to have been given before a restore: its year, its number."""
    created_at: Mapped[datetime]


class PersonRow(Base):
    """A known account of a messenger. No name: names belong to roles in organisations with rule 9 on."""

    __tablename__ = "persons"
    __table_args__ = (
        UniqueConstraint("platform", "platform_user_id"),
        Index(None, "chat_id"),
        Index(None, "created_at"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    platform: Mapped[str] = mapped_column(String(16))
    platform_user_id: Mapped[int] = mapped_column(Key)
    chat_id: Mapped[int] = mapped_column(Key)
    locale: Mapped[str] = mapped_column(String(8))
    current_membership_id: Mapped[int | None] = mapped_column(Key)
    chat_closed_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class GroupRow(Base):
    """A group or class."""

    __tablename__ = "groups"
    __table_args__ = (
        Index(
            "uq_groups_active_name",
            "organisation_id",
            "sort_key",
            unique=True,
            sqlite_where=text("archived_at IS NULL"),
            postgresql_where=text("archived_at IS NULL"),
        ),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    name: Mapped[str] = mapped_column(String(60))
    sort_key: Mapped[str] = mapped_column(String(60))
    emoji: Mapped[str] = mapped_column(String(8))
    age_band: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]


class ChildRow(Base):
    """A child: a number of the organisation in a group, nothing else."""

    __tablename__ = "children"
    __table_args__ = (
        UniqueConstraint("organisation_id", "number"),
        Index(None, "group_id", "left_at"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    number: Mapped[int]
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"))
    created_at: Mapped[datetime]
    left_at: Mapped[datetime | None]


class MembershipRow(Base):
    """A role of a person in an organisation."""

    __tablename__ = "memberships"
    __table_args__ = (
        Index(
            "uq_memberships_active_role",
            "person_id",
            "organisation_id",
            "role",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(None, "organisation_id", "role", "ended_at"),
        Index(None, "person_id"),
        NEVER_REUSED,
    )

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    person_id: Mapped[int] = mapped_column(Key, ForeignKey("persons.id"))
    role: Mapped[str] = mapped_column(String(16))
    name: Mapped[str | None] = mapped_column(String(100))
    title: Mapped[str | None] = mapped_column(String(200))
    partner_kind: Mapped[str | None] = mapped_column(String(24))
    offers: Mapped[str | None] = mapped_column(String(600))
    agreement: Mapped[str | None] = mapped_column(String(60))
    term_until: Mapped[date | None]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class TeachingRow(Base):
    """A teacher answers for a group, always or between two days."""

    __tablename__ = "teachings"
    __table_args__ = (Index(None, "membership_id"), Index(None, "group_id"), NEVER_REUSED)

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    membership_id: Mapped[int] = mapped_column(Key, ForeignKey("memberships.id"))
    group_id: Mapped[int] = mapped_column(Key, ForeignKey("groups.id"))
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]


class GuardianshipRow(Base):
    """An adult of a child, through that adult's membership as a parent."""

    __tablename__ = "guardianships"
    __table_args__ = (UniqueConstraint("membership_id", "child_id"), Index(None, "child_id"), NEVER_REUSED)

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    membership_id: Mapped[int] = mapped_column(Key, ForeignKey("memberships.id"))
    child_id: Mapped[int] = mapped_column(Key, ForeignKey("children.id"))
    kinship: Mapped[str] = mapped_column(String(16))
    pet_name: Mapped[str | None] = mapped_column(String(40))
    created_at: Mapped[datetime]


class PersonSetRow(Base):
    """A named set of people: рабочая группа, творческая группа, with the number of the order."""

    __tablename__ = "person_sets"
    __table_args__ = (UniqueConstraint("organisation_id", "sort_key"), NEVER_REUSED)

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
    name: Mapped[str] = mapped_column(String(60))
    sort_key: Mapped[str] = mapped_column(String(60))
    order_number: Mapped[str | None] = mapped_column(String(60))
    created_at: Mapped[datetime]


class PersonSetMemberRow(Base):
    """A member of a named set."""

    __tablename__ = "person_set_members"
    __table_args__ = (Index(None, "membership_id"),)

    set_id: Mapped[int] = mapped_column(Key, ForeignKey("person_sets.id"), primary_key=True)
    membership_id: Mapped[int] = mapped_column(Key, ForeignKey("memberships.id"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(Key, ForeignKey("organisations.id"))
