"""What comes to a guest by itself before the visit: the advice, and what the children ask."""

from dataclasses import replace

from domain.actions.guest_preparation import OpenPreparation
from domain.guest_preparation import Preparation
from screens.base import Button, Screen, Style, say, screen
from screens.guests_checklist import asked_lines
from screens.guests_preparation import advice
from screens.guests_words import facts, head


def advised(view: Preparation) -> Screen:
    """«📌 Памятка гостя»: sent once."""
    made = advice(view)
    said = say("guests-notice-advised")
    return replace(made, body=(head(view.card.group), said, facts(view.card), *made.body))


def asked(view: Preparation) -> Screen:
    """«Дети спрашивают»."""
    button = Button(
        say("guests-button-preparation"), OpenPreparation(view.card.visit.id), style=Style.PRIMARY
    )
    return screen(
        head(view.card.group),
        say("guests-notice-asked"),
        asked_lines(one.text for one in view.questions if one.sent),
        facts(view.card),
        rows=((button,),),
    )
