"""«Гость группы» from above: how many guests each group has in a month, and what a school year has brought."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.events import GroupLabel
from domain.guest_views import SlotLine
from domain.people import Organisation
from domain.professions import Sphere

SUGGESTED = range(1, 3)
"""Visits a month for one group: one or two, as is the custom."""
LONGEST_MONTH = 60
"""Dates of one group's month that fit on a screen."""


class Load(StrEnum):
    """Whether a group has as many guests in a month as is suggested."""

    NONE = "none"
    FINE = "fine"
    MUCH = "much"


@dataclass(frozen=True, slots=True)
class GroupMonth:
    """A group's month in counts."""

    group: GroupLabel
    held: int = 0
    agreed: int = 0
    """Said yes to and not held yet."""
    asked: int = 0
    """Applications that wait for an answer."""
    free: int = 0
    """Dates ahead that nobody has taken."""

    @property
    def load(self) -> Load:
        """Visits that were held or are agreed upon, against what is suggested."""
        visits = self.held + self.agreed
        if visits in SUGGESTED:
            return Load.FINE
        return Load.MUCH if visits else Load.NONE


@dataclass(frozen=True, slots=True)
class GuestMonth:
    """A page of groups with their month."""

    organisation: Organisation
    month: date
    """Its first day."""
    groups: tuple[GroupMonth, ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class MonthOfGroup:
    """The dates of one group in a month, in their order."""

    organisation: Organisation
    month: date
    group: GroupLabel
    lines: tuple[SlotLine, ...]
    """Without the days that went by and nobody came on."""
    now: datetime


@dataclass(frozen=True, slots=True)
class GuestYear:
    """What guests have brought in a school year, for the groups that a person reaches."""

    organisation: Organisation
    year: int
    """The calendar year in which it began."""
    visits: int
    """Held."""
    children: int
    """Those who were there, over all visits."""
    groups_met: int
    groups: int
    families_met: int
    """Families whose adult, or relative, has been a guest, also those who have left since."""
    families: int
    """Codes that are in the groups now."""
    partners: int
    """Visits of partners among them."""
    followed: int
    """Visits after which the group did something."""
    spheres: Mapping[Sphere | None, int]
    """Visits by sphere of the profession; None: a profession in own words."""


def next_month(month: date, step: int = 1) -> date:
    """The first day of the month so many months later, or earlier."""
    number = month.year * 12 + month.month - 1 + step
    return date(number // 12, number % 12 + 1, 1)
