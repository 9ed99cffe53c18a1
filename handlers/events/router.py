"""Events: invitations and their answers first, for they are tapped most; then the staff's side and its forms."""

from aiogram import Router

from handlers.events import (
    approving,
    attendance,
    campaigns,
    drafts,
    form,
    opening,
    papers,
    parents,
    planning,
    proposing,
    seats,
    series,
    staff,
    templates,
)


def build() -> Router:
    """A new router of the feature."""
    router = Router(name="events")
    router.include_routers(
        parents.build(),
        seats.build(),
        staff.build(),
        attendance.build(),
        campaigns.build(),
        papers.build(),
        form.build(),
        opening.build(),
        drafts.build(),
        planning.build(),
        proposing.build(),
        approving.build(),
        templates.build(),
        series.build(),
    )
    return router
