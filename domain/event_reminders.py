"""Which reminders of an event can still come: whoever promises one asks here (rule 7)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.notices import reminder_due
from domain.people import Organisation


class Reminder(StrEnum):
    """How long before the start."""

    DAY = "day"
    BRING = "bring"
    """Five days before, when something must be brought."""

    @property
    def days(self) -> int:
        """Days before the start."""
        return 1 if self is Reminder.DAY else 5


@dataclass(frozen=True, slots=True)
class Promise:
    """What an announcement may promise about reminders."""

    day: bool
    bring: bool
    bring_possible: bool
    """Whether the one five days before would come if it were wished for."""


def still_comes(
    reminder: Reminder, starts_at: datetime, organisation: Organisation, *, now: datetime
) -> bool:
    """Whether the hour of the reminder is still ahead, quiet hours considered."""
    due = reminder_due(
        starts_at,
        organisation.timezone,
        organisation.quiet_from,
        organisation.quiet_to,
        days=reminder.days,
    )
    return due > now


def promise(starts_at: datetime, organisation: Organisation, *, bring: bool, now: datetime) -> Promise:
    """What may be promised about an event of this start; `bring`: the author wishes for five days before."""
    possible = still_comes(Reminder.BRING, starts_at, organisation, now=now)
    return Promise(
        day=still_comes(Reminder.DAY, starts_at, organisation, now=now),
        bring=bring and possible,
        bring_possible=possible,
    )
