"""Recaps: who came, faces under the thanks, then what is typed and sent; sheets of lessons; the history."""

from aiogram import Router

from handlers.recaps import forms, history, pictures, recaps, sheets, snapshots


def build() -> Router:
    """A new router of the feature."""
    router = Router(name="recaps")
    router.include_routers(
        *(recaps.build(), forms.build(), snapshots.build(), pictures.build(), sheets.build()),
        history.build(),
    )
    return router
