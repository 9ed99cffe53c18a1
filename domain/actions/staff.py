"""Buttons of staff: invitations, roles, teachers' groups, substitutions."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import GroupId, LinkId, MembershipId, OrganisationId
from domain.people import Role


@dataclass(frozen=True, slots=True)
class OpenStaff(Action):
    """The list of the organisation's staff."""

    code: ClassVar[str] = "os"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenMember(Action):
    """One member of the staff."""

    code: ClassVar[str] = "osm"
    membership_id: MembershipId


@dataclass(frozen=True, slots=True)
class InviteStaff(Action):
    """Invite to the staff; without a role the roles are offered. A teacher's group may be ticked beforehand."""

    code: ClassVar[str] = "osi"
    organisation_id: OrganisationId
    role: Role | None = None
    group_id: GroupId | None = None


@dataclass(frozen=True, slots=True)
class OpenStaffLinks(Action):
    """Staff links that still wait for their person."""

    code: ClassVar[str] = "osl"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class RevokeLink(Action):
    """Make a waiting staff or partner link open nothing."""

    code: ClassVar[str] = "osx"
    organisation_id: OrganisationId
    link_id: LinkId


@dataclass(frozen=True, slots=True)
class RenewLink(Action):
    """Make a waiting link anew: the old one opens nothing, the new one waits its full time."""

    code: ClassVar[str] = "osn"
    organisation_id: OrganisationId
    link_id: LinkId


@dataclass(frozen=True, slots=True)
class RemoveMember(Action):
    """End a role of the staff; asks once."""

    code: ClassVar[str] = "osr"
    membership_id: MembershipId
    sure: bool


@dataclass(frozen=True, slots=True)
class AppointHead(Action):
    """Make a member of the staff a head, too: the successor of a head who leaves; asks once."""

    code: ClassVar[str] = "osh"
    membership_id: MembershipId
    sure: bool


@dataclass(frozen=True, slots=True)
class Retitle(Action):
    """Change the profession of a specialist."""

    code: ClassVar[str] = "ost"
    membership_id: MembershipId


@dataclass(frozen=True, slots=True)
class OpenTeaching(Action):
    """The groups that a teacher answers for."""

    code: ClassVar[str] = "otg"
    membership_id: MembershipId
    page: int = 0


@dataclass(frozen=True, slots=True)
class SetTeaching(Action):
    """Give a group to a teacher, or take it."""

    code: ClassVar[str] = "ott"
    membership_id: MembershipId
    group_id: GroupId
    on: bool
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenSubstitutions(Action):
    """Who stands in for the teachers of a group, and until when."""

    code: ClassVar[str] = "otb"
    group_id: GroupId


@dataclass(frozen=True, slots=True)
class Substitute(Action):
    """Begin a substitution in a group; without a teacher the teachers are offered."""

    code: ClassVar[str] = "ots"
    group_id: GroupId
    membership_id: MembershipId | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class EndSubstitution(Action):
    """End the substitutions of a teacher in a group."""

    code: ClassVar[str] = "ote"
    group_id: GroupId
    membership_id: MembershipId
