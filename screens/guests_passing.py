"""«🤝 Передать коллеге»: what it means, and the link with words to send along."""

from domain.actions.guests import OpenOpening, PassInvitation
from domain.guest_passing import PassedOn, Passing
from domain.guest_views import GuestInvitation
from screens.base import Button, Moment, Rows, Screen, Style, say, screen
from screens.common import menu_button
from screens.guests_words import head
from screens.organisation_links import handing_over


def pass_rows(view: GuestInvitation) -> Rows:
    """The button under an invitation, for a partner who has not passed it on."""
    if view.passes is None:
        return ()
    return ((Button(say("guests-button-pass"), PassInvitation(view.passes)),),)


def passing(view: Passing) -> Screen:
    """Asked once: a link is made only one time, and again only while nobody has used it."""
    kind = view.organisation.kind.value
    return screen(
        head(view.group),
        say("guests-pass-again" if view.again else "guests-pass-ask", kind=kind),
        say("guests-pass-until", day=Moment(view.until, view.organisation.timezone)),
        rows=(
            (
                Button(
                    say("guests-button-pass-sure"),
                    PassInvitation(view.opening_id, sure=True, again=view.again),
                    style=Style.PRIMARY,
                ),
            ),
            (Button(say("button-back"), OpenOpening(view.opening_id)), menu_button()),
        ),
    )


def passed_on(view: PassedOn, address: str) -> Screen:
    """The link, shown once, in words that may be sent as they are."""
    here = view.passing.organisation
    until = Moment(view.passing.until, here.timezone)
    return Screen(
        body=(
            say("guests-passed-title"),
            say(
                "guests-passed-words",
                kind=here.kind.value,
                organisation=here.name,
                group=say("people-group", emoji=view.passing.group.emoji, name=view.passing.group.name),
                address=address,
            ),
            say("guests-passed-until", day=until),
        ),
        rows=(
            *handing_over(address),
            (Button(say("button-back"), OpenOpening(view.passing.opening_id)), menu_button()),
        ),
        fleeting=True,
    )
