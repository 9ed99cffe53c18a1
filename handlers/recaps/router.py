"""Recaps: who came, faces under the thanks, then what is typed; and the history."""

from aiogram import Router

from handlers.recaps import forms, history, recaps


def build() -> Router:
    """A new router of the feature."""
    router = Router(name="recaps")
    router.include_routers(recaps.build(), forms.build(), history.build())
    return router
