"""The kit to print: cards for the child and a protocol, in the very order in which answers are entered (rule 23)."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.attempts import SHAPES, printed
from domain.people import Organisation
from domain.quizzes import FormLetter, Instrument, Item, ItemKind, Option


@dataclass(frozen=True, slots=True)
class KitLine:
    """A question as it stands on paper and, with the same number and marks, on the screen of entry."""

    number: int
    item: Item
    options: tuple[Option, ...]

    @property
    def marked(self) -> bool:
        """Whether the answers carry marks; the long list of wishes does not."""
        return self.item.kind is not ItemKind.WISH

    @property
    def right(self) -> str | None:
        """The mark after which nothing more is asked; None where there is no second try."""
        if not self.item.second_try:
            return None
        most = self.item.most
        return next(mark for mark, one in zip(SHAPES, self.options, strict=False) if one.points == most)


@dataclass(frozen=True, slots=True)
class KitOffer:
    """Which kit an organisation prints now."""

    organisation: Organisation
    instrument: Instrument


def kit_lines(instrument: Instrument, form: FormLetter) -> tuple[KitLine, ...]:
    """What the child is asked on paper, in order."""
    return tuple(
        KitLine(number, item, printed(item)) for number, item in enumerate(instrument.of_child(form), 1)
    )


def first_sitting(lines: Sequence[KitLine]) -> int:
    """The last question of the first of two sittings."""
    return len(lines) // 2
