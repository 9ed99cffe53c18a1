"""«🎲 Поиграть»: three questions about a profession, made of its card; a game without points."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from domain.people import sort_key
from domain.professions import Catalogue, Profession

WRONG_OPTIONS = 3
RARE = 8
"""A word that more cards use than these belongs to no profession in particular."""
OWN_TOOL = frozenset(
    {
        "avtomehanik",
        "inzhener-3d-pechati",
        "kranovshchik",
        "mashinist-lokomotiva",
        "muzykant",
        "obogatitel-uglya",
    }
    | {"operator-samosvala", "parikmaher", "pekar", "pilot", "portnoj", "povar", "santehnik", "shahter"}
    | {"solnechnyj-inzhener", "stolyar", "traktorist", "veterinar", "voditel-samosvala", "zvukorezhisser"}
)
"""Cards with a tool that nobody would look for in another trade: a hammer many people need."""
OWN_PRODUCT = frozenset(
    {
        "agronom",
        "animator",
        "biotehnolog",
        "inzhener-kosmosa",
        "lesnichij",
        "mashinist-ekskavatora",
        "metallurg",
    }
    | {
        "mashinist-lokomotiva",
        "monter-puti",
        "muzykant",
        "obogatitel-uglya",
        "parikmaher",
        "pekar",
        "portnoj",
    }
    | {"povar", "robototehnik", "siti-fermer", "stolyar", "svarshik", "traktorist", "veterinar"}
)
"""Cards of work whose fruit can be pointed at: a grateful guest or a safe street many people leave behind."""
KIN = (
    frozenset({"pekar", "povar"}),
    frozenset({"agronom", "florist", "landshaftnyj-dizajner", "lesnichij", "siti-fermer", "traktorist"}),
    frozenset({"farmacevt", "feldsher", "stomatolog", "veterinar", "vrach"}),
    frozenset(
        {"ekskursovod", "muzykant", "onlajn-uchitel", "organizator-prazdnikov", "portnoj", "zvukorezhisser"}
    ),
    frozenset({"muzykant", "trener", "vospitatel", "zvukorezhisser"}),
    frozenset({"master-beresty", "restavrator", "stolyar"}),
    frozenset({"gonchar", "inzhener-3d-pechati", "metallurg", "stekloduv", "svarshik", "yuvelir"}),
)
"""Trades of different spheres of which one may do what the other does, though their cards do not say so."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5


class Asked(StrEnum):
    """What a question is about, in the order of the game."""

    TOOL = "tool"
    PRODUCT = "product"
    WHO = "who"


@dataclass(frozen=True, slots=True)
class MiniQuestion:
    """A question with its options; one is right."""

    asked: Asked
    about: tuple[str, ...]
    """The profession; of «who» what is done."""
    options: tuple[str, ...]
    right: int


@dataclass(frozen=True, slots=True)
class MiniQuiz:
    """The game about a profession: the same whenever it is drawn for the same visit."""

    profession: Profession
    questions: tuple[MiniQuestion, ...]


class QuizMaker:
    """Makes games of the cards of a catalogue.

    Wrong options come from professions of other spheres that have nothing in common with the card: no word of their
    work stands anywhere on it, but for words that many cards use. So none of them is right as well.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Of all the cards."""
        self._cards = catalogue.professions

    def make(self, card: Profession, *, seed: int) -> MiniQuiz | None:
        """The game about a card; None where the catalogue has too little for one."""
        drawn = random.Random(f"{card.slug}:{seed}")
        others = self._strangers(card)
        wrong = {
            Asked.TOOL: [self._telling(other.tools) for other in others if other.slug in OWN_TOOL],
            Asked.PRODUCT: [other.product for other in others if other.slug in OWN_PRODUCT],
            Asked.WHO: [other.name for other in others],
        }
        right = {Asked.TOOL: self._telling(card.tools), Asked.PRODUCT: card.product, Asked.WHO: card.name}
        questions = []
        for asked in Asked:
            options = sorted(set(wrong[asked]))
            if len(options) < WRONG_OPTIONS:
                return None
            shown = [right[asked], *drawn.sample(options, WRONG_OPTIONS)]
            drawn.shuffle(shown)
            about = card.actions if asked is Asked.WHO else (card.name,)
            questions.append(MiniQuestion(asked, about, tuple(shown), shown.index(right[asked])))
        return MiniQuiz(card, tuple(questions))

    def _strangers(self, card: Profession) -> list[Profession]:
        """Professions of other spheres whose name and work have nothing in common with the card."""
        known = self._words[card.slug]
        return [
            other
            for other in self._cards
            if other.sphere is not card.sphere
            and not any({card.slug, other.slug} <= kin for kin in KIN)
            and not known & self._names[other.slug]
            and not known & self._work[other.slug]
        ]

    def _telling(self, words: tuple[str, ...]) -> str:
        """Of some words of a card those that fewest other cards use."""
        return min(words, key=lambda one: max((self._common[stem] for stem in _stems(one)), default=0))

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        return {card.slug: _stems(_all_of(card)) for card in self._cards}

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        return {card.slug: _stems(card.name) for card in self._cards}

    @cached_property
    def _work(self) -> dict[str, frozenset[str]]:
        """What is said of the work of a card, but for words that many cards use."""
        return {
            card.slug: frozenset(stem for stem in _stems(_work_of(card)) if self._common[stem] <= RARE)
            for card in self._cards
        }

    @cached_property
    def _common(self) -> Counter[str]:
        """How many cards use a word."""
        return Counter(stem for stems in self._words.values() for stem in stems)


def _stems(words: str) -> frozenset[str]:
    """Beginnings of the words, without their endings."""
    return frozenset(_stem(word) for word in _WORD.findall(sort_key(words)))


def _stem(word: str) -> str:
    return word[: max(3, min(_STEM, len(word) - 1))]


def _work_of(card: Profession) -> str:
    return " ".join((card.place, *card.tools, *card.actions, card.product))


def _all_of(card: Profession) -> str:
    return " ".join(_said(card))


def _said(card: Profession) -> Iterator[str]:
    """Every word of a card that a child may have heard from the guest."""
    yield from (card.name, *card.also, *card.near, card.simple, *card.plan, card.brings, card.needs)
    yield from (_work_of(card), card.use)
    yield from (*card.talk.tells, *card.talk.asks, *card.talk.safe, *card.talk.home)
