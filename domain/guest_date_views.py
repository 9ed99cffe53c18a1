"""What screens about series of dates and days without guests are made of."""

from dataclasses import dataclass

from domain.events import GroupLabel
from domain.guest_calendar import FreeDays, Planned, Skip
from domain.guest_warnings import DatesLook
from domain.ids import FreeDaysId
from domain.people import Organisation


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """What a pattern comes to for a group."""

    organisation: Organisation
    group: GroupLabel
    planned: Planned
    look: DatesLook

    @property
    def quiet(self) -> bool:
        """Whether dates are left out only because their month is quiet."""
        return any(one.why is Skip.QUIET for one in self.planned.skipped)


@dataclass(frozen=True, slots=True)
class FreeDaysPage:
    """Days without guests that are not over, and the quiet months."""

    organisation: Organisation
    entries: tuple[tuple[FreeDays, GroupLabel | None], ...]
    removable: frozenset[FreeDaysId]
    page: int
    more: bool
    for_all: bool
    """Whether the person may speak for the whole organisation: its days, its quiet months."""
    may_add: bool = False
