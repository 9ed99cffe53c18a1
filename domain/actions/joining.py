"""Buttons of joining. Before consent the link travels in the button: nothing is stored."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import ChildId, JoinRequestId, OrganisationId
from domain.joining import DeclineReason
from domain.people import Kinship


@dataclass(frozen=True, slots=True)
class OpenLink(Action):
    """Back to what the link offers. `start` is its payload, «c_…», 24 characters."""

    code: ClassVar[str] = "jo"
    start: str


@dataclass(frozen=True, slots=True)
class Agree(Action):
    """«Согласен» to this version of the consent; or «Принять» when the consent stands already."""

    code: ClassVar[str] = "ja"
    start: str
    version: int


@dataclass(frozen=True, slots=True)
class StayOut(Action):
    """«Не согласен»: the way out; nothing has been stored."""

    code: ClassVar[str] = "jn"
    start: str


@dataclass(frozen=True, slots=True)
class TellKinship(Action):
    """Who the adult is to the child. This tap stores everything."""

    code: ClassVar[str] = "jk"
    start: str
    version: int
    kinship: Kinship


@dataclass(frozen=True, slots=True)
class UseProfileName(Action):
    """«Меня зовут …, верно». `target` is a role, or a request while `waiting`."""

    code: ClassVar[str] = "jg"
    target: int
    waiting: bool


@dataclass(frozen=True, slots=True)
class TypeName(Action):
    """«Другое имя»."""

    code: ClassVar[str] = "jt"
    target: int
    waiting: bool


@dataclass(frozen=True, slots=True)
class NoName(Action):
    """«Не указывать»."""

    code: ClassVar[str] = "jx"
    target: int
    waiting: bool


@dataclass(frozen=True, slots=True)
class OpenRequests(Action):
    """The queue of newcomers."""

    code: ClassVar[str] = "jq"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenRequest(Action):
    """One newcomer."""

    code: ClassVar[str] = "jr"
    request_id: JoinRequestId


@dataclass(frozen=True, slots=True)
class PickCode(Action):
    """Choose the child's code for a newcomer."""

    code: ClassVar[str] = "jc"
    request_id: JoinRequestId
    page: int = 0


@dataclass(frozen=True, slots=True)
class Approve(Action):
    """Bind the newcomer to this child."""

    code: ClassVar[str] = "jp"
    request_id: JoinRequestId
    child_id: ChildId


@dataclass(frozen=True, slots=True)
class AskDecline(Action):
    """Why to decline."""

    code: ClassVar[str] = "jd"
    request_id: JoinRequestId


@dataclass(frozen=True, slots=True)
class Decline(Action):
    """Decline for a ready reason; «своими словами» opens a form."""

    code: ClassVar[str] = "jz"
    request_id: JoinRequestId
    reason: DeclineReason
