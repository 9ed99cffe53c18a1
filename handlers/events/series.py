"""Weekly series: how many meetings, and their one announcement."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.event_drafts import AskSeries, PublishSeries
from domain.event_drafts import WEEKS
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.events.kept_card import came_of, show_kept
from messenger.show import Show
from screens import events_drafts as screens
from services.event_drafts import EventDrafts
from services.event_series import EventSeries
from services.events import Events


async def ask(
    _: CallbackQuery, action: AskSeries, actor: Actor, event_drafts: EventDrafts, events: Events, show: Show
) -> None:
    """«🔁 Каждую неделю»."""
    view = await event_drafts.look(actor, action.event_id)
    if view is None:
        await show_kept(actor, action.event_id, event_drafts, events, show)
        return
    weeks = min(max(action.weeks, WEEKS[0]), WEEKS[-1])
    await show(screens.series(view, weeks))


async def publish(
    _: CallbackQuery,
    action: PublishSeries,
    actor: Actor,
    event_drafts: EventDrafts,
    event_series: EventSeries,
    events: Events,
    show: Show,
) -> None:
    """«✅ Опубликовать: 4 встречи»."""
    word = await came_of(
        event_series.publish(actor, action.event_id, action.version, action.weeks),
        screens.series_word(action.weeks),
    )
    await show_kept(actor, action.event_id, event_drafts, events, show, word)


def build() -> Router:
    """A new router of weekly series."""
    router = Router(name="events-series")
    router.callback_query.register(ask, Tap(AskSeries), Known())
    router.callback_query.register(publish, Tap(PublishSeries), Known())
    return router
