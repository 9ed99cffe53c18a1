"""Whoever joins a group after dates were opened is invited to be its guest, too, in the joining's own commit."""

from collections.abc import Iterable

from db.work import Work
from domain.guest_notices import late_invitation
from domain.ids import PersonId
from domain.people import Child
from services.event_newcomers import WELCOME


async def invite_to_be_guests(work: Work, child: Child, people: Iterable[PersonId]) -> None:
    """Adults have come to a child's group: one invitation each, with every date that is still free.

    It counts in the budget of attention as any other; nobody hears twice of the same dates.
    """
    await work.outbox.take_turn()
    due_at = work.clock.now() + WELCOME
    for person_id in people:
        found = await work.guest_newcomers.unheard(
            child.organisation_id, child.group_id, person_id, after=due_at
        )
        if found is not None:
            opening_id, last = found
            await work.outbox.put(
                late_invitation(child.organisation_id, opening_id, person_id, due_at=due_at, last=last)
            )
