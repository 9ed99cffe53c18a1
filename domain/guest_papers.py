"""Papers about guests: the journal of a school year, the entrance list, the poster of a group's door."""

from dataclasses import dataclass
from datetime import date

from domain.events import GroupLabel
from domain.guest_outcomes import FollowUp
from domain.guest_views import MetProfession
from domain.guests import Visit, VisitStatus
from domain.people import Organisation, ShownAdult

JOURNAL_LIMIT = 3000
"""Rows of a journal: visits of a school year."""
ENTRANCE_DAYS = 31
"""Days of an entrance list at most."""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A visit, its group, and who comes as the organisation may show them; None once they are gone."""

    group: GroupLabel
    visit: Visit
    guest: ShownAdult | None
    done: tuple[FollowUp, ...] = ()
    """What the group did afterwards."""


@dataclass(frozen=True, slots=True)
class Journal:
    """Visits that were held, or did not take place, in the school year that began in `year`."""

    organisation: Organisation
    year: int
    lines: tuple[PaperLine, ...]
    group: GroupLabel | None = None
    """The only group, when it is of one."""

    @property
    def held(self) -> int:
        """How many of them were held."""
        return sum(line.visit.status is VisitStatus.HELD for line in self.lines)


@dataclass(frozen=True, slots=True)
class EntranceLine:
    """A visit, its group, and the full name that its guest gave for the entrance."""

    group: GroupLabel
    visit: Visit
    name: str | None


@dataclass(frozen=True, slots=True)
class EntranceList:
    """Who is awaited on these days."""

    organisation: Organisation
    first: date
    last: date
    lines: tuple[EntranceLine, ...]


@dataclass(frozen=True, slots=True)
class DoorPoster:
    """What the poster of a group tells."""

    organisation: Organisation
    group: GroupLabel
    met: tuple[MetProfession, ...]
