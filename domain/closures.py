"""«Группа закрыта»: days on which a group receives nobody, and what becomes of what stood on them.

Why a group is closed is not asked and not stored (rules 8 and 11).
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256
from zoneinfo import ZoneInfo

from domain.ids import ClosureId, GroupId, OrganisationId
from domain.outcomes import Reason, Refused

LONGEST = 60
"""Days of one closure, the first and the last included: a summer is an archive or a longer pause, not this."""
FURTHEST = timedelta(days=400)
"""A school year and a bit, as for events: a day further away is a slip of the finger."""
MOST = 24
"""Things on one preview, each decided by one digit of its buttons."""
WEEKS_TRIED = 8
"""How many weeks after a closure are looked at for a day that is free."""


class Deed(StrEnum):
    """What a closure does with a thing, as it is stored for undoing it."""

    MOVED = "moved"
    CANCELLED = "cancelled"
    WITHOUT = "without"
    """An event of several groups goes on without this one."""
    WITHDRAWN = "withdrawn"
    """A free date for guests is closed."""
    LEFT = "left"
    """The date of a visit that was moved or called off is closed."""
    MADE = "made"
    """A date for guests that had to be made for a visit."""


class Kind(StrEnum):
    """What may stand on a closed day."""

    EVENT = "event"
    """Of this group alone."""
    SHARED = "shared"
    """Of other groups, too."""
    FOREIGN = "foreign"
    """Of this group's families and of others, whom this person may not speak for: it stays as it is."""
    EARLIER = "earlier"
    """Of several days, beginning before the group is closed: it stays as it is."""
    PLANNED = "planned"
    """Nobody knows of it yet: it stays among the drafts."""
    VISIT = "visit"
    DATES = "dates"
    """All free dates for guests, decided together."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days on which a group is closed, the first and the last included, as its organisation counts them."""

    from_day: date
    until_day: date
    zone: str

    @property
    def begins(self) -> datetime:
        """The first moment (UTC)."""
        return self._midnight(self.from_day)

    @property
    def ends(self) -> datetime:
        """The first moment after it (UTC)."""
        return self._midnight(self.until_day + timedelta(days=1))

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.until_day - self.from_day).days + 1

    def holds(self, at: datetime) -> bool:
        """Whether the group is closed at this moment."""
        return self.begins <= at < self.ends

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), tzinfo=ZoneInfo(self.zone)).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Closure:
    """A group that is, was or will be closed."""

    id: ClosureId
    organisation_id: OrganisationId
    group_id: GroupId
    from_day: date
    until_day: date
    undone_at: datetime | None = None

    def span(self, zone: str) -> Span:
        """Its days."""
        return Span(self.from_day, self.until_day, zone)


@dataclass(frozen=True, slots=True)
class ShutGroup:
    """A group that is closed on the day of what is being announced to it."""

    name: str
    from_day: date
    until_day: date
    zone: str
    kind: str
    """Of its organisation."""


@dataclass(frozen=True, slots=True)
class ClosureStep:
    """One thing that a closure changed: what undoing it needs to know."""

    subject: str
    deed: Deed
    was_at: datetime
    now_at: datetime | None = None
    version: int = 0
    """What the closure left; whoever changes the thing later keeps what they have made."""
    status: str | None = None
    """What a visit was before it was called off."""

    @property
    def about(self) -> str:
        """«event», «visit», «slot»."""
        return self.subject.partition(":")[0]

    @property
    def number(self) -> int:
        """The number of the thing."""
        return int(self.subject.partition(":")[2])


@dataclass(frozen=True, slots=True)
class Affected:
    """Something that stands on closed days, and what may be done about it."""

    kind: Kind
    subject: str
    starts_at: datetime
    version: int = 0
    title: str = ""
    to: datetime | None = None
    """The day that is proposed instead."""
    dates: tuple[datetime, ...] = ()
    """All of them, of free dates."""

    @property
    def options(self) -> tuple[Deed | None, ...]:
        """What may be done, the proposal first; None leaves it as it is."""
        match self.kind:
            case Kind.EVENT | Kind.VISIT if self.to is not None:
                return (Deed.MOVED, Deed.CANCELLED, None)
            case Kind.EVENT | Kind.VISIT:
                return (Deed.CANCELLED, None)
            case Kind.SHARED:
                return (Deed.WITHOUT, None)
            case Kind.DATES:
                return (Deed.WITHDRAWN, None)
            case Kind.FOREIGN | Kind.EARLIER | Kind.PLANNED:
                return (None,)


def may_close(span: Span, standing: Iterable[Closure], *, today: date) -> Refused | None:
    """Refuse days that are over, too many or too far, and days on which the group is closed already."""
    if span.from_day < today:
        return Refused(Reason.DATE_PAST)
    if span.from_day - today > FURTHEST:
        return Refused(Reason.DATE_TOO_FAR)
    if span.until_day < span.from_day:
        return Refused(Reason.END_BEFORE_START)
    if span.days > LONGEST:
        return Refused(Reason.CLOSURE_TOO_LONG, {"limit": LONGEST})
    for closure in standing:
        if closure.from_day <= span.until_day and span.from_day <= closure.until_day:
            return Refused(Reason.GROUP_CLOSED, {"first": closure.from_day, "until": closure.until_day})
    return None


def may_reopen(closure: Closure, *, today: date) -> Refused | None:
    """A closure is undone until its last day is over, and once."""
    if closure.undone_at is not None:
        return Refused(Reason.GROUP_OPEN)
    return Refused(Reason.CLOSURE_OVER) if closure.until_day < today else None


def closed_at(closures: Iterable[Closure], starts: Iterable[datetime], zone: str) -> Closure | None:
    """The first closure on whose days one of these moments falls."""
    moments = list(starts)
    return next((one for one in closures if any(one.span(zone).holds(at) for at in moments)), None)


def days_later(moment: datetime, zone: str, days: int) -> datetime:
    """The same hour of the wall clock so many days later (UTC), across a change of the clocks, too."""
    here = ZoneInfo(zone)
    local = moment.astimezone(here).replace(tzinfo=None) + timedelta(days=days)
    return local.replace(tzinfo=here).astimezone(UTC)


def days_between(was: datetime, now: datetime, zone: str) -> int:
    """By how many days of the organisation's calendar something was moved."""
    here = ZoneInfo(zone)
    return (now.astimezone(here).date() - was.astimezone(here).date()).days


def another_day(
    starts_at: datetime, span: Span, taken: Collection[datetime], standing: Iterable[Closure]
) -> datetime | None:
    """The same weekday and hour in the first week after the closure in which nothing else stands; None without any.

    `standing`: other days on which the group is closed.
    """
    closed = [span, *(closure.span(span.zone) for closure in standing)]
    first = span.until_day.toordinal() - starts_at.astimezone(ZoneInfo(span.zone)).date().toordinal()
    weeks = first // 7 + 1
    for week in range(weeks, weeks + WEEKS_TRIED):
        at = days_later(starts_at, span.zone, 7 * week)
        if at not in taken and not any(days.holds(at) for days in closed):
            return at
    return None


def next_choice(affected: tuple[Affected, ...], choices: int, position: int) -> int:
    """The choices with the next possibility for one thing: «перенести» → «отменить» → «оставить» → again."""
    digits = [digit % len(one.options) for digit, one in zip(_digits(choices), affected, strict=False)]
    digits[position] = (digits[position] + 1) % len(affected[position].options)
    return sum(digit * 3**place for place, digit in enumerate(digits))


def chosen(affected: tuple[Affected, ...], choices: int) -> tuple[Deed | None, ...]:
    """What was decided for each thing; 0 takes every proposal."""
    pairs = zip(affected, _digits(choices), strict=False)
    return tuple(one.options[digit % len(one.options)] for one, digit in pairs)


def seen(affected: Iterable[Affected]) -> int:
    """A short number of what a preview shows: another one, and something has changed since."""
    told = "|".join(
        f"{one.kind}{one.subject}{one.version}{one.starts_at}{one.to}{one.dates}" for one in affected
    )
    return int.from_bytes(sha256(told.encode()).digest()[:4])


def _digits(choices: int) -> Iterator[int]:
    """Of base three, the lowest first, without end."""
    while True:
        choices, digit = divmod(max(choices, 0), 3)
        yield digit
