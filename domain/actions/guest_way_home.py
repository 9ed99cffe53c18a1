"""Buttons of «🚶 По дороге домой»: the message again, the faces, the game about the profession."""

from dataclasses import dataclass
from typing import ClassVar

from domain.actions.base import Action
from domain.ids import VisitId
from domain.way_home import Liking


@dataclass(frozen=True, slots=True)
class OpenWayHome(Action):
    """The message, out of an evening summary or after the game."""

    code: ClassVar[str] = "gwa"
    visit_id: VisitId
    fresh: bool = False
    """In a new message: the evening summary it was tapped in stays."""


@dataclass(frozen=True, slots=True)
class LikeGuest(Action):
    """A face: how the child liked the guest."""

    code: ClassVar[str] = "gwb"
    visit_id: VisitId
    liking: Liking


@dataclass(frozen=True, slots=True)
class PlayGuest(Action):
    """«🎲 Поиграть»: a question of the game, or an answer to it. Nothing of it is kept but in the buttons."""

    code: ClassVar[str] = "gwc"
    visit_id: VisitId
    at: int = 0
    """Which question, from nought."""
    tapped: int | None = None
    """The option that was tapped; None: the question is asked."""
    gone: int = 0
    """Options that were tapped before, as bits."""
    host: bool = False
    """Whether staff play it with the group, and go back to the visit."""
