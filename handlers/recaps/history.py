"""Past events: pages, filters, the table."""

import asyncio

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.recaps import HistoryTable, OpenHistory
from domain.clock import Clock
from domain.history import Sought
from domain.people import Actor
from handlers.common.filters import Known, Tap
from messenger.show import Show
from reports.documents.event_tables import events_workbook
from screens import recaps_history as screens
from screens.base import Document
from screens.render import plain
from services.event_history import EventHistory


async def page(
    _: CallbackQuery, action: OpenHistory, actor: Actor, event_history: EventHistory, show: Show
) -> None:
    """«🗂 История и таблица», and its filters."""
    sought = Sought(action.event_form, action.group_id, action.month)
    view = await event_history.page(actor, action.organisation_id, sought, action.page)
    await show(screens.page(view) if action.pick is None else screens.choose(view, action.pick))


async def table(
    _: CallbackQuery,
    action: HistoryTable,
    actor: Actor,
    event_history: EventHistory,
    show: Show,
    clock: Clock,
) -> None:
    """«📊 Таблица Excel»: made of what the filters leave."""
    sought = Sought(action.event_form, action.group_id, action.month)
    made = await event_history.table(actor, action.organisation_id, sought)
    await show.toast()
    content = await asyncio.to_thread(events_workbook, made, show.texts, made_at=clock.now())
    name = screens.table_name(clock.today(made.organisation.timezone))
    file = Document(content, plain(name, show.texts))
    await show(screens.table(action.organisation_id, sought, file))


def build() -> Router:
    """A new router of the history."""
    router = Router(name="recaps-history")
    router.callback_query.register(page, Tap(OpenHistory), Known())
    router.callback_query.register(table, Tap(HistoryTable), Known())
    return router
