"""Buttons of waves: what staff open, watch, read and close."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import ChildId, GroupId, OrganisationId, WaveId
from domain.quizzes import FormLetter


@dataclass(frozen=True, slots=True)
class OpenWaves(Action):
    """«⭐ Викторина» of staff: the waves of the organisation."""

    code: ClassVar[str] = "wl"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class ReadPack(Action):
    """The questions and the parents' texts, page by page: what the psychologist approves."""

    code: ClassVar[str] = "wp"
    organisation_id: OrganisationId
    page: int = 0


@dataclass(frozen=True, slots=True)
class ApprovePack(Action):
    """«Утвердить»: asks once (`sure`)."""

    code: ClassVar[str] = "wa"
    organisation_id: OrganisationId
    version: int
    """Of the instrument that was read: another one is read first."""
    sure: bool


@dataclass(frozen=True, slots=True)
class NewWave(Action):
    """«Открыть викторину»: the form."""

    code: ClassVar[str] = "wn"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class StartWave(Action):
    """«Открыть и пригласить» under the preview of a draft."""

    code: ClassVar[str] = "wo"
    token: str


@dataclass(frozen=True, slots=True)
class OpenWave(Action):
    """The card of a wave with its progress."""

    code: ClassVar[str] = "wc"
    wave_id: WaveId
    page: int = 0


@dataclass(frozen=True, slots=True)
class MoreGroups(Action):
    """«➕ Добавить группу»: which of those that do not take part yet."""

    code: ClassVar[str] = "wm"
    wave_id: WaveId
    page: int = 0


@dataclass(frozen=True, slots=True)
class AddGroup(Action):
    """A group of that list: whom its invitation reaches, then (`sure`) it takes part."""

    code: ClassVar[str] = "wj"
    wave_id: WaveId
    group_id: GroupId
    sure: bool


@dataclass(frozen=True, slots=True)
class CloseWave(Action):
    """«Закрыть викторину»: asks once (`sure`)."""

    code: ClassVar[str] = "wk"
    wave_id: WaveId
    sure: bool


@dataclass(frozen=True, slots=True)
class OpenCodes(Action):
    """The psychologist's table by code."""

    code: ClassVar[str] = "wt"
    wave_id: WaveId
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenProfile(Action):
    """A group's results for its teacher."""

    code: ClassVar[str] = "wf"
    wave_id: WaveId
    group_id: GroupId


@dataclass(frozen=True, slots=True)
class OpenWaveChildren(Action):
    """The children of a group by code: to play one to one, or to enter paper results."""

    code: ClassVar[str] = "wg"
    wave_id: WaveId
    group_id: GroupId
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenWaveChild(Action):
    """A child of that list."""

    code: ClassVar[str] = "wi"
    wave_id: WaveId
    child_id: ChildId
    page: int = 0


@dataclass(frozen=True, slots=True)
class PaperConsent(Action):
    """«Согласие на бумаге»: its number and date are typed."""

    code: ClassVar[str] = "wv"
    wave_id: WaveId
    child_id: ChildId


@dataclass(frozen=True, slots=True)
class PaperWithdrawal(Action):
    """«Согласие отозвано на бумаге»: asks once (`sure`); the child's answers go with it."""

    code: ClassVar[str] = "wx"
    wave_id: WaveId
    child_id: ChildId
    sure: bool


@dataclass(frozen=True, slots=True)
class OpenKit(Action):
    """«🖨 Набор для печати»: cards and protocols for a quiz on paper."""

    code: ClassVar[str] = "wz"
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True)
class PrintKit(Action):
    """A form of the kit as a file."""

    code: ClassVar[str] = "wy"
    organisation_id: OrganisationId
    letter: FormLetter
