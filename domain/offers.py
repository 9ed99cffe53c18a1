"""How long something that has become free is kept for who is first in a queue: a seat, or a date for guests."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.attention import Hours
from domain.notices import NoticeStatus, after_quiet_hours, is_quiet

LAPSES = 2
"""After so many offers that nobody took, whoever waits leaves the queue."""
LONG_OFFER = timedelta(hours=12)
SHORT_OFFER = timedelta(minutes=30)
"""Less than this is no offer at all."""
NEAR = timedelta(hours=24)
"""When it closes within this time, an offer is half of what is left."""
FIRST_COME = timedelta(hours=2)
"""In the last hours before it closes nothing is offered: whoever taps first has it."""
AWAKE = timedelta(hours=1)
"""After the quiet hours people get this time to see an offer; before it closes, who is next gets it."""

_UNDER_WAY = (NoticeStatus.QUEUED, NoticeStatus.RETRY, NoticeStatus.LEASED)


def waits_on(lapses: int) -> bool:
    """Whether who lets another offer pass waits on, at the end of the queue."""
    return lapses + 1 < LAPSES


def offer_until(
    now: datetime, starts_at: datetime, answer_until: datetime | None, hours: Hours
) -> datetime | None:
    """Until when what became free `now` is kept for who is first; None when it is too late to offer it.

    Twelve hours, or half of what is left when it closes within a day. An end inside the quiet hours moves to an
    hour after them, but never past an hour before it closes; when that too is at night, it ends in the evening.
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
        end = evening_before(end, hours)
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
    """A later end for an offer that nobody has had an hour to read; None when it has, or it is too late."""
    end = min(told_at + AWAKE, closes - AWAKE)
    return end if end > until else None


def may_offer_now(now: datetime, hours: Hours) -> bool:
    """Nobody is offered anything at night: who is first would sleep through their time."""
    local = now.astimezone(ZoneInfo(hours.zone))
    return not is_quiet(local.time(), hours.quiet_from, hours.quiet_to)


def _at_night(end: datetime, hours: Hours) -> bool:
    """Whether people sleep when an offer ends: in the quiet hours, or at the very end of them."""
    return not may_offer_now(end - timedelta(minutes=1), hours)


def evening_before(moment: datetime, hours: Hours) -> datetime:
    """The beginning of the quiet hours that a moment falls into, or ends."""
    zone = ZoneInfo(hours.zone)
    local = moment.astimezone(zone)
    day = local.date() if local.time() >= hours.quiet_from else local.date() - timedelta(days=1)
    return datetime.combine(day, hours.quiet_from, tzinfo=zone).astimezone(moment.tzinfo)
