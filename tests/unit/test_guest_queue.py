"""Which free dates are kept for whom: by the rule of the domain, beside what a child would keep; and the evening before."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.guest_queue import (
    EVERY_DAY,
    Line,
    Right,
    Waiter,
    WaiterStatus,
    changed_until,
    line_up,
    may_hold_more,
    may_move_oneself,
)
from domain.guests import Application, Format, Slot, Visit, VisitStatus
from domain.ids import GroupId, OpeningId, OrganisationId, PersonId, SlotId, VisitId, WaiterId
from domain.outcomes import Reason
from domain.professions import ChosenProfession
from tests.guest_queue_reference import Reference

NOW = datetime(2026, 9, 6, 3, 0, tzinfo=UTC)
"""A Sunday, ten in the morning in Novokuznetsk."""
ZONE = "Asia/Novokuznetsk"
LOCAL = ZoneInfo(ZONE)
APPLICATION = Application(ChosenProfession("Пекарь", "pekar"), frozenset({Format.TALK}))
GUESTS, DATES = 5, 4


def date(number: int, *, opening: int = 1) -> Slot:
    """Number 0 is on the first Monday."""
    at = NOW + timedelta(days=number + 1)
    return Slot(
        SlotId(number),
        OrganisationId(1),
        GroupId(1),
        OpeningId(opening),
        at,
        None,
        withdrawn=False,
        visit_id=None,
    )


def waiter(guest: int, ticket: int, days: frozenset[int] = EVERY_DAY, slot: int | None = None) -> Waiter:
    """Somebody who waits, or has been offered a date."""
    return Waiter(
        WaiterId(guest),
        OrganisationId(1),
        GroupId(1),
        PersonId(guest),
        APPLICATION,
        days,
        ticket,
        WaiterStatus.WAITING if slot is None else WaiterStatus.OFFERED,
        None if slot is None else SlotId(slot),
        None,
        0,
        0,
    )


def lined(waiters: list[Waiter], slots: list[Slot], **more: object) -> Line:
    """The line of the domain; everybody is family of the group."""
    rights = {one.guest_id: Right(family=True) for one in waiters}
    given_ = {"rights": rights, "shut": frozenset[SlotId](), **more}
    return line_up(waiters, slots=slots, now=NOW, zone=ZONE, **given_)  # type: ignore[arg-type]  # tests name some


ACTS = st.sampled_from(
    [
        "take",
        "take",
        "take",
        "join",
        "back",
        "offer",
        "offer",
        "accept",
        "lapse",
        "pass",
        "withdraw",
        "leave",
        "open",
    ]
)


@settings(max_examples=300)
@given(
    st.dictionaries(st.integers(0, GUESTS - 1), st.sets(st.integers(0, DATES - 1), min_size=1)),
    st.lists(st.tuples(ACTS, st.integers(0, GUESTS - 1), st.integers(0, DATES - 1)), max_size=25),
)
def test_what_is_kept_for_whom(can: dict[int, set[int]], acts: list[tuple[str, int, int]]) -> None:
    """Capacity, no overtaking, each free date kept while somebody waits whom it suits: after every step."""
    child = Reference(can, free=[0, 1])
    for act, guest, day in acts:
        _do(child, act, guest, day)
        order = {one: place for place, one in enumerate(child.queue)}
        waiters = [
            replace(
                waiter(one, order[one], frozenset(can.get(one, EVERY_DAY)), child.offered.get(one)),
                passed=frozenset(SlotId(day) for day in child.passed.get(one, ())),
            )
            for one in child.queue
        ]
        line = lined(waiters, [date(number) for number in child.free])
        assert {int(s): int(w.guest_id) for s, w in line.kept.items()} == child.kept()
        _holds(child, line)


def _do(child: Reference, act: str, guest: int, day: int) -> None:
    match act:
        case "take":
            child.take(guest, day)
        case "join":
            child.join(guest)
        case "back" if day in child.taken:
            child.give_back(day)
        case "offer":
            child.offer()
        case "accept":
            child.accept(guest)
        case "lapse":
            child.lapse()
        case "pass" if guest in child.offered:
            child.let_pass(guest)
        case "withdraw" if day in child.free:
            child.withdraw(day)
        case "leave":
            child.leave(guest)
        case "open" if day not in child.free and day not in child.taken:
            child.free = sorted([*child.free, day])


def _holds(child: Reference, line: Line) -> None:
    assert not set(child.free) & set(child.taken), "one guest a date"
    assert len(set(child.offered.values())) == len(child.offered), "a date is offered to one"
    waiting = [one for one in child.queue if one not in child.offered]
    for number in child.free:
        slot = date(number)
        able = [one for one in waiting if child.suits(one, number)]
        served = {int(w.guest_id) for w in line.kept.values()}
        if slot.id not in line.kept:
            assert all(one in served for one in able), "kept for somebody while somebody waits whom it suits"
        outsider = PersonId(99)
        assert line.open_to(slot, outsider) == (slot.id not in line.kept), "nobody overtakes"
    for place, one in enumerate(waiting):
        if one in {int(w.guest_id) for w in line.kept.values()}:
            continue
        behind = set(waiting[place + 1 :])
        passed = [s for s, w in line.kept.items() if int(w.guest_id) in behind and child.suits(one, int(s))]
        assert not passed, "nobody behind gets what suits who stands in front"


def test_the_last_hours_and_closed_days() -> None:
    near = date(0)
    soon = Slot(
        SlotId(7),
        near.organisation_id,
        near.group_id,
        near.opening_id,
        NOW + timedelta(minutes=119),
        None,
        withdrawn=False,
        visit_id=None,
    )
    line = lined([waiter(1, 1)], [soon])
    assert line.open_to(soon, PersonId(2)), "two hours before, whoever taps first has it"
    shut = lined([waiter(1, 1)], [near, date(1)], shut=frozenset({near.id}))
    assert {int(s) for s in shut.kept} == {1}, "a closed day is offered to nobody"
    assert not shut.open_to(near, PersonId(2))
    assert lined([], [near], shut=frozenset({near.id})).open_to(near, PersonId(2)), "nobody waits"


def test_a_partner_waits_for_the_dates_they_were_invited_to() -> None:
    rights = {
        PersonId(1): Right(family=False, openings=frozenset({OpeningId(2)})),
        PersonId(2): Right(family=True),
    }
    slots = [date(0), date(1, opening=2)]
    line = lined([waiter(1, 1), waiter(2, 2), waiter(3, 3)], slots, rights=rights)
    assert {int(s): int(w.guest_id) for s, w in line.kept.items()} == {1: 1, 0: 2}, "nobody without a right"


def _visit(status: VisitStatus = VisitStatus.CONFIRMED, group: int = 1) -> Visit:
    return Visit(
        VisitId(1),
        OrganisationId(1),
        GroupId(group),
        SlotId(1),
        NOW + timedelta(days=3),
        PersonId(1),
        APPLICATION.profession,
        APPLICATION.formats,
        status,
        1,
    )


def test_nobody_holds_all_dates() -> None:
    assert may_hold_more([_visit(), _visit(group=2)], GroupId(1)) is None
    refused = may_hold_more([_visit(), _visit()], GroupId(1))
    assert refused is not None
    assert (refused.reason, refused.args) == (Reason.VISITS_ENOUGH, {"limit": 2})


@pytest.mark.parametrize(
    ("local", "reason"),
    [
        (datetime(2026, 9, 8, 17, 59, tzinfo=LOCAL), None),
        (datetime(2026, 9, 8, 18, 0, tzinfo=LOCAL), Reason.MOVE_TOO_LATE),
        (datetime(2026, 9, 9, 9, 59, tzinfo=LOCAL), Reason.MOVE_TOO_LATE),
        (datetime(2026, 9, 9, 10, 0, tzinfo=LOCAL), Reason.SLOT_PAST),
    ],
)
def test_a_guest_moves_until_the_evening_before(local: datetime, reason: Reason | None) -> None:
    now = local.astimezone(UTC)
    refused = may_move_oneself(_visit(), now=now, zone=ZONE)
    assert (None if refused is None else refused.reason) == reason
    assert changed_until(_visit().starts_at, ZONE) == datetime(2026, 9, 8, 11, 0, tzinfo=UTC)
    over = may_move_oneself(_visit(VisitStatus.DECLINED), now=now, zone=ZONE)
    assert over is not None
    assert over.reason is Reason.VISIT_DECIDED
