"""What staff see of waves: exact numbers, codes that disappear, nothing below five children."""

from dataclasses import replace
from fractions import Fraction

import pytest

from domain.attempts import (
    AttemptStatus,
    Mode,
)
from domain.quiz_views import (
    CodeLine,
    CodePage,
    GroupProfile,
    GroupProgress,
    WaveCard,
    WaveChild,
    WaveChildren,
    WaveReach,
    WavesPage,
)
from domain.quizzes import Criterion, FormLetter
from domain.scoring import CriterionScore, Level, Score
from domain.waves import WaveDraft, WaveKind, WaveStatus
from locales import LOCALES
from screens import (
    waves,
    waves_children,
    waves_pack,
    waves_results,
)
from tests.unit.quiz_pieces import ATTEMPT, GARDEN, NOW, QUIZ, SUN, WAVE, fits, labels, said


def score(level: Level | None, points: Fraction = Fraction(48, 5)) -> Score:
    """Nine points and three fifths everywhere."""
    one = CriterionScore(points, answered=5, asked=6, level=level)
    return Score(
        dict.fromkeys(Criterion, one),
        None if level is None else points * 3,
        level,
        uneven=True,
        missing=1,
        alone=CriterionScore(Fraction(4), answered=3, asked=3, level=Level.LOW),
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_the_table_by_code_shows_the_profile_first_and_disappears(locale: str) -> None:
    finished = replace(ATTEMPT, status=AttemptStatus.FINISHED)
    lines = tuple(
        CodeLine(
            finished,
            score(level),
            median_seconds=2.0,
            same_place=True,
        )
        for level in (*Level, None)
    )
    shown = waves_results.codes(CodePage(WAVE, GARDEN, lines * 2, page=1, more=True))
    fits(shown, locale)
    assert shown.fleeting
    text = said(shown)
    assert "0147 · К 9,6 С · М 9,6 С · Д 9,6 С\nБез слов родителя: Д 4 Н\nВсего 28,8 – средний" in text
    assert "без него – из 6 баллов" in text
    assert "Недостаточно данных" in text
    assert "форма А, дома; помощь: нет" in text
    for flag in (
        "неровный профиль",
        "без ответа: 1",
        "очень быстро",
        "в одном месте",
    ):
        assert flag in text
    assert "Авторский пилотный инструмент" in text
    empty = waves_results.codes(CodePage(WAVE, GARDEN, (), page=0, more=False))
    assert "ещё никто не закончил" in said(empty)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_profile_of_four_children_is_not_shown(locale: str) -> None:
    few = GroupProfile(WAVE, SUN, 4, None, None, helped_much=1, unclear=1, may_enter=True)
    shown = waves_results.profile(few)
    fits(shown, locale)
    assert "хотя бы пятеро" in said(shown)
    assert "К (знает)" not in said(shown)
    levels = {criterion: {Level.HIGH: 3, Level.LOW: 2} for criterion in Criterion}
    modes = {Mode.HOME: 6, Mode.PAPER: 1}
    enough = replace(
        few,
        n=7,
        levels=levels,
        totals={Level.MIDDLE: 5},
        modes=modes,
        alone={Level.HIGH: 4},
        helped_little=2,
    )
    text = said(waves_results.profile(enough))
    assert "К (знает): В 3 · С 0 · Н 2" in text
    assert "В целом: В 0 · С 5 · Н 0" in text
    assert "Д без слов родителя: В 4 · С 0 · Н 0" in text
    assert "родители дома – 6, педагог на бумаге – 1" in text
    assert "нет – 4, немного – 2, много – 1" in text
    assert "Авторский пилотный инструмент" in text


@pytest.mark.parametrize("locale", LOCALES)
def test_the_pack_is_read_whole(locale: str) -> None:
    pages = [
        waves_pack.page(QUIZ, GARDEN.id, number, may_approve=True) for number in range(waves_pack.pages(QUIZ))
    ]
    for shown in pages:
        fits(shown, locale)
    whole = "\n".join(said(shown) for shown in pages)
    for form in FormLetter:
        for item in QUIZ.forms[form]:
            assert item.question in whole
    for text in (*QUIZ.parent_texts.values(), QUIZ.parent_text_unclear):
        assert text.text in whole
        assert text.activity in whole
    assert "✅ Утвердить" in str(labels(pages[-1]))
    assert "Утвердить" not in str(labels(waves_pack.page(QUIZ, GARDEN.id, 99, may_approve=False)))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_wave_before_and_after_it_is_opened(locale: str) -> None:
    draft = WaveDraft(WaveKind.START, WAVE.closes_at.date(), WAVE.group_ids)
    reach = WaveReach(children=24, families=21, adults=33, limited_families=1, closed=1)
    shown = waves.preview("wn", "0" * 16, draft, GARDEN, QUIZ.title, [SUN], reach, choice=True)
    fits(shown, locale)
    text = said(shown)
    assert "33 взрослым из 21 семьи" in text
    assert "3 семьи без мамы, папы или опекуна" in text
    nobody = replace(reach, families=0, adults=0, limited_families=0, closed=0)
    text = said(waves.preview("wn", "0" * 16, draft, GARDEN, QUIZ.title, [SUN], nobody, choice=False))
    assert "пока никому не уйдёт" in text
    group = GroupProgress(SUN, finished=12, begun=14, children=24, may_see_profile=True, may_enter=True)
    card = WaveCard(WAVE, GARDEN, QUIZ.title, (group,) * 10, may_close=True, may_see_codes=True, told=33)
    shown = waves.card(card, word=waves.opened_word(33))
    fits(shown, locale)
    assert "🐻 Солнышко: 12 из 24 (начали: 2)" in said(shown)
    assert "Всего: 120 из 240" in said(shown)
    assert "получат 33 взрослых" in said(shown)
    assert len(shown.rows) <= 12, "pages of eight groups"
    fits(waves.close_sure(card), locale)
    page = WavesPage(GARDEN, (), QUIZ, None, may_open=False, may_approve=False)
    assert "ещё не утверждены" in said(waves.page(page))
    assert "Открыть викторину" not in str(labels(waves.page(page)))
    approved = replace(page, approved_at=NOW, may_open=True)
    fits(waves.page(approved), locale)
    assert "Открыть викторину" in str(labels(waves.page(approved)))


@pytest.mark.parametrize("locale", LOCALES)
def test_children_are_codes_and_disappear(locale: str) -> None:
    line = WaveChild(WAVE, GARDEN, SUN, ATTEMPT.child_id, 147, None, consent=True)
    states = [
        line,
        replace(line, consent=False),
        *(replace(line, attempt=replace(ATTEMPT, status=status)) for status in AttemptStatus),
        *(replace(line, attempt=replace(ATTEMPT, mode=mode)) for mode in Mode),
        replace(line, wave=replace(WAVE, status=WaveStatus.CLOSED)),
    ]
    shown = waves_children.children(WaveChildren(WAVE, GARDEN, SUN, tuple(states), page=1, more=True))
    fits(shown, locale)
    assert shown.fleeting
    for state in states:
        one = waves_children.child(state, 0)
        fits(one, locale)
        assert one.fleeting
        assert "0147" in said(one)
    assert "Внести с бумаги" in str(labels(waves_children.child(line, 0)))
    without = str(labels(waves_children.child(states[1], 0)))
    assert "Согласие на бумаге" in without
    assert "Внести с бумаги" not in without
