"""Buttons of the owner's and the head's side: organisations, partners, sets of people."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import MembershipId, OrganisationId, PersonSetId
from domain.organisation import OrganisationPart
from domain.people import PartnerKind


class PartnerPart(StrEnum):
    """What of a partner's line in the registry is being changed."""

    AGREEMENT = "agreement"
    TERM = "term"


class SetPart(StrEnum):
    """What of a set of people is being changed."""

    NAME = "name"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class OpenInstallation(Action):
    """The owner's list of organisations."""

    code: ClassVar[str] = "oi"
    page: int = 0


@dataclass(frozen=True, slots=True)
class CreateOrganisation(Action):
    """The owner makes a new organisation."""

    code: ClassVar[str] = "oic"


@dataclass(frozen=True, slots=True)
class OpenTenant(Action):
    """One organisation as the owner sees it: counts only."""

    code: ClassVar[str] = "oit"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class IssueHeadLink(Action):
    """The owner issues the head's one-time link."""

    code: ClassVar[str] = "oih"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class OpenOrganisation(Action):
    """The organisation's card."""

    code: ClassVar[str] = "oo"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class EditOrganisation(Action):
    """Change one part of the organisation's card."""

    code: ClassVar[str] = "ooe"
    organisation_id: OrganisationId
    part: OrganisationPart


@dataclass(frozen=True, slots=True)
class SetOrganisationPart(Action):
    """A ready-made answer: a zone, quiet hours («21-8»), the hour of the summary; empty clears the part."""

    code: ClassVar[str] = "oos"
    organisation_id: OrganisationId
    part: OrganisationPart
    value: str


@dataclass(frozen=True, slots=True)
class OpenPersonalData(Action):
    """Whether adults' names may stand in the messenger, and what the law says."""

    code: ClassVar[str] = "opd"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class TurnPersonalDataOn(Action):
    """Begin to switch names on: the number of the decision is asked."""

    code: ClassVar[str] = "opn"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class TurnPersonalDataOff(Action):
    """Switch names off; `sure` erases them at once."""

    code: ClassVar[str] = "opf"
    organisation_id: OrganisationId
    sure: bool


@dataclass(frozen=True, slots=True)
class OpenPartners(Action):
    """The registry of partners."""

    code: ClassVar[str] = "op"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class InvitePartner(Action):
    """Invite a partner; without a kind the kinds are offered."""

    code: ClassVar[str] = "opi"
    organisation_id: OrganisationId
    kind: PartnerKind | None = None


@dataclass(frozen=True, slots=True)
class OpenPartnerLinks(Action):
    """Partner links that still wait for their person."""

    code: ClassVar[str] = "opl"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenPartner(Action):
    """One partner."""

    code: ClassVar[str] = "opa"
    membership_id: MembershipId


@dataclass(frozen=True, slots=True)
class EditPartner(Action):
    """Change the agreement's number or term."""

    code: ClassVar[str] = "ope"
    membership_id: MembershipId
    part: PartnerPart


@dataclass(frozen=True, slots=True)
class EndPartner(Action):
    """End a partnership; asks once."""

    code: ClassVar[str] = "opx"
    membership_id: MembershipId
    sure: bool


@dataclass(frozen=True, slots=True)
class OpenSets(Action):
    """Named sets of people."""

    code: ClassVar[str] = "oz"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class CreateSet(Action):
    """Make a set: рабочая группа, творческая группа."""

    code: ClassVar[str] = "ozc"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class OpenSet(Action):
    """One set, with its members."""

    code: ClassVar[str] = "oza"
    organisation_id: OrganisationId
    set_id: PersonSetId
    page: int = 0


@dataclass(frozen=True, slots=True)
class EditSet(Action):
    """Change the name or the number of the order of a set."""

    code: ClassVar[str] = "oze"
    organisation_id: OrganisationId
    set_id: PersonSetId
    part: SetPart


@dataclass(frozen=True, slots=True)
class SetMember(Action):
    """Put a member of the staff into a set, or take them out."""

    code: ClassVar[str] = "ozm"
    organisation_id: OrganisationId
    set_id: PersonSetId
    membership_id: MembershipId
    on: bool
    page: int = 0


@dataclass(frozen=True, slots=True)
class DeleteSet(Action):
    """Delete a set; asks once."""

    code: ClassVar[str] = "ozd"
    organisation_id: OrganisationId
    set_id: PersonSetId
    sure: bool
