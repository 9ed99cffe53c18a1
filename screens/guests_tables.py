"""Words in the cells of tables about guests."""

from collections.abc import Sequence

from domain.guest_letters import LetterLine
from domain.guest_papers import PaperLine
from domain.people import Organisation
from screens.base import Joined, Phrase, say
from screens.guests_words import formats
from screens.people import adult_with_role

JOURNAL = ("day", "group", "guest", "profession", "formats", "children", "trace")
JOURNAL_WIDTHS = (12, 20, 30, 24, 30, 9, 40)
REGISTER = ("number", "day", "group", "profession", "sent")
REGISTER_WIDTHS = (8, 12, 24, 30, 36)


def heads(parts: Sequence[str], organisation: Organisation) -> tuple[Phrase, ...]:
    """The heads of columns; a school has classes."""
    return tuple(say("guests-paper-head", part=part, kind=organisation.kind.value) for part in parts)


def guest(line: PaperLine) -> Phrase | Joined | None:
    """Who came, as the organisation's setting allows; a guest without a phone and without a family is a partner."""
    if line.guest is not None:
        return adult_with_role(line.guest)
    return say("guests-paper-partner") if line.visit.entered and line.visit.child_id is None else None


def shown_formats(line: PaperLine) -> Joined:
    """«рассказ, показ инструментов»."""
    return formats(line.visit.formats)


def handed_over(line: LetterLine) -> Phrase | None:
    """How the guest got it; nothing where somebody signs by hand."""
    return say("guests-paper-sent") if line.letter.sent else None
