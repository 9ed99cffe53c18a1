"""/my_data is read line by line: what there is, and nothing of what there is not."""

import pytest

from db.personal import PERSONAL
from domain.ids import PersonId
from domain.people import Actor
from domain.privacy import MyData
from locales import LOCALES, texts_for
from screens.privacy import _RECORDS, _SHOWN_AS_ROLES, my_data
from screens.render import render

NEWCOMER = Actor(PersonId(12), 1, "ru", memberships=(), current_id=None, owner=False)


def lines(rows: dict[str, int], locale: str = "ru") -> list[str]:
    """The screen's lines."""
    return render(my_data(MyData(NEWCOMER, (), rows)), texts_for(locale)).text.split("\n")


def test_each_kind_has_a_line_and_none_stands_for_nothing() -> None:
    said = lines({"rsvps": 3, "join_requests": 0, "outbox": 12, "persons": 1})
    assert "• ответы на приглашения – 3" in said
    assert "• сообщения бота вам – 12" in said
    assert len([line for line in said if line.startswith("•")]) == 2
    assert any("участник № 12" in line for line in said)


def test_what_has_no_line_of_its_own_is_counted_too() -> None:
    assert "• служебные записи – 5" in lines({"sent_messages": 2, "message_mentions": 3})


@pytest.mark.parametrize("locale", LOCALES)
def test_every_kind_has_words_of_its_own(locale: str) -> None:
    said = [line for line in lines(dict.fromkeys(_RECORDS, 7), locale) if line.startswith("•")]
    assert len(set(said)) == len(_RECORDS)
    assert all("7" in line for line in said)


def test_names_of_records_are_those_of_the_file() -> None:
    """A trace that is renamed must not silently fall among the others."""
    assert {*_RECORDS, *_SHOWN_AS_ROLES} <= {trace.name for trace in PERSONAL}
