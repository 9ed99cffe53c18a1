"""Settings of one's own: language, role, names, data, leaving."""

from domain.actions.menu import ChooseLanguage, ChooseRole, EditOffers, EditOwnName, EditPetName
from domain.actions.privacy import ChooseLeaving, OpenMyData
from domain.people import Actor, Membership, Role, child_code
from screens.base import Button, Rows, Screen, Style, Toast, say, screen
from screens.common import menu_button

LANGUAGES = ("ru", "en")


def settings(actor: Actor) -> Screen:
    """«Настройки»: only what this person can change."""
    rows: list[tuple[Button, ...]] = [(Button(say("menu-settings-language"), ChooseLanguage()),)]
    if len(actor.memberships) > 1:
        rows.append((Button(say("menu-switch-role"), ChooseRole()),))
    rows.extend((button,) for button in _names(actor))
    for membership in actor.memberships:
        rows.extend((button,) for button in _of_role(membership))
    last = [Button(say("menu-settings-my-data"), OpenMyData())]
    if actor.memberships:
        last.append(Button(say("menu-settings-leave"), ChooseLeaving()))
    rows.extend((button,) for button in last)
    return screen(say("menu-settings-title"), rows=(*rows, (menu_button(),)))


def languages(actor: Actor) -> Screen:
    """The languages there are."""
    rows: Rows = tuple(
        (
            Button(
                say(f"menu-language-{locale}"),
                ChooseLanguage(locale),
                style=Style.PRIMARY if locale == actor.locale else Style.PLAIN,
            ),
        )
        for locale in LANGUAGES
    )
    return screen(say("menu-language-title"), rows=(*rows, (menu_button(),)))


def saved() -> Toast:
    """«Сохранено»."""
    return Toast(say("menu-saved"))


def _names(actor: Actor) -> list[Button]:
    """One's name, once for every organisation where names are on."""
    buttons = {}
    for held in sorted(actor.memberships, key=lambda held: held.name is None):
        here = held.organisation
        if here.personal_data and here.id not in buttons:
            label = (
                say("menu-settings-name", organisation=here.name)
                if held.name is None
                else say("menu-settings-named", name=held.name, organisation=here.name)
            )
            buttons[here.id] = Button(label, EditOwnName(held.id))
    return list(buttons.values())


def _of_role(membership: Membership) -> list[Button]:
    buttons = [
        Button(
            say("menu-settings-pet", pet=child.pet_name)
            if child.pet_name
            else say("menu-settings-no-pet", child=child_code(child.number)),
            EditPetName(membership.id, child.child_id),
        )
        for child in membership.children
    ]
    if membership.role is Role.PARTNER:
        buttons.append(Button(say("menu-settings-offers"), EditOffers(membership.id)))
    return buttons
