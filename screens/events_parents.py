"""What a parent sees of events: the invitation with its four answers, and the list of what is ahead."""

from dataclasses import replace
from typing import assert_never

from domain.actions.campaigns import GetCalendarFile
from domain.actions.events import AnswerEvent, MyEvents, OpenInvitation
from domain.answers import Answer
from domain.events import Event, EventStatus, GroupLabel, Invitation, ListedEvent
from domain.lesson_sheets import LessonToFill
from domain.outcomes import Refused
from domain.seats import PartyStatus
from screens import recaps_sheets, seats
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, Toast, say, screen
from screens.common import menu_button, refusal
from screens.events_facts import facts
from screens.paging import turning_on

MARKS = {Answer.WITH_CHILD: "✅", Answer.ALONE: "✅", Answer.NO: "➖", Answer.UNSURE: "❔", None: "💬"}
TITLE_ON_BUTTON = 40
NAMED_GROUPS = 12
"""Of an event for a whole town there may be hundreds, which no message has room for."""


def invitation(shown: Invitation, *, open_: bool = True, listed: bool = False) -> Screen:
    """The event, the own answer or place in the queue, and the buttons while it is still possible to answer."""
    head = (heading(shown.groups),) if shown.groups else ()
    about = Joined((facts(shown.event, shown.zone), *_further(shown), *seats.seat_lines(shown.event)))
    mine_row: tuple[Button, ...] = (mine_button(fresh=not listed),)
    beneath = shown.event.picture is not None
    if not open_ or shown.closed:
        return replace(screen(*head, about, closed(shown), rows=(mine_row,)), beneath=beneath)
    if shown.answer is not None and shown.answer.may_come and not seats.is_seatless(shown):
        mine_row = (calendar_button(shown.event), *mine_row)
    rows = (*answer_rows(shown, listed=listed), mine_row)
    return replace(screen(*head, about, own(shown), rows=rows), beneath=beneath)


def _further(shown: Invitation) -> tuple[Phrase, ...]:
    """The other meetings of a weekly series, which have no announcement of their own."""
    if not shown.series:
        return ()
    days = tuple(Moment(at, shown.zone) for at in shown.series)
    return (
        say("events-series", days=Joined(tuple(say("events-series-day", when=day) for day in days), by="; ")),
    )


def answered(shown: Invitation, answer: Answer) -> Toast:
    """«Записали: приду с ребёнком», or the place in the queue."""
    return seats.answered(shown) or Toast(say("events-answer-taken", answer=_words(shown, answer)))


def not_answered(refused: Refused) -> Toast:
    """Why the answer was not taken."""
    return Toast(refusal(refused), alert=True)


def mine(
    events: tuple[ListedEvent, ...],
    page: int,
    *,
    more: bool,
    fresh: bool = False,
    lessons: tuple[LessonToFill, ...] = (),
) -> Screen:
    """What is ahead for this parent, each with the own answer; `lessons` wait for the sheet of a member of staff."""
    return replace(_mine(events, page, recaps_sheets.to_fill(lessons), more=more), fresh=fresh)


def _mine(events: tuple[ListedEvent, ...], page: int, first: Rows, *, more: bool) -> Screen:
    if not events and page == 0:
        return screen(say("events-mine-title"), say("events-mine-empty"), rows=(*first, (menu_button(),)))
    rows: Rows = tuple((Button(_line(event), OpenInvitation(event.id)),) for event in events)
    pages = turning_on(page, MyEvents, more=more)
    return screen(
        say("events-mine-title"), say("events-mine-hint"), rows=(*first, *rows, *pages, (menu_button(),))
    )


def not_for_you() -> Screen:
    """A link to an event that is for others, or is not there any more."""
    return screen(say("events-link-not-yours"), rows=((mine_button(), menu_button()),))


def heading(groups: tuple[GroupLabel, ...]) -> Phrase:
    """«Солнышко · 🐻» (rule 6)."""
    return say("events-groups", groups=labels(groups))


def labels(groups: tuple[GroupLabel, ...]) -> Joined:
    """The groups on one line; of very many the first, and how many more."""
    named = [say("events-group", name=g.name, emoji=g.emoji) for g in groups[:NAMED_GROUPS]]
    if len(groups) > NAMED_GROUPS:
        named.append(say("events-groups-more", count=len(groups) - NAMED_GROUPS))
    return Joined(tuple(named), by=", ")


def answer_rows(shown: Invitation, *, listed: bool = False) -> Rows:
    """The answers, the own one ticked; while a seat is offered or waited for, what may be done about it."""
    coming = (Answer.WITH_CHILD, Answer.ALONE) if shown.groups else (Answer.ALONE,)
    come = tuple(_answer_button(shown, answer, listed) for answer in coming)
    match seats.standing(shown):
        case PartyStatus.OFFERED:
            return seats.offer_rows(shown.event.id, listed=listed)
        case PartyStatus.WAITING:
            return (come, *seats.queue_rows(shown.event.id, listed=listed))
        case PartyStatus.HELD | None:
            others = tuple(_answer_button(shown, answer, listed) for answer in (Answer.NO, Answer.UNSURE))
            rule = ((seats.rule_button(),),) if seats.is_full(shown.seating) else ()
            return (come, others, *rule)
        case never:
            assert_never(never)


def answer_words(answer: Answer) -> Phrase:
    """«Приду с ребёнком»."""
    return say(f"events-answer-{answer.value}")


def mine_button(*, fresh: bool = False) -> Button:
    """«📅 Мои мероприятия»; `fresh` under an invitation, which stays."""
    return Button(say("events-button-mine"), MyEvents(fresh=fresh))


def calendar_button(event: Event) -> Button:
    """«📆 В календарь»."""
    return Button(say("events-button-calendar"), GetCalendarFile(event.id))


def short(title: str) -> str:
    """A title that fits on a button."""
    return title if len(title) <= TITLE_ON_BUTTON else title[: TITLE_ON_BUTTON - 1].rstrip() + "…"


def own(shown: Invitation) -> Phrase | Joined:
    """The own answer and what has become of it, or the question."""
    seating = shown.seating
    if shown.answer is None:
        full = seating is not None and seats.is_full(seating)
        return seats.question(seating) if seating is not None and full else say("events-question")
    if seats.is_out(shown):
        return say("seats-out")
    words = _words(shown, shown.answer)
    status = seats.standing(shown)
    if seating is not None and status is PartyStatus.OFFERED:
        return seats.offered(seating, shown.zone)
    if seating is not None and status is PartyStatus.WAITING:
        return seats.waiting(seating, words)
    until = shown.event.answer_until
    said = say("events-answered", answer=words)
    if until is not None:
        said = say("events-answered-until", answer=words, until=Moment(until, shown.zone))
    return Joined((said, say("seats-held"))) if status is PartyStatus.HELD else said


def _words(shown: Invitation, answer: Answer) -> Phrase:
    """An answer in words; who is invited without a child just comes."""
    return answer_words(answer) if shown.groups or answer is not Answer.ALONE else say("events-answer-come")


def closed(shown: Invitation) -> Joined:
    """Why it cannot be answered any more, and what was."""
    cancelled = shown.event.status is EventStatus.CANCELLED
    mark = "events-closed-mark" if shown.closed else "events-past-mark"
    mark = "events-cancelled-mark" if cancelled else mark
    if shown.answer is None:
        return Joined((say(mark), say("events-unanswered-final")))
    said = say("events-answered-final", answer=_words(shown, shown.answer))
    seatless = not cancelled and seats.is_seatless(shown)
    return Joined((say(mark), said, *((say("seats-none-final"),) if seatless else ())))


def _answer_button(shown: Invitation, answer: Answer, listed: bool) -> Button:
    words = _words(shown, answer)
    action = AnswerEvent(shown.event.id, answer, listed)
    if shown.answer is not answer or seats.is_out(shown):
        return Button(words, action)
    if seats.standing(shown) is PartyStatus.WAITING:
        return Button(say("seats-answer-waits", answer=words), action)
    return Button(say("events-answer-chosen", answer=words), action, style=Style.SUCCESS)


def _line(event: ListedEvent) -> Phrase:
    mark = "⏳" if event.waits else MARKS[event.answer]
    mark = "🚫" if event.status is EventStatus.CANCELLED else mark
    when = Moment(event.starts_at, event.zone)
    return say("events-mine-line", mark=mark, when=when, title=short(event.title))
