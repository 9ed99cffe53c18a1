"""The application: what is built, in which order it starts and stops."""

from dataclasses import dataclass

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer

from bot.dispatcher import build_dispatcher
from bot.services import Services, build_services
from bot.settings import Settings
from db.work import Database
from domain.clock import Clock


@dataclass(slots=True)
class App:
    """Everything that one running bot consists of."""

    settings: Settings
    clock: Clock
    database: Database
    services: Services
    bot: Bot
    dispatcher: Dispatcher

    async def close(self) -> None:
        """Give connections back: first the database, then the session with Telegram."""
        await self.database.close()
        await self.bot.session.close()


def build(settings: Settings, clock: Clock) -> App:
    """Wire the bot. Nothing is connected and nothing runs yet."""
    if settings.bot_token is None:
        raise ValueError("BOT_TOKEN is not set: ask @BotFather for one, or try the demo with `make demo`.")
    database = Database(settings.database_url, clock)
    services = build_services(database, clock, settings)
    server = PRODUCTION if settings.bot_api_url is None else TelegramAPIServer.from_base(settings.bot_api_url)
    bot = Bot(settings.bot_token.get_secret_value(), session=AiohttpSession(api=server))
    return App(
        settings=settings,
        clock=clock,
        database=database,
        services=services,
        bot=bot,
        dispatcher=build_dispatcher(database, services, settings),
    )
