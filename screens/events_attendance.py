"""Who comes, family by family, and «внести за семью». Codes disappear from the chat after a day (rule 15)."""

from dataclasses import replace

from domain.actions.events import (
    ClearAnswer,
    EnterAnswer,
    EnterFamilies,
    EnterFamily,
    OpenAttendance,
    OpenEvent,
)
from domain.answers import Answer, FamilyAnswer, OtherAnswer
from domain.event_views import AttendancePage
from domain.events import Event
from domain.people import Organisation, child_code
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, Toast, in_rows, say, screen
from screens.common import menu_button
from screens.events import counted
from screens.events_parents import MARKS
from screens.paging import turning_on
from screens.people import adult

_OTHERS = 40
"""Answers of staff, partners and members of sets that fit beneath the families."""


def attendance(view: AttendancePage) -> Screen:
    """Families with their answers, those who come first."""
    event, shown = view.event, view.shown
    families = Joined(tuple(_line(family) for family in shown)) if shown else say("events-attendance-empty")
    there = (families,) if event.invitees.parents else ()
    others = view.attendance.others[:_OTHERS] if view.page == 0 else ()
    pages = turning_on(view.page, lambda at: OpenAttendance(event.id, at), more=view.more)
    enter: Rows = ((Button(say("events-button-enter"), EnterFamilies(event.id)),),) if view.may_enter else ()
    made = screen(
        _heading("events-attendance-title", event, view.organisation),
        *counted(view.attendance, event, ahead=view.may_enter),
        *there,
        *((Joined(tuple(_other(other) for other in others)),) if others else ()),
        say("events-fleeting"),
        rows=(*pages, *enter, (Button(say("button-back"), OpenEvent(event.id)), menu_button())),
    )
    named = {
        person
        for family in shown
        for person, who in zip(family.coming_ids, family.coming, strict=True)
        if who.name is not None
    }
    named |= {other.person_id for other in others if other.who.name is not None}
    return replace(made, fleeting=True, mentions=frozenset(named))


def _other(other: OtherAnswer) -> Phrase:
    """«Анна Петрова – придёт»."""
    state = "comes" if other.answer.comes else other.answer.value
    return say("events-other-line", who=adult(other.who), answer=say(f"events-other-{state}"))


def to_enter(view: AttendancePage) -> Screen:
    """Codes to enter an answer for."""
    event = view.event
    buttons = [
        Button(_mark(family), EnterFamily(event.id, family.child_id, view.page)) for family in view.shown
    ]
    rows = in_rows(buttons, 2)
    pages = turning_on(view.page, lambda at: EnterFamilies(event.id, at), more=view.more)
    made = screen(
        _heading("events-enter-title", event, view.organisation),
        say("events-enter-hint") if view.shown else say("events-attendance-empty"),
        say("events-enter-legend") if event.seats is None else say("seats-enter-legend"),
        rows=(*rows, *pages, (Button(say("button-back"), OpenEvent(event.id)), menu_button())),
    )
    return replace(made, fleeting=True)


def family(event: Event, organisation: Organisation, of: FamilyAnswer, page: int) -> Screen:
    """The four answers for one family; the one that staff entered is ticked and may be taken back."""
    rows: Rows = tuple(
        (
            Button(
                say("events-answer-chosen", answer=_entered_words(answer))
                if of.entered is answer
                else _entered_words(answer),
                EnterAnswer(event.id, of.child_id, answer, page),
                style=Style.SUCCESS if of.entered is answer else Style.PLAIN,
            ),
        )
        for answer in Answer
    )
    if of.entered is not None:
        clear = Button(say("events-button-clear"), ClearAnswer(event.id, of.child_id, page))
        rows = (*rows, (clear,))
    made = screen(
        _heading("events-enter-title", event, organisation),
        say("events-enter-family", code=child_code(of.number)),
        rows=(*rows, (Button(say("button-back"), EnterFamilies(event.id, page)),)),
    )
    return replace(made, fleeting=True)


def entered(of: FamilyAnswer, answer: Answer) -> Toast:
    """«Записали за семью 0147»."""
    return Toast(say("events-enter-taken", code=child_code(of.number), answer=_entered_words(answer)))


def cleared(of: FamilyAnswer) -> Toast:
    """«Ответ за семью 0147 убрали»."""
    return Toast(say("events-enter-cleared", code=child_code(of.number)))


def _heading(key: str, event: Event, organisation: Organisation) -> Phrase:
    return say(key, title=event.title, when=Moment(event.starts_at, organisation.timezone))


def _line(of: FamilyAnswer) -> Phrase:
    named = tuple(adult(who) for who in of.coming if who.name is not None)
    words = say("seats-family-waits") if of.waits else _family_words(of.answer)
    if of.answer is None and of.phones == 0:
        words = say("events-family-no-phone")
    if named:
        return say(
            "events-family-line-named", code=child_code(of.number), answer=words, who=Joined(named, by=", ")
        )
    return say("events-family-line", code=child_code(of.number), answer=words)


def _family_words(answer: Answer | None) -> Phrase:
    return say("events-family-silent") if answer is None else say(f"events-family-{answer.value}")


def _entered_words(answer: Answer) -> Phrase:
    """«Придут с ребёнком»: what staff tap when the family has said so."""
    return say(f"events-enter-{answer.value}")


def _mark(of: FamilyAnswer) -> Phrase:
    mark = "📵" if of.phones == 0 and of.answer is None else MARKS[of.answer]
    mark = "⏳" if of.waits else mark
    return say("events-enter-line", mark=mark, code=child_code(of.number))
