"""Typed dates: understood, refused with a reason, or asked; never guessed."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.vocabulary import UnusableVocabulary, read, vocabulary
from domain.outcomes import Reason, Refused
from domain.terms import Term, read_term, read_time
from locales import dates

ZONE = "Asia/Novokuznetsk"
TUESDAY = datetime(2026, 9, 8, 5, 0, tzinfo=UTC)
"""Tuesday 8 September 2026, 12:00 in Novokuznetsk."""


def at(year: int, month: int, day: int, hour: int = 12, minute: int = 0) -> datetime:
    """A local moment of Novokuznetsk, in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(ZONE)).astimezone(UTC)


def understood(text: str, now: datetime = TUESDAY) -> Term | Refused:
    """What the text means at `now`."""
    return read_term(text, vocabulary(), now=now, zone=ZONE)


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("12 марта 10:00", date(2027, 3, 12), time(10)),
        ("12 марта", date(2027, 3, 12), None),
        ("12 Марта 2027 г. в 10:00", date(2027, 3, 12), time(10)),
        ("12.03 в 10", date(2027, 3, 12), time(10)),
        ("12.03 10.30", date(2027, 3, 12), time(10, 30)),
        ("12.03.27", date(2027, 3, 12), None),
        ("12/03/2027 9:05", date(2027, 3, 12), time(9, 5)),
        ("2027-03-12", date(2027, 3, 12), None),
        ("в пятницу в 9:30", date(2026, 9, 11), time(9, 30)),
        ("пт 9-30", date(2026, 9, 11), time(9, 30)),
        ("во вторник в 11", date(2026, 9, 15), time(11)),  # today 11:00 is over
        ("в понедельник", date(2026, 9, 14), None),
        ("в эту пятницу", date(2026, 9, 11), None),
        ("в следующую среду", date(2026, 9, 16), None),
        ("в следующий понедельник в 10", date(2026, 9, 14), time(10)),
        ("завтра в 9", date(2026, 9, 9), time(9)),
        ("завтра 9", date(2026, 9, 9), time(9)),
        ("послезавтра", date(2026, 9, 10), None),
        ("сегодня 16:30", date(2026, 9, 8), time(16, 30)),
        ("через неделю", date(2026, 9, 15), None),
        ("через две недели в полдень", date(2026, 9, 22), time(12)),
        ("через 3 дня в час дня", date(2026, 9, 11), time(13)),
        ("завтра в девять утра", date(2026, 9, 9), time(9)),
        ("завтра в 5 вечера", date(2026, 9, 9), time(17)),
        ("завтра в 9 часов 30 минут", date(2026, 9, 9), time(9, 30)),
        ("в пятницу, 11 сентября, в 10", date(2026, 9, 11), time(10)),
        ("8 сентября в 15:00", date(2026, 9, 8), time(15)),
        ("29 февраля 2028", date(2028, 2, 29), None),
    ],
)
def test_what_is_understood(text: str, day: date, hour: time | None) -> None:
    assert understood(text) == Term(day, hour)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31 февраля", Reason.NO_SUCH_DATE),
        ("31.02 в 10", Reason.NO_SUCH_DATE),
        ("29 февраля", Reason.NO_SUCH_DATE),
        ("99.99", Reason.NO_SUCH_DATE),
        ("0.0", Reason.NO_SUCH_DATE),
        ("5 сентября", Reason.DATE_PAST),
        ("12 марта 2026", Reason.DATE_PAST),
        ("сегодня в 9", Reason.DATE_PAST),
        ("вчера", Reason.DATE_PAST),
        ("позавчера в 10:00", Reason.DATE_PAST),
        ("8 сентября в 11:00", Reason.DATE_PAST),
        ("сегодня в 25:00", Reason.NO_SUCH_TIME),
        ("завтра в 9:60", Reason.NO_SUCH_TIME),
        ("в среду 11 сентября", Reason.WEEKDAY_WRONG),
        ("", Reason.DATE_UNCLEAR),
        ("10:00", Reason.DATE_UNCLEAR),
        ("когда-нибудь", Reason.DATE_UNCLEAR),
        ("12", Reason.DATE_UNCLEAR),
        ("завтра или послезавтра", Reason.DATE_UNCLEAR),
        ("12 марта 12 апреля", Reason.DATE_UNCLEAR),
        ("завтра в 5", Reason.TIME_MISSING),  # in the morning or in the afternoon?
        ("завтра <b>", Reason.DATE_UNCLEAR),
        ("через 999 недель", Reason.DATE_UNCLEAR),
        ("1.1.1.1", Reason.DATE_UNCLEAR),
    ],
)
def test_what_is_refused(text: str, reason: Reason) -> None:
    outcome = understood(text)
    assert isinstance(outcome, Refused)
    assert outcome.reason is reason


def test_today_s_weekday_is_asked() -> None:
    assert understood("во вторник в 15") == Refused(
        Reason.DATE_AMBIGUOUS, {"first": date(2026, 9, 8), "second": date(2026, 9, 15), "at": "15:00"}
    )


def test_the_next_wednesday_on_sunday_is_asked() -> None:
    sunday = at(2026, 9, 13, 12)
    assert understood("в следующую среду", sunday) == Refused(
        Reason.DATE_AMBIGUOUS, {"first": date(2026, 9, 16), "second": date(2026, 9, 23)}
    )


@pytest.mark.parametrize(
    ("now", "utc_day"),
    [(at(2026, 9, 8, 23, 59), date(2026, 9, 8)), (at(2026, 9, 8, 4, 0), date(2026, 9, 7))],
)
def test_tomorrow_is_counted_in_the_zone_of_the_organisation(now: datetime, utc_day: date) -> None:
    assert now.date() == utc_day
    assert understood("завтра в 9", now) == Term(date(2026, 9, 9), time(9))


def test_tomorrow_after_midnight_is_asked() -> None:
    assert understood("завтра", at(2026, 9, 8, 0, 30)) == Refused(
        Reason.DATE_AMBIGUOUS, {"first": date(2026, 9, 8), "second": date(2026, 9, 9)}
    )
    early = understood("завтра в 1:00", at(2026, 9, 8, 1, 30))
    assert early == Term(date(2026, 9, 9), time(1)), "today 1:00 is over, so it can only be one day"


@pytest.mark.parametrize("text", ["12 января", "12.01 в 10"])
def test_the_year_rolls_over_in_december(text: str) -> None:
    outcome = understood(text, at(2026, 12, 28, 12))
    assert isinstance(outcome, Term)
    assert outcome.day == date(2027, 1, 12)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("9", time(9)),
        ("в 9", time(9)),
        ("9:30", time(9, 30)),
        ("9.30", time(9, 30)),
        ("9-30", time(9, 30)),
        ("9 30", time(9, 30)),
        ("09:05", time(9, 5)),
        ("5 вечера", time(17)),
        ("12 дня", time(12)),
        ("в час дня", time(13)),
        ("в полдень", time(12)),
        ("девять утра", time(9)),
        ("0:00", time(0)),
    ],
)
def test_times(text: str, hour: time) -> None:
    assert read_time(text, vocabulary()) == hour


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("24:00", Reason.NO_SUCH_TIME),
        ("25", Reason.NO_SUCH_TIME),
        ("утром", Reason.TIME_MISSING),
        ("в 3", Reason.TIME_MISSING),
        ("9:30 9:40", Reason.TIME_MISSING),
        ("", Reason.TIME_MISSING),
    ],
)
def test_times_that_are_none(text: str, reason: Reason) -> None:
    assert read_time(text, vocabulary()) == Refused(reason)


@given(
    ahead=st.integers(min_value=1, max_value=300),
    hour=st.integers(min_value=0, max_value=23),
    minute=st.integers(min_value=0, max_value=59),
)
def test_what_the_bot_says_it_understands(ahead: int, hour: int, minute: int) -> None:
    day = date(2026, 9, 8) + timedelta(days=ahead)
    said = dates.day_and_time("ru", at(day.year, day.month, day.day, hour, minute), ZONE)
    assert understood(said) == Term(day, time(hour, minute))
    assert understood(dates.full_day("ru", day)) == Term(day, None)


@given(st.text(max_size=60))
def test_no_text_breaks_the_grammar(text: str) -> None:
    assert isinstance(understood(text), Term | Refused)
    assert isinstance(read_time(text, vocabulary()), time | Refused)


@given(
    st.lists(
        st.sampled_from(
            [
                "в",
                "12",
                "марта",
                "завтра",
                "10:00",
                "через",
                "2",
                "недели",
                "среду",
                "9",
                "30",
                "утра",
                ",",
                "г",
            ]
        ),
        max_size=7,
    )
)
def test_no_mixture_of_known_words_breaks_it_or_lands_in_the_past(pieces: list[str]) -> None:
    outcome = understood(" ".join(pieces))
    if isinstance(outcome, Term):
        assert outcome.day >= date(2026, 9, 8)


def test_a_broken_vocabulary_stops_the_start() -> None:
    with pytest.raises(UnusableVocabulary):
        read({"months": {1: ["январь", "январь"]}})
    with pytest.raises(UnusableVocabulary):
        read({})
