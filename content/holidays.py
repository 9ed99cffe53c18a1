"""Public holidays of Russia with the days off that were moved: from the library, by year, read once."""

from datetime import date
from functools import cache

from holidays import country_holidays


@cache
def holidays_of(year: int) -> dict[date, str]:
    """The days of a year on which nobody works, by their Russian names."""
    found = country_holidays("RU", years=year, language="ru")
    return {day: _only_name(name) for day, name in found.items()}


def holidays_between(first: date, last: date) -> dict[date, str]:
    """The same of some days, both included."""
    years = range(first.year, last.year + 1)
    return {day: name for year in years for day, name in holidays_of(year).items() if first <= day <= last}


def _only_name(name: str) -> str:
    """«День Победы (выходной)» is «День Победы»; why a day was moved is for accountants."""
    return name.partition(" (")[0]
