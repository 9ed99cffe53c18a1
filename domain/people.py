"""Organisations, groups, children as codes, and the adults around them."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from domain.ids import ChildId, GroupId, MembershipId, OrganisationId, PersonId


class Role(StrEnum):
    """What a membership lets a person do. The owner of the installation is a setting, not a membership."""

    HEAD = "head"
    METHODIST = "methodist"
    PSYCHOLOGIST = "psychologist"
    TEACHER = "teacher"
    SPECIALIST = "specialist"
    PARENT = "parent"
    PARTNER = "partner"


STAFF = frozenset({Role.HEAD, Role.METHODIST, Role.PSYCHOLOGIST, Role.TEACHER, Role.SPECIALIST})
"""Roles given by a one-time staff link."""


class OrganisationKind(StrEnum):
    """Kindergarten or school: decides words («воспитатель» or «учитель») and age bands."""

    KINDERGARTEN = "kindergarten"
    SCHOOL = "school"


class AgeBand(StrEnum):
    """Age of a group, years; grades for a school. It alone chooses the instrument of a quiz."""

    Y3_4 = "3-4"
    Y4_5 = "4-5"
    Y5_6 = "5-6"
    Y6_7 = "6-7"
    G1_2 = "1-2"
    G3_4 = "3-4-grade"


class Kinship(StrEnum):
    """Who an adult is to the child. A relative may not consent or run quizzes for the child (rule 3)."""

    PARENT = "parent"
    GUARDIAN = "guardian"
    RELATIVE = "relative"


class PartnerKind(StrEnum):
    """What kind of organisation a partner comes from (rule 4)."""

    ENTERPRISE = "enterprise"
    EMPLOYMENT_CENTRE = "employment-centre"
    EDUCATION_OFFICE = "education-office"
    COLLEGE = "college"
    LIBRARY = "library"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A kindergarten or a school: the operator of personal data and the wall between tenants."""

    id: OrganisationId
    name: str
    kind: OrganisationKind
    timezone: str
    personal_data: bool
    """Rule 9: whether adults' names may be asked, stored and shown in the messenger."""
    personal_data_decision: str | None = None
    address: str | None = None
    operator: str | None = None
    """Full name of the operator as it stands in consents; the organisation's name when empty."""
    contact: str | None = None
    """How to reach the operator about personal data, printed in consents."""
    processor: str | None = None
    """Who keeps the server on the operator's behalf, printed in consents; empty when the operator does it."""
    quiet_from: time = time(21, 0)
    quiet_to: time = time(8, 0)
    summary_at: time = time(19, 0)
    approve_events: bool = False
    """Whether a methodist looks at what teachers announce before it comes out."""
    quiet_months: frozenset[int] = frozenset({12, 5})
    """Months in which a series of dates opens none unless asked to: full of holidays and farewells."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of a kindergarten or a class of a school."""

    id: GroupId
    organisation_id: OrganisationId
    name: str
    emoji: str
    age_band: AgeBand
    archived_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Child:
    """A child is a code of the organisation («0147») and a group; never a name."""

    id: ChildId
    organisation_id: OrganisationId
    number: int
    group_id: GroupId
    left_at: datetime | None = None

    @property
    def code(self) -> str:
        """The number as people write it: four digits."""
        return child_code(self.number)


def child_code(number: int) -> str:
    """«147» → «0147»: a child's number as printed on cards and lists."""
    return f"{number:04d}"


@dataclass(frozen=True, slots=True)
class Guardianship:
    """An adult of a child, as that adult's membership sees it."""

    child_id: ChildId
    number: int
    group_id: GroupId
    kinship: Kinship
    pet_name: str | None = None
    """Seen by this adult alone."""


@dataclass(frozen=True, slots=True)
class TeacherGroup:
    """A teacher's group; a substitution has dates (inclusive, in the organisation's zone)."""

    group_id: GroupId
    starts_on: date | None = None
    ends_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the teacher answers for the group on `day`."""
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_on is None or day <= self.ends_on
        )


@dataclass(frozen=True, slots=True)
class Membership:
    """One role of one person in one organisation, active."""

    id: MembershipId
    person_id: PersonId
    organisation: Organisation
    role: Role
    name: str | None = None
    """Only while the organisation has rule 9 on."""
    title: str | None = None
    """Profession of a specialist («логопед»), or the partner's organisation."""
    offers: str | None = None
    """What a partner can show, in their own words."""
    term_until: date | None = None
    """The day until which a partner's data are kept (rule 13)."""
    teaches: tuple[TeacherGroup, ...] = ()
    children: tuple[Guardianship, ...] = ()

    @property
    def organisation_id(self) -> OrganisationId:
        """The organisation of this role."""
        return self.organisation.id


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever wrote to the bot, as the messenger introduces them. Nothing of it is stored before consent."""

    platform: str
    user_id: int
    chat_id: int
    first_name: str = ""
    last_name: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A known person with all active roles: who taps, in every use case.

    A tap is allowed if any active membership allows it; `current` only chooses the menu.
    """

    person_id: PersonId
    chat_id: int
    locale: str
    memberships: tuple[Membership, ...] = ()
    current_id: MembershipId | None = None
    owner: bool = False

    @property
    def current(self) -> Membership | None:
        """The role whose menu is shown: the chosen one, else the first."""
        chosen = next((m for m in self.memberships if m.id == self.current_id), None)
        return chosen or (self.memberships[0] if self.memberships else None)


@dataclass(frozen=True, slots=True)
class ShownAdult:
    """How an adult is shown in the messenger: `screens/people.py` says it in words, and nothing else does."""

    role: Role
    kind: OrganisationKind = OrganisationKind.KINDERGARTEN
    name: str | None = None
    """Only with rule 9 on; otherwise the adult is a role, or the family of these children's numbers."""
    title: str | None = None
    numbers: tuple[int, ...] = ()
    kinship: Kinship | None = None


def shown_adult(membership: Membership, organisation: Organisation) -> ShownAdult:
    """The one decision how an adult is shown (rule 9): by name if the organisation may, else without one.

    A parent without a name is «семья 0147», staff are their role («воспитатель», «логопед»), a partner is the
    organisation they come from. Which children's numbers stand in it is the caller's choice of `membership`:
    pass one restricted to the children concerned, so that nobody learns of another group's child.
    """
    return ShownAdult(
        role=membership.role,
        kind=organisation.kind,
        name=membership.name if organisation.personal_data else None,
        title=membership.title,
        numbers=tuple(child.number for child in membership.children),
        kinship=membership.children[0].kinship if membership.children else None,
    )


def sort_key(text: str) -> str:
    """A key by which databases sort and find Russian words: case folded, «ё» as «е», single spaces."""
    return " ".join(text.casefold().replace("ё", "е").split())
