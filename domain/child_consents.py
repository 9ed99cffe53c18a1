"""Whether a child may take part: what its representatives agreed to, or took back (rules 3, 10, 15b)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.ids import ChildId, PersonId
from domain.people import Guardianship, Kinship

NUMBER_LIMIT = 40
"""Characters of «№ …» of a consent on paper."""


class Standing(StrEnum):
    """What consents to a child's quiz come to."""

    NEEDED = "needed"
    """Nobody has agreed to the text that is asked for now."""
    STANDS = "stands"
    SUSPENDED = "suspended"
    """A representative took it back: the other one cannot give it over their head."""


@dataclass(frozen=True, slots=True)
class ChildConsent:
    """A consent for a child: in the bot by a representative, or on paper «№ … от …»."""

    child_id: ChildId
    version: int
    given_at: datetime
    person_id: PersonId | None = None
    paper_number: str | None = None
    paper_day: date | None = None
    withdrawn_at: datetime | None = None
    withdrawn_by: PersonId | None = None

    @property
    def on_paper(self) -> bool:
        """Whether a representative signed it on paper."""
        return self.paper_number is not None


def standing(
    consents: Iterable[ChildConsent],
    version: int,
    *,
    asks: PersonId | None,
    representatives: Collection[PersonId],
) -> Standing:
    """What a child's consents come to for the person who asks (None: staff), to the text of `version`.

    Whoever took theirs back may give it anew. Another representative may not, as long as the one who did still
    is a representative of the child.
    """
    rows = list(consents)
    if any(one.withdrawn_at is None and one.version == version for one in rows):
        return Standing.STANDS
    ended = [
        (one.withdrawn_at, one.withdrawn_by)
        for one in rows
        if one.withdrawn_at is not None and one.withdrawn_by is not None
    ]
    _, last = max(ended, default=(None, None))
    if last is not None and last != asks and last in representatives:
        return Standing.SUSPENDED
    return Standing.NEEDED


def represents(tie: Guardianship) -> bool:
    """Whether this adult may agree, play and read results for the child (rule 3): relatives may not."""
    return tie.kinship is not Kinship.RELATIVE
