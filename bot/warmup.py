"""What is made once, before the first update, so that no person waits for it."""

import asyncio
import gc
from typing import Any

from aiogram import methods
from aiogram.methods import Response, TelegramMethod

from locales import LOCALES, texts_for

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

_kept: list[type[Any]] = []


def warm_up() -> None:
    """Build the validators of answers and keep them, and take all that was imported out of the collector.

    pydantic holds generic types weakly and would build `Response[…]` anew after collections (3 ms each);
    full collections over everything that was imported cost up to 140 ms in the middle of somebody's tap.
    """
    if not _kept:
        _kept.extend(Response[method.__returning__] for method in _CALLED)  # type: ignore[name-defined]  # the type is known only at run time
    _freeze()


async def compile_texts() -> None:
    """Compile every text beside the loop: nobody waits for it, and nobody is the first to need a text."""
    for locale in LOCALES:
        await asyncio.to_thread(texts_for(locale).compile_all)
    _freeze()


def _freeze() -> None:
    gc.collect()
    gc.freeze()
