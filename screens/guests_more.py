"""«⋯ Ещё» of «Гость группы»: what staff need now and then."""

from datetime import date

from domain.actions.guest_overview import OpenGuestMonth, OpenGuestsMore, OpenGuestYear
from domain.people import Organisation
from domain.waves import school_year
from screens.base import Button, Screen, say, screen
from screens.common import menu_button
from screens.guests_free_days import free_days_button
from screens.guests_letters import letters_button
from screens.guests_papers import journal_button, posters_button
from screens.guests_queue import queues_button
from screens.guests_staff import list_button
from screens.guests_suggestions import days_button, suggestions_button


def more_button(organisation: Organisation) -> Button:
    """«⋯ Ещё»."""
    return Button(say("guests-button-more"), OpenGuestsMore(organisation.id))


def more(organisation: Organisation, today: date) -> Screen:
    """The month of all groups, the school year in figures, who waits for a date."""
    here = organisation.id
    return screen(
        say("guests-more-title", kind=organisation.kind.value),
        rows=(
            (Button(say("guests-button-month"), OpenGuestMonth(here, today.replace(day=1))),),
            (Button(say("guests-button-year"), OpenGuestYear(here, school_year(today))),),
            (suggestions_button(organisation),),
            (days_button(organisation),),
            (queues_button(organisation),),
            (free_days_button(organisation),),
            (journal_button(here, school_year(today)), letters_button(here)),
            (posters_button(here),),
            (list_button(organisation), menu_button()),
        ),
    )
