"""How forms reach aiogram: the middleware that hands `forms` to handlers, and what answers in a form."""

from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject

from domain.actions import Action
from domain.actions.forms import FormAction
from domain.clock import Clock
from domain.terms import Vocabulary
from handlers.common.edge import Handler
from handlers.common.filters import Button
from handlers.common.form_model import KNOWN, Form
from handlers.common.forms import STATE, Forms
from messenger.show import Show
from screens import forms as screens


class FormsMiddleware(BaseMiddleware):
    """Gives handlers `forms`. Stands inside `ActorMiddleware` and the FSM middleware."""

    def __init__(self, clock: Clock, vocabulary: Vocabulary, default_zone: str) -> None:
        self._clock = clock
        self._vocabulary = vocabulary
        self._default_zone = default_zone

    async def __call__(
        self,
        handler: Handler,
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Run the handler with the forms of this person."""
        data["forms"] = Forms(data, self._clock, self._vocabulary, self._default_zone)
        return await handler(event, data)


class _Typing(Filter):
    """The person is filling in this form, and wrote something that is no command."""

    def __init__(self, form: Form) -> None:
        self._state = STATE + form.name

    async def __call__(self, message: Message, raw_state: str | None = None) -> bool:
        return raw_state == self._state and not (message.text or "").startswith("/")


class _AnyForm(Filter):
    async def __call__(self, _event: TelegramObject, action: Action | None = None) -> bool:
        return isinstance(action, FormAction)


def answer_forms(router: Router, *forms: Form) -> None:
    """Let `router` answer whatever is written and tapped in these forms."""
    for form in forms:
        KNOWN[form.name] = form
        _answer(router, form)


def _answer(router: Router, form: Form) -> None:
    @router.message(_Typing(form))
    async def typed(message: Message, forms: Forms) -> None:
        await forms.message(form, message)

    @router.callback_query(Button(form.name))
    async def tapped(_: CallbackQuery, action: FormAction, forms: Forms) -> None:
        await forms.tap(form, action)


def closed_forms() -> Router:
    """A router for buttons of forms that no longer exist; stands just before the fallback."""
    router = Router(name="forms-closed")

    @router.callback_query(_AnyForm())
    async def tapped(_: CallbackQuery, show: Show) -> None:
        await show(screens.closed())

    return router
