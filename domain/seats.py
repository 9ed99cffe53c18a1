"""Seats of an event: who sits, who waits for a seat, and how long a freed one is offered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.answers import Answer
from domain.attention import Hours
from domain.ids import ChildId, EventId, OrganisationId, PartyId, PersonId
from domain.notices import NoticeStatus, after_quiet_hours, is_quiet

MOST_SEATS = 500
LAPSES = 2
"""After so many offers that nobody took, a party leaves the queue."""
LONG_OFFER = timedelta(hours=12)
SHORT_OFFER = timedelta(minutes=30)
"""Less than this is no offer at all."""
NEAR = timedelta(hours=24)
"""When answers close within this time, an offer is half of what is left."""
FIRST_COME = timedelta(hours=2)
"""In the last hours before answers close nothing is offered: whoever taps first sits."""
AWAKE = timedelta(hours=1)
"""After the quiet hours people get this time to see an offer; before answers close, the next party gets it."""

_UNDER_WAY = (NoticeStatus.QUEUED, NoticeStatus.RETRY, NoticeStatus.LEASED)


class SeatsBy(StrEnum):
    """What a seat is for."""

    FAMILY = "family"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Seats:
    """How many may come, from 1 to `MOST_SEATS`."""

    count: int
    by: SeatsBy


class PartyStatus(StrEnum):
    """Where a party stands."""

    HELD = "held"
    """Its seats are its own."""
    WAITING = "waiting"
    """It stands in the queue."""
    OFFERED = "offered"
    """Seats are kept for it until its offer ends."""


@dataclass(frozen=True, slots=True)
class Party:
    """Those who come together and are never split: a family, or one adult without a child."""

    id: PartyId
    event_id: EventId
    child_id: ChildId | None
    """The family's anchor: the lowest of its invited children's ids, so that both parents are one party."""
    person_id: PersonId | None
    """An invited adult without a child; exactly one of the two is set."""
    size: int
    """Seats it needs."""
    status: PartyStatus
    ticket: int | None
    """The order in the queue; None for who sits."""
    offered_until: datetime | None
    lapses: int
    """Offers that it let pass."""


@dataclass(frozen=True, slots=True)
class Seating:
    """The seats of an event, and where one's own party stands."""

    seats: Seats
    taken: int
    waiting: int
    own: Party | None
    place: int | None
    """The own place in the queue, from 1."""
    first_come: bool = False
    """Whether nothing is offered any more: a free seat is for whoever taps first, also for who waits."""


@dataclass(frozen=True, slots=True)
class Room:
    """The seats of an event as its row knows them, held for the one who looks."""

    organisation_id: OrganisationId
    event_id: EventId
    published: bool
    starts_at: datetime
    answer_until: datetime | None
    seats: Seats | None
    taken: int
    waiting: int

    @property
    def closes(self) -> datetime:
        """Until when answers are taken."""
        return self.answer_until or self.starts_at

    def first_come(self, now: datetime) -> bool:
        """Whether nothing is offered any more before answers close."""
        return self.closes - now < FIRST_COME

    def left(self, now: datetime) -> int:
        """Seats that a newcomer may take: none while somebody waits for them."""
        if self.seats is None or (self.waiting and not self.first_come(now)):
            return 0
        return max(self.seats.count - self.taken, 0)


def has_seat(seating: Seating) -> bool:
    """Whether the own party has its seats."""
    return seating.own is not None and seating.own.status is PartyStatus.HELD


def party_size(answers: Iterable[Answer], children: int, by: SeatsBy) -> int:
    """Seats that a party needs: one for a family, or one for each adult who comes and for the children with them."""
    coming = [answer for answer in answers if answer.comes]
    if by is SeatsBy.FAMILY:
        return min(len(coming), 1)
    return len(coming) + (children if Answer.WITH_CHILD in coming else 0)


def offer_until(
    now: datetime, starts_at: datetime, answer_until: datetime | None, hours: Hours
) -> datetime | None:
    """Until when a seat freed `now` is kept for a party; None when it is too late to offer one.

    Twelve hours, or half of what is left when answers close within a day. An end inside the quiet hours moves to an
    hour after them, but never past an hour before answers close; when that too is at night, it ends in the evening.
    """
    closes = answer_until or starts_at
    left = closes - now
    if left < FIRST_COME:
        return None
    end = now + (left / 2 if left < NEAR else LONG_OFFER)
    if _at_night(end, hours):
        end = after_quiet_hours(end, hours.zone, hours.quiet_from, hours.quiet_to) + AWAKE
    end = min(end, closes - AWAKE)
    if _at_night(end, hours):
        end = _evening_before(end, hours)
    return end if end - now >= SHORT_OFFER else None


def after_offer(
    until: datetime, told: Iterable[tuple[NoticeStatus, datetime | None]], now: datetime, closes: datetime
) -> datetime:
    """Until when an offer is kept, as it looks now: a time that is over means that it has lapsed.

    `told` is what became of the messages with it. Whoever could not have read it for an hour gets that hour; if none of
    them could be delivered, the offer is over at once.
    """
    known = list(told)
    if known and all(status is NoticeStatus.FAILED for status, _ in known):
        return now
    if until > now:
        return until
    arrived = [at for status, at in known if status is NoticeStatus.SENT and at is not None]
    under_way = any(status in _UNDER_WAY for status, _ in known)
    if arrived or under_way:
        return put_off(until, max(arrived) if arrived else now, closes) or until
    return until


def put_off(until: datetime, told_at: datetime, closes: datetime) -> datetime | None:
    """A later end for an offer that its party has not had an hour to read; None when it has, or it is too late."""
    end = min(told_at + AWAKE, closes - AWAKE)
    return end if end > until else None


def may_offer_now(now: datetime, hours: Hours) -> bool:
    """Nobody is offered a seat at night: the first party would sleep through its time."""
    local = now.astimezone(ZoneInfo(hours.zone))
    return not is_quiet(local.time(), hours.quiet_from, hours.quiet_to)


def _at_night(end: datetime, hours: Hours) -> bool:
    """Whether people sleep when an offer ends: in the quiet hours, or at the very end of them."""
    return not may_offer_now(end - timedelta(minutes=1), hours)


def _evening_before(moment: datetime, hours: Hours) -> datetime:
    """The beginning of the quiet hours that a moment falls into, or ends."""
    zone = ZoneInfo(hours.zone)
    local = moment.astimezone(zone)
    day = local.date() if local.time() >= hours.quiet_from else local.date() - timedelta(days=1)
    return datetime.combine(day, hours.quiet_from, tzinfo=zone).astimezone(moment.tzinfo)
