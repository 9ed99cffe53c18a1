"""When a message is heard: quiet hours, evening summaries, reminders, the budget's day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.attention import Hours, summary_after, summary_before, terms
from domain.ids import OrganisationId, PersonId
from domain.notice_rules import urgency_of_change
from domain.notices import (
    Circular,
    NoticeDraft,
    NoticeKind,
    Urgency,
    after_quiet_hours,
    is_quiet,
    reminder_due,
)

ZONE = "Asia/Novokuznetsk"
HOURS = Hours(ZONE, time(21), time(8), time(19))
NOW = datetime(2026, 9, 7, 3, tzinfo=UTC)

moments = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda m: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=m)
)
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
zones = st.sampled_from([ZONE, "Europe/Moscow", "Europe/Berlin", "America/New_York", "UTC"])


def there(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of September in Novokuznetsk."""
    return datetime(2026, 9, day, hour, minute, tzinfo=ZoneInfo(ZONE)).astimezone(UTC)


def local(moment: datetime, zone: str = ZONE) -> datetime:
    return moment.astimezone(ZoneInfo(zone))


@given(moment=moments, zone=zones, quiet_from=times, quiet_to=times)
def test_after_quiet_hours_it_is_never_quiet_and_never_earlier(
    moment: datetime, zone: str, quiet_from: time, quiet_to: time
) -> None:
    heard = after_quiet_hours(moment, zone, quiet_from, quiet_to)
    assert heard >= moment
    assert heard - moment <= timedelta(hours=25)  # a night in which the clocks go back
    if not is_quiet(local(moment, zone).time(), quiet_from, quiet_to):
        assert heard == moment
    assert after_quiet_hours(heard, zone, quiet_from, quiet_to) == heard


@given(moment=moments, summary_at=times, zone=zones)
def test_the_next_summary_is_within_a_day_and_follows_the_last(
    moment: datetime, summary_at: time, zone: str
) -> None:
    hours = Hours(zone, time(21), time(8), summary_at)
    before, after = summary_before(moment, hours), summary_after(moment, hours)
    assert before <= moment <= after
    assert timedelta(0) <= after - before <= timedelta(hours=25)


@given(moment=moments)
def test_a_reminder_is_never_heard_at_night_nor_later_than_a_day_before(moment: datetime) -> None:
    due = reminder_due(moment, ZONE, time(21), time(8))
    assert not is_quiet(local(due).time(), time(21), time(8))
    assert timedelta(days=1) <= moment - due <= timedelta(days=1, hours=12)


@pytest.mark.parametrize(
    ("starts", "due"),
    [
        (there(10, 9, 20), there(9, 9, 20)),
        (there(10, 7, 30), there(8, 20, 0)),
        (there(10, 8, 0), there(9, 8, 0)),
        (there(10, 21, 30), there(9, 20, 0)),
        (there(10, 0, 30), there(8, 20, 0)),
    ],
)
def test_reminders_move_to_the_evening_before(starts: datetime, due: datetime) -> None:
    assert reminder_due(starts, ZONE, time(21), time(8)) == due


def circular(**values: object) -> Circular:
    return Circular(NoticeKind.EVENT_PUBLISHED, OrganisationId(1), "published:1", **values)  # type: ignore[arg-type]  # fields by name


def test_the_rule_of_the_kind_fills_what_a_draft_leaves_open() -> None:
    agreed = terms(circular(), HOURS, now=NOW)
    assert (agreed.urgency, agreed.due_at, agreed.budget_day) == (Urgency.BUDGETED, NOW, date(2026, 9, 7))
    assert agreed.expires_at == NOW + timedelta(days=14)


def test_the_budget_counts_the_local_day_on_which_it_is_heard() -> None:
    late = datetime(2026, 9, 7, 16, tzinfo=UTC)  # 23:00 in Novokuznetsk
    agreed = terms(circular(), HOURS, now=late)
    assert agreed.due_at == there(8, 8)
    assert agreed.budget_day == date(2026, 9, 8)


@pytest.mark.parametrize(("expires", "may_wait"), [(11.9, False), (12.1, True)])
def test_only_what_the_summary_can_still_tell_may_wait_for_it(expires: float, may_wait: bool) -> None:
    at_seven = NOW.replace(hour=0)
    agreed = terms(circular(expires_at=at_seven + timedelta(hours=expires)), HOURS, now=NOW)
    assert agreed.may_wait is may_wait


def test_a_summary_inside_the_quiet_hours_is_heard_in_the_morning() -> None:
    night = Hours(ZONE, time(21), time(8), time(22))
    tomorrow_at_seven = datetime(2026, 9, 8, 0, tzinfo=UTC)
    assert not terms(circular(expires_at=tomorrow_at_seven), night, now=NOW).may_wait
    assert terms(circular(expires_at=tomorrow_at_seven + timedelta(hours=2)), night, now=NOW).may_wait


def test_what_is_urgent_is_heard_at_night() -> None:
    night = datetime(2026, 9, 7, 17, tzinfo=UTC)
    draft = NoticeDraft(NoticeKind.JOIN_APPROVED, PersonId(1), OrganisationId(1), "approved:1")
    assert terms(draft, HOURS, now=night).due_at == night


def test_a_change_of_what_starts_soon_ignores_quiet_hours() -> None:
    assert urgency_of_change(NOW + timedelta(hours=14), now=NOW) is Urgency.NOW
    assert urgency_of_change(NOW + timedelta(hours=14, minutes=1), now=NOW) is Urgency.WAITS
