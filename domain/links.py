"""Links by which people join: what each opens, who may still use it, how it travels in `/start`; and those of events and announcements."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from domain.ids import (
    AnnouncementId,
    ChildId,
    EventId,
    GroupId,
    LinkId,
    OpeningId,
    OrganisationId,
    PersonId,
    Token,
)
from domain.outcomes import Reason, Refused
from domain.people import PartnerKind, Role

ADULTS_OF_A_CHILD = 4
"""How many adults a family card may bind to its child (rule 1)."""
STAFF_LINK_LIFE = timedelta(days=7)
PARTNER_LINK_LIFE = timedelta(days=30)
PASSED_LINK_LIFE = timedelta(days=14)
"""How long a personal link waits to be opened; cards and the group's QR live until they are revoked."""

_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
_EVENT = re.compile(r"e_([0-9a-z]{1,12})")
_ANNOUNCEMENT = re.compile(r"a_([0-9a-z]{1,12})")
_GUESTS = re.compile(r"o_([0-9a-z]{1,12})")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class LinkKind(StrEnum):
    """What a link opens."""

    STAFF = "staff"
    CARD = "card"
    GROUP = "group"
    PARTNER = "partner"
    INVITED = "invited"
    """A colleague of a partner, to whom an invitation to dates was passed on."""

    @property
    def prefix(self) -> str:
        """What stands before the token in the start payload: «c_» for a family card."""
        return self.value[0] + "_"

    @property
    def personal(self) -> bool:
        """Whether one person spends it: links of staff, partners and their colleagues; cards and QRs serve several."""
        return self in (LinkKind.STAFF, LinkKind.PARTNER, LinkKind.INVITED)


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """A link to be made: what it gives. A card names a child, a QR a group, a staff link a role and groups.

    One that passes an invitation on names an opening and its group.
    """

    organisation_id: OrganisationId
    kind: LinkKind
    created_by: PersonId | None
    """The person who issued it and hears that it was used; None for the owner's command line."""
    expires_at: datetime | None = None
    role: Role | None = None
    title: str | None = None
    """Profession of a specialist, or the partner's organisation."""
    group_id: GroupId | None = None
    child_id: ChildId | None = None
    partner_kind: PartnerKind | None = None
    opening_id: OpeningId | None = None
    group_ids: frozenset[GroupId] = frozenset()
    """Groups that a staff link gives to teach."""


@dataclass(frozen=True, slots=True)
class Link:
    """A stored link. Its token is known only to those who hold it; the database has the sha256."""

    id: LinkId
    organisation_id: OrganisationId
    kind: LinkKind
    created_by: PersonId | None
    created_at: datetime
    role: Role | None = None
    title: str | None = None
    group_id: GroupId | None = None
    child_id: ChildId | None = None
    partner_kind: PartnerKind | None = None
    opening_id: OpeningId | None = None
    group_ids: frozenset[GroupId] = frozenset()
    expires_at: datetime | None = None
    revoked_at: datetime | None = None
    spent_at: datetime | None = None
    spent_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """The payload of `/start`, understood."""

    kind: LinkKind
    token: Token

    @property
    def payload(self) -> str:
        """As it stands in the deep link and travels in buttons before consent: «c_…», 24 characters."""
        return self.kind.prefix + self.token


def new_token() -> Token:
    """A fresh secret of 128 random bits."""
    return Token(secrets.token_urlsafe(16))


def token_hash(token: Token) -> str:
    """What the database keeps of a token: sha256, 64 hexadecimal digits."""
    return sha256(token.encode()).hexdigest()


def parse_start(payload: str) -> Start | None:
    """«c_…» → the kind and token; None for anything that no link of ours says."""
    for kind in LinkKind:
        token = payload.removeprefix(kind.prefix)
        if token != payload and _TOKEN.fullmatch(token):
            return Start(kind, Token(token))
    return None


def deep_link(bot_username: str, kind: LinkKind, token: Token) -> str:
    """The address that opens the bot with this link: for QRs, messages and copy buttons."""
    return f"https://t.me/{bot_username}?start={kind.prefix}{token}"


def event_link(bot_username: str, event_id: EventId) -> str:
    """The address that opens the bot at an event: under a post in a chat, on a notice on the wall.

    It is no secret and gives nothing: the event opens for whom it is for.
    """
    return f"https://t.me/{bot_username}?start=e_{_written(event_id)}"


def announcement_link(bot_username: str, announcement_id: AnnouncementId) -> str:
    """The address that opens the bot at an announcement: under a post in a chat; no secret either."""
    return f"https://t.me/{bot_username}?start=a_{_written(announcement_id)}"


def guests_link(bot_username: str, group_id: GroupId) -> str:
    """The address that opens the bot at the dates a group has for guests: on the poster of its door; no secret."""
    return f"https://t.me/{bot_username}?start=o_{_written(group_id)}"


def event_of_start(payload: str) -> EventId | None:
    """«e_1c» → the event; None for anything else."""
    found = _EVENT.fullmatch(payload)
    return None if found is None else EventId(int(found.group(1), len(_DIGITS)))


def announcement_of_start(payload: str) -> AnnouncementId | None:
    """«a_1c» → the announcement; None for anything else."""
    found = _ANNOUNCEMENT.fullmatch(payload)
    return None if found is None else AnnouncementId(int(found.group(1), len(_DIGITS)))


def guests_of_start(payload: str) -> GroupId | None:
    """«o_1c» → the group; None for anything else."""
    found = _GUESTS.fullmatch(payload)
    return None if found is None else GroupId(int(found.group(1), len(_DIGITS)))


def may_use(link: Link, *, now: datetime) -> Refused | None:
    """Why the link does not open any more; None when it does."""
    passed = link.kind is LinkKind.INVITED  # whoever gave it has no other one to give
    if link.revoked_at is not None:
        return Refused(Reason.PASSED_REVOKED if passed else Reason.LINK_REVOKED)
    if link.spent_at is not None:
        return Refused(Reason.PASSED_SPENT if passed else Reason.LINK_SPENT)
    if link.expires_at is not None and link.expires_at <= now:
        return Refused(Reason.PASSED_EXPIRED if passed else Reason.LINK_EXPIRED)
    return None


def _written(number: int) -> str:
    digits = ""
    while number or not digits:
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits
