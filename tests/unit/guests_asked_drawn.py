"""Screens of what a guest is asked, as full as they can be."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from domain.guest_asking import MoveOptions, MovePlan
from domain.guest_calendar import Skip, Skipped
from domain.guest_request_notices import AGREED_TO, LAPSED, STAYS
from domain.guest_requests import AskedChange, AskedMove, Wish
from domain.guest_views import VisitCard
from domain.guest_warnings import Clash, Warned
from domain.guests import NOTE_LIMIT, VisitStatus
from domain.ids import SlotId
from domain.people import AgeBand, Organisation
from screens import guests_decisions, guests_requests, guests_staff, guests_visits
from screens.base import Screen
from tests.unit.guests_drawn import BIG, DETAILS, START, card, slots, visit

WARNED = Warned(
    clashes=tuple(Clash(START, "У" * 80) for _ in range(3)),
    from_age=AgeBand.G3_4,
    thought=True,
    lately=START,
    unusual=tuple(Skipped(START, why) for why in Skip),
)


def asked(status: VisitStatus, here: Organisation) -> VisitCard:
    """The visit with both questions open."""
    about = AskedMove(SlotId(BIG), START + timedelta(days=3), START + timedelta(days=2), made=True)
    change = AskedChange(Wish.OTHER, "н" * NOTE_LIMIT)
    shown = visit(status, details=DETAILS, asked=about, change=change)
    return card(status, here, visit=shown, asked=True, unread=True)


def requests(here: Organisation) -> Iterator[Screen]:
    """What a guest is asked, on cards and in messages."""
    options = MoveOptions(card(here=here), slots(40), WARNED)
    yield guests_decisions.move(options, guests_requests.moved_word(None))
    for status in (VisitStatus.APPLIED, VisitStatus.CONFIRMED):
        staff = asked(status, here)
        guest = replace(staff, mine=True, guest=None, unread=False)
        yield guests_staff.card(staff, guests_requests.change_asked_word())
        yield guests_visits.card(guest, guests_requests.answered_word(agreed=True))
        yield guests_requests.ask_change(staff, 2**31)
        for told in (
            guests_requests.move_asked,
            guests_requests.move_dropped,
            guests_requests.change_asked,
        ):
            yield told(guest)
        yield guests_requests.changed(staff)
        yield guests_requests.unread(staff)
        for answer in (AGREED_TO, STAYS, LAPSED):
            yield guests_requests.move_answered((staff, answer))
    plain = card(VisitStatus.CONFIRMED, here)
    unread = replace(plain, unread=True)
    entered = replace(plain, visit=replace(plain.visit, entered=True))
    for seen, until in ((plain, START), (plain, None), (unread, None), (entered, None)):
        for slot_id in (SlotId(BIG), None):
            yield guests_requests.plan(MovePlan(seen, START, slot_id, until, WARNED))
