"""Events: invitations and their answers first, for they are tapped most; then the staff's side and its forms."""

from aiogram import Router

from handlers.events import attendance, form, opening, parents, staff


def build() -> Router:
    """A new router of the feature."""
    router = Router(name="events")
    router.include_routers(parents.build(), staff.build(), attendance.build(), form.build(), opening.build())
    return router
