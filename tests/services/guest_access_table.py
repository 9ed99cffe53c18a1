"""Who may do what with dates for guests and their visits: a line, who, how (see `access_table.py`)."""

from collections.abc import Awaitable, Callable
from datetime import time, timedelta
from typing import Any

from domain.guest_calendar import Pattern
from domain.guest_outcomes import FollowUp
from domain.guests import Application, Format, GuestDecline
from domain.professions import ChosenProfession
from domain.way_home import Liking
from tests.services.crowd import OF_FAMILY, OF_ORGANISATION, OF_RAYS, OF_STAFF, Crowd
from tests.services.crowd_guests import dates
from tests.services.guest_moves_access import MOVES_CHANGES, MOVES_LOOKS
from tests.services.guest_readiness_access import READINESS_CHANGES, READINESS_LOOKS, READINESS_ONCE
from tests.services.guest_suggestion_access import SUGGESTION_CHANGES, SUGGESTION_LOOKS

Table = dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]]

OPENING = {"head", "methodist"} | OF_RAYS | {"teacher"}
DECIDING = {"head", "methodist", "teacher", "substitute"}
SEEING = OF_ORGANISATION | {"teacher", "substitute"}
COMING = OF_FAMILY | {"partner"}
GUESTS = COMING | {"other-parent", "parent-next-door"}
FOR_RAYS = {"head", "methodist"} | OF_RAYS
MASTER_CLASS = Application(ChosenProfession("Пекарь", "pekar"), frozenset({Format.MASTER_CLASS}))


def _open(crowd: Crowd, actor: Any, group: Any, token: str) -> Awaitable[Any]:
    return crowd.do.guests.guest_openings.open(
        actor, crowd.organisation_id, dates(crowd.database, group), token
    )


def _take(crowd: Crowd, actor: Any) -> Awaitable[Any]:
    token = f"own{actor.person_id}"
    guests = crowd.guests
    return crowd.do.guests.guest_applications.take(actor, guests.free, guests.application, token)


def _enter(crowd: Crowd, actor: Any) -> Awaitable[Any]:
    guests = crowd.guests
    return crowd.do.guests.guest_entries.enter(
        actor, guests.free, guests.family, guests.application, f"own{actor.person_id}"
    )


GUEST_LOOKS: Table = {
    "guest_series.plan": (DECIDING, lambda c, a: _plan(c, a)),
    "guest_series.look": (
        DECIDING,
        lambda c, a: c.do.guests.guest_series.look(a, c.organisation_id, c.sun, []),
    ),
    "guest_free_days.groups": (
        OPENING,
        lambda c, a: c.do.guests.guest_free_days.groups(a, c.organisation_id),
    ),
    "guest_free_days.page": (
        OF_STAFF,
        lambda c, a: c.do.guests.guest_free_days.page(a, c.organisation_id),
    ),
    "guest_overviews.month": (
        OF_STAFF,
        lambda c, a: c.do.guests.guest_overviews.month(a, c.organisation_id, c.database.clock.now().date()),
    ),
    "guest_overviews.month_of_group": (
        SEEING,
        lambda c, a: c.do.guests.guest_overviews.month_of_group(a, c.sun, c.database.clock.now().date()),
    ),
    "guest_overviews.year": (
        OF_STAFF,
        lambda c, a: c.do.guests.guest_overviews.year(a, c.organisation_id, 2025),
    ),
    **SUGGESTION_LOOKS,
    "guest_openings.groups": (OPENING, lambda c, a: c.do.guests.guest_openings.groups(a, c.organisation_id)),
    "guest_openings.partners": (
        OPENING,
        lambda c, a: c.do.guests.guest_openings.partners(a, c.organisation_id),
    ),
    "guest_openings.preview": (
        DECIDING,
        lambda c, a: c.do.guests.guest_openings.preview(a, c.organisation_id, dates(c.database, c.sun)),
    ),
    "guest_openings.families": (
        DECIDING,
        lambda c, a: c.do.guests.guest_openings.families(a, c.organisation_id, c.sun),
    ),
    "guest_openings.preview: rays": (
        FOR_RAYS,
        lambda c, a: c.do.guests.guest_openings.preview(a, c.organisation_id, dates(c.database, c.rays)),
    ),
    "guest_openings.opened": (
        {"teacher"},
        lambda c, a: c.do.guests.guest_openings.opened(a, c.guests.opened_by),
    ),
    "guest_openings.open: another's draft": (
        {"teacher"},
        lambda c, a: _open(c, a, c.sun, c.guests.opened_by),
    ),
    "guest_openings.page": (OF_STAFF, lambda c, a: c.do.guests.guest_openings.page(a, c.organisation_id)),
    "guest_openings.slot": (SEEING, lambda c, a: c.do.guests.guest_openings.slot(a, c.guests.free)),
    "guest_applications.invitation": (
        COMING,
        lambda c, a: c.do.guests.guest_applications.invitation(a, c.guests.opening),
    ),
    "guest_applications.dates": (COMING, lambda c, a: c.do.guests.guest_applications.dates(a, c.sun)),
    "guest_applications.groups": (GUESTS, lambda c, a: c.do.guests.guest_applications.groups(a)),
    "guest_passing.look": (
        {"partner"},
        lambda c, a: c.do.guests.guest_passing.look(a, c.guests.opening),
    ),
    "guest_queue.place": ({"partner"}, lambda c, a: c.do.guests.guest_queue.place(a, c.sun)),
    "guest_queue.mine": (GUESTS, lambda c, a: c.do.guests.guest_queue.mine(a)),
    "guest_queue.page": (OF_STAFF, lambda c, a: c.do.guests.guest_queue.page(a, c.organisation_id)),
    **READINESS_LOOKS,
    "guest_own_moves.free": (
        {"parent"},
        lambda c, a: c.do.guests.guest_own_moves.free(a, c.guests.agreed),
    ),
    "guest_applications.applied": (
        {"parent"},
        lambda c, a: c.do.guests.guest_applications.applied(a, c.guests.applied_by),
    ),
    "guest_applications.mine": (GUESTS, lambda c, a: c.do.guests.guest_applications.mine(a)),
    "guest_applications.visit": (
        {"parent"} | SEEING,
        lambda c, a: c.do.guests.guest_applications.visit(a, c.guests.agreed),
    ),
    "guest_applications.prefilled": (
        {"parent"},
        lambda c, a: c.do.guests.guest_applications.prefilled(a, c.guests.agreed),
    ),
    "guest_applications.prefilled: of a guest without a phone": (
        DECIDING,
        lambda c, a: c.do.guests.guest_applications.prefilled(a, c.guests.entered),
    ),
    "guest_entries.choice": (DECIDING, lambda c, a: c.do.guests.guest_entries.choice(a, c.guests.free)),
    "guest_entries.family": (
        DECIDING,
        lambda c, a: c.do.guests.guest_entries.family(a, c.guests.free, c.guests.family),
    ),
    "guest_entries.entered": (
        DECIDING,
        lambda c, a: c.do.guests.guest_entries.entered(a, c.guests.entered_by),
    ),
    **MOVES_LOOKS,
    "guest_letters.desk": (DECIDING, lambda c, a: c.do.guests.guest_letters.desk(a, c.guests.thanked)),
    "guest_follow_ups.desk": (
        DECIDING,
        lambda c, a: c.do.guests.guest_follow_ups.desk(a, c.guests.thanked),
    ),
    "guest_way_home.look": (
        OF_FAMILY,
        lambda c, a: c.do.guests.guest_way_home.look(a, c.guests.thanked),
    ),
    "guest_way_home.game": (
        OF_FAMILY | SEEING,
        lambda c, a: c.do.guests.guest_way_home.game(a, c.guests.thanked),
    ),
    "guest_letters.own": ({"parent"}, lambda c, a: c.do.guests.guest_letters.own(a, c.guests.thanked)),
    "guest_letters.register": (
        OF_STAFF,
        lambda c, a: c.do.guests.guest_letters.register(a, c.organisation_id),
    ),
    "guest_letters.table": (OF_STAFF, lambda c, a: c.do.guests.guest_letters.table(a, c.organisation_id)),
    "guest_papers.journal": (
        OF_STAFF,
        lambda c, a: c.do.guests.guest_papers.journal(a, c.organisation_id, 2026),
    ),
    "guest_papers.groups": (OF_STAFF, lambda c, a: c.do.guests.guest_papers.groups(a, c.organisation_id)),
    "guest_papers.poster": (SEEING, lambda c, a: c.do.guests.guest_papers.poster(a, c.sun)),
    "guest_visits.met": (SEEING | OF_FAMILY, lambda c, a: c.do.guests.guest_visits.met(a, c.sun)),
}


def _plan(crowd: Crowd, actor: Any) -> Awaitable[Any]:
    today = crowd.database.clock.now().date()
    pattern = Pattern(frozenset(range(7)), (time(9, 20),), today, today + timedelta(days=9))
    return crowd.do.guests.guest_series.plan(actor, crowd.organisation_id, crowd.sun, pattern)


def _keep_free(crowd: Crowd, actor: Any, group: Any) -> Awaitable[Any]:
    today = crowd.database.clock.now().date()
    days = (today + timedelta(days=1), today + timedelta(days=2))
    return crowd.do.guests.guest_free_days.add(actor, crowd.organisation_id, group, *days, None)


GUEST_CHANGES: Table = {
    "guest_free_days.add": (DECIDING, lambda c, a: _keep_free(c, a, c.sun)),
    "guest_free_days.add: for all": ({"head", "methodist"}, lambda c, a: _keep_free(c, a, None)),
    "guest_free_days.remove": (
        DECIDING,
        lambda c, a: c.do.guests.guest_free_days.remove(a, c.organisation_id, c.guests.free_days),
    ),
    "guest_free_days.set_quiet": (
        {"head", "methodist"},
        lambda c, a: c.do.guests.guest_free_days.set_quiet(a, c.organisation_id, 12, on=False),
    ),
    "guest_openings.open": (DECIDING, lambda c, a: _open(c, a, c.sun, f"own{a.person_id}")),
    "guest_openings.open: rays": (FOR_RAYS, lambda c, a: _open(c, a, c.rays, f"own{a.person_id}")),
    "guest_openings.withdraw": (DECIDING, lambda c, a: c.do.guests.guest_openings.withdraw(a, c.guests.free)),
    "guest_applications.take": (COMING - {"parent"}, _take),  # who has two dates already
    "guest_queue.join": (
        COMING - {"parent"},
        lambda c, a: c.do.guests.guest_queue.join(a, c.sun, MASTER_CLASS),
    ),
    "guest_passing.pass_on": (
        {"partner"},
        lambda c, a: c.do.guests.guest_passing.pass_on(a, c.guests.opening),
    ),
    **SUGGESTION_CHANGES,
    "guest_queue.wish": (
        {"partner"},
        lambda c, a: c.do.guests.guest_queue.wish(a, c.sun, frozenset({2})),
    ),
    "guest_queue.leave": ({"partner"}, lambda c, a: c.do.guests.guest_queue.leave(a, c.sun)),
    "guest_queue.pass_on": (
        {"partner"},
        lambda c, a: c.do.guests.guest_queue.pass_on(a, c.sun, c.guests.offered),
    ),
    "guest_queue.take_offered": (
        {"partner"},
        lambda c, a: c.do.guests.guest_queue.take_offered(a, c.sun, c.guests.offered),
    ),
    **READINESS_CHANGES,
    "guest_own_moves.move": (
        {"parent"},
        lambda c, a: c.do.guests.guest_own_moves.move(a, c.guests.agreed, 2, c.guests.other),
    ),
    "guest_applications.write_details": (
        {"parent"},
        lambda c, a: c.do.guests.guest_applications.write_details(a, c.guests.agreed, c.guests.details),
    ),
    "guest_applications.write_details: of a guest without a phone": (
        DECIDING,
        lambda c, a: c.do.guests.guest_applications.write_details(a, c.guests.entered, c.guests.details),
    ),
    "guest_entries.enter": (DECIDING, _enter),
    "guest_entries.take_back": (
        DECIDING,
        lambda c, a: c.do.guests.guest_entries.take_back(a, c.guests.entered, 1),
    ),
    "guest_applications.give_back": (
        {"parent"},
        lambda c, a: c.do.guests.guest_applications.give_back(a, c.guests.agreed, 2),
    ),
    "guest_visits.accept": (DECIDING, lambda c, a: c.do.guests.guest_visits.accept(a, c.guests.applied, 1)),
    "guest_visits.decline": (
        DECIDING,
        lambda c, a: c.do.guests.guest_visits.decline(a, c.guests.applied, 1, GuestDecline.HAD_LATELY, None),
    ),
    "guest_way_home.like": (
        OF_FAMILY,
        lambda c, a: c.do.guests.guest_way_home.like(a, c.guests.came, Liking.JOY),
    ),
    "guest_letters.issue": (
        DECIDING,
        lambda c, a: c.do.guests.guest_letters.issue(a, c.guests.unthanked, None, "Спасибо!"),
    ),
    "guest_letters.send": (DECIDING, lambda c, a: c.do.guests.guest_letters.send(a, c.guests.thanked)),
    "guest_follow_ups.tick": (
        DECIDING,
        lambda c, a: c.do.guests.guest_follow_ups.tick(a, c.guests.thanked, FollowUp.DRAWING, on=True),
    ),
    "guest_visits.write_note": (
        DECIDING,
        lambda c, a: c.do.guests.guest_visits.write_note(a, c.guests.thanked, f"Спасибо! {a.person_id}"),
    ),
    "guest_visits.held": (DECIDING, lambda c, a: c.do.guests.guest_visits.held(a, c.guests.over, 12)),
    "guest_visits.not_held": (DECIDING, lambda c, a: c.do.guests.guest_visits.not_held(a, c.guests.over)),
    **MOVES_CHANGES,
}

GUEST_ONCE = {
    *MOVES_CHANGES,
    "guest_free_days.remove",
    "guest_free_days.set_quiet",
    "guest_openings.open",  # the same hour
    "guest_openings.open: rays",
    "guest_openings.withdraw",
    "guest_passing.pass_on",
    "guest_applications.take",
    "guest_applications.write_details: of a guest without a phone",
    "guest_entries.enter",
    "guest_entries.take_back",
    "guest_follow_ups.tick",
    "guest_letters.issue",
    "guest_letters.send",
    *READINESS_ONCE,
    "guest_visits.accept",
    "guest_visits.decline",
    "guest_visits.held",
    "guest_visits.not_held",
}
"""What nobody can do after somebody else has done it."""
