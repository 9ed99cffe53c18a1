"""Phrases that any feature may need."""

from datetime import date

from domain.actions.menu import OpenMenu
from domain.outcomes import Reason, Refused
from screens.base import Button, Day, Phrase, say


def forbidden() -> Phrase:
    """«Эта кнопка не для вас»: a button of somebody else."""
    return refusal(Refused(Reason.FORBIDDEN))


def gone() -> Phrase:
    """«Этого уже нет»: a button of something deleted."""
    return refusal(Refused(Reason.GONE))


def refusal(refused: Refused) -> Phrase:
    """Why it was not done, and what to do instead."""
    said = {name: Day(value) if isinstance(value, date) else value for name, value in refused.args.items()}
    return say(f"reason-{refused.reason.value}", **said)


def menu_button() -> Button:
    """«🏠 Меню»."""
    return Button(say("button-menu"), OpenMenu())
