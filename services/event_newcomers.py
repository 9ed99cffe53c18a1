"""Whoever joins a group after an event was announced is invited, too: to the nearest, in the joining's own commit."""

from collections.abc import Iterable
from datetime import timedelta

from db.work import Work
from domain.event_notices import late_invitation
from domain.ids import PersonId
from domain.people import Child

AT_MOST = 3
"""Invitations for one joining; how many more events are ahead stands in the last of them."""
WELCOME = timedelta(minutes=1)
"""The welcome is read first."""


async def invite_newcomers(work: Work, child: Child, people: Iterable[PersonId]) -> None:
    """Adults have come to a child's group: invite each to what is ahead there and new to them.

    Quiet hours and the budget of attention are the outbox's business, as for everybody. An announcement made
    at the same moment takes turns with this on the outbox: either it counts the newcomer in, or it is found here.
    """
    await work.outbox.take_turn()
    due_at = work.clock.now() + WELCOME
    for person_id in people:
        ahead = await work.event_newcomers.unheard(
            child.organisation_id,
            child.group_id,
            person_id,
            through=child.id,
            after=due_at,
            limit=AT_MOST + 1,
        )
        told = ahead[:AT_MOST]
        await work.outbox.put(
            *(
                late_invitation(
                    child.organisation_id,
                    event_id,
                    person_id,
                    due_at=due_at,
                    starts_at=starts_at,
                    more=len(ahead) > AT_MOST and event_id == told[-1][0],
                )
                for event_id, starts_at in told
            )
        )
