"""Buttons of letters of thanks, the journal of guests, the poster of a group's door."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import GroupId, OrganisationId, VisitId


@dataclass(frozen=True, slots=True)
class PrepareLetter(Action):
    """«💌 Благодарственное письмо»: written, or shown once it has its number."""

    code: ClassVar[str] = "gla"
    visit_id: VisitId


@dataclass(frozen=True, slots=True)
class IssueLetter(Action):
    """«✅ Оформить»: of the draft that is previewed."""

    code: ClassVar[str] = "glb"
    visit_id: VisitId
    token: str


@dataclass(frozen=True, slots=True)
class SendLetter(Action):
    """«📨 Отправить гостю»."""

    code: ClassVar[str] = "glc"
    visit_id: VisitId


@dataclass(frozen=True, slots=True)
class TakeLetter(Action):
    """«📄 Письмо в PDF», for staff."""

    code: ClassVar[str] = "gld"
    visit_id: VisitId


@dataclass(frozen=True, slots=True)
class OpenOwnLetter(Action):
    """«💌 Моё письмо», for the guest."""

    code: ClassVar[str] = "gle"
    visit_id: VisitId


@dataclass(frozen=True, slots=True)
class OpenLetters(Action):
    """The register of letters."""

    code: ClassVar[str] = "glf"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class TakeRegister(Action):
    """The register as a table."""

    code: ClassVar[str] = "glg"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class OpenJournal(Action):
    """The journal of guests; `year` is the one in which the school year began."""

    code: ClassVar[str] = "glh"
    organisation_id: OrganisationId
    year: int


@dataclass(frozen=True, slots=True)
class TakeJournal(Action):
    """The journal as a file: a table, or a document for Word."""

    code: ClassVar[str] = "gli"
    organisation_id: OrganisationId
    year: int
    document: bool = False


@dataclass(frozen=True, slots=True)
class OpenPosters(Action):
    """«🚪 Плакат на дверь»: of which group."""

    code: ClassVar[str] = "glj"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class DrawPoster(Action):
    """The poster of a group."""

    code: ClassVar[str] = "glk"
    group_id: GroupId
