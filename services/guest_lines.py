"""Dates of guests as lines of a list: the group's label, the visit, and who comes as staff may see them."""

from db.work import Reading
from domain.guest_views import SlotLine
from domain.guests import Slot, Visit
from domain.people import Organisation


async def lines_of(
    reading: Reading, organisation: Organisation, found: list[tuple[Slot, Visit | None]]
) -> tuple[SlotLine, ...]:
    """The lines in the order of what was found."""
    groups = await reading.event_reads.labels(organisation.id, {slot.group_id for slot, _ in found})
    labels = {group.id: group for group in groups}
    shown = await reading.guest_people.shown(organisation, [visit for _, visit in found if visit is not None])
    return tuple(
        SlotLine(
            slot,
            labels[slot.group_id],
            visit,
            None if visit is None else shown.get(visit.id),
        )
        for slot, visit in found
    )
