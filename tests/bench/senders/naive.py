"""The loop that everybody writes first: bare aiogram, one call after another, a short sleep between them.

`python -m tests.bench.senders.naive --api http://… --token … --first ID --count N`
"""

import argparse
import asyncio

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramForbiddenError, TelegramRetryAfter

PAUSE_SECONDS = 0.05
WORDS = "🐻 Солнышко\nМастер-класс «Кто готовит обед?»\nвт, 12 марта, 9:20, музыкальный зал"


def bot_at(api: str, token: str) -> Bot:
    """A bot of aiogram as it is shipped."""
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))


def arguments() -> argparse.Namespace:
    """What every sender is told."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--api", required=True)
    parser.add_argument("--token", required=True)
    parser.add_argument("--first", type=int, required=True, help="the first recipient")
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--kept", help="where a sender that keeps its state may keep it")
    return parser.parse_args()


async def send(given: argparse.Namespace) -> None:
    """Tell everybody."""
    async with bot_at(given.api, given.token) as bot:
        for chat_id in range(given.first, given.first + given.count):
            try:
                await bot.send_message(chat_id, WORDS)
            except TelegramRetryAfter as refused:
                await asyncio.sleep(refused.retry_after)
                await bot.send_message(chat_id, WORDS)
            except TelegramForbiddenError:
                pass
            await asyncio.sleep(PAUSE_SECONDS)


if __name__ == "__main__":
    asyncio.run(send(arguments()))
