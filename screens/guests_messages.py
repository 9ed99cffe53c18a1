"""Messages between a guest and the teachers of a group, without telephone numbers and without names."""

from dataclasses import replace

from domain.actions.guest_preparation import OpenMessages, WriteMessage
from domain.actions.guests import OpenVisit
from domain.guest_messages import Correspondence, DeliveredMessage, GuestMessage
from domain.guest_views import VisitCard
from domain.ids import PersonId
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button
from screens.guests_words import head, when


def message_rows(view: VisitCard) -> Rows:
    """«✉️ Написать воспитателю», or «гостю», on the card of a visit that was said yes to."""
    if not view.may_write or view.unread:
        return ()
    return ((Button(_write(view), OpenMessages(view.visit.id)),),)


def correspondence(view: Correspondence, word: Phrase | Joined | None = None) -> Screen:
    """The latest messages, and the way to write one."""
    card = view.card
    body: list[Phrase | Joined] = [head(card.group), *([] if word is None else [word]), _about(card)]
    body += [_line(card, one, view.reader_id) for one in view.messages]
    if not view.messages:
        body.append(say("guests-messages-none"))
    if card.unread:
        body.append(say("guests-unread"))
    else:
        body.append(say("guests-messages-hint" if card.may_write else "guests-messages-closed"))
    rows: Rows = ()
    if card.may_write and not card.unread:
        rows = ((Button(_write(card), WriteMessage(card.visit.id), style=Style.PRIMARY),),)
    ways = (Button(say("guests-button-to-visit"), OpenVisit(card.visit.id)), menu_button())
    made = screen(*body, rows=(*rows, ways))
    return replace(made, mentions=frozenset(int(one.author_id) for one in view.messages))


def delivered(view: DeliveredMessage) -> Screen:
    """To the guest, or to a teacher: the words, what they are about, and «Ответить».

    Another teacher of the group reads that the guest has been answered, and what.
    """
    card, message = view.card, view.message
    who = "guest" if message.from_guest else "teacher" if card.mine else "colleague"
    title = say("guests-notice-written", who=who, kind=card.organisation.kind.value)
    every = Button(say("guests-button-messages"), OpenMessages(card.visit.id))
    answer = Button(say("guests-button-answer"), WriteMessage(card.visit.id), style=Style.PRIMARY)
    rows: Rows = ((answer, every),) if card.may_write and who != "colleague" else ((every,),)
    made = screen(
        head(card.group), title, say("guests-message-text", text=message.text), _about(card), rows=rows
    )
    return replace(made, mentions=frozenset({int(message.author_id)}))


def _about(card: VisitCard) -> Joined:
    profession = say("guests-profession", profession=card.visit.profession.name)
    return Joined((when(card.visit, card.organisation), profession))


def _write(card: VisitCard) -> Phrase:
    if card.mine:
        return say("guests-button-to-teacher", kind=card.organisation.kind.value)
    return say("guests-button-to-guest")


def _line(card: VisitCard, message: GuestMessage, reader: PersonId) -> Joined:
    who = "you" if message.author_id == reader else "guest" if message.from_guest else "teacher"
    said = say(
        "guests-message-line",
        who=who,
        kind=card.organisation.kind.value,
        when=Moment(message.sent_at, card.organisation.timezone),
    )
    return Joined((said, say("guests-message-text", text=message.text)))
