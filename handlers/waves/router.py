"""Waves: opened, watched, read and closed by staff."""

from aiogram import Router

from handlers.waves import children, form, groups, kits, pairs, staff


def build() -> Router:
    """A new router of waves."""
    router = Router(name="waves")
    router.include_routers(
        staff.build(), children.build(), kits.build(), groups.build(), pairs.build(), form.build()
    )
    return router
