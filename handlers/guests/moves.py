"""A teacher moves a visit: which date, what would happen, sure; its guest answers whether the date suits."""

from datetime import UTC, datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_requests import AnswerMove, MoveVisitOn, TakeBackMove
from domain.actions.guests import MoveVisit, MoveVisitElsewhere, MoveVisitTo
from domain.guest_requests import MoveAnswer
from domain.guest_views import VisitCard
from domain.ids import VisitId
from domain.outcomes import AlreadyDone, Reason, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.forms import Forms
from handlers.guests.cards import show_card, show_outcome
from handlers.guests.visit_forms import OTHER_DAY
from messenger.show import Show
from screens import guests_decisions, guests_requests
from screens.guests_words import refused_word
from services.guest_applications import GuestApplications
from services.guest_move_answers import GuestMoveAnswers
from services.guest_moves import GuestMoves

_ANOTHER = frozenset(
    {Reason.SLOT_TAKEN, Reason.SLOT_KEPT, Reason.SLOT_WITHDRAWN, Reason.SLOT_PAST, Reason.GROUP_CLOSED}
)
"""Another date will do."""


async def move(
    _: CallbackQuery, action: MoveVisit, actor: Actor, guest_moves: GuestMoves, show: Show
) -> None:
    """«↪️ Перенести»: to which day?"""
    await show(guests_decisions.move(await guest_moves.options(actor, action.visit_id), page=action.page))


async def move_to(
    _: CallbackQuery,
    action: MoveVisitTo,
    actor: Actor,
    guest_moves: GuestMoves,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """A free date was tapped: what would happen; or it is sure. Somebody else may have taken it meanwhile."""
    if not action.version:
        plan = await guest_moves.plan(actor, action.visit_id, action.slot_id)
        if not isinstance(plan, Refused):
            await show(guests_requests.plan(plan))
            return
        await _not_moved(actor, action.visit_id, plan, guest_moves, guest_applications, show)
        return
    try:
        outcome = await guest_moves.move(actor, action.visit_id, action.version, action.slot_id)
    except AlreadyDone:
        outcome = None
    await _moved(actor, action.visit_id, outcome, guest_moves, guest_applications, show)


async def move_on(
    _: CallbackQuery,
    action: MoveVisitOn,
    actor: Actor,
    guest_moves: GuestMoves,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """Another hour is sure."""
    try:
        at = datetime.fromtimestamp(action.minute * guests_requests.MINUTE, UTC)
    except (OverflowError, ValueError, OSError):  # no button of ours
        await show_card(actor, action.visit_id, guest_applications, show)
        return
    try:
        outcome = await guest_moves.move_on(actor, action.visit_id, action.version, at)
    except AlreadyDone:
        outcome = None
    await _moved(actor, action.visit_id, outcome, guest_moves, guest_applications, show)


async def elsewhere(
    _: CallbackQuery,
    action: MoveVisitElsewhere,
    actor: Actor,
    guest_applications: GuestApplications,
    forms: Forms,
) -> None:
    """«📅 Другой день»."""
    view = await guest_applications.visit(actor, action.visit_id)
    context: dict[str, int | str] = {"organisation": view.organisation.id, "visit": action.visit_id}
    await forms.start(OTHER_DAY, context=context, anew=True)


async def take_back(
    _: CallbackQuery,
    action: TakeBackMove,
    actor: Actor,
    guest_moves: GuestMoves,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """«Не спрашивать гостя»."""
    try:
        outcome = await guest_moves.take_back(actor, action.visit_id, action.version)
    except AlreadyDone:
        outcome = None
    word = guests_requests.taken_back_word()
    await show_outcome(actor, action.visit_id, outcome, word, guest_applications, show)


async def answer(
    _: CallbackQuery,
    action: AnswerMove,
    actor: Actor,
    guest_move_answers: GuestMoveAnswers,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """«Да, подходит», «Нет, оставить как было»; late, or a second time, the visit is shown as it stands."""
    try:
        outcome = await guest_move_answers.answer(actor, action.visit_id, action.slot_id, action.answer)
    except AlreadyDone:
        outcome = None
    word = guests_requests.answered_word(agreed=action.answer is MoveAnswer.YES)
    await show_outcome(actor, action.visit_id, outcome, word, guest_applications, show)


async def _moved(
    actor: Actor,
    visit_id: VisitId,
    outcome: VisitCard | Refused | None,
    guest_moves: GuestMoves,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    if isinstance(outcome, Refused):
        await _not_moved(actor, visit_id, outcome, guest_moves, guest_applications, show)
        return
    word = guests_requests.moved_word(outcome)
    await show_outcome(actor, visit_id, outcome, word, guest_applications, show)


async def _not_moved(
    actor: Actor,
    visit_id: VisitId,
    refused: Refused,
    guest_moves: GuestMoves,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """The other dates, or the visit as it is by now."""
    if refused.reason in _ANOTHER:
        options = await guest_moves.options(actor, visit_id)
        await show(guests_decisions.move(options, refused_word(refused)))
    else:
        await show_card(actor, visit_id, guest_applications, show, refused_word(refused))


def build() -> Router:
    """A new router of moves."""
    router = Router(name="guests-moves")
    router.callback_query.register(move, Tap(MoveVisit), Known())
    router.callback_query.register(move_to, Tap(MoveVisitTo), Known())
    router.callback_query.register(move_on, Tap(MoveVisitOn), Known())
    router.callback_query.register(elsewhere, Tap(MoveVisitElsewhere), Known())
    router.callback_query.register(take_back, Tap(TakeBackMove), Known())
    router.callback_query.register(answer, Tap(AnswerMove), Known())
    return router
