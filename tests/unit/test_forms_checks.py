"""Typed text, checked: cleaned, measured as messengers measure, documents refused."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.vocabulary import vocabulary
from domain.event_checks import day_check, time_check
from domain.forms import (
    Circumstances,
    Filled,
    Value,
    clean,
    looks_like_document,
    utf16_length,
    whole_number,
    words,
)
from domain.outcomes import Reason, Refused

NOW = datetime(2026, 9, 7, 3, 0, tzinfo=UTC)
"""Monday, 10:00 in Novokuznetsk."""


def around(*, late: timedelta = timedelta(0), **values: Value) -> Circumstances:
    """What a check knows of a text that was written so long ago."""
    return Circumstances(NOW, NOW - late, "Asia/Novokuznetsk", vocabulary(), values)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Мастер-класс   пожарного ", "Мастер-класс пожарного"),
        ("Мастер\x00класс\x07", "Мастеркласс"),
        ("первая\nвторая", "первая вторая"),
        ("\u202eтекст\u202c", "текст"),
        ("<b>Анна & Co", "<b>Анна & Co"),
        ("👩‍🚒 Пожарный", "👩‍🚒 Пожарный"),
        ("שלום", "שלום"),
        ("й" + "и\u0306", "йй"),
    ],
)
def test_what_nobody_sees_is_taken_out(typed: str, kept: str) -> None:
    assert words(120)(typed, around()) == kept


@pytest.mark.parametrize("typed", ["", "   ", "\x00\x01", "\u200b\u2060", "\n\n"])
def test_nothing_is_no_answer(typed: str) -> None:
    assert words(120)(typed, around()) == Refused(Reason.EMPTY)


def test_length_is_counted_in_utf16_units() -> None:
    assert utf16_length("🐻") == 2
    assert words(4)("🐻🐻", around()) == "🐻🐻"
    assert words(4)("🐻🐻!", around()) == Refused(Reason.TOO_LONG, {"limit": 4, "length": 5})


def test_lines_stay_where_they_may() -> None:
    assert clean("фартук\r\n\r\n\r\n\r\nкраски ", lines=True) == "фартук\n\nкраски"


@pytest.mark.parametrize(
    "typed", ["паспорт 3204 123456", "32 04 123456", "3204 № 123456", "123-456-789 01", "СНИЛС 12345678901"]
)
def test_numbers_of_documents_are_refused(typed: str) -> None:
    assert words(120)(typed, around()) == Refused(Reason.LOOKS_LIKE_DOCUMENT)


@pytest.mark.parametrize("typed", ["кабинет 204", "12.03 в 10:00", "школа № 1234", "2026/2027 учебный год"])
def test_other_numbers_are_not(typed: str) -> None:
    assert not looks_like_document(typed)


@pytest.mark.parametrize(("typed", "number"), [("1", 1), (" 30 ", 30)])
def test_whole_numbers(typed: str, number: int) -> None:
    assert whole_number(1, 30)(typed, around()) == number


@pytest.mark.parametrize("typed", ["0", "31", "-1", "1,5", "двадцать", "", "1" * 30, "٣"])
def test_what_is_no_number_between(typed: str) -> None:
    assert whole_number(1, 30)(typed, around()) == Refused(Reason.NOT_A_NUMBER, {"low": 1, "high": 30})


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean(clean(text, lines=True), lines=True) == clean(text, lines=True)
    assert "\x00" not in clean(text)


def test_a_day_with_an_hour_answers_two_questions() -> None:
    assert day_check("12 марта 10:00", around()) == Filled({"day": "2027-03-12", "time": "10:00"})
    assert day_check("12 марта", around()) == "2027-03-12"
    assert day_check("2026-09-11", around()) == "2026-09-11", "as a tapped day says it"
    assert day_check("31 февраля", around()) == Refused(Reason.NO_SUCH_DATE)
    assert day_check("12.12.2027", around()) == Refused(Reason.DATE_TOO_FAR)


def test_words_mean_the_day_on_which_they_were_written() -> None:
    """The bot was away over midnight: «завтра» of yesterday evening is today."""
    late = timedelta(hours=11)
    assert day_check("завтра в 17:00", around(late=late)) == Filled({"day": "2026-09-07", "time": "17:00"})
    assert day_check("завтра", around(late=late)) == "2026-09-07"
    assert day_check("в понедельник в 17:00", around(late=late)) == Filled(
        {"day": "2026-09-07", "time": "17:00"}
    )
    assert day_check("завтра в 9:30", around(late=late)) == Refused(Reason.DATE_PAST)
    assert day_check("сегодня", around(late=late)) == Refused(Reason.DATE_PAST)
    assert time_check("завтра в 17:00", around(late=late, day="2026-09-20")) == Filled(
        {"day": "2026-09-07", "time": "17:00"}
    )


def test_an_hour_is_checked_against_its_day() -> None:
    assert time_check("9-30", around(day="2026-09-08")) == "09:30"
    assert time_check("9:30", around(day="2026-09-07")) == Refused(Reason.DATE_PAST)
    assert time_check("завтра в 11", around(day="2026-09-20")) == Filled(
        {"day": "2026-09-08", "time": "11:00"}
    )
    assert time_check("31 февраля 10:00", around(day="2026-09-08")) == Refused(Reason.NO_SUCH_DATE)
    assert time_check("сегодня в 9:30", around(day="2026-09-08")) == Refused(Reason.DATE_PAST)
    assert time_check("в понедельник в 15", around(day="2026-09-08")) == Refused(Reason.TIME_MISSING)
    assert time_check("завтра", around(day="2026-09-08")) == Refused(Reason.TIME_MISSING)
    assert time_check("25:00", around(day="2026-09-08")) == Refused(Reason.NO_SUCH_TIME)
    assert time_check("скоро", around(day="2026-09-08")) == Refused(Reason.TIME_MISSING)
