"""«🎲 Поиграть»: every card of the catalogue gives three questions, each with one right answer."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.professions import catalogue
from domain.mini_quiz import KIN, OWN_PRODUCT, OWN_TOOL, WRONG_OPTIONS, Asked, QuizMaker
from domain.professions import Catalogue, Profession

CARDS = catalogue().professions
MAKER, AGAIN = QuizMaker(catalogue()), QuizMaker(catalogue())
SEEDS = st.integers(1, 2**31 - 1)


def belongs(words: str, card: Profession) -> bool:
    """Whether an option is said by the card itself."""
    return words in {card.name, *card.also, *card.near, card.place, card.product, *card.tools, *card.actions}


def owners(words: str) -> list[Profession]:
    """The cards that an option comes from."""
    return [card for card in CARDS if belongs(words, card)]


@given(st.sampled_from(CARDS), SEEDS)
def test_every_card_gives_three_questions_with_one_right_answer(card: Profession, seed: int) -> None:
    game = MAKER.make(card, seed=seed)
    assert game is not None, card.slug
    assert [question.asked for question in game.questions] == list(Asked)
    for question in game.questions:
        assert len(set(question.options)) == len(question.options) == WRONG_OPTIONS + 1
        assert [belongs(words, card) for words in question.options].count(True) == 1
        assert belongs(question.options[question.right], card)
        for words in set(question.options) - {question.options[question.right]}:
            assert any(other.sphere is not card.sphere for other in owners(words)), words
            assert not any({card.slug, other.slug} <= kin for other in owners(words) for kin in KIN), words


@given(st.sampled_from(CARDS), SEEDS)
def test_a_redraw_is_the_same_and_another_visit_another_game(card: Profession, seed: int) -> None:
    assert MAKER.make(card, seed=seed) == AGAIN.make(card, seed=seed)
    assert len({str(MAKER.make(card, seed=number)) for number in range(seed, seed + 8)}) > 1


def test_the_right_answer_is_in_no_place_more_often() -> None:
    places = [
        question.right
        for card in CARDS
        for seed in range(12)
        if (game := MAKER.make(card, seed=seed))
        for question in game.questions
    ]
    share = len(places) / (WRONG_OPTIONS + 1)
    assert all(abs(places.count(place) - share) < share / 5 for place in range(WRONG_OPTIONS + 1))


def test_the_cards_that_lend_their_words_are_in_the_catalogue() -> None:
    known = {card.slug for card in CARDS}
    assert known >= OWN_TOOL | OWN_PRODUCT | frozenset().union(*KIN)
    assert all(len(kin) > 1 for kin in KIN)
    assert len(KIN) == len(set(KIN))


@pytest.mark.parametrize("kin", KIN)
def test_kin_never_stand_against_each_other(kin: frozenset[str]) -> None:
    by_slug = catalogue().by_slug
    for one, other in combinations(sorted(kin), 2):
        for seed in range(1, 6):
            game = MAKER.make(by_slug[one], seed=seed)
            assert game is not None
            assert by_slug[other].name not in game.questions[-1].options


def test_there_is_no_game_of_too_little() -> None:
    alone = Catalogue((CARDS[0],), {CARDS[0].slug: CARDS[0]})
    assert QuizMaker(alone).make(CARDS[0], seed=1) is None
