"""The printed kit asks what the bot asks, in the order and with the marks in which the bot takes it down (rule 23)."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise

import pytest
from pypdf import PdfReader

from domain.actions.waves import PrintKit
from domain.attempts import (
    FIRST,
    SHAPES,
    Given,
    Help,
    Mode,
    Over,
    Question,
    arranged,
    placed,
    printed,
    stage,
)
from domain.print_kits import KitOffer, first_sitting, kit_lines
from domain.quizzes import FormLetter, ItemKind
from domain.scoring import points
from locales import LOCALES, texts_for
from reports.documents.print_kit import kit_data, print_kit
from screens import quizzes_adult, waves_kits
from screens.base import Document
from tests.unit.quiz_pieces import ATTEMPT, GARDEN, QUIZ, fits, labels, play, said

AT = datetime(2026, 11, 16, 3, 0, tzinfo=UTC)
GUIDE, CARDS, PROTOCOL, GROUP = 0, range(1, 9), 9, 10
"""Pages: the adult's, two cards on each of eight, the child's protocol, the group's."""
FORMS = pytest.mark.parametrize("form", FormLetter)


@cache
def pages(form: FormLetter, locale: str = "ru") -> tuple[str, ...]:
    """The words of each page, with line breaks as spaces."""
    made = print_kit(QUIZ, form, texts_for(locale))
    return tuple(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(made)).pages)


def entered(form: FormLetter) -> Iterator[tuple[int, Question, list[str]]]:
    """The screens on which a teacher takes a child's paper down: number, question, buttons; the key never fits."""
    attempt, given = replace(ATTEMPT, form=form, mode=Mode.PAPER), list[Given]()
    while not isinstance(now := stage(QUIZ, attempt, given), Over):
        if not isinstance(now, Question):
            attempt = replace(attempt, help=Help.NONE)
            continue
        if now.item.kind is not ItemKind.REPORT:
            done = len({row.item_id for row in given} - {now.item.id})
            shown = quizzes_adult.from_paper(play(now, done, mode=Mode.PAPER, form=form), now)
            number = re.search(r"· (\d+) из 14", said(shown))
            assert number is not None
            yield int(number[1]), now, [word for row in labels(shown) for word in row]
        wrong = next(
            (one.id for one in now.options if one.points < now.item.most and one.id != now.wrong),
            now.options[-1].id,
        )
        order = now.item.kind is ItemKind.ORDER3
        choice = "".join(one.id for one in now.options) if order else wrong
        given.append(Given(now.item.id, now.try_, choice, AT))


@FORMS
def test_paper_is_taken_down_in_the_order_and_with_the_marks_of_the_kit(form: FormLetter) -> None:
    lines = {line.number: line for line in kit_lines(QUIZ, form)}
    first = [(number, asked, buttons) for number, asked, buttons in entered(form) if asked.try_ == FIRST]
    assert [number for number, _, _ in first] == list(lines) == list(range(1, 15))
    for number, asked, buttons in first:
        line = lines[number]
        assert asked.item == line.item
        words = (
            [f"{mark} {one.text}" for mark, one in zip(SHAPES, line.options, strict=False)]
            if line.marked
            else [f"{one.sign} {one.text}" for one in line.options]
        )
        assert buttons[: len(words)] == words, "a teacher types over what is circled"
    again = {number for number, asked, _ in entered(form) if asked.try_ != FIRST}
    assert again == {number for number, line in lines.items() if line.right is not None}
    for number, asked, buttons in entered(form):
        if asked.try_ != FIRST:
            assert f"{lines[number].right} " in " ".join(buttons), "the key is still there"
            assert sum(word[0] in SHAPES for word in buttons) == 3, "the one that was wrong is gone"


@FORMS
def test_every_question_stands_once_on_a_card_and_once_in_the_protocol(form: FormLetter) -> None:
    found = pages(form)
    assert len(found) == 11
    cards, protocol = " ".join(found[page] for page in CARDS), found[PROTOCOL]
    for where in (cards, protocol):
        places = [where.find(item.question) for item in QUIZ.of_child(form)]
        assert -1 not in places
        assert places == sorted(places), "in the order of entry"
        assert all(where.count(item.question) == 1 for item in QUIZ.of_child(form))
    for line in kit_lines(QUIZ, form):
        words = [one.text for one in line.options]
        follows = protocol[protocol.index(line.item.question) :]
        assert all(word in follows for word in words)
        assert line.item.hint is None or line.item.hint in cards
    [report] = QUIZ.of_adult(form)
    assert report.question not in cards
    assert protocol.count(report.question) == 1
    assert protocol.index("Только читали вслух") < protocol.index(report.question), "as it is entered"
    assert all(name in protocol for name in ("Исследователь", "Мастер", "Знаток"))


@FORMS
def test_all_that_is_drawn_comes_from_the_form(form: FormLetter) -> None:
    data = kit_data(QUIZ, form, texts_for("ru"))
    assert [line["question"] for line in data["lines"]] == [one.question for one in QUIZ.of_child(form)]
    drawn = [one["picture"] for line in data["lines"] for one in line["options"] if line["kind"] != "wish"]
    assert None not in drawn
    assert set(drawn) <= set(data["pictures"])
    assert first_sitting(kit_lines(QUIZ, form)) == 7, "two sittings of seven"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_says_what_it_is_and_what_it_is_not(locale: str) -> None:
    found = pages(FormLetter.A, locale)
    assert len(found) == 11
    of_form = texts_for(locale).plain("waves-kit-form", {"form": "a"})
    for page in found:
        assert QUIZ.caveat in page
        assert of_form in page
        assert "CC BY-SA 4.0" in page
        assert QUIZ.authors[0] in page
        assert str(QUIZ.version) in page


def test_the_adult_reads_how_to_play_and_nobody_writes_a_name() -> None:
    guide = pages(FormLetter.A)[GUIDE]
    assert "вопросы 1–7, вторая – 8–14" in guide
    assert "только вопросы 1–6" in guide
    assert "вопросы 11–12" in guide
    assert "Прошло 10 минут – предложите отдохнуть" in guide
    assert "Имён не пишите" in guide
    for page in (PROTOCOL, GROUP):
        assert not re.search(r"(?i)\bимя\b|фамилия|ФИО", pages(FormLetter.A)[page])


def test_equal_versions_give_equal_bytes() -> None:
    made = print_kit(QUIZ, FormLetter.A, texts_for("ru"))
    assert made == print_kit(QUIZ, FormLetter.A, texts_for("ru"))
    assert len(made) < 400_000


@FORMS
def test_on_paper_no_place_is_the_right_one_more_often(form: FormLetter) -> None:
    lines = kit_lines(QUIZ, form)
    keys = Counter(line.right for line in lines if line.right is not None)
    assert set(keys) == set(SHAPES)
    assert max(keys.values()) == 2
    right = [line.right for line in lines if line.right is not None]
    assert all(one != next_ for one, next_ in pairwise(right))
    for line in lines:
        if line.item.kind is ItemKind.ORDER3:
            laid = "".join(one.id for one in line.options)
            assert points(line.item, [Given(line.item.id, FIRST, laid, AT)]) == 0, "not in the right order"


def test_only_paper_takes_the_places_of_paper() -> None:
    item = QUIZ.of_child(FormLetter.A)[0]
    seed = next(seed for seed in range(9) if arranged(item, seed) != printed(item))
    paper = replace(ATTEMPT, seed=seed, mode=Mode.PAPER)
    assert placed(paper, item) == printed(item)
    assert placed(replace(paper, mode=Mode.ONE_TO_ONE), item) == arranged(item, seed)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_kit_is_offered_and_handed_over(locale: str) -> None:
    offer = KitOffer(GARDEN, QUIZ)
    shown = waves_kits.kit(offer)
    fits(shown, locale)
    printing = [button.action for row in shown.rows for button in row]
    assert printing[:2] == [PrintKit(GARDEN.id, letter) for letter in FormLetter]
    ready = waves_kits.ready(offer, FormLetter.A, Document(b"%PDF", "kit.pdf"))
    fits(ready, locale, caption=True)
    assert ready.document is not None
    assert not ready.fleeting, "no code stands in it"
    assert ready.rows[0][0].action == PrintKit(GARDEN.id, FormLetter.B)
