"""Rules of organisations, groups and staff; and what the lists of the head, the teacher and the owner show."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from domain.forms import accepted, clean
from domain.ids import GroupId, MembershipId, OrganisationId, PersonId, PersonSetId
from domain.notices import NoticeDraft, NoticeKind
from domain.outcomes import Reason, Refused
from domain.people import (
    AgeBand,
    Child,
    Group,
    Kinship,
    Membership,
    Organisation,
    OrganisationKind,
    PartnerKind,
    Role,
    TeacherGroup,
    sort_key,
)

GROUP_NAME_LIMIT = 60
SET_NAME_LIMIT = 60
ORDER_NUMBER_LIMIT = 60
_ORDER_WORDS = re.compile(r"^[^\d№]*(?:№|\s)\s*(?=\d)")
DECISION_LIMIT = 120
AGREEMENT_LIMIT = 60
TITLE_LIMIT = 100
"""UTF-16 units; a profession or a partner's name also stands on buttons."""


class OrganisationPart(StrEnum):
    """A part of an organisation's card; the head changes one at a time."""

    NAME = "name"
    ADDRESS = "address"
    OPERATOR = "operator"
    CONTACT = "contact"
    PROCESSOR = "processor"
    ZONE = "zone"
    QUIET = "quiet"
    SUMMARY = "summary"


PART_LIMITS = {
    OrganisationPart.NAME: 200,
    OrganisationPart.ADDRESS: 300,
    OrganisationPart.OPERATOR: 300,
    OrganisationPart.CONTACT: 300,
    OrganisationPart.PROCESSOR: 300,
}
"""Limits of what a head types about the organisation, UTF-16 units."""

CHILDREN_AT_ONCE = 40
CHILDREN_OF_AN_ORGANISATION = 2000
LAST_NUMBER = 9999
"""Codes have four digits and are never given twice."""

TEACHERS_OF_A_GROUP = 2
"""Rule 4; substitutes are not counted."""

SUBSTITUTION_LIMIT = timedelta(days=120)
"""A longer absence is another teacher's group."""

AGE_BANDS: dict[OrganisationKind, tuple[AgeBand, ...]] = {
    OrganisationKind.KINDERGARTEN: (AgeBand.Y3_4, AgeBand.Y4_5, AgeBand.Y5_6, AgeBand.Y6_7),
    OrganisationKind.SCHOOL: (AgeBand.G1_2, AgeBand.G3_4),
}

SIGNS = (
    *("🐻", "🐰", "🦊", "🐥", "🐝"),
    *("🐞", "🦋", "🐬", "🦉", "🐘"),
    *("🌞", "⭐", "🌈", "🌻", "🌷"),
    *("🍀", "🍓", "🍎", "🍒", "🌳"),
    *("🚀", "⛵", "🎈", "🎨", "🔔"),
)
"""Signs of groups: one code point each, Unicode 11 or older, no people."""

ZONES = (
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Novokuznetsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Magadan",
    "Asia/Kamchatka",
)
"""One zone for each offset that people in Russia live by."""

QUIET_HOURS = (
    (time(20), time(8)),
    (time(21), time(7)),
    (time(21), time(8)),
    (time(22), time(7)),
)
SUMMARY_HOURS = (time(17), time(18), time(19), time(20))


@dataclass(frozen=True, slots=True)
class TenantCounts:
    """An organisation as the owner of the installation sees it: counts only (rule 14)."""

    organisation: Organisation
    heads: int
    staff: int
    groups: int
    children: int
    families: int
    """Codes with at least one adult."""


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """A group with how many of its families have joined: «12 из 24»."""

    group: Group
    children: int
    families: int
    waiting: int = 0
    """Newcomers by the group's QR whom nobody has answered yet."""


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """A child's code and how many adults are bound to it."""

    child: Child
    adults: int


@dataclass(frozen=True, slots=True)
class BoundAdult:
    """An adult of a child; `membership` is restricted to this child."""

    membership: Membership
    kinship: Kinship


@dataclass(frozen=True, slots=True)
class TeachingLine:
    """Who answers for a group, and when."""

    membership: Membership
    teaching: TeacherGroup

    @property
    def substitute(self) -> bool:
        """Whether this is a substitution with dates."""
        return self.teaching.ends_on is not None


TERM_NEAR = timedelta(days=30)
"""So long before a partnership ends staff hear of it, to renew it in time."""


@dataclass(frozen=True, slots=True)
class PartnerTerms:
    """What is kept about a partnership: of the agreement only number and term (rule 13)."""

    kind: PartnerKind
    agreement: str | None
    term_until: date | None


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A line of the registry of partners."""

    membership: Membership
    terms: PartnerTerms


@dataclass(frozen=True, slots=True)
class PersonSet:
    """A named set of people with the number of the order that made it (rule 4)."""

    id: PersonSetId
    organisation_id: OrganisationId
    name: str
    order_number: str | None
    members: frozenset[MembershipId] = frozenset()


@dataclass(frozen=True, slots=True)
class EndedRole:
    """A role that somebody lost: what the notice about it says."""

    organisation_name: str
    kind: OrganisationKind
    role: Role


def tells_diagnosis(name: str, stems: Iterable[str]) -> bool:
    """Whether the name of a group says something about the children's health (rule 11).

    `stems` are beginnings of words in the form of `sort_key`; one in capital letters is a whole word («ТНР»).
    """
    words = sort_key("".join(ch if ch.isalnum() else " " for ch in name)).split()
    return any(
        word == stem.casefold() if stem.isupper() else word.startswith(stem)
        for stem in stems
        for word in words
    )


def one_line(text: str, limit: int, *, numbers: bool = False) -> str | Refused:
    """Typed text as one clean line of at most `limit` UTF-16 units.

    What looks like a passport or SNILS number is refused (rule 15c), except with `numbers`: an organisation's
    address, registration number and telephone are public.
    """
    return accepted(clean(text), limit, numbers=numbers)


def order_line(text: str) -> str | Refused:
    """The number of an order without the words before it: the screen says them itself."""
    line = one_line(text, ORDER_NUMBER_LIMIT, numbers=True)
    return line if isinstance(line, Refused) else _ORDER_WORDS.sub("", line)


def archived(kind: OrganisationKind) -> Refused:
    """A group, or a class, that is in the archive takes nobody and nothing."""
    return Refused(Reason.GROUP_ARCHIVED, {"kind": kind.value})


def too_many_teachers(group: Group, kind: OrganisationKind) -> Refused:
    """A group has `TEACHERS_OF_A_GROUP` teachers at most."""
    return Refused(Reason.TOO_MANY_TEACHERS, {"group": group.name, "kind": kind.value})


def may_add_children(count: int, *, already: int) -> Refused | None:
    """At most `CHILDREN_AT_ONCE` new codes in one step and `CHILDREN_OF_AN_ORGANISATION` in all."""
    if not 1 <= count <= CHILDREN_AT_ONCE:
        return Refused(Reason.TOO_MANY_CODES, {"limit": CHILDREN_AT_ONCE})
    if already + count > CHILDREN_OF_AN_ORGANISATION:
        return Refused(Reason.CODES_EXHAUSTED, {"limit": CHILDREN_OF_AN_ORGANISATION})
    return None


def may_substitute(starts_on: date, ends_on: date, *, today: date) -> Refused | None:
    """A substitution ends today or later, not before it starts, and is no longer than `SUBSTITUTION_LIMIT`."""
    if ends_on < starts_on:
        return Refused(Reason.END_BEFORE_START)
    if ends_on < today:
        return Refused(Reason.DATE_PAST)
    if ends_on - starts_on > SUBSTITUTION_LIMIT or starts_on - today > SUBSTITUTION_LIMIT:
        return Refused(Reason.DATE_TOO_FAR)
    return None


def fits_kind(band: AgeBand, kind: OrganisationKind) -> bool:
    """Whether a group of this age belongs into this kind of organisation."""
    return band in AGE_BANDS[kind]


def permanent_groups(membership: Membership) -> frozenset[GroupId]:
    """Groups that a teacher has for good, substitutions left out."""
    return frozenset(g.group_id for g in membership.teaches if g.starts_on is None and g.ends_on is None)


def term_near(
    organisation_id: OrganisationId, membership_id: MembershipId, until: date, person_id: PersonId
) -> NoticeDraft:
    """Tells somebody who leads that a partnership ends soon: once for each term that was agreed."""
    day = until.toordinal()
    return NoticeDraft(
        NoticeKind.PARTNER_TERM_NEAR,
        person_id,
        organisation_id,
        f"partner-term:{membership_id}:{day}:{person_id}",
        params={"membership": membership_id, "until": day},
    )
