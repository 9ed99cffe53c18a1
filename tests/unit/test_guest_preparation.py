"""«🎒 Подготовка»: what is said fits the minutes, the message and one sheet, with a card of the catalogue or without."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from content.professions import catalogue
from domain.actions.guest_preparation import OpenPreparation
from domain.forms import utf16_length
from domain.guest_preparation import Preparation, TalkPart, shared_out
from domain.guests import LONGEST, SHORTEST, VisitStatus
from domain.professions import Profession
from handlers.guests.preparation_words import advice_of, talk_of
from locales import LOCALES, texts_for
from reports.documents.guest_sheet import guest_sheet_pages
from screens import guests_preparation, guests_preparation_notices, guests_staff, guests_visits
from screens.base import Screen
from screens.render import render
from tests.unit.guests_drawn import GARDEN, SCHOOL, card, readied

NOW = datetime(2026, 9, 1, tzinfo=UTC)
TELLING = catalogue().professions


def words(one: Profession) -> int:
    """How much is told."""
    return sum(map(len, (*one.talk.tells, *one.talk.asks, *one.talk.safe, *one.plan)))


LONGEST_CARD = max(TELLING, key=words)


def prepared(profession: Profession | None, minutes: int = 15, *, school: bool = False) -> Preparation:
    """A visit to prepare for."""
    view = card(VisitStatus.CONFIRMED, SCHOOL if school else GARDEN)
    return Preparation(view, profession, minutes)


def buttons(screen: Screen) -> list[object]:
    """What a screen leads to."""
    return [button.action for row in screen.rows for button in row]


@pytest.mark.parametrize("minutes", range(SHORTEST, LONGEST + 1))
def test_the_parts_are_the_whole(minutes: int) -> None:
    parts = shared_out(minutes)
    assert sum(parts.values()) == minutes
    assert list(parts) == list(TalkPart)
    assert all(parts[part] > 0 for part in (TalkPart.TELL, TalkPart.SHOW, TalkPart.TRY, TalkPart.ASK))
    assert parts[TalkPart.TRY] >= parts[TalkPart.ASK], "hands before questions"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("school", [False, True])
@pytest.mark.parametrize("profession", [LONGEST_CARD, None])
def test_the_talk_and_the_advice_are_read_in_a_message(
    profession: Profession | None, locale: str, school: bool
) -> None:
    view = prepared(profession, school=school)
    texts = texts_for(locale)
    talk = render(guests_preparation.talk(view), texts).text
    advice = render(guests_preparation.advice(view), texts).text
    assert utf16_length(talk) <= 4096
    assert utf16_length(advice) <= 4096
    for draw in (guests_preparation.talk, guests_preparation_notices.advised):
        longest = render(draw(replace(view, questions=next(readied(GARDEN)).questions)), texts).text
        assert utf16_length(longest) <= 4096
    if profession is not None:
        for line in (*profession.talk.tells, *profession.talk.asks, *profession.talk.safe):
            assert line in talk
    if locale == "ru":
        assert "12. Заболели" in advice
        assert "Документ для входа" in advice
        assert ("учитель" in advice) == school


def test_one_sheet_holds_the_most_that_is_told() -> None:
    texts = texts_for("ru")
    longest = sorted(TELLING, key=words)[-4:]
    named = prepared(None, 60)
    sheets = [talk_of(prepared(one), texts, NOW) for one in (*longest, TELLING[0])]
    sheets += [
        talk_of(named, texts, NOW),
        advice_of(named, texts, NOW),
        advice_of(prepared(longest[0]), texts, NOW),
    ]
    asked = next(readied(GARDEN)).questions
    sheets += [talk_of(replace(prepared(one), questions=asked), texts, NOW) for one in (*longest, None)]
    assert asked[0].text in str(sheets[-1].parts)
    for sheet in sheets:
        assert len(guest_sheet_pages(sheet, 12)) == 1, sheet.title


def test_both_cards_lead_there_while_the_visit_is_ahead() -> None:
    ahead = card(VisitStatus.CONFIRMED)
    way = OpenPreparation(ahead.visit.id)
    for draw in (guests_staff.card, guests_visits.card):
        assert way in buttons(draw(ahead))
        assert way not in buttons(draw(replace(ahead, ahead=False)))
        assert way not in buttons(draw(card(VisitStatus.DECLINED)))
        assert way not in buttons(draw(replace(ahead, may_prepare=False))), (
            "who only looks on prepares nothing"
        )
