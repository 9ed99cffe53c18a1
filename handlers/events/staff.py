"""The staff's taps: list, card, delivery report, cancelling."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.events import CancelEvent, ConfirmCancelEvent, OpenEvent, OpenEvents
from domain.ids import EventId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from messenger.show import Show
from screens import events as screens
from screens.base import Joined, Phrase
from services.event_changes import EventChanges
from services.events import Events


async def page(_: CallbackQuery, action: OpenEvents, actor: Actor, events: Events, show: Show) -> None:
    """«📅 Мероприятия»."""
    await show(
        screens.page(await events.page(actor, action.organisation_id, past=action.past, page=action.page))
    )


async def card(_: CallbackQuery, action: OpenEvent, actor: Actor, events: Events, show: Show) -> None:
    """An event of the list."""
    await show_card(actor, action.event_id, events, show)


async def ask_cancel(
    _: CallbackQuery,
    action: CancelEvent,
    actor: Actor,
    events: Events,
    event_changes: EventChanges,
    show: Show,
) -> None:
    """«🚫 Отменить мероприятие»: shows how many people will be told."""
    preview = await event_changes.preview_cancel(actor, action.event_id)
    if isinstance(preview, Refused):
        await show_card(actor, action.event_id, events, show, screens.refused_word(preview))
        return
    await show(screens.confirm_cancel(preview.event, preview.organisation, preview.told))


async def cancel(
    _: CallbackQuery,
    action: ConfirmCancelEvent,
    actor: Actor,
    events: Events,
    event_changes: EventChanges,
    show: Show,
) -> None:
    """«Да, отменить»."""
    try:
        outcome = await event_changes.cancel(actor, action.event_id, action.version)
    except AlreadyDone:
        word = screens.cancelled_word()
    else:
        word = (
            screens.refused_word(outcome)
            if isinstance(outcome, Refused)
            else screens.cancelled_word(outcome.told)
        )
    await show_card(actor, action.event_id, events, show, word)


async def show_card(
    actor: Actor, event_id: EventId, events: Events, show: Show, word: Phrase | Joined | None = None
) -> None:
    """The card as it is now, with a word about what has just happened."""
    await show(screens.card(await events.card(actor, event_id), word))


def build() -> Router:
    """A new router of the staff's side."""
    router = Router(name="events-staff")
    router.callback_query.register(page, Tap(OpenEvents), Known())
    router.callback_query.register(card, Tap(OpenEvent), Known())
    router.callback_query.register(ask_cancel, Tap(CancelEvent), Known())
    router.callback_query.register(cancel, Tap(ConfirmCancelEvent), Known())
    return router
