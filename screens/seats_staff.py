"""The queue as staff see it, and what they choose when a family comes for which there is no seat."""

from dataclasses import replace

from domain.actions.events import EnterAnswer, EnterFamily, OpenEvent
from domain.actions.seats import OpenQueue
from domain.answers import Answer, FamilyAnswer
from domain.event_forms import FOR_PARENTS
from domain.event_views import EventCard
from domain.events import Event, EventStatus
from domain.outcomes import Reason, Refused
from domain.people import Organisation, child_code
from domain.seat_views import QueueLine, QueuePage, WhenFull
from domain.seats import SeatsBy
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Toast, say, screen
from screens.common import menu_button
from screens.paging import turning_on
from screens.seats import seat_lines


def queue(view: QueuePage) -> Screen:
    """Who has been offered a seat, then who waits, in order. Codes disappear from the chat after a day (rule 15)."""
    event, zone = view.event, view.organisation.timezone
    lines = tuple(_line(line, event, zone) for line in view.lines)
    pages = turning_on(view.page, lambda at: OpenQueue(event.id, at), more=view.more)
    made = screen(
        say("seats-queue-title", title=event.title, when=Moment(event.starts_at, zone)),
        Joined(seat_lines(event)),
        Joined(lines) if lines else say("seats-queue-empty"),
        say("seats-queue-hint"),
        say("events-fleeting"),
        rows=(*pages, (Button(say("button-back"), OpenEvent(event.id)), menu_button())),
    )
    return replace(made, fleeting=True)


def queue_button(view: EventCard) -> tuple[Button, ...]:
    """«⏳ Очередь», while the event is ahead and somebody waits in it or has been offered a seat."""
    event = view.event
    if event.seats is None or event.status is not EventStatus.PUBLISHED or view.may_recap:
        return ()
    beyond = event.invitees != FOR_PARENTS and event.seats_taken >= event.seats.count
    if not (event.waiting or view.attendance.waiting or beyond):  # an adult without a child may have an offer
        return ()
    return (Button(say("seats-button-queue"), OpenQueue(event.id)),)


def no_seat(
    event: Event, organisation: Organisation, of: FamilyAnswer, answer: Answer, page: int, refused: Refused
) -> Screen:
    """Into the queue, or over the limit? A family that sits already and grows cannot queue for a part of itself."""
    sits = refused.reason is Reason.NO_SEAT_FOR_ALL
    ways = (WhenFull.OVER,) if sits else (WhenFull.QUEUE, WhenFull.OVER)
    what = say("seats-enter-what-over" if sits else "seats-enter-what")
    rows: Rows = tuple(
        (
            Button(
                say(f"seats-button-enter-{way.value}"),
                EnterAnswer(event.id, of.child_id, answer, page, way),
            ),
        )
        for way in ways
    )
    made = screen(
        say("events-enter-title", title=event.title, when=Moment(event.starts_at, organisation.timezone)),
        say(
            "seats-enter-question",
            code=child_code(of.number),
            answer=say(f"events-enter-{answer.value}"),
        ),
        Joined((say("seats-enter-left", left=refused.args["left"]), what)),
        rows=(*rows, (Button(say("button-back"), EnterFamily(event.id, of.child_id, page)),)),
    )
    return replace(made, fleeting=True)


def entered(of: FamilyAnswer, way: WhenFull) -> Toast | None:
    """What has become of a family for which there was no seat; None: one has become free meanwhile."""
    if way is WhenFull.QUEUE and not of.waits:
        return None
    return Toast(say(f"seats-entered-{way.value}", code=child_code(of.number)))


def _line(line: QueueLine, event: Event, zone: str) -> Phrase:
    who = (
        say("seats-queue-adult")
        if line.number is None
        else say("people-family", codes=child_code(line.number))
    )
    if line.offered_until is not None:
        said = say("seats-queue-offered", who=who, until=Moment(line.offered_until, zone))
    else:
        said = say("seats-queue-line", place=line.place, who=who)
    by_person = event.seats is not None and event.seats.by is SeatsBy.PERSON
    return say("seats-queue-size", line=said, size=line.size) if by_person else said
