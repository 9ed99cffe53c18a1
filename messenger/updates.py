"""Updates as Telegram brings them, also those that are newer, or older, than the library that reads them."""

from typing import Any

import structlog
from aiogram import Bot
from aiogram.types import Update
from pydantic import ValidationError

_log = structlog.get_logger(__name__)


def read_update(said: Any, bot: Bot) -> Update | None:
    """The update; only its number when the rest cannot be read, None for what is no update.

    Whoever adds the bot to a chat, or sends what is new in Telegram, chooses what stands in an update: one that cannot
    be read is confirmed like every other, or nobody's would be brought any more.
    """
    try:
        return Update.model_validate(said, context={"bot": bot})
    except ValidationError:
        number = said.get("update_id") if isinstance(said, dict) else None
        if not isinstance(number, int):
            return None
        _log.warning("update cannot be read, it is left out", update_id=number)
        return Update(update_id=number)


def read_updates(said: Any, bot: Bot) -> list[Update] | None:
    """What `getUpdates` answered, one by one; None when it is no such answer."""
    brought = said.get("result") if isinstance(said, dict) and said.get("ok") is True else None
    if not isinstance(brought, list):
        return None
    read = [update for one in brought if (update := read_update(one, bot)) is not None]
    return read if len(read) == len(brought) else None
