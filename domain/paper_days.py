"""What stands on a paper: its number, and its day, today or some time ago, never ahead."""

import re
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from domain.child_consents import NUMBER_LIMIT
from domain.forms import Circumstances, Filled, Value, accepted, clean
from domain.outcomes import Reason, Refused

OLDEST = timedelta(days=400)
"""A consent older than a school year and a bit is asked for anew."""

NO_NUMBER = "б/н"
_WRITTEN = re.compile(
    r"(\d{1,2})[\s./\-]+(\d{1,2}|[^\W\d_]+)(?:[\s./\-]+(\d{4}|\d{2}))?(?:\s*([^\W\d_]+)\.?)?"
)


def paper_number(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """«15», «12-од», or «б/н» where there is none; words alone may be a name, which is not kept (rule 9)."""
    number = accepted(clean(text).removeprefix("№").lstrip(), NUMBER_LIMIT, numbers=True)
    if isinstance(number, Refused) or any(sign.isdecimal() for sign in number):
        return number
    letters = "".join(sign for sign in number.casefold() if sign.isalpha())
    unnumbered = not letters or letters in circumstances.vocabulary.unnumbered
    return NO_NUMBER if unnumbered else Refused(Reason.NO_PAPER_NUMBER)


def paper_day(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """«12 ноября», «12.11.2026» as an ISO string; without a year, the nearest such day that is not ahead."""
    today = circumstances.now.astimezone(ZoneInfo(circumstances.zone)).date()
    found = _read(text.strip().casefold().replace("ё", "е"), circumstances, today)
    if isinstance(found, Refused):
        return found
    if found > today:
        return Refused(Reason.DATE_AHEAD)
    if today - found > OLDEST:
        return Refused(Reason.DATE_TOO_OLD)
    return found.isoformat()


def _read(text: str, circumstances: Circumstances, today: date) -> date | Refused:
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    pieces = _WRITTEN.fullmatch(text)
    if pieces is None or not (pieces[4] is None or pieces[4] in circumstances.vocabulary.year):
        return Refused(Reason.DATE_UNCLEAR)
    day, said_month, year = pieces.group(1, 2, 3)
    month = int(said_month) if said_month.isdecimal() else circumstances.vocabulary.months.get(said_month)
    if month is None:
        return Refused(Reason.DATE_UNCLEAR)
    years = [today.year, today.year - 1] if year is None else [int(year) + (2000 if len(year) == 2 else 0)]
    days = [made for made in (_date(each, month, int(day)) for each in years) if made is not None]
    if not days:
        return Refused(Reason.NO_SUCH_DATE)
    return next((made for made in days if made <= today), days[0])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
