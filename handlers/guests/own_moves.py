"""A guest moves the own visit to another free date."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_queue import MoveOwnVisit, MoveOwnVisitTo
from domain.ids import VisitId
from domain.outcomes import AlreadyDone, Reason, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.guests.cards import show_card, show_outcome
from messenger.show import Show
from screens import guests_queue as screens
from screens.base import Phrase
from screens.guests_words import refused_word
from services.guest_applications import GuestApplications
from services.guest_own_moves import GuestOwnMoves

_ANOTHER = frozenset({Reason.SLOT_TAKEN, Reason.SLOT_KEPT, Reason.SLOT_WITHDRAWN})
"""Another date will do."""


async def ask(
    _: CallbackQuery,
    action: MoveOwnVisit,
    actor: Actor,
    guest_own_moves: GuestOwnMoves,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """«↪️ Перенести»: to which free date?"""
    await _choose(actor, action.visit_id, guest_own_moves, guest_applications, show, page=action.page)


async def move(
    _: CallbackQuery,
    action: MoveOwnVisitTo,
    actor: Actor,
    guest_own_moves: GuestOwnMoves,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """A free date was tapped; somebody else may have taken it meanwhile."""
    try:
        outcome = await guest_own_moves.move(actor, action.visit_id, action.version, action.slot_id)
    except AlreadyDone:
        outcome = None
    if isinstance(outcome, Refused) and outcome.reason in _ANOTHER:
        word = refused_word(outcome)
        await _choose(actor, action.visit_id, guest_own_moves, guest_applications, show, word)
        return
    await show_outcome(actor, action.visit_id, outcome, screens.moved_word(), guest_applications, show)


async def _choose(
    actor: Actor,
    visit_id: VisitId,
    guest_own_moves: GuestOwnMoves,
    guest_applications: GuestApplications,
    show: Show,
    word: Phrase | None = None,
    *,
    page: int = 0,
) -> None:
    free = await guest_own_moves.free(actor, visit_id)
    if isinstance(free, Refused):
        await show_card(actor, visit_id, guest_applications, show, refused_word(free))
    else:
        await show(screens.move(await guest_applications.visit(actor, visit_id), free, word, page))


def build() -> Router:
    """A new router of own moves."""
    router = Router(name="guests-own-moves")
    router.callback_query.register(ask, Tap(MoveOwnVisit), Known())
    router.callback_query.register(move, Tap(MoveOwnVisitTo), Known())
    return router
