"""«🚶 По дороге домой»: when families hear of a guest who came, what they are told, how they say it was liked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.attention import Hours, summary_after, summary_heard
from domain.events import GroupLabel
from domain.guest_notices import subject_of
from domain.guests import Visit
from domain.notices import Circular, NoticeKind
from domain.people import Organisation
from domain.professions import Profession

NO_LATER = timedelta(days=2)
"""So many days after the visit a child still tells of it."""
LIKING_TIME = timedelta(days=90)
"""So long after the visit families say how they liked it."""
ENOUGH_LIKINGS = 3
"""Fewer are not shown: they would tell whose they are."""


class Liking(StrEnum):
    """How a child liked a guest, as an adult says."""

    WOW = "wow"
    JOY = "joy"
    FINE = "fine"
    SO_SO = "so-so"


class Own(StrEnum):
    """Whose guest it was, for who reads it."""

    SELF = "self"
    FAMILY = "family"
    """Another adult of the same child came, or staff entered the family."""


@dataclass(frozen=True, slots=True)
class WayHome:
    """A visit that was held, for an adult of a child of the group: to ask the child about, to play."""

    visit: Visit
    organisation: Organisation
    group: GroupLabel
    profession: Profession | None
    """None: the guest named it in own words."""
    named: bool
    """Whether the profession is still known; own words go with their guest."""
    liking: Liking | None = None
    may_like: bool = True
    """Whether it is still time to say."""
    has_game: bool = False
    own: Own | None = None
    """The guest's own family is thanked, and not asked how it liked the guest."""


def heard_at(visit: Visit, hours: Hours, *, now: datetime) -> datetime | None:
    """When families hear of a visit that is concluded now: in the evening of that day; None when it is too late.

    The hour of the evening summary is the evening. Concluded after it, the visit is heard of at once; in quiet hours,
    or where the next evening is too late for whom the message must wait, the next evening.
    """
    zone = ZoneInfo(hours.zone)
    today, day = now.astimezone(zone).date(), visit.starts_at.astimezone(zone).date()
    evening = summary_after(now, hours)
    in_the_evening = evening.astimezone(zone).date() > today and today < day + NO_LATER
    due = now if in_the_evening and summary_heard(now, hours) == now else evening
    return due if summary_heard(due, hours).astimezone(zone).date() <= day + NO_LATER else None


def told_until(visit: Visit, zone: str) -> datetime:
    """The end of the last day on which families are told."""
    tz = ZoneInfo(zone)
    last: date = visit.starts_at.astimezone(tz).date() + NO_LATER
    return datetime.combine(last + timedelta(days=1), time(), tzinfo=tz).astimezone(visit.starts_at.tzinfo)


def way_home(visit: Visit, zone: str, due_at: datetime) -> Circular:
    """The message to the adults of the group's children; of this version of the visit."""
    kind = NoticeKind.GUEST_WAY_HOME
    return Circular(
        kind,
        visit.organisation_id,
        f"{kind.value}:{visit.id}:{visit.version + 1}",
        due_at=due_at,
        expires_at=told_until(visit, zone),
        params={"visit": visit.id},
        subject=subject_of(visit.id),
    )


def may_like(visit: Visit, *, now: datetime) -> bool:
    """Whether it is still time to say how the child liked it."""
    return visit.starts_at <= now < visit.starts_at + LIKING_TIME


def shown_likings(counted: Mapping[Liking, int]) -> Mapping[Liking, int]:
    """The counts once there are enough of them, else none."""
    return counted if sum(counted.values()) >= ENOUGH_LIKINGS else {}
