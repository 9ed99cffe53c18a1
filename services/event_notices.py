"""What an event's notices say at the moment of sending; None when a notice is no longer true."""

from dataclasses import replace

from db.work import Database
from domain.clock import Clock
from domain.events import ChangedEvent, EventStatus, Invitation, is_as_before
from domain.ids import EventId
from domain.notices import Notice
from domain.seats import has_seat


class EventNotices:
    """Loads what notices about events tell, as it is by now."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def invitation_for_notice(self, notice: Notice) -> Invitation | None:
        """An announcement: while the event is ahead, stands, and is for this person's child.

        A newcomer's only until they have found the event by themselves and answered.
        """
        invitation = await self._load(notice)
        if invitation is None or not self._stands(invitation):
            return None
        if invitation.event.stopped_at is not None:
            return None
        if notice.params.get("late") and invitation.answer is not None:
            return None
        if not notice.params.get("more"):
            return invitation
        async with self._db.read() as reading:
            more = await reading.event_newcomers.count_unheard(
                invitation.event.organisation_id, notice.person_id
            )
        return replace(invitation, more=more)

    async def change_for_notice(self, notice: Notice) -> ChangedEvent | None:
        """A change: while there still is one, or the person's groups are not invited any more."""
        now = await self._load(notice)
        if now is None or now.event.status is EventStatus.CANCELLED:
            return None
        async with self._db.read() as reading:
            before = await reading.events.before(
                now.event.organisation_id, now.event.id, int(notice.params["seen"])
            )
        if before is None:
            return None
        event = now.event
        if (is_as_before(event, before) and now.invited) or max(
            event.starts_at, before.starts_at
        ) <= self._clock.now():
            return None
        return ChangedEvent(before, now)

    async def cancellation_for_notice(self, notice: Notice) -> Invitation | None:
        """A cancellation: until the event would have started."""
        invitation = await self._load(notice)
        if invitation is None or invitation.event.status is not EventStatus.CANCELLED:
            return None
        return invitation if invitation.event.starts_at > self._clock.now() else None

    async def restoration_for_notice(self, notice: Notice) -> Invitation | None:
        """A cancellation taken back: while the event stands."""
        invitation = await self._load(notice)
        return invitation if invitation is not None and self._stands(invitation) else None

    async def nudge_for_notice(self, notice: Notice) -> Invitation | None:
        """One more question: to those who still have not answered, while the sending is not stopped."""
        invitation = await self._load(notice)
        if invitation is None or not self._stands(invitation) or invitation.event.stopped_at is not None:
            return None
        return invitation if invitation.answer is None else None

    async def reminder_for_notice(self, notice: Notice) -> Invitation | None:
        """A reminder: to those who come or do not know yet, while the event stands where it stood.

        Whoever would come and waits for a seat is not reminded.
        """
        invitation = await self._load(notice)
        if invitation is None or not self._stands(invitation) or invitation.answer is None:
            return None
        if invitation.answer.comes and invitation.seating is not None and not has_seat(invitation.seating):
            return None
        return invitation if invitation.answer.may_come else None

    async def _load(self, notice: Notice) -> Invitation | None:
        if notice.organisation_id is None:
            return None
        event_id = EventId(int(notice.params["event"]))
        async with self._db.read() as reading:
            await reading.event_reads.wait_for_change(notice.organisation_id, event_id)
            return await reading.event_reads.invitation(notice.organisation_id, event_id, notice.person_id)

    def _stands(self, invitation: Invitation) -> bool:
        event = invitation.event
        ahead = event.status is EventStatus.PUBLISHED and event.starts_at > self._clock.now()
        return ahead and invitation.invited
