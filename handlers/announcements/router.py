"""Announcements: links first; those who read them, for they tap most; then those who write."""

from aiogram import Router

from handlers.announcements import (
    approving,
    form,
    opening,
    proposing,
    readers,
    rewording,
    saving,
    sending,
    staff,
)


def build() -> Router:
    """A new router of the feature."""
    router = Router(name="announcements")
    for each in (opening, readers, staff, form, saving, proposing, rewording, sending, approving):
        router.include_router(each.build())
    return router
