"""The menu of each role. Features add their buttons to the rows of the roles that use them."""

from typing import assert_never

from domain.actions.menu import ChooseRole, OpenHelp, OpenSettings, SwitchRole
from domain.people import Actor, Membership, Role, shown_adult
from screens.base import Button, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button
from screens.people import adult_with_role, role

COMMANDS = ("menu", "help", "settings", "my_data", "delete_me", "privacy")
"""Commands shown by the messenger, in this order; `command-<name>` is what each says it does."""


def commands() -> tuple[tuple[str, Phrase], ...]:
    """Command and description, for the messenger's own list."""
    return tuple((name, say(f"command-{name.replace('_', '-')}")) for name in COMMANDS)


def menu(actor: Actor) -> Screen:
    """The first screen of the current role; the owner's own rows come with it."""
    current = actor.current
    if current is None:
        if actor.owner:
            return screen(say("menu-owner-title"), rows=(*_owner_rows(), *_footer(actor)))
        return screen(say("menu-waiting"), rows=_footer(actor))
    rows = (*_rows(current), *(_owner_rows() if actor.owner else ()), *_footer(actor))
    return screen(_title(current), say(f"menu-{current.role.value}-hint"), rows=rows)


def roles(actor: Actor) -> Screen:
    """«Сменить роль»: the roles held; a change changes only the menu."""
    rows: Rows = tuple(
        (
            Button(
                say(
                    "menu-role",
                    role=role(membership.role),
                    organisation=membership.organisation.name,
                ),
                SwitchRole(membership.id),
                style=Style.PRIMARY if membership == actor.current else Style.PLAIN,
            ),
        )
        for membership in actor.memberships
    )
    return screen(say("menu-roles-title"), rows=(*rows, (menu_button(),)))


def _title(current: Membership) -> Phrase:
    shown = shown_adult(current, current.organisation)
    return say("menu-title", organisation=current.organisation.name, who=adult_with_role(shown))


def _rows(current: Membership) -> Rows:
    match current.role:
        case Role.HEAD:
            return ()
        case Role.METHODIST:
            return ()
        case Role.PSYCHOLOGIST:
            return ()
        case Role.TEACHER:
            return ()
        case Role.SPECIALIST:
            return ()
        case Role.PARENT:
            return ()
        case Role.PARTNER:
            return ()
        case _:
            assert_never(current.role)


def _owner_rows() -> Rows:
    return ()


def _footer(actor: Actor) -> Rows:
    last = (Button(say("menu-settings"), OpenSettings()), Button(say("menu-help"), OpenHelp()))
    if len(actor.memberships) > 1:
        return ((Button(say("menu-switch-role"), ChooseRole()),), last)
    return (last,)
