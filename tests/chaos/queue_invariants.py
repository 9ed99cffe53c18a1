"""What must be true of queues for dates, and of the numbers of letters: on the rows, and the audit log told again."""

from collections import Counter, defaultdict

from sqlalchemy import RowMapping

from db.models import AuditRow, GuestLetterRow, GuestQueueRow, GuestSlotRow, GuestVisitRow, NoticeRow
from domain.guest_queue import WaiterStatus
from domain.notices import NoticeKind
from tests.chaos.invariants import Rows, once

QUEUE = "guest-queue."
GONE = ("left", "served", "dropped", "ended", "unreachable")
TAKES = ("guest-visit.applied", "guest-visit.moved", "guest-visit.move-asked")


def check_queue(rows: Rows) -> None:
    """One place for a guest, one offer for a date, each told once; nobody takes what is kept for somebody else."""
    waiters = {row["id"]: row for row in rows.of(GuestQueueRow)}
    once((row["group_id"], row["guest_id"]) for row in waiters.values())
    once((row["group_id"], row["ticket"]) for row in waiters.values())
    kept = {row["id"]: row["slot_id"] for row in waiters.values() if row["slot_id"] is not None}
    once(kept.values())
    offers, offered = _told_again(rows)
    for waiter in waiters.values():
        assert (waiter["status"] == WaiterStatus.OFFERED) == (waiter["slot_id"] is not None), dict(waiter)
        assert waiter["offers"] == offers[waiter["id"]], f"an offer without its line: {dict(waiter)}"
    assert offered == kept, (offered, kept)
    _check_nobody_else_has_it(rows, waiters)
    told = Counter(
        int(row["subject"].rpartition(":")[2])
        for row in rows.of(NoticeRow)
        if row["kind"] == NoticeKind.GUEST_OFFERED
    )
    assert told == offers, f"offers that were not told once: {told} {offers}"


def check_letters(rows: Rows) -> None:
    """One letter for a visit; the numbers of a year have no gaps."""
    once(row["visit_id"] for row in rows.of(GuestLetterRow))
    numbers: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row in rows.of(GuestLetterRow):
        numbers[row["organisation_id"], row["year"]].append(row["number"])
    for year, found in numbers.items():
        assert sorted(found) == list(range(1, len(found) + 1)), f"numbers of {year}: {found}"


def _told_again(rows: Rows) -> tuple[Counter[int], dict[int, int]]:
    """How many offers each who waited had, and what is kept for whom in the end."""
    offers: Counter[int] = Counter()
    offered: dict[int, int] = {}
    there: set[int] = set()
    guest: dict[int, int] = {}
    for line in rows.of(AuditRow):
        if line["action"] in TAKES:
            slot = line["details"]["slot"]
            passed = [
                one for one, date in offered.items() if date == slot and guest[one] != line["person_id"]
            ]
            assert not passed, f"overtakes {passed}: {dict(line)}"
        if not line["action"].startswith(QUEUE):
            continue
        waiter = int(line["subject"].rpartition(":")[2])
        match line["action"].removeprefix(QUEUE):
            case "joined":
                assert waiter not in there, f"joined twice: {dict(line)}"
                there.add(waiter)
                guest[waiter] = line["person_id"]
            case "offered":
                assert waiter in there, dict(line)
                assert waiter not in offered, f"two at once: {dict(line)}"
                assert line["details"]["slot"] not in offered.values(), f"kept twice: {dict(line)}"
                offered[waiter] = line["details"]["slot"]
                offers[waiter] += 1
            case "lapsed":
                del offered[waiter]
            case action if action in GONE:
                there.remove(waiter)
                offered.pop(waiter, None)
    assert there == {row["id"] for row in rows.of(GuestQueueRow)}, "a place without its line"
    return offers, offered


def _check_nobody_else_has_it(rows: Rows, waiters: dict[int, RowMapping]) -> None:
    slots = {row["id"]: row for row in rows.of(GuestSlotRow)}
    guests = {row["id"]: row["guest_id"] for row in rows.of(GuestVisitRow)}
    for waiter in waiters.values():
        if waiter["slot_id"] is not None:
            holder = guests.get(slots[waiter["slot_id"]]["visit_id"])
            assert holder in (None, waiter["guest_id"]), f"kept and taken: {dict(waiter)}"
