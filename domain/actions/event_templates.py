"""Buttons of templates: what a new event begins with."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import EventId, OrganisationId, TemplateId


@dataclass(frozen=True, slots=True)
class OpenTemplates(Action):
    """«📋 По образцу»."""

    code: ClassVar[str] = "kl"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class UseReady(Action):
    """A ready-made template of the list: the form, filled with it."""

    code: ClassVar[str] = "kr"
    organisation_id: OrganisationId
    slug: str


@dataclass(frozen=True, slots=True)
class OpenTemplate(Action):
    """A template of their own."""

    code: ClassVar[str] = "ko"
    template_id: TemplateId


@dataclass(frozen=True, slots=True)
class UseTemplate(Action):
    """«✅ Создать по образцу»."""

    code: ClassVar[str] = "ku"
    template_id: TemplateId


@dataclass(frozen=True, slots=True)
class SaveTemplate(Action):
    """«📋 Сохранить как образец» under an event: asks for its name."""

    code: ClassVar[str] = "ks"
    event_id: EventId
    kept: bool = False
    """From the card of a draft, which it leads back to."""


@dataclass(frozen=True, slots=True)
class RenameTemplate(Action):
    """«✏️ Переименовать»."""

    code: ClassVar[str] = "kn"
    template_id: TemplateId


@dataclass(frozen=True, slots=True)
class DropTemplate(Action):
    """«🗑 Удалить»: asks once."""

    code: ClassVar[str] = "kd"
    template_id: TemplateId


@dataclass(frozen=True, slots=True)
class ConfirmDropTemplate(Action):
    """«Да, удалить»."""

    code: ClassVar[str] = "ky"
    template_id: TemplateId
