"""What is told about queues unasked: a free date, an offer that has passed, the end; and a visit that its guest moved."""

from domain.guest_queue import LapsedOffer, QueueEnd, QueuePlace
from domain.guest_views import VisitCard
from screens import guests_notices
from screens.base import Joined, Phrase, Screen, say, screen
from screens.guests_queue import join_button, offer_rows, offered, place_button
from screens.guests_words import head


def offer(view: QueuePlace) -> Screen:
    """«Освободилась дата!»"""
    profession = view.waiter.application.profession.name
    return screen(
        head(view.group),
        offered(view),
        say("guests-profession", profession=profession),
        say("guests-queue-offer-rule"),
        rows=offer_rows(view),
    )


def lapsed(view: LapsedOffer) -> Screen:
    """The offer has passed: at the end, at the same place since the date was closed, or out after the second time."""
    body: list[Phrase | Joined] = [head(view.group)]
    if view.place is None:
        return screen(*body, say("guests-queue-dropped"), rows=((join_button(view.group.id),),))
    key = "guests-queue-withdrawn" if view.withdrawn else "guests-queue-lapsed"
    body.append(say(key, place=view.place.place))
    return screen(*body, rows=((place_button(view.place),),))


def ended(view: QueueEnd) -> Screen:
    """The group is in the archive, or they have nobody in it any more."""
    key = "guests-queue-ended-archived" if view.archived else "guests-queue-ended"
    return screen(head(view.group), say(key, kind=view.organisation.kind.value))


def moved(card: VisitCard) -> Screen:
    """To the teachers: the guest comes on another day."""
    return guests_notices.to_staff(card, say("guests-notice-moved-by-guest"))
