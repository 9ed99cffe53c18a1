"""How families answer an invitation, and who comes in the end."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from domain.ids import ChildId, GroupId, PersonId
from domain.people import ShownAdult


class Answer(StrEnum):
    """The four buttons of an invitation (rule 6)."""

    WITH_CHILD = "with-child"
    ALONE = "alone"
    NO = "no"
    UNSURE = "unsure"

    @property
    def comes(self) -> bool:
        """Whether somebody of the family comes."""
        return self in (Answer.WITH_CHILD, Answer.ALONE)

    @property
    def may_come(self) -> bool:
        """Whether a reminder is for this adult (rule 7): «приду» and «не знаю»."""
        return self is not Answer.NO


@dataclass(frozen=True, slots=True)
class FamilyAnswer:
    """A family (a child's number) and what it answered, through any of its adults or through staff."""

    child_id: ChildId
    number: int
    group_id: GroupId
    answer: Answer | None
    entered: Answer | None
    """What staff entered for it."""
    phones: int
    """Adults of the family who use the bot."""
    coming: tuple[ShownAdult, ...] = ()
    """The adults who answered that somebody comes, as staff may see them."""
    coming_ids: tuple[PersonId, ...] = ()
    waits: bool = False
    """Whether it would come and has no seat: in the queue, with an offer, or out of both."""


class FamilyOrder(Enum):
    """Which families stand first in a list; those alike by number."""

    BY_ANSWER = "by-answer"
    """Who comes, the doubtful, the absent, the silent."""
    BY_NEED = "by-need"
    """Without a phone, the silent, the others."""
    BY_PROMISE = "by-promise"
    """Who comes, and all the others."""


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """What somebody answered who is invited without a child: staff, a partner, a member of a set of people."""

    person_id: PersonId
    who: ShownAdult
    answer: Answer


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who comes: families counted once, and the adults behind them."""

    counts: Mapping[Answer | None, int]
    """Families with each answer, who would come and waits left out; None: families that have not answered."""
    adults: int
    """Adults who come; a family entered by staff counts as one adult."""
    others: tuple[OtherAnswer, ...] = ()
    """Answers of those who are invited without a child."""
    waiting: int = 0
    """Families that would come and have no seat."""
    without_phone: int = 0
    """Families of which nobody uses the bot."""

    @property
    def families(self) -> int:
        """All of them."""
        return sum(self.counts.values()) + self.waiting

    def count(self, answer: Answer | None) -> int:
        """Families with this answer, who would come and waits left out; None: families that have not answered."""
        return self.counts.get(answer, 0)


_WEIGHT = (Answer.WITH_CHILD, Answer.ALONE, Answer.UNSURE, Answer.NO)


def family_answer(answers: Iterable[Answer]) -> Answer | None:
    """What a family answered, however many of its adults did: whoever comes decides, then whoever may come."""
    said = frozenset(answers)
    return next((answer for answer in _WEIGHT if answer in said), None)
