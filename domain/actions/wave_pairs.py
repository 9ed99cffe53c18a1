"""Buttons of what a school year came to."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import GroupId, WaveId


@dataclass(frozen=True, slots=True)
class OpenPairs(Action):
    """«📈 С начала года до конца» of a closed final wave: all groups together, or one of them."""

    code: ClassVar[str] = "wu"
    wave_id: WaveId
    group_id: GroupId | None = None
    page: int = 0
    """Of the list of groups."""
