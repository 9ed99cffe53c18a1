"""Reminders of events: put out by the clock, to those who come or do not know yet (rule 7)."""

from datetime import timedelta

from db.work import Database
from domain.clock import Clock
from domain.event_notices import subject_of
from domain.event_reminders import DueReminder, Reminder, due_reminders
from domain.notices import Circular, NoticeKind

FURTHEST = timedelta(days=7)
"""No reminder is due earlier than this before its event: five days, moved out of the quiet hours."""
BATCH = 500


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
