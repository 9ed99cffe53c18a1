"""The one queue of a group for dates of guests: who waits, which free dates are kept for whom, who may take the others."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.events import GroupLabel
from domain.guests import ACTIVE, Application, Slot, Visit
from domain.ids import GroupId, OpeningId, OrganisationId, PersonId, SlotId, WaiterId
from domain.offers import FIRST_COME
from domain.outcomes import Reason, Refused
from domain.people import Organisation, ShownAdult

VISITS_AHEAD = 2
"""As many dates of one group a guest may hold at once: the others are for other families."""
CHANGED_UNTIL = time(18)
"""A guest moves a visit until this hour of the day before; after it the teacher has begun to prepare."""
EVERY_DAY = frozenset(range(7))
"""Weekdays, Monday is 0."""


class WaiterStatus(StrEnum):
    """Where somebody stands who waits."""

    WAITING = "waiting"
    OFFERED = "offered"
    """A date is kept for them until their offer ends."""


@dataclass(frozen=True, slots=True)
class Waiter:
    """Somebody who waits for a date of a group, with the application that is sent for it."""

    id: WaiterId
    organisation_id: OrganisationId
    group_id: GroupId
    guest_id: PersonId
    application: Application
    weekdays: frozenset[int]
    """Days that suit; `EVERY_DAY` for any."""
    ticket: int
    """The order in the queue of the group."""
    status: WaiterStatus
    slot_id: SlotId | None
    """The date that is kept for them."""
    offered_until: datetime | None
    lapses: int
    """Offers that they let pass."""
    offers: int
    """Offers that they have had: each is told once."""
    passed: frozenset[SlotId] = frozenset()
    """Dates that they let pass, keeping the place."""


@dataclass(frozen=True, slots=True)
class Right:
    """Which dates of a group somebody may take: all, as family of a child of it, or those of these openings."""

    family: bool
    openings: frozenset[OpeningId] = frozenset()

    @property
    def any(self) -> bool:
        """Whether there is any left."""
        return self.family or bool(self.openings)

    def reaches(self, slot: Slot) -> bool:
        """Whether they may take this date."""
        return self.family or slot.opening_id in self.openings


@dataclass(frozen=True, slots=True)
class Line:
    """The queue of a group, and what is kept for whom."""

    waiters: tuple[Waiter, ...]
    """In their order."""
    rights: Mapping[PersonId, Right]
    kept: Mapping[SlotId, Waiter]
    """Free dates for the first whom they suit: offered to them, or about to be."""
    shut: frozenset[SlotId]
    """Free dates on days on which the group is closed: nobody is offered one, and nobody passes those who wait."""

    def open_to(self, slot: Slot, guest_id: PersonId | None) -> bool:
        """Whether somebody may take a free date without passing anybody; None stands for who has no phone."""
        if slot.id in self.shut:
            return False
        keeper = self.kept.get(slot.id)
        return keeper is None or keeper.guest_id == guest_id

    def due(self) -> list[tuple[Waiter, SlotId]]:
        """Who is to be offered which date now."""
        waiting = [(w, slot) for slot, w in self.kept.items() if w.status is WaiterStatus.WAITING]
        return sorted(waiting, key=lambda pair: pair[0].ticket)


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """Somebody's own place."""

    waiter: Waiter
    organisation: Organisation
    group: GroupLabel
    place: int
    """From 1."""
    offered: datetime | None = None
    """When the date begins that is kept for them."""


@dataclass(frozen=True, slots=True)
class KeptFor:
    """For whom a free date is kept, as staff see them."""

    guest: ShownAdult | None
    person_id: PersonId
    until: datetime | None
    """None: it is about to be offered."""


@dataclass(frozen=True, slots=True)
class LapsedOffer:
    """An offer that is over."""

    organisation: Organisation
    group: GroupLabel
    place: QueuePlace | None
    """None after the second one: they do not wait any more."""
    withdrawn: bool
    """Whether the date was closed, so that it was nobody's fault."""


@dataclass(frozen=True, slots=True)
class QueueEnd:
    """A queue that is over for somebody."""

    organisation: Organisation
    group: GroupLabel
    archived: bool


@dataclass(frozen=True, slots=True)
class WaiterLine:
    """Somebody in the queue of a group, as its staff see them."""

    waiter: Waiter
    group: GroupLabel
    place: int
    guest: ShownAdult | None
    offered: datetime | None


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of the queues that staff see."""

    organisation: Organisation
    lines: tuple[WaiterLine, ...]
    counts: Mapping[GroupId, int]
    """How many wait in each group of the page."""
    page: int
    more: bool
    may_open: bool = False
    """Whether the person may open dates for those who wait."""


def suits(waiter: Waiter, right: Right | None, slot: Slot, zone: str) -> bool:
    """Whether a date may be offered to somebody: they may take it, have not let it pass, and wished for such a day."""
    day = slot.starts_at.astimezone(ZoneInfo(zone)).weekday()
    wanted = slot.id not in waiter.passed and day in waiter.weekdays
    return right is not None and right.reaches(slot) and wanted


def line_up(
    waiters: Iterable[Waiter],
    rights: Mapping[PersonId, Right],
    slots: Collection[Slot],
    shut: frozenset[SlotId],
    *,
    now: datetime,
    zone: str,
) -> Line:
    """Keep free dates for who waits: what is offered stays offered, the rest goes by the order of the queue.

    Each gets the soonest date that suits; who is suited by none lets the others pass. In the last hours before a date
    it is kept for nobody any more.
    """
    queue = tuple(sorted(waiters, key=lambda one: one.ticket))
    free = {slot.id for slot in slots}
    kept = {w.slot_id: w for w in queue if w.slot_id is not None and w.slot_id in free}
    left = [
        slot
        for slot in sorted(slots, key=lambda slot: (slot.starts_at, slot.id))
        if slot.id not in kept and slot.id not in shut and slot.starts_at - now >= FIRST_COME
    ]
    for waiter in queue:
        if waiter.status is not WaiterStatus.WAITING:
            continue
        right = rights.get(waiter.guest_id)
        fit = next((slot for slot in left if suits(waiter, right, slot, zone)), None)
        if fit is not None:
            kept[fit.id] = waiter
            left.remove(fit)
    return Line(queue, rights, kept, shut if queue else frozenset())


def may_hold_more(ahead: Iterable[Visit], group_id: GroupId) -> Refused | None:
    """Nobody holds all dates of a group; `ahead` are the guest's own visits that are ahead."""
    held = sum(visit.group_id == group_id for visit in ahead)
    return Refused(Reason.VISITS_ENOUGH, {"limit": VISITS_AHEAD}) if held >= VISITS_AHEAD else None


def changed_until(starts_at: datetime, zone: str) -> datetime:
    """Until when a guest may move a visit themselves: the evening before."""
    local = starts_at.astimezone(ZoneInfo(zone))
    evening = datetime.combine(local.date() - timedelta(days=1), CHANGED_UNTIL, tzinfo=ZoneInfo(zone))
    return evening.astimezone(starts_at.tzinfo)


def may_move_oneself(visit: Visit, *, now: datetime, zone: str) -> Refused | None:
    """A guest moves a visit that is ahead, until the evening before; then it can only be given back."""
    if visit.status not in ACTIVE:
        return Refused(Reason.VISIT_DECIDED)
    if visit.starts_at <= now:
        return Refused(Reason.SLOT_PAST)
    return Refused(Reason.MOVE_TOO_LATE) if now >= changed_until(visit.starts_at, zone) else None
