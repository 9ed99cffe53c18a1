"""One message about an event: what is understood of it, what is asked, and that nothing is made up."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.nodes import loaded
from content.vocabulary import _FILE, UnusableVocabulary, read, vocabulary
from domain.event_forms import EventForm
from domain.event_words import Spoken, form_named, message_check, read_event
from domain.forms import Circumstances, Filled, Value
from domain.outcomes import Reason, Refused
from locales import dates

ZONE = "Asia/Novokuznetsk"
TUESDAY = datetime(2026, 9, 8, 5, 0, tzinfo=UTC)
"""Tuesday 8 September 2026, 12:00 in Novokuznetsk."""
MARCH = date(2027, 3, 12)
TOMORROW = date(2026, 9, 9)
FRIDAY = date(2026, 9, 11)
TEN = time(10)


def understood(text: str) -> Spoken:
    """What the text says on that Tuesday."""
    return read_event(text, vocabulary(), now=TUESDAY, zone=ZONE)


@pytest.mark.parametrize(
    ("text", "title", "day", "at", "place"),
    [
        ("Поделки, 12 марта 10:00, музыкальный зал", "Поделки", MARCH, TEN, "музыкальный зал"),
        ("Поделки\n12 марта 10:00\nмузыкальный зал", "Поделки", MARCH, TEN, "музыкальный зал"),
        ("Поделки – завтра в 10:00 – кабинет 5", "Поделки", TOMORROW, TEN, "кабинет 5"),
        ("Поделки. Завтра в 10:00. Двор.", "Поделки", TOMORROW, TEN, "Двор"),
        ("Поделки 12 марта в 10:00 в зале", "Поделки", MARCH, TEN, "в зале"),
        ("поделки 12 марта в 10 в зале", "Поделки", MARCH, TEN, "в зале"),
        ("12 марта в 10:00 поход в лес", "Поход в лес", MARCH, TEN, None),
        ("В пятницу, 11 сентября, в 10, поход, двор", "Поход", FRIDAY, TEN, "двор"),
        ("Поход, 12 марта, 10:00, двор", "Поход", MARCH, TEN, "двор"),
        ("Поход, 12 марта, двор", "Поход", MARCH, None, "двор"),
        ("Поход, завтра в 10:00, улица Мира, 5", "Поход", TOMORROW, TEN, "улица Мира, 5"),
        ("Поход, завтра в 10:00, улица Мира, 5а", "Поход", TOMORROW, TEN, "улица Мира, 5а"),
        ("Поход, завтра, 10 кабинет", "Поход", TOMORROW, None, "10 кабинет"),
        ("«Зимы, 1 января, ждали», завтра в 10:00, зал", "«Зимы, 1 января, ждали»", TOMORROW, TEN, "зал"),
        ("Поход завтра 10", "Поход", TOMORROW, TEN, None),
        ("Поход завтра", "Поход", TOMORROW, None, None),
        ("12 марта 10:00", None, MARCH, TEN, None),
    ],
)
def test_what_is_understood(
    text: str, title: str | None, day: date, at: time | None, place: str | None
) -> None:
    said = understood(text)
    assert (said.title, said.day, said.at, said.place, said.left) == (title, day, at, place, ())


@pytest.mark.parametrize(
    "text",
    [
        "Мастер-класс пожарного",
        "Праздник 8 Марта",
        "Концерт к 8 марта в 10:00, зал",
        "Концерт к 8 марта, 5 марта 10:00, зал",
        "Поход после 12 марта",
        "Поход с 12 по 14 марта",
        "12–14 марта поход",
        "12 - 14 марта поход",
        "12 и 13 марта поход, лес",
        "Поход, 12 марта или завтра, лес",
        "Поход, завтра, 12 марта, лес",
        "Поход завтра 10:00–11:00 и 12:00–13:00",
        "Поход завтра 11:00–10:00, лес",
        "Собрание, 12 марта в 10 кабинете",
        "Собрание 12 марта, 20 человек",
        "Собрание, 18:00, зал",
        "Для детей с 5 до 7 лет, зал",
        "«Завтра в 10:00»",
        "слово " * 100,
    ],
)
def test_a_message_that_may_be_meant_otherwise_is_a_title(text: str) -> None:
    said = understood(text)
    assert (said.title, said.day, said.at, said.place, said.day_words) == (text, None, None, None, None)


def test_what_is_left_is_shown_and_the_place_is_asked() -> None:
    two = understood("Поход, завтра в 10:00, форма свободная, взять воду")
    assert (two.place, two.left) == (None, ("форма свободная", "взять воду"))
    one = understood("Поход, завтра в 10:00, взять воду, парк")
    assert (one.place, one.left) == ("парк", ("взять воду",))
    odd = understood("Собрание, завтра, 10, зал")
    assert (odd.at, odd.place, odd.left) == (None, "зал", ("10",))


@pytest.mark.parametrize("day", ["31 февраля в 10:00", "5 сентября", "в среду 11 сентября", "завтра в 5"])
def test_a_day_that_is_not_clear_is_asked(day: str) -> None:
    said = understood(f"Поход, {day}, парк")
    assert (said.title, said.day, said.at, said.day_words) == ("Поход", None, None, day)
    assert said.place == "парк"


@pytest.mark.parametrize(
    "days",
    [
        "12 марта 10:00 – 14 марта 12:30",
        "12 марта, 10:00 - 14 марта, 12:30",
        "12 марта в 10:00 – 14 марта в 12:30",
        "12–14 марта 10:00–12:30",
        "12 - 14 марта, 10:00 - 12:30",
        "12.03 10:00 – 14.03 12:30",
    ],
)
def test_a_period_is_one_event_that_ends_on_a_later_day(days: str) -> None:
    said = understood(f"Неделя профессий, {days}, зал")
    assert (said.title, said.day, said.at, said.place) == ("Неделя профессий", MARCH, TEN, "зал")
    assert (said.ends_on, said.ends_at) == (date(2027, 3, 14), time(12, 30))


@pytest.mark.parametrize(
    "text",
    [
        "Неделя, 14 марта 10:00 – 12 марта 12:00, зал",
        "Неделя, 12–31 февраля 10:00–12:00, зал",
        "Неделя, 12–14 марта 10:00, зал",
        "Неделя, 12–14 марта 10:00–12:00 и 16–17 марта 10:00–12:00",
    ],
)
def test_a_period_that_cannot_be_or_is_half_said_is_a_title(text: str) -> None:
    assert understood(text) == Spoken(text)


def test_an_end_is_read_with_its_start() -> None:
    said = understood("Поход, 12 марта 10:00–11:30, парк")
    assert (said.at, said.ends_at, said.place) == (TEN, time(11, 30), "парк")
    assert understood("Поход, 12 марта, 10:00 - 11:30").ends_at == time(11, 30)


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("Мастер-класс пожарного", EventForm.MASTER_CLASS),
        ("мастер класс", EventForm.MASTER_CLASS),
        ("Открытое занятие по математике", EventForm.OPEN_LESSON),
        ("Круглый стол", EventForm.ROUND_TABLE),
        ("Родительское собрание", EventForm.MEETING),
        ("Конкурсы и загадки", None),
        ("Наш праздник", None),
    ],
)
def test_the_first_words_of_a_title_name_the_form(title: str, form: EventForm | None) -> None:
    assert form_named(title, vocabulary()) is form


def checked(text: str, now: datetime = TUESDAY, **answered: Value) -> Value | Filled | Refused:
    """The answer to the first question, with what has been answered before."""
    return message_check(text, Circumstances(now, TUESDAY, ZONE, vocabulary(), answered))


def test_a_message_answers_several_questions_at_once() -> None:
    assert checked("Экскурсия в парк, 12 марта 10:00–11:30, ворота") == Filled(
        {
            "title": "Экскурсия в парк",
            "form": "excursion",
            "day": "2027-03-12",
            "time": "10:00",
            "ends": "11:30",
            "place": "ворота",
        }
    )
    week = checked("Неделя, 12 марта 10:00 – 14 марта 12:00, зал")
    assert isinstance(week, Filled)
    assert (week.values["day"], week.values["ends"]) == ("2027-03-12", "2027-03-14T12:00")
    assert checked("Поход") == "Поход"
    assert checked("Экскурсия") == Filled({"title": "Экскурсия", "form": "excursion"})
    assert checked("12 марта") == Filled({"day": "2027-03-12"})
    assert checked("12 марта", day="2027-01-01") == "12 марта", "with a day, everything is a title"
    assert checked("Поход, 31 февраля") == Filled({"title": "Поход", "unclear": "31 февраля"})
    later = TUESDAY + timedelta(days=2)
    assert checked("Поход, завтра в 10:00", later) == Filled({"title": "Поход", "unclear": "завтра в 10:00"})
    assert checked(f"Поход, завтра, {'у' * 121}") == Filled(
        {"title": "Поход", "day": "2026-09-09", "left": "у" * 121}
    )


def test_what_is_no_title_is_refused_as_ever() -> None:
    for text, reason in (
        ("у" * 121, Reason.TOO_LONG),
        (f"{'у' * 121}, завтра", Reason.TOO_LONG),
        ("Поход, завтра, паспорт 3204 123456", Reason.LOOKS_LIKE_DOCUMENT),
        ("\u200b", Reason.EMPTY),
    ):
        refused = checked(text)
        assert isinstance(refused, Refused)
        assert refused.reason is reason


_WORDS = st.sampled_from(
    [
        "поход",
        "музей",
        "в",
        "на",
        "с",
        "по",
        "до",
        "или",
        "и",
        ",",
        "–",
        ".",
        "\n",
        "12",
        "14",
        "5",
        "марта",
        "10:00",
        "завтра",
        "пятницу",
        "к",
        "8",
        "час",
        "утра",
        "«лес»",
        "12.03",
    ]
)


@given(st.lists(_WORDS, max_size=9).map(" ".join))
def test_no_day_hour_or_word_is_made_up(text: str) -> None:
    said = understood(text)
    for part in (said.title, said.place, *said.left):
        for word in (part or "").casefold().replace(",", " ").split():
            assert word.rstrip(".") in text.casefold()
    if said.day is not None:
        named = any(word in text for word in ("завтра", "пятницу", "марта", "12.03"))
        assert named
        if "марта" not in text and "12.03" not in text:
            assert said.day in (TOMORROW, FRIDAY)
    if said.at is not None:
        assert said.at.hour in (10, 12, 14, 8, 5, 1)
        assert said.day is not None


@given(st.integers(min_value=1, max_value=300), st.integers(min_value=7, max_value=20))
def test_what_the_bot_says_itself_it_understands(ahead: int, hour: int) -> None:
    day = date(2026, 9, 8) + timedelta(days=ahead)
    moment = datetime(day.year, day.month, day.day, hour - 7, 0, tzinfo=UTC)
    said = understood(f"Поход, {dates.day_and_time('ru', moment, ZONE)}, парк")
    assert (said.title, said.day, said.at, said.place) == ("Поход", day, time(hour), "парк")


@given(st.text(max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    assert isinstance(understood(text), Spoken)


def test_a_form_that_does_not_exist_stops_the_start() -> None:
    with pytest.raises(UnusableVocabulary):
        read({**loaded(_FILE.read_text(encoding="utf-8")), "forms": {"feast": ["пир"]}})
