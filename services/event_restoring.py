"""A cancellation taken back on the day it was made: whoever has heard of it hears that the event takes place."""

from db.work import Database
from domain.access import Permission
from domain.clock import Clock
from domain.event_notices import restoration
from domain.event_views import Changed
from domain.events import may_restore
from domain.ids import EventId
from domain.outcomes import Reason, Refused
from domain.people import Actor
from services.event_access import access_event
from services.event_acts import bring_back


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
            since = event.cancelled_at
            back = await bring_back(work, event, by=actor.person_id)
            if isinstance(back, Refused) or since is None:
                return Refused(Reason.CHANGED_MEANWHILE)
            news = restoration(back.event, now=now)
            concerned = work.event_campaigns.those_to_restore(back.event, since)
            known = await work.outbox.preview_budget(news, concerned)
            await work.outbox.fan_out(news, concerned)
            return Changed(back.event, known.people - known.closed, back.invited)
