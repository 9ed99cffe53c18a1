"""Buttons of publications that a methodist looks at first."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import EventId, OrganisationId


@dataclass(frozen=True, slots=True)
class ProposeEvent(Action):
    """«📨 На проверку» under the preview of a draft."""

    code: ClassVar[str] = "vp"
    token: str


@dataclass(frozen=True, slots=True)
class ProposeKept(Action):
    """«📨 На проверку» under a kept event."""

    code: ClassVar[str] = "vk"
    event_id: EventId
    version: int


@dataclass(frozen=True, slots=True)
class ProposeSeries(Action):
    """«📨 На проверку: 4 встречи»."""

    code: ClassVar[str] = "vs"
    event_id: EventId
    version: int
    weeks: int


@dataclass(frozen=True, slots=True)
class TakeBackProposal(Action):
    """«↩️ Забрать»."""

    code: ClassVar[str] = "vt"
    event_id: EventId
    version: int


@dataclass(frozen=True, slots=True)
class OpenProposals(Action):
    """«📨 На проверке»: what waits, and whether teachers send their publications at all."""

    code: ClassVar[str] = "vl"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenProposal(Action):
    """A publication that waits."""

    code: ClassVar[str] = "vo"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class ShowProposalPicture(Action):
    """«🖼 Показать картинку» that goes with it."""

    code: ClassVar[str] = "vi"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class ApproveEvent(Action):
    """«✅ Опубликовать» by a methodist."""

    code: ClassVar[str] = "va"
    event_id: EventId
    version: int


@dataclass(frozen=True, slots=True)
class ReturnEvent(Action):
    """«✏️ Вернуть с замечанием»: asks what to change."""

    code: ClassVar[str] = "vr"
    event_id: EventId
    version: int


@dataclass(frozen=True, slots=True)
class SwitchApproval(Action):
    """Teachers' publications are looked at first, or not any more."""

    code: ClassVar[str] = "vw"
    organisation_id: OrganisationId
    on: bool
