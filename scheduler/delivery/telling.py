"""A telling of a notice: what a service has loaded, drawn by a screen."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from domain.notices import Notice
from screens.base import Screen

T = TypeVar("T")

Telling = Callable[[Notice], Awaitable[Screen | None]]
"""The screen of a notice as things are now; None when it is no longer true."""


def tell(load: Callable[[Notice], Awaitable[T | None]], draw: Callable[[T], Screen]) -> Telling:
    """Load what the notice is about, and draw it if it is still true."""

    async def telling(notice: Notice) -> Screen | None:
        loaded = await load(notice)
        return None if loaded is None else draw(loaded)

    return telling
