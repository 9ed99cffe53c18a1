"""«Внести за семью»: who comes to a date without having a phone. Codes disappear from the chat after a day (rule 15)."""

from dataclasses import replace

from domain.actions.guests import (
    EnterGuest,
    EnterGuestFor,
    EnterInstead,
    OpenSlot,
    OpenVisit,
    TakeBackEntered,
)
from domain.guest_views import EntryChoice, GuestInvitation, VisitCard
from domain.outcomes import Reason, Refused
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, in_rows, say, screen
from screens.common import menu_button, refusal
from screens.guests_staff import about_guest, list_button
from screens.guests_words import SLOTS_SHOWN, facts, head
from screens.paging import turning_on
from screens.people import adult

OF_A_DATE = (Reason.SLOT_TAKEN, Reason.SLOT_WITHDRAWN, Reason.SLOT_PAST)
"""Why a date is lost; any other reason is about the guest, whom no other date helps."""


def choice(view: EntryChoice, word: Phrase | None = None) -> Screen:
    """Codes of the families that are not in the bot, and a partner; `word` says why one of them was refused."""
    slot = view.slot
    codes = [
        Button(say("guests-entry-code", code=child.code), EnterGuestFor(slot.id, child.id))
        for child in view.families
    ]
    some = bool(codes) or view.page > 0
    made = screen(
        head(view.group),
        *(() if word is None else (word,)),
        say("guests-entry-title", when=Moment(slot.starts_at, view.organisation.timezone)),
        say("guests-entry-question" if some else "guests-entry-nobody"),
        rows=(
            *in_rows(codes, 2),
            *turning_on(view.page, lambda at: EnterGuest(slot.id, at), more=view.more),
            (Button(say("guests-entry-partner"), EnterGuestFor(slot.id)),),
            (Button(say("button-back"), OpenSlot(slot.id)), menu_button()),
        ),
    )
    return replace(made, fleeting=some)


def not_entered(view: GuestInvitation, refused: Refused, token: str) -> Screen:
    """Somebody was quicker, or the date is closed: one tap on another writes the same guest down."""
    body: list[Phrase | Joined] = [head(view.group), say("guests-refused", reason=refusal(refused))]
    ways = (list_button(view.organisation), menu_button())
    if refused.reason not in OF_A_DATE:
        return screen(*body, rows=(ways,))
    if not view.slots:
        return screen(*body, say("guests-entry-refused-none"), rows=(ways,))
    zone = view.organisation.timezone
    rows: Rows = tuple(
        (
            Button(
                say("guests-when", when=Moment(slot.starts_at, zone)),
                EnterInstead(slot.id, token),
                style=Style.PRIMARY,
            ),
        )
        for slot in view.slots[:SLOTS_SHOWN]
    )
    return screen(*body, say("guests-entry-refused-kept"), rows=(*rows, ways))


def entered_word() -> Phrase:
    """«Записали»."""
    return say("guests-entered-word")


def take_back(view: VisitCard, version: int) -> Screen:
    """Asks once; `version` is what the teacher has seen."""
    visit = view.visit
    who = () if view.guest is None else (say("guests-who", who=adult(view.guest)),)
    made = screen(
        head(view.group),
        facts(view),
        *who,
        say("guests-take-back-question"),
        rows=(
            (
                Button(
                    say("guests-button-take-back-yes"),
                    TakeBackEntered(visit.id, version, sure=True),
                    style=Style.DANGER,
                ),
            ),
            (Button(say("button-back"), OpenVisit(visit.id)),),
        ),
    )
    return about_guest(made, view)


def taken_back_word() -> Phrase:
    """«Запись убрали»."""
    return say("guests-taken-back-word")
