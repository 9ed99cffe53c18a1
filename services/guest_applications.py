"""The guest's side: dates that are open, an application for one, and the visit until it is given back."""

from dataclasses import replace

from db.work import Database, Reading, Work
from domain.access import Permission
from domain.clock import Clock
from domain.guest_queue import Waiter, may_hold_more
from domain.guest_views import Applied, GuestInvitation, MyVisit, VisitCard
from domain.guests import (
    Application,
    Comer,
    Details,
    Slot,
    Visit,
    VisitStatus,
    may_detail,
    may_give_back,
)
from domain.ids import GroupId, OpeningId, SlotId, VisitId
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Organisation
from domain.professions import Catalogue
from services import guest_details
from services.access import organisation_of
from services.guest_access import (
    access_own_visit,
    access_slot_to_take,
    access_visit,
    access_visit_to_tell,
    card_of,
    current_card,
    free_dates,
    hosts_of,
    openings_of,
    organisations_of,
    own_groups,
)
from services.guest_freeing import give_back
from services.guest_invitations import common_wish, invitation_of, invitation_to
from services.guest_line import leave, open_dates, place_of, wait
from services.guest_news import note_visit, tell_teachers
from services.guest_passing import first_of, passables
from services.guest_taking import checked, comes_as, take_date

PAGE = 8
LOST = frozenset({Reason.SLOT_TAKEN, Reason.SLOT_KEPT, Reason.SLOT_WITHDRAWN, Reason.SLOT_PAST})
"""Somebody was quicker, or the date is no more: another one will do."""


class GuestApplications:
    """What somebody does who wants to be the guest of a group."""

    def __init__(self, database: Database, clock: Clock, catalogue: Catalogue) -> None:
        self._db = database
        self._clock = clock
        self._catalogue = catalogue

    async def invitation(self, actor: Actor, opening_id: OpeningId) -> GuestInvitation:
        """The dates of an opening that are still free, for whoever may take them."""
        async with self._db.read() as reading:
            for organisation_id in organisations_of(actor):
                opening = await reading.guest_openings.find(organisation_id, opening_id)
                if opening is None:
                    continue
                if opening.group_id not in own_groups(
                    actor, organisation_id
                ) and opening.id not in await openings_of(reading, actor, organisation_id):
                    raise Forbidden(f"{Permission.BE_GUEST} by opening {opening_id}")
                slots = await reading.guest_reads.free_of_openings(organisation_id, [opening.id])
                organisation = organisation_of(actor, organisation_id)
                slots = await open_dates(reading, organisation, slots, actor.person_id)
                return await invitation_of(
                    reading, actor, organisation, opening.group_id, slots, opening.wish
                )
        raise Missing

    async def dates(self, actor: Actor, group_id: GroupId) -> GuestInvitation:
        """Every free date of a group that the person may take."""
        async with self._db.read() as reading:
            for organisation_id in organisations_of(actor):
                if await reading.groups.find(organisation_id, group_id) is None:
                    continue
                slots = await free_dates(reading, actor, organisation_id, group_id)
                return await _all(reading, actor, organisation_of(actor, organisation_id), group_id, slots)
        raise Missing

    async def groups(self, actor: Actor) -> tuple[GuestInvitation, ...]:
        """The groups of the own children, and those that the person is invited to as a partner."""
        found = []
        async with self._db.read() as reading:
            for organisation_id in hosts_of(actor):
                own = own_groups(actor, organisation_id)
                openings = await openings_of(reading, actor, organisation_id)
                slots = dict.fromkeys(await reading.guest_reads.free(organisation_id, own))
                slots |= dict.fromkeys(await reading.guest_reads.free_of_openings(organisation_id, openings))
                wanted = own | {slot.group_id for slot in slots}
                organisation = organisation_of(actor, organisation_id)
                free = await open_dates(reading, organisation, tuple(slots), actor.person_id)
                visits = await reading.guest_visits.ahead_of(organisation_id, actor.person_id)
                waiters = await reading.guest_queue.of_guest([organisation_id], actor.person_id)
                waits = {waiter.group_id: waiter for waiter in waiters}
                passes = await passables(reading, actor, organisation_id)
                for label in await reading.event_reads.labels(organisation_id, wanted):
                    here = tuple(slot for slot in free if slot.group_id == label.id)
                    mine = tuple(visit for visit in visits if visit.group_id == label.id)
                    wish, outside = common_wish(here), label.id not in own
                    waiter = waits.get(label.id)
                    place = None if waiter is None else await place_of(reading, organisation, waiter, label)
                    view = GuestInvitation(organisation, label, here, wish, mine, outside, place)
                    found.append(replace(view, passes=first_of(passes, here)))
        return tuple(found)

    async def take(self, actor: Actor, slot_id: SlotId, application: Application, token: str) -> Applied:
        """Apply for a date. Of two guests who want it at once exactly one gets it, on either database.

        The date is taken by one conditional UPDATE. Whoever comes too late gets the dates that are still free, and stands
        in the queue of the group at once if there are none; what they have chosen is kept. The same draft sent twice
        makes one visit.
        """
        async with self._db.work() as work:
            await work.groups.lock_of_date(organisations_of(actor), slot_id)
            slot, organisation = await access_slot_to_take(work, actor, slot_id)
            outcome = await self._take(work, actor, organisation, slot, application, token)
            place = None
            if isinstance(outcome, Refused):
                place = await self._wait(work, actor, organisation, slot, application, outcome)
        here = (actor, organisation, slot.group_id)
        async with self._db.read() as reading:  # whoever waits to write need not wait for this
            if place is not None:
                free = await invitation_to(reading, *here, (), None, *place)
            else:
                slots = await free_dates(reading, actor, organisation.id, slot.group_id)
                free = await _all(reading, *here, slots)
        if isinstance(outcome, Refused):
            return Applied(None, free, outcome, queued=place is not None)
        return Applied(outcome, free)

    async def applied(self, actor: Actor, token: str) -> VisitCard:
        """The visit of a draft that was sent already: for a late second tap."""
        async with self._db.read() as reading:
            for organisation_id in organisations_of(actor):
                organisation = organisation_of(actor, organisation_id)
                visit = await _own_draft(reading, actor, organisation, token)
                if visit is not None:
                    return await card_of(reading, actor, visit, organisation)
        raise Missing

    async def mine(self, actor: Actor, page: int = 0) -> tuple[tuple[MyVisit, ...], bool]:
        """The own visits: those ahead, then the others backwards; and whether there are more."""
        page = max(page, 0)
        async with self._db.read() as reading:
            found = await reading.guest_reads.of_guest(
                hosts_of(actor), actor.person_id, limit=PAGE + 1, offset=page * PAGE
            )
        return tuple(found[:PAGE]), len(found) > PAGE

    async def visit(self, actor: Actor, visit_id: VisitId) -> VisitCard:
        """A visit, for its guest and for staff of the group."""
        async with self._db.read() as reading:
            visit, organisation = await access_visit(reading, actor, visit_id)
            return await card_of(reading, actor, visit, organisation)

    async def prefilled(self, actor: Actor, visit_id: VisitId) -> Details:
        """What the form of details begins with."""
        async with self._db.read() as reading:
            visit, organisation = await access_visit_to_tell(reading, actor, visit_id)
            group = await reading.groups.find(organisation.id, visit.group_id)
        if group is None:
            raise Missing
        return guest_details.prefilled(visit, group, self._catalogue)

    async def write_details(self, actor: Actor, visit_id: VisitId, details: Details) -> VisitCard | Refused:
        """A guest fills in the rest, or changes it; staff do for one without a phone."""
        written = guest_details.checked(details)
        async with self._db.work() as work:
            visit, organisation = await access_visit_to_tell(work, actor, visit_id)
            if isinstance(written, Refused):
                return written
            if refused := may_detail(visit, now=self._clock.now()):
                return refused
            if refused := await guest_details.write(work, actor, organisation, visit, written):
                return refused
            return await current_card(work, actor, visit, organisation)

    async def give_back(self, actor: Actor, visit_id: VisitId, version: int) -> VisitCard | Refused:
        """A guest cannot come: the date is free again, the teachers hear of it."""
        async with self._db.work() as work:
            visit, organisation = await access_own_visit(work, actor, visit_id)
            if visit.version != version:
                return Refused(Reason.CHANGED_MEANWHILE)
            if refused := may_give_back(visit, now=self._clock.now()):
                return refused
            if not await give_back(work, organisation, visit):
                return Refused(Reason.CHANGED_MEANWHILE)
            await note_visit(work, actor, visit, "guest-visit.given-back")
            return await current_card(work, actor, visit, organisation)

    async def _wait(
        self,
        work: Work,
        actor: Actor,
        organisation: Organisation,
        slot: Slot,
        application: Application,
        refused: Refused,
    ) -> tuple[list[Visit], Waiter] | None:
        """The visits ahead and the place of who came too late; None when another date of the group is theirs to take."""
        written = checked(application, self._catalogue)
        if refused.reason not in LOST or isinstance(written, Refused):
            return None
        ahead = await work.guest_visits.ahead_of(organisation.id, actor.person_id)
        if may_hold_more(ahead, slot.group_id) is not None:
            return None
        if await free_dates(work, actor, organisation.id, slot.group_id):
            return None
        return ahead, await wait(work, actor, organisation, slot.group_id, written)

    async def _take(
        self,
        work: Work,
        actor: Actor,
        organisation: Organisation,
        slot: Slot,
        application: Application,
        token: str,
    ) -> Visit | Refused:
        taken = await take_date(
            work,
            slot,
            checked(application, self._catalogue),
            Comer(comes_as(actor, slot), actor.person_id),
            token,
            VisitStatus.APPLIED,
            lambda: _own_draft(work, actor, organisation, token),
        )
        if isinstance(taken, Refused):
            return taken
        if taken.new:
            await tell_teachers(
                work, organisation, taken.visit, taken.visit.version, NoticeKind.GUEST_APPLIED
            )
            await note_visit(work, actor, taken.visit, "guest-visit.applied", slot=slot.id)
            waiter = await work.guest_queue.find(organisation.id, slot.group_id, actor.person_id)
            if waiter is not None:  # they have got a date
                await leave(work, actor, waiter, "guest-queue.served")
        return taken.visit


async def _all(
    reading: Reading, actor: Actor, organisation: Organisation, group_id: GroupId, slots: tuple[Slot, ...]
) -> GuestInvitation:
    return await invitation_of(reading, actor, organisation, group_id, slots, common_wish(slots))


async def _own_draft(reading: Reading, actor: Actor, organisation: Organisation, token: str) -> Visit | None:
    visit = await reading.guest_visits.find_by_draft(organisation.id, token)
    if visit is not None and visit.guest_id != actor.person_id:
        raise Forbidden(f"draft of visit {visit.id} of somebody else")
    return visit
