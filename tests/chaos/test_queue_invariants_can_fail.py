"""A queue and letters as they may be pass; each check fails on rows in which what it forbids is true."""

from typing import Any

import pytest

from db.models import AuditRow, GuestLetterRow, GuestQueueRow, GuestSlotRow, GuestVisitRow, NoticeRow
from domain.notices import NoticeKind
from tests.chaos.invariants import Rows
from tests.chaos.queue_invariants import check_letters, check_queue

FIRST, SECOND, DATE = 1, 2, 7


def _line(action: str, waiter: int, **details: int) -> dict[str, Any]:
    return {"action": action, "subject": f"queue:{waiter}", "person_id": waiter, "details": details}


def _rows(**changed: list[dict[str, Any]]) -> Rows:
    """Two wait, the first is offered the only date; two letters."""
    place: dict[str, Any] = {"group_id": 1, "slot_id": None, "status": "waiting", "offers": 0}
    tables: dict[str, Any] = {
        "queue": [
            {**place, "id": FIRST, "guest_id": FIRST, "ticket": 1}
            | {"slot_id": DATE, "status": "offered", "offers": 1},
            {**place, "id": SECOND, "guest_id": SECOND, "ticket": 2},
        ],
        "slots": [{"id": DATE, "visit_id": None}],
        "visits": [],
        "audit": [
            _line("guest-queue.joined", FIRST),
            _line("guest-queue.joined", SECOND),
            _line("guest-queue.offered", FIRST, slot=DATE),
        ],
        "notices": [{"kind": NoticeKind.GUEST_OFFERED.value, "subject": f"queue:{FIRST}"}],
        "letters": [{"organisation_id": 1, "year": 2026, "number": n, "visit_id": n} for n in (2, 1)],
    } | changed
    kinds = (GuestQueueRow, GuestSlotRow, GuestVisitRow, AuditRow, NoticeRow, GuestLetterRow)
    found: Any = dict(zip(kinds, (tables[name] for name in tables), strict=True))
    return Rows(found, {}, {}, frozenset())


def _check(rows: Rows) -> None:
    check_queue(rows)
    check_letters(rows)


def test_a_calm_queue_passes() -> None:
    _check(_rows())


LINES = _rows().of(AuditRow)
BROKEN: dict[str, tuple[dict[str, Any], str]] = {
    "told twice": ({"notices": [*_rows().of(NoticeRow)] * 2}, "not told once"),
    "never told": ({"notices": []}, "not told once"),
    "kept and taken": (
        {"slots": [{"id": DATE, "visit_id": 5}], "visits": [{"id": 5, "guest_id": SECOND}]},
        "kept and taken",
    ),
    "overtaken": (
        {"audit": [*LINES, _line("guest-visit.applied", SECOND, slot=DATE)]},
        "overtakes",
    ),
    "kept for two": ({"audit": [*LINES, _line("guest-queue.offered", SECOND, slot=DATE)]}, "kept twice"),
    "lost": ({"queue": [dict(_rows().of(GuestQueueRow)[0])]}, "without its line"),
    "a gap": (
        {"letters": [{"organisation_id": 1, "year": 2026, "number": 2, "visit_id": 1}]},
        "numbers of",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_found(name: str) -> None:
    changed, found = BROKEN[name]
    with pytest.raises(AssertionError, match=found):
        _check(_rows(**changed))
