"""Announcements: links first; those who read them, for they tap most; then those who write."""

from aiogram import Router

from handlers.announcements import form, opening, readers, rewording, sending, staff


def build() -> Router:
    """A new router of the feature."""
    router = Router(name="announcements")
    router.include_routers(
        opening.build(), readers.build(), staff.build(), form.build(), rewording.build(), sending.build()
    )
    return router
