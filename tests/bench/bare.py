"""What the full bot is compared with: a bare aiogram handler, as shipped or tuned, and one with the same SQL.

`python -m tests.bench.bare --port N --api http://… [--tuned] [--database URL [--quiz]]`
"""

import argparse
import asyncio
import gc
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import AnswerCallbackQuery, EditMessageText, Response
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from tests.bench.load import SECRET, TOKEN
from tests.bench.same_sql import QuizSql, RsvpSql, SameSql

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[
        [InlineKeyboardButton(text="Приду с ребёнком", callback_data="a")],
        [InlineKeyboardButton(text="Приду один", callback_data="b")],
        [InlineKeyboardButton(text="Не смогу", callback_data="c")],
        [InlineKeyboardButton(text="Пока не знаю", callback_data="d")],
    ]
)
_KEPT: list[Any] = []


async def serve(port: int, api: str, *, tuned: bool, sql: SameSql | None) -> None:
    """Answer every tap with a toast and an edited message."""
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))
    dispatcher = Dispatcher()

    @dispatcher.callback_query()
    async def answer(query: CallbackQuery, event_update: Any) -> None:
        if sql is not None:
            await sql.step(event_update.update_id, query.from_user.id, query.data or "")
        await query.answer()
        if isinstance(query.message, Message):
            await query.message.edit_text(
                "🐻 Солнышко\nМастер-класс «Кто готовит обед?»\nвт, 12 марта, 9:20, музыкальный зал",
                reply_markup=KEYBOARD,
            )

    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, handle_in_background=False, secret_token=SECRET).register(
        app, "/webhook"
    )
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    if tuned:
        _KEPT.extend(Response[method.__returning__] for method in (AnswerCallbackQuery, EditMessageText))  # type: ignore[name-defined]  # a type of run time
        gc.collect()
        gc.freeze()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


def main() -> None:
    """Command line of the bare bot."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--api", required=True)
    parser.add_argument("--tuned", action="store_true")
    parser.add_argument("--database")
    parser.add_argument(
        "--quiz", action="store_true", help="the statements of a quiz's answer, not of an RSVP"
    )
    given = parser.parse_args()
    statements = QuizSql if given.quiz else RsvpSql
    sql = None if given.database is None else statements(given.database)
    asyncio.run(serve(given.port, given.api, tuned=given.tuned, sql=sql))


if __name__ == "__main__":
    main()
