"""When something breaks: the person gets a friendly word, the operator the place, nobody the data."""

from typing import Any

import structlog
from aiogram import BaseMiddleware, Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.types import CallbackQuery, ErrorEvent, Message, TelegramObject, User

from domain.outcomes import AlreadyDone, Forbidden, Missing
from handlers.common.edge import Handler
from locales import likely_locale, texts_for
from messenger.show import Show
from screens import running as screens
from screens.base import Toast
from screens.render import plain

_log = structlog.get_logger(__name__)


class MishapMiddleware(BaseMiddleware):
    """Innermost: a handler that breaks has answered all the same."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Run the handler; what it did not expect is logged and answered with «попробуйте ещё раз»."""
        try:
            return await handler(event, data)
        except (AlreadyDone, Forbidden, Missing):
            raise
        except TelegramForbiddenError:
            _log.info("chat is closed to us")
        except TelegramNetworkError:
            _log.warning("answer not sent: no connection")
        except TelegramRetryAfter as error:
            _log.warning("answer not sent: asked to wait", seconds=error.retry_after)
            if isinstance(event, CallbackQuery):
                await _comfort(data["show"], event)
        except Exception:
            _log.exception("handler failed", update_id=data["event_update"].update_id)
            await _comfort(data["show"], event)
        return None


class LastNet:
    """Answers what broke before any handler was reached: no database, for one."""

    def __init__(self, default_locale: str) -> None:
        self._default_locale = default_locale

    async def answer(self, failed: ErrorEvent, bot: Bot, event_from_user: User | None = None) -> bool:
        """Log the failure and say a friendly word in the person's likely language."""
        _log.error("update failed", update_id=failed.update.update_id, exc_info=failed.exception)
        language = None if event_from_user is None else event_from_user.language_code
        words = plain(screens.mishap(), texts_for(likely_locale(language, self._default_locale)))
        tap, message = failed.update.callback_query, failed.update.message
        try:
            if tap is not None:
                await bot.answer_callback_query(tap.id, text=words, show_alert=True)
            elif message is not None:
                await bot.send_message(message.chat.id, words)
        except TelegramAPIError:
            _log.warning("mishap not answered")
        return True


async def _comfort(show: Show, event: TelegramObject) -> None:
    try:
        if isinstance(event, CallbackQuery):
            await show.toast(Toast(screens.mishap(), alert=True))
        elif isinstance(event, Message):
            await show(screens.mishap_screen())
    except TelegramAPIError:
        _log.warning("mishap not answered")
