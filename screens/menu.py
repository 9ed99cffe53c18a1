"""The menu of each role. Features add their buttons to the rows of the roles that use them."""

from dataclasses import replace
from typing import assert_never

from domain.actions.joining import OpenRequests
from domain.actions.menu import ChooseRole, OpenHelp, OpenSettings, SwitchRole
from domain.menu import MenuState
from domain.people import Actor, Membership, OrganisationKind, Role, child_code, shown_adult
from screens import announcements, guests_invited, guests_staff, organisation_menu, quizzes_parents, waves
from screens.announcements_notices import mine_button as received_button
from screens.base import Button, Joined, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button
from screens.events import menu_rows
from screens.events_approvals import list_button as proposals_button
from screens.events_parents import mine_button
from screens.people import oneself, role_of

COMMANDS = ("menu", "help", "settings", "my_data", "delete_me", "privacy")
"""Commands shown by the messenger, in this order; `command-<name>` is what each says it does."""


def commands() -> tuple[tuple[str, Phrase], ...]:
    """Command and description, for the messenger's own list."""
    return tuple((name, say(f"command-{name.replace('_', '-')}")) for name in COMMANDS)


def menu(state: MenuState, resume: Button | None = None) -> Screen:
    """The first screen of the current role; the owner's own rows come with it.

    `resume` is the button of an unfinished form, which stands first.
    """
    actor = state.actor
    current = actor.current
    unfinished: Rows = () if resume is None else ((resume,),)
    owner = organisation_menu.owner_rows() if actor.owner else ()
    waiting = tuple(
        say(
            "menu-request-waits",
            group=say("people-group", emoji=line.group.emoji, name=line.group.name),
            number=line.request.said,
            kind=line.kind.value,
        )
        for line in state.waiting
    )
    if current is None:
        body = (say("menu-owner-title"),) if actor.owner else waiting or (say("menu-no-role"),)
        return screen(*body, rows=(*unfinished, *owner, *_footer(actor)))
    nothing_yet = current.role is Role.TEACHER and not state.groups
    own = organisation_menu.groupless_rows(current) if nothing_yet else _rows(current, state.proposed)
    rows = (*unfinished, *own, *owner, *_footer(actor))
    key = "menu-teacher-no-group" if nothing_yet else f"menu-{current.role.value}-hint"
    hint = say(key, kind=current.organisation.kind.value)
    return screen(*_title(state, current), *waiting, *quizzes_parents.waits(state.quiz), hint, rows=rows)


def lost(state: MenuState, resume: Button | None = None, *, command: bool = False) -> Screen:
    """Nobody asked for what was written, or it is a `command` that does not exist: the menu, with a word."""
    shown = menu(state, resume)
    return replace(shown, body=(say("menu-unknown-command" if command else "menu-lost"), *shown.body))


def help_screen(actor: Actor | None) -> Screen:
    """What the bot does and how to find one's way, for this role."""
    current = None if actor is None else actor.current
    who = _who(actor)
    kind = OrganisationKind.KINDERGARTEN if current is None else current.organisation.kind
    rows: Rows = () if actor is None else ((menu_button(),),)
    return screen(
        say("menu-help-title"),
        say("menu-help-text", who=who, kind=kind.value),
        say("menu-help-commands"),
        rows=rows,
    )


def _who(actor: Actor | None) -> str:
    if actor is None:
        return "stranger"
    if actor.current is not None:
        return actor.current.role.value
    return "owner" if actor.owner else "newcomer"


def roles(actor: Actor) -> Screen:
    """«Сменить роль»: the roles held; a change changes only the menu."""
    rows: Rows = tuple(
        (
            Button(
                say(
                    "menu-role",
                    role=role_of(membership),
                    organisation=membership.organisation.name,
                ),
                SwitchRole(membership.id),
                style=Style.PRIMARY if membership == actor.current else Style.PLAIN,
            ),
        )
        for membership in actor.memberships
    )
    return screen(say("menu-roles-title"), rows=(*rows, (menu_button(),)))


def _title(state: MenuState, current: Membership) -> tuple[Phrase | Joined, ...]:
    shown = shown_adult(current, current.organisation)
    title = say("menu-title", organisation=current.organisation.name, who=oneself(shown))
    names = {group.id: say("people-group", emoji=group.emoji, name=group.name) for group in state.groups}
    if current.children:
        return title, Joined(
            tuple(
                say(
                    "menu-child",
                    child=child.pet_name or child_code(child.number),
                    group=names[child.group_id],
                )
                for child in current.children
                if child.group_id in names
            )
        )
    if names:
        taught = Joined(tuple(names.values()), by=", ")
        return title, say("menu-groups", groups=taught, kind=current.organisation.kind.value)
    return (title,)


def _rows(current: Membership, proposed: int = 0) -> Rows:
    approvals = ((proposals_button(current.organisation_id, proposed),),)
    newcomers = (Button(say("joining-queue-button"), OpenRequests(current.organisation_id)),)
    events = (
        *menu_rows(current.organisation_id),
        *announcements.menu_rows(current.organisation_id),
        *guests_staff.menu_rows(current.organisation),
        *waves.menu_rows(current),
    )
    house = organisation_menu.menu_rows(current)
    match current.role:
        case Role.HEAD:
            return (*events, newcomers, *(approvals if proposed else ()), *house)
        case Role.METHODIST:
            return (*events, newcomers, *approvals, *house)
        case Role.PSYCHOLOGIST:
            return (*events, *house)
        case Role.TEACHER:
            return (*events, newcomers, *house)
        case Role.SPECIALIST:
            return (*events, *house)
        case Role.PARENT:
            quizzes = quizzes_parents.menu_rows(current)
            return (
                (mine_button(), received_button()),
                *quizzes,
                *guests_invited.parent_rows(current.organisation.kind),
            )
        case Role.PARTNER:
            return ((mine_button(), received_button()), *guests_invited.partner_rows())
        case _:
            assert_never(current.role)


def _footer(actor: Actor) -> Rows:
    last = (Button(say("menu-settings"), OpenSettings()), Button(say("menu-help"), OpenHelp()))
    if len(actor.memberships) > 1:
        return ((Button(say("menu-switch-role"), ChooseRole()),), last)
    return (last,)
