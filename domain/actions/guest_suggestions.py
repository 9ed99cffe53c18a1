"""Buttons of what is suggested: professional days, families and professions that were not there yet."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import GroupId, OrganisationId


@dataclass(frozen=True, slots=True)
class OpenProfessionalDays(Action):
    """«📅 Профессиональные дни»."""

    code: ClassVar[str] = "gua"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class InviteForDay(Action):
    """Dates around a professional day, with its profession as the wish."""

    code: ClassVar[str] = "gub"
    organisation_id: OrganisationId
    day: str


@dataclass(frozen=True, slots=True)
class OpenSuggestions(Action):
    """«💡 Кого ещё не было»: of which group."""

    code: ClassVar[str] = "guc"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenGroupSuggestions(Action):
    """The same of one group."""

    code: ClassVar[str] = "gud"
    group_id: GroupId


@dataclass(frozen=True, slots=True)
class InviteUnmet(Action):
    """Dates for the families that have not been guests this school year."""

    code: ClassVar[str] = "gue"
    group_id: GroupId


@dataclass(frozen=True, slots=True)
class InviteProfession(Action):
    """Dates with a profession that the group has not met as the wish."""

    code: ClassVar[str] = "guf"
    group_id: GroupId
    slug: str


@dataclass(frozen=True, slots=True)
class NotThisMonth(Action):
    """«🙏 В этом месяце не смогу»."""

    code: ClassVar[str] = "gug"
    group_id: GroupId


@dataclass(frozen=True, slots=True)
class AgainThisMonth(Action):
    """«↩️ Всё-таки смогу»."""

    code: ClassVar[str] = "guh"
    group_id: GroupId
