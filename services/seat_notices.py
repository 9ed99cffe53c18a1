"""What notices about seats say at the moment of sending; None when a notice is no longer true."""

from dataclasses import replace

from db.work import Database
from domain.clock import Clock
from domain.events import EventStatus, Invitation, answers_until
from domain.ids import EventId
from domain.notices import Notice
from domain.offers import put_off
from domain.seats import PartyStatus, has_seat


class SeatNotices:
    """Loads what notices about seats tell, as it is by now."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def offer_for_notice(self, notice: Notice) -> Invitation | None:
        """A free seat: while it is kept for this very party. Whoever reads of it late has an hour all the same."""
        invitation = await self._load(notice)
        if invitation is None or invitation.seating is None:
            return None
        own = invitation.seating.own
        if own is None or own.status is not PartyStatus.OFFERED or own.offered_until is None:
            return None
        if own.ticket != notice.params["ticket"]:
            return None
        now = self._clock.now()
        until = put_off(own.offered_until, now, answers_until(invitation.event)) or own.offered_until
        if until <= now:
            return None
        return replace(invitation, seating=replace(invitation.seating, own=replace(own, offered_until=until)))

    async def lapse_for_notice(self, notice: Notice) -> Invitation | None:
        """An offer that is over: until the party sits after all, or says that it does not come."""
        invitation = await self._load(notice)
        if invitation is None or invitation.seating is None or not _comes(invitation):
            return None
        own = invitation.seating.own
        return invitation if own is None or own.status is PartyStatus.WAITING else None

    async def given_for_notice(self, notice: Notice) -> Invitation | None:
        """Seats for all: while there are, and this adult wants to come."""
        invitation = await self._load(notice)
        return invitation if invitation is not None and _sits(invitation) else None

    async def _load(self, notice: Notice) -> Invitation | None:
        if notice.organisation_id is None:
            return None
        async with self._db.read() as reading:
            invitation = await reading.event_reads.invitation(
                notice.organisation_id, EventId(int(notice.params["event"])), notice.person_id
            )
        if invitation is None or not invitation.invited:
            return None
        event = invitation.event
        ahead = event.status is EventStatus.PUBLISHED and event.starts_at > self._clock.now()
        return invitation if ahead else None


def _comes(invitation: Invitation) -> bool:
    return invitation.answer is not None and invitation.answer.comes


def _sits(invitation: Invitation) -> bool:
    if not _comes(invitation):
        return False
    return invitation.seating is None or has_seat(invitation.seating)
