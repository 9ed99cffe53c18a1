"""Days that are left out of a series, or are worth a thought before a date is opened on them."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from domain.guest_calendar import Skip, Skipped
from screens.base import Day, Joined, Moment, Phrase, say

SHOWN = 6
"""Days of one reason that are named; of more it is said how many."""


def unusual(found: Iterable[Skipped], zone: str) -> tuple[Phrase, ...]:
    """«⚠️ Выходной: …»: dates chosen by hand that a series would leave out."""
    return by_reason("guests-unusual", found, zone)


def by_reason(key: str, skipped: Iterable[Skipped], zone: str) -> tuple[Phrase, ...]:
    """A line for each reason: its first days (hours, where the others of a day are opened), and how many more."""
    found = []
    for (why, word), group in groupby(sorted(skipped, key=_reason), key=_reason):
        moments = [one.at for one in group]
        days: list[Moment | Day] = (
            [Moment(at, zone) for at in moments]
            if Skip(why) in (Skip.OPEN, Skip.REMOVED)
            else [Day(day, zone=zone) for day in _days(moments, zone)]
        )
        named = Joined(tuple(say("guests-series-date", when=day) for day in days[:SHOWN]), by="; ")
        reason = word or say("guests-skip", why=why)
        found.append(say(key, reason=reason, days=named, more=len(days[SHOWN:])))
    return tuple(found)


def _reason(one: Skipped) -> tuple[str, str]:
    return one.why.value, one.word or ""


def _days(moments: Iterable[datetime], zone: str) -> list[date]:
    return sorted({at.astimezone(ZoneInfo(zone)).date() for at in moments})
