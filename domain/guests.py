"""«Гость группы»: dates that a teacher opens, guests who take them, and what becomes of a visit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.guest_outcomes import ComerKind, Missed
from domain.guest_requests import AskedChange, AskedMove
from domain.ids import (
    ChildId,
    GroupId,
    MembershipId,
    OpeningId,
    OrganisationId,
    PersonId,
    SlotId,
    VisitId,
)
from domain.outcomes import Reason, Refused
from domain.people import AgeBand
from domain.professions import ChosenProfession, Danger

WISH_LIMIT = 200
PROFESSION_LIMIT = 60
PLAN_LIMIT = 600
THINGS_LIMIT = 300
NOTE_LIMIT = 200
"""UTF-16 units of what people type."""
DATES_AT_ONCE = 12
CHILDREN_LIMIT = 60
FURTHEST = timedelta(days=400)
"""A school year and a bit, as for events: a date further away is a slip of the finger."""
MINUTES: dict[AgeBand, int] = {
    AgeBand.Y3_4: 10,
    AgeBand.Y4_5: 15,
    AgeBand.Y5_6: 15,
    AgeBand.Y6_7: 20,
    AgeBand.G1_2: 25,
    AgeBand.G3_4: 30,
}
"""How long a guest talks and shows, by age: a working standard of this project."""
SHORTEST, LONGEST = 5, 60
"""Minutes that a visit may take."""


class VisitStatus(StrEnum):
    """Life of a visit: applied → tentative → (detailed →) confirmed → held; or one of the other ends."""

    APPLIED = "applied"
    """A guest took a date; the teacher has not answered yet."""
    TENTATIVE = "tentative"
    """«Предварительно да»: the guest fills in the rest."""
    DETAILED = "detailed"
    """Everything is filled in, something in it is dangerous: the teacher looks at it once more."""
    CONFIRMED = "confirmed"
    HELD = "held"
    NOT_HELD = "not-held"
    DECLINED = "declined"
    GIVEN_BACK = "given-back"


ACTIVE = frozenset({VisitStatus.APPLIED, VisitStatus.TENTATIVE, VisitStatus.DETAILED, VisitStatus.CONFIRMED})
"""A visit that is still ahead of somebody; it holds its date."""
AGREED = frozenset({VisitStatus.TENTATIVE, VisitStatus.DETAILED, VisitStatus.CONFIRMED})
"""A teacher has said yes, at least for now: both sides are reminded."""


class Format(StrEnum):
    """«Что покажете»: what a guest does with the children."""

    TALK = "talk"
    TOOLS = "tools"
    MASTER_CLASS = "master-class"
    GAME = "game"
    VIDEO = "video"
    EXCURSION = "excursion"


class GuestDecline(StrEnum):
    """Why a teacher says no; the reason is told to the guest."""

    DATE_UNFIT = "date-unfit"
    HAD_LATELY = "had-lately"
    NOT_FOR_AGE = "not-for-age"
    OTHER = "other"
    """In the teacher's own words."""
    GROUP_CLOSED = "group-closed"
    """The group went into the archive: said by the bot, not offered to a teacher."""
    DAY_LOST = "day-lost"
    """Of a visit that was agreed upon: that day it does not work out after all."""
    PLANS_CHANGED = "plans-changed"
    """Of a visit that was agreed upon, likewise."""
    CALLED_OFF = "called-off"
    """Of a visit that was agreed upon, in the teacher's own words."""


CALLING_OFF = frozenset({GuestDecline.DAY_LOST, GuestDecline.PLANS_CHANGED, GuestDecline.CALLED_OFF})
"""What is said of a visit that was agreed upon: it is cancelled, nobody is turned down."""
OWN_WORDS = frozenset({GuestDecline.OTHER, GuestDecline.CALLED_OFF})
"""The teacher writes why."""


@dataclass(frozen=True, slots=True)
class OpeningDraft:
    """What a teacher has typed: the dates to open for guests."""

    group_id: GroupId
    starts: tuple[datetime, ...]
    wish: str | None = None
    """«Кого ждём»: professions that the group would like to meet."""
    partner_ids: frozenset[MembershipId] = frozenset()
    """Partners who are invited besides the parents of the group."""
    children: frozenset[ChildId] = frozenset()
    """The families that are invited by name; none: the whole group is."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Dates that a teacher opened at once, without the dates themselves."""

    id: OpeningId
    organisation_id: OrganisationId
    group_id: GroupId
    author_id: PersonId
    wish: str | None
    named: bool  # families were invited by name: nobody else of the group is told


@dataclass(frozen=True, slots=True)
class Slot:
    """A date that a guest may take: one group, one guest (rule 33)."""

    id: SlotId
    organisation_id: OrganisationId
    group_id: GroupId
    opening_id: OpeningId
    starts_at: datetime
    wish: str | None
    withdrawn: bool
    visit_id: VisitId | None

    @property
    def free(self) -> bool:
        """Whether nobody has it, and it stands."""
        return not self.withdrawn and self.visit_id is None


@dataclass(frozen=True, slots=True)
class Comer:
    """Who comes: a guest who has applied; or whom staff have entered, the family of a child or (no child) a partner."""

    kind: ComerKind
    guest_id: PersonId | None = None
    child_id: ChildId | None = None
    entered_by: MembershipId | None = None


@dataclass(frozen=True, slots=True)
class Application:
    """The three screens of a guest (rule 31): the date stands in the form's context."""

    profession: ChosenProfession
    formats: frozenset[Format]


@dataclass(frozen=True, slots=True)
class Details:
    """What a guest fills in after «предварительно да»."""

    plan: str
    brings: str | None
    needs: str | None
    dangers: frozenset[Danger]
    minutes: int


@dataclass(frozen=True, slots=True)
class Visit:
    """A guest's visit to a group."""

    id: VisitId
    organisation_id: OrganisationId
    group_id: GroupId
    slot_id: SlotId
    starts_at: datetime
    guest_id: PersonId | None
    """None once the guest is erased; the visit that was held stays without them. Also None when staff entered it."""
    profession: ChosenProfession
    formats: frozenset[Format]
    status: VisitStatus
    version: int
    """Grows with every change; a button of an older state is answered with the newer one."""
    details: Details | None = None
    decline: GuestDecline | None = None
    decline_note: str | None = None
    children: int | None = None
    """How many children were there."""
    child_id: ChildId | None = None
    """The family without a phone for which it was entered; None for a partner."""
    entered: bool = False
    """Whether staff entered it for a guest without a phone (rule 5)."""
    comer: ComerKind | None = None
    missed: Missed | None = None
    note: str | None = None
    """The teacher's, for the journal."""
    asked: AskedMove | None = None
    """The date that its guest is asked about."""
    change: AskedChange | None = None
    """What its guest is asked to change."""

    @property
    def cancelled(self) -> bool:
        """Whether it was declined after it had been agreed upon."""
        return self.decline in CALLING_OFF


def may_open(starts: Iterable[datetime], *, now: datetime, limit: int = DATES_AT_ONCE) -> Refused | None:
    """Refuse dates in the past, too far, twice, or more than the limit; None when they are fine."""
    dates = list(starts)
    if not dates:
        return Refused(Reason.EMPTY)
    if len(dates) > limit or len(set(dates)) < len(dates):
        return Refused(Reason.TOO_MANY_DATES, {"limit": limit})
    if any(at <= now for at in dates):
        return Refused(Reason.DATE_PAST)
    if any(at - now > FURTHEST for at in dates):
        return Refused(Reason.DATE_TOO_FAR)
    return None


def may_take(slot: Slot, *, now: datetime) -> Refused | None:
    """Whether a guest may take this date; the database decides between two at once."""
    if slot.withdrawn:
        return Refused(Reason.SLOT_WITHDRAWN)
    if slot.visit_id is not None:
        return Refused(Reason.SLOT_TAKEN)
    if slot.starts_at <= now:
        return Refused(Reason.SLOT_PAST)
    return None


def may_decide(visit: Visit, *, now: datetime, seen_version: int) -> Refused | None:
    """A teacher answers what is asked (applied, or detailed), as long as the day has not come."""
    if visit.version != seen_version:
        return Refused(Reason.CHANGED_MEANWHILE)
    if visit.status not in (VisitStatus.APPLIED, VisitStatus.DETAILED):
        return Refused(Reason.VISIT_DECIDED)
    return Refused(Reason.SLOT_PAST) if visit.starts_at <= now else None


def may_decline(visit: Visit, *, now: datetime, seen_version: int) -> Refused | None:
    """A teacher may say no to any visit that is ahead, also to one that was agreed upon."""
    if visit.version != seen_version:
        return Refused(Reason.CHANGED_MEANWHILE)
    return may_give_back(visit, now=now)


def after_details(details: Details, *, entered: bool = False) -> VisitStatus:
    """Whether a visit is final at once, or a teacher looks at what is dangerous first (rule 31).

    What staff have entered themselves they have looked at.
    """
    return VisitStatus.DETAILED if details.dangers and not entered else VisitStatus.CONFIRMED


def may_detail(visit: Visit, *, now: datetime) -> Refused | None:
    """The rest of the form is for a visit ahead that was said yes to, or whose guest is asked to tell more."""
    if visit.status not in AGREED and (visit.status is not VisitStatus.APPLIED or visit.change is None):
        return Refused(Reason.VISIT_DECIDED)
    return Refused(Reason.SLOT_PAST) if visit.starts_at <= now else None


def may_give_back(visit: Visit, *, now: datetime) -> Refused | None:
    """A guest gives the date back while the visit is ahead."""
    if visit.status not in ACTIVE:
        return Refused(Reason.VISIT_DECIDED)
    return Refused(Reason.SLOT_PAST) if visit.starts_at <= now else None


def may_conclude(visit: Visit, *, now: datetime) -> Refused | None:
    """«Провели» and «не состоялось» are said once the hour has come, about a visit that was said yes to."""
    if visit.starts_at > now:
        return Refused(Reason.VISIT_AHEAD)
    if visit.status in (VisitStatus.HELD, VisitStatus.NOT_HELD):
        return None  # corrected
    return None if visit.status in ACTIVE else Refused(Reason.VISIT_DECIDED)


def may_move(visit: Visit) -> Refused | None:
    """A visit is moved to another date until it has been held, also after it did not take place."""
    movable = visit.status in ACTIVE or visit.status is VisitStatus.NOT_HELD
    return None if movable else Refused(Reason.VISIT_DECIDED)


def after_move(visit: Visit) -> VisitStatus:
    """What a moved visit is: what it was; one that did not take place is agreed upon again."""
    if visit.status is not VisitStatus.NOT_HELD:
        return visit.status
    return VisitStatus.TENTATIVE if visit.details is None else VisitStatus.CONFIRMED
