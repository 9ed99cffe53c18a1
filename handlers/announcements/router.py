"""Announcements: those who read them first, for they tap most; then those who write."""

from aiogram import Router

from handlers.announcements import form, readers, rewording, sending, staff


def build() -> Router:
    """A new router of the feature."""
    router = Router(name="announcements")
    router.include_routers(readers.build(), staff.build(), form.build(), rewording.build(), sending.build())
    return router
