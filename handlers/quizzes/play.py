"""The taps of the quiz itself: a child's answers, a rest, the role name, and what the adult says afterwards."""

from dataclasses import replace
from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.quizzes import (
    AnswerQuiz,
    GrownUp,
    NameRole,
    OrderQuiz,
    PauseQuiz,
    ResumeQuiz,
    TellHelp,
    TextInstead,
)
from domain.attempts import Mode, Question
from domain.people import Actor
from domain.quiz_views import Play
from handlers.common.filters import Known, Tap
from handlers.quizzes.lent import Lent, Typing, answer_words
from handlers.quizzes.offers import show_offer
from handlers.quizzes.present import drawn, for_child, hand_over, once, present
from handlers.quizzes.standing import Standing
from messenger.show import Renewed, Show
from screens import quizzes_adult as adult
from screens import quizzes_child as child
from screens.base import Toast
from screens.common import refusal
from services.attempts import Attempts
from services.child_consents import ChildConsents


def build(lent: Lent) -> Router:
    """A new router of playing; it remembers what stands in the messages that children tap, and on whose phone."""
    router = Router(name="quizzes-play")
    standing = Standing()

    @router.callback_query(Tap(AnswerQuiz), Known())
    async def answer(
        tap: CallbackQuery, action: AnswerQuiz, actor: Actor, attempts: Attempts, show: Show
    ) -> None:
        """An answer, or «Пропустить»: the most frequent tap of all."""
        play = await once(
            attempts.answer(actor, action.attempt_id, action.item_id, action.try_, action.choice),
            actor,
            action.attempt_id,
            attempts,
        )
        lent.give(tap, play)
        if not play.late:
            await _go_on(tap, play, actor, attempts, show, standing)
        elif not standing.holds(tap, play):
            await _catch_up(tap, play, actor, attempts, show, standing)

    @router.callback_query(Tap(OrderQuiz), Known())
    async def order(
        tap: CallbackQuery, action: OrderQuiz, actor: Actor, attempts: Attempts, show: Show
    ) -> None:
        """The first or the second step of an order: nothing is written yet."""
        play = await attempts.look(actor, action.attempt_id)
        asked = play.stage
        if play.refused is None and isinstance(asked, Question) and asked.item.id == action.item_id:
            standing.clear(tap)
            await present(play, actor, attempts, show, taken=action.taken)
        else:
            await _catch_up(tap, play, actor, attempts, show, standing)

    router.callback_query.register(pause, Tap(PauseQuiz), Known())
    router.callback_query.register(partial(resume, lent=lent), Tap(ResumeQuiz), Known())
    router.callback_query.register(in_words, Tap(TextInstead), Known())
    router.callback_query.register(name_role, Tap(NameRole), Known())
    router.callback_query.register(partial(grown_up, lent=lent), Tap(GrownUp), Known())
    router.callback_query.register(tell_help, Tap(TellHelp), Known())
    router.message.register(partial(answer_words, lent=lent), Typing(lent), Known())
    return router


async def _go_on(
    tap: CallbackQuery, play: Play, actor: Actor, attempts: Attempts, show: Show, standing: Standing
) -> None:
    """The answer counts: what comes next. It is said to stand there before it does, so that other taps wait for it."""
    standing.put(tap, play)
    arrived = False
    try:
        arrived = await present(play, actor, attempts, show)
    finally:
        if not arrived:
            standing.clear(tap)


async def _catch_up(
    tap: CallbackQuery, play: Play, actor: Actor, attempts: Attempts, show: Show, standing: Standing
) -> None:
    """A tap on an earlier question: its message shows where the quiz stands, and no other message is sent."""
    if await show.renew(await drawn(play, actor, attempts)) is Renewed.LEFT:
        await show.toast(Toast(child.elsewhere()))
    else:
        standing.put(tap, play)


async def pause(_: CallbackQuery, action: PauseQuiz, actor: Actor, attempts: Attempts, show: Show) -> None:
    """«⏸»."""
    play = await once(attempts.pause(actor, action.attempt_id), actor, action.attempt_id, attempts)
    await show(await drawn(play, actor, attempts))


async def resume(
    tap: CallbackQuery, action: ResumeQuiz, actor: Actor, attempts: Attempts, show: Show, lent: Lent
) -> None:
    """«Продолжить», in the child's message or from an adult's screen."""
    play = await once(attempts.resume(actor, action.attempt_id), actor, action.attempt_id, attempts)
    lent.give(tap, play)
    if action.again:
        await present(play, actor, attempts, show, fresh=True)
    elif action.fresh:
        await hand_over(play, actor, attempts, show)
    else:
        await present(play, actor, attempts, show)


async def in_words(
    _: CallbackQuery, action: TextInstead, actor: Actor, attempts: Attempts, show: Show
) -> None:
    """«Без картинок»: goes on in a message of words."""
    play = await once(attempts.to_text(actor, action.attempt_id), actor, action.attempt_id, attempts)
    await present(play, actor, attempts, show)


async def name_role(_: CallbackQuery, action: NameRole, actor: Actor, attempts: Attempts, show: Show) -> None:
    """🔍, 🛠 or 🌟: the last tap of the child."""
    play = await once(
        attempts.choose_role(actor, action.attempt_id, action.role), actor, action.attempt_id, attempts
    )
    if play.refused is None and play.attempt.role_name is not None:
        await show(child.hand_back(play))
    else:
        await present(play, actor, attempts, show)


async def grown_up(
    tap: CallbackQuery,
    action: GrownUp,
    actor: Actor,
    attempts: Attempts,
    child_consents: ChildConsents,
    show: Show,
    lent: Lent,
) -> None:
    """«Я взрослый»: the adult's questions, or where the quiz was left."""
    if tap.message is not None:
        lent.take_back(tap.message.chat.id)
    play = await attempts.look(actor, action.attempt_id)
    if play.refused is None and not for_child(play):
        await present(play, actor, attempts, show)
    elif play.attempt.mode is Mode.HOME:
        offer = await attempts.offer(actor, play.attempt.wave_id, play.attempt.child_id)
        await show_offer(offer, actor, child_consents, show)
    elif play.refused is not None:
        await show(adult.broken_off(play, refusal(play.refused)))
    else:
        await show(adult.at_rest(play))


async def tell_help(_: CallbackQuery, action: TellHelp, actor: Actor, attempts: Attempts, show: Show) -> None:
    """How much the adult helped."""
    play = await once(
        attempts.help(actor, action.attempt_id, action.help), actor, action.attempt_id, attempts
    )
    await present(replace(play, late=False), actor, attempts, show)
