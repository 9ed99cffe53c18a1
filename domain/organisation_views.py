"""What the owner's, the head's and the teacher's screens are made of: answers of services, as data."""

from dataclasses import dataclass, field
from datetime import datetime

from domain.closures import Closure
from domain.ids import Token
from domain.links import Link, LinkKind
from domain.organisation import (
    BoundAdult,
    FamilyLine,
    GroupCounts,
    PartnerLine,
    PersonSet,
    TeachingLine,
    TenantCounts,
)
from domain.people import Child, Group, Membership, Organisation, TeacherGroup


@dataclass(frozen=True, slots=True)
class Installation:
    """A page of the owner's list."""

    tenants: tuple[TenantCounts, ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class HeadLink:
    """A one-time link for the head of an organisation."""

    organisation: Organisation
    token: Token


@dataclass(frozen=True, slots=True)
class StaffList:
    """The staff of an organisation, and how many links still wait."""

    organisation: Organisation
    members: tuple[Membership, ...]
    groups: tuple[Group, ...]
    """Active groups, by which teachers without names are told apart."""
    waiting: int
    may_invite: bool


@dataclass(frozen=True, slots=True)
class MemberCard:
    """One member of the staff, with what the viewer may do."""

    member: Membership
    organisation: Organisation
    groups: tuple[Group, ...]
    """The groups named in `member.teaches`."""
    myself: bool
    may_change: bool


@dataclass(frozen=True, slots=True)
class IssuedLink:
    """A new personal link; its token is known only here."""

    organisation: Organisation
    link: Link
    token: Token
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class WaitingLinks:
    """Personal links that nobody has opened yet."""

    organisation: Organisation
    kind: LinkKind
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Teaching:
    """Which groups a teacher has, out of all."""

    member: Membership
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Substitutions:
    """Who answers for a group, and who else could."""

    group: Group
    organisation: Organisation
    groups: tuple[Group, ...]
    lines: tuple[TeachingLine, ...]
    others: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class SubstitutionNews:
    """A substitution as a notice tells it: to the substitute, or to a teacher of the group."""

    organisation: Organisation
    group: Group
    teacher: Membership
    """Who stands in."""
    days: TeacherGroup
    mine: bool
    """Told to the substitute."""
    under_way: bool
    """The substitute sees the group already."""


@dataclass(frozen=True, slots=True)
class UntaughtGroup:
    """A group that nobody teaches for good any more."""

    group: Group
    organisation: Organisation


@dataclass(frozen=True, slots=True)
class TeachingNews:
    """A group given to a teacher for good, or taken, as a notice tells it to the teacher."""

    group: Group
    teacher: Membership


@dataclass(frozen=True, slots=True)
class GroupList:
    """The groups that a person reaches."""

    organisation: Organisation
    groups: tuple[GroupCounts, ...]
    may_edit: bool


@dataclass(frozen=True, slots=True)
class GroupCard:
    """One group, with what the viewer may do."""

    organisation: Organisation
    counts: GroupCounts
    teachers: tuple[TeachingLine, ...]
    posters: int
    """How many printed QRs for the wall still open the bot."""
    may_edit: bool
    may_see_families: bool
    may_add: bool
    may_print: bool
    may_substitute: bool
    may_invite: bool
    """Whether a teacher may be invited from here: the head's right."""
    may_bind: bool
    """Whether a chat of the messenger may be connected for it."""
    may_close: bool = False
    """Whether the person may close the group for some days."""
    closures: tuple[Closure, ...] = field(default=(), kw_only=True)
    """Days on which it is closed, today or later."""


@dataclass(frozen=True, slots=True)
class FamilyList:
    """The codes of a group: «12 из 24» families have joined."""

    organisation: Organisation
    group: Group
    lines: tuple[FamilyLine, ...]
    may_add: bool
    may_print: bool

    @property
    def joined(self) -> int:
        """Families with at least one adult."""
        return sum(line.adults > 0 for line in self.lines)


@dataclass(frozen=True, slots=True)
class ChildCard:
    """One code, with the adults bound to it and what the viewer may do."""

    organisation: Organisation
    group: Group
    child: Child
    adults: tuple[BoundAdult, ...]
    cards: int
    """How many printed cards still open the bot."""
    may_edit: bool
    may_print: bool


@dataclass(frozen=True, slots=True)
class MoveChoice:
    """Where a child could move."""

    organisation: Organisation
    child: Child
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class PrintedCards:
    """Fresh cards: numbers with their tokens, which are known only here."""

    organisation: Organisation
    group: Group
    cards: tuple[tuple[int, Token], ...]
    made_at: datetime


@dataclass(frozen=True, slots=True)
class PrintedPoster:
    """A fresh QR of a group; its token is known only here."""

    organisation: Organisation
    group: Group
    token: Token
    made_at: datetime


@dataclass(frozen=True, slots=True)
class PosterState:
    """A group and how many of its printed QRs still open the bot."""

    organisation: Organisation
    group: Group
    posters: int


@dataclass(frozen=True, slots=True)
class Registry:
    """Partners of an organisation, and how many links still wait."""

    organisation: Organisation
    lines: tuple[PartnerLine, ...]
    waiting: int
    may_invite: bool


@dataclass(frozen=True, slots=True)
class PartnerCard:
    """One partner, with what the viewer may do."""

    line: PartnerLine
    organisation: Organisation
    may_change: bool
    passed_on: bool = False
    """Whether they have passed on an invitation to dates that are ahead; to whom is not told."""


@dataclass(frozen=True, slots=True)
class SetCard:
    """A set, and the staff who are or could be in it."""

    organisation: Organisation
    set: PersonSet
    staff: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class SetList:
    """Every set of an organisation."""

    organisation: Organisation
    sets: tuple[PersonSet, ...]
