"""What a teacher is asked about a visit: why not, and to which day it moves."""

from domain.actions.guests import (
    DeclineVisit,
    MissVisit,
    MoveVisit,
    MoveVisitElsewhere,
    MoveVisitTo,
    OpenVisit,
)
from domain.guest_asking import MoveOptions
from domain.guest_outcomes import Missed
from domain.guest_views import VisitCard
from domain.guests import AGREED, CALLING_OFF, GuestDecline
from screens.base import Button, Moment, Phrase, Rows, Screen, say, screen
from screens.common import menu_button
from screens.guests_requests import of_dates
from screens.guests_staff import about_guest
from screens.guests_words import SLOTS_SHOWN, facts, head
from screens.paging import page_of, turning

OFFERED = (
    GuestDecline.DATE_UNFIT,
    GuestDecline.HAD_LATELY,
    GuestDecline.NOT_FOR_AGE,
    GuestDecline.OTHER,
)
OFFERED_ONCE_AGREED = (GuestDecline.DAY_LOST, GuestDecline.PLANS_CHANGED, GuestDecline.CALLED_OFF)


def decline(view: VisitCard, version: int) -> Screen:
    """«Отказать», or «Отменить визит»: the reasons, and own words; `version` is what the teacher has seen."""
    agreed = view.visit.status in AGREED
    rows: Rows = tuple(
        (
            Button(
                say("guests-decline-button", reason=reason.value),
                DeclineVisit(view.visit.id, version, reason),
            ),
        )
        for reason in (OFFERED_ONCE_AGREED if agreed else OFFERED)
    )
    made = screen(
        head(view.group),
        facts(view),
        say("guests-call-off-question" if agreed else "guests-decline-question"),
        rows=(*rows, _back(view)),
    )
    return about_guest(made, view)


def missed(view: VisitCard) -> Screen:
    """«Не состоялось»: neutral reasons, one tap."""
    kind = view.organisation.kind.value
    rows: Rows = tuple(
        (Button(say("guests-missed-button", reason=why.value, kind=kind), MissVisit(view.visit.id, why)),)
        for why in Missed
    )
    made = screen(head(view.group), facts(view), say("guests-missed-question"), rows=(*rows, _back(view)))
    return about_guest(made, view)


def move(view: MoveOptions, word: Phrase | None = None, page: int = 0) -> Screen:
    """«Перенести»: the free dates of the group, and another day; `word` says why one of them was refused."""
    card, zone = view.card, view.card.organisation.timezone
    rows: Rows = tuple(
        (
            Button(
                say("guests-line-free", when=Moment(slot.starts_at, zone), emoji=card.group.emoji),
                MoveVisitTo(card.visit.id, slot.id),
            ),
        )
        for slot in page_of(view.free, page, SLOTS_SHOWN)
    )
    turn = turning(len(view.free), page, lambda at: MoveVisit(card.visit.id, at), SLOTS_SHOWN)
    other = Button(say("guests-button-other-day"), MoveVisitElsewhere(card.visit.id))
    made = screen(
        head(card.group),
        *(() if word is None else (word,)),
        facts(card),
        *of_dates(view.warned, card),
        say("guests-move-question"),
        rows=(*rows, *turn, (other,), _back(card)),
    )
    return about_guest(made, card)


def accepted_word(*, confirmed: bool) -> Phrase:
    """What the guest is told now: to fill in the rest, or that everything is decided."""
    return say("guests-confirmed-word" if confirmed else "guests-accepted-word")


def declined_word(reason: GuestDecline) -> Phrase:
    """«Отказ передали», «Визит отменили»."""
    return say("guests-called-off-word" if reason in CALLING_OFF else "guests-declined-word")


def held_word() -> Phrase:
    """«Записали»."""
    return say("guests-held-word")


def noted_word(*, gone: bool) -> Phrase:
    """«Заметку сохранили», «Заметки нет»."""
    return say("guests-note-gone" if gone else "guests-noted")


def not_held_word() -> Phrase:
    """«Записали: не состоялся»."""
    return say("guests-not-held-word")


def _back(view: VisitCard) -> tuple[Button, ...]:
    return (Button(say("button-back"), OpenVisit(view.visit.id)), menu_button())
