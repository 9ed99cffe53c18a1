"""Closed groups as people look at them: what would change, what has changed, what has come back."""

from dataclasses import dataclass, field
from datetime import datetime

from domain.closures import Affected, Closure, Deed, Span, chosen
from domain.events import GroupLabel
from domain.ids import EventId, VisitId
from domain.people import Organisation
from domain.waves import WaveKind


@dataclass(frozen=True, slots=True)
class OpenWave:
    """A quiz that goes on while the group is closed: its last day is the same for all groups, and it is played at home."""

    kind: WaveKind
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class AskedGuest:
    """A guest who is asked whether they would come on one of the days instead: the question is over."""

    title: str
    asked_at: datetime
    """The day that is not to be."""
    stays_at: datetime | None
    """Where the visit stays; None if that is one of the days as well."""


@dataclass(frozen=True, slots=True)
class ClosurePlan:
    """What closing a group would do, before it is done."""

    organisation: Organisation
    group: GroupLabel
    span: Span
    affected: tuple[Affected, ...]
    choices: int
    seen: int
    told: int
    """People who get one message about all of it."""
    waves: tuple[OpenWave, ...]
    questions: tuple[AskedGuest, ...] = ()

    @property
    def deeds(self) -> tuple[Deed | None, ...]:
        """What was decided for each thing."""
        return chosen(self.affected, self.choices)


@dataclass(frozen=True, slots=True)
class Stale:
    """Something has changed since the preview was shown: here it is anew, nothing has been done."""

    plan: ClosurePlan


@dataclass(frozen=True, slots=True)
class ClosureLine:
    """One thing as a closure has left it, by now."""

    title: str
    was_at: datetime
    deed: Deed
    now_at: datetime | None = None
    """When it is, if it is at another time by now."""
    event_id: EventId | None = None
    visit_id: VisitId | None = None


@dataclass(frozen=True, slots=True)
class ClosureNews:
    """What one adult is told of a closure, and of its end."""

    closure: Closure
    organisation: Organisation
    group: GroupLabel
    lines: tuple[ClosureLine, ...]
    staff: bool
    """Whether it is told to a teacher, who sees everything."""
    back: tuple[ClosureLine, ...] = ()
    """Of a group that is open again: what is as it was before."""
    dates: int = 0
    """Free dates for guests that are closed, or open again."""


@dataclass(frozen=True, slots=True)
class ClosureCard:
    """A closure as staff see it."""

    news: ClosureNews
    may_reopen: bool
    running: bool
    """Whether its last day is still ahead, or today."""
    stays: tuple[Affected, ...] = field(default=())
    """What takes place on these days all the same."""
    told: int | None = None
    """How many people were written to, just now."""
    missed: int = 0
    """Whom the message could not reach: they have blocked the bot, or it failed."""
