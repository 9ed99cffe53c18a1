"""Reminders of events: put out by the clock, to those who come or do not know yet (rule 7)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from db.reads.delivery import EventToRemind
from db.work import Database
from domain.clock import Clock
from domain.event_notices import subject_of
from domain.event_reminders import Reminder
from domain.notices import Circular, NoticeKind, reminder_due

FURTHEST = timedelta(days=7)
"""No reminder is due earlier than this before its event: five days, moved out of the quiet hours."""
BATCH = 500


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


class Reminders:
    """«Remind of whatever is near by now»: a missed tick costs nothing, a second one does nothing."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def put_due(self) -> int:
        """Put out every reminder that is due; gives the number of messages."""
        now = self._clock.now()
        async with self._db.read() as reading:
            near = await reading.deliveries.events_to_remind(now, now + FURTHEST, BATCH)
        return sum([await self._put(reminder) for event in near for reminder in due_reminders(event, now)])

    async def _put(self, reminder: DueReminder) -> int:
        event, when = reminder.event, reminder.when
        async with self._db.work(claims=False) as work:
            marked = await work.reminders.mark(
                event.organisation_id, event.id, event.starts_at, bring=when is Reminder.BRING
            )
            if not marked or reminder.late:
                return 0
            circular = Circular(
                kind=NoticeKind.EVENT_REMINDER,
                organisation_id=event.organisation_id,
                dedupe_key=f"reminder:{event.id}:{int(event.starts_at.timestamp())}:{when.value}",
                expires_at=event.starts_at,
                params={"event": event.id, "bring": int(when is Reminder.BRING)},
                subject=subject_of(event.id),
            )
            audience = work.deliveries.those_to_remind(event.organisation_id, event.id, reminder.due_at)
            return await work.outbox.fan_out(circular, audience)


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
