"""One gentle reminder of free dates, and «в этом месяце не смогу»."""

from dataclasses import replace

from domain.actions.guest_suggestions import AgainThisMonth, NotThisMonth
from domain.actions.guests import OpenGroupDates
from domain.events import GroupLabel
from domain.guest_nudges import Pause
from domain.guest_views import GuestInvitation
from screens.base import Button, Day, Screen, say, screen
from screens.common import menu_button
from screens.guests_invited import first_rows, invitation, told
from screens.guests_words import head


def pause_button(group: GroupLabel) -> Button:
    """«🙏 В этом месяце не смогу»."""
    return Button(say("guests-button-not-this-month"), NotThisMonth(group.id))


def nudged(view: GuestInvitation) -> Screen:
    """To whoever was invited and has not answered: said once."""
    return screen(
        head(view.group),
        say("guests-nudge", kind=view.organisation.kind.value),
        *told(view),
        rows=(
            *first_rows(view),
            (pause_button(view.group),),
        ),
    )


def paused(view: Pause) -> Screen:
    """Thank you for saying so; it may be taken back."""
    return screen(
        head(view.group),
        say("guests-paused", until=Day(view.until)),
        rows=(
            (Button(say("guests-button-again-this-month"), AgainThisMonth(view.group.id)),),
            (menu_button(),),
        ),
    )


def resumed(group: GroupLabel) -> Screen:
    """It was taken back: the dates are a tap away."""
    return screen(
        head(group),
        say("guests-resumed"),
        rows=((Button(say("guests-button-see-dates"), OpenGroupDates(group.id)),), (menu_button(),)),
    )


def opened(view: GuestInvitation, *, with_map: bool = False) -> Screen:
    """An invitation that is looked at again: with everything that stood under the message."""
    found = invitation(view, with_map=with_map)
    return replace(found, rows=(*found.rows[:-1], (pause_button(view.group),), *found.rows[-1:]))
