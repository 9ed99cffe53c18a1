"""Buttons of «Гость группы» as a whole: the month of all groups, one group's month, the school year in figures."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import GroupId, OrganisationId


@dataclass(frozen=True, slots=True)
class OpenGuestsMore(Action):
    """«⋯ Ещё»: what is needed now and then."""

    code: ClassVar[str] = "gmm"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class OpenGuestMonth(Action):
    """The guests of all groups in a month; `month` is its first day."""

    code: ClassVar[str] = "gma"
    organisation_id: OrganisationId
    month: date
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenGroupMonth(Action):
    """Dates and visits of one group in a month."""

    code: ClassVar[str] = "gmb"
    group_id: GroupId
    month: date


@dataclass(frozen=True, slots=True)
class OpenGuestYear(Action):
    """A school year of guests in figures; `year` is the one in which it began."""

    code: ClassVar[str] = "gmc"
    organisation_id: OrganisationId
    year: int
