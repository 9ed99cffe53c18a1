"""The quizzes that ship: whole, balanced, fair, in two comparable forms; what was published never changes."""

import itertools
import json
import re
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import content.quizzes
from content.pictures import pictures
from content.professions import catalogue
from content.quizzes import WHO_DOES_WHAT, Instruments, QuizChanged, as_json, instruments, published
from content.signs import is_sign
from domain.actions.quizzes import AnswerQuiz
from domain.attempt_flags import LONG_RUN
from domain.attempts import FIRST, SECOND
from domain.ids import AttemptId
from domain.people import AgeBand
from domain.quizzes import Band, Criterion, FormLetter, Item, ItemKind
from screens.buttons import pack, parse
from tests.unit.quiz_kit import best

FOLDER = Path(content.quizzes.__file__).parent
A = instruments().newest(WHO_DOES_WHAT)
K, M, D = Criterion.KNOWLEDGE, Criterion.MOTIVE, Criterion.ACTION
ITEMS = {item.id: item for form in A.forms.values() for item in form}
LARGEST = AttemptId(2**63 - 1)
COMMITTED = {
    "kto-chto-delaet.v1.yaml": "0eb7d5f5fb3866e1cd7a89f4afb6821a9bf1ca3d2679537e506a2e3557763840",
}
"""Hashes under which children have answered. Another wording is a new file and a new line here."""


def of(form: FormLetter, criterion: Criterion) -> list[Item]:
    return [item for item in A.forms[form] if item.criterion is criterion]


@pytest.mark.parametrize("form", FormLetter)
def test_a_form_has_fourteen_weighed_questions_in_their_order(form: FormLetter) -> None:
    items = A.forms[form]
    assert [item.criterion for item in items] == [K] * 6 + [M] * 4 + [D] * 4 + [None]
    assert [item.number for item in items] == list(range(1, 16))
    assert [item.kind for item in of(form, K)] == [ItemKind.PICK1] * 6
    assert [item.kind for item in of(form, D)] == [*[ItemKind.ORDER3] * 2, ItemKind.PICK1, ItemKind.REPORT]
    assert items[-1].kind is ItemKind.WISH
    assert len(A.of_child(form)) == 14  # stars
    assert [item.number for item in A.of_adult(form)] == [14]


@pytest.mark.parametrize("form", FormLetter)
def test_every_question_of_knowledge_has_four_options_and_two_tries(form: FormLetter) -> None:
    for item in of(form, K):
        assert item.second_try
        assert len(item.options) == 4
        assert sorted(option.points for option in item.options) == [0, 0, 0, 2]
    assert not any(item.second_try for item in A.forms[form] if item.criterion is not K)
    elements = [item.element for item in of(form, K)]
    assert elements == [
        "орудия → кто", "кто → орудие", "место работы", "результат", "лишний предмет", "кто поможет"
    ]  # fmt: skip


def test_bands_are_those_of_the_rules() -> None:
    assert A.criteria == {K: Band(7, 10, 12), M: Band(4, 7, 8), D: Band(4, 7, 8)}
    assert A.total == Band(14, 23, 28)
    assert (A.knowledge_floor, A.missing_allowed) == (7, 1)
    assert A.minutes == 10
    assert A.ages == {AgeBand.Y5_6, AgeBand.Y6_7}


def test_weights_of_attitudes_are_those_of_the_rules() -> None:
    weights = {item.id: [option.points for option in item.options] for item in of(FormLetter.A, M)}
    assert weights == {"m1": [2, 1, 0], "m2": [2, 1, 0], "m3": [2, 2, 0], "m4": [2, 1, 0]}
    assert "потолк" in A.notes[M]


def test_forms_share_motives_anchors_and_what_is_not_asked_of_the_child() -> None:
    first, second = ({item.id for item in A.forms[letter]} for letter in FormLetter)
    shared = first & second
    assert {item_id for item_id in shared if ITEMS[item_id].criterion is M} == {"m1", "m2", "m3", "m4"}
    assert Counter(ITEMS[one].criterion for one in A.anchors) == {K: 2, D: 1}
    assert all(ITEMS[one].kind is ItemKind.ORDER3 for one in A.anchors if ITEMS[one].criterion is D)
    assert shared - A.anchors - {"m1", "m2", "m3", "m4"} == {"d4", "w1"}
    assert len(first) == len(second) == 15
    assert len(first | second) == 21


@pytest.mark.parametrize("form", FormLetter)
def test_a_third_of_knowledge_is_local_a_third_everyday_a_third_new(form: FormLetter) -> None:
    cards = [catalogue().by_slug[str(item.profession)] for item in of(form, K)]
    kinds = Counter("local" if card.local else "new" if card.new else "everyday" for card in cards)
    assert kinds == {"local": 2, "new": 2, "everyday": 2}
    assert len({card.slug for card in cards}) == 6


def test_each_cell_is_asked_of_a_profession_of_the_catalogue() -> None:
    named = {item.profession for item in ITEMS.values() if item.profession is not None}
    assert named <= set(catalogue().by_slug)
    assert all(item.element for item in ITEMS.values() if item.criterion is not None)
    assert all(item.why and len(item.why) > 20 for item in ITEMS.values())


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_what_a_child_sees_is_drawn_and_told_apart(item: Item) -> None:
    drawn = [option.picture for option in item.options]
    if item.kind in (ItemKind.WISH, ItemKind.REPORT):
        assert set(drawn) == {None}
    else:
        assert set(drawn) <= set(pictures())
        assert len(set(drawn)) == len(drawn)
    texts = [option.text for option in item.options]
    assert len(set(texts)) == len(texts)
    assert all(0 < len(text) <= 18 for text in texts)


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_signs_are_simple_and_stand_everywhere_or_nowhere(item: Item) -> None:
    signs = [option.sign for option in item.options if option.sign is not None]
    assert len(signs) in (0, len(item.options))
    assert len(set(signs)) == len(signs)
    assert [sign for sign in signs if not is_sign(sign)] == []


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_words_are_short_typographic_and_fair(item: Item) -> None:
    said = [item.question, item.hint or "", item.why or "", *(option.text for option in item.options)]
    whole = "\n".join(said)
    assert not re.search(r"\"|'|\.\.\.| - |--|  |[A-CE-Za-z]{2}", whole)
    asked = f"{item.question} {item.hint or ''}".lower()
    assert not re.search(r"\b(мам|пап|родител|зарплат|должност|кружк|секци|здоров|мальчик|девочк)", asked)
    assert not re.search(r"\b(сам|сама|рад|рада|готов|готова|хотел|хотела)\b", asked)
    assert item.question.endswith("?")
    assert item.question[0].isupper()
    assert all(option.text[0].islower() for option in item.options)
    if item.kind is ItemKind.PICK1:
        assert not any(option.text in item.question.lower() for option in item.options)


@pytest.mark.parametrize("item", [one for one in ITEMS.values() if one.second_try], ids=lambda one: one.id)
def test_a_hint_is_kind_and_does_not_give_the_answer_away(item: Item) -> None:
    assert item.hint is not None
    assert item.hint.startswith("Посмотрим ещё разок?")
    right = item.option(best(item))
    assert right is not None
    stems = [word[:5] for word in right.text.split() if len(word) > 3]
    assert not any(stem in item.hint.lower() for stem in stems)


def test_the_wish_has_twelve_signs_something_else_and_not_yet() -> None:
    options = ITEMS["w1"].options
    assert len(options) == 14
    assert [option.text for option in options[12:]] == ["другое", "пока не знаю"]
    assert ITEMS["w1"].most == 0


def test_texts_for_a_parent_are_warm_and_tell_no_level() -> None:
    texts = [*A.parent_texts.values(), A.parent_text_unclear]
    for text in texts:
        whole = f"{text.text} {text.activity}".lower()
        assert not re.search(r"низк|средн|высок|балл|уров|ошиб|плохо|отста|недостат|норм[аы]\b|тест", whole)
        assert 100 < len(whole) < 700
    assert len({text.activity for text in texts}) == 4


def test_what_the_results_are_is_said() -> None:
    assert (
        A.caveat == "Авторский пилотный инструмент; не стандартизирован; не для решений об отдельном ребёнке."
    )
    assert A.authors
    assert A.sources


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_an_answer_fits_into_a_button(item: Item) -> None:
    choices: list[str | None] = [None, *(option.id for option in item.options)]
    if item.kind is ItemKind.ORDER3:
        choices = [None, *("".join(order) for n in (1, 2, 3) for order in itertools.permutations("abc", n))]
    for choice, try_ in itertools.product(choices, (FIRST, SECOND)):
        action = AnswerQuiz(LARGEST, item.id, try_, choice)
        packed = pack(action)
        assert len(packed.encode()) <= 64
        assert parse(packed) == action


def test_a_form_has_places_enough_for_a_run() -> None:
    for form in FormLetter:
        assert sum(item.kind in (ItemKind.PICK1, ItemKind.SMILE3) for item in A.of_child(form)) > LONG_RUN


def test_published_quizzes_are_those_that_children_answered() -> None:
    hashes = {f"{one.slug}.v{one.version}.yaml": one.sha256 for one in instruments().all()}
    listed = (FOLDER / "published.sha256").read_text().splitlines()
    assert {name: digest for digest, name in (line.split("  ") for line in listed)} == hashes == COMMITTED


def test_a_changed_lost_or_unlisted_quiz_stops_the_start(tmp_path: Path) -> None:
    copied = tmp_path / "quizzes"
    shutil.copytree(FOLDER, copied, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    assert published(copied).get(WHO_DOES_WHAT, 1) == A
    file = copied / "kto-chto-delaet.v1.yaml"
    text = file.read_text(encoding="utf-8")

    file.write_text(text + "# И ещё немного.\n", encoding="utf-8")
    with pytest.raises(QuizChanged):
        published(copied)
    file.write_text(text, encoding="utf-8")
    (copied / "kto-chto-delaet.v2.yaml").write_text(
        text.replace("version: 1", "version: 2"), encoding="utf-8"
    )
    with pytest.raises(QuizChanged, match="v2"):
        published(copied)
    (copied / "kto-chto-delaet.v2.yaml").unlink()
    file.unlink()
    with pytest.raises(QuizChanged, match="v1"):
        published(copied)


def test_the_newest_version_is_asked_and_old_ones_stay() -> None:
    versions = [replace(A, version=version) for version in (2, 10, 1)]
    known = Instruments(versions)
    assert known.newest(A.slug).version == 10
    assert known.get(A.slug, 1).version == 1
    assert len(known.all()) == 3
    with pytest.raises(KeyError):
        known.newest("another")


def test_what_is_stored_of_a_quiz_says_everything() -> None:
    stored = json.loads(as_json(A))
    assert stored["ages"] == ["5-6", "6-7"]
    assert [item["id"] for item in stored["forms"]["b"]][:3] == ["k1b", "k2b", "k3"]
    assert stored["parent_texts"]["k"]["activity"] == A.parent_texts[K].activity
