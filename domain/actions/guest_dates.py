"""Buttons of dates for guests that are opened as a series, and of days without guests."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import FreeDaysId, OrganisationId


@dataclass(frozen=True, slots=True)
class NewGuestSeries(Action):
    """«Сразу на месяц»."""

    code: ClassVar[str] = "gda"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class InviteSeries(Action):
    """«Пригласить» under the preview of a series."""

    code: ClassVar[str] = "gdb"
    token: str


@dataclass(frozen=True, slots=True)
class WithQuietMonths(Action):
    """Dates of quiet months are opened, too, or left out again."""

    code: ClassVar[str] = "gdc"
    token: str
    on: bool


@dataclass(frozen=True, slots=True)
class OpenFreeDays(Action):
    """«Не зовём гостей»: the days, and the quiet months."""

    code: ClassVar[str] = "gdd"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class AddFreeDays(Action):
    """«Добавить дни»."""

    code: ClassVar[str] = "gde"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class RemoveFreeDays(Action):
    """Guests may be invited on these days again."""

    code: ClassVar[str] = "gdf"
    organisation_id: OrganisationId
    entry_id: FreeDaysId


@dataclass(frozen=True, slots=True)
class SetQuietMonth(Action):
    """A month is quiet, or is not."""

    code: ClassVar[str] = "gdg"
    organisation_id: OrganisationId
    month: int
    on: bool
