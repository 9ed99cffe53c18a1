"""Who may announce an event, change it, and answer; a line, who, how, as in `access_table.py`."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from domain.answers import Answer
from tests.services.campaign_access_table import CAMPAIGN_CHANGES, CAMPAIGN_LOOKS
from tests.services.crowd import NEXT_DOOR, OF_FAMILY, OF_HOUSE, OF_ORGANISATION, OF_RAYS, OF_STAFF, Crowd

Table = dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]]

NOBODY: set[str] = set()
FOR_SUN = OF_ORGANISATION | {"teacher", "substitute"}
FOR_RAYS = OF_ORGANISATION | OF_RAYS
FOR_BOTH = OF_ORGANISATION | {"substitute"}


async def _change(crowd: Crowd, actor: Any, event: Any, *groups: Any) -> Any:
    """Another title, or other groups, for an event as it stands."""
    draft = replace(crowd.draft(*groups), title="Экскурсия")
    return await crowd.do.event_changes.change(actor, event, 1, draft)


EVENT_LOOKS: Table = {
    # Events, as staff see them
    "events.others_to_invite": (OF_STAFF, lambda c, a: c.do.events.others_to_invite(a, c.organisation_id)),
    "events.groups_to_invite": (OF_STAFF, lambda c, a: c.do.events.groups_to_invite(a, c.organisation_id)),
    "events.preview": (FOR_SUN, lambda c, a: c.do.events.preview(a, c.organisation_id, c.draft())),
    "events.preview: rays": (
        FOR_RAYS,
        lambda c, a: c.do.events.preview(a, c.organisation_id, c.draft(c.rays)),
    ),
    "events.preview: both": (
        FOR_BOTH,
        lambda c, a: c.do.events.preview(a, c.organisation_id, c.draft(c.sun, c.rays)),
    ),
    "events.published": ({"teacher"}, lambda c, a: c.do.events.published(a, f"sun{c.organisation_id}")),
    "events.publish: another's draft": (
        {"teacher"},
        lambda c, a: c.do.events.publish(a, c.organisation_id, c.draft(), f"sun{c.organisation_id}"),
    ),
    "events.page": (OF_STAFF, lambda c, a: c.do.events.page(a, c.organisation_id)),
    "events.card": (FOR_SUN, lambda c, a: c.do.events.card(a, c.event)),
    "events.card: both": (OF_STAFF, lambda c, a: c.do.events.card(a, c.of_both)),
    **CAMPAIGN_LOOKS,
    "event_changes.to_change": (FOR_SUN, lambda c, a: c.do.event_changes.to_change(a, c.event)),
    "event_changes.to_change: both": (FOR_BOTH, lambda c, a: c.do.event_changes.to_change(a, c.of_both)),
    "event_changes.preview": (FOR_SUN, lambda c, a: c.do.event_changes.preview(a, c.event, 1, c.draft())),
    "event_changes.preview: into rays": (
        FOR_BOTH,
        lambda c, a: c.do.event_changes.preview(a, c.event, 1, c.draft(c.sun, c.rays)),
    ),
    "event_changes.preview_cancel": (FOR_SUN, lambda c, a: c.do.event_changes.preview_cancel(a, c.event)),
    "event_changes.preview_cancel: both": (
        FOR_BOTH,
        lambda c, a: c.do.event_changes.preview_cancel(a, c.of_both),
    ),
    "rsvp_entries.attendance": (FOR_SUN, lambda c, a: c.do.rsvp_entries.attendance(a, c.event)),
    "rsvp_entries.attendance: both": (OF_STAFF, lambda c, a: c.do.rsvp_entries.attendance(a, c.of_both)),
    "rsvp_entries.to_enter": (FOR_SUN, lambda c, a: c.do.rsvp_entries.to_enter(a, c.event)),
    "rsvp_entries.family": (FOR_SUN, lambda c, a: c.do.rsvp_entries.family(a, c.event, c.children[1])),
    "rsvp_entries.family: of rays": (
        FOR_RAYS,
        lambda c, a: c.do.rsvp_entries.family(a, c.of_both, c.children[4]),
    ),
    "rsvp_entries.family: not invited": (
        NOBODY,
        lambda c, a: c.do.rsvp_entries.family(a, c.event, c.children[4]),
    ),
    # Events, as families see them
    "rsvps.look": (OF_FAMILY, lambda c, a: c.do.rsvps.look(a, c.event)),
    "rsvps.look: both": (OF_FAMILY | {"other-parent"}, lambda c, a: c.do.rsvps.look(a, c.of_both)),
    "rsvps.mine": (OF_HOUSE | NEXT_DOOR, lambda c, a: c.do.rsvps.mine(a)),
}

EVENT_CHANGES: Table = {
    # Events
    "events.publish": (
        FOR_SUN,
        lambda c, a: c.do.events.publish(a, c.organisation_id, c.draft(), f"own{a.person_id}"),
    ),
    "events.publish: rays": (
        FOR_RAYS,
        lambda c, a: c.do.events.publish(a, c.organisation_id, c.draft(c.rays), f"own{a.person_id}"),
    ),
    "events.publish: both": (
        FOR_BOTH,
        lambda c, a: c.do.events.publish(a, c.organisation_id, c.draft(c.sun, c.rays), f"own{a.person_id}"),
    ),
    "event_changes.change": (FOR_SUN, lambda c, a: _change(c, a, c.event)),
    "event_changes.change: both": (FOR_BOTH, lambda c, a: _change(c, a, c.of_both, c.sun, c.rays)),
    "event_changes.change: into rays": (FOR_BOTH, lambda c, a: _change(c, a, c.event, c.sun, c.rays)),
    "event_changes.change: out of rays": (FOR_BOTH, lambda c, a: _change(c, a, c.of_both, c.sun)),
    "event_changes.cancel": (FOR_SUN, lambda c, a: c.do.event_changes.cancel(a, c.event, 1)),
    "event_changes.cancel: both": (FOR_BOTH, lambda c, a: c.do.event_changes.cancel(a, c.of_both, 1)),
    **CAMPAIGN_CHANGES,
    # Answers
    "rsvps.answer": (OF_FAMILY, lambda c, a: c.do.rsvps.answer(a, c.event, Answer.WITH_CHILD)),
    "rsvps.answer: both": (
        OF_FAMILY | {"other-parent"},
        lambda c, a: c.do.rsvps.answer(a, c.of_both, Answer.NO),
    ),
    "rsvp_entries.enter": (
        FOR_SUN,
        lambda c, a: c.do.rsvp_entries.enter(a, c.event, c.children[1], Answer.ALONE),
    ),
    "rsvp_entries.enter: of rays": (
        FOR_RAYS,
        lambda c, a: c.do.rsvp_entries.enter(a, c.of_both, c.children[4], Answer.ALONE),
    ),
    "rsvp_entries.clear": (FOR_SUN, lambda c, a: c.do.rsvp_entries.clear(a, c.event, c.children[2])),
}

EVENT_ONCE = {
    *CAMPAIGN_CHANGES,
    "event_changes.change",
    "event_changes.change: both",
    "event_changes.change: into rays",
    "event_changes.change: out of rays",
    "event_changes.cancel",
    "event_changes.cancel: both",
    "rsvp_entries.clear",
}
"""What nobody can do after somebody else has done it."""
