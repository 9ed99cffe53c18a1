"""How many seats a party needs, and how long a freed seat is offered."""

from datetime import UTC, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.answers import Answer
from domain.attention import Hours
from domain.offers import SHORT_OFFER, may_offer_now, offer_until
from domain.seats import SeatsBy, party_size

ZONES = ("Europe/Kaliningrad", "Asia/Novokuznetsk", "Asia/Kamchatka")
NIGHTS = ((time(21), time(8)), (time(0), time(6)), (time(22, 30), time(7, 15)))


def hours(zone: str = "Asia/Novokuznetsk", night: tuple[time, time] = NIGHTS[0]) -> Hours:
    return Hours(zone, *night, summary_at=time(19))


def at(day: int, hour: int, minute: int = 0, zone: str = "Asia/Novokuznetsk") -> datetime:
    return datetime(2027, 3, day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("answers", "children", "family", "person"),
    [
        ([], 2, 0, 0),
        ([Answer.NO, Answer.UNSURE], 2, 0, 0),
        ([Answer.ALONE], 2, 1, 1),
        ([Answer.ALONE, Answer.NO], 2, 1, 1),
        ([Answer.WITH_CHILD], 2, 1, 3),
        ([Answer.WITH_CHILD, Answer.WITH_CHILD], 1, 1, 3),
        ([Answer.WITH_CHILD, Answer.ALONE], 2, 1, 4),
        ([Answer.ALONE], 0, 1, 1),
    ],
)
def test_a_family_is_one_seat_or_all_who_come(
    answers: list[Answer], children: int, family: int, person: int
) -> None:
    assert party_size(answers, children, SeatsBy.FAMILY) == family
    assert party_size(answers, children, SeatsBy.PERSON) == person


@pytest.mark.parametrize(
    ("now", "closes", "until"),
    [
        (at(1, 8, 30), at(10, 10), at(1, 20, 30)),  # twelve hours of the day
        (at(1, 12), at(10, 10), at(2, 9)),  # at midnight people sleep: an hour after they may be told
        (at(1, 9), at(1, 19), at(1, 14)),  # half of what is left
        (at(1, 9), at(1, 11), at(1, 10)),
        (at(1, 9), at(1, 10, 59), None),  # the last hours are for who comes first
        (at(1, 18), at(2, 9, 30), at(2, 8, 30)),  # never later than an hour before answers close
        (at(1, 18), at(2, 7), at(1, 21)),  # that hour is at night: it ends in the evening
        (at(1, 20, 45), at(2, 7), None),  # too little is left of the evening
        (at(1, 9), at(1, 8), None),
    ],
)
def test_how_long_a_seat_is_kept(now: datetime, closes: datetime, until: datetime | None) -> None:
    assert offer_until(now, closes, None, hours()) == until
    assert offer_until(now, closes + timedelta(days=3), closes, hours()) == until


def test_without_quiet_hours_an_offer_may_end_at_any_hour() -> None:
    assert offer_until(at(1, 14), at(9, 10), None, hours(night=(time(9), time(9)))) == at(2, 2)


@pytest.mark.parametrize("zone", ZONES)
def test_nobody_is_offered_a_seat_at_night(zone: str) -> None:
    told = [may_offer_now(at(1, hour, 0, zone), hours(zone)) for hour in (7, 8, 20, 21, 23, 3)]
    assert told == [False, True, True, False, False, False]


@settings(max_examples=300)
@given(
    place=st.sampled_from(list(product(ZONES, NIGHTS))),
    minute=st.integers(0, 365 * 24 * 60),
    left=st.integers(0, 10 * 24 * 60),
)
def test_an_offer_never_ends_asleep_nor_too_late(
    place: tuple[str, tuple[time, time]], minute: int, left: int
) -> None:
    there, now = hours(*place), datetime(2027, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    closes = now + timedelta(minutes=left)
    until = offer_until(now, closes, None, there)
    if until is None:
        return
    assert now + SHORT_OFFER <= until <= closes - timedelta(hours=1)
    # a minute before it ends, people may still be told
    assert may_offer_now(until - timedelta(minutes=1), there)
    assert until - now <= timedelta(hours=24)
