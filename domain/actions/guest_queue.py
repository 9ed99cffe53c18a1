"""Buttons of the queue for dates of guests, and of a guest's own move."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import GroupId, OrganisationId, SlotId, VisitId


@dataclass(frozen=True, slots=True)
class JoinGuestQueue(Action):
    """«Встать в очередь»: the questions of an application, without a date."""

    code: ClassVar[str] = "gqa"
    group_id: GroupId


@dataclass(frozen=True, slots=True)
class WaitInstead(Action):
    """«Подождать другую дату» after a refusal: the application of the draft `token` waits."""

    code: ClassVar[str] = "gqb"
    group_id: GroupId
    token: str


@dataclass(frozen=True, slots=True)
class OpenGuestPlace(Action):
    """The own place in the queue of a group."""

    code: ClassVar[str] = "gqc"
    group_id: GroupId


@dataclass(frozen=True, slots=True)
class ChooseGuestDays(Action):
    """«Какие дни подходят»."""

    code: ClassVar[str] = "gqd"
    group_id: GroupId


@dataclass(frozen=True, slots=True)
class WishGuestDays(Action):
    """These weekdays suit, «024»: what they are after the tap."""

    code: ClassVar[str] = "gqe"
    group_id: GroupId
    weekdays: str


@dataclass(frozen=True, slots=True)
class TakeOfferedDate(Action):
    """«Беру»."""

    code: ClassVar[str] = "gqf"
    group_id: GroupId
    slot_id: SlotId


@dataclass(frozen=True, slots=True)
class LeaveGuestQueue(Action):
    """«Уже не нужно», «Выйти из очереди»: asks once, then does it."""

    code: ClassVar[str] = "gqg"
    group_id: GroupId
    sure: bool = False


@dataclass(frozen=True, slots=True)
class OpenGuestQueues(Action):
    """Who waits, for staff."""

    code: ClassVar[str] = "gqh"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class PassOfferedDate(Action):
    """«Другой день»: somebody else may have this one, the place in the queue stays."""

    code: ClassVar[str] = "gqk"
    group_id: GroupId
    slot_id: SlotId


@dataclass(frozen=True, slots=True)
class MoveOwnVisit(Action):
    """«Перенести» of a guest: to which free date?"""

    code: ClassVar[str] = "gqi"
    visit_id: VisitId
    version: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class MoveOwnVisitTo(Action):
    """A free date was tapped."""

    code: ClassVar[str] = "gqj"
    visit_id: VisitId
    version: int
    slot_id: SlotId
