"""A person who taps 300 times a second is slowed down kindly; nobody else notices, memory stays small."""

from collections import Counter

from handlers.common.edge import Buckets, Verdict


class _Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_storm_of_taps_passes_a_burst_and_is_answered_once_in_a_while() -> None:
    seconds = _Seconds()
    buckets = Buckets(rate=10, burst=60, ask_every=3, now=seconds)
    verdicts: Counter[Verdict] = Counter()
    for _ in range(3000):  # ten seconds of 300 taps
        verdicts[buckets.take(1)] += 1
        seconds.now += 1 / 300
    assert verdicts[Verdict.PASS] in range(155, 165)
    assert verdicts[Verdict.ASK] in range(3, 5)


def test_quick_fingers_are_not_slowed_down() -> None:
    seconds = _Seconds()
    buckets = Buckets(now=seconds)
    for _ in range(600):  # five taps a second for two minutes
        assert buckets.take(1) is Verdict.PASS
        seconds.now += 0.2


def test_one_person_s_storm_does_not_touch_another() -> None:
    buckets = Buckets(now=_Seconds())
    for _ in range(1000):
        buckets.take(1)
    assert buckets.take(2) is Verdict.PASS


def test_after_a_pause_the_person_goes_on() -> None:
    seconds = _Seconds()
    buckets = Buckets(rate=10, burst=60, now=seconds)
    for _ in range(500):
        buckets.take(1)
    seconds.now += 1
    assert buckets.take(1) is Verdict.PASS


def test_memory_is_bounded() -> None:
    buckets = Buckets(people=100, now=_Seconds())
    for person in range(10_000):
        buckets.take(person)
    assert len(buckets) == 100
