"""Filters that routers are built of."""

from aiogram.filters import Filter
from aiogram.types import TelegramObject

from domain.actions import Action


class Tap(Filter):
    """A tapped button of this kind; the handler gets it as `action`."""

    def __init__(self, kind: type[Action]) -> None:
        self._kind = kind

    async def __call__(self, _event: TelegramObject, action: Action | None = None) -> bool:
        """Whether the parsed button is of the kind."""
        return isinstance(action, self._kind)
