"""Pictures of an event that was: only ones without people, each confirmed by whoever sends it (rule 11)."""

from dataclasses import dataclass
from datetime import timedelta

from domain.events import Event
from domain.ids import EventPictureId, PersonId
from domain.outcomes import Reason, Refused
from domain.people import Organisation
from domain.picture_sizes import size_of
from domain.pictures import MOST_BYTES

MOST_PICTURES = 10
"""Of one event."""
LONGEST_SIDES = 10_000
"""Width and height together, and how many times one may be longer than the other: Telegram shows no others."""
MOST_TIMES = 20
UNUSED_KEPT = timedelta(days=7)
"""A file that nobody needs any more stays so long: as long as an unfinished form that may name it (rule 12)."""
REMOVED_KEPT = timedelta(hours=1)
"""And one that was taken away by hand, because somebody may be adding the same at this moment."""


@dataclass(frozen=True, slots=True)
class EventPicture:
    """A picture that was kept; the bytes stand under its sha256."""

    id: EventPictureId
    sha256: str
    confirmed_by: PersonId


@dataclass(frozen=True, slots=True)
class PicturePage:
    """One of the pictures of an event, or that there is none yet."""

    event: Event
    organisation: Organisation
    shown: EventPicture | None
    number: int
    """Which of them it is, from 1."""
    count: int
    may_write: bool
    """Whether this person may add pictures and take them away."""


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """One of the pictures as those see it who were invited."""

    event: Event
    zone: str
    sha256: str
    number: int
    count: int


def check_snapshot(content: bytes) -> Refused | None:
    """What is wrong with a picture of an event that was; None when it may be kept: a JPEG, a PNG or a WebP."""
    if len(content) > MOST_BYTES:
        return Refused(Reason.PICTURE_TOO_LARGE)
    size = size_of(content)
    if size is None:
        return Refused(Reason.NOT_A_SNAPSHOT)
    width, height = size
    if width + height > LONGEST_SIDES or max(size) > MOST_TIMES * min(size):
        return Refused(Reason.PICTURE_TOO_WIDE)
    return None
