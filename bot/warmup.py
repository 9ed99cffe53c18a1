"""What is made once, before the first update, so that no person waits for it."""

import asyncio
import gc
from typing import Any

from aiogram import methods
from aiogram.methods import TelegramMethod

from locales import texts_for
from messenger.session import answer_of

_CALLED: tuple[type[TelegramMethod[Any]], ...] = (
    methods.AnswerCallbackQuery,
    methods.DeleteMessage,
    methods.EditMessageCaption,
    methods.EditMessageMedia,
    methods.EditMessageReplyMarkup,
    methods.EditMessageText,
    methods.GetMe,
    methods.GetUpdates,
    methods.SendDocument,
    methods.SendMessage,
    methods.SendPhoto,
)


def warm_up() -> None:
    """Build the validators of answers, and take all that was imported out of the collector.

    Full collections over everything that was imported cost up to 140 ms in the middle of somebody's tap.
    """
    for method in _CALLED:
        answer_of(method.__returning__)
    _freeze()


async def compile_texts(locale: str) -> None:
    """Compile every text of `locale` beside the loop: nobody waits for it, and nobody is the first to need a text.

    The few who read another one wait a blink for each of its files, once.
    """
    await asyncio.to_thread(texts_for(locale).compile_all)
    _freeze()


def _freeze() -> None:
    gc.collect()
    gc.freeze()
