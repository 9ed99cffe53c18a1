"""The calendar of professional days is sound; what is wrong with it is named by its line."""

import re
from datetime import date
from pathlib import Path

import pytest

from bot.content_check import check_file
from content.days import FILE, examine, professional_days, read
from content.faults import FaultKind, UnusableContent
from content.professions import catalogue
from domain.professional_days import days_between


def test_many_days_of_every_season_and_each_of_a_card() -> None:
    days = professional_days()
    assert len(days) >= 40
    assert len({day.slug for day in days}) == len(days)
    whole_year = days_between(days, date(2026, 1, 1), date(2026, 12, 31))
    assert len(whole_year) == len(days), "each is once a year"
    assert {one.on.month for one in whole_year} == set(range(1, 13))
    known = catalogue().by_slug
    assert all(slug in known for day in days for slug in day.professions)
    assert not any(re.search(r"\"| - |--", day.name) for day in days)
    assert check_file(FILE).sound


@pytest.mark.parametrize(
    ("slug", "year", "on"),
    [
        ("shahter", 2026, date(2026, 8, 30)),
        ("shahter", 2027, date(2027, 8, 29)),
        ("medik", 2026, date(2026, 6, 21)),
        ("zheleznodorozhnik", 2026, date(2026, 8, 2)),
        ("pochta", 2026, date(2026, 7, 12)),
        ("programmist", 2026, date(2026, 9, 13)),
        ("programmist", 2028, date(2028, 9, 12)),
        ("vospitatel", 2026, date(2026, 9, 27)),
        ("biblioteki", 2027, date(2027, 5, 27)),
        ("povar", 2026, date(2026, 10, 20)),
        ("avtomobilist", 2026, date(2026, 10, 25)),
        ("torgovlya", 2026, date(2026, 7, 25)),
    ],
)
def test_well_known_days_fall_where_people_celebrate_them(slug: str, year: int, on: date) -> None:
    [day] = [one for one in professional_days() if one.slug == slug]
    assert day.when.of(year) == on


@pytest.mark.parametrize(
    ("change", "where", "kind"),
    [
        ("when: 27.05>>when: 31.06", "biblioteki.when", FaultKind.DAY_RULE),
        ("when: 27.05>>when: 29.02", "biblioteki.when", FaultKind.DAY_RULE),
        ("when: 27.05>>when: fifth sunday of may", "biblioteki.when", FaultKind.DAY_RULE),
        ("when: 27.05>>when: last sunday of maya", "biblioteki.when", FaultKind.DAY_RULE),
        ("when: 27.05>>when: day 366", "biblioteki.when", FaultKind.DAY_RULE),
        ("  when: 27.05\n>>", "biblioteki.when", FaultKind.FIELD_MISSING),
        ("[bibliotekar]>>[bibliotekarr]", "biblioteki.whose", FaultKind.NO_PROFESSION),
        ("[bibliotekar]>>[]", "biblioteki.whose", FaultKind.TOO_FEW),
        ("name: День библиотек>>name: " + "я" * 91, "biblioteki.name", FaultKind.TOO_LONG),
        ("biblioteki:\n>>Biblioteki:\n", "Biblioteki", FaultKind.BAD_SLUG),
        ("  name: День библиотек>>  title: День", "biblioteki.title", FaultKind.FIELD_UNKNOWN),
    ],
)
def test_what_is_wrong_stops_the_start_and_is_named(
    tmp_path: Path, change: str, where: str, kind: FaultKind
) -> None:
    sound = "biblioteki:\n  name: День библиотек\n  when: 27.05\n  whose: [bibliotekar]\n"
    file = tmp_path / FILE.name
    file.write_text(sound, encoding="utf-8")
    assert len(read(file)) == 1
    before, _, after = change.partition(">>")
    file.write_text(sound.replace(before, after, 1), encoding="utf-8")
    faults = examine(file)[1]
    assert (where, kind) in {(one.where, one.kind) for one in faults}, faults
    with pytest.raises(UnusableContent):
        read(file)
    assert not check_file(file).sound


def test_two_days_of_one_name_are_refused(tmp_path: Path) -> None:
    file = tmp_path / FILE.name
    one = "{name: День библиотек, when: 27.05, whose: [bibliotekar]}"
    file.write_text(f"a: {one}\nb: {one}\n", encoding="utf-8")
    assert [fault.kind for fault in examine(file)[1]] == [FaultKind.TWICE]
