"""The dates that are open to a guest, with what the guest has in the group already."""

from collections.abc import Collection, Iterable

from db.work import Reading
from domain.events import GroupLabel
from domain.guest_queue import Waiter
from domain.guest_views import GuestInvitation
from domain.guests import MINUTES, Slot, Visit
from domain.ids import GroupId
from domain.people import Actor, Organisation
from services.guest_access import found_group, own_groups
from services.guest_line import place_of
from services.guest_passing import passable


async def invitation_of(
    reading: Reading,
    actor: Actor,
    organisation: Organisation,
    group_id: GroupId,
    slots: tuple[Slot, ...],
    wish: str | None,
) -> GuestInvitation:
    """Free dates of a group with what the guest has there already."""
    own = await reading.guest_visits.ahead_of(organisation.id, actor.person_id)
    waiter = await reading.guest_queue.find(organisation.id, group_id, actor.person_id)
    return await invitation_to(reading, actor, organisation, group_id, slots, wish, own, waiter)


async def invitation_to(
    reading: Reading,
    actor: Actor,
    organisation: Organisation,
    group_id: GroupId,
    slots: tuple[Slot, ...],
    wish: str | None,
    own: Collection[Visit],
    waiter: Waiter | None,
) -> GuestInvitation:
    """The same of a guest whose visits ahead, and whose place in the queue, are known."""
    group = await found_group(reading, organisation.id, group_id)
    label = GroupLabel(group.id, group.name, group.emoji)
    return GuestInvitation(
        organisation,
        label,
        slots,
        wish,
        tuple(visit for visit in own if visit.group_id == group_id),
        from_outside=group_id not in own_groups(actor, organisation.id),
        minutes=MINUTES[group.age_band],
        waits=None if waiter is None else await place_of(reading, organisation, waiter, label),
        passes=await passable(reading, actor, organisation.id, slots),
    )


def common_wish(slots: Iterable[Slot]) -> str | None:
    """The wish of dates that were opened at different times, if it is the same for all."""
    wishes = {slot.wish for slot in slots}
    return wishes.pop() if len(wishes) == 1 else None
