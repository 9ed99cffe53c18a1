"""What is said unasked about joining."""

from dataclasses import replace

from domain.actions.joining import OpenRequest
from domain.joining import RequestCard
from domain.people import Membership, Role, child_code, shown_adult
from screens import joining_staff
from screens.base import Button, Screen, Style, say, screen
from screens.common import menu_button
from screens.events_parents import mine_button
from screens.people import adult, mentioned, role


def requested(card: RequestCard) -> Screen:
    """«Новый родитель»: to those who answer for the group."""
    shown, kind = joining_staff.card(card), card.organisation.kind.value
    opening = (Button(say("joining-notice-open"), OpenRequest(card.request.id), style=Style.PRIMARY),)
    return replace(shown, body=(say("joining-notice-requested", kind=kind), *shown.body), rows=(opening,))


def approved(card: RequestCard) -> Screen:
    """To the newcomer: you are in."""
    assert card.child is not None, "approved for a child"
    kind = card.organisation.kind.value
    return screen(
        say("joining-welcome-title"),
        say(
            "joining-welcome-child",
            code=child_code(card.child.number),
            group=joining_staff.group(card.group),
            kind=kind,
        ),
        say("menu-parent-hint", kind=kind),
        rows=((mine_button(),), (menu_button(),)),
    )


def declined(card: RequestCard) -> Screen:
    """To the newcomer: not this time, and why."""
    return screen(
        say(
            "joining-notice-declined",
            group=joining_staff.group(card.group),
            why=joining_staff.why(card),
            kind=card.organisation.kind.value,
        ),
        rows=((menu_button(),),),
    )


def staff_joined(membership: Membership) -> Screen:
    """To the head who issued the link. Without a name the role says who it is, and is not said twice."""
    organisation = membership.organisation
    shown = shown_adult(membership, organisation)
    who = adult(shown)
    what = (
        say(
            "joining-notice-staff",
            who=who,
            role=role(membership.role, organisation.kind),
            organisation=organisation.name,
        )
        if shown.name is not None
        else say("joining-notice-staff-unnamed", who=who, organisation=organisation.name)
    )
    return replace(
        screen(what, rows=((menu_button(),),)),
        mentions=mentioned((membership,), membership.organisation),
        fleeting=membership.name is not None,
    )


def partner_joined(membership: Membership) -> Screen:
    """To whoever issued the partner's link."""
    what = say("joining-notice-partner", partner=membership.title or role(Role.PARTNER))
    return replace(
        screen(what, rows=((menu_button(),),)), mentions=mentioned((membership,), membership.organisation)
    )
