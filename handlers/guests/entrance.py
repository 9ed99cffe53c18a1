"""«🚪 Имя для входа»: the guest agrees and types the full name, or shows a document at the entrance."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_preparation import DropFullName, OpenEntrance, TellFullName
from domain.actions.guests import OpenVisit
from domain.forms import Circumstances, Value
from domain.guest_entrance import asks_full_name, full_name
from domain.ids import VisitId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from messenger.show import Show
from screens import guests_entrance as screens
from screens.guests_words import refused_word
from services.guest_entrance import GuestEntrance


def _check(text: str, _circumstances: Circumstances) -> Value | Refused:
    return full_name(text)


async def _keep(run: FormRun) -> None:
    entrance: GuestEntrance = run.services["guest_entrance"]
    visit_id, version = VisitId(int(run.context["visit"])), int(run.context["version"])
    locale = run.show.texts.locale
    word = None
    try:
        outcome = await entrance.keep(run.actor, visit_id, run.text("name"), version, locale)
    except AlreadyDone:
        outcome = await entrance.look(run.actor, visit_id, locale)
    run.close()
    if isinstance(outcome, Refused):
        word, outcome = refused_word(outcome), await entrance.look(run.actor, visit_id, locale)
    await run.show(screens.entrance(outcome, word))


FULL_NAME = Form(
    "gft",
    "guests-form-full-name",
    (Step("name", "guests-ask-full-name", check=_check, example="guests-example-full-name"),),
    _keep,
    restart=lambda context: OpenEntrance(VisitId(int(context["visit"]))),
    place=lambda context: OpenVisit(VisitId(int(context["visit"]))),
)


async def look(
    _: CallbackQuery, action: OpenEntrance, actor: Actor, guest_entrance: GuestEntrance, show: Show
) -> None:
    """The name that stands in the list, or the consent that is asked for it."""
    await show(screens.entrance(await guest_entrance.look(actor, action.visit_id, show.texts.locale)))


async def tell(
    _: CallbackQuery,
    action: TellFullName,
    actor: Actor,
    guest_entrance: GuestEntrance,
    forms: Forms,
    show: Show,
) -> None:
    """«Согласен, написать имя»; a text that was replaced meanwhile is shown anew."""
    view = await guest_entrance.look(actor, action.visit_id, show.texts.locale)
    if not asks_full_name(view.card) or action.version != view.consent.version:
        await show(screens.entrance(view))
        return
    context: dict[str, int | str] = {
        "organisation": view.card.organisation.id,
        "visit": action.visit_id,
        "version": action.version,
    }
    await forms.start(FULL_NAME, context=context, anew=True)


async def drop(
    _: CallbackQuery, action: DropFullName, actor: Actor, guest_entrance: GuestEntrance, show: Show
) -> None:
    """«🗑 Убрать имя»."""
    view = await guest_entrance.drop(actor, action.visit_id, show.texts.locale)
    await show(screens.entrance(view, screens.dropped_word()))


def build() -> Router:
    """A new router of names for the entrance."""
    router = Router(name="guests-entrance")
    router.callback_query.register(look, Tap(OpenEntrance), Known())
    router.callback_query.register(tell, Tap(TellFullName), Known())
    router.callback_query.register(drop, Tap(DropFullName), Known())
    answer_forms(router, FULL_NAME)
    return router
