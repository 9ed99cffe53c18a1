"""Tapped buttons find their handler by what they mean, instead of asking one handler after another."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.dispatcher.event.handler import FilterObject, HandlerObject
from aiogram.types import CallbackQuery

from domain.actions import Action
from domain.actions.forms import FormAction
from handlers.common.filters import Button, Tap


class Taps:
    """The handlers of taps of all features, by the kind of the button or by the form that it belongs to."""

    def __init__(self) -> None:
        self._handlers: defaultdict[type | str, list[HandlerObject]] = defaultdict(list)

    @classmethod
    def taken_from(cls, features: Iterable[Router]) -> "Taps":
        """Take the handlers of taps out of the features, which keep those of messages.

        Raises `TypeError` for a handler that does not say which buttons it wants, and for a feature that filters
        or surrounds all its taps: here nobody would ask it.
        """
        taps = cls()
        for feature in features:
            for router in feature.chain_tail:
                taps._take(router)
        return taps

    async def answer(self, tap: CallbackQuery, action: Action | None = None, **data: Any) -> Any:
        """Call the first handler of this button whose other filters let it through, if there is one."""
        key = action.form if isinstance(action, FormAction) else type(action)
        for handler in self._handlers.get(key, ()):
            passes, filled = await handler.check(tap, action=action, **data)
            if passes:
                return await handler.call(tap, **filled)
        return UNHANDLED

    def _take(self, router: Router) -> None:
        observer = router.callback_query
        if observer._handler.filters or len(observer.middleware) or len(observer.outer_middleware):
            raise TypeError(f"{router.name} filters or surrounds all its taps.")
        for handler in observer.handlers:
            filters = handler.filters or []
            wanted = [f.callback for f in filters if isinstance(f.callback, Tap | Button)]
            if len(wanted) != 1:
                raise TypeError(f"{handler.callback} of {router.name} does not say which buttons it wants.")
            key = wanted[0].kind if isinstance(wanted[0], Tap) else wanted[0].form
            self._handlers[key].append(_without(handler, filters, wanted[0]))
        observer.handlers.clear()


def _without(handler: HandlerObject, filters: list[FilterObject], wanted: Tap | Button) -> HandlerObject:
    """The same handler, less the filter that the table stands for."""
    rest = [each for each in filters if each.callback is not wanted]
    return HandlerObject(callback=handler.callback, filters=rest, flags=handler.flags)
