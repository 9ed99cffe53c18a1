"""Consents, what a person may see and erase of their own data, and how long things are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.ids import ChildId, ConsentId, OrganisationId, PersonId
from domain.people import Actor, Organisation, Role


class Purpose(StrEnum):
    """What a consent is for. Each is its own text, asked when it is needed (rule 10)."""

    PARENT = "parent"
    STAFF = "staff"
    PARTNER = "partner"
    CHILD = "child"
    """A child's coded results: given for the child, so no role rests on it (`domain/child_consents.py`)."""
    ENTRANCE = "entrance"
    """A guest's full name in the entrance list: no role rests on it (`domain/guest_entrance.py`)."""

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that rest on this consent: they end with it."""
        return frozenset(role for role in Role if purpose_of(role) is self)


def purpose_of(role: Role) -> Purpose:
    """The consent on which a role rests."""
    match role:
        case Role.PARENT:
            return Purpose.PARENT
        case Role.PARTNER:
            return Purpose.PARTNER
        case _:
            return Purpose.STAFF


@dataclass(frozen=True, slots=True)
class ConsentPart:
    """A paragraph of a consent with its heading."""

    text: str
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class ConsentText:
    """One published version of a consent in one language; the hash is of the file it was read from."""

    purpose: Purpose
    version: int
    locale: str
    sha256: str
    title: str
    parts: tuple[ConsentPart, ...]
    missing: tuple[tuple[str, str], ...] = ()
    """What is said where the organisation has left a field empty: (field, words)."""

    def filled(self, organisation: Organisation) -> "ConsentText":
        """The text with the operator, address and processor of `organisation` in it."""
        words = dict(self.missing)
        fields = {
            "organisation": organisation.name,
            "operator": organisation.operator or organisation.name,
            "address": organisation.address or words["address"],
            "contact": organisation.contact or words["contact"],
            "processor": organisation.processor or words["processor"],
        }
        return ConsentText(
            purpose=self.purpose,
            version=self.version,
            locale=self.locale,
            sha256=self.sha256,
            title=self.title,
            parts=tuple(ConsentPart(_fill(part.text, fields), part.heading) for part in self.parts),
        )


@dataclass(frozen=True, slots=True)
class Consent:
    """A consent that a person gave."""

    id: ConsentId
    organisation_id: OrganisationId
    purpose: Purpose
    version: int
    text_hash: str
    given_at: datetime
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Erasure:
    """A line of the erasure journal: numbers and a keyed hash, enough to erase again what a backup brought back."""

    at: datetime
    person_id: PersonId
    person_hash: str
    organisation_id: OrganisationId | None = None
    """The organisation that was left; None when everything was erased."""
    purpose: Purpose | None = None
    """The consent that was withdrawn in it; None when all roles there were left."""
    child_id: ChildId | None = None
    """The child whose consent it was, with `Purpose.CHILD`."""


def _fill(text: str, fields: dict[str, str]) -> str:
    """Put the fields into their places, once: braces in a name of an organisation stay what they are."""
    pieces: list[str] = []
    rest = text
    while (start := rest.find("{")) >= 0:
        end = rest.index("}", start)
        pieces += [rest[:start], fields[rest[start + 1 : end]]]
        rest = rest[end + 1 :]
    return "".join([*pieces, rest])


@dataclass(frozen=True, slots=True)
class MessageToEdit:
    """A message of the bot that names somebody who is erased."""

    sent_id: int
    chat_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """A consent of one's own, with the organisation it was given to."""

    consent: Consent
    organisation_name: str


@dataclass(frozen=True, slots=True)
class MyData:
    """What is stored about a person, for the person: lists and counts; the file has every row."""

    actor: Actor
    consents: tuple[ConsentLine, ...]
    rows: Mapping[str, int]
    """How many rows there are by table."""


@dataclass(frozen=True, slots=True)
class MyDataFile:
    """Everything about a person as JSON."""

    content: bytes
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Left:
    """What leaving has ended."""

    organisation_name: str | None
    """None: everything was erased."""
    erased: bool
    """Nothing is stored about the person any more."""
    name_only: bool = False
    """Only the full name for the entrance has gone; every role stays."""


DRAFTS_KEPT = timedelta(days=7)
"""An unfinished form."""
REQUESTS_KEPT = timedelta(days=30)
"""A decided request to join."""
ROLELESS_KEPT = timedelta(days=30)
"""A person who holds no role and waits for no answer."""
AUDIT_KEPT = timedelta(days=365)
ANSWERS_KEPT = timedelta(days=365)
"""Answers of a quiz, after the final wave of the school year; then only the scores, till the child leaves."""
PROOF_KEPT = timedelta(days=3 * 365)
"""Proof of a consent, after its withdrawal."""
LINKS_KEPT = timedelta(days=90)
"""A link that opens nothing any more."""
NOTICES_KEPT = timedelta(days=90)
"""A sent message in the outbox: as long as its author may ask how it was delivered."""
VISITS_KEPT = timedelta(days=90)
"""A visit of a guest that did not come about, since it ended; one that was held stays, without a guest who leaves."""
SEATS_KEPT = timedelta(days=90)
"""Who sat and who waited at an event, after its start."""
FEEDBACK_KEPT = timedelta(days=365)
"""How somebody liked an event, after its start."""
COPIES_KEPT = timedelta(days=30)
"""A backup: people are told so when they erase themselves."""
UPDATES_KEPT = timedelta(hours=48)
"""Memory of carried-out updates; the messenger repeats them for 24 hours at most."""


def partner_term(today: date) -> date:
    """The day until which a partner's data are kept: 31 August, at least three months ahead (rule 13)."""
    this_year = date(today.year, 8, 31)
    return this_year if this_year - today >= timedelta(days=92) else date(today.year + 1, 8, 31)
