"""Another date, before anything is done; what to change; and what is told of the answers."""

from domain.actions.guest_requests import AskChangeOf, MoveVisitOn
from domain.actions.guests import MoveVisit, MoveVisitTo, OpenVisit
from domain.guest_asking import MovePlan
from domain.guest_request_notices import AGREED_TO, STAYS
from domain.guest_requests import Wish
from domain.guest_views import VisitCard
from domain.guest_warnings import Warned
from domain.outcomes import Refused
from screens import guests_asked
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button
from screens.guests_days import unusual
from screens.guests_notices import to_staff
from screens.guests_staff import about_guest, warnings
from screens.guests_visits import own_rows
from screens.guests_words import details, facts, head

MINUTE = 60


def plan(view: MovePlan) -> Screen:
    """«Было … → может быть …»: who is asked and until when, and what to think of."""
    card, zone = view.card, view.card.organisation.timezone
    key = "guests-move-plan-at-once" if view.until is None else "guests-move-plan-ask"
    if view.until is None and card.unread:
        key = "guests-move-plan-unread"
    elif view.until is None and card.visit.entered:
        key = "guests-move-plan-entered"
    dates = say("guests-move-plan", before=Moment(card.visit.starts_at, zone), after=Moment(view.to, zone))
    until = Moment(view.to if view.until is None else view.until, zone)
    visit = card.visit
    sure = (
        MoveVisitOn(visit.id, visit.version, int(view.to.timestamp()) // MINUTE)
        if view.slot_id is None
        else MoveVisitTo(visit.id, view.slot_id, visit.version)
    )
    yes = say("guests-button-move-now" if view.until is None else "guests-button-move-ask")
    made = screen(
        head(card.group),
        dates,
        say("guests-profession", profession=visit.profession.name),
        *of_dates(view.warned, card),
        say(key, until=until),
        rows=(
            (Button(yes, sure, style=Style.PRIMARY),),
            (Button(say("guests-button-other-date"), MoveVisit(visit.id)),),
            (Button(say("button-back"), OpenVisit(visit.id)), menu_button()),
        ),
    )
    return about_guest(made, card)


def of_dates(warned: Warned, card: VisitCard) -> list[Phrase | Joined]:
    """What to think of before a date is chosen."""
    zone = card.organisation.timezone
    said = [
        say("guests-clash-move", when=Moment(clash.at, zone), title=clash.title) for clash in warned.clashes
    ]
    said += unusual(warned.unusual, zone)
    rest = Warned(from_age=warned.from_age, thought=warned.thought, lately=warned.lately)
    return [*([Joined(tuple(said))] if said else []), *warnings(rest, card.organisation)]


def moved_word(outcome: VisitCard | Refused | None) -> Phrase:
    """«Спросили гостя», or «перенесли»."""
    if isinstance(outcome, VisitCard) and outcome.visit.asked is not None:
        return say("guests-move-asked-word")
    entered = isinstance(outcome, VisitCard) and (outcome.visit.entered or outcome.unread)
    return say("guests-moved-entered" if entered else "guests-moved-word")


def taken_back_word() -> Phrase:
    """«Больше не спрашиваем»."""
    return say("guests-move-taken-back")


def answered_word(*, agreed: bool) -> Phrase:
    """«Спасибо»."""
    return say("guests-move-agreed-word" if agreed else "guests-move-stays-word")


def ask_change(view: VisitCard, version: int) -> Screen:
    """«Что попросить изменить?»; `version` is what the teacher has seen."""
    visit = view.visit
    rows: Rows = tuple(
        (Button(say("guests-change-button", wish=wish.value), AskChangeOf(visit.id, version, wish)),)
        for wish in Wish
    )
    body: list[Phrase | Joined] = [head(view.group), facts(view)]
    if visit.details is not None:
        body.append(details(visit.details, view.organisation))
    body.append(say("guests-change-question"))
    made = screen(*body, rows=(*rows, (Button(say("button-back"), OpenVisit(visit.id)), menu_button())))
    return about_guest(made, view)


def change_asked_word() -> Phrase:
    """«Попросили»."""
    return say("guests-change-asked-word")


def changed_word() -> Phrase:
    """«Передали»."""
    return say("guests-changed-word")


def move_asked(card: VisitCard) -> Screen:
    """To the guest: does another date suit?"""
    return _to_guest(card, say("guests-notice-move-asked"))


def move_dropped(card: VisitCard) -> Screen:
    """To the guest: nothing moves after all."""
    return _to_guest(card, say("guests-notice-move-dropped"))


def change_asked(card: VisitCard) -> Screen:
    """To the guest: what to change; what was told stays until then."""
    return _to_guest(card, say("guests-notice-change-asked"))


def move_answered(told: tuple[VisitCard, str]) -> Screen:
    """To the teachers: what the guest said, or that nothing was said."""
    card, answer = told
    keys = {AGREED_TO: "guests-notice-move-agreed", STAYS: "guests-notice-move-stays"}
    return to_staff(card, say(keys.get(answer, "guests-notice-move-lapsed")))


def changed(card: VisitCard) -> Screen:
    """To the teachers: the guest has changed it."""
    return to_staff(card, say("guests-notice-changed"))


def unread(card: VisitCard) -> Screen:
    """To the teachers: the guest does not read what the bot writes; the card says what to do."""
    return to_staff(card, say("guests-notice-unread"))


def _to_guest(card: VisitCard, title: Phrase) -> Screen:
    body: list[Phrase | Joined] = [head(card.group), title, facts(card)]
    body += guests_asked.to_guest(card)
    opening = Button(say("guests-button-card"), OpenVisit(card.visit.id))
    rows = guests_asked.guest_rows(card) or own_rows(card)
    return screen(*body, rows=(*rows, (opening,)))
