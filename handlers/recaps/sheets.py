"""The analysis sheet of an open lesson: one tap for each indicator, two lines, a look at it, and it is sent."""

import asyncio
from collections.abc import Callable, Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.recaps import FillSheet, OpenSheet, PrintSheet, SendSheet
from domain.clock import Clock
from domain.forms import Value, words
from domain.ids import EventId
from domain.lesson_sheets import INDICATORS, WORDS_LIMIT, LessonView, Sheet, SheetForm
from domain.outcomes import AlreadyDone, Reason, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Option, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.recaps.sheet_paper import paper_of
from messenger.show import Show
from reports.documents.lesson_sheet import lesson_sheet
from screens import recaps_sheets as screens
from screens.base import Arg, Document, Phrase
from screens.render import plain
from services.lesson_sheets import LessonSheets


def _form_of(run: FormRun) -> SheetForm:
    lesson_sheets: LessonSheets = run.services["lesson_sheets"]
    return lesson_sheets.form


async def _answers(_run: FormRun) -> Sequence[Option]:
    return [Option(value, screens.answer(value)) for value in screens.ANSWERS]


def _asked(number: int) -> Callable[[FormRun], dict[str, Arg]]:
    def of(run: FormRun) -> dict[str, Arg]:
        indicator = _form_of(run).indicators[number - 1]
        return {"name": indicator.name, "question": indicator.question}

    return of


def _sheet_of(run: FormRun) -> Sheet:
    marks = {}
    for number, indicator in enumerate(_form_of(run).indicators, 1):
        said = run.maybe_text(f"i{number}")
        if said is not None and said != screens.NOT_OBSERVED:
            marks[indicator.slug] = int(said)
    return Sheet(marks, run.maybe_text("takeaway"), run.maybe_text("advice"))


def _values_of(form: SheetForm, sheet: Sheet) -> dict[str, Value]:
    """The answers of a sheet that was sent, to be changed."""
    marks = {
        f"i{number}": str(sheet.marks.get(indicator.slug, screens.NOT_OBSERVED))
        for number, indicator in enumerate(form.indicators, 1)
    }
    return {**marks, "takeaway": sheet.takeaway, "advice": sheet.advice}


def _line(name: str) -> Step:
    return Step(
        name,
        f"recaps-sheet-ask-{name}",
        check=words(WORDS_LIMIT),
        example=f"recaps-sheet-example-{name}",
        optional=True,
    )


async def _review(run: FormRun) -> None:
    event_id = EventId(int(run.context["event"]))
    await run.show(screens.review(SHEET.name, run.token, event_id, _form_of(run), _sheet_of(run)))


SHEET = Form(
    name="trsht",
    title="recaps-form-sheet",
    steps=(
        *(
            Step(
                f"i{number}",
                "recaps-sheet-ask",
                options=_answers,
                columns=2,
                args=_asked(number),
                shown=lambda value: screens.answer(str(value)),
            )
            for number in range(1, INDICATORS + 1)
        ),
        _line("takeaway"),
        _line("advice"),
    ),
    finish=_review,
    previewed=True,
    restart=lambda context: FillSheet(EventId(int(context["event"]))),
    place=lambda context: OpenSheet(EventId(int(context["event"]))),
)


async def look(
    _: CallbackQuery, action: OpenSheet, actor: Actor, lesson_sheets: LessonSheets, show: Show
) -> None:
    """«📋 Лист анализа»."""
    await show(screens.view(await lesson_sheets.look(actor, action.event_id)))


async def fill(
    _: CallbackQuery,
    action: FillSheet,
    actor: Actor,
    lesson_sheets: LessonSheets,
    forms: Forms,
    show: Show,
) -> None:
    """«✍️ Заполнить лист», or change the one that was sent: then its answers stand there already."""
    view = await lesson_sheets.look(actor, action.event_id)
    if not view.fills or view.closed is not None:
        await show(screens.view(view))
        return
    values = {} if view.own is None else _values_of(view.form, view.own)
    context: dict[str, int | str] = {"organisation": view.organisation.id, "event": action.event_id}
    await forms.start(SHEET, context=context, values=values)


async def send(
    _: CallbackQuery,
    action: SendSheet,
    actor: Actor,
    lesson_sheets: LessonSheets,
    forms: Forms,
    show: Show,
) -> None:
    """«✅ Отправить лист»; a second tap finds it sent."""
    run = await forms.find(SHEET)
    if run is None or run.token != action.token:
        await show(screens.view(await lesson_sheets.look(actor, action.event_id)))
        return
    if run.draft.at is not None:
        await run.ask()  # an answer is being changed: the review comes back after it
        return
    async with forms.saving(run):
        try:
            refused = await lesson_sheets.fill(actor, action.event_id, _sheet_of(run))
        except AlreadyDone:
            refused = None
        if refused is not None and refused.reason is Reason.SHEET_EMPTY:
            await run.ask_again("i1", refused)
            return
        run.close()
        await show(screens.view(await lesson_sheets.look(actor, action.event_id), _word(refused)))


def _word(refused: Refused | None) -> Phrase:
    return screens.sent() if refused is None else screens.refused_word(refused)


async def printed(
    _: CallbackQuery,
    action: PrintSheet,
    actor: Actor,
    lesson_sheets: LessonSheets,
    show: Show,
    clock: Clock,
) -> None:
    """The sheet as A4."""
    view: LessonView = await lesson_sheets.look(actor, action.event_id)
    if not action.blank and view.summary is None:
        await show(screens.view(view))
        return
    await show.toast()
    paper = paper_of(view, show.texts, blank=action.blank, made_at=clock.now())
    content = await asyncio.to_thread(lesson_sheet, paper, show.texts)
    name = plain(screens.paper_name(view, blank=action.blank), show.texts)
    await show(screens.paper(view, Document(content, name)))


def build() -> Router:
    """A new router of sheets."""
    router = Router(name="recaps-sheets")
    router.callback_query.register(look, Tap(OpenSheet), Known())
    router.callback_query.register(fill, Tap(FillSheet), Known())
    router.callback_query.register(send, Tap(SendSheet), Known())
    router.callback_query.register(printed, Tap(PrintSheet), Known())
    answer_forms(router, SHEET)
    return router
