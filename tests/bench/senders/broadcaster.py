"""The published aiogram-broadcaster as it comes, with its storage in a file, which is what survives a kill.

`python -m tests.bench.senders.broadcaster --api http://… --token … --first ID --count N --kept FILE`
"""

import argparse
import asyncio

from aiogram import Bot
from aiogram_broadcaster import Broadcaster, Mailer
from aiogram_broadcaster.contents import TextContent
from aiogram_broadcaster.contents.base import BaseContent
from aiogram_broadcaster.storages.file import FileStorage

from tests.bench.senders.naive import WORDS, arguments, bot_at


async def send(given: argparse.Namespace) -> None:
    """Go on with what was kept, or begin."""
    storage = FileStorage(given.kept)
    await storage.startup()
    async with bot_at(given.api, given.token) as bot:
        broadcaster = Broadcaster(bot, storage=storage)
        await broadcaster.restore_mailers()
        mailers = list(broadcaster) or [await _new(broadcaster, bot, given)]
        for mailer in mailers:
            if mailer.can_started:
                await mailer.start()


async def _new(broadcaster: Broadcaster, bot: Bot, given: argparse.Namespace) -> Mailer[BaseContent]:
    people = range(given.first, given.first + given.count)
    content: BaseContent = TextContent(text=WORDS)
    return await broadcaster.create_mailer(chats=people, content=content, bot=bot)


if __name__ == "__main__":
    asyncio.run(send(arguments()))
