"""The queue of a group inside somebody's transaction: which free dates are kept, who leaves it and how."""

from collections.abc import Collection

from db.work import Reading, Work
from domain.closures import closed_at
from domain.events import GroupLabel
from domain.guest_queue import EVERY_DAY, Line, QueuePlace, Waiter, line_up, may_hold_more
from domain.guest_queue_notices import OF_THE_QUEUE, ended, subject_of_queue
from domain.guests import Application, Slot
from domain.ids import GroupId, OrganisationId, PersonId, SlotId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Organisation

NOBODY = Line((), {}, {}, frozenset())


async def line_of(
    reading: Reading,
    organisation_id: OrganisationId,
    group_id: GroupId,
    zone: str,
) -> Line:
    """The queue of a group as it stands, and the free dates that are kept for whom."""
    waiters = await reading.guest_queue.of_group(organisation_id, group_id)
    if not waiters:
        return NOBODY
    slots = await reading.guest_reads.free(organisation_id, [group_id])
    rights = await reading.guest_queue.rights(organisation_id, group_id, {one.guest_id for one in waiters})
    shut = await _shut(reading, organisation_id, group_id, slots, zone)
    return line_up(waiters, rights, slots, shut, now=reading.clock.now(), zone=zone)


async def open_dates(
    reading: Reading,
    organisation: Organisation,
    slots: Collection[Slot],
    guest_id: PersonId | None,
) -> tuple[Slot, ...]:
    """Those of the free dates that somebody may take without passing who waits."""
    groups = frozenset(slot.group_id for slot in slots)
    if len(groups) > 1:  # where nobody waits, every date is open
        groups &= await reading.guest_queue.groups_that_wait(organisation.id)
    lines = {
        group_id: await line_of(reading, organisation.id, group_id, organisation.timezone)
        for group_id in sorted(groups)
    }
    return tuple(slot for slot in slots if lines.get(slot.group_id, NOBODY).open_to(slot, guest_id))


async def refuse_kept(work: Work, slot: Slot, guest_id: PersonId | None) -> Refused | None:
    """No date that is kept for somebody else; no third one for the same guest. Whoever asks holds the group's turn."""
    if guest_id is not None:
        ahead = await work.guest_visits.ahead_of(slot.organisation_id, guest_id)
        if refused := may_hold_more(ahead, slot.group_id):
            return refused
    organisation = await work.organisations.find(slot.organisation_id)
    if organisation is None:
        raise Missing
    line = await line_of(work, slot.organisation_id, slot.group_id, organisation.timezone)
    return None if line.open_to(slot, guest_id) else Refused(Reason.SLOT_KEPT)


async def place_of(
    reading: Reading, organisation: Organisation, waiter: Waiter, group: GroupLabel | None = None
) -> QueuePlace:
    """Somebody's place, with the date that is kept for them."""
    if group is None:
        labels = await reading.event_reads.labels(organisation.id, [waiter.group_id])
        if not labels:
            raise Missing
        group = labels[0]
    slot = None
    if waiter.slot_id is not None:
        slot = await reading.guest_openings.find_slot(organisation.id, waiter.slot_id)
    return QueuePlace(
        waiter,
        organisation,
        group,
        await reading.guest_queue.place(waiter),
        None if slot is None or not slot.free else slot.starts_at,
    )


async def wait(
    work: Work, actor: Actor, organisation: Organisation, group_id: GroupId, application: Application
) -> Waiter:
    """Stand in the queue of a group; who stands there already keeps the place and says what they would show now."""
    waiter, new = await work.guest_queue.join(
        organisation.id, group_id, actor.person_id, application, EVERY_DAY
    )
    if new:
        await note_waiter(work, actor, waiter, "guest-queue.joined")
    return waiter


async def leave(work: Work, by: Actor | None, waiter: Waiter, action: str) -> bool:
    """Somebody does not wait any more; what they have not heard yet they need not hear."""
    if not await work.guest_queue.drop(waiter):
        return False
    await work.outbox.cancel(subject_of_queue(waiter.id), OF_THE_QUEUE)
    await note_waiter(work, by, waiter, action)
    return True


async def end(work: Work, by: Actor | None, waiter: Waiter, *, archived: bool) -> None:
    """The queue is over for somebody, and they hear of it."""
    if await leave(work, by, waiter, "guest-queue.ended"):
        await work.outbox.put(ended(waiter, archived=archived))


async def note_waiter(work: Work, by: Actor | None, waiter: Waiter, action: str, **details: int) -> None:
    """The line of the audit log; nobody's when the clock or a leaving did it."""
    await work.audit.note(
        action,
        organisation_id=waiter.organisation_id,
        by=None if by is None else by.person_id,
        subject=subject_of_queue(waiter.id),
        group=waiter.group_id,
        **details,
    )


async def _shut(
    reading: Reading,
    organisation_id: OrganisationId,
    group_id: GroupId,
    slots: Collection[Slot],
    zone: str,
) -> frozenset[SlotId]:
    """Free dates on days on which the group is closed."""
    if not slots:
        return frozenset()
    standing = await reading.closures.standing(organisation_id, [group_id], reading.clock.today(zone))
    if not standing:
        return frozenset()
    return frozenset(slot.id for slot in slots if closed_at(standing, [slot.starts_at], zone) is not None)
