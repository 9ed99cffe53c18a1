"""«💌 Благодарственное письмо»: looked at, changed, issued, sent; the register; a guest's own."""

import asyncio
from hashlib import sha256

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_papers import (
    IssueLetter,
    OpenLetters,
    OpenOwnLetter,
    PrepareLetter,
    SendLetter,
    TakeLetter,
    TakeRegister,
)
from domain.actions.guests import OpenVisit
from domain.clock import Clock
from domain.forms import words
from domain.guest_letters import SALUTATION_LIMIT, WORDS_LIMIT
from domain.ids import VisitId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.guests.cards import show_card
from handlers.guests.letter_words import dear, register_of, thanks
from messenger.show import Show
from reports.documents.guest_letter import LetterPaper, file_name, guest_letter, paper_of
from reports.documents.guest_tables import guest_workbook
from screens import guests_letters as screens
from screens.base import Day, Document, Picture, say
from screens.guests_words import refused_word
from screens.render import plain
from services.guest_applications import GuestApplications
from services.guest_letters import GuestLetters

PPI = 80.0
"""Of the preview: as wide as a telephone, small enough to come at once."""


def _visit_id(run: FormRun) -> VisitId:
    return VisitId(int(run.context["visit"]))


async def _preview(run: FormRun) -> None:
    """The draft as a picture of the paper."""
    letters: GuestLetters = run.services["guest_letters"]
    view = await letters.desk(run.actor, _visit_id(run))
    if view.letter is not None or not view.possible:
        run.close()
        await run.show(screens.desk(view))
        return
    here = view.card.organisation
    paper = LetterPaper(
        here.name,
        here.kind,
        run.maybe_text("salutation"),
        run.text("words"),
        None,
        run.clock.today(here.timezone),
        run.clock.now(),
    )
    drawn = await asyncio.to_thread(guest_letter, paper, form="png", ppi=PPI)
    picture = Picture(drawn, "letter.png", sha256(drawn).hexdigest())
    await run.show(screens.preview(run.form.name, run.token, view, picture))


LETTER = Form(
    "glz",
    "guests-form-letter",
    (
        Step(
            "salutation",
            "guests-ask-letter-salutation",
            check=words(SALUTATION_LIMIT),
            example="guests-example-letter-salutation",
            optional=True,
        ),
        Step(
            "words",
            "guests-ask-letter-words",
            check=words(WORDS_LIMIT, lines=True),
            example="guests-example-letter-words",
        ),
    ),
    _preview,
    previewed=True,
    restart=lambda context: PrepareLetter(VisitId(int(context["visit"]))),
    place=lambda context: OpenVisit(VisitId(int(context["visit"]))),
)


async def prepare(
    _: CallbackQuery,
    action: PrepareLetter,
    actor: Actor,
    guest_letters: GuestLetters,
    forms: Forms,
    show: Show,
) -> None:
    """«💌 Благодарственное письмо»: the draft is ready at once, or the letter stands."""
    view = await guest_letters.desk(actor, action.visit_id)
    if view.letter is not None or not view.possible:
        await show(screens.desk(view))
        return
    card = view.card
    await forms.start(
        LETTER,
        context={"organisation": card.organisation.id, "visit": card.visit.id},
        values={"salutation": dear(view.name), "words": thanks(card)},
    )


async def issue(
    _: CallbackQuery,
    action: IssueLetter,
    actor: Actor,
    guest_letters: GuestLetters,
    forms: Forms,
    show: Show,
) -> None:
    """«✅ Оформить письмо»."""
    run = await forms.find(LETTER)
    if run is None or run.token != action.token or _visit_id(run) != action.visit_id:
        await show(screens.desk(await guest_letters.desk(actor, action.visit_id)))
        return
    if run.draft.at is not None:  # an answer is being changed: the preview comes back after it
        await run.ask()
        return
    async with forms.saving(run):
        word = say("guests-letter-issued")
        try:
            outcome = await guest_letters.issue(
                actor, action.visit_id, run.maybe_text("salutation"), run.text("words")
            )
        except AlreadyDone:
            outcome = await guest_letters.desk(actor, action.visit_id)
        if isinstance(outcome, Refused):
            word = refused_word(outcome)
            outcome = await guest_letters.desk(actor, action.visit_id)
        run.close()
        await show(screens.desk(outcome, word))


async def send(
    _: CallbackQuery, action: SendLetter, actor: Actor, guest_letters: GuestLetters, show: Show
) -> None:
    """«📨 Отправить гостю»."""
    try:
        view = await guest_letters.send(actor, action.visit_id)
    except AlreadyDone:
        view = await guest_letters.desk(actor, action.visit_id)
    if isinstance(view, Refused):
        await show(screens.desk(await guest_letters.desk(actor, action.visit_id), refused_word(view)))
        return
    await show(screens.desk(view, say("guests-letter-on-its-way")))


async def take(
    _: CallbackQuery, action: TakeLetter, actor: Actor, guest_letters: GuestLetters, show: Show
) -> None:
    """«📄 Письмо в PDF»."""
    view = await guest_letters.desk(actor, action.visit_id)
    if view.letter is None or view.letter.words is None:
        await show(screens.desk(view))
        return
    await show.toast()
    content = await asyncio.to_thread(guest_letter, paper_of(view.letter, view.card.organisation))
    await show(screens.taken(view, Document(content, file_name(view.letter))))


async def own(
    _: CallbackQuery,
    action: OpenOwnLetter,
    actor: Actor,
    guest_letters: GuestLetters,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """«💌 Моё письмо»."""
    view = await guest_letters.own(actor, action.visit_id)
    if view is None:
        await show_card(actor, action.visit_id, guest_applications, show)
        return
    await show.toast()
    content = await asyncio.to_thread(guest_letter, paper_of(view.letter, view.card.organisation))
    await show(screens.own(view, Document(content, file_name(view.letter))))


async def register(
    _: CallbackQuery, action: OpenLetters, actor: Actor, guest_letters: GuestLetters, show: Show
) -> None:
    """«💌 Письма гостям»."""
    await show(screens.register(await guest_letters.register(actor, action.organisation_id, action.page)))


async def table(
    _: CallbackQuery,
    action: TakeRegister,
    actor: Actor,
    guest_letters: GuestLetters,
    show: Show,
    clock: Clock,
) -> None:
    """«📊 Реестр в Excel»."""
    view = await guest_letters.table(actor, action.organisation_id)
    await show.toast()
    today = clock.today(view.organisation.timezone)
    content = await asyncio.to_thread(guest_workbook, register_of(view, show.texts, clock.now()))
    name = plain(say("guests-letters-file", day=Day(today, "year", view.organisation.timezone)), show.texts)
    await show(screens.table(view, Document(content, name)))


def build() -> Router:
    """A new router of letters."""
    router = Router(name="guests-letters")
    router.callback_query.register(prepare, Tap(PrepareLetter), Known())
    router.callback_query.register(issue, Tap(IssueLetter), Known())
    router.callback_query.register(send, Tap(SendLetter), Known())
    router.callback_query.register(take, Tap(TakeLetter), Known())
    router.callback_query.register(own, Tap(OpenOwnLetter), Known())
    router.callback_query.register(register, Tap(OpenLetters), Known())
    router.callback_query.register(table, Tap(TakeRegister), Known())
    answer_forms(router, LETTER)
    return router
