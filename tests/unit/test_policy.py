"""The table of what follows which failure."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.delivery import (
    BadRequest,
    ChatClosed,
    Failure,
    Gone,
    Held,
    Migrated,
    Network,
    NoRights,
    RetryAfter,
    Unknown,
)
from domain.notice_rules import Guarantee
from scheduler.delivery.policy import (
    LONGEST_PAUSE,
    CloseChat,
    Fail,
    Follow,
    Hold,
    LeaveUnknown,
    PauseChat,
    PauseLane,
    Retry,
    Step,
    back_off,
    next_step,
)

NOW = datetime(2026, 9, 7, 3, tzinfo=UTC)
AGAIN, ONCE = Guarantee.AT_LEAST_ONCE, Guarantee.AT_MOST_ONCE


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("failure", "attempts", "guarantee", "step"),
    [
        (RetryAfter(30, group=True), 1, AGAIN, PauseChat(after(30))),
        (RetryAfter(30, group=False), 9, AGAIN, PauseLane(after(30))),
        (RetryAfter(30, group=False), 1, ONCE, PauseLane(after(30))),
        (Held(7), 1, ONCE, Hold(after(7))),
        (ChatClosed(), 1, AGAIN, CloseChat()),
        (Migrated(-1001), 1, AGAIN, Follow(-1001, after(1.2))),
        (Network(accepted=False), 1, AGAIN, Retry(after(2), "network")),
        (Network(accepted=False), 1, ONCE, Retry(after(2), "network")),
        (Network(accepted=False), 3, AGAIN, Retry(after(8), "network")),
        (Network(accepted=True), 2, AGAIN, Retry(after(4), "network", may_have_come=True)),
        (Network(accepted=True), 1, ONCE, LeaveUnknown("network")),
        (Network(accepted=False), 500, AGAIN, Retry(NOW + LONGEST_PAUSE, "network")),
        (Unknown("?"), 1, AGAIN, Retry(after(2), "unknown", may_have_come=True)),
        (Unknown("?"), 5, AGAIN, Fail("unknown")),
        (Unknown("?"), 1, ONCE, LeaveUnknown("unknown")),
        (BadRequest("can't parse entities"), 1, AGAIN, Fail("bad-request")),
        (NoRights(), 1, AGAIN, Fail("no-rights")),
        (Gone(), 1, AGAIN, Fail("gone")),
    ],
)
def test_next_step(failure: Failure, attempts: int, guarantee: Guarantee, step: Step) -> None:
    assert next_step(failure, attempts, NOW, guarantee) == step


@given(attempts=st.integers(0, 10_000), spread=st.floats(0, 1))
def test_the_same_chat_is_tried_again_after_more_than_a_second_and_within_minutes(
    attempts: int, spread: float
) -> None:
    pause = back_off(attempts, spread)
    assert timedelta(seconds=1) < pause <= LONGEST_PAUSE * 1.5
