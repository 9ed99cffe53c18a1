"""«Карта профессий»: which trades a group has met, as a picture."""

from dataclasses import replace

from domain.events import GroupLabel
from domain.people import Organisation, OrganisationKind
from screens.base import Button, Phrase, Picture, Screen, say, screen
from screens.common import menu_button
from screens.guests_staff import list_button


def count(met: int, total: int) -> Phrase:
    """«Познакомились с 7 профессиями из 50»."""
    return say("guests-map-count", met=met, all=total)


def professions(group: GroupLabel, picture: Picture, met: Phrase, staffed: Organisation | None) -> Screen:
    """The picture with its group; `staffed`: seen by staff of it, who go back to their list."""
    title = say("people-group", emoji=group.emoji, name=group.name)
    caption = say("guests-map-caption", group=title, count=met)
    return replace(screen(caption, rows=(_ways(staffed),)), picture=picture)


def nothing_yet(group: GroupLabel, kind: OrganisationKind, staffed: Organisation | None) -> Screen:
    """Nobody has come yet."""
    title = say("people-group", emoji=group.emoji, name=group.name)
    return screen(title, say("guests-map-empty", kind=kind.value), rows=(_ways(staffed),))


def _ways(staffed: Organisation | None) -> tuple[Button, ...]:
    return (menu_button(),) if staffed is None else (list_button(staffed), menu_button())
