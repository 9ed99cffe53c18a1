"""What screens about guests are made of: answers of services, as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.events import GroupLabel
from domain.guest_checklist import CheckItem
from domain.guest_outcomes import FollowUp
from domain.guest_queue import KeptFor, QueuePlace
from domain.guest_warnings import NOTHING, Warned
from domain.guests import Slot, Visit
from domain.ids import MembershipId, OpeningId, OrganisationId, SlotId
from domain.outcomes import Refused
from domain.people import Child, Organisation, ShownAdult
from domain.way_home import Liking


@dataclass(frozen=True, slots=True)
class OpeningReach:
    """Whom an invitation of guests reaches: for the preview."""

    adults: int
    families: int
    partners: int
    limited_families: int
    """Families whose adults get it in the evening summary (rule 7)."""
    closed: int
    """Adults who have blocked the bot."""
    without_phone: int
    named: int = 0
    """Families that are invited by name; nought: the whole group is."""


@dataclass(frozen=True, slots=True)
class PartnerChoice:
    """A partner who may be invited."""

    membership_id: MembershipId
    shown: ShownAdult
    offers: str | None


@dataclass(frozen=True, slots=True)
class Opened:
    """Dates that a teacher has just opened."""

    opening_id: OpeningId
    organisation_id: OrganisationId
    group: GroupLabel
    slots: tuple[Slot, ...]
    told: int


@dataclass(frozen=True, slots=True)
class SlotLine:
    """A date of a group as its staff see it."""

    slot: Slot
    group: GroupLabel
    visit: Visit | None
    guest: ShownAdult | None
    may_withdraw: bool = False
    """A free date ahead, looked at by somebody who may close it."""
    may_enter: bool = False
    """A free date ahead, looked at by somebody who may enter a guest without a phone."""
    passed_on: bool = False
    """Whether a partner has passed on the invitation to it."""
    kept: KeptFor | None = None
    """Who waits for it first."""


@dataclass(frozen=True, slots=True)
class GuestPage:
    """A page of the staff's list of dates and visits."""

    organisation: Organisation
    lines: tuple[SlotLine, ...]
    past: bool
    page: int
    more: bool
    may_open: bool
    kept: frozenset[SlotId] = frozenset()
    """Free dates that are kept for somebody of the queue."""


@dataclass(frozen=True, slots=True)
class VisitCard:
    """A visit as its staff, or its guest, see it."""

    visit: Visit
    organisation: Organisation
    group: GroupLabel
    guest: ShownAdult | None
    """Who comes, as staff may see them; None for the guest, and once the guest is erased."""
    mine: bool
    """Whether it is looked at by its guest."""
    may_decide: bool = False
    """Whether the person may answer what is asked: an application, or dangers in the details."""
    may_decline: bool = False
    """Whether the person may say no, also to a visit that was agreed upon: until the hour has come."""
    may_conclude: bool = False
    ahead: bool = True
    """Whether its hour has not come."""
    may_move: bool = False
    """Whether it is its guest's, who may still move it to another free date."""
    may_speak: bool = False
    """Whether the person speaks for a guest without a phone: fills in the rest, takes the visit back."""
    warned: Warned = NOTHING
    """What whoever decides is warned of while it waits for an answer."""
    may_prepare: bool = False
    """Whether the person prepares it: its guest, or staff who decide about guests of the group."""
    may_write: bool = False
    """Whether the person may write to the other side now."""
    has_letter: bool = False
    """Whether it is looked at by its guest, who was sent a letter of thanks."""
    done: tuple[FollowUp, ...] = ()
    """What the group did after it, for staff."""
    likings: Mapping[Liking, int] | None = None
    """How the children liked it, once enough families have said so; empty: too few have. None: nobody is asked."""
    unread: bool = False
    """Whether it is looked at by staff, ahead, and its guest has closed the chat with the bot."""
    asked: bool = False
    """Whether its guest may still answer about another date."""


@dataclass(frozen=True, slots=True)
class GuestInvitation:
    """Dates that are open to a guest: of one opening, or of all of a group."""

    organisation: Organisation
    group: GroupLabel
    slots: tuple[Slot, ...]
    """Free and ahead."""
    wish: str | None
    mine: tuple[Visit, ...] = ()
    """The guest's own visits to this group that are ahead."""
    from_outside: bool = False
    """Whether a partner looks at it, who may not know which kindergarten the group is of."""
    waits: QueuePlace | None = None
    """The guest's own place in the queue of the group."""
    minutes: int = 15
    """How long a guest talks and shows to children of this age."""
    named: bool = False
    """Whether the guest's family was invited by name."""
    passes: OpeningId | None = None
    """What a partner may pass on to a colleague: an opening that they were invited to, once."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of an application: a visit, or a refusal with the dates that are still free."""

    visit: Visit | None
    invitation: GuestInvitation
    refused: Refused | None = None
    queued: bool = False
    """Whether it stands in the queue of the group now, since no other date is free."""


@dataclass(frozen=True, slots=True)
class MyVisit:
    """A line of a guest's own visits."""

    visit: Visit
    group: GroupLabel
    zone: str


@dataclass(frozen=True, slots=True)
class GuestReminder:
    """A visit that is near, for its guest or for a teacher."""

    card: VisitCard
    hours: int
    """24 or 2."""
    at: datetime
    unticked: tuple[CheckItem, ...] = ()
    """What the reader's own list says is not ready yet; the day before."""
    today: bool = True
    """Whether it is read on the day of the visit: what is heard before an early one comes the evening before."""


@dataclass(frozen=True, slots=True)
class MetProfession:
    """A profession that a group has met, and how often."""

    slug: str | None
    name: str
    visits: int


@dataclass(frozen=True, slots=True)
class DeclinedVisit:
    """A visit that was declined, and the dates of the group that are still free."""

    card: VisitCard
    free: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class MovedVisit:
    """A visit on another date, and the date that its guest knew of."""

    card: VisitCard
    was: datetime


@dataclass(frozen=True, slots=True)
class EntryChoice:
    """«Внести за семью»: a date, and the families without a phone who may come to it."""

    organisation: Organisation
    group: GroupLabel
    slot: Slot
    families: tuple[Child, ...]
    """Those of this page."""
    page: int = 0
    more: bool = False
