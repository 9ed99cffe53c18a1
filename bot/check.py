"""`python -m bot check`: what is wrong with an installation, and how to mend it."""

import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from enum import Enum

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError, TelegramUnauthorizedError
from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.app import build_bot
from bot.settings import Settings
from db.engine import make_room, writer_engine
from db.files import FolderRefused, require_writable
from db.migrate import pending
from screens.base import Phrase, say

CLOCK_OFF_SECONDS = 30
WAIT_SECONDS = 10


class State(Enum):
    """How a checked thing is."""

    WELL = "✔"
    WARNING = "!"
    WRONG = "✘"


@dataclass(frozen=True, slots=True)
class Finding:
    """One checked thing: its state, and what to say about it (with the remedy, when it needs one)."""

    state: State
    words: Phrase


async def check(settings: Settings) -> AsyncIterator[Finding]:
    """Look at everything that an operator can get wrong, in the order in which one would mend it."""
    yield Finding(State.WELL, say("running-check-settings-well"))
    if not settings.owner_ids:
        yield Finding(State.WARNING, say("running-check-no-owner"))
    yield _data_dir(settings)
    yield await _database(settings)
    yield await _clock(settings)
    if settings.bot_token is None:
        yield Finding(State.WRONG, say("running-check-no-token"))
        return
    bot = build_bot(settings)
    try:
        async for finding in _telegram(bot, settings):
            yield finding
    finally:
        await bot.session.close()


def _data_dir(settings: Settings) -> Finding:
    folder = str(settings.data_dir)
    try:
        require_writable(settings.data_dir)
    except FolderRefused as refused:
        return Finding(State.WRONG, say("running-check-data-dir-wrong", folder=folder, error=refused.why))
    return Finding(State.WELL, say("running-check-data-dir-well", folder=folder))


async def _database(settings: Settings) -> Finding:
    engine = writer_engine(settings.database_url)
    kind = engine.dialect.name
    try:
        make_room(settings.database_url)
        old = await pending(engine)
    except Exception as error:  # drivers raise errors of their own, and all of them mean the same here
        return Finding(State.WRONG, say("running-check-database-away", kind=kind, error=type(error).__name__))
    finally:
        await engine.dispose()
    if old and not settings.migrate_on_start:
        return Finding(State.WRONG, say("running-check-database-old", kind=kind))
    if old:
        return Finding(State.WELL, say("running-check-database-will-migrate", kind=kind))
    return Finding(State.WELL, say("running-check-database-well", kind=kind))


async def _clock(settings: Settings) -> Finding:
    """Compare with the `Date` of the Bot API server: reminders and links depend on the hour."""
    address = settings.bot_api_url or "https://api.telegram.org"
    try:
        async with (
            ClientSession(timeout=ClientTimeout(total=WAIT_SECONDS)) as session,
            session.get(address, allow_redirects=False) as answer,
        ):
            said = answer.headers.get("Date")
    except (ClientError, TimeoutError, OSError):
        return Finding(State.WRONG, say("running-check-server-away", address=address))
    if said is None:
        return Finding(State.WARNING, say("running-check-clock-unknown"))
    off = round(abs(time.time() - parsedate_to_datetime(said).timestamp()))
    if off > CLOCK_OFF_SECONDS:
        return Finding(State.WRONG, say("running-check-clock-off", seconds=off))
    return Finding(State.WELL, say("running-check-clock-well"))


async def _telegram(bot: Bot, settings: Settings) -> AsyncIterator[Finding]:
    try:
        me = await bot.get_me(request_timeout=WAIT_SECONDS)
        webhook = await bot.get_webhook_info(request_timeout=WAIT_SECONDS)
    except TelegramUnauthorizedError:
        yield Finding(State.WRONG, say("running-check-token-refused"))
        return
    except TelegramNetworkError:
        yield Finding(State.WRONG, say("running-check-telegram-away"))
        return
    except TelegramAPIError as error:
        yield Finding(State.WRONG, say("running-check-telegram-refuses", error=error.message))
        return
    yield Finding(State.WELL, say("running-check-token-well", username=me.username or ""))
    if me.can_read_all_group_messages:
        yield Finding(State.WARNING, say("running-check-privacy-off", username=me.username or ""))
    else:
        yield Finding(State.WELL, say("running-check-privacy-on"))
    if settings.webhook_url is None and webhook.url:
        yield Finding(State.WARNING, say("running-check-webhook-set"))
    elif settings.webhook_url is not None and webhook.last_error_message:
        yield Finding(State.WARNING, say("running-check-webhook-fails", error=webhook.last_error_message))
