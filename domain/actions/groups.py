"""Buttons of groups, children's codes, family cards and the group's QR."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import ChildId, GroupId, MembershipId, OrganisationId


class GroupPart(StrEnum):
    """What of a group is being changed."""

    NAME = "name"
    EMOJI = "emoji"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class OpenGroups(Action):
    """The groups of an organisation that the person reaches."""

    code: ClassVar[str] = "og"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class CreateGroup(Action):
    """Make a group."""

    code: ClassVar[str] = "ogc"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class OpenGroup(Action):
    """One group: its families, cards and teachers."""

    code: ClassVar[str] = "oga"
    group_id: GroupId


@dataclass(frozen=True, slots=True)
class EditGroup(Action):
    """Change the name, the sign or the age of a group."""

    code: ClassVar[str] = "oge"
    group_id: GroupId
    part: GroupPart


@dataclass(frozen=True, slots=True)
class SetGroupPart(Action):
    """A ready-made answer: a sign, an age band."""

    code: ClassVar[str] = "ogs"
    group_id: GroupId
    part: GroupPart
    value: str


@dataclass(frozen=True, slots=True)
class ArchiveGroup(Action):
    """Put a group without children away; asks once."""

    code: ClassVar[str] = "ogx"
    group_id: GroupId
    sure: bool


@dataclass(frozen=True, slots=True)
class AddChildren(Action):
    """Give a group so many new codes; without a number numbers are offered."""

    code: ClassVar[str] = "ogn"
    group_id: GroupId
    count: int | None = None


@dataclass(frozen=True, slots=True)
class TypeChildren(Action):
    """«Другое число»: the number of new codes is typed."""

    code: ClassVar[str] = "ogt"
    group_id: GroupId


@dataclass(frozen=True, slots=True)
class OpenFamilies(Action):
    """The codes of a group, and which families have joined."""

    code: ClassVar[str] = "ogf"
    group_id: GroupId
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenChild(Action):
    """One child's code: the adults bound to it, its cards."""

    code: ClassVar[str] = "oc"
    child_id: ChildId


@dataclass(frozen=True, slots=True)
class MoveChild(Action):
    """Move a child to another group; without a group the groups are offered."""

    code: ClassVar[str] = "ocm"
    child_id: ChildId
    group_id: GroupId | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class MarkLeft(Action):
    """The child has left the organisation; asks once."""

    code: ClassVar[str] = "ocl"
    child_id: ChildId
    sure: bool


@dataclass(frozen=True, slots=True)
class ReturnChild(Action):
    """The child is here again, or was marked by mistake."""

    code: ClassVar[str] = "ocr"
    child_id: ChildId


@dataclass(frozen=True, slots=True)
class UnbindAdult(Action):
    """Undo the tie of an adult to a child; asks once."""

    code: ClassVar[str] = "ocu"
    child_id: ChildId
    membership_id: MembershipId
    sure: bool


@dataclass(frozen=True, slots=True)
class PrintCards(Action):
    """Print the family cards of a group; `all` prints also for families that have joined."""

    code: ClassVar[str] = "ock"
    group_id: GroupId
    all: bool


@dataclass(frozen=True, slots=True)
class PrintCard(Action):
    """Print one more card of a child."""

    code: ClassVar[str] = "ocp"
    child_id: ChildId


@dataclass(frozen=True, slots=True)
class RevokeCards(Action):
    """Make the printed cards of a child open nothing; asks once."""

    code: ClassVar[str] = "ocx"
    child_id: ChildId
    sure: bool


@dataclass(frozen=True, slots=True)
class RevokeGroupCards(Action):
    """Make every printed card of a group open nothing; asks once."""

    code: ClassVar[str] = "ocz"
    group_id: GroupId
    sure: bool


@dataclass(frozen=True, slots=True)
class OpenPoster(Action):
    """The group's QR for the wall."""

    code: ClassVar[str] = "owp"
    group_id: GroupId


@dataclass(frozen=True, slots=True)
class PrintPoster(Action):
    """Print the group's QR; `renew` makes older ones open nothing."""

    code: ClassVar[str] = "oww"
    group_id: GroupId
    renew: bool


@dataclass(frozen=True, slots=True)
class RevokePoster(Action):
    """Make every printed QR of the group open nothing; asks once."""

    code: ClassVar[str] = "owx"
    group_id: GroupId
    sure: bool
