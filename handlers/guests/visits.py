"""What a teacher says about a visit: yes, no, held, not held."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guests import (
    AcceptVisit,
    AskDecline,
    DeclineVisit,
    HoldVisit,
    MissVisit,
)
from domain.guest_outcomes import Missed
from domain.guest_views import VisitCard
from domain.guests import OWN_WORDS, VisitStatus
from domain.ids import VisitId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_router import answer_forms
from handlers.common.forms import Forms
from handlers.guests.cards import show_card, show_outcome
from handlers.guests.visit_forms import CHILDREN, DECLINE, OTHER_DAY
from messenger.show import Show
from screens import guests_decisions as screens
from services.guest_applications import GuestApplications
from services.guest_moves import GuestMoves
from services.guest_visits import GuestVisits


async def accept(
    _: CallbackQuery,
    action: AcceptVisit,
    actor: Actor,
    guest_visits: GuestVisits,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """«🤝 Предварительно да», or «✅ Подтвердить»."""
    try:
        outcome = await guest_visits.accept(actor, action.visit_id, action.version)
    except AlreadyDone:
        outcome = None
    confirmed = isinstance(outcome, VisitCard) and outcome.visit.status is VisitStatus.CONFIRMED
    word = screens.accepted_word(confirmed=confirmed)
    await show_outcome(actor, action.visit_id, outcome, word, guest_applications, show)


async def ask_decline(
    _: CallbackQuery, action: AskDecline, actor: Actor, guest_applications: GuestApplications, show: Show
) -> None:
    """«✖️ Отказать»: why?"""
    view = await guest_applications.visit(actor, action.visit_id)
    await show(screens.decline(view, action.version))


async def decline(
    _: CallbackQuery,
    action: DeclineVisit,
    actor: Actor,
    guest_visits: GuestVisits,
    guest_applications: GuestApplications,
    forms: Forms,
    show: Show,
) -> None:
    """A reason was tapped; «своими словами» asks for them."""
    if action.reason in OWN_WORDS:
        view = await guest_applications.visit(actor, action.visit_id)
        context: dict[str, int | str] = {
            "organisation": view.organisation.id,
            "visit": action.visit_id,
            "version": action.version,
            "reason": action.reason.value,
        }
        await forms.start(DECLINE, context=context, anew=True)
        return
    try:
        outcome = await guest_visits.decline(actor, action.visit_id, action.version, action.reason, None)
    except AlreadyDone:
        outcome = None
    word = screens.declined_word(action.reason)
    await show_outcome(actor, action.visit_id, outcome, word, guest_applications, show)


async def hold(
    _: CallbackQuery, action: HoldVisit, actor: Actor, guest_applications: GuestApplications, forms: Forms
) -> None:
    """«✅ Провели»: how many children were there?"""
    await forms.start(CHILDREN, context=await _context(actor, action.visit_id, guest_applications), anew=True)


async def miss(
    _: CallbackQuery,
    action: MissVisit,
    actor: Actor,
    guest_visits: GuestVisits,
    guest_moves: GuestMoves,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """«🚫 Не состоялось»: why, and it is noted with one tap; may be corrected."""
    if action.reason is None:
        view = await guest_applications.visit(actor, action.visit_id)
        if view.may_conclude:
            await show(screens.missed(view))
        else:
            await show_card(actor, action.visit_id, guest_applications, show)
        return
    try:
        outcome = await guest_visits.not_held(actor, action.visit_id, action.reason)
    except AlreadyDone:
        outcome = None
    if action.reason is Missed.OTHER_DAY and not isinstance(outcome, Refused):
        options = await guest_moves.options(actor, action.visit_id)
        await show(screens.move(options, screens.not_held_word()))
        return
    await show_outcome(actor, action.visit_id, outcome, screens.not_held_word(), guest_applications, show)


async def _context(
    actor: Actor, visit_id: VisitId, guest_applications: GuestApplications
) -> dict[str, int | str]:
    view = await guest_applications.visit(actor, visit_id)
    return {"organisation": view.organisation.id, "visit": visit_id}


def build() -> Router:
    """A new router of decisions."""
    router = Router(name="guests-visits")
    router.callback_query.register(accept, Tap(AcceptVisit), Known())
    router.callback_query.register(ask_decline, Tap(AskDecline), Known())
    router.callback_query.register(decline, Tap(DeclineVisit), Known())
    router.callback_query.register(hold, Tap(HoldVisit), Known())
    router.callback_query.register(miss, Tap(MissVisit), Known())
    answer_forms(router, DECLINE, CHILDREN, OTHER_DAY)
    return router
