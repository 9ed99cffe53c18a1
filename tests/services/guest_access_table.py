"""Who may do what with dates for guests and their visits: a line, who, how (see `access_table.py`)."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from domain.guests import GuestDecline
from tests.services.crowd import OF_FAMILY, OF_ORGANISATION, OF_RAYS, OF_STAFF, Crowd
from tests.services.crowd_guests import dates

Table = dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]]

OPENING = {"head", "methodist"} | OF_RAYS | {"teacher"}
DECIDING = {"head", "methodist", "teacher", "substitute"}
SEEING = OF_ORGANISATION | {"teacher", "substitute"}
COMING = OF_FAMILY | {"partner"}
GUESTS = COMING | {"other-parent", "parent-next-door"}
FOR_RAYS = {"head", "methodist"} | OF_RAYS


def _open(crowd: Crowd, actor: Any, group: Any, token: str) -> Awaitable[Any]:
    return crowd.do.guest_openings.open(actor, crowd.organisation_id, dates(crowd.database, group), token)


def _take(crowd: Crowd, actor: Any) -> Awaitable[Any]:
    token = f"own{actor.person_id}"
    guests = crowd.guests
    return crowd.do.guest_applications.take(actor, guests.free, guests.application, token)


def _enter(crowd: Crowd, actor: Any) -> Awaitable[Any]:
    guests = crowd.guests
    return crowd.do.guest_entries.enter(
        actor, guests.free, guests.family, guests.application, f"own{actor.person_id}"
    )


def _move_to(crowd: Crowd, actor: Any) -> Awaitable[Any]:
    at = crowd.database.clock.now() + timedelta(days=33)
    return crowd.do.guest_visits.move_to(actor, crowd.guests.agreed, at)


GUEST_LOOKS: Table = {
    "guest_openings.groups": (OPENING, lambda c, a: c.do.guest_openings.groups(a, c.organisation_id)),
    "guest_openings.partners": (OPENING, lambda c, a: c.do.guest_openings.partners(a, c.organisation_id)),
    "guest_openings.preview": (
        DECIDING,
        lambda c, a: c.do.guest_openings.preview(a, c.organisation_id, dates(c.database, c.sun)),
    ),
    "guest_openings.preview: rays": (
        FOR_RAYS,
        lambda c, a: c.do.guest_openings.preview(a, c.organisation_id, dates(c.database, c.rays)),
    ),
    "guest_openings.opened": ({"teacher"}, lambda c, a: c.do.guest_openings.opened(a, c.guests.opened_by)),
    "guest_openings.open: another's draft": (
        {"teacher"},
        lambda c, a: _open(c, a, c.sun, c.guests.opened_by),
    ),
    "guest_openings.page": (OF_STAFF, lambda c, a: c.do.guest_openings.page(a, c.organisation_id)),
    "guest_openings.slot": (SEEING, lambda c, a: c.do.guest_openings.slot(a, c.guests.free)),
    "guest_applications.invitation": (
        COMING,
        lambda c, a: c.do.guest_applications.invitation(a, c.guests.opening),
    ),
    "guest_applications.dates": (COMING, lambda c, a: c.do.guest_applications.dates(a, c.sun)),
    "guest_applications.groups": (GUESTS, lambda c, a: c.do.guest_applications.groups(a)),
    "guest_applications.applied": (
        {"parent"},
        lambda c, a: c.do.guest_applications.applied(a, c.guests.applied_by),
    ),
    "guest_applications.mine": (GUESTS, lambda c, a: c.do.guest_applications.mine(a)),
    "guest_applications.visit": (
        {"parent"} | SEEING,
        lambda c, a: c.do.guest_applications.visit(a, c.guests.agreed),
    ),
    "guest_applications.prefilled": (
        {"parent"},
        lambda c, a: c.do.guest_applications.prefilled(a, c.guests.agreed),
    ),
    "guest_applications.prefilled: of a guest without a phone": (
        DECIDING,
        lambda c, a: c.do.guest_applications.prefilled(a, c.guests.entered),
    ),
    "guest_entries.choice": (DECIDING, lambda c, a: c.do.guest_entries.choice(a, c.guests.free)),
    "guest_entries.family": (
        DECIDING,
        lambda c, a: c.do.guest_entries.family(a, c.guests.free, c.guests.family),
    ),
    "guest_entries.entered": (
        DECIDING,
        lambda c, a: c.do.guest_entries.entered(a, c.guests.entered_by),
    ),
    "guest_visits.free_slots": (DECIDING, lambda c, a: c.do.guest_visits.free_slots(a, c.guests.agreed)),
    "guest_visits.met": (SEEING | OF_FAMILY, lambda c, a: c.do.guest_visits.met(a, c.sun)),
}

GUEST_CHANGES: Table = {
    "guest_openings.open": (DECIDING, lambda c, a: _open(c, a, c.sun, f"own{a.person_id}")),
    "guest_openings.open: rays": (FOR_RAYS, lambda c, a: _open(c, a, c.rays, f"own{a.person_id}")),
    "guest_openings.withdraw": (DECIDING, lambda c, a: c.do.guest_openings.withdraw(a, c.guests.free)),
    "guest_applications.take": (COMING, _take),
    "guest_applications.write_details": (
        {"parent"},
        lambda c, a: c.do.guest_applications.write_details(a, c.guests.agreed, c.guests.details),
    ),
    "guest_applications.write_details: of a guest without a phone": (
        DECIDING,
        lambda c, a: c.do.guest_applications.write_details(a, c.guests.entered, c.guests.details),
    ),
    "guest_entries.enter": (DECIDING, _enter),
    "guest_entries.take_back": (
        DECIDING,
        lambda c, a: c.do.guest_entries.take_back(a, c.guests.entered, 1),
    ),
    "guest_applications.give_back": (
        {"parent"},
        lambda c, a: c.do.guest_applications.give_back(a, c.guests.agreed, 2),
    ),
    "guest_visits.accept": (DECIDING, lambda c, a: c.do.guest_visits.accept(a, c.guests.applied, 1)),
    "guest_visits.decline": (
        DECIDING,
        lambda c, a: c.do.guest_visits.decline(a, c.guests.applied, 1, GuestDecline.HAD_LATELY, None),
    ),
    "guest_visits.held": (DECIDING, lambda c, a: c.do.guest_visits.held(a, c.guests.over, 12)),
    "guest_visits.not_held": (DECIDING, lambda c, a: c.do.guest_visits.not_held(a, c.guests.over)),
    "guest_visits.move": (
        DECIDING,
        lambda c, a: c.do.guest_visits.move(a, c.guests.agreed, c.guests.other),
    ),
    "guest_visits.move_to": (DECIDING, _move_to),
}

GUEST_ONCE = {
    "guest_openings.open",  # the same hour
    "guest_openings.open: rays",
    "guest_openings.withdraw",
    "guest_applications.take",
    "guest_applications.write_details: of a guest without a phone",
    "guest_entries.enter",
    "guest_entries.take_back",
    "guest_visits.accept",
    "guest_visits.decline",
    "guest_visits.held",
    "guest_visits.not_held",
    "guest_visits.move",
    "guest_visits.move_to",
}
"""What nobody can do after somebody else has done it."""
