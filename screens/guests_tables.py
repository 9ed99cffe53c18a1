"""Words in the cells of tables about guests."""

from collections.abc import Sequence

from domain.guest_letters import LetterLine
from domain.guest_papers import PaperLine
from domain.guests import VisitStatus
from domain.people import Organisation
from screens.base import Joined, Phrase, say
from screens.guests_words import formats, trace, why_missed
from screens.people import adult_with_role

JOURNAL = ("day", "group", "guest", "profession", "formats", "children", "trace", "note")
JOURNAL_WIDTHS = (14, 26, 24, 22, 22, 10, 25, 32)
REGISTER = ("number", "day", "group", "profession", "sent")
REGISTER_WIDTHS = (8, 14, 28, 30, 30)


def heads(parts: Sequence[str], organisation: Organisation) -> tuple[Phrase, ...]:
    """The heads of columns; a school has classes."""
    return tuple(say("guests-paper-head", part=part, kind=organisation.kind.value) for part in parts)


def guest(line: PaperLine) -> Phrase | Joined | None:
    """Who came, as the organisation's setting allows; a guest without a phone and without a family is a partner."""
    if line.guest is not None:
        return adult_with_role(line.guest)
    visit = line.visit
    if visit.entered and visit.child_id is None:
        return say("guests-paper-partner")
    return None if visit.comer is None else say("guests-paper-gone", comer=visit.comer.value)


def shown_trace(line: PaperLine) -> Joined | None:
    """What the group did afterwards; an empty cell is filled in by hand."""
    return trace(line.done) if line.done else None


def shown_note(line: PaperLine, organisation: Organisation) -> Phrase | None:
    """The teacher's note, or that the visit did not take place, and why."""
    visit = line.visit
    if visit.status is VisitStatus.NOT_HELD:
        why = why_missed(visit, organisation)
        return say("guests-paper-not-held") if why is None else say("guests-paper-missed", why=why)
    return None if visit.note is None else say("guests-paper-note", note=visit.note)


def shown_formats(line: PaperLine) -> Joined:
    """«рассказ, показ инструментов»."""
    return formats(line.visit.formats)


def handed_over(line: LetterLine) -> Phrase | None:
    """How the guest got it; nothing where somebody signs by hand."""
    return say("guests-paper-sent") if line.letter.sent else None
