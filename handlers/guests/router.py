"""Guests: invitations and dates first, for they are tapped most; then visits, the staff's side and its forms."""

from aiogram import Router

from handlers.guests import application, details, entry, guest, opening, profession_map, staff, visits


def build() -> Router:
    """A new router of the feature."""
    router = Router(name="guests")
    router.include_routers(
        guest.build(),
        application.build(),
        details.build(),
        staff.build(),
        visits.build(),
        entry.build(),
        opening.build(),
        profession_map.build(),
    )
    return router
