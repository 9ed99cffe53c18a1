"""Which reminders of an event can still come, and which are due: whoever promises or puts one asks here (rule 7)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.attention import Hours
from domain.ids import EventId, OrganisationId
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


@dataclass(frozen=True, slots=True)
class EventToRemind:
    """A published event ahead whose reminders have not all been put out for its present start."""

    id: EventId
    organisation_id: OrganisationId
    starts_at: datetime
    bring: bool
    reminded: bool
    bring_reminded: bool
    told_at: datetime
    """When it was announced or last changed: everyone concerned heard of it then."""
    hours: Hours


@dataclass(frozen=True, slots=True)
class DueReminder:
    """A reminder whose time has come. Who was told of the event after that time needs none."""

    event: EventToRemind
    when: Reminder
    due_at: datetime

    @property
    def late(self) -> bool:
        """Whether the event was announced or changed when the reminder's time was over already."""
        return self.due_at < self.event.told_at


def due_reminders(event: EventToRemind, now: datetime) -> list[DueReminder]:
    """Which reminders of the event are due and not yet put out: a day before, and five when one must bring something.

    When both are, because the bot was away for days, the later one says it all.
    """
    hours = event.hours

    def due(when: Reminder) -> datetime:
        return reminder_due(event.starts_at, hours.zone, hours.quiet_from, hours.quiet_to, days=when.days)

    day, bring = due(Reminder.DAY), due(Reminder.BRING)
    found = []
    if not event.reminded and day <= now:
        found.append(DueReminder(event, Reminder.DAY, day))
    if event.bring and not event.bring_reminded and bring <= now < day:
        found.append(DueReminder(event, Reminder.BRING, bring))
    return found
