"""Filters that routers are built of."""

from collections.abc import Iterator

from aiogram import Router
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


class _OneOf(Filter):
    """A tapped button that one of a feature's handlers wants."""

    def __init__(self, kinds: frozenset[type[Action]], forms: frozenset[str]) -> None:
        self._kinds = kinds
        self._forms = forms

    async def __call__(self, _event: TelegramObject, action: Action | None = None) -> bool:
        return type(action) in self._kinds or (isinstance(action, FormAction) and action.form in self._forms)


def at_a_glance(router: Router) -> Router:
    """The same router, which passes by a button that is not its own with one look instead of asking every handler.

    Raises `TypeError` for a handler of taps that does not say which buttons it wants.
    """
    kinds: set[type[Action]] = set()
    forms: set[str] = set()
    for wanted in _wanted(router):
        if isinstance(wanted, Tap):
            kinds.add(wanted.kind)
        else:
            forms.add(wanted.form)
    router.callback_query.filter(_OneOf(frozenset(kinds), frozenset(forms)))
    return router


def _wanted(router: Router) -> Iterator[Tap | Button]:
    for each in router.chain_tail:
        for handler in each.callback_query.handlers:
            said = [f.callback for f in handler.filters or () if isinstance(f.callback, Tap | Button)]
            if not said:
                raise TypeError(f"{handler.callback} of {each.name} does not say which buttons it wants.")
            yield from said
