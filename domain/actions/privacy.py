"""Buttons about one's own data."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import ConsentId, OrganisationId


@dataclass(frozen=True, slots=True)
class OpenPrivacy(Action):
    """«Как бот обращается с данными»."""

    code: ClassVar[str] = "pp"


@dataclass(frozen=True, slots=True)
class OpenMyData(Action):
    """«Мои данные»."""

    code: ClassVar[str] = "pd"


@dataclass(frozen=True, slots=True)
class GetMyDataFile(Action):
    """Everything as a file."""

    code: ClassVar[str] = "pf"


@dataclass(frozen=True, slots=True)
class OpenConsents(Action):
    """The consents given."""

    code: ClassVar[str] = "pc"


@dataclass(frozen=True, slots=True)
class ReadConsent(Action):
    """The text that was agreed to."""

    code: ClassVar[str] = "pr"
    consent_id: ConsentId


@dataclass(frozen=True, slots=True)
class WithdrawConsent(Action):
    """Withdraw a consent; asked once before (`sure`)."""

    code: ClassVar[str] = "pw"
    consent_id: ConsentId
    sure: bool


@dataclass(frozen=True, slots=True)
class ChooseLeaving(Action):
    """Which organisation to leave."""

    code: ClassVar[str] = "pl"


@dataclass(frozen=True, slots=True)
class LeaveOrganisation(Action):
    """Leave an organisation; asked once before (`sure`)."""

    code: ClassVar[str] = "po"
    organisation_id: OrganisationId
    sure: bool


@dataclass(frozen=True, slots=True)
class EraseMe(Action):
    """Erase everything; asked once before (`sure`)."""

    code: ClassVar[str] = "pe"
    sure: bool


@dataclass(frozen=True, slots=True)
class OpenActs(Action):
    """Acts of deletion, for the head."""

    code: ClassVar[str] = "pa"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class GetAct(Action):
    """The act of a month as a paper; `month` is its first day."""

    code: ClassVar[str] = "pg"
    organisation_id: OrganisationId
    month: date
