"""The calendar's file, read as a phone reads it: the right moment in the right zone, whatever was typed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from domain.events import Event, EventStatus
from reports.documents.calendar_file import AN_HOUR, calendar_file
from tests.unit.test_campaign_screens import AT, EVENT


def read(event: Event, zone: str = "Asia/Novokuznetsk") -> tuple[Any, Any]:
    """The file and its only event, parsed anew."""
    calendar = Calendar.from_ical(calendar_file(event, zone, stamp=AT))
    [entry] = calendar.walk("VEVENT")
    return calendar, entry


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("Europe/Kaliningrad", 2),
        ("Europe/Moscow", 3),
        ("Asia/Novokuznetsk", 7),
        ("Asia/Kamchatka", 12),
        ("Europe/Berlin", 2),
    ],
)
def test_the_moment_is_right_and_the_zone_is_described(zone: str, offset: int) -> None:
    calendar, entry = read(EVENT, zone)
    start, end = entry["dtstart"], entry["dtend"].dt
    assert start.params["tzid"] == zone
    assert start.dt == EVENT.starts_at
    assert start.dt.astimezone(ZoneInfo(zone)).utcoffset() == timedelta(hours=offset)
    assert end - start.dt == AN_HOUR
    [described] = calendar.walk("VTIMEZONE")
    assert described["tzid"] == zone
    naive = start.dt.replace(tzinfo=None)
    assert described.to_tz().utcoffset(naive) == timedelta(hours=offset), (
        "as a phone without our zones reads it"
    )


def test_winter_and_summer_of_one_zone() -> None:
    for month, offset in ((1, 1), (7, 2)):
        event = replace(EVENT, starts_at=datetime(2027, month, 10, 8, 0, tzinfo=UTC))
        calendar, entry = read(event, "Europe/Berlin")
        [described] = calendar.walk("VTIMEZONE")
        local = entry["dtstart"].dt.replace(tzinfo=None)
        assert entry["dtstart"].dt == event.starts_at
        assert described.to_tz().utcoffset(local) == timedelta(hours=offset)


def test_whatever_was_typed_comes_back_as_it_was() -> None:
    typed = replace(
        EVENT,
        title="День «друзей», часть 2; \\ 🐻" + "ё" * 80,
        place="зал,\nвход со двора",
        note="BEGIN:VEVENT\nEND:VCALENDAR",
        ends_at=EVENT.starts_at + timedelta(days=3, hours=2),
    )
    raw = calendar_file(typed, "Asia/Novokuznetsk", stamp=AT)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    _, entry = read(typed)
    assert (str(entry["summary"]), str(entry["location"]), str(entry["description"])) == (
        typed.title,
        typed.place,
        typed.note,
    )
    assert entry["dtend"].dt == typed.ends_at
    assert calendar_file(typed, "Asia/Novokuznetsk", stamp=AT) == raw


def test_a_change_takes_the_place_of_what_it_was_and_a_cancellation_says_so() -> None:
    later = replace(EVENT, version=4, status=EventStatus.CANCELLED)
    (_, was), (_, now) = read(EVENT), read(later)
    assert was["uid"] == now["uid"]
    assert now["sequence"] > was["sequence"]
    assert (was["status"], now["status"]) == ("CONFIRMED", "CANCELLED")
    assert not {"organizer", "attendee"} & set(map(str.lower, now)), "it names nobody"
