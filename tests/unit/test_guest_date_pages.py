"""Every free date can be chosen, however many there are: a list of dates is turned."""

from collections.abc import Callable, Iterator

import pytest

from domain.actions import Action
from domain.actions.guest_queue import MoveOwnVisit, MoveOwnVisitTo
from domain.actions.guests import MoveVisit, MoveVisitTo, OpenGroupDates, TakeDate
from domain.guest_asking import MoveOptions
from domain.guest_warnings import NOTHING
from screens import guests_decisions, guests_invited, guests_notices, guests_nudges, guests_queue
from screens.base import Screen
from tests.unit.guests_drawn import card, invitation, slots

MANY = 40


def taps(screen: Screen) -> Iterator[Action]:
    """What the buttons of a screen do."""
    return (button.action for row in screen.rows for button in row if button.action is not None)


def staff(page: int) -> Screen:
    """«Перенести» of a teacher."""
    return guests_decisions.move(MoveOptions(card(), slots(MANY), NOTHING), page=page)


def guest(page: int) -> Screen:
    """«Перенести» of the guest."""
    return guests_queue.move(card(), slots(MANY), page=page)


@pytest.mark.parametrize(
    ("draw", "turn", "choose"), [(staff, MoveVisit, MoveVisitTo), (guest, MoveOwnVisit, MoveOwnVisitTo)]
)
def test_a_visit_may_move_to_any_free_date(
    draw: Callable[[int], Screen],
    turn: type[MoveVisit | MoveOwnVisit],
    choose: type[MoveVisitTo | MoveOwnVisitTo],
) -> None:
    met, page = [], 0
    while True:
        found = list(taps(draw(page)))
        met += [one.slot_id for one in found if isinstance(one, choose)]
        onward = [one.page for one in found if isinstance(one, turn) and one.page > page]
        if not onward:
            break
        page = onward[0]
    assert met == [slot.id for slot in slots(MANY)]


@pytest.mark.parametrize("draw", [guests_notices.invited, guests_nudges.nudged])
def test_an_invitation_leads_to_the_dates_that_it_has_no_room_for(draw: Callable[..., Screen]) -> None:
    found = list(taps(draw(invitation(MANY))))
    shown = sum(isinstance(one, TakeDate) for one in found)
    assert [one.page for one in found if isinstance(one, OpenGroupDates)] == [1]
    rest = taps(guests_invited.invitation(invitation(MANY), 1))
    assert next(one.slot_id for one in rest if isinstance(one, TakeDate)) == slots(MANY)[shown].id
    few = taps(draw(invitation(shown)))
    assert not any(isinstance(one, OpenGroupDates) for one in few)
