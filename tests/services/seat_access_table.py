"""Who may do what about seats: adults of the party that has an offer, and staff of the group who look."""

from collections.abc import Awaitable, Callable
from typing import Any

from domain.answers import Answer
from domain.seat_views import WhenFull
from tests.services.crowd import OF_FAMILY, OF_ORGANISATION, Crowd

_Table = dict[str, tuple[set[str], Callable[[Crowd, Any], Awaitable[Any]]]]

FOR_SUN = OF_ORGANISATION | {"teacher", "substitute"}

SEAT_LOOKS: _Table = {
    "seats.queue_page": (FOR_SUN, lambda c, a: c.do.seats.queue_page(a, c.seats)),
}
SEAT_CHANGES: _Table = {
    "seats.take_offer": (OF_FAMILY, lambda c, a: c.do.seats.take_offer(a, c.seats)),
    "seats.decline_offer": (OF_FAMILY, lambda c, a: c.do.seats.decline_offer(a, c.seats)),
    "seats.leave_queue": (OF_FAMILY, lambda c, a: c.do.seats.leave_queue(a, c.seats)),
    "rsvps.answer: seats": (OF_FAMILY, lambda c, a: c.do.rsvps.answer(a, c.seats, Answer.WITH_CHILD)),
    "rsvp_entries.enter: over the seats": (
        FOR_SUN,
        lambda c, a: c.do.rsvp_entries.enter(a, c.seats, c.children[1], Answer.ALONE, full=WhenFull.OVER),
    ),
}
SEAT_ONCE = set(SEAT_CHANGES)
