"""When teachers are reminded of what may be done after a visit, and how long it may be ticked."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.guest_follow_ups import (
    LATEST,
    REMINDED_ON,
    SOONEST,
    TICKED_FOR,
    DueFollowUp,
    VisitToFollow,
    due_of,
    may_follow_up,
    reminded_at,
)
from domain.guests import VisitStatus
from domain.outcomes import Reason, Refused
from tests.unit.guests_drawn import GARDEN, visit

ZONE = GARDEN.timezone
MONDAY = datetime(2027, 3, 8, 4, tzinfo=UTC)


def held(
    starts_at: datetime, told: int | None = None, after: timedelta = timedelta(hours=1)
) -> VisitToFollow:
    """A visit that was held, and when that was said."""
    shown = visit(VisitStatus.HELD, starts_at=starts_at)
    return VisitToFollow(shown, GARDEN, starts_at + after, told)


def test_the_third_and_the_sixth_day_but_no_weekend() -> None:
    days = {}
    for shift in range(7):
        found = held(MONDAY + timedelta(days=shift))
        at = [reminded_at(found.visit, ZONE, day) for day in REMINDED_ON]
        assert found.visit.starts_at + SOONEST <= at[0] < at[1] < found.visit.starts_at + LATEST
        assert {one.astimezone(ZoneInfo(ZONE)).time() for one in at} == {
            found.visit.starts_at.astimezone(ZoneInfo(ZONE)).time()
        }
        days[shift] = [(one.date() - MONDAY.date()).days for one in at]
    assert days == {0: [3, 7], 1: [4, 7], 2: [7, 8], 3: [7, 9], 4: [7, 10], 5: [8, 11], 6: [9, 14]}


def test_each_is_due_once_and_the_later_one_says_it_all() -> None:
    found, third = held(MONDAY), MONDAY + timedelta(days=3)
    assert due_of(found, third - timedelta(seconds=1)) is None
    assert due_of(found, third) == DueFollowUp(3, told=True)
    assert due_of(held(MONDAY, 3), third + timedelta(days=1)) is None
    week = MONDAY + timedelta(days=7)
    assert due_of(held(MONDAY, 3), week) == due_of(found, week) == DueFollowUp(6, told=True)
    assert due_of(held(MONDAY, 6), week) is None


def test_who_has_just_said_how_it_went_is_not_reminded() -> None:
    late = held(MONDAY, after=timedelta(days=4))
    assert due_of(late, MONDAY + timedelta(days=4)) == DueFollowUp(3, told=False)
    assert due_of(late, MONDAY + timedelta(days=7)) == DueFollowUp(6, told=True)


def test_ticked_after_a_visit_that_was_held_for_two_weeks() -> None:
    seen = held(MONDAY).visit
    assert may_follow_up(seen, now=MONDAY + TICKED_FOR) is None
    late = may_follow_up(seen, now=MONDAY + TICKED_FOR + timedelta(seconds=1))
    assert late == Refused(Reason.FOLLOW_UP_LATE)
    for status in set(VisitStatus) - {VisitStatus.HELD}:
        refused = may_follow_up(visit(status, starts_at=MONDAY), now=MONDAY)
        assert refused == Refused(Reason.CHANGED_MEANWHILE)
