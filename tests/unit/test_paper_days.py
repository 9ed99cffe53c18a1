"""The number of a paper, and its day: written as people write it, never ahead."""

from datetime import UTC, datetime

import pytest

from content.vocabulary import vocabulary
from domain.forms import Circumstances
from domain.outcomes import Reason, Refused
from domain.paper_days import paper_day, paper_number

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
"""The 24th already where the kindergarten is."""


def _read(text: str) -> object:
    found = paper_day(text, Circumstances(NOW, NOW, "Asia/Novokuznetsk", vocabulary(), {}))
    return found.reason if isinstance(found, Refused) else found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 ноября", "2026-11-12"),
        ("12.11.2026", "2026-11-12"),
        ("12/11/26", "2026-11-12"),
        ("1 сентября 2026 г.", "2026-09-01"),
        ("1 Сентября 2026 года", "2026-09-01"),
        ("24.11", "2026-11-24"),
        ("25 декабря", "2025-12-25"),
        ("2026-10-05", "2026-10-05"),
    ],
)
def test_a_day_is_the_nearest_that_is_not_ahead(text: str, day: str) -> None:
    assert _read(text) == day


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("25.11.2026", Reason.DATE_AHEAD),
        ("12.11.2020", Reason.DATE_TOO_OLD),
        ("31 февраля", Reason.NO_SUCH_DATE),
        ("12 чего-то", Reason.DATE_UNCLEAR),
        ("12 ноября 2026 ведра", Reason.DATE_UNCLEAR),
        ("вчера", Reason.DATE_UNCLEAR),
        ("", Reason.DATE_UNCLEAR),
    ],
)
def test_what_is_wrong_with_it_is_said(text: str, reason: Reason) -> None:
    assert _read(text) is reason


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (" 12-од ", "12-од"),
        ("№ 15", "15"),
        ("Б / Н", "б/н"),
        ("без номера", "б/н"),
        ("—", "б/н"),
        ("Иванов Петя", Reason.NO_PAPER_NUMBER),
        ("9" * 41, Reason.TOO_LONG),
    ],
)
def test_a_number_has_a_digit_or_there_is_none(text: str, number: object) -> None:
    found = paper_number(text, Circumstances(NOW, NOW, "Asia/Novokuznetsk", vocabulary(), {}))
    assert (found.reason if isinstance(found, Refused) else found) == number
