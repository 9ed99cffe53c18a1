"""Dates that stay free are recalled once; «в этом месяце не смогу» is kept until the month is over."""

from db.work import Database
from domain.clock import Clock
from domain.events import GroupLabel
from domain.guest_calendar import month_of
from domain.guest_nudges import AFTER, EARLIEST, LATEST, Pause, nudge
from domain.guest_views import GuestInvitation
from domain.guests import Opening
from domain.ids import GroupId
from domain.notices import Notice
from domain.people import Actor
from services.guest_access import access_group_to_visit, group_label
from services.guest_notices import GuestNotices

BATCH = 200


class GuestNudges:
    """The tick, what it says, and how an adult asks for silence."""

    def __init__(self, database: Database, clock: Clock, told: GuestNotices) -> None:
        self._db = database
        self._clock = clock
        self._told = told

    async def put_due(self) -> int:
        """Recall the dates of every opening that is due; gives the number of messages."""
        now = self._clock.now()
        async with self._db.read() as reading:
            found = await reading.guest_nudges.due(
                since=now + LATEST, until=now + EARLIEST, opened_before=now - AFTER, limit=BATCH
            )
        return sum([await self._put(one) for one in found])

    async def _put(self, opening: Opening) -> int:
        """Mark and messages are written together: a kill leaves both or none."""
        here = opening.organisation_id
        async with self._db.work(claims=False) as work:
            if not await work.guest_nudges.mark(opening, self._clock.now()):
                return 0
            organisation = await work.organisations.find(here)
            if organisation is None:
                return 0
            if opening.named:
                named = await work.guest_invitees.named(here, opening.id)
                families = work.guest_invitees.adults_of(here, named)
            else:
                families = work.event_audiences.parents_of(here, [opening.group_id])
            today = self._clock.today(organisation.timezone)
            return await work.outbox.fan_out(
                nudge(opening), work.guest_nudges.silent(families, opening, today)
            )

    async def nudge_for_notice(self, notice: Notice) -> GuestInvitation | None:
        """The invitation as it is by now; None once the person has answered in any way."""
        view = await self._told.invited_for_notice(notice)
        if view is None or view.mine or view.waits is not None:
            return None
        here = view.organisation
        async with self._db.read() as reading:
            until = await reading.guest_pauses.until(here.id, view.group.id, notice.person_id)
        return None if until is not None and until >= self._clock.today(here.timezone) else view

    async def pause(self, actor: Actor, group_id: GroupId) -> Pause:
        """«В этом месяце не смогу»: until its last day; said again, it stays as it is."""
        async with self._db.work() as work:
            organisation = await access_group_to_visit(work, actor, group_id)
            until = month_of(self._clock.today(organisation.timezone))[1]
            if await work.guest_pauses.until(organisation.id, group_id, actor.person_id) != until:
                await work.guest_pauses.put(organisation.id, group_id, actor.person_id, until)
                await work.audit.note(
                    "guest-pause.put",
                    organisation_id=organisation.id,
                    by=actor.person_id,
                    subject=f"group:{group_id}",
                )
            return Pause(organisation, await group_label(work, organisation.id, group_id), until)

    async def take_back(self, actor: Actor, group_id: GroupId) -> GroupLabel:
        """«Всё-таки смогу»."""
        async with self._db.work() as work:
            organisation = await access_group_to_visit(work, actor, group_id)
            if await work.guest_pauses.take_back(organisation.id, group_id, actor.person_id):
                await work.audit.note(
                    "guest-pause.taken-back",
                    organisation_id=organisation.id,
                    by=actor.person_id,
                    subject=f"group:{group_id}",
                )
            return await group_label(work, organisation.id, group_id)
