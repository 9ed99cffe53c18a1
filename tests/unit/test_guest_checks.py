"""What is typed about guests: dates all at once, a profession of the catalogue or in own words."""

from datetime import UTC, datetime

import pytest

from content.professions import catalogue
from content.vocabulary import vocabulary
from domain.forms import Circumstances, Filled
from domain.guest_checks import (
    CARD,
    OWN,
    TYPED,
    chosen,
    dates_check,
    is_exact,
    likely,
    match_check,
    profession_check,
    sphere_check,
    starts_of,
)
from domain.outcomes import Reason, Refused
from domain.professions import ChosenProfession, Sphere

NOW = Circumstances(
    datetime(2026, 9, 7, 3, 0, tzinfo=UTC),
    datetime(2026, 9, 7, 3, 0, tzinfo=UTC),
    "Asia/Novokuznetsk",
    vocabulary(),
    {},
)


def test_dates_are_local() -> None:
    assert starts_of(["2026-09-15T09:20"], "Asia/Novokuznetsk") == (datetime(2026, 9, 15, 2, 20, tzinfo=UTC),)
    assert dates_check("2026-09-15T09:20 2026-09-16T10:00", NOW) == ["2026-09-15T09:20", "2026-09-16T10:00"]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", Reason.EMPTY),
        ("2026-09-07T09:59", Reason.DATE_PAST),
        ("2029-09-07T09:59", Reason.DATE_TOO_FAR),
        ("2026-09-15T09:20 2026-09-15T09:20", Reason.TOO_MANY_DATES),
        (" ".join(f"2026-10-{day:02}T09:20" for day in range(1, 14)), Reason.TOO_MANY_DATES),
    ],
)
def test_wrong_dates_are_refused(typed: str, reason: Reason) -> None:
    outcome = dates_check(typed, NOW)
    assert isinstance(outcome, Refused)
    assert outcome.reason is reason


def test_another_sphere_asks_for_the_profession_anew() -> None:
    assert sphere_check(Sphere.NATURE.value, NOW) == Filled({"sphere": "nature"}, ("profession", "match"))
    assert sphere_check(" повар ", NOW) == Filled({"sphere": TYPED, "profession": "повар"}, ("match",))
    assert profession_check("повар", NOW) == Filled({"profession": "повар"}, ("match",)), "the sphere stays"
    assert profession_check(f"{CARD}povar", NOW) == Filled({"profession": "=povar"}, ("match",))
    assert match_check(f"{CARD}povar", NOW) == Filled({"profession": "=povar", "match": "=povar"})
    assert match_check(OWN, NOW) == OWN
    assert isinstance(match_check("я" * 61, NOW), Refused)


def test_typed_words_are_a_card_only_when_they_name_it() -> None:
    cards = catalogue()
    cook = cards.by_slug["povar"]
    assert is_exact("ПОВАР", cook)
    assert not is_exact("пов", cook)
    assert chosen(f"{CARD}povar", None, cards) == ChosenProfession(cook.name, "povar")
    assert chosen("повар", None, cards) == ChosenProfession(cook.name, "povar")
    assert chosen("пов", OWN, cards) == ChosenProfession("Пов")
    assert chosen("пов", None, cards) == ChosenProfession("Пов"), "nothing is guessed"
    assert chosen(f"{CARD}no-such-card", None, cards) == ChosenProfession("No-such-card")
    assert likely(f"{CARD}povar", cards) == ()
    assert cook in likely("пов", cards)


def test_own_words_win_over_a_card_of_the_same_name() -> None:
    assert chosen("повар", OWN, catalogue()).slug is None
