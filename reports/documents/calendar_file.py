"""An event as a file for the calendar of a phone (RFC 5545): it knows its zone wherever it is opened."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.events import Event, EventStatus

AN_HOUR = timedelta(hours=1)
"""So long it stands in the calendar when its end was not said."""
AROUND = timedelta(days=400)
"""The zone is described for so long before and after: what it was a century ago is of no use."""


def calendar_file(event: Event, zone: str, *, stamp: datetime) -> bytes:
    """The event with its zone; opened again after a change it takes the place of what it was.

    It names nobody, nor who comes. icalendar is imported at the first file and never at start.
    """
    from icalendar import Calendar
    from icalendar import Event as Entry

    here = ZoneInfo(zone)
    entry = Entry()
    entry.add("uid", f"event-{event.id}@gost-gruppy")
    entry.add("dtstamp", stamp)
    entry.add("sequence", event.version)
    entry.add("summary", event.title)
    entry.add("dtstart", event.starts_at.astimezone(here))
    entry.add("dtend", (event.ends_at or event.starts_at + AN_HOUR).astimezone(here))
    entry.add("location", event.place)
    if event.note is not None:
        entry.add("description", event.note)
    entry.add("status", "CANCELLED" if event.status is EventStatus.CANCELLED else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", "-//gost-gruppy//events//RU")
    calendar.add("version", "2.0")
    calendar.add_component(entry)
    day = event.starts_at.astimezone(here).date()
    calendar.add_missing_timezones(first_date=day - AROUND, last_date=day + AROUND)
    made: bytes = calendar.to_ical()
    return made
