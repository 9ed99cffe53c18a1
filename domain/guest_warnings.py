"""What a teacher is warned of about a guest, and never refused."""

from dataclasses import dataclass
from datetime import datetime

from domain.guest_calendar import Skipped
from domain.people import AgeBand
from domain.professional_days import Celebrated


@dataclass(frozen=True, slots=True)
class Clash:
    """A date at whose hour the group has an event."""

    at: datetime
    title: str


@dataclass(frozen=True, slots=True)
class Warned:
    """Of an application that waits for an answer."""

    clashes: tuple[Clash, ...] = ()
    from_age: AgeBand | None = None
    """From which age the card of the profession is told, if these children are younger."""
    thought: bool = False
    """Whether the trade is one that needs a thought."""
    lately: datetime | None = None
    """When somebody with the same trade came, if that was not long ago."""
    unusual: tuple[Skipped, ...] = ()
    """Dates on holidays, weekends, days without guests and in quiet months."""


NOTHING = Warned()


@dataclass(frozen=True, slots=True)
class DatesLook:
    """What is said of dates before they are opened."""

    minutes: int
    """How long a guest talks and shows to children of this age."""
    clashes: tuple[Clash, ...] = ()
    celebrated: tuple[Celebrated, ...] = ()
    """Professional days within a week of the dates."""
    unusual: tuple[Skipped, ...] = ()
    """Dates that a series would have left out: the teacher chose them by hand."""


def is_for_older(from_age: AgeBand, band: AgeBand) -> bool:
    """Whether the children of a group are younger than a profession is told from."""
    ages = list(AgeBand)
    return ages.index(band) < ages.index(from_age)
