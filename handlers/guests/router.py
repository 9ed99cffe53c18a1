"""Guests: invitations and dates first, for they are tapped most; then visits, the staff's side and its forms."""

from aiogram import Router

from handlers.guests import (
    application,
    changes,
    details,
    entrance,
    entry,
    follow_ups,
    free_days,
    guest,
    letters,
    messages,
    moves,
    opening,
    overview,
    own_moves,
    papers,
    passing,
    pauses,
    preparation,
    profession_map,
    questions,
    queue,
    series,
    staff,
    suggestions,
    visits,
    way_home,
)


def build() -> Router:
    """A new router of the feature."""
    router = Router(name="guests")
    router.include_routers(
        guest.build(),
        passing.build(),
        series.build(),
        free_days.build(),
        application.build(),
        queue.build(),
        own_moves.build(),
        details.build(),
        staff.build(),
        visits.build(),
        follow_ups.build(),
        moves.build(),
        changes.build(),
        entry.build(),
        opening.build(),
        profession_map.build(),
        preparation.build(),
        questions.build(),
        messages.build(),
        entrance.build(),
        overview.build(),
        letters.build(),
        papers.build(),
        way_home.build(),
        suggestions.build(),
        pauses.build(),
    )
    return router
