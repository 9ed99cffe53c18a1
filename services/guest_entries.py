"""«Внести за семью»: staff write down a guest without a phone (rule 5). The visit is agreed upon at once."""

from db.work import Database, Reading, Work
from domain.access import Permission, require
from domain.clock import Clock
from domain.guest_outcomes import ComerKind
from domain.guest_views import Applied, EntryChoice, GuestInvitation, VisitCard
from domain.guests import Application, Comer, Slot, Visit, VisitStatus, may_give_back
from domain.ids import ChildId, SlotId, VisitId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Child, Organisation
from domain.professions import Catalogue
from services.access import organisation_of, today_in
from services.guest_access import (
    access_slot,
    access_visit_to_decide,
    card_of,
    current_card,
    group_label,
    organisations_of,
)
from services.guest_freeing import take_back
from services.guest_invitations import common_wish
from services.guest_line import open_dates
from services.guest_news import note_visit
from services.guest_taking import checked, take_date

PAGE = 8


class GuestEntries:
    """What staff enter for guests who cannot do it themselves: families without a phone, and partners."""

    def __init__(self, database: Database, clock: Clock, catalogue: Catalogue) -> None:
        self._db = database
        self._clock = clock
        self._catalogue = catalogue

    async def choice(self, actor: Actor, slot_id: SlotId, page: int = 0) -> EntryChoice:
        """A date, and the families of its group who are not in the bot."""
        page = max(page, 0)
        async with self._db.read() as reading:
            slot, organisation = await access_slot(reading, actor, slot_id, Permission.DECIDE_GUESTS)
            label = await group_label(reading, organisation.id, slot.group_id)
            found = await reading.guest_people.without_phone(
                organisation.id, slot.group_id, limit=PAGE + 1, offset=page * PAGE
            )
        return EntryChoice(organisation, label, slot, tuple(found[:PAGE]), page, len(found) > PAGE)

    async def family(self, actor: Actor, slot_id: SlotId, child_id: ChildId) -> Child | Refused:
        """One family of the group; refused when an adult of it has come to the bot."""
        async with self._db.read() as reading:
            slot, organisation = await access_slot(reading, actor, slot_id, Permission.DECIDE_GUESTS)
            child = await reading.children.find(organisation.id, child_id)
            if child is None or child.group_id != slot.group_id:
                raise Missing
            return await _refuse_with_phone(reading, child) or child

    async def enter(
        self,
        actor: Actor,
        slot_id: SlotId,
        child_id: ChildId | None,
        application: Application,
        token: str,
    ) -> Applied:
        """Write down who comes: the family of a child, or (None) a partner. Nobody else is told; the list shows it.

        Of a guest and a teacher who take the same date at once exactly one gets it, as of two guests.
        """
        async with self._db.work() as work:
            await work.groups.lock_of_date(organisations_of(actor), slot_id)
            slot, organisation = await access_slot(work, actor, slot_id, Permission.DECIDE_GUESTS)
            outcome = await self._enter(work, actor, organisation, slot, child_id, application, token)
        async with self._db.read() as reading:
            label = await group_label(reading, organisation.id, slot.group_id)
            slots = await reading.guest_reads.free(organisation.id, [slot.group_id])
            slots = await open_dates(reading, organisation, slots, None)
        free = GuestInvitation(organisation, label, slots, common_wish(slots))
        return Applied(None, free, outcome) if isinstance(outcome, Refused) else Applied(outcome, free)

    async def entered(self, actor: Actor, token: str) -> VisitCard:
        """The visit of a draft that was written down already: for a late second tap."""
        async with self._db.read() as reading:
            for organisation_id in organisations_of(actor):
                organisation = organisation_of(actor, organisation_id)
                visit = await _of_draft(reading, actor, organisation, token)
                if visit is not None:
                    return await card_of(reading, actor, visit, organisation)
        raise Missing

    async def take_back(self, actor: Actor, visit_id: VisitId, version: int) -> VisitCard | Refused:
        """The guest does not come after all, or it was a slip of the finger: the date is free again."""
        async with self._db.work() as work:
            visit, organisation = await access_visit_to_decide(work, actor, visit_id)
            if not visit.entered:
                raise Forbidden(f"visit {visit_id} of a guest who speaks for themselves")
            if visit.version != version:
                return Refused(Reason.CHANGED_MEANWHILE)
            if refused := may_give_back(visit, now=self._clock.now()):
                return refused
            if not await take_back(work, visit):
                return Refused(Reason.CHANGED_MEANWHILE)
            await note_visit(work, actor, visit, "guest-visit.taken-back")
            return await current_card(work, actor, visit, organisation)

    async def _enter(
        self,
        work: Work,
        actor: Actor,
        organisation: Organisation,
        slot: Slot,
        child_id: ChildId | None,
        application: Application,
        token: str,
    ) -> Visit | Refused:
        by = require(
            actor,
            Permission.DECIDE_GUESTS,
            organisation.id,
            group_id=slot.group_id,
            today=today_in(actor, organisation.id, self._clock),
        )
        if child_id is not None:
            child = await work.children.find(organisation.id, child_id)
            if child is None or child.group_id != slot.group_id:
                raise Missing
            if refused := await _refuse_with_phone(work, child):
                return refused
        taken = await take_date(
            work,
            slot,
            checked(application, self._catalogue),
            Comer(
                ComerKind.PARTNER if child_id is None else ComerKind.FAMILY,
                child_id=child_id,
                entered_by=by.id,
            ),
            token,
            VisitStatus.TENTATIVE,
            lambda: _of_draft(work, actor, organisation, token),
        )
        if isinstance(taken, Refused):
            return taken
        if taken.new:
            whose = {} if child_id is None else {"child": child_id}
            await note_visit(work, actor, taken.visit, "guest-visit.entered", slot=slot.id, **whose)
        return taken.visit


async def _refuse_with_phone(reading: Reading, child: Child) -> Refused | None:
    """A family that has come to the bot, or has left, is entered no more."""
    if child.left_at is not None:
        return Refused(Reason.CHILD_LEFT)
    alone = await reading.erasures.without_adults([child.id])
    return None if alone else Refused(Reason.FAMILY_JOINED)


async def _of_draft(reading: Reading, actor: Actor, organisation: Organisation, token: str) -> Visit | None:
    """The visit that was made of a draft, for staff who decide about guests of its group."""
    visit = await reading.guest_visits.find_by_draft(organisation.id, token)
    if visit is None:
        return None
    if not visit.entered:
        raise Forbidden(f"draft of visit {visit.id} of a guest")
    today = today_in(actor, organisation.id, reading.clock)
    require(actor, Permission.DECIDE_GUESTS, organisation.id, group_id=visit.group_id, today=today)
    return visit
