"""Who may go on with an event that is put aside: whoever may announce to all of its groups."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from tests.services.crowd import OF_ORGANISATION, OF_RAYS, OF_STAFF, Crowd

FOR_SUN = OF_ORGANISATION | {"teacher", "substitute"}
FOR_RAYS = OF_ORGANISATION | OF_RAYS
Table = dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]]


async def _plan(crowd: Crowd, actor: Any, version: int) -> Any:
    """Tomorrow."""
    at = crowd.database.clock.now() + timedelta(days=1)
    return await crowd.do.event_drafts.plan(actor, crowd.kept, version, at)


async def _unplan(crowd: Crowd, actor: Any) -> Any:
    """Whoever may has to plan it before there is anything to take back."""
    await _plan(crowd, actor, 1)
    return await crowd.do.event_drafts.unplan(actor, crowd.kept, 2)


DRAFT_LOOKS: Table = {
    "event_drafts.page": (OF_STAFF, lambda c, a: c.do.event_drafts.page(a, c.organisation_id)),
    "event_drafts.look": (FOR_SUN, lambda c, a: c.do.event_drafts.look(a, c.kept)),
    "event_drafts.kept": (FOR_SUN, lambda c, a: c.do.event_drafts.kept(a, f"kept{c.organisation_id}")),
    "event_drafts.copy_of": (FOR_SUN, lambda c, a: c.do.event_drafts.copy_of(a, c.event)),
    "event_drafts.copy_of: both": (OF_STAFF, lambda c, a: c.do.event_drafts.copy_of(a, c.of_both)),
}
DRAFT_CHANGES: Table = {
    "event_drafts.keep": (
        FOR_SUN,
        lambda c, a: c.do.event_drafts.keep(a, c.organisation_id, c.draft(), f"put{a.person_id}"),
    ),
    "event_drafts.keep: rays": (
        FOR_RAYS,
        lambda c, a: c.do.event_drafts.keep(a, c.organisation_id, c.draft(c.rays), f"put{a.person_id}"),
    ),
    "event_drafts.rewrite": (
        FOR_SUN,
        lambda c, a: c.do.event_drafts.rewrite(a, c.kept, 1, c.draft(), f"put{a.person_id}"),
    ),
    "event_drafts.publish": (FOR_SUN, lambda c, a: c.do.event_drafts.publish(a, c.kept, 1)),
    "event_drafts.plan": (FOR_SUN, lambda c, a: _plan(c, a, 1)),
    "event_drafts.unplan": (FOR_SUN, lambda c, a: _unplan(c, a)),
    "event_series.publish": (FOR_SUN, lambda c, a: c.do.event_series.publish(a, c.kept, 1, 3)),
    "event_drafts.drop": (FOR_SUN, lambda c, a: c.do.event_drafts.drop(a, c.kept, 1)),
}
"""Each is done once: what was seen is not there any more."""
DRAFT_ONCE = set(DRAFT_CHANGES)
