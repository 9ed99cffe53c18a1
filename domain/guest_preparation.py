"""What a guest prepares: the talk in its parts, with rough minutes for children of an age."""

from dataclasses import dataclass
from enum import StrEnum

from domain.guest_checklist import Checklist
from domain.guest_questions import Question
from domain.guest_views import VisitCard
from domain.people import OrganisationKind
from domain.professions import Profession


class TalkPart(StrEnum):
    """The parts of «Ваша профессия за 15 минут», in their order."""

    HELLO = "hello"
    TELL = "tell"
    SHOW = "show"
    TRY = "try"
    ASK = "ask"
    BYE = "bye"


_NO_LIST = Checklist((), frozenset())


@dataclass(frozen=True, slots=True)
class Talk:
    """What «Ваша профессия за 15 минут» is made of."""

    kind: OrganisationKind
    name: str
    profession: Profession | None
    """None: the guest named the profession in own words."""
    minutes: int


@dataclass(frozen=True, slots=True)
class Preparation:
    """A visit to prepare for: the card of its profession, if it has one, how long it takes, what is ready."""

    card: VisitCard
    profession: Profession | None
    minutes: int
    guest: Checklist = _NO_LIST
    group: Checklist = _NO_LIST
    questions: tuple[Question, ...] = ()
    """What the children ask: all of it for staff, for the guest what was sent."""
    decides: bool = False
    """Whether the person prepares the group."""

    @property
    def talk(self) -> Talk:
        """What there is to tell."""
        card = self.card
        return Talk(card.organisation.kind, card.visit.profession.name, self.profession, self.minutes)


_SHARES = {TalkPart.TELL: 4, TalkPart.SHOW: 4, TalkPart.ASK: 3}
"""Fifteenths of the whole; greeting and farewell are short always, and what is left is for the children's hands."""
_LONG = 20
"""Minutes of a visit that leaves two for the greeting."""


def shared_out(minutes: int) -> dict[TalkPart, int]:
    """How many minutes each part takes; together they are the whole, and none is nothing.

    A visit of five minutes cannot hold six parts of a minute: then greeting and farewell are said in passing.
    """
    edge = 0 if minutes <= len(TalkPart) else 2 if minutes > _LONG else 1
    bye = min(edge, 1)
    parts = {part: max(1, round((minutes - edge - bye) * share / 15)) for part, share in _SHARES.items()}
    rest = minutes - edge - bye - sum(parts.values())
    found = {TalkPart.HELLO: edge, **parts, TalkPart.TRY: rest, TalkPart.BYE: bye}
    return {part: found[part] for part in TalkPart}
