"""Every expected refusal has words in both locales, short enough for the small answer to a tap."""

import pytest

from domain.outcomes import Reason
from locales import LOCALES, texts_for

TOAST = 200
ARGS: dict[str, str | int | float] = {
    "limit": 120,
    "length": 131,
    "low": 1,
    "high": 30,
    "first": "вт, 8 сентября",
    "second": "ср, 9 сентября",
    "kind": "school",
    "until": "вт, 31 августа 2027",
    "left": 12,
    "taken": 21,
    "by": 345,
    "group": "Солнышко" * 7,
    "dates": "; ".join(["вт, 15 сентября, 15:40"] * 5 + ["…"]),
}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_explained(reason: Reason, locale: str) -> None:
    text = texts_for(locale).plain(f"reason-{reason.value}", {**ARGS, "actual": "чт, 12 марта"})
    assert 0 < len(text) <= TOAST
    assert "<" not in text
