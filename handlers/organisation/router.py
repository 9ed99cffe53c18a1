"""Everything that the owner, the head and the teacher do with organisations, staff, groups and families."""

from aiogram import Router

from handlers.organisation import (
    card,
    children,
    families,
    groups,
    links,
    owner,
    papers,
    partners,
    people_sets,
    staff,
    teachings,
)


def build() -> Router:
    """A new router of the feature, the most frequent first."""
    router = Router(name="organisation")
    for part in (
        families,
        groups,
        children,
        papers,
        staff,
        links,
        teachings,
        card,
        partners,
        people_sets,
        owner,
    ):
        router.include_router(part.build())
    return router
