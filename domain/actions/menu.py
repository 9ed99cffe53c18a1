"""Buttons that every screen may carry."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import MembershipId


@dataclass(frozen=True, slots=True)
class OpenMenu(Action):
    """«Меню»: the current role's first screen."""

    code: ClassVar[str] = "m"


@dataclass(frozen=True, slots=True)
class OpenHelp(Action):
    """«Помощь»."""

    code: ClassVar[str] = "mh"


@dataclass(frozen=True, slots=True)
class SwitchRole(Action):
    """«Роль: …»: show the menu of another membership."""

    code: ClassVar[str] = "mr"
    membership_id: MembershipId


@dataclass(frozen=True, slots=True)
class ChooseRole(Action):
    """«Сменить роль»: the list of memberships."""

    code: ClassVar[str] = "ml"


@dataclass(frozen=True, slots=True)
class OpenSettings(Action):
    """«Настройки»: language, role, names, data, leaving."""

    code: ClassVar[str] = "ms"


@dataclass(frozen=True, slots=True)
class Inert(Action):
    """A button that is only a label: a day of another month, a heading. A tap is answered and does nothing."""

    code: ClassVar[str] = "x"
