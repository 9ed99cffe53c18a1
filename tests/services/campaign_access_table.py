"""Who may follow, stop, take back and bring back what is sent about an event: whoever may announce to its groups."""

from collections.abc import Awaitable, Callable
from typing import Any

from domain.outcomes import Refused
from tests.services.crowd import OF_FAMILY, OF_ORGANISATION, OF_STAFF, Crowd

FOR_SUN = OF_ORGANISATION | {"teacher", "substitute"}
FOR_BOTH = OF_ORGANISATION | {"substitute"}


async def _go_on(crowd: Crowd, actor: Any, event: Any) -> Any:
    """Send on; whoever may has to stop the sending before there is anything to go on with."""
    outcome = await crowd.do.campaigns.go_on(actor, event)
    assert isinstance(outcome, Refused)
    assert not isinstance(await crowd.do.campaigns.stop(actor, event), Refused)
    return await crowd.do.campaigns.go_on(actor, event)


async def _restore(crowd: Crowd, actor: Any, event: Any) -> Any:
    """Bring back; whoever may has to cancel it before."""
    outcome = await crowd.do.event_restoring.restore(actor, event, 1)
    assert isinstance(outcome, Refused)
    assert not isinstance(await crowd.do.event_changes.cancel(actor, event, 1), Refused)
    return await crowd.do.event_restoring.restore(actor, event, 2)


CAMPAIGN_LOOKS: dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]] = {
    "campaigns.report": (FOR_SUN, lambda c, a: c.do.campaigns.report(a, c.event)),
    "campaigns.report: both": (FOR_BOTH, lambda c, a: c.do.campaigns.report(a, c.of_both)),
    "event_papers.for_calendar": (
        FOR_SUN | OF_FAMILY,
        lambda c, a: c.do.event_papers.for_calendar(a, c.event),
    ),
    "event_papers.for_calendar: both": (
        OF_STAFF | OF_FAMILY | {"other-parent"},
        lambda c, a: c.do.event_papers.for_calendar(a, c.of_both),
    ),
    "event_papers.for_the_wall": (FOR_SUN, lambda c, a: c.do.event_papers.for_the_wall(a, c.event)),
    "event_papers.for_the_wall: both": (FOR_BOTH, lambda c, a: c.do.event_papers.for_the_wall(a, c.of_both)),
    "campaigns.preview_nudge: both": (FOR_BOTH, lambda c, a: c.do.campaigns.preview_nudge(a, c.of_both)),
    "campaigns.preview_recall": (FOR_SUN, lambda c, a: c.do.campaigns.preview_recall(a, c.event)),
    "campaigns.preview_recall: both": (FOR_BOTH, lambda c, a: c.do.campaigns.preview_recall(a, c.of_both)),
}
CAMPAIGN_CHANGES: dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]] = {
    "campaigns.stop": (FOR_SUN, lambda c, a: c.do.campaigns.stop(a, c.event)),
    "campaigns.stop: both": (FOR_BOTH, lambda c, a: c.do.campaigns.stop(a, c.of_both)),
    "campaigns.go_on": (FOR_SUN, lambda c, a: _go_on(c, a, c.event)),
    "campaigns.go_on: both": (FOR_BOTH, lambda c, a: _go_on(c, a, c.of_both)),
    "campaigns.nudge: both": (FOR_BOTH, lambda c, a: c.do.campaigns.nudge(a, c.of_both)),
    "event_restoring.restore": (FOR_SUN, lambda c, a: _restore(c, a, c.event)),
    "event_restoring.restore: both": (FOR_BOTH, lambda c, a: _restore(c, a, c.of_both)),
    "campaigns.recall": (FOR_SUN, lambda c, a: c.do.campaigns.recall(a, c.event, 1)),
    "campaigns.recall: both": (FOR_BOTH, lambda c, a: c.do.campaigns.recall(a, c.of_both, 1)),
}
