"""Days on which groups are closed, for whoever plans something on them."""

from collections.abc import Collection
from datetime import datetime

from db.work import Reading, Work
from domain.closures import ShutGroup, closed_at
from domain.guests import Visit
from domain.ids import GroupId, OrganisationId, SlotId
from domain.outcomes import Reason, Refused
from domain.people import Organisation


async def refuse_closed(
    reading: Reading,
    organisation_id: OrganisationId,
    group_id: GroupId,
    starts: Collection[datetime],
    zone: str,
) -> Refused | None:
    """No guest is asked to a closed group: which of its closures is in the way of these hours."""
    standing = await reading.closures.standing(organisation_id, [group_id], reading.clock.today(zone))
    closure = closed_at(standing, starts, zone)
    if closure is None:
        return None
    return Refused(Reason.GROUP_CLOSED, {"first": closure.from_day, "until": closure.until_day})


async def free_date(work: Work, visit: Visit) -> None:
    """A visit gives its date up: it is free again, or open to nobody if the group is closed on its day by now."""
    await work.guest_openings.release(visit.organisation_id, visit.slot_id, visit.id)
    here = await work.organisations.find(visit.organisation_id)
    if here is not None and visit.starts_at > work.clock.now():
        await close_if_shut(work, here, visit.group_id, visit.slot_id, visit.starts_at)


async def close_if_shut(
    work: Work, here: Organisation, group_id: GroupId, slot_id: SlotId, starts_at: datetime
) -> None:
    """A date that nobody has any more is open to nobody if the group is closed on its day by now."""
    if await refuse_closed(work, here.id, group_id, [starts_at], here.timezone):
        slot = await work.guest_openings.find_slot(here.id, slot_id)
        if slot is not None:
            await work.guest_openings.withdraw(slot)


async def shut_groups(
    reading: Reading, organisation: Organisation, group_ids: Collection[GroupId], starts_at: datetime
) -> tuple[ShutGroup, ...]:
    """Which of these groups are closed at this hour: an event may be announced all the same, at home or outside."""
    if not group_ids:
        return ()
    zone = organisation.timezone
    standing = await reading.closures.standing(organisation.id, group_ids, reading.clock.today(zone))
    shut = [closure for closure in standing if closure.span(zone).holds(starts_at)]
    if not shut:
        return ()
    labels = await reading.event_reads.labels(organisation.id, {closure.group_id for closure in shut})
    names = {label.id: label.name for label in labels}
    kind = organisation.kind.value
    return tuple(
        ShutGroup(names[closure.group_id], closure.from_day, closure.until_day, zone, kind)
        for closure in shut
        if closure.group_id in names
    )
