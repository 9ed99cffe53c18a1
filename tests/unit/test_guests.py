"""The rules of visits as such: what may follow what, whatever the hour."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.guest_reminders import ASK_AFTER, DAY, HOURS, VisitToRemind, due_of, soon_due
from domain.guests import (
    ACTIVE,
    AGREED,
    DATES_AT_ONCE,
    FURTHEST,
    MINUTES,
    Details,
    Format,
    Slot,
    Visit,
    VisitStatus,
    after_details,
    after_move,
    may_conclude,
    may_decide,
    may_decline,
    may_detail,
    may_give_back,
    may_move,
    may_open,
    may_take,
)
from domain.ids import GroupId, OpeningId, OrganisationId, PersonId, SlotId, VisitId
from domain.outcomes import Reason, Refused
from domain.people import AgeBand, Organisation, OrganisationKind
from domain.professions import ChosenProfession, Danger

NOW = datetime(2026, 9, 7, 3, 0, tzinfo=UTC)
HERE = Organisation(OrganisationId(1), "Солнышко", OrganisationKind.KINDERGARTEN, "Asia/Novokuznetsk", False)
ENDED = frozenset(VisitStatus) - ACTIVE

statuses = st.sampled_from(VisitStatus)
minutes = st.integers(-60 * 24 * 20, 60 * 24 * 20)
dangers = st.frozensets(st.sampled_from(Danger))


def visit(status: VisitStatus, away: int, *, details: Details | None = None, version: int = 3) -> Visit:
    """A visit that begins so many minutes from now."""
    return Visit(
        VisitId(1),
        HERE.id,
        GroupId(1),
        SlotId(1),
        NOW + timedelta(minutes=away),
        PersonId(1),
        ChosenProfession("Пекарь", "pekar"),
        frozenset({Format.TALK}),
        status,
        version,
        details,
    )


@given(statuses, minutes)
def test_until_its_hour_a_visit_is_given_back_or_refused_and_afterwards_concluded(
    status: VisitStatus, away: int
) -> None:
    one = visit(status, away)
    ahead = may_give_back(one, now=NOW) is None
    assert ahead == (status in ACTIVE and away > 0)
    assert (may_decline(one, now=NOW, seen_version=3) is None) == ahead
    over = may_conclude(one, now=NOW) is None
    assert over == (away <= 0 and status not in (VisitStatus.DECLINED, VisitStatus.GIVEN_BACK))
    assert not (ahead and over)


@given(statuses, minutes, st.integers(1, 9))
def test_an_answer_is_for_what_was_seen_and_asked(status: VisitStatus, away: int, seen: int) -> None:
    refused = may_decide(visit(status, away), now=NOW, seen_version=seen)
    if seen != 3:
        assert refused == Refused(Reason.CHANGED_MEANWHILE)
    elif status not in (VisitStatus.APPLIED, VisitStatus.DETAILED):
        assert refused == Refused(Reason.VISIT_DECIDED)
    else:
        assert refused == (None if away > 0 else Refused(Reason.SLOT_PAST))


@given(statuses, minutes)
def test_details_are_for_what_was_agreed_upon(status: VisitStatus, away: int) -> None:
    assert (may_detail(visit(status, away), now=NOW) is None) == (status in AGREED and away > 0)


@given(dangers)
def test_a_visit_is_final_only_when_its_dangers_are_answered(some: frozenset[Danger]) -> None:
    status = after_details(Details("план", None, None, some, 15))
    assert (status is VisitStatus.CONFIRMED) == (not some)
    assert may_decide(visit(status, 60), now=NOW, seen_version=3) is None or not some


@given(statuses, st.booleans())
def test_a_moved_visit_is_what_it_was_or_agreed_upon_again(status: VisitStatus, filled: bool) -> None:
    details = Details("план", None, None, frozenset(), 15) if filled else None
    one = visit(status, -60, details=details)
    if may_move(one) is not None:
        assert status in ENDED - {VisitStatus.NOT_HELD}
        return
    after = after_move(one)
    assert after in ACTIVE
    assert after is status or (status is VisitStatus.NOT_HELD and after in AGREED)


@given(minutes, st.booleans(), st.booleans())
def test_a_date_is_taken_only_while_it_is_free_and_ahead(away: int, withdrawn: bool, taken: bool) -> None:
    slot = Slot(
        SlotId(1),
        HERE.id,
        GroupId(1),
        OpeningId(1),
        NOW + timedelta(minutes=away),
        None,
        withdrawn,
        VisitId(7) if taken else None,
    )
    assert (may_take(slot, now=NOW) is None) == (slot.free and away > 0)


@given(st.lists(minutes, max_size=20))
def test_dates_are_opened_when_all_of_them_are_ahead_and_different(away: list[int]) -> None:
    starts = [NOW + timedelta(minutes=one) for one in away]
    fine = (
        0 < len(starts) <= DATES_AT_ONCE
        and len(set(starts)) == len(starts)
        and all(NOW < at <= NOW + FURTHEST for at in starts)
    )
    assert (may_open(starts, now=NOW) is None) == fine


@given(minutes, minutes, st.booleans(), st.booleans(), st.booleans())
def test_nothing_is_put_out_twice_or_in_the_wrong_hour(
    away: int, told: int, reminded: bool, hours_reminded: bool, asked: bool
) -> None:
    one = visit(VisitStatus.CONFIRMED, away)
    found = VisitToRemind(one, HERE, NOW + timedelta(minutes=told), reminded, hours_reminded, asked)
    due = due_of(found, NOW)
    if due is None:
        return
    left = one.starts_at - NOW
    match due.hours:
        case None:
            assert left <= -ASK_AFTER
            assert not asked
        case hours:
            assert timedelta(0) < left
            assert not (hours_reminded if hours == HOURS else reminded)
            assert (soon_due(one.starts_at, HERE) <= NOW) == (hours == HOURS)
            assert hours in (HOURS, DAY)


@pytest.mark.parametrize(("hour", "evening"), [(7, True), (10, False), (20, False)])
def test_a_day_before_is_not_the_middle_of_the_night(hour: int, evening: bool) -> None:
    zone = ZoneInfo(HERE.timezone)
    starts_at = datetime(2026, 9, 10, hour, 0, tzinfo=zone)
    away = int((starts_at - NOW) / timedelta(minutes=1))
    found = VisitToRemind(visit(VisitStatus.CONFIRMED, away), HERE, NOW, False, False, False)
    moments = [NOW + timedelta(minutes=10 * step) for step in range(6 * 24 * 4)]
    first = next(moment for moment in moments if due_of(found, moment) is not None).astimezone(zone)
    assert (first.day, first.hour) == ((8, 20) if evening else (9, hour))


@pytest.mark.parametrize(
    ("start", "heard"),
    [
        ("10 15:40", "10 13:40"),
        ("10 10:00", "10 08:00"),
        ("10 09:20", "10 08:00"),
        ("10 09:00", "10 08:00"),
        ("10 08:40", "09 20:00"),
        ("10 23:30", "10 20:00"),
    ],
)
def test_very_near_is_not_said_in_quiet_hours(start: str, heard: str) -> None:
    zone = ZoneInfo(HERE.timezone)
    starts_at = datetime.strptime(f"2026 09 {start}", "%Y %m %d %H:%M").replace(tzinfo=zone)
    assert f"{soon_due(starts_at, HERE).astimezone(zone):%d %H:%M}" == heard


def test_every_age_has_its_minutes() -> None:
    assert set(MINUTES) == set(AgeBand)
    assert sorted(MINUTES.values()) == list(MINUTES.values()), "the older, the longer"
