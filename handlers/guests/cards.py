"""The card of a visit, shown to whoever looks at it: its guest, or staff."""

from domain.guest_views import VisitCard
from domain.ids import VisitId
from domain.outcomes import Refused
from domain.people import Actor
from messenger.show import Show
from screens import guests_staff, guests_visits
from screens.base import Phrase, Screen
from screens.guests_words import refused_word
from services.guest_applications import GuestApplications


def card_of(view: VisitCard, word: Phrase | None = None) -> Screen:
    """The guest's card, or that of staff; `word` says what has just happened."""
    return guests_visits.card(view, word) if view.mine else guests_staff.card(view, word)


async def show_card(
    actor: Actor,
    visit_id: VisitId,
    guest_applications: GuestApplications,
    show: Show,
    word: Phrase | None = None,
) -> None:
    """The card as it is now."""
    await show(card_of(await guest_applications.visit(actor, visit_id), word))


async def show_outcome(
    actor: Actor,
    visit_id: VisitId,
    outcome: VisitCard | Refused | None,
    word: Phrase,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """The card with `word` when it was done, with the reason when it was refused; None: done by this very update."""
    match outcome:
        case Refused():
            await show_card(actor, visit_id, guest_applications, show, refused_word(outcome))
        case None:
            await show_card(actor, visit_id, guest_applications, show)
        case _:
            await show(card_of(outcome, word))
