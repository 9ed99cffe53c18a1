"""The analysis sheet of an open lesson: filled in, read together, printed."""

from dataclasses import replace
from fractions import Fraction
from math import floor

from domain.actions.events import OpenEvent
from domain.actions.forms import FormCancel, FormStep
from domain.actions.recaps import FillSheet, OpenSheet, PrintSheet, SendSheet
from domain.ids import EventId
from domain.lesson_sheets import (
    LessonToFill,
    LessonView,
    Said,
    Seen,
    Sheet,
    SheetForm,
    SheetSummary,
)
from domain.outcomes import Refused
from screens.base import (
    Button,
    Document,
    Joined,
    Moment,
    Phrase,
    Rows,
    Screen,
    Style,
    in_rows,
    say,
    screen,
)
from screens.common import menu_button, refusal
from screens.people import adult

NOT_OBSERVED = "o"
ANSWERS = {"2": "yes", "1": "partly", "0": "no", NOT_OBSERVED: "unseen"}
"""«Да · Частично · Нет · Не наблюдал(а)»: as a form keeps them, and as texts call them."""
LINES_SHOWN = 4
"""Of each sort on the screen; the paper has all of them."""


def view(shown: LessonView, word: Phrase | None = None) -> Screen:
    """One's own sheet, and what all of them say for whom that is; `word`: what has just happened."""
    event, own = shown.event, shown.own
    body: list[Phrase | Joined] = [] if word is None else [word]
    body.append(
        say(
            "recaps-sheet-title", title=event.title, when=Moment(event.starts_at, shown.organisation.timezone)
        )
    )
    if shown.fills:
        body.append(say("recaps-sheet-filled" if own is not None else "recaps-sheet-empty"))
        if shown.closed is not None:
            body.append(refusal(shown.closed))
    if shown.summary is not None:
        body += _summary(shown.summary)
    elif not shown.fills:
        body.append(say("recaps-sheet-for-others"))
    return screen(*body, rows=_rows(shown))


def answer(value: str) -> Phrase:
    """«Да», «Частично», «Нет», «Не наблюдал(а)»."""
    return say("recaps-sheet-answer", answer=ANSWERS[value])


def review(form_name: str, token: str, event_id: EventId, form: SheetForm, sheet: Sheet) -> Screen:
    """Everything that was marked, each to be changed, and what becomes of it."""
    lines = [
        say("recaps-sheet-line", name=one.name, answer=answer(_kept(sheet, one.slug)))
        for one in form.indicators
    ]
    changes = [
        Button(say("recaps-sheet-change", number=number, name=one.name), FormStep(form_name, f"i{number}"))
        for number, one in enumerate(form.indicators, 1)
    ]
    return screen(
        say("recaps-sheet-review"),
        Joined(tuple(lines)),
        *((say("recaps-sheet-takeaway", words=sheet.takeaway),) if sheet.takeaway else ()),
        *((say("recaps-sheet-advice", words=sheet.advice),) if sheet.advice else ()),
        say("recaps-sheet-who-reads"),
        rows=(
            (Button(say("recaps-button-sheet-send"), SendSheet(event_id, token), style=Style.SUCCESS),),
            *in_rows(changes, 2),
            (
                Button(say("recaps-sheet-change-takeaway"), FormStep(form_name, "takeaway")),
                Button(say("recaps-sheet-change-advice"), FormStep(form_name, "advice")),
            ),
            (Button(say("button-cancel"), FormCancel(form_name, token)),),
        ),
    )


def sent() -> Phrase:
    """«Лист отправлен»."""
    return say("recaps-sheet-sent")


def refused_word(refused: Refused) -> Phrase:
    """Why it was not taken."""
    return say("forms-hint", reason=refusal(refused))


def paper(shown: LessonView, file: Document) -> Screen:
    """The file."""
    made = screen(
        say("recaps-sheet-paper-ready"),
        rows=((Button(say("recaps-button-sheet"), OpenSheet(shown.event.id)), menu_button()),),
    )
    return replace(made, document=file)


def paper_name(shown: LessonView, *, blank: bool) -> Phrase:
    """How the file is called."""
    key = "recaps-sheet-file-blank" if blank else "recaps-sheet-file"
    return say(key, title=shown.event.title)


def paper_when(shown: LessonView) -> Phrase:
    """The day of the lesson, for the paper."""
    return say("recaps-sheet-paper-when", when=Moment(shown.event.starts_at, shown.organisation.timezone))


def mean_words(mean: Fraction | None) -> Phrase:
    """«1,6», or a dash where nobody has observed it; rounded half up."""
    if mean is None:
        return say("recaps-sheet-no-mean")
    tenths = floor(mean * 10 + Fraction(1, 2))
    return say("recaps-sheet-mean", whole=tenths // 10, tenth=tenths % 10)


def button(event_id: EventId) -> Button:
    """«📋 Лист анализа»."""
    return Button(say("recaps-button-sheet"), OpenSheet(event_id))


def to_fill(lessons: tuple[LessonToFill, ...]) -> Rows:
    """Open lessons that wait for the own sheet, above what is ahead."""
    return tuple(
        (
            Button(
                say(
                    "recaps-sheet-awaited",
                    title=lesson.title,
                    when=Moment(lesson.starts_at, lesson.zone, "day"),
                ),
                OpenSheet(lesson.id),
            ),
        )
        for lesson in lessons
    )


def _summary(summary: SheetSummary) -> list[Phrase | Joined]:
    if not summary.sheets:
        return [say("recaps-sheets-none")]
    body: list[Phrase | Joined] = [
        say("recaps-sheets-count", count=summary.sheets),
        Joined(tuple(_seen(one) for one in summary.seen)),
    ]
    for key, lines in (
        ("recaps-sheets-takeaways", summary.takeaways),
        ("recaps-sheets-advice", summary.advice),
    ):
        if lines:
            shown = [say(key), *(_said(line) for line in lines[:LINES_SHOWN])]
            if len(lines) > LINES_SHOWN:
                shown.append(say("recaps-sheets-more", count=len(lines) - LINES_SHOWN))
            body.append(Joined(tuple(shown)))
    return body


def _seen(one: Seen) -> Phrase:
    return say("recaps-sheets-seen", name=one.indicator.name, mean=mean_words(one.mean), count=one.count)


def _said(line: Said) -> Phrase:
    if line.who is None:
        return say("recaps-sheets-said", words=line.words)
    return say("recaps-sheets-said-by", words=line.words, who=adult(line.who))


def _kept(sheet: Sheet, slug: str) -> str:
    mark = sheet.marks.get(slug)
    return NOT_OBSERVED if mark is None else str(mark)


def _rows(shown: LessonView) -> Rows:
    event = shown.event
    rows: list[tuple[Button, ...]] = []
    if shown.fills and shown.closed is None:
        key = "recaps-button-sheet-fill" if shown.own is None else "recaps-button-sheet-change"
        rows.append((Button(say(key), FillSheet(event.id), style=Style.PRIMARY),))
    if shown.summary is not None and shown.summary.sheets:
        rows.append((Button(say("recaps-button-sheet-paper"), PrintSheet(event.id, blank=False)),))
    rows.append((Button(say("recaps-button-sheet-blank"), PrintSheet(event.id, blank=True)),))
    back = (Button(say("button-back"), OpenEvent(event.id)),) if shown.manages else ()
    return (*rows, (*back, menu_button()))
