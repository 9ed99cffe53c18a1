"""An adult of the family around the quiz: the list, the consent, the start, stopping, what came of it."""

from contextlib import suppress
from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.quizzes import (
    DeclineQuiz,
    GiveChildConsent,
    MyQuizzes,
    OpenQuiz,
    OpenResult,
    StartQuiz,
    StopQuiz,
    WithdrawChildConsent,
)
from domain.attempts import Mode
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from domain.quiz_views import QuizOffer
from handlers.common.filters import Known, Tap
from handlers.quizzes.lent import Lent
from handlers.quizzes.present import hand_over
from messenger.show import Show
from screens import quizzes_parents as screens
from screens import waves_children
from screens.base import Toast
from services.attempts import Attempts
from services.child_consents import ChildConsents
from services.quiz_results import QuizResults


def build(lent: Lent) -> Router:
    """A new router of the parent's side; `lent` learns where a child plays."""
    router = Router(name="quizzes-offers")
    router.callback_query.register(mine, Tap(MyQuizzes), Known())
    router.callback_query.register(open_quiz, Tap(OpenQuiz), Known())
    router.callback_query.register(consent, Tap(GiveChildConsent), Known())
    router.callback_query.register(decline, Tap(DeclineQuiz), Known())
    router.callback_query.register(partial(start, lent=lent), Tap(StartQuiz), Known())
    router.callback_query.register(stop, Tap(StopQuiz), Known())
    router.callback_query.register(withdraw, Tap(WithdrawChildConsent), Known())
    router.callback_query.register(result, Tap(OpenResult), Known())
    return router


async def mine(
    _: CallbackQuery,
    action: MyQuizzes,
    actor: Actor,
    attempts: Attempts,
    child_consents: ChildConsents,
    show: Show,
) -> None:
    """«⭐ Викторина»; a family with one child, one quiz and nothing to read again is not asked which."""
    offers, agreed = await attempts.mine(actor), await child_consents.mine(actor)
    past = await attempts.past(actor)
    if len(offers) == 1 and not past and {one.child_id for one in agreed} <= {offers[0].child_id}:
        await show_offer(offers[0], actor, child_consents, show, fresh=action.fresh)
        return
    await show(screens.mine(offers, agreed, past, action.page, fresh=action.fresh))


async def open_quiz(
    _: CallbackQuery,
    action: OpenQuiz,
    actor: Actor,
    attempts: Attempts,
    child_consents: ChildConsents,
    show: Show,
) -> None:
    """A child's quiz."""
    offer = await attempts.offer(actor, action.wave_id, action.child_id)
    await show_offer(offer, actor, child_consents, show, fresh=action.fresh)


async def consent(
    _: CallbackQuery,
    action: GiveChildConsent,
    actor: Actor,
    attempts: Attempts,
    child_consents: ChildConsents,
    show: Show,
) -> None:
    """«Даю согласие»: the first thing that is stored about the child's quiz."""
    with suppress(AlreadyDone):
        await child_consents.give(actor, action.child_id, action.version)
    offer = await attempts.offer(actor, action.wave_id, action.child_id)
    await show_offer(offer, actor, child_consents, show)


async def decline(
    _: CallbackQuery, action: DeclineQuiz, actor: Actor, attempts: Attempts, show: Show
) -> None:
    """«Не сейчас»."""
    await show(screens.declined(await attempts.offer(actor, action.wave_id, action.child_id)))


async def start(
    tap: CallbackQuery,
    action: StartQuiz,
    actor: Actor,
    attempts: Attempts,
    child_consents: ChildConsents,
    quiz_results: QuizResults,
    show: Show,
    lent: Lent,
) -> None:
    """«Картинками» or «Текстом»: two adults who begin at once play the same attempt."""
    try:
        outcome = await attempts.start(
            actor, action.wave_id, action.child_id, pictures=action.pictures, mode=action.mode
        )
    except AlreadyDone:
        begun = (await attempts.offer(actor, action.wave_id, action.child_id)).attempt
        if begun is None:
            raise Missing from None
        outcome = await attempts.look(actor, begun.id)
    if not isinstance(outcome, Refused):
        lent.give(tap, outcome)
        await hand_over(outcome, actor, attempts, show)
    elif action.mode is Mode.HOME:
        offer = await attempts.offer(actor, action.wave_id, action.child_id)
        await show_offer(offer, actor, child_consents, show, toast=screens.not_now(outcome))
    else:
        found = await quiz_results.child(actor, action.wave_id, action.child_id)
        await show(waves_children.child(found, 0), screens.not_now(outcome))


async def stop(_: CallbackQuery, action: StopQuiz, actor: Actor, attempts: Attempts, show: Show) -> None:
    """«Остановить участие»: asks once; either representative may (rule 3)."""
    if not action.sure:
        await show(screens.stop_sure(action))
        return
    try:
        offer = await attempts.stop(actor, action.attempt_id)
    except AlreadyDone:
        offer = await attempts.offer(actor, action.wave_id, action.child_id)
    await show(screens.cannot(offer) if offer.refused is not None else screens.under_way(offer))


async def withdraw(
    _: CallbackQuery,
    action: WithdrawChildConsent,
    actor: Actor,
    child_consents: ChildConsents,
    show: Show,
) -> None:
    """«Отозвать согласие»: asks once; the child's answers go with it."""
    if not action.sure:
        agreed = {one.child_id: one for one in await child_consents.mine(actor)}
        if action.child_id not in agreed:
            raise Missing
        await show(screens.withdraw_sure(agreed[action.child_id]))
        return
    with suppress(AlreadyDone):
        await child_consents.withdraw(actor, action.child_id)
    await show(screens.withdrawn())


async def result(_: CallbackQuery, action: OpenResult, actor: Actor, attempts: Attempts, show: Show) -> None:
    """«Что получилось»."""
    found = await attempts.result(actor, action.attempt_id)
    await show(screens.no_result(found) if isinstance(found, Refused) else screens.result(found))


async def show_offer(
    offer: QuizOffer,
    actor: Actor,
    child_consents: ChildConsents,
    show: Show,
    *,
    fresh: bool = False,
    toast: Toast | None = None,
) -> None:
    """The child's quiz as this adult finds it: the consent, the start, the way on, or why not."""
    if offer.refused is not None and offer.refused.reason is Reason.CONSENT_NEEDED:
        text = await child_consents.text(actor, offer.child_id, show.texts.locale)
        await show(screens.consent(offer, text), toast)
    elif offer.refused is not None:
        await show(screens.cannot(offer, fresh=fresh), toast)
    elif offer.attempt is not None:
        await show(screens.under_way(offer, fresh=fresh), toast)
    else:
        await show(screens.start(offer, fresh=fresh), toast)
