"""Who may ask for suggestions, and for silence: lines of the access table (see `guest_access_table.py`)."""

from collections.abc import Awaitable, Callable
from typing import Any

from tests.services.crowd import OF_FAMILY, OF_RAYS, OF_STAFF, Crowd

Table = dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]]

OPENING = {"head", "methodist"} | OF_RAYS | {"teacher"}
DECIDING = {"head", "methodist", "teacher", "substitute"}
FOR_RAYS = {"head", "methodist"} | OF_RAYS
COMING = OF_FAMILY | {"partner"}


async def _come_after_all(crowd: Crowd, actor: Any) -> Any:
    await crowd.do.guests.guest_nudges.pause(actor, crowd.sun)
    return await crowd.do.guests.guest_nudges.take_back(actor, crowd.sun)


SUGGESTION_LOOKS: Table = {
    "guest_suggestions.days": (
        OF_STAFF,
        lambda c, a: c.do.guests.guest_suggestions.days(a, c.organisation_id),
    ),
    "guest_suggestions.for_day": (
        OPENING,
        lambda c, a: c.do.guests.guest_suggestions.for_day(a, c.organisation_id, "shahter"),
    ),
    "guest_suggestions.groups": (
        OPENING,
        lambda c, a: c.do.guests.guest_suggestions.groups(a, c.organisation_id),
    ),
    "guest_suggestions.of_group": (
        DECIDING,
        lambda c, a: c.do.guests.guest_suggestions.of_group(a, c.sun),
    ),
    "guest_suggestions.unmet": (DECIDING, lambda c, a: c.do.guests.guest_suggestions.unmet(a, c.sun)),
    "guest_suggestions.unmet: rays": (FOR_RAYS, lambda c, a: c.do.guests.guest_suggestions.unmet(a, c.rays)),
    "guest_suggestions.for_profession": (
        DECIDING,
        lambda c, a: c.do.guests.guest_suggestions.for_profession(a, c.sun, "pekar"),
    ),
}
SUGGESTION_CHANGES: Table = {
    "guest_nudges.pause": (COMING, lambda c, a: c.do.guests.guest_nudges.pause(a, c.sun)),
    "guest_nudges.take_back": (COMING, _come_after_all),
}
