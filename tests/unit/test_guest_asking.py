"""Until when a guest may answer whether another date suits: never at night, never too late, never without time."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.attention import Hours
from domain.guest_asking import ANSWERED_WITHIN, LEAST, LEFT_AT_LEAST, ask_until
from domain.offers import may_offer_now

HOURS = Hours("Asia/Novokuznetsk", time(21), time(8), time(18))
NOW = datetime(2026, 9, 6, 17, 0, tzinfo=UTC)
"""Midnight in Novokuznetsk."""
MINUTES = st.integers(0, 14 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


@given(st.integers(0, 24 * 60 - 1), MINUTES, MINUTES)
def test_an_answer_has_time_and_leaves_time(minute: int, was: timedelta, to: timedelta) -> None:
    now = NOW + timedelta(minutes=minute)
    until = ask_until(now, now + was, now + to, HOURS)
    earlier = now + min(was, to)
    if until is None:
        assert min(was, to) < LEFT_AT_LEAST + LEAST + timedelta(hours=12), (
            "there was time, if only until the evening"
        )
        return
    assert LEAST <= until - now <= ANSWERED_WITHIN
    assert until <= earlier - LEFT_AT_LEAST
    assert may_offer_now(until - timedelta(minutes=1), HOURS), "nobody's question ends at night"
    assert ask_until(now, now + to, now + was, HOURS) == until, "whichever date is the earlier"


def test_two_days_or_the_evening_before() -> None:
    noon = datetime(2026, 9, 7, 12, tzinfo=ZoneInfo(HOURS.zone))
    week = noon + timedelta(days=7)
    assert ask_until(noon, week, week, HOURS) == noon + timedelta(hours=48)
    next_day = noon + timedelta(hours=21)
    until = ask_until(noon, next_day, week, HOURS)
    assert until is not None
    assert until.astimezone(noon.tzinfo).date() == noon.date()
    assert ask_until(noon, noon + LEFT_AT_LEAST + LEAST - timedelta(minutes=1), week, HOURS) is None
