"""However calls come, no second holds too many and no time is wasted."""

from bisect import bisect_right

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


@settings(max_examples=60, deadline=None)
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


@settings(max_examples=20, deadline=None)
@given(rate=st.integers(min_value=1, max_value=60))
def test_unasked_messages_run_at_the_set_rate(rate: int) -> None:
    pace, now = Pace(rate), 1.0
    for _ in range(500):
        while (delay := pace.wait(Lane.OUTBOX, now)) > 0:
            now += delay + 1e-6
        pace.take(Lane.OUTBOX, now)
    assert 499 / (now - 1.0) >= 0.98 * rate
