"""Joining: what a link opens, who asks to come in, and how a request is answered."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.forms import accepted, clean, shows_something
from domain.ids import ChildId, GroupId, JoinRequestId, OrganisationId, PersonId
from domain.links import Link, LinkKind, Start
from domain.organisation import archived
from domain.outcomes import Reason, Refused
from domain.people import Actor, Child, Group, Kinship, Membership, Organisation, PartnerKind, Role
from domain.privacy import ConsentText, Purpose

NAME_LIMIT = 60
PET_NAME_LIMIT = 30
OFFERS_LIMIT = 400
NOTE_LIMIT = 150
"""UTF-16 units of what an adult may type while joining."""


class DeclineReason(StrEnum):
    """Why a newcomer is declined: ready words, or the teacher's own."""

    UNKNOWN_PERSON = "unknown"
    OTHER_GROUP = "group"
    ASK_FOR_CARD = "card"
    OWN_WORDS = "own"


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link offers, shown before anything is stored."""

    start: Start
    organisation: Organisation
    role: Role
    consent: ConsentText
    consent_stands: bool
    """The person has agreed to this very version for this organisation already: it is not asked again."""
    title: str | None = None
    partner_kind: PartnerKind | None = None
    group: Group | None = None
    """The group of the card's child, or of the QR."""
    child: Child | None = None
    groups: tuple[Group, ...] = ()
    """Groups that a staff link gives."""

    @property
    def purpose(self) -> Purpose:
        """The consent it needs."""
        return self.consent.purpose


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """An adult who came by a group's QR."""

    id: JoinRequestId
    organisation_id: OrganisationId
    group_id: GroupId
    person_id: PersonId
    kinship: Kinship
    name: str | None
    spoken_number: int
    created_at: datetime
    decided_at: datetime | None = None
    approved: bool | None = None
    child_id: ChildId | None = None
    decline_reason: DeclineReason | None = None
    decline_note: str | None = None

    def decided_as(
        self,
        child_id: ChildId | None = None,
        reason: DeclineReason | None = None,
        note: str | None = None,
    ) -> bool:
        """Whether it was answered just so."""
        return (self.child_id, self.decline_reason, self.decline_note) == (child_id, reason, note)

    @property
    def said(self) -> str:
        """The number as it is said aloud: four digits."""
        return f"{self.spoken_number:04d}"


@dataclass(frozen=True, slots=True)
class AlreadyIn:
    """The person holds what the link gives: nothing is stored, they are greeted."""

    actor: Actor
    membership: Membership
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """The person's request waits for the teacher."""

    actor: Actor
    organisation: Organisation
    group: Group
    request: JoinRequest


@dataclass(frozen=True, slots=True)
class Joined:
    """A role was just given."""

    actor: Actor
    membership: Membership
    group: Group | None = None
    child: Child | None = None
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A newcomer in the teacher's queue."""

    request: JoinRequest
    group: Group


@dataclass(frozen=True, slots=True)
class RequestQueue:
    """A page of the newcomers that wait in one organisation."""

    organisation: Organisation
    lines: tuple[RequestLine, ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class RequestCard:
    """One newcomer as staff see them."""

    organisation: Organisation
    group: Group
    request: JoinRequest
    child: Child | None = None
    """Whom they were bound to, once approved."""
    overtaken: bool = False
    """Somebody else was quicker, and answered otherwise than the viewer was about to."""


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A child's code that a newcomer may be bound to."""

    child: Child
    adults: int


@dataclass(frozen=True, slots=True)
class CodePage:
    """A page of codes, those without adults first."""

    card: RequestCard
    lines: tuple[CodeLine, ...]
    page: int
    more: bool


def may_join(
    link: Link, organisation: Organisation, group: Group | None, child: Child | None
) -> Refused | None:
    """Why a link that is good leads nowhere: its child has left, its group is in the archive; None when it leads on."""
    match link.kind:
        case LinkKind.CARD if child is None or child.left_at is not None:
            return Refused(Reason.CHILD_LEFT)
        case LinkKind.GROUP | LinkKind.INVITED if group is None or group.archived_at is not None:
            return archived(organisation.kind)
        case LinkKind.STAFF if link.role is None:
            return Refused(Reason.LINK_UNKNOWN)
    return None


def role_of(link: Link) -> Role:
    """The role that a link gives, once `may_join` has nothing against it."""
    match link.kind:
        case LinkKind.STAFF:
            assert link.role is not None, "refused by may_join"
            return link.role
        case LinkKind.PARTNER | LinkKind.INVITED:
            return Role.PARTNER
        case _:
            return Role.PARENT


def held_by(actor: Actor, link: Link, child: Child | None) -> Membership | None:
    """The role that the link would give, when the person has got it already by this very link or card."""
    if link.kind.personal:
        if link.spent_by != actor.person_id:
            return None
        given = link.role if link.kind is LinkKind.STAFF else Role.PARTNER
        here = (m for m in actor.memberships if m.organisation_id == link.organisation_id)
        return next((m for m in here if m.role is given), None)
    if child is None:
        return None
    return next((m for m in actor.memberships if any(tie.child_id == child.id for tie in m.children)), None)


def spoken_number(taken: Collection[int]) -> int:
    """Four digits for a newcomer to say to the teacher, none of `taken` unless nearly all are."""
    for _ in range(50):
        number = secrets.randbelow(9000) + 1000
        if number not in taken:
            return number
    return secrets.randbelow(9000) + 1000


def typed_words(text: str, limit: int) -> str | Refused:
    """One line of at most `limit` UTF-16 units that an adult typed: a name, a pet name, words of a refusal.

    Signs alone are no name; a passport or SNILS number is refused (rule 15c).
    """
    line = clean(text)
    return accepted(line, limit) if any(char.isalnum() for char in line) else Refused(Reason.EMPTY)


def spoken_name(text: str) -> str | Refused:
    """How an adult would like to be called: there are letters in it, «12345» is no name."""
    line = typed_words(text, NAME_LIMIT)
    if isinstance(line, Refused) and line.reason is not Reason.EMPTY:
        return line
    if any(char.isalpha() for char in text):
        return line
    return Refused(Reason.NOT_A_NAME) if shows_something(clean(text)) else Refused(Reason.EMPTY)


def profile_name(first: str, last: str) -> str | None:
    """The name of a messenger's profile as it may be offered («Меня зовут …, верно»); None when it is no name."""
    name = spoken_name(f"{first} {last}")
    return None if isinstance(name, Refused) else name


def nobody_left_to_lead(heads: Collection[PersonId], leaving: PersonId) -> bool:
    """Whether `leaving` is the only head: the last one must name a successor first (rule 15b)."""
    return set(heads) == {leaving}
