"""«🎒 Подготовка»: the talk and the advice, shown in the chat or drawn when they are asked for."""

import asyncio

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_preparation import OpenAdvice, OpenPreparation, OpenTalk
from domain.clock import Clock
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.guests.preparation_words import advice_of, talk_of
from messenger.show import Show
from reports.documents.guest_sheet import GuestSheet, guest_sheet
from screens import guests_preparation as screens
from screens.base import Document, say
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
    if not action.paper:
        await show(screens.talk(view))
        return
    await show.toast()  # drawing takes a moment
    await show(screens.talk(view, await _drawn(talk_of(view, show.texts, clock.now()), "talk", show)))


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
    if not action.paper:
        await show(screens.advice(view))
        return
    await show.toast()  # drawing takes a moment
    await show(screens.advice(view, await _drawn(advice_of(view, show.texts, clock.now()), "advice", show)))


async def _drawn(sheet: GuestSheet, what: str, show: Show) -> Document:
    content = await asyncio.to_thread(guest_sheet, sheet)
    return Document(content, plain(say(f"guests-{what}-file"), show.texts))


def build() -> Router:
    """A new router of the preparation."""
    router = Router(name="guests-preparation")
    router.callback_query.register(prepare, Tap(OpenPreparation), Known())
    router.callback_query.register(talk, Tap(OpenTalk), Known())
    router.callback_query.register(advice, Tap(OpenAdvice), Known())
    return router
