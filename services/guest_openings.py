"""Dates that teachers open for guests of a group, and the list of what became of them."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from db.work import Database, Reading
from domain.access import Permission, grant, reach, require
from domain.clock import Clock
from domain.events import GroupLabel
from domain.forms import accepted, clean
from domain.guest_calendar import AT_ONCE
from domain.guest_notices import invitation, subject_of_opening
from domain.guest_queue import KeptFor
from domain.guest_views import GuestPage, Opened, OpeningReach, PartnerChoice, SlotLine
from domain.guests import WISH_LIMIT, Opening, OpeningDraft, Slot, may_open
from domain.ids import GroupId, OpeningId, OrganisationId, SlotId
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Child, Organisation, Role, shown_adult
from services.access import access_organisation, organisation_of, reached_groups, today_in
from services.closed_days import refuse_closed
from services.guest_access import access_slot, group_label, organisations_of
from services.guest_invitees import count_families, families_of, refuse_families
from services.guest_line import line_of
from services.guest_lines import lines_of

PAGE = 8


class GuestOpenings:
    """What staff do with dates for guests."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def groups(self, actor: Actor, organisation_id: OrganisationId) -> tuple[GroupLabel, ...]:
        """The groups for which this person may open dates."""
        async with self._db.read() as reading:
            return await reached_groups(reading, actor, organisation_id, Permission.OPEN_GUEST_DATES)

    async def partners(self, actor: Actor, organisation_id: OrganisationId) -> tuple[PartnerChoice, ...]:
        """The partners who may be invited besides the parents."""
        seen_as = access_organisation(actor, organisation_id, Permission.OPEN_GUEST_DATES, self._clock)
        async with self._db.read() as reading:
            members = await reading.people.memberships(organisation_id, {Role.PARTNER})
        return tuple(
            PartnerChoice(member.id, shown_adult(member, seen_as.organisation), member.offers)
            for member in members
        )

    async def families(
        self, actor: Actor, organisation_id: OrganisationId, group_id: GroupId
    ) -> tuple[Child, ...]:
        """The families of a group that may be invited by name, by code."""
        today = today_in(actor, organisation_id, self._clock)
        require(actor, Permission.OPEN_GUEST_DATES, organisation_id, group_id=group_id, today=today)
        async with self._db.read() as reading:
            return tuple(await reading.children.in_group(organisation_id, group_id))

    async def preview(
        self, actor: Actor, organisation_id: OrganisationId, draft: OpeningDraft
    ) -> OpeningReach | Refused:
        """Whom the invitation would reach, before anything is opened."""
        async with self._db.read() as reading:
            checked = await _check(reading, actor, organisation_id, draft)
            if isinstance(checked, Refused):
                return checked
            told = invitation(organisation_id, OpeningId(0), draft.starts)
            parents = families_of(reading, organisation_id, checked)
            everybody = reading.guest_openings.with_partners(parents, organisation_id, draft.partner_ids)
            of_parents = await reading.outbox.preview_budget(told, parents)
            of_all = await reading.outbox.preview_budget(told, everybody)
            families, joined, reached = await count_families(reading, organisation_id, checked)
        adults = of_parents.people - of_parents.closed
        return OpeningReach(
            adults=adults,
            families=reached,
            partners=of_all.people - of_all.closed - adults,
            limited_families=of_parents.limited_families,
            closed=of_all.closed,
            without_phone=families - joined,
            named=len(draft.children),
        )

    async def open(
        self, actor: Actor, organisation_id: OrganisationId, draft: OpeningDraft, token: str
    ) -> Opened | Refused:
        """A teacher opens dates: every adult of the group, and the partners that were ticked, are invited once.

        The draft's token makes a second tap, or a second device, find the dates that are open already; the group's
        turn keeps two teachers from opening the same date twice.
        """
        async with self._db.work() as work:
            _require(work, actor, organisation_id, draft)
            locked = await work.groups.lock(organisation_id, draft.group_id)
            opening = await work.guest_openings.find_by_draft(organisation_id, token)
            if opening is not None:
                return await _opened(work, actor, opening)
            if not locked:
                raise Missing
            checked = await _check(work, actor, organisation_id, draft)
            if isinstance(checked, Refused):
                return checked
            author = access_organisation(actor, organisation_id, Permission.OPEN_GUEST_DATES, self._clock)
            opening_id = await work.guest_openings.open(author, checked, token)
            if opening_id is not None:
                if checked.children:
                    await work.guest_invitees.name(organisation_id, opening_id, checked.children)
                parents = families_of(work, organisation_id, checked)
                await work.outbox.fan_out(
                    invitation(organisation_id, opening_id, draft.starts),
                    work.guest_openings.with_partners(parents, organisation_id, draft.partner_ids),
                )
                await work.audit.note(
                    "guest-dates.opened",
                    organisation_id=organisation_id,
                    by=actor.person_id,
                    subject=subject_of_opening(opening_id),
                    group=draft.group_id,
                    dates=len(draft.starts),
                )
            opening = await work.guest_openings.find_by_draft(organisation_id, token)
            if opening is None:
                raise Missing
            return await _opened(work, actor, opening)

    async def opened(self, actor: Actor, token: str) -> Opened:
        """The dates of a draft that are open already: for a late second tap."""
        async with self._db.read() as reading:
            for organisation_id in organisations_of(actor):
                opening = await reading.guest_openings.find_by_draft(organisation_id, token)
                if opening is not None:
                    return await _opened(reading, actor, opening)
        raise Missing

    async def page(
        self, actor: Actor, organisation_id: OrganisationId, *, past: bool = False, page: int = 0
    ) -> GuestPage:
        """The staff's list: dates ahead, free or taken, or past visits."""
        today = today_in(actor, organisation_id, self._clock)
        reached = reach(actor, Permission.SEE_GUESTS, organisation_id, today)
        organisation = organisation_of(actor, organisation_id)
        page = max(page, 0)
        async with self._db.read() as reading:
            found = await reading.guest_reads.lines(
                organisation_id, reached, past=past, limit=PAGE + 1, offset=page * PAGE
            )
            lines = await lines_of(reading, organisation, found[:PAGE])
            free = [line.slot.id for line in lines if line.slot.free]
            kept = await reading.guest_queue_reads.offered_of(organisation_id, free)
        may = grant(actor, Permission.OPEN_GUEST_DATES, organisation_id, today=today) is not None
        return GuestPage(organisation, lines, past, page, len(found) > PAGE, may, kept)

    async def slot(self, actor: Actor, slot_id: SlotId) -> SlotLine:
        """One date with its visit."""
        async with self._db.read() as reading:
            slot, organisation = await access_slot(reading, actor, slot_id, Permission.SEE_GUESTS)
            line = await _line(reading, organisation, slot)
            passed_on = await reading.guest_passing.of_opening(organisation.id, slot.opening_id)
            kept = await _kept_for(reading, organisation, slot)
        today = today_in(actor, organisation.id, self._clock)
        opens = grant(
            actor, Permission.OPEN_GUEST_DATES, organisation.id, group_id=slot.group_id, today=today
        )
        enters = grant(actor, Permission.DECIDE_GUESTS, organisation.id, group_id=slot.group_id, today=today)
        ahead = slot.free and slot.starts_at > self._clock.now()
        may_withdraw, may_enter = ahead and opens is not None, ahead and enters is not None and kept is None
        seen = replace(line, may_withdraw=may_withdraw, may_enter=may_enter)
        return replace(seen, passed_on=passed_on, kept=kept)

    async def withdraw(self, actor: Actor, slot_id: SlotId) -> SlotLine | Refused:
        """Close a date that nobody has taken; one that was closed before stays closed."""
        async with self._db.work() as work:
            slot, organisation = await access_slot(work, actor, slot_id, Permission.OPEN_GUEST_DATES)
            if await work.guest_openings.withdraw(slot):
                await work.audit.note(
                    "guest-dates.withdrawn",
                    organisation_id=organisation.id,
                    by=actor.person_id,
                    subject=subject_of_opening(slot.opening_id),
                    slot=slot.id,
                )
                return await _line(work, organisation, replace(slot, withdrawn=True))
            current = await work.guest_openings.find_slot(organisation.id, slot.id)
            if current is None:
                raise Missing
            if current.visit_id is not None:
                return Refused(Reason.SLOT_TAKEN)
            return await _line(work, organisation, current)


async def _kept_for(reading: Reading, organisation: Organisation, slot: Slot) -> KeptFor | None:
    """Who waits in the queue and gets this free date first."""
    if not slot.free or slot.starts_at <= reading.clock.now():
        return None
    line = await line_of(reading, organisation.id, slot.group_id, organisation.timezone)
    waiter = line.kept.get(slot.id)
    if waiter is None:
        return None
    where = (waiter.guest_id, waiter.group_id)
    shown = await reading.guest_people.shown_in(organisation, {where})
    return KeptFor(shown.get(where), waiter.guest_id, waiter.offered_until)


def _require(reading: Reading, actor: Actor, organisation_id: OrganisationId, draft: OpeningDraft) -> None:
    today = today_in(actor, organisation_id, reading.clock)
    require(actor, Permission.OPEN_GUEST_DATES, organisation_id, group_id=draft.group_id, today=today)


async def _check(
    reading: Reading, actor: Actor, organisation_id: OrganisationId, draft: OpeningDraft
) -> OpeningDraft | Refused:
    """The draft as it may be opened, or what is wrong with it."""
    _require(reading, actor, organisation_id, draft)
    if not await reading.groups.some(organisation_id, [draft.group_id]):
        raise Missing
    wish = None if draft.wish is None else accepted(clean(draft.wish), WISH_LIMIT)
    if isinstance(wish, Refused):
        return wish
    if refused := may_open(draft.starts, now=reading.clock.now(), limit=AT_ONCE):
        return refused
    zone = organisation_of(actor, organisation_id).timezone
    if refused := await refuse_closed(reading, organisation_id, draft.group_id, draft.starts, zone):
        return refused
    if taken := await reading.guest_openings.standing(organisation_id, draft.group_id, draft.starts):
        dates = tuple(at.astimezone(ZoneInfo(zone)) for at in sorted(taken))
        return Refused(Reason.SLOT_EXISTS, {"dates": dates})
    if draft.partner_ids:
        members = await reading.people.memberships(organisation_id, {Role.PARTNER})
        if not draft.partner_ids <= {member.id for member in members}:
            raise Missing
    if refused := await refuse_families(reading, organisation_id, draft):
        return refused
    return replace(draft, wish=wish)


async def _opened(reading: Reading, actor: Actor, opening: Opening) -> Opened:
    if opening.author_id != actor.person_id:
        raise Forbidden(f"opening {opening.id} of somebody else")
    report = await reading.deliveries.report(
        opening.organisation_id, subject_of_opening(opening.id), [NoticeKind.GUESTS_INVITED]
    )
    return Opened(
        opening.id,
        opening.organisation_id,
        await group_label(reading, opening.organisation_id, opening.group_id),
        await reading.guest_reads.slots_of(opening.organisation_id, opening.id),
        report.total - report.closed,
    )


async def _line(reading: Reading, organisation: Organisation, slot: Slot) -> SlotLine:
    visit = None if slot.visit_id is None else await reading.guest_visits.find(organisation.id, slot.visit_id)
    [line] = await lines_of(reading, organisation, [(slot, visit)])
    return line
