"""«✉️ Написать воспитателю», «✉️ Написать гостю»: the bot passes on what is typed."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_preparation import OpenMessages, WriteMessage
from domain.actions.guests import OpenVisit
from domain.forms import words
from domain.guest_messages import MESSAGE_LIMIT, Correspondence
from domain.ids import VisitId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from messenger.show import Show
from screens import guests_messages as screens
from screens.base import Arg, Joined, Phrase, say
from screens.guests_words import refused_word
from services.guest_messages import GuestMessages


def _to_whom(run: FormRun) -> dict[str, Arg]:
    return {"to": str(run.context["to"])}


async def _send(run: FormRun) -> None:
    messages: GuestMessages = run.services["guest_messages"]
    visit_id = VisitId(int(run.context["visit"]))
    word: Phrase | Joined = say("guests-message-sent")
    typed = run.text("text")
    try:
        outcome = await messages.write(run.actor, visit_id, typed)
    except AlreadyDone:
        outcome = await messages.look(run.actor, visit_id)
    run.close()
    if isinstance(outcome, Refused):
        word = Joined((refused_word(outcome), say("guests-message-unsent", text=typed)))
        outcome = await messages.look(run.actor, visit_id)
    await run.show(screens.correspondence(outcome, word))


MESSAGE = Form(
    "gmw",
    "guests-form-message",
    (
        Step(
            "text",
            "guests-ask-message",
            check=words(MESSAGE_LIMIT, lines=True),
            example="guests-example-message",
            args=_to_whom,
        ),
    ),
    _send,
    restart=lambda context: WriteMessage(VisitId(int(context["visit"]))),
    place=lambda context: OpenVisit(VisitId(int(context["visit"]))),
)


async def look(
    _: CallbackQuery,
    action: OpenMessages,
    actor: Actor,
    guest_messages: GuestMessages,
    forms: Forms,
    show: Show,
) -> None:
    """«✉️ Написать …» under a visit: what was written; before the first message it is asked for at once."""
    view = await guest_messages.look(actor, action.visit_id)
    if view.messages or not view.card.may_write:
        await show(screens.correspondence(view))
    else:
        await _ask(view, forms)


async def write(
    _: CallbackQuery,
    action: WriteMessage,
    actor: Actor,
    guest_messages: GuestMessages,
    forms: Forms,
    show: Show,
) -> None:
    """«✉️ Написать», «Ответить»: asks for the words, as long as one may write."""
    view = await guest_messages.look(actor, action.visit_id)
    if view.card.may_write:
        await _ask(view, forms)
    else:
        await show(screens.correspondence(view))


async def _ask(view: Correspondence, forms: Forms) -> None:
    card = view.card
    context: dict[str, int | str] = {
        "organisation": card.organisation.id,
        "visit": card.visit.id,
        "to": "teacher" if card.mine else "guest",
    }
    await forms.start(MESSAGE, context=context)


def build() -> Router:
    """A new router of messages."""
    router = Router(name="guests-messages")
    router.callback_query.register(look, Tap(OpenMessages), Known())
    router.callback_query.register(write, Tap(WriteMessage), Known())
    answer_forms(router, MESSAGE)
    return router
