"""Routers of every feature in one dispatcher, and what stands around every update."""

from collections.abc import Callable

from aiogram import Dispatcher, Router

from bot.fsm_storage import FormStorage
from bot.services import Services
from bot.settings import Settings
from content.vocabulary import vocabulary
from db.work import Database
from handlers.common.form_router import FormsMiddleware
from handlers.common.middleware import ActorMiddleware, OnceMiddleware

ROUTERS: tuple[Callable[[], Router], ...] = ()
"""`handlers.<feature>.router.build`, the most frequent first; the fallback last."""


def build_dispatcher(database: Database, services: Services, settings: Settings) -> Dispatcher:
    """A dispatcher with every feature plugged in; services reach handlers by parameter name."""
    dispatcher = Dispatcher(storage=FormStorage(database), disable_fsm=True, **services.by_name())
    dispatcher.update.outer_middleware(OnceMiddleware())
    dispatcher.update.outer_middleware(dispatcher.fsm)  # after the edge has dropped what is not for us
    actors = ActorMiddleware(services.people, services.sent, settings.default_locale)
    dispatcher.message.outer_middleware(actors)
    dispatcher.callback_query.outer_middleware(actors)
    forms = FormsMiddleware(database.clock, vocabulary(), settings.timezone)
    dispatcher.message.outer_middleware(forms)
    dispatcher.callback_query.outer_middleware(forms)
    for build in ROUTERS:
        dispatcher.include_router(build())
    return dispatcher
