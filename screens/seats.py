"""Seats as those who are invited see them: how many are taken, the place in the queue, the offer, the rule."""

from dataclasses import replace

from domain.actions.seats import DeclineSeat, LeaveQueue, OpenSeatRule, TakeSeat
from domain.events import Event, Invitation
from domain.ids import EventId
from domain.seats import PartyStatus, Seating
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, Toast, say, screen
from screens.common import menu_button


def seat_lines(event: Event) -> tuple[Phrase, ...]:
    """«Занято 7 из 10 мест», and how many wait; nothing when whoever wishes may come."""
    if event.seats is None:
        return ()
    line = say("seats-line", taken=event.seats_taken, count=event.seats.count, by=event.seats.by.value)
    return (say("seats-line-waiting", line=line, waiting=event.waiting) if event.waiting else line,)


def standing(shown: Invitation) -> PartyStatus | None:
    """Where this adult's family stands; nothing is said of it to one who does not come: another adult may have asked."""
    own = None if shown.seating is None else shown.seating.own
    comes = shown.answer is not None and shown.answer.comes
    return own.status if own is not None and comes else None


def is_full(seating: Seating | None) -> bool:
    """Whether somebody new would have to wait, so that the queue is worth a word."""
    if seating is None or seating.own is not None:
        return False
    queued = seating.waiting > 0 and not seating.first_come
    return queued or seating.taken >= seating.seats.count


def is_out(shown: Invitation) -> bool:
    """Whether this adult would come, but the family neither sits nor waits: it let its offers pass."""
    comes = shown.answer is not None and shown.answer.comes
    return comes and shown.seating is not None and shown.seating.own is None


def is_seatless(shown: Invitation) -> bool:
    """Whether this adult would come and has no seat: waits for one, has been offered one, or is out of both."""
    return standing(shown) in (PartyStatus.WAITING, PartyStatus.OFFERED) or is_out(shown)


def question(seating: Seating) -> Phrase:
    """What an answer leads to when the seats are taken."""
    return say("seats-question-last" if seating.first_come else "seats-question-full")


def offered(seating: Seating, zone: str) -> Phrase:
    """«Для вас освободилось место!», and until when it is kept."""
    assert seating.own is not None
    assert seating.own.offered_until is not None
    return say("seats-offered", until=Moment(seating.own.offered_until, zone))


def waiting(seating: Seating, answer: Phrase) -> Phrase | Joined:
    """The place in the queue; in the last hours that the queue is over."""
    if seating.first_come or seating.place is None:
        return Joined((say("events-answered-final", answer=answer), say("seats-question-last")))
    return say("seats-waiting", answer=answer, place=seating.place)


def offer_rows(event_id: EventId, *, listed: bool) -> Rows:
    """«Беру», «Уже не нужно»."""
    take = Button(say("seats-button-take"), TakeSeat(event_id, listed), style=Style.SUCCESS)
    decline = Button(say("seats-button-decline"), DeclineSeat(event_id, listed))
    return ((take, decline), (rule_button(),))


def queue_rows(event_id: EventId, *, listed: bool) -> Rows:
    """The way out of the queue, and its rule."""
    leave = Button(say("seats-button-leave"), LeaveQueue(event_id, listed))
    return ((leave,), (rule_button(),))


def rule_button() -> Button:
    """«Как дают места»."""
    return Button(say("seats-button-rule"), OpenSeatRule())


def rule() -> Screen:
    """How seats are given, in a message of its own: the invitation stays what it is."""
    made = screen(say("seats-rule-title"), say("seats-rule"), rows=((menu_button(),),))
    return replace(made, fresh=True)


def answered(shown: Invitation) -> Toast | None:
    """«Вы в очереди: № 3», when that is what an answer has led to."""
    if standing(shown) is not PartyStatus.WAITING or shown.seating is None or shown.seating.place is None:
        return None
    return Toast(say("seats-queued", place=shown.seating.place))


def took() -> Toast:
    """«Место за вами»."""
    return Toast(say("seats-took"))


def declined() -> Toast:
    """«Спасибо, что сказали»; not more, for the other adult of the family may come."""
    return Toast(say("seats-declined"))


def left() -> Toast:
    """«Вы вышли из очереди»."""
    return Toast(say("seats-left"))
