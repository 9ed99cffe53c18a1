"""What is to be ready before a visit: a short list for the guest, another for the group."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from domain.guests import Visit


class CheckItem(StrEnum):
    """What is ticked: first what a guest has ready, then what the group has."""

    ADVICE = "advice"
    TALK = "talk"
    THINGS = "things"
    WAY = "way"
    DOCUMENT = "document"
    CHILDREN = "children"
    QUESTIONS = "questions"
    PLACE = "place"
    NEEDS = "needs"
    """What the guest asked the group to prepare; only then."""
    ENTRANCE = "entrance"


OF_GUEST = (CheckItem.ADVICE, CheckItem.TALK, CheckItem.THINGS, CheckItem.WAY, CheckItem.DOCUMENT)


@dataclass(frozen=True, slots=True)
class Checklist:
    """One side's list, in its order, with what is ticked."""

    items: tuple[CheckItem, ...]
    ticked: frozenset[CheckItem]

    @property
    def done(self) -> int:
        """How many are ticked: «3 из 5»."""
        return len(self.ticked)

    @property
    def open(self) -> tuple[CheckItem, ...]:
        """What is not ticked yet."""
        return tuple(item for item in self.items if item not in self.ticked)


def items_of_group(visit: Visit) -> tuple[CheckItem, ...]:
    """What a group has to think of; what the guest asked for stands there only if they did."""
    asked = visit.details is not None and visit.details.needs is not None
    return tuple(
        item for item in CheckItem if item not in OF_GUEST and (asked or item is not CheckItem.NEEDS)
    )


def checklists(visit: Visit, ticked: Collection[CheckItem]) -> tuple[Checklist, Checklist]:
    """The guest's list and the group's."""
    guest, group = (
        Checklist(items, frozenset(items) & frozenset(ticked)) for items in (OF_GUEST, items_of_group(visit))
    )
    return guest, group
