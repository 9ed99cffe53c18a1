"""Filters that routers are built of."""

from aiogram.filters import Filter
from aiogram.types import TelegramObject

from domain.actions import Action
from domain.actions.forms import FormAction
from domain.people import Actor


class Tap(Filter):
    """A tapped button of this kind; the handler gets it as `action`."""

    def __init__(self, kind: type[Action]) -> None:
        self.kind = kind

    async def __call__(self, _event: TelegramObject, action: Action | None = None) -> bool:
        """Whether the parsed button is of the kind."""
        return isinstance(action, self.kind)


class Known(Filter):
    """Somebody who has given consent to something; others are led to the way of joining by the fallback."""

    async def __call__(self, _event: TelegramObject, actor: Actor | None = None) -> bool:
        """Whether the person behind the update is known."""
        return actor is not None


class Button(Filter):
    """A button of the forms' engine that names this form."""

    def __init__(self, form: str) -> None:
        self.form = form

    async def __call__(self, _event: TelegramObject, action: Action | None = None) -> bool:
        """Whether the parsed button belongs to the form."""
        return isinstance(action, FormAction) and action.form == self.form
