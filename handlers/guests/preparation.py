"""«🎒 Подготовка»: the talk and the advice, shown in the chat or drawn when they are asked for; the checklist."""

import asyncio
from collections.abc import Callable

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_preparation import LookAhead, OpenAdvice, OpenPreparation, OpenTalk, TickItem
from domain.clock import Clock
from domain.guest_preparation import Preparation
from domain.ids import GroupId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import KNOWN
from handlers.common.forms import Forms
from handlers.guests.application_steps import profession_of
from handlers.guests.preparation_words import advice_of, talk_of
from messenger.show import Show
from reports.documents.guest_sheet import GuestSheet, guest_sheet
from screens import forms as form_screens
from screens import guests_preparation as screens
from screens.base import Document, Screen, say
from screens.guests_words import refused_word
from screens.render import plain
from services.guest_preparation import GuestPreparation


async def prepare(
    _: CallbackQuery,
    action: OpenPreparation,
    actor: Actor,
    guest_preparation: GuestPreparation,
    show: Show,
) -> None:
    """«🎒 Подготовка»."""
    await show(screens.preparation(await guest_preparation.look(actor, action.visit_id)))


async def tick(
    _: CallbackQuery, action: TickItem, actor: Actor, guest_preparation: GuestPreparation, show: Show
) -> None:
    """A line of the checklist."""
    try:
        outcome = await guest_preparation.tick(actor, action.visit_id, action.item, on=action.on)
    except AlreadyDone:
        outcome = await guest_preparation.look(actor, action.visit_id)
    if isinstance(outcome, Refused):
        view = await guest_preparation.look(actor, action.visit_id)
        await show(screens.preparation(view, refused_word(outcome)))
    else:
        await show(screens.preparation(outcome))


async def talk(
    _: CallbackQuery,
    action: OpenTalk,
    actor: Actor,
    guest_preparation: GuestPreparation,
    show: Show,
    clock: Clock,
) -> None:
    """«📖 О чём рассказать», and as a sheet."""
    view = await guest_preparation.look(actor, action.visit_id)
    sheet = talk_of(view, show.texts, clock.now()) if action.paper else None
    await _open(screens.talk, view, sheet, "talk", show)


async def advice(
    _: CallbackQuery,
    action: OpenAdvice,
    actor: Actor,
    guest_preparation: GuestPreparation,
    show: Show,
    clock: Clock,
) -> None:
    """«📌 Памятка гостя», and as a sheet."""
    view = await guest_preparation.look(actor, action.visit_id)
    sheet = advice_of(view, show.texts, clock.now()) if action.paper else None
    await _open(screens.advice, view, sheet, "advice", show)


async def look_ahead(
    _: CallbackQuery,
    action: LookAhead,
    actor: Actor,
    guest_preparation: GuestPreparation,
    forms: Forms,
    show: Show,
) -> None:
    """«📖 О чём рассказать» while one applies: the form waits where it stands, with everything typed."""
    form = KNOWN.get(action.form)
    run = None if form is None else await forms.find(form)
    if run is None or run.token != action.token or not isinstance(run.values.get("profession"), str):
        await show(form_screens.closed())
        return
    view = await guest_preparation.ahead(actor, GroupId(int(run.context["group"])), profession_of(run))
    await show(screens.talk_ahead(view, run.form.name))


async def _open(
    draw: Callable[[Preparation, Document | None], Screen],
    view: Preparation,
    sheet: GuestSheet | None,
    what: str,
    show: Show,
) -> None:
    """A screen in the chat, or with its sheet."""
    document = None
    if sheet is not None:
        await show.toast()  # drawing takes a moment
        content = await asyncio.to_thread(guest_sheet, sheet)
        document = Document(content, plain(say(f"guests-{what}-file"), show.texts))
    await show(draw(view, document))


def build() -> Router:
    """A new router of the preparation."""
    router = Router(name="guests-preparation")
    router.callback_query.register(prepare, Tap(OpenPreparation), Known())
    router.callback_query.register(tick, Tap(TickItem), Known())
    router.callback_query.register(talk, Tap(OpenTalk), Known())
    router.callback_query.register(advice, Tap(OpenAdvice), Known())
    router.callback_query.register(look_ahead, Tap(LookAhead), Known())
    return router
