"""Routers of every feature in one dispatcher, and what stands around every update."""

from collections.abc import Callable

from aiogram import Dispatcher, Router

from bot.fsm_storage import FormStorage
from bot.metrics import Metrics, UpdateMetrics
from bot.services import Services
from bot.settings import Settings
from content.vocabulary import vocabulary
from db.work import Database
from handlers import fallback
from handlers.announcements import router as announcements_router
from handlers.chats import router as chats_router
from handlers.closures import router as closures_router
from handlers.common.edge import Buckets, PrivateOnly, Throttle
from handlers.common.form_router import FormsMiddleware, closed_forms
from handlers.common.middleware import ActorMiddleware, OnceMiddleware
from handlers.common.mishaps import LastNet, MishapMiddleware
from handlers.common.taps import Taps
from handlers.events import router as events_router
from handlers.guests import router as guests_router
from handlers.joining import router as joining_router
from handlers.menu import router as menu_router
from handlers.organisation import router as organisation_router
from handlers.posts import router as posts_router
from handlers.privacy import router as privacy_router
from handlers.quizzes import router as quizzes_router
from handlers.recaps import router as recaps_router
from handlers.waves import router as waves_router
from messenger.uploads import Uploads

FEATURES: tuple[Callable[[], Router], ...] = (
    posts_router.build,
    quizzes_router.build,
    events_router.build,
    announcements_router.build,
    guests_router.build,
    closures_router.build,
    joining_router.build,
    menu_router.build,
    organisation_router.build,
    privacy_router.build,
    recaps_router.build,
    waves_router.build,
)
"""`handlers.<feature>.router.build`: the keyboard below the chat before forms, then the most frequent first."""

OTHERS: tuple[Callable[[], Router], ...] = (chats_router.build, closed_forms, fallback.build)
"""What belongs to no feature; the fallback last."""


def build_dispatcher(
    database: Database,
    services: Services,
    settings: Settings,
    metrics: Metrics,
    buckets: Buckets,
    uploads: Uploads,
) -> Dispatcher:
    """A dispatcher with every feature plugged in; services reach handlers by parameter name."""
    locale = settings.default_locale
    dispatcher = Dispatcher(
        storage=FormStorage(database), disable_fsm=True, clock=database.clock, **services.by_name()
    )
    for around_updates in (
        PrivateOnly(),
        Throttle(buckets, locale),
        UpdateMetrics(metrics),
        OnceMiddleware(),
        dispatcher.fsm,  # not where aiogram puts it: what the edge drops must not ask the database
    ):
        dispatcher.update.outer_middleware(around_updates)
    actors = ActorMiddleware(services.people, services.sent, database.clock, locale, uploads)
    for events in (dispatcher.message, dispatcher.callback_query):
        events.outer_middleware(actors)
        events.outer_middleware(MishapMiddleware())
        events.outer_middleware(FormsMiddleware(database.clock, vocabulary(), settings.timezone))
    dispatcher.errors.register(LastNet(locale).answer)
    features = [build() for build in FEATURES]
    dispatcher.callback_query.register(Taps.taken_from(features).answer)
    dispatcher.include_routers(*features, *(build() for build in OTHERS))
    return dispatcher
