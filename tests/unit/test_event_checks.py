"""Answers about the end of an event and the last day for answers: what is kept of them, and what moves with the day."""

from datetime import UTC, datetime, timedelta

import pytest

from content.vocabulary import vocabulary
from domain.event_checks import (
    UNSAID,
    cutoff_check,
    cutoff_of,
    cutoff_said,
    end_check,
    end_of,
    end_said,
    seats_check,
    start_of,
)
from domain.forms import Circumstances, Value
from domain.outcomes import Reason, Refused

ZONE = "Asia/Novokuznetsk"
NOW = datetime(2026, 9, 8, 5, 0, tzinfo=UTC)
"""Tuesday 8 September 2026, 12:00 in Novokuznetsk."""
FRIDAY: dict[str, Value] = {"day": "2026-09-11", "time": "10:00"}
HERE = Circumstances(NOW, NOW, ZONE, vocabulary(), FRIDAY)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("11:30", "11:30"),
        ("11-30", "11:30"),
        ("в 5 вечера", "17:00"),
        ("12 сентября 12:00", "2026-09-12T12:00"),
        (UNSAID, None),
        ("10:00", Refused(Reason.END_BEFORE_START)),
        ("завтра в 10", Refused(Reason.END_BEFORE_START)),
        ("26 сентября 12:00", Refused(Reason.EVENT_TOO_LONG)),
        ("12 сентября", Refused(Reason.TIME_MISSING)),
        ("потом", Refused(Reason.TIME_MISSING)),
        ("25:00", Refused(Reason.NO_SUCH_TIME)),
        ("31 ноября 12:00", Refused(Reason.NO_SUCH_DATE)),
    ],
)
def test_ends(typed: str, kept: Value | Refused) -> None:
    assert end_check(typed, HERE) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("d1", "d1"),
        ("10 сентября 18:00", "2026-09-10T18:00"),
        ("11 сентября 10:00", "2026-09-11T10:00"),
        (UNSAID, None),
        ("11 сентября 10:01", Refused(Reason.CUTOFF_AFTER_START)),
        ("d7", Refused(Reason.CUTOFF_PAST)),
        ("10 сентября", Refused(Reason.TIME_MISSING)),
        ("18:00", Refused(Reason.DATE_UNCLEAR)),
    ],
)
def test_last_days_for_answers(typed: str, kept: Value | Refused) -> None:
    assert cutoff_check(typed, HERE) == kept


@pytest.mark.parametrize(("typed", "kept"), [("1", 1), ("500", 500), (UNSAID, None)])
def test_seats(typed: str, kept: int | None) -> None:
    assert seats_check(typed, HERE) == kept
    for wrong in ("0", "501", "семь", "1.5", "-1"):
        assert seats_check(wrong, HERE) == Refused(Reason.NOT_A_NUMBER, {"low": 1, "high": 500})


@pytest.mark.parametrize("ends", [None, "11:30", "2026-09-12T12:00"])
@pytest.mark.parametrize("until", [None, "d1", "d7", "2026-09-10T18:00"])
def test_what_is_stored_makes_the_same_answers_again(ends: str | None, until: str | None) -> None:
    values = {**FRIDAY, "ends": ends, "until": until}
    start = start_of(values, ZONE)
    assert end_said(start, end_of(values, ZONE), ZONE) == ends
    assert cutoff_said(start, cutoff_of(values, ZONE), ZONE) == until


def test_an_hour_alone_and_days_before_move_with_the_day() -> None:
    early = {**FRIDAY, "ends": "11:30", "until": "d1"}
    late = {**early, "day": "2026-09-25"}
    for moment in (end_of, cutoff_of):
        first, second = moment(early, ZONE), moment(late, ZONE)
        assert first is not None
        assert second == first + timedelta(days=14)
    fixed = {**late, "until": "2026-09-10T18:00"}
    assert cutoff_of(fixed, ZONE) == datetime(2026, 9, 10, 11, 0, tzinfo=UTC)
