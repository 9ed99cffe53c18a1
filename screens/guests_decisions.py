"""What a teacher is asked about a visit: why not, and to which day it moves."""

from collections.abc import Sequence

from domain.actions.guests import DeclineVisit, MoveVisitElsewhere, MoveVisitTo, OpenVisit
from domain.guest_views import VisitCard
from domain.guests import GuestDecline, Slot
from screens.base import Button, Moment, Phrase, Rows, Screen, say, screen
from screens.common import menu_button
from screens.guests_invited import SLOTS_SHOWN
from screens.guests_staff import about_guest
from screens.guests_words import facts, head

OFFERED = (
    GuestDecline.DATE_UNFIT,
    GuestDecline.HAD_LATELY,
    GuestDecline.NOT_FOR_AGE,
    GuestDecline.OTHER,
)


def decline(view: VisitCard, version: int) -> Screen:
    """«Отказать»: the reasons, and own words; `version` is what the teacher has seen."""
    rows: Rows = tuple(
        (
            Button(
                say("guests-decline-button", reason=reason.value),
                DeclineVisit(view.visit.id, version, reason),
            ),
        )
        for reason in OFFERED
    )
    made = screen(
        head(view.group),
        facts(view),
        say("guests-decline-question"),
        rows=(*rows, _back(view)),
    )
    return about_guest(made, view)


def move(view: VisitCard, free: Sequence[Slot], word: Phrase | None = None) -> Screen:
    """«Перенести»: the free dates of the group, and another day; `word` says why one of them was refused."""
    zone = view.organisation.timezone
    rows: Rows = tuple(
        (
            Button(
                say("guests-line-free", when=Moment(slot.starts_at, zone), emoji=view.group.emoji),
                MoveVisitTo(view.visit.id, slot.id),
            ),
        )
        for slot in free[:SLOTS_SHOWN]
    )
    other = Button(say("guests-button-other-day"), MoveVisitElsewhere(view.visit.id))
    made = screen(
        head(view.group),
        *(() if word is None else (word,)),
        facts(view),
        say("guests-move-question"),
        rows=(*rows, (other,), _back(view)),
    )
    return about_guest(made, view)


def accepted_word(*, confirmed: bool) -> Phrase:
    """What the guest is told now: to fill in the rest, or that everything is decided."""
    return say("guests-confirmed-word" if confirmed else "guests-accepted-word")


def declined_word() -> Phrase:
    """«Отказ передали»."""
    return say("guests-declined-word")


def held_word() -> Phrase:
    """«Записали»."""
    return say("guests-held-word")


def not_held_word() -> Phrase:
    """«Записали: не состоялся»."""
    return say("guests-not-held-word")


def moved_word() -> Phrase:
    """«Перенесли»."""
    return say("guests-moved-word")


def _back(view: VisitCard) -> tuple[Button, ...]:
    return (Button(say("button-back"), OpenVisit(view.visit.id)), menu_button())
