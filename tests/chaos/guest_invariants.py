"""What must be true of dates and their guests, whatever happened: on the rows, their audit log, and the taps."""

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import RowMapping

from db.models import AuditRow, GuestOpeningRow, GuestSlotRow, GuestVisitRow
from domain.actions.forms import FormDone
from domain.actions.guest_requests import AnswerMove, AskChangeOf
from domain.actions.guests import (
    AcceptVisit,
    DeclineVisit,
    GiveBackDate,
    MoveVisitTo,
    SendDetails,
    TakeInstead,
)
from domain.guest_requests import MoveAnswer, Wish
from domain.guests import ACTIVE, AGREED, OWN_WORDS, VisitStatus
from domain.ids import SlotId, VisitId
from tests.chaos.invariants import Rows, once
from tests.chaos.queue_invariants import check_letters, check_queue
from tests.chaos.record import Record, TapSeen

VISIT = "guest-visit."
FREED = (VisitStatus.DECLINED, VisitStatus.GIVEN_BACK)
Lines = Mapping[int, list[RowMapping]]


def check_guests(rows: Rows, record: Record) -> int:
    """All of it; gives how many times a visit has changed."""
    lines = _lines(rows)
    kinds = (AcceptVisit, DeclineVisit, GiveBackDate, MoveVisitTo, AnswerMove, AskChangeOf, SendDetails)
    taps = list(record.taps(*kinds))
    _check_applications(rows, record)
    _check_slots(rows)
    _check_nobody_came_between(rows)
    check_queue(rows)
    check_letters(rows)
    assert {row["id"] for row in rows.of(GuestVisitRow)} == set(lines), "an application without its line"
    for visit in rows.of(GuestVisitRow):
        _check_life(visit, lines[visit["id"]])
        _check_somebody_did_it(visit, lines[visit["id"]], taps, rows)
        _check_nothing_is_lost(visit, [tap for tap in taps if _visit_of(tap) == visit["id"]])
    return sum(map(len, lines.values()))


def _lines(rows: Rows) -> dict[int, list[RowMapping]]:
    """The audit log by visit, in its order."""
    found: dict[int, list[RowMapping]] = {}
    for row in rows.of(AuditRow):
        if row["action"].startswith(VISIT):
            found.setdefault(int(row["subject"].removeprefix("visit:")), []).append(row)
    return found


def _check_applications(rows: Rows, record: Record) -> None:
    """One opening of one draft, one visit of one draft; nobody's application is there that they have not sent."""
    once(row["draft_token"] for row in rows.of(GuestOpeningRow))
    once(row["draft_token"] for row in rows.of(GuestVisitRow))
    opened = Counter(row["action"] for row in rows.of(AuditRow))["guest-dates.opened"]
    assert opened == len(rows.of(GuestOpeningRow)), "an opening without its line"
    standing = [row for row in rows.of(GuestSlotRow) if row["withdrawn_at"] is None]
    once((row["group_id"], row["starts_at"]) for row in standing)
    sent = Counter(tap.person for tap in record.taps(FormDone, TakeInstead) if _sends(tap.action))
    there = Counter(rows.account[row["guest_id"]] for row in rows.of(GuestVisitRow))
    assert all(sent[person] >= number for person, number in there.items()), (sent, there)


def _sends(action: object) -> bool:
    """Whether this tap ends the form of an application."""
    match action:
        case TakeInstead() | FormDone(form="ga", step="formats"):
            return True
        case _:
            return False


def _check_slots(rows: Rows) -> None:
    """A date and its visit name each other; nobody else has it."""
    visits = {row["id"]: row for row in rows.of(GuestVisitRow)}
    slots = {row["id"]: row for row in rows.of(GuestSlotRow)}
    once(row["slot_id"] for row in visits.values() if row["status"] not in FREED)
    for slot in slots.values():
        visit = visits.get(slot["visit_id"])
        assert (visit is None) == (slot["visit_id"] is None), f"nobody's visit: {dict(slot)}"
        assert visit is None or slot["withdrawn_at"] is None, f"closed and taken: {dict(slot)}"
        if visit is not None:
            knows = slot["id"] in (visit["slot_id"], visit["move_slot_id"]) and visit["status"] not in FREED
            assert knows, f"does not know its date: {dict(visit)}"
    for visit in visits.values():
        holds = slots[visit["slot_id"]]["visit_id"] == visit["id"]
        assert holds == (visit["status"] not in FREED), f"without its date: {dict(visit)}"


def _check_nobody_came_between(rows: Rows) -> None:
    """At no moment had a date two guests: the audit log told again from its beginning."""
    holder: dict[int, int] = {}
    for line in rows.of(AuditRow):
        if not line["action"].startswith(VISIT):
            continue
        visit, details = int(line["subject"].removeprefix("visit:")), line["details"]
        match line["action"].removeprefix(VISIT):
            case "move-refused" | "move-lapsed" | "move-taken-back":
                assert holder.pop(details["slot"]) == visit, dict(line)
            case "applied" | "moved" | "move-asked":
                if "was" in details:
                    assert holder.pop(details["was"]) == visit, dict(line)
                    holder = {slot: whose for slot, whose in holder.items() if whose != visit}
                assert details["slot"] not in holder, f"taken by {holder[details['slot']]}: {dict(line)}"
                holder[details["slot"]] = visit
            case "declined" | "given-back":
                left = [slot for slot, whose in holder.items() if whose == visit]
                assert len(left) in (1, 2), dict(line)  # two while the guest is asked about another date
                holder = {slot: whose for slot, whose in holder.items() if slot not in left}
    now = {row["id"]: row["visit_id"] for row in rows.of(GuestSlotRow) if row["visit_id"] is not None}
    assert holder == now, (holder, now)


def _check_life(visit: RowMapping, lines: list[RowMapping]) -> None:
    """Every line follows from the one before; the row is what the last one says, in as many versions."""
    status: VisitStatus | None = None
    for line in lines:
        before, status = status, _after(status, line)
        assert status is not None, f"{before} does not become so: {dict(line)}"
    assert visit["version"] == len(lines), f"version {visit['version']} after {len(lines)} changes"
    assert visit["status"] == status, f"{visit['status']} and not {status}"


def _after(status: VisitStatus | None, line: RowMapping) -> VisitStatus | None:
    """What a visit is after a line of the audit log; None when it cannot have happened."""
    match line["action"].removeprefix(VISIT):
        case "applied" if status is None:
            return VisitStatus.APPLIED
        case "tentative" if status is VisitStatus.APPLIED:
            return VisitStatus.TENTATIVE
        case "confirmed" if status is VisitStatus.DETAILED:
            return VisitStatus.CONFIRMED
        case "detailed" if status in AGREED:
            return VisitStatus.DETAILED if line["details"]["dangers"] else VisitStatus.CONFIRMED
        case "declined" if status in ACTIVE:
            return VisitStatus.DECLINED
        case "given-back" if status in ACTIVE:
            return VisitStatus.GIVEN_BACK
        case "moved" | "move-asked" | "move-refused" | "move-lapsed" | "change-asked" if status in ACTIVE:
            return status
        case _:
            return None


def _check_somebody_did_it(
    visit: RowMapping, lines: list[RowMapping], taps: list[TapSeen], rows: Rows
) -> None:
    """Each change of the visit was tapped by who is said to have made it, on the version before it."""
    assert lines[0]["person_id"] == visit["guest_id"]
    tapped = {(rows.person[tap.person], _known(tap)) for tap in taps}
    for version, line in enumerate(lines):
        match line["action"].removeprefix(VISIT):
            case "tentative" | "confirmed":
                wanted: object = AcceptVisit(VisitId(visit["id"]), version)
            case "declined":
                wanted = (DeclineVisit, visit["id"], version)
            case "change-asked":
                wanted = AskChangeOf(VisitId(visit["id"]), version, Wish(line["details"]["wish"]))
            case "given-back":
                wanted = GiveBackDate(VisitId(visit["id"]), version, sure=True)
            case "moved" if line["person_id"] == visit["guest_id"]:
                slot = SlotId(line["details"]["slot"])
                wanted = AnswerMove(VisitId(visit["id"]), slot, MoveAnswer.YES)
            case "moved" | "move-asked":
                wanted = MoveVisitTo(VisitId(visit["id"]), SlotId(line["details"]["slot"]), version)
            case "move-refused":
                slot = SlotId(line["details"]["slot"])
                wanted = AnswerMove(VisitId(visit["id"]), slot, MoveAnswer.NO)
            case "detailed":
                wanted = (SendDetails, visit["id"])
            case _:
                continue
        assert (line["person_id"], wanted) in tapped, f"nobody tapped {wanted}"


def _known(tap: TapSeen) -> object:
    match tap.action:
        case DeclineVisit(visit_id=visit, version=version):
            return DeclineVisit, visit, version
        case SendDetails(visit_id=visit):
            return SendDetails, visit
        case _:
            return tap.action


def _check_nothing_is_lost(visit: RowMapping, taps: list[TapSeen]) -> None:
    """No tap on the visit as it still is has remained without effect."""
    now = (visit["id"], visit["version"])
    for tap in taps:
        match tap.action:
            case AcceptVisit(visit_id=seen, version=version):
                due = visit["status"] in (VisitStatus.APPLIED, VisitStatus.DETAILED)
            case DeclineVisit(visit_id=seen, version=version, reason=reason):
                due = visit["status"] in ACTIVE and reason not in OWN_WORDS
            case GiveBackDate(visit_id=seen, version=version, sure=sure):
                due = visit["status"] in ACTIVE and sure
            case _:
                continue
        assert not due or (seen, version) != now, f"{tap} is lost: {dict(visit)}"


def _visit_of(tap: TapSeen) -> int:
    return int(getattr(tap.action, "visit_id", 0))
