"""Phrases that any feature may need."""

from domain.actions.menu import OpenMenu
from domain.outcomes import Refused
from screens.base import Button, Phrase, say


def forbidden() -> Phrase:
    """«Эта кнопка не для вас»: a button of somebody else."""
    return say("reason-forbidden")


def gone() -> Phrase:
    """«Этого уже нет»: a button of something deleted."""
    return say("reason-gone")


def refusal(refused: Refused) -> Phrase:
    """Why it was not done, and what to do instead."""
    return say(f"reason-{refused.reason.value}", **refused.args)


def menu_button() -> Button:
    """«🏠 Меню»."""
    return Button(say("button-menu"), OpenMenu())
