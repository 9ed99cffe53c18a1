"""«Солнышко» has a busy week, and is closed in it: for tests of closures."""

from datetime import date, timedelta

from domain.closure_views import ClosureCard, ClosurePlan
from domain.closures import next_choice
from domain.events import Event
from domain.notices import NoticeKind
from domain.organisation_views import GroupCard
from domain.people import Actor, Role
from services.closures import Closures
from services.groups import Groups
from tests.services.sunny import mark_sent, told
from tests.services.visiting import Visiting

FIRST = date(2026, 9, 14)
"""A Monday, a week after the test begins."""
UNTIL = FIRST + timedelta(days=4)
DAYS = FIRST, UNTIL


def closures(sun: Visiting) -> Closures:
    """What staff do."""
    return Closures(sun.database, sun.clock)


async def plan_of(sun: Visiting, actor: Actor | None = None) -> ClosurePlan:
    """The preview."""
    plan = await closures(sun).preview(actor or sun.host, sun.sun, DAYS)
    assert isinstance(plan, ClosurePlan), plan
    return plan


async def close(sun: Visiting, *turned: tuple[int, int], actor: Actor | None = None) -> ClosureCard:
    """The group is closed; `turned`: a thing of the preview (from 0) is tapped so many times."""
    plan = await plan_of(sun, actor)
    choices = 0
    for position, times in turned:
        for _ in range(times):
            choices = next_choice(plan.affected, choices, position)
    outcome = await closures(sun).close(actor or sun.host, sun.sun, DAYS, choices, plan.seen)
    assert isinstance(outcome, ClosureCard), outcome
    return outcome


async def event_now(sun: Visiting, event: Event) -> Event:
    """As it stands."""
    async with sun.database.read() as reading:
        found = await reading.events.find(sun.organisation_id, event.id)
    assert found is not None
    return found


async def told_of(sun: Visiting, kind: NoticeKind) -> list[int]:
    """Who has a message of this kind, that was not dropped."""
    return await told(sun.database, kind.value)


async def busy_week(sun: Visiting) -> tuple[Event, Event, Actor]:
    """A visit on Tuesday, a free date on Wednesday, a party of this group on Thursday, one of both on Friday."""
    visit = await sun.confirmed(8)
    assert visit.visit.starts_at == sun.at(8)
    await sun.open(9)
    head = await sun.staff(Role.HEAD)
    party = await sun.publish(sun.host, "party", starts_at=sun.at(10), title="Чаепитие")
    both = frozenset({sun.sun, sun.rays})
    shared = await sun.publish(head, "shared", starts_at=sun.at(11), title="Ярмарка", group_ids=both)
    await mark_sent(sun.database)
    return party, shared, head


async def group_card(sun: Visiting) -> GroupCard:
    """The screen of the group."""
    return await Groups(sun.database, sun.clock).card(sun.host, sun.sun)
