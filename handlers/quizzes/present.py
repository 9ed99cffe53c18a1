"""Whatever an attempt asks for now, on the screen that it wants."""

from collections.abc import Awaitable
from dataclasses import replace
from typing import assert_never

from domain.attempts import AskHelp, AttemptStatus, ChooseRole, Mode, Over, Question
from domain.ids import AttemptId
from domain.outcomes import AlreadyDone, Refused
from domain.people import Actor
from domain.quiz_views import Play
from domain.quizzes import ItemKind
from handlers.quizzes.cards import card_of
from messenger.show import Renewed, Show
from screens import quizzes_adult as adult
from screens import quizzes_child as child
from screens import quizzes_parents as parents
from screens.base import Screen
from screens.common import refusal
from services.attempts import Attempts


async def present(
    play: Play, actor: Actor, attempts: Attempts, show: Show, *, taken: str = "", fresh: bool = False
) -> bool:
    """Show it; False when its picture did not come through and words were offered instead."""
    screen = replace(await drawn(play, actor, attempts, taken), fresh=fresh)
    if screen.picture is None:
        await show(screen)
        return True
    if await show.picture(screen):
        return True
    await show(child.no_pictures(play))
    return False


async def once(done: Awaitable[Play], actor: Actor, attempt_id: AttemptId, attempts: Attempts) -> Play:
    """What a tap has done; for a tap that the bot hears again after a restart, where the quiz stands by now."""
    try:
        return await done
    except AlreadyDone:
        return await attempts.look(actor, attempt_id)


async def hand_over(play: Play, actor: Actor, attempts: Attempts, show: Show) -> None:
    """The phone goes to the child: one fresh message, however often the button was tapped (rule 15)."""
    if play.refused is not None or play.attempt.mode is Mode.PAPER or not for_child(play):
        await present(play, actor, attempts, show)
        return
    if await show.renew(child.given_away(play)) is Renewed.SAME:
        return
    await present(play, actor, attempts, show, fresh=True)


async def drawn(play: Play, actor: Actor, attempts: Attempts, taken: str = "") -> Screen:
    """The screen of what is open in the attempt."""
    home = play.attempt.mode is Mode.HOME
    if play.refused is not None:
        return (
            adult.broken_off(play, refusal(play.refused))
            if play.attempt.mode is Mode.PAPER
            else child.broken_off(play)
        )
    if play.attempt.status is AttemptStatus.PAUSED:
        return child.paused(play)
    match play.stage:
        case Question(item=item) as asked if item.kind is ItemKind.REPORT:
            return adult.report(play, asked)
        case Question() as asked if play.attempt.mode is Mode.PAPER:
            return adult.from_paper(play, asked, taken)
        case Question() as asked:
            card = await card_of(asked) if play.attempt.pictures else None
            return child.question(play, asked, card, taken)
        case ChooseRole():
            return child.roles(play)
        case AskHelp():
            return adult.help_asked(play)
        case Over() if home:
            found = await attempts.result(actor, play.attempt.id)
            return parents.no_result(found) if isinstance(found, Refused) else parents.result(found)
        case Over():
            return adult.entered(play)
        case _:
            assert_never(play.stage)


def for_child(play: Play) -> bool:
    """Whether the next tap is a child's: a question or the role name, and not the adult's part."""
    match play.stage:
        case Question(item=item):
            return item.kind is not ItemKind.REPORT
        case ChooseRole():
            return True
        case AskHelp() | Over():
            return False
        case _:
            assert_never(play.stage)
