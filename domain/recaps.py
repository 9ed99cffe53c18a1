"""What is written after an event: who came, a line, an album, thanks, and how people liked it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from domain.answers import Answer, FamilyAnswer
from domain.events import Event, EventStatus, Invitation
from domain.forms import clean, utf16_length
from domain.ids import ChildId
from domain.notices import Circular, NoticeKind
from domain.outcomes import Reason, Refused
from domain.people import Organisation

RECAP_TIME = timedelta(days=90)
"""So long after the start staff write, and people say how they liked it."""
RESULT_LIMIT = 600
"""UTF-16 units of the line of result."""
ALBUM_LIMIT = 300
MOST_ADULTS = 4
"""Of a family at one event: as many as a card binds."""
ENOUGH_MOODS = 3
"""Fewer are not shown to staff: they would tell whose they are."""


class Mood(StrEnum):
    """How somebody liked an event."""

    JOY = "joy"
    FINE = "fine"
    SO_SO = "so-so"


@dataclass(frozen=True, slots=True)
class Came:
    """How many of one family were there: adults, and whether the child was."""

    adults: int
    child: bool

    @property
    def somebody(self) -> bool:
        """Whether anybody was."""
        return self.adults > 0 or self.child


NOBODY_CAME = Came(0, child=False)
_USUAL = (Came(1, child=True), Came(2, child=True), Came(1, child=False))
"""What a family may be besides as it promised, in the order of taps."""


def promised(family: FamilyAnswer) -> Came | None:
    """Who would come, as the family's adults or staff for it have said; None when nobody would, or had no seat."""
    if family.answer is None or not family.answer.comes or family.waits:
        return None
    adults = min(max(len(family.coming_ids), 1), MOST_ADULTS)
    return Came(adults, child=family.answer is Answer.WITH_CHILD)


def next_tap(came: Came | None, said: Came | None) -> Came:
    """What the next tap on a family makes of it: as promised, then the usual ones, then nobody again."""
    turns: list[Came] = [
        *(() if said is None else (said,)),
        *(usual for usual in _USUAL if usual != said),
        NOBODY_CAME,
    ]
    if came is None or came not in turns:
        return turns[0]
    return turns[(turns.index(came) + 1) % len(turns)]


def is_possible(came: Came) -> bool:
    """Whether so many of one family can have been there."""
    return 0 <= came.adults <= MOST_ADULTS


def may_recap(event: Event, *, now: datetime) -> Refused | None:
    """A cancelled event did not take place, one ahead has not yet, an old one is closed; None while it is time."""
    if event.status is EventStatus.CANCELLED:
        return Refused(Reason.EVENT_CANCELLED)
    if event.starts_at > now:
        return Refused(Reason.EVENT_AHEAD)
    if event.starts_at + RECAP_TIME <= now:
        return Refused(Reason.RECAP_TOO_LATE)
    return None


def album_link(text: str) -> str | Refused:
    """A link to an album: https, a host with a dot, no name or password in it, nothing but the link."""
    link = clean(text)
    if utf16_length(link) > ALBUM_LIMIT:
        return Refused(Reason.TOO_LONG, {"limit": ALBUM_LIMIT})
    refused = Refused(Reason.NOT_A_LINK)
    if not link.isprintable() or any(sign in link for sign in ' "<>\\^`{|}'):
        return refused
    try:
        parts = urlsplit(link)
        port = parts.port
    except ValueError:
        return refused
    host = parts.hostname or ""
    if parts.scheme != "https" or parts.username is not None or port is not None:
        return refused
    labels = host.split(".")
    if len(labels) < 2 or not all(labels) or labels[-1].isdigit():
        return refused
    return link


def thanks(event: Event) -> Circular:
    """«Спасибо, что были с нами»: to those who came, once."""
    return Circular(
        NoticeKind.EVENT_THANKS,
        event.organisation_id,
        f"thanks:{event.id}",
        params={"event": event.id},
        subject=f"thanks:{event.id}",
    )


@dataclass(frozen=True, slots=True)
class Recap:
    """What has been written of an event."""

    result: str | None
    album_url: str | None
    thanked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many came."""

    families: int
    adults: int
    children: int


@dataclass(frozen=True, slots=True)
class FamilyMark:
    """A family (a child's number), what it promised and who came; `came` None: not marked."""

    child_id: ChildId
    number: int
    said: Came | None
    came: Came | None


@dataclass(frozen=True, slots=True)
class RecapCard:
    """All that is written of an event, as its staff see it."""

    event: Event
    organisation: Organisation
    recap: Recap
    counted: Counted
    """Of the groups that this person reaches."""
    moods: Mapping[Mood, int]
    may_mark: bool
    """Whether families of at least one of its groups are this person's to mark."""
    may_write: bool
    """Whether all of its groups are, and it is still time."""
    pictures: int = 0
    """How many there are of it."""


@dataclass(frozen=True, slots=True)
class MarksPage:
    """A page of families with who came."""

    event: Event
    organisation: Organisation
    counted: Counted
    shown: tuple[FamilyMark, ...]
    unmarked: int
    """Families that promised and are not marked yet."""
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class ThanksPreview:
    """What would be sent, and to how many adults."""

    event: Event
    organisation: Organisation
    recap: Recap
    adults: int
    limited_families: int
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class Thanks:
    """Thanks as one adult reads them, with the own face if one was tapped."""

    invitation: Invitation
    recap: Recap
    mood: Mood | None
    pictures: int = 0
