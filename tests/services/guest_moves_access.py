"""Who may move a visit, answer, and ask for a change: lines of the access table (see `guest_access_table.py`)."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from domain.guest_requests import MoveAnswer, Wish
from tests.services.crowd import Crowd

Table = dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]]

DECIDING = {"head", "methodist", "teacher", "substitute"}


def _move_to(crowd: Crowd, actor: Any) -> Awaitable[Any]:
    at = crowd.database.clock.now() + timedelta(days=33)
    return crowd.do.guests.guest_moves.move_on(actor, crowd.guests.agreed, 2, at)


MOVES_LOOKS: Table = {
    "guest_moves.plan": (
        DECIDING,
        lambda c, a: c.do.guests.guest_moves.plan(a, c.guests.agreed, c.guests.other),
    ),
    "guest_moves.plan_on": (
        DECIDING,
        lambda c, a: c.do.guests.guest_moves.plan_on(
            a, c.guests.agreed, c.database.clock.now() + timedelta(days=33)
        ),
    ),
    "guest_moves.options": (
        DECIDING,
        lambda c, a: c.do.guests.guest_moves.options(a, c.guests.agreed),
    ),
}
MOVES_CHANGES: Table = {
    "guest_moves.move": (
        DECIDING,
        lambda c, a: c.do.guests.guest_moves.move(a, c.guests.agreed, 2, c.guests.other),
    ),
    "guest_moves.move_on": (DECIDING, _move_to),
    "guest_moves.take_back": (
        DECIDING,
        lambda c, a: c.do.guests.guest_moves.take_back(a, c.guests.asked, 4),
    ),
    "guest_move_answers.answer": (
        {"partner"},
        lambda c, a: c.do.guests.guest_move_answers.answer(
            a, c.guests.asked, c.guests.asked_to, MoveAnswer.YES
        ),
    ),
    "guest_changes.ask": (
        DECIDING,
        lambda c, a: c.do.guests.guest_changes.ask(a, c.guests.applied, 1, Wish.PLAN, None),
    ),
    "guest_changes.change_application": (
        {"partner"},
        lambda c, a: c.do.guests.guest_changes.change_application(a, c.guests.asked, c.guests.application),
    ),
}
"""Nobody can do any of it after somebody else has done it."""
