"""Who may prepare a visit, ask, and write: lines of the access table (see `guest_access_table.py`)."""

from collections.abc import Awaitable, Callable
from typing import Any

from domain.guest_checklist import CheckItem
from domain.professions import ChosenProfession
from tests.services.crowd import OF_FAMILY, Crowd

Table = dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]]

DECIDING = {"head", "methodist", "teacher", "substitute"}
COMING = OF_FAMILY | {"partner"}
BAKER = ChosenProfession("Пекарь", "pekar")


async def _named_and_unnamed(c: Crowd, a: Any) -> object:
    """Nobody has a name to take away before it was given."""
    await c.do.guests.guest_entrance.keep(a, c.guests.agreed, "Петрова Анна", 1, "ru")
    return await c.do.guests.guest_entrance.drop(a, c.guests.agreed, "ru")


READINESS_LOOKS: Table = {
    "guest_preparation.look": (
        {"parent"} | DECIDING,
        lambda c, a: c.do.guests.guest_preparation.look(a, c.guests.agreed),
    ),
    "guest_preparation.ahead": (
        COMING,
        lambda c, a: c.do.guests.guest_preparation.ahead(a, c.sun, BAKER),
    ),
    "guest_questions.page": (DECIDING, lambda c, a: c.do.guests.guest_questions.page(a, c.guests.agreed)),
    "guest_questions.question": (
        DECIDING,
        lambda c, a: c.do.guests.guest_questions.question(a, c.guests.agreed, c.guests.question),
    ),
    "guest_messages.look": (
        {"parent"} | DECIDING,
        lambda c, a: c.do.guests.guest_messages.look(a, c.guests.agreed),
    ),
    "guest_entrance.look": (
        {"parent"},
        lambda c, a: c.do.guests.guest_entrance.look(a, c.guests.agreed, "ru"),
    ),
}

READINESS_CHANGES: Table = {
    "guest_preparation.tick": (
        {"parent"},
        lambda c, a: c.do.guests.guest_preparation.tick(a, c.guests.agreed, CheckItem.THINGS, on=True),
    ),
    "guest_preparation.tick: of the group": (
        DECIDING,
        lambda c, a: c.do.guests.guest_preparation.tick(a, c.guests.agreed, CheckItem.PLACE, on=True),
    ),
    "guest_questions.write": (
        DECIDING,
        lambda c, a: c.do.guests.guest_questions.write(a, c.guests.agreed, None, f"Почему {a.person_id}?"),
    ),
    "guest_questions.drop": (
        DECIDING,
        lambda c, a: c.do.guests.guest_questions.drop(a, c.guests.agreed, c.guests.question),
    ),
    "guest_questions.send": (DECIDING, lambda c, a: c.do.guests.guest_questions.send(a, c.guests.agreed)),
    "guest_messages.write": (
        {"parent"} | DECIDING,
        lambda c, a: c.do.guests.guest_messages.write(a, c.guests.agreed, "Приду к десяти"),
    ),
    "guest_entrance.keep": (
        {"parent"},
        lambda c, a: c.do.guests.guest_entrance.keep(a, c.guests.agreed, "Петрова Анна", 1, "ru"),
    ),
    "guest_entrance.drop": (
        {"parent"},
        lambda c, a: _named_and_unnamed(c, a),
    ),
}

READINESS_ONCE = {
    "guest_preparation.tick",
    "guest_preparation.tick: of the group",
    "guest_questions.drop",
    "guest_questions.send",
}
"""What nobody can do after somebody else has done it."""
