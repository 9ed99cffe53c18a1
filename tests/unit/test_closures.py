"""Days on which a group is closed: which may be closed, and what is proposed for what stands on them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.actions.closures import ConfirmClosing, LookAtClosing
from domain.closures import (
    LONGEST,
    MOST,
    Affected,
    Closure,
    Deed,
    Kind,
    Span,
    another_day,
    chosen,
    closed_at,
    days_later,
    may_close,
    may_reopen,
    next_choice,
    seen,
)
from domain.ids import ClosureId, GroupId, OrganisationId
from domain.outcomes import Reason
from screens.buttons import LIMIT, pack

ZONE = "Asia/Novokuznetsk"
TODAY = date(2026, 12, 1)
"""A Tuesday."""
WEEK = Span(TODAY, date(2026, 12, 5), ZONE)
AT_TEN = datetime(2026, 12, 2, 3, 0, tzinfo=UTC)
"""Wednesday, ten o'clock there."""


def closure(first: date, until: date) -> Closure:
    """One that stands."""
    return Closure(ClosureId(1), OrganisationId(1), GroupId(1), first, until)


def test_days_are_those_of_the_organisation() -> None:
    assert WEEK.holds(datetime(2026, 11, 30, 17, 0, tzinfo=UTC))
    assert not WEEK.holds(datetime(2026, 11, 30, 16, 59, tzinfo=UTC))
    assert WEEK.holds(datetime(2026, 12, 5, 16, 59, tzinfo=UTC))
    assert not WEEK.holds(datetime(2026, 12, 5, 17, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("first", "until", "reason"),
    [
        (TODAY, TODAY, None),
        (TODAY, TODAY + timedelta(days=LONGEST - 1), None),
        (TODAY, TODAY + timedelta(days=LONGEST), Reason.CLOSURE_TOO_LONG),
        (TODAY, TODAY - timedelta(days=1), Reason.END_BEFORE_START),
        (TODAY - timedelta(days=1), TODAY, Reason.DATE_PAST),
        (TODAY + timedelta(days=401), TODAY + timedelta(days=402), Reason.DATE_TOO_FAR),
    ],
)
def test_which_days_may_be_closed(first: date, until: date, reason: Reason | None) -> None:
    refused = may_close(Span(first, until, ZONE), (), today=TODAY)
    assert (refused and refused.reason) == reason


def test_days_that_are_closed_already_are_named() -> None:
    standing = closure(date(2026, 12, 3), date(2026, 12, 9))
    refused = may_close(WEEK, [standing], today=TODAY)
    assert refused is not None
    assert (refused.reason, refused.args["until"]) == (Reason.GROUP_CLOSED, date(2026, 12, 9))
    assert may_close(Span(TODAY, date(2026, 12, 2), ZONE), [standing], today=TODAY) is None
    assert may_close(Span(date(2026, 12, 10), date(2026, 12, 11), ZONE), [standing], today=TODAY) is None
    assert closed_at([standing], [AT_TEN, AT_TEN + timedelta(days=2)], ZONE) == standing
    assert closed_at([standing], [AT_TEN], ZONE) is None


def test_a_closure_is_undone_once_and_until_its_last_day_is_over() -> None:
    standing = closure(TODAY, TODAY)
    assert may_reopen(standing, today=TODAY) is None
    late = may_reopen(standing, today=TODAY + timedelta(days=1))
    assert late is not None
    assert late.reason is Reason.CLOSURE_OVER
    twice = may_reopen(replace(standing, undone_at=AT_TEN), today=TODAY)
    assert twice is not None
    assert twice.reason is Reason.GROUP_OPEN


def test_the_same_weekday_and_hour_in_the_first_week_after() -> None:
    assert another_day(AT_TEN, WEEK, (), ()) == AT_TEN + timedelta(days=7)
    taken = {AT_TEN + timedelta(days=7)}
    assert another_day(AT_TEN, WEEK, taken, ()) == AT_TEN + timedelta(days=14)
    further = closure(date(2026, 12, 14), date(2026, 12, 20))
    assert another_day(AT_TEN, WEEK, taken, [further]) == AT_TEN + timedelta(days=21)
    always = {AT_TEN + timedelta(days=7 * week) for week in range(20)}
    assert another_day(AT_TEN, WEEK, always, ()) is None


def test_the_hour_stays_when_the_clocks_change() -> None:
    at_ten = datetime(2026, 3, 24, 9, 0, tzinfo=UTC)  # 10:00 in Berlin, in winter
    assert days_later(at_ten, "Europe/Berlin", 7) == datetime(2026, 3, 31, 8, 0, tzinfo=UTC)


@given(days=st.integers(0, 59), length=st.integers(1, 60))
def test_whatever_is_proposed_is_after_the_closure_on_the_same_weekday(days: int, length: int) -> None:
    span = Span(TODAY, TODAY + timedelta(days=length - 1), ZONE)
    at = days_later(AT_TEN - timedelta(days=1), ZONE, days % length)
    to = another_day(at, span, (), ())
    assert to is not None
    assert timedelta() <= to - span.ends < timedelta(days=7)
    assert (to - at).days % 7 == 0


def test_each_thing_goes_round_its_own_possibilities() -> None:
    event = Affected(Kind.EVENT, "event:1", AT_TEN, to=AT_TEN + timedelta(days=7))
    shared, kept = Affected(Kind.SHARED, "event:2", AT_TEN), Affected(Kind.PLANNED, "event:3", AT_TEN)
    things = (event, shared, kept)
    assert chosen(things, 0) == (Deed.MOVED, Deed.WITHOUT, None)
    said = [0]
    for position in (0, 1, 0, 0):
        said.append(next_choice(things, said[-1], position))
    assert chosen(things, said[1]) == (Deed.CANCELLED, Deed.WITHOUT, None)
    assert chosen(things, said[3]) == (None, None, None)
    assert chosen(things, said[4]) == (Deed.MOVED, None, None)
    nowhere = replace(event, to=None)
    assert nowhere.options == (Deed.CANCELLED, None)
    assert chosen(things, 3**40 + 7) is not None  # a forged number decides something, and breaks nothing


def test_whatever_changes_in_a_preview_is_noticed() -> None:
    event = Affected(Kind.EVENT, "event:1", AT_TEN, 1, "Праздник", AT_TEN + timedelta(days=7))
    others = [
        (),
        (replace(event, version=2),),
        (replace(event, to=None),),
        (event, replace(event, subject="event:2")),
    ]
    assert seen((event,)) not in {seen(other) for other in others}
    assert seen((event,)) == seen((replace(event),))


def test_the_fullest_preview_fits_into_a_button() -> None:
    fullest = 3**MOST - 1
    days = date(2099, 12, 30), date(2099, 12, 31)
    for action in (LookAtClosing, ConfirmClosing):
        assert len(pack(action(GroupId(2**40), *days, fullest, 2**32 - 1))) <= LIMIT
