"""The analysis sheet of an open lesson: its week, its means, whose words they are, and its paper."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from content.sheets import open_lesson
from domain.event_forms import EventForm, Invitees
from domain.events import EventStatus
from domain.ids import PersonId, PersonSetId
from domain.lesson_sheets import (
    SHEET_TIME,
    FilledSheet,
    LessonView,
    Sheet,
    has_sheet,
    is_possible,
    may_fill,
    summed,
)
from domain.outcomes import Reason, Refused
from domain.people import Role, ShownAdult
from handlers.recaps.sheet_paper import paper_of
from locales import texts_for
from reports.documents.lesson_sheet import lesson_sheet
from screens.recaps_sheets import mean_words, view
from screens.render import plain, render
from tests.unit.test_campaign_screens import AT, EVENT, GARDEN
from tests.unit.test_documents import HOSTILE, pages

FORM = open_lesson()
LESSON = replace(EVENT, title="Кто печёт хлеб?", form=EventForm.OPEN_LESSON, invitees=Invitees(staff=True))
TEACHER, SPEECH = ShownAdult(Role.TEACHER), ShownAdult(Role.SPECIALIST, title="логопед")


def filled(person: int, who: ShownAdult, *said: str, **marks: int) -> FilledSheet:
    """Somebody's sheet: marks, then what they take for themselves, then what they advise."""
    return FilledSheet(PersonId(person), who, Sheet(marks, *said))


SHEETS = (
    filled(1, TEACHER, "Яркие карточки", "Ёмче вопросы", goal=2, hands=0),
    filled(2, SPEECH, "азбука шагов", goal=1),
    filled(3, TEACHER, goal=2),
)


def looked(*sheets: FilledSheet, named: bool = False, fills: bool = False) -> LessonView:
    """What somebody sees."""
    return LessonView(LESSON, GARDEN, FORM, None, fills, None, summed(FORM, sheets, named=named), True)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, True),
        ({"invitees": Invitees(set_ids=frozenset({PersonSetId(1)}))}, True),
        ({"invitees": Invitees()}, False),
        ({"form": EventForm.SEMINAR}, False),
    ],
)
def test_which_events_have_a_sheet(changed: dict[str, object], expected: bool) -> None:
    assert has_sheet(replace(LESSON, **changed)) is expected  # type: ignore[arg-type]  # any field


def test_a_sheet_has_its_week() -> None:
    start, end = LESSON.starts_at, LESSON.starts_at + timedelta(hours=1)
    lesson = replace(LESSON, ends_at=end)
    assert may_fill(lesson, now=start - timedelta(seconds=1)) == Refused(Reason.EVENT_AHEAD)
    assert may_fill(lesson, now=start) is None
    assert may_fill(lesson, now=end + SHEET_TIME - timedelta(seconds=1)) is None
    assert may_fill(lesson, now=end + SHEET_TIME) == Refused(Reason.SHEET_TOO_LATE)
    off = replace(lesson, status=EventStatus.CANCELLED)
    assert may_fill(off, now=start) == Refused(Reason.EVENT_CANCELLED)


def test_means_are_of_those_who_observed() -> None:
    seen = {one.indicator.slug: (one.mean, one.count) for one in summed(FORM, SHEETS, named=False).seen}
    assert seen["goal"] == (Fraction(5, 3), 3)
    assert seen["hands"] == (Fraction(0), 1)
    assert seen["ending"] == (None, 0)
    ru, en = texts_for("ru"), texts_for("en")
    means = (Fraction(5, 3), Fraction(1, 20), Fraction(2), None)
    assert [plain(mean_words(mean), ru) for mean in means] == ["1,7", "0,1", "2,0", "–"]
    assert plain(mean_words(Fraction(5, 3)), en) == "1.7"


def test_the_author_reads_words_and_not_whose_they_are() -> None:
    unsigned = summed(FORM, SHEETS, named=False)
    assert [line.words for line in unsigned.takeaways] == ["азбука шагов", "Яркие карточки"]
    assert {line.who for line in (*unsigned.takeaways, *unsigned.advice)} == {None}
    texts = texts_for("ru")
    author = render(view(looked(*SHEETS)), texts).text
    leader = render(view(looked(*SHEETS, named=True)), texts).text
    assert "азбука шагов" in author
    assert "логопед" not in author
    assert "азбука шагов (логопед)" in leader
    assert "Практика руками – 0,0 · 1 отметка" in author


def test_a_sheet_of_other_marks_is_no_sheet() -> None:
    assert is_possible(FORM, Sheet({"goal": 2, "ending": 0}))
    for marks in ({}, {"goal": 3}, {"goal": -1}, {"beauty": 1}):
        assert not is_possible(FORM, Sheet(marks))


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_the_blank_sheet_is_one_page(locale: str) -> None:
    texts = texts_for(locale)
    [blank] = pages(lesson_sheet(paper_of(looked(), texts, blank=True, made_at=AT), texts))
    for indicator in FORM.indicators:
        assert indicator.name in blank
    assert texts.plain("recaps-sheet-paper-signature") in blank


def test_the_paper_of_all_sheets_names_nobody_and_holds_whatever_was_typed() -> None:
    texts = texts_for("ru")
    hostile = filled(4, SPEECH, HOSTILE[:300], "#include [ $x$", goal=1)
    shown = looked(*SHEETS, hostile, named=True)
    said = " ".join(pages(lesson_sheet(paper_of(shown, texts, blank=False, made_at=AT), texts)))
    for words in ("Заполнено листов: 4", "1,5", "азбука шагов", "не наблюдали", "#include [ $x$"):
        assert words in said
    assert "логопед" not in said
    many = [filled(number, TEACHER, "о" * 300, "о" * 300, goal=2) for number in range(5, 35)]
    assert len(pages(lesson_sheet(paper_of(looked(*many), texts, blank=False, made_at=AT), texts))) > 1
    assert len(render(view(looked(*many)), texts).text) < 4096
