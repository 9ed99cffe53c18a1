"""«🚪 Имя для входа»: a guest's full name for the entrance list, seen by that guest alone."""

from domain.actions.guest_preparation import DropFullName, OpenEntrance, TellFullName
from domain.actions.guests import OpenVisit
from domain.guest_entrance import EntranceName, asks_full_name
from domain.guest_views import VisitCard
from screens.base import Button, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button
from screens.guests_words import head
from screens.joining import consent_text


def entrance_rows(card: VisitCard) -> Rows:
    """The button on the card of a visit that was said yes to, where names are kept."""
    return (
        ((Button(say("guests-button-entrance"), OpenEntrance(card.visit.id)),),)
        if asks_full_name(card)
        else ()
    )


def entrance_hint(card: VisitCard) -> tuple[Phrase, ...]:
    """What the button is for, said with the first yes."""
    return (say("guests-entrance-hint"),) if asks_full_name(card) else ()


def entrance(view: EntranceName, word: Phrase | None = None) -> Screen:
    """The name that stands in the list, or the consent that is asked for it; `word` says what has just happened."""
    visit = view.card.visit
    body = [head(view.card.group), *([] if word is None else [word])]
    ways = (Button(say("guests-button-to-visit"), OpenVisit(visit.id)), menu_button())
    write = TellFullName(visit.id, view.consent.version)
    drop = Button(say("guests-button-entrance-drop"), DropFullName(visit.id))
    if view.name is not None:
        change = (Button(say("guests-button-entrance-change"), write), drop)
        rows = (change if asks_full_name(view.card) else (drop,), ways)
        return screen(*body, say("guests-entrance-kept", name=view.name), rows=rows)
    if not asks_full_name(view.card):
        return screen(*body, say("guests-entrance-closed"), rows=(ways,))
    asked = (say("guests-entrance-agreed"),) if view.agreed else consent_text(view.consent)
    agree = "guests-button-entrance-write" if view.agreed else "guests-button-entrance-agree"
    return screen(
        *body,
        say("guests-entrance-asked"),
        *asked,
        rows=(
            (Button(say(agree), write, style=Style.SUCCESS),),
            (Button(say("guests-button-entrance-document"), OpenVisit(visit.id)),),
            (menu_button(),),
        ),
    )


def dropped_word() -> Phrase:
    """The name is gone."""
    return say("guests-entrance-dropped")
