"""A cancellation taken back on the day it was made: whoever has heard of it hears that the event takes place."""

from db.work import Database
from domain.access import Permission
from domain.clock import Clock
from domain.event_notices import announcement_again, nudge, reminder_again, restoration, subject_of
from domain.event_views import Changed
from domain.events import may_restore
from domain.ids import EventId
from domain.notices import NoticeKind
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor
from services.campaigns import put_anew
from services.event_access import access_event


class EventRestoring:
    """Brings cancelled events back."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def restore(self, actor: Actor, event_id: EventId, version: int) -> Changed | Refused:
        """«Вернуть мероприятие»: answers stand as they were, what had not been sent yet is sent.

        Who has not read of the cancellation does not read of it any more.
        """
        now = self._clock.now()
        async with self._db.work() as work:
            event, organisation, _ = await access_event(work, actor, event_id, Permission.POST_EVENTS)
            refused = may_restore(event, now=now, zone=organisation.timezone)
            if refused is None and event.version != version:
                refused = Refused(Reason.CHANGED_MEANWHILE)
            if refused is not None:
                return refused
            if event.cancelled_at is None or not await work.event_campaigns.restore(event):
                return Refused(Reason.CHANGED_MEANWHILE)
            subject = subject_of(event_id)
            await work.outbox.cancel(subject, [NoticeKind.EVENT_CANCELLED])
            restored = await work.events.find(organisation.id, event_id)
            if restored is None:
                raise Missing
            news = restoration(restored, now=now)
            concerned = work.event_campaigns.those_to_restore(restored, event.cancelled_at)
            known = await work.outbox.preview_budget(news, concerned)
            await work.outbox.fan_out(news, concerned)
            invited = await put_anew(
                work, restored, NoticeKind.EVENT_PUBLISHED, announcement_again(restored), event.cancelled_at
            )
            for kind, again in (
                (NoticeKind.EVENT_NUDGE, nudge(restored)),
                (NoticeKind.EVENT_REMINDER, reminder_again(restored)),
            ):
                await put_anew(work, restored, kind, again, event.cancelled_at)
            await work.audit.note(
                "event.restored", organisation_id=organisation.id, by=actor.person_id, subject=subject
            )
            return Changed(restored, known.people - known.closed, invited)
