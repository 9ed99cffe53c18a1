"""What a guest prepares: the talk in its parts, with rough minutes for children of an age."""

from dataclasses import dataclass
from enum import StrEnum

from domain.guest_views import VisitCard
from domain.professions import Profession


class TalkPart(StrEnum):
    """The parts of «Ваша профессия за 15 минут», in their order."""

    HELLO = "hello"
    TELL = "tell"
    SHOW = "show"
    TRY = "try"
    ASK = "ask"
    BYE = "bye"


@dataclass(frozen=True, slots=True)
class Preparation:
    """A visit to prepare for: the card of its profession, if it has one, and how long it takes."""

    card: VisitCard
    profession: Profession | None
    """None: the guest named the profession in own words."""
    minutes: int


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
