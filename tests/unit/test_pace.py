"""However calls come, no second holds too many and no time is wasted."""

from bisect import bisect_right
from collections import deque

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messenger.pace import ROOM, TELEGRAMS_SECOND, Lane, Pace

calls = st.lists(
    st.tuples(
        st.sampled_from([Lane.REPLY, Lane.OUTBOX]),
        st.floats(min_value=0, max_value=0.2, allow_nan=False),
        st.integers(min_value=1, max_value=3),
    ),
    min_size=1,
    max_size=300,
)


@settings(max_examples=60)
@given(calls=calls, rate=st.integers(min_value=5, max_value=28))
def test_no_second_holds_more_than_telegram_takes(calls: list[tuple[Lane, float, int]], rate: int) -> None:
    pace, now, sent = Pace(rate), 1.0, list[float]()
    for lane, pause, weight in calls:
        now += pause
        for _ in range(100):
            delay = pace.wait(lane, now, weight)
            if delay <= 0:
                break
            now += delay + 1e-9
        pace.take(lane, now, weight)
        sent += [now] * weight
    for index, at in enumerate(sent):
        in_a_second = bisect_right(sent, at + 1.0) - index
        assert in_a_second <= min(rate + ROOM, TELEGRAMS_SECOND)
    assert len(sent) <= (sent[-1] - sent[0]) * rate + rate + 2 * ROOM + 1


@settings(max_examples=20)
@given(rate=st.integers(min_value=1, max_value=60))
def test_unasked_messages_run_at_the_set_rate(rate: int) -> None:
    pace, now = Pace(rate), 1.0
    for _ in range(500):
        while (delay := pace.wait(Lane.OUTBOX, now)) > 0:
            now += delay + 1e-6
        pace.take(Lane.OUTBOX, now)
    assert 499 / (now - 1.0) >= 0.98 * rate


def refusals(pace: Pace, limit: int, *, seconds: float, known_after: float = 0.1) -> tuple[list[float], int]:
    """Moments of refusals by a server that takes `limit` in any second, and how many messages it took.

    The bot hears of a refusal a little later, and rests a second.
    """
    now, taken, unheard, refused, count = 1.0, deque[float](), deque[float](), list[float](), 0
    while now < seconds:
        delay = pace.wait(Lane.OUTBOX, now)
        if unheard and unheard[0] <= now + delay:
            now = unheard.popleft()
            pace.slow_down(now)
            if not unheard:
                now += 1.0
        elif delay > 0:
            now += delay + 1e-6
        else:
            pace.take(Lane.OUTBOX, now)
            while taken and taken[0] <= now - 1:
                taken.popleft()
            if len(taken) >= limit:
                refused.append(now)
                unheard.append(now + known_after)
            else:
                taken.append(now)
                count += 1
    return refused, count


def test_a_lower_limit_of_the_servers_is_found_and_kept() -> None:
    refused, taken = refusals(Pace(28), 20, seconds=660)
    assert len([at for at in refused if at > 60]) < 0.001 * taken
    assert taken >= 0.88 * 20 * 659


def test_one_refusal_is_taken_for_an_accident_and_a_second_one_is_remembered() -> None:
    pace = Pace(20)
    pace.slow_down(100.0)
    pace.slow_down(100.5)  # it was on its way when the first one was refused
    assert pace.rate == pytest.approx(16.1)
    pace.wait(Lane.OUTBOX, 121.0)
    assert pace.rate == 20
    pace.slow_down(200.0)
    pace.wait(Lane.OUTBOX, 799.0)
    assert pace.rate == 18


def test_what_was_remembered_is_forgotten_slowly() -> None:
    pace = Pace(20)
    pace.slow_down(100.0)
    pace.slow_down(200.0)
    for second in range(201, 1_400):
        pace.wait(Lane.OUTBOX, float(second))
    assert 19.9 < pace.rate < 20
    pace.wait(Lane.OUTBOX, 1_420.0)
    assert pace.rate == 20
