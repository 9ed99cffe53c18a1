"""Phrases that any feature may need."""

from datetime import date, datetime
from typing import Any

from domain.actions.menu import OpenMenu
from domain.outcomes import Reason, Refused
from screens.base import Arg, Button, Day, Joined, Moment, Phrase, say

NAMED = 5
"""Dates that a refusal names; more do not fit into the small answer to a tap."""


def forbidden() -> Phrase:
    """«Эта кнопка не для вас»: a button of somebody else."""
    return refusal(Refused(Reason.FORBIDDEN))


def gone() -> Phrase:
    """«Этого уже нет»: a button of something deleted."""
    return refusal(Refused(Reason.GONE))


def refusal(refused: Refused) -> Phrase:
    """Why it was not done, and what to do instead."""
    said = {name: _said(value) for name, value in refused.args.items()}
    return say(f"reason-{refused.reason.value}", **said)


def _said(value: Any) -> Arg:
    """What a text is filled with: days and hours, of their own zone, as people say them."""
    match value:
        case datetime():
            return Moment(value, str(value.tzinfo))
        case date():
            return Day(value)
        case tuple():
            some = tuple(say("refusal-moment", when=_said(one)) for one in value[:NAMED])
            return Joined(some if len(value) <= NAMED else (*some, "…"), by="; ")
        case _:
            said: Arg = value
            return said


def menu_button() -> Button:
    """«🏠 Меню»."""
    return Button(say("button-menu"), OpenMenu())
