"""A guest's full name for the entrance list: asked after approval, where the organisation keeps names (rule 13)."""

from dataclasses import dataclass

from domain.forms import accepted, clean
from domain.guest_views import VisitCard
from domain.guests import AGREED
from domain.outcomes import Reason, Refused
from domain.privacy import ConsentText

FULL_NAME_LIMIT = 120
"""UTF-16 units of «Фамилия Имя Отчество»."""


@dataclass(frozen=True, slots=True)
class EntranceName:
    """What is known of a visit's guest for the entrance, for that guest alone."""

    card: VisitCard
    name: str | None
    consent: ConsentText
    """What is agreed to before a name is typed."""
    agreed: bool
    """Whether a consent to this very text stands."""


def asks_full_name(card: VisitCard) -> bool:
    """Whether this guest is asked: of a visit that was said yes to, as long as it is ahead, with rule 9 on."""
    return card.mine and card.ahead and card.visit.status in AGREED and card.organisation.personal_data


def full_name(text: str) -> str | Refused:
    """A surname and a name at least, in letters."""
    line = accepted(clean(text), FULL_NAME_LIMIT)
    if isinstance(line, Refused):
        return line
    if any(char.isdigit() for char in line) or len([w for w in line.split() if w[0].isalpha()]) < 2:
        return Refused(Reason.NOT_A_FULL_NAME)
    return line
