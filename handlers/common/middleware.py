"""Around every update: which update it is, who it comes from, what button it was, how to answer."""

from dataclasses import replace
from typing import Any

import structlog
from aiogram import BaseMiddleware, Bot
from aiogram.types import CallbackQuery, Message, TelegramObject, Update, User

from domain.clock import Clock
from domain.outcomes import AlreadyDone, Forbidden, Missing
from domain.people import Actor, Visitor
from domain.updates import CurrentUpdate, current_update
from handlers.common.edge import Handler
from locales import likely_locale, texts_for
from messenger.show import Show
from messenger.uploads import Uploads
from screens import common as screens
from screens import forms
from screens.base import Toast
from screens.buttons import parse
from services.people import People
from services.sent import Sent

_log = structlog.get_logger(__name__)


class OnceMiddleware(BaseMiddleware):
    """Outermost: names the update, so that its first writing transaction can claim it."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Carry out the update; one that has taken effect before is not an error."""
        assert isinstance(event, Update)
        bot: Bot = data["bot"]
        mark = current_update.set(CurrentUpdate(bot.id, event.update_id))
        try:
            return await handler(event, data)
        finally:
            current_update.reset(mark)


class ActorMiddleware(BaseMiddleware):
    """Gives handlers `visitor`, `actor` (None before consent), `action`, `show`; answers what is forbidden or gone."""

    def __init__(
        self, people: People, sent: Sent, clock: Clock, default_locale: str, uploads: Uploads
    ) -> None:
        self._people = people
        self._sent = sent
        self._clock = clock
        self._default_locale = default_locale
        self._uploads = uploads

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Run the handler with everything it may need; every tap is answered, whatever happens."""
        user: User | None = data.get("event_from_user")
        if user is None or not isinstance(event, CallbackQuery | Message):
            return None
        visitor = _visitor(user, event)
        actor = await self._people.find_actor(visitor)
        texts = texts_for(self._locale(actor, visitor))
        show = Show(data["bot"], event, texts, self._sent.remember, self._clock, self._uploads)
        data |= {"visitor": visitor, "actor": actor, "show": show}
        if isinstance(event, CallbackQuery):
            data["action"] = parse(event.data or "")
        try:
            return await handler(event, data)
        except AlreadyDone:
            # It took effect, but the bot was stopped before it could say so. Below what stands there already.
            await show(replace(forms.already_done(), fresh=True))
        except Forbidden as error:
            _log.info("forbidden", person=None if actor is None else actor.person_id, what=str(error))
            await show.toast(Toast(screens.forbidden(), alert=True))
        except Missing:
            await show.toast(Toast(screens.gone(), alert=True))
        finally:
            await show.toast()
        return None

    def _locale(self, actor: Actor | None, visitor: Visitor) -> str:
        return likely_locale(visitor.language, self._default_locale) if actor is None else actor.locale


def _visitor(user: User, event: CallbackQuery | Message) -> Visitor:
    message = event.message if isinstance(event, CallbackQuery) else event
    return Visitor(
        platform="telegram",
        user_id=user.id,
        chat_id=user.id if message is None else message.chat.id,
        first_name=user.first_name,
        last_name=user.last_name or "",
        language=user.language_code,
    )
