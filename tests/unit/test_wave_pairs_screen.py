"""«С начала года до конца»: counts and nothing else, with the words that belong to them."""

from dataclasses import replace

import pytest

from domain.attempts import Mode
from domain.events import GroupLabel
from domain.ids import GroupId
from domain.quiz_views import WaveCard
from domain.scoring import Level
from domain.wave_cells import LEVELLED
from domain.wave_pairs import Direction, Fate, Helped, Pairing, Pairs, PairsPage, PairSummary, summary
from domain.waves import WaveKind, WaveStatus
from locales import LOCALES
from screens import waves, waves_pairs
from tests.unit.quiz_pieces import BIG, GARDEN, QUIZ, SUN, WAVE, fits, labels, said

FINAL = replace(WAVE, kind=WaveKind.FINAL, status=WaveStatus.CLOSED)
LOW, MIDDLE, HIGH = Level
COUNTED = PairSummary(
    n=12,
    modes={Mode.HOME: 9, Mode.PAPER: 3},
    left_out={Fate.ONLY_START: 2, Fate.MUCH_HELP: 1},
    matrix={(LOW, MIDDLE): 4, (MIDDLE, HIGH): 6, (HIGH, HIGH): 2},
    directions=dict.fromkeys(LEVELLED, Direction(up=10, same=1, down=1)),
)
HELPED = dict.fromkeys(WaveKind, Helped(none=9, little=5, much=1))
GROUPS = tuple(GroupLabel(GroupId(BIG + at), f"Группа № {at}", "🐻") for at in range(10))
VIEW = PairsPage(FINAL, GARDEN, Pairing.COUNTED, COUNTED, GROUPS, HELPED)


@pytest.mark.parametrize("locale", LOCALES)
def test_pairs_are_told_in_counts(locale: str) -> None:
    shown = waves_pairs.pairs(VIEW)
    fits(shown, locale)
    text = said(shown)
    for line in (
        "Пар: 12",
        "родители дома – 9, педагог на бумаге – 3",
        "Было Н → стало: В 0 · С 4 · Н 0",
        "В целом: 10 · 1 · 1",
        "Д без слов родителя: 10 · 1 · 1",
        "Прошли только стартовую: 2",
        "Итоговая: нет – 9, немного – 5, много – 1",
        "Рост складывается и из возраста",
        "Авторский пилотный инструмент; не стандартизирован; не для решений об отдельном ребёнке.",
    ):
        assert line in text
    assert "меньше десяти" not in text
    assert "%" not in text, "counts alone"
    assert len([row for row in labels(shown, locale) if "🐻" in row[0]]) == 4, "eight groups on a page"
    last = waves_pairs.pairs(VIEW, 1)
    fits(last, locale)
    assert "Группа № 9" in str(labels(last))


@pytest.mark.parametrize("locale", LOCALES)
def test_few_pairs_none_and_one_group(locale: str) -> None:
    few = replace(VIEW, summary=replace(COUNTED, n=9), group=SUN)
    shown = waves_pairs.pairs(few)
    fits(shown, locale)
    assert "меньше десяти" in said(shown)
    assert "Солнышко" in said(shown)
    assert "Группа №" not in str(labels(shown)), "one group has no groups beneath it"
    nobody = replace(VIEW, summary=summary(Pairs(), None))
    assert "Пар пока не получилось" in said(waves_pairs.pairs(nobody))
    assert "Общий уровень" not in said(waves_pairs.pairs(nobody))
    told = set()
    for why in set(Pairing) - {Pairing.COUNTED}:
        shown = waves_pairs.pairs(replace(nobody, pairing=why, groups=(), helped={}))
        fits(shown, locale)
        assert "Авторский пилотный инструмент" in said(shown)
        told.add(said(shown, locale))
    assert len(told) == len(Pairing) - 1


def test_only_the_psychologist_s_card_of_a_closed_final_wave_leads_there() -> None:
    card = WaveCard(FINAL, GARDEN, QUIZ.title, (), may_close=False, may_see_codes=True)
    assert "📈 С начала года до конца" in str(labels(waves.card(card)))
    for other in (
        replace(card, may_see_codes=False),
        replace(card, wave=replace(FINAL, status=WaveStatus.OPEN)),
        replace(card, wave=replace(FINAL, kind=WaveKind.START)),
    ):
        assert "📈" not in str(labels(waves.card(other)))
