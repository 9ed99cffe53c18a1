"""Who may announce something without a date, work on it, and read it; a line, who, how, as in `access_table.py`."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from domain.outcomes import Refused
from tests.services.crowd import NEXT_DOOR, OF_FAMILY, OF_HOUSE, OF_ORGANISATION, OF_RAYS, OF_STAFF, Crowd
from tests.services.crowd_announcements import words

Table = dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]]

FOR_SUN = OF_ORGANISATION | {"teacher", "substitute"}
FOR_RAYS = OF_ORGANISATION | OF_RAYS
FOR_BOTH = OF_ORGANISATION | {"substitute"}


async def _plan(crowd: Crowd, actor: Any) -> Any:
    """Tomorrow."""
    at = crowd.database.clock.now() + timedelta(days=1)
    return await crowd.do.announcement_drafts.plan(actor, crowd.said.kept, 1, at)


async def _unplan(crowd: Crowd, actor: Any) -> Any:
    """Whoever may has to plan it before there is anything to take back."""
    await _plan(crowd, actor)
    return await crowd.do.announcement_drafts.unplan(actor, crowd.said.kept, 2)


async def _go_on(crowd: Crowd, actor: Any, announcement: Any) -> Any:
    """Send on; whoever may has to stop the sending before there is anything to go on with."""
    outcome = await crowd.do.announcement_campaigns.go_on(actor, announcement)
    assert isinstance(outcome, Refused)
    assert not isinstance(await crowd.do.announcement_campaigns.stop(actor, announcement), Refused)
    return await crowd.do.announcement_campaigns.go_on(actor, announcement)


ANNOUNCEMENT_LOOKS: Table = {
    "announcements.page": (OF_STAFF, lambda c, a: c.do.announcements.page(a, c.organisation_id)),
    "announcements.card": (FOR_SUN, lambda c, a: c.do.announcements.card(a, c.said.of_sun)),
    "announcements.card: both": (OF_STAFF, lambda c, a: c.do.announcements.card(a, c.said.of_both)),
    "announcements.card: kept": (FOR_SUN, lambda c, a: c.do.announcements.card(a, c.said.kept)),
    "announcements.made_of": (
        FOR_SUN,
        lambda c, a: c.do.announcements.made_of(a, f"said{c.organisation_id}"),
    ),
    "announcements.preview": (
        FOR_SUN,
        lambda c, a: c.do.announcements.preview(a, c.organisation_id, words(c.sun)),
    ),
    "announcements.preview: both": (
        FOR_BOTH,
        lambda c, a: c.do.announcements.preview(a, c.organisation_id, words(c.sun, c.rays)),
    ),
    "announcement_drafts.copy_of": (
        FOR_SUN,
        lambda c, a: c.do.announcement_drafts.copy_of(a, c.said.of_sun),
    ),
    "announcement_changes.preview": (
        FOR_SUN,
        lambda c, a: c.do.announcement_changes.preview(a, c.said.of_sun, 2, "Хватит коробок"),
    ),
    "announcement_changes.preview: both": (
        FOR_BOTH,
        lambda c, a: c.do.announcement_changes.preview(a, c.said.of_both, 2, "Хватит коробок"),
    ),
    "announcement_campaigns.report": (
        FOR_SUN,
        lambda c, a: c.do.announcement_campaigns.report(a, c.said.of_sun),
    ),
    "announcement_campaigns.report: both": (
        FOR_BOTH,
        lambda c, a: c.do.announcement_campaigns.report(a, c.said.of_both),
    ),
    "announcement_campaigns.preview_recall": (
        FOR_BOTH,
        lambda c, a: c.do.announcement_campaigns.preview_recall(a, c.said.of_both),
    ),
    "announcement_readers.mine": (OF_HOUSE | NEXT_DOOR, lambda c, a: c.do.announcement_readers.mine(a)),
    "announcement_readers.read": (
        OF_FAMILY,
        lambda c, a: c.do.announcement_readers.read(a, c.said.of_sun),
    ),
    "announcement_readers.read: both": (
        OF_FAMILY | {"other-parent"},
        lambda c, a: c.do.announcement_readers.read(a, c.said.of_both),
    ),
}
ANNOUNCEMENT_CHANGES: Table = {
    "announcements.publish": (
        FOR_SUN,
        lambda c, a: c.do.announcements.publish(a, c.organisation_id, words(c.sun), f"put{a.person_id}"),
    ),
    "announcements.publish: rays": (
        FOR_RAYS,
        lambda c, a: c.do.announcements.publish(a, c.organisation_id, words(c.rays), f"put{a.person_id}"),
    ),
    "announcement_drafts.keep": (
        FOR_SUN,
        lambda c, a: c.do.announcement_drafts.keep(a, c.organisation_id, words(c.sun), f"put{a.person_id}"),
    ),
    "announcement_drafts.rewrite": (
        FOR_SUN,
        lambda c, a: c.do.announcement_drafts.rewrite(a, c.said.kept, 1, words(c.sun), f"put{a.person_id}"),
    ),
    "announcement_drafts.publish": (
        FOR_SUN,
        lambda c, a: c.do.announcement_drafts.publish(a, c.said.kept, 1),
    ),
    "announcement_drafts.plan": (FOR_SUN, lambda c, a: _plan(c, a)),
    "announcement_drafts.unplan": (FOR_SUN, lambda c, a: _unplan(c, a)),
    "announcement_drafts.drop": (FOR_SUN, lambda c, a: c.do.announcement_drafts.drop(a, c.said.kept, 1)),
    "announcement_changes.reword": (
        FOR_BOTH,
        lambda c, a: c.do.announcement_changes.reword(a, c.said.of_both, 2, "Хватит коробок"),
    ),
    "announcement_campaigns.stop": (
        FOR_SUN,
        lambda c, a: c.do.announcement_campaigns.stop(a, c.said.of_sun),
    ),
    "announcement_campaigns.go_on": (FOR_BOTH, lambda c, a: _go_on(c, a, c.said.of_both)),
    "announcement_campaigns.recall": (
        FOR_BOTH,
        lambda c, a: c.do.announcement_campaigns.recall(a, c.said.of_both, 2),
    ),
}
ANNOUNCEMENT_ONCE = set(ANNOUNCEMENT_CHANGES)
"""Each is done once: what was seen is not there any more."""
