"""«❓ Вопросы детей»: added, changed, taken away, sent."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_preparation import DropQuestion, OpenQuestions, SendQuestions, WriteQuestion
from domain.forms import words
from domain.guest_questions import QUESTION_LIMIT, QuestionsPage
from domain.ids import QuestionId, VisitId
from domain.outcomes import AlreadyDone, Missing, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from messenger.show import Show
from screens import guests_questions as screens
from screens.base import Arg, Phrase, say
from screens.guests_words import refused_word
from services.guest_questions import GuestQuestions

NEW = 0
"""In a draft, in place of a question: one more is asked. No question has this number."""


def _visit_id(run: FormRun) -> VisitId:
    return VisitId(int(run.context["visit"]))


def _question_id(run: FormRun) -> QuestionId | None:
    number = int(run.context["question"])
    return None if number == NEW else QuestionId(number)


async def _stands(run: FormRun) -> Arg | None:
    """What is being changed."""
    questions: GuestQuestions = run.services["guest_questions"]
    question_id = _question_id(run)
    if question_id is None:
        return None
    return (await questions.question(run.actor, _visit_id(run), question_id)).text


async def _write(run: FormRun) -> None:
    questions: GuestQuestions = run.services["guest_questions"]
    try:
        outcome = await questions.write(run.actor, _visit_id(run), _question_id(run), run.text("text"))
    except (AlreadyDone, Missing):  # written down already; or somebody has taken the question away meanwhile
        outcome = await questions.page(run.actor, _visit_id(run))
    run.close()
    await _show(run.actor, _visit_id(run), outcome, say("guests-question-kept"), questions, run.show)


QUESTION = Form(
    "gpq",
    "guests-form-question",
    (
        Step(
            "text",
            "guests-ask-question",
            check=words(QUESTION_LIMIT),
            example="guests-example-question",
            stored=_stands,
        ),
    ),
    _write,
    restart=lambda context: OpenQuestions(VisitId(int(context["visit"]))),
    place=lambda context: OpenQuestions(VisitId(int(context["visit"]))),
)


async def open_page(
    _: CallbackQuery, action: OpenQuestions, actor: Actor, guest_questions: GuestQuestions, show: Show
) -> None:
    """«❓ Вопросы детей»."""
    await show(screens.page(await guest_questions.page(actor, action.visit_id)))


async def write(
    _: CallbackQuery,
    action: WriteQuestion,
    actor: Actor,
    guest_questions: GuestQuestions,
    forms: Forms,
    show: Show,
) -> None:
    """«➕ Добавить вопрос», or another wording of one."""
    view = await guest_questions.page(actor, action.visit_id)
    known = {one.id for one in view.questions}
    if not view.may_change or (action.question_id is not None and action.question_id not in known):
        await show(screens.page(view))
        return
    context: dict[str, int | str] = {
        "organisation": view.card.organisation.id,
        "visit": view.card.visit.id,
        "question": action.question_id or NEW,
    }
    await forms.start(QUESTION, context=context)


async def drop(
    _: CallbackQuery, action: DropQuestion, actor: Actor, guest_questions: GuestQuestions, show: Show
) -> None:
    """«🗑»."""
    try:
        view = await guest_questions.drop(actor, action.visit_id, action.question_id)
    except AlreadyDone:
        view = await guest_questions.page(actor, action.visit_id)
    await show(screens.page(view))


async def send(
    _: CallbackQuery, action: SendQuestions, actor: Actor, guest_questions: GuestQuestions, show: Show
) -> None:
    """«📨 Отправить гостю»."""
    try:
        outcome = await guest_questions.send(actor, action.visit_id)
    except AlreadyDone:
        outcome = await guest_questions.page(actor, action.visit_id)
    await _show(actor, action.visit_id, outcome, say("guests-questions-sent"), guest_questions, show)


async def _show(
    actor: Actor,
    visit_id: VisitId,
    outcome: QuestionsPage | Refused,
    word: Phrase,
    questions: GuestQuestions,
    show: Show,
) -> None:
    if isinstance(outcome, Refused):
        await show(screens.page(await questions.page(actor, visit_id), refused_word(outcome)))
    else:
        await show(screens.page(outcome, word))


def build() -> Router:
    """A new router of the children's questions."""
    router = Router(name="guests-questions")
    router.callback_query.register(open_page, Tap(OpenQuestions), Known())
    router.callback_query.register(write, Tap(WriteQuestion), Known())
    router.callback_query.register(drop, Tap(DropQuestion), Known())
    router.callback_query.register(send, Tap(SendQuestions), Known())
    answer_forms(router, QUESTION)
    return router
