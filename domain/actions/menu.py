"""Buttons that every screen may carry."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import ChildId, MembershipId


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
class ChooseLanguage(Action):
    """«Язык»: the languages, or (with `locale`) one of them."""

    code: ClassVar[str] = "mg"
    locale: str | None = None


@dataclass(frozen=True, slots=True)
class EditOwnName(Action):
    """«Как меня зовут»: in one role (rule 9 on)."""

    code: ClassVar[str] = "mn"
    membership_id: MembershipId


@dataclass(frozen=True, slots=True)
class EditPetName(Action):
    """«Домашнее имя»: how this adult calls the child."""

    code: ClassVar[str] = "mc"
    membership_id: MembershipId
    child_id: ChildId


@dataclass(frozen=True, slots=True)
class EditOffers(Action):
    """«Что я могу показать»: a partner's words."""

    code: ClassVar[str] = "mo"
    membership_id: MembershipId


@dataclass(frozen=True, slots=True)
class Inert(Action):
    """A button that is only a label: a day of another month, a heading. A tap is answered and does nothing."""

    code: ClassVar[str] = "x"
