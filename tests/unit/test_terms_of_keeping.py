"""How long partners stay, what becomes of texts of consents, and names that may be offered."""

from datetime import date

import pytest

from domain.joining import NAME_LIMIT, profile_name, spoken_number, typed_words
from domain.outcomes import Reason, Refused
from domain.people import Role
from domain.privacy import Purpose, partner_term, purpose_of


@pytest.mark.parametrize(
    ("today", "until"),
    [
        (date(2026, 9, 7), date(2027, 8, 31)),
        (date(2027, 5, 31), date(2027, 8, 31)),
        (date(2027, 6, 1), date(2028, 8, 31)),
        (date(2027, 8, 31), date(2028, 8, 31)),
        (date(2028, 2, 29), date(2028, 8, 31)),
    ],
)
def test_a_partner_stays_till_the_end_of_a_school_year_and_three_months_at_least(
    today: date, until: date
) -> None:
    assert partner_term(today) == until


def test_every_role_rests_on_exactly_one_consent() -> None:
    assert set().union(*(purpose.roles for purpose in Purpose)) == set(Role)
    assert sum(len(purpose.roles) for purpose in Purpose) == len(Role)
    assert purpose_of(Role.PARENT) is Purpose.PARENT


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("Анна", "Петрова", "Анна Петрова"),
        ("  Анна ", "", "Анна"),
        ("🌸", "", None),
        ("12345", "", None),
        ("\u200f\u202e", "", None),
        ("مريم", "", "مريم"),
        ("Анна\x00", "<b>", "Анна <b>"),
        ("а" * 61, "", None),
        ("СНИЛС", "112-233-445 95", None),
    ],
)
def test_a_profile_s_name_is_offered_only_if_it_is_one(first: str, last: str, name: str | None) -> None:
    assert profile_name(first, last) == name


def test_length_is_counted_as_the_messenger_counts() -> None:
    flowers = "а" + "🌸" * 30  # 61 units, 31 characters
    refused = typed_words(flowers, NAME_LIMIT)
    assert isinstance(refused, Refused)
    assert (refused.reason, refused.args) == (Reason.TOO_LONG, {"limit": 60, "length": 61})


def test_a_spoken_number_has_four_digits_and_is_not_taken() -> None:
    taken = set(range(1000, 5000))
    assert all(5000 <= spoken_number(taken) <= 9999 for _ in range(20))
    assert 1000 <= spoken_number(set(range(1000, 10000))) <= 9999
