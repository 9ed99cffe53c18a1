"""What notices about guests say at the moment of sending; None when a notice is no longer true."""

from collections.abc import Collection
from dataclasses import replace
from zoneinfo import ZoneInfo

from db.work import Database, Reading
from domain.clock import Clock
from domain.guest_checklist import checklists
from domain.guest_reminders import DAY
from domain.guest_views import DeclinedVisit, GuestInvitation, GuestReminder, MovedVisit, VisitCard
from domain.guest_waiting import waits_for_guest
from domain.guests import ACTIVE, AGREED, VisitStatus
from domain.ids import OpeningId, SlotId
from domain.notices import Notice
from domain.outcomes import Forbidden
from domain.people import Actor
from services.access import organisation_of
from services.guest_access import (
    card_of,
    free_dates,
    openings_of,
    own_groups,
)
from services.guest_invitations import common_wish, invitation_of
from services.guest_invitees import is_named
from services.guest_line import open_dates
from services.guest_told import visit_of_notice


class GuestNotices:
    """Loads what notices about dates and visits tell, as it is by now, for whom it is by now."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def invited_for_notice(self, notice: Notice) -> GuestInvitation | None:
        """An invitation: while dates of the opening are free, and the person may take them."""
        async with self._db.read() as reading:
            actor = await reading.people.find_person(notice.person_id)
            here = notice.organisation_id
            if actor is None or here is None:
                return None
            opening = await reading.guest_openings.find(here, OpeningId(int(notice.params["opening"])))
            if opening is None:
                return None
            invited = opening.group_id in own_groups(actor, here)
            if not invited and opening.id not in await openings_of(reading, actor, here):
                return None
            if notice.params.get("late"):  # whoever joined later reads of everything that is free
                slots = await free_dates(reading, actor, here, opening.group_id)
                wish = common_wish(slots)
            else:
                slots = await reading.guest_reads.free_of_openings(here, [opening.id])
                wish = opening.wish
            organisation = organisation_of(actor, here)
            slots = await open_dates(reading, organisation, slots, actor.person_id)
            if not slots:
                return None
            view = await invitation_of(reading, actor, organisation, opening.group_id, slots, wish)
            return replace(view, named=await is_named(reading, actor, opening))

    async def applied_for_notice(self, notice: Notice) -> VisitCard | None:
        """An application, for a teacher: while it waits for an answer."""
        return await self._card(notice, {VisitStatus.APPLIED})

    async def accepted_for_notice(self, notice: Notice) -> VisitCard | None:
        """«Предварительно да», for the guest: until the rest is filled in."""
        return await self._card(notice, {VisitStatus.TENTATIVE})

    async def declined_for_notice(self, notice: Notice) -> DeclinedVisit | None:
        """A refusal, for the guest, with the dates that are still free for them."""
        async with self._db.read() as reading:
            found = await self._load(reading, notice, {VisitStatus.DECLINED})
            if found is None:
                return None
            actor, card = found
            try:
                free = await free_dates(reading, actor, card.organisation.id, card.group.id)
            except Forbidden:
                free = ()
        return DeclinedVisit(card, free)

    async def waits_for_notice(self, notice: Notice) -> VisitCard | None:
        """A visit that waits for an answer, for a teacher or who leads: while it is the version that waited."""
        card = await self._card(notice, {VisitStatus.APPLIED, VisitStatus.DETAILED})
        return card if card is not None and card.visit.version == notice.params["version"] else None

    async def asked_again_for_notice(self, notice: Notice) -> VisitCard | None:
        """What the guest has not answered, for the guest or (a day later) a teacher: while it is the same version."""
        card = await self._card(notice, ACTIVE)
        if card is None or not waits_for_guest(card.visit):
            return None
        return card if card.visit.version == notice.params["version"] else None

    async def detailed_for_notice(self, notice: Notice) -> VisitCard | None:
        """Details in which something is dangerous, for a teacher: until they are answered."""
        return await self._card(notice, {VisitStatus.DETAILED})

    async def confirmed_for_notice(self, notice: Notice) -> VisitCard | None:
        """The teacher has confirmed the dangers, for the guest."""
        return await self._card(notice, {VisitStatus.CONFIRMED})

    async def ready_for_notice(self, notice: Notice) -> VisitCard | None:
        """Everything is filled in and nothing is dangerous, for a teacher."""
        return await self._card(notice, {VisitStatus.CONFIRMED})

    async def gave_back_for_notice(self, notice: Notice) -> VisitCard | None:
        """A guest cannot come, for a teacher."""
        return await self._card(notice, {VisitStatus.GIVEN_BACK})

    async def moved_for_notice(self, notice: Notice) -> MovedVisit | None:
        """«Было … стало …», for the guest: while the visit is on another date than they knew of."""
        async with self._db.read() as reading:
            found = await self._load(reading, notice, AGREED | {VisitStatus.APPLIED})
            if found is None:
                return None
            _, card = found
            was = await reading.guest_openings.find_slot(
                card.organisation.id, SlotId(int(notice.params["was"]))
            )
        if was is None or was.id == card.visit.slot_id:
            return None
        return MovedVisit(card, was.starts_at)

    async def reminder_for_notice(self, notice: Notice) -> GuestReminder | None:
        """A visit that is near, for its guest or a teacher: while it stands where it stood."""
        async with self._db.read() as reading:
            found = await self._load(reading, notice, AGREED)
            if found is None:
                return None
            _, card = found
            visit, hours = card.visit, int(notice.params["hours"])
            if int(visit.starts_at.timestamp()) != notice.params["at"]:
                return None
            ticked = await reading.guest_preparations.ticked(visit) if hours == DAY else None
        if ticked is None:
            day = visit.starts_at.astimezone(ZoneInfo(card.organisation.timezone)).date()
            today = day == self._clock.today(card.organisation.timezone)
            return GuestReminder(card, hours, visit.starts_at, today=today)
        guest, group = checklists(visit, ticked)
        return GuestReminder(card, hours, visit.starts_at, (guest if card.mine else group).open)

    async def after_for_notice(self, notice: Notice) -> VisitCard | None:
        """«Как прошло?», for a teacher: until somebody has said it."""
        card = await self._card(notice, AGREED, ahead=False)
        return card if card is not None and card.may_conclude else None

    async def _card(
        self, notice: Notice, statuses: Collection[VisitStatus], *, ahead: bool = True
    ) -> VisitCard | None:
        async with self._db.read() as reading:
            found = await self._load(reading, notice, statuses, ahead=ahead)
        return None if found is None else found[1]

    async def _load(
        self,
        reading: Reading,
        notice: Notice,
        statuses: Collection[VisitStatus],
        *,
        ahead: bool = True,
    ) -> tuple[Actor, VisitCard] | None:
        """The visit as this person sees it now; None for whoever may not see it any more."""
        found = await visit_of_notice(reading, notice)
        if found is None:
            return None
        actor, visit, organisation = found
        if visit.status not in statuses or (visit.starts_at > self._clock.now()) is not ahead:
            return None
        return actor, await card_of(reading, actor, visit, organisation)
