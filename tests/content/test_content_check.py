"""Every mistake in a file of questions is found, in its line, and each has its words."""

from collections.abc import Callable
from pathlib import Path

import pytest

import content.quizzes
from content.faults import FaultKind, UnusableContent
from content.pictures import pictures
from content.quizzes.reading import examine, read
from locales import LOCALES, texts_for

QUIZ = Path(content.quizzes.__file__).parent / "kto-chto-delaet.v1.yaml"
TEXT = QUIZ.read_text(encoding="utf-8")
Change = Callable[[str], str]


def swap(old: str, new: str) -> Change:
    """A change of the first place where `old` stands."""
    return lambda text: text.replace(old, new, 1)


TAILOR = "      - {id: b, text: портной, points: 0, picture: thread-spool, sign: 🧵}\n"
CHANGES: list[tuple[Change, str, FaultKind, str]] = [
    # change, field, kind, what stands in the line that is named
    (swap(TAILOR, ""), "items.options", FaultKind.OPTIONS, "options:"),
    (swap(TAILOR, TAILOR + TAILOR.replace("b,", "f,")), "items.options", FaultKind.OPTIONS, "options:"),
    (swap("text: портной", "text: [портной]"), "items.options.text", FaultKind.NO_WORDS, "портной"),
    (swap("text: портной, ", ""), "items.options.text", FaultKind.FIELD_MISSING, "thread-spool"),
    (swap("text: портной", f"text: {'портной' * 5}"), "items.options.text", FaultKind.TOO_LONG, "портной"),
    (swap("text: портной", "text: портной, txt: а"), "items.options.txt", FaultKind.FIELD_UNKNOWN, "портной"),
    (swap("text: портной", "text: портной, text: а"), "items.options.text", FaultKind.FIELD_TWICE, "портной"),
    (swap("id: b, text: портной", "id: Ж, text: портной"), "items.options.id", FaultKind.BAD_ID, "портной"),
    (swap("id: b, text: портной", "id: a, text: портной"), "items.options.id", FaultKind.TWICE, "портной"),
    (swap("sign: 🧵", "sign: 👷"), "items.options.sign", FaultKind.BAD_SIGN, "портной"),
    (swap(", sign: 🧵", ""), "items.options", FaultKind.SOME_SIGNS, "options:"),
    (swap("thread-spool", "needle"), "items.options.picture", FaultKind.NO_PICTURE, "needle"),
    (swap("picture: thread-spool, ", ""), "items.options.picture", FaultKind.FIELD_MISSING, "портной"),
    (swap("портной, points: 0", "портной, points: 2"), "items.options", FaultKind.MANY_KEYS, "options:"),
    (swap("портной, points: 0", "портной, points: 7"), "items.options.points", FaultKind.POINTS, "портной"),
    (
        swap("портной, points: 0", "портной, points: мало"),
        "items.options.points",
        FaultKind.NO_NUMBER,
        "портной",
    ),
    (swap("парикмахер, points: 2", "парикмахер, points: 1"), "items.options", FaultKind.NO_KEY, "options:"),
    (
        swap("text: немножко, points: 1", "text: немножко, points: 2"),
        "items.options",
        FaultKind.POINTS,
        "options:",
    ),
    (
        swap("{id: b, text: поставить", "{id: bb, text: поставить"),
        "items.options.id",
        FaultKind.BAD_ID,
        "поставить",
    ),
    (swap("second_try: true", "second_try: дважды"), "items.second_try", FaultKind.NO_SWITCH, "second_try"),
    (
        swap("    kind: smile3\n", "    kind: smile3\n    second_try: true\n    hint: Ещё разок?\n"),
        "items.second_try",
        FaultKind.NO_SECOND_TRY,
        "second_try",
    ),
    (
        swap("    kind: smile3\n", "    kind: smile3\n    hint: Ещё?\n"),
        "items.hint",
        FaultKind.HINT_UNSAID,
        "hint",
    ),
    (
        swap("    hint: Посмотрим ещё разок? Нож", "    # Нож"),
        "items.hint",
        FaultKind.FIELD_MISSING,
        "id: k1a",
    ),
    (
        swap("kind: wish\n", "kind: wish\n    criterion: k\n"),
        "items.criterion",
        FaultKind.NEVER_WEIGHED,
        "criterion",
    ),
    (swap("    criterion: k\n", ""), "items.criterion", FaultKind.FIELD_MISSING, "id: k1a"),
    (swap("kind: pick1", "kind: выбор"), "items.kind", FaultKind.NOT_AMONG, "kind"),
    (swap("question: Этому", "вопрос: Этому"), "items.question", FaultKind.FIELD_MISSING, "id: k1a"),
    (swap("lang: ru", "lang: de"), "lang", FaultKind.NOT_AMONG, "lang"),
    (swap("ages: [5-6, 6-7]", "ages: []"), "ages", FaultKind.TOO_FEW, "ages"),
    (swap("ages: [5-6, 6-7]", "ages: [4]"), "ages", FaultKind.NOT_AMONG, "ages"),
    (swap("version: 1", "version: 2"), "slug", FaultKind.FILE_NAME, "slug"),
    (swap("k: {middle: 7, high: 10,", "k: {middle: 7, high: 7,"), "bands.k", FaultKind.EDGES, "middle"),
    (swap("most: 12", "most: 14"), "bands.k", FaultKind.SUM, "most: 14"),
    (swap("most: 28", "most: 30"), "bands.total", FaultKind.SUM, "most: 30"),
    (swap("bands:\n", "bands: нет\nздесь:\n"), "bands", FaultKind.NO_FIELDS, "bands"),
    (swap("knowledge_floor: 7", "knowledge_floor: 5"), "knowledge_floor", FaultKind.FLOOR, "knowledge_floor"),
    (swap("[k3, k6, d1]", "[k3, d1]"), "anchors", FaultKind.ANCHOR, "anchors"),
    (swap("a: [k1a, k2a", "a: [k1a, k1a"), "forms.a", FaultKind.TWICE, "k1a, k1a"),
    (swap("a: [k1a, k2a", "a: [k1a, k9"), "forms.a", FaultKind.NOT_AMONG, "k9"),
    (swap("a: [k1a, k2a, k3", "a: [k1a, k3, k3"), "forms.a", FaultKind.TWICE, "k3, k3"),
    (swap("a: [k1a", "a: [k1b"), "items.id", FaultKind.UNASKED, "id: k1a"),
    (swap("d3a, d4, w1", "d4, d3a, w1"), "forms", FaultKind.FORMS_DIFFER, "forms"),
    (
        lambda text: text.replace("d3a, d4, w1", "d4, d3a, w1").replace("d3b, d4, w1", "d4, d3b, w1"),
        "forms",
        FaultKind.LAST,
        "forms",
    ),
    (swap("m1, m2, m3, m4, d1, d2a", "m4, m2, m3, m1, d1, d2a"), "forms", FaultKind.MOTIVES_DIFFER, "forms"),
    (swap("authors:\n", "authors: мы\nсписок:\n"), "authors", FaultKind.NO_LIST, "authors"),
    (swap("\nnotes:", "\n notes:"), "", FaultKind.NO_YAML, "notes"),
]


@pytest.mark.parametrize(("change", "where", "kind", "line"), CHANGES)
def test_a_mistake_is_found_in_its_line(
    change: Change, where: str, kind: FaultKind, line: str, tmp_path: Path
) -> None:
    text = change(TEXT)
    assert text != TEXT
    file = tmp_path / QUIZ.name
    file.write_text(text, encoding="utf-8")
    _, faults = examine(file, pictures())
    found = [one for one in faults if (one.where, one.kind) == (where, kind)]
    assert found, faults
    assert line in text.splitlines()[found[0].line - 1]
    assert [one.line for one in faults] == sorted(one.line for one in faults)
    if kind is not FaultKind.NO_PICTURE:
        with pytest.raises(UnusableContent, match=r"kto-chto-delaet\.v1\.yaml, line \d+"):
            read(file)


def test_one_mistake_is_told_once(tmp_path: Path) -> None:
    """What hangs on a mistake is not told as well: it would send people to look at sound lines."""
    file = tmp_path / QUIZ.name
    for change in (
        swap("kind: order3", "kind: порядок"),
        swap("bands:\n", "# границ нет\nbands:\nlimits:\n"),
    ):
        file.write_text(change(TEXT), encoding="utf-8")
        _, faults = examine(file)
        assert len(faults) <= 2, faults


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / QUIZ.name
    text = (
        TEXT.replace("lang: ru", "lang: de")
        .replace("minutes: 10", "minutes: десять")
        .replace("sign: 🧵", "sign: х")
    )
    file.write_text(text, encoding="utf-8")
    _, faults = examine(file)
    assert [one.where for one in faults] == ["lang", "minutes", "items.options.sign"]


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / QUIZ.name
    file.write_bytes(TEXT.encode("cp1251", errors="replace"))
    assert [one.kind for one in examine(file)[1]] == [FaultKind.NO_YAML]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", FaultKind)
def test_every_fault_has_its_words(kind: FaultKind, locale: str) -> None:
    given: dict[str, str | int] = {"known": "a, b", "found": 2, "limit": 3, "wanted": 4, "other": "pekar"}
    given |= {"few": 3, "many": 5}
    said = texts_for(locale).plain(f"content-fault-{kind.value}", given)
    assert said[0].islower() or said.startswith("«")
    assert said.endswith(".")
