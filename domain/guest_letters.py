"""«Благодарственное письмо»: a numbered letter of thanks for a visit that was held."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.events import GroupLabel
from domain.guest_views import VisitCard
from domain.guests import Visit, VisitStatus
from domain.ids import LetterId, OrganisationId, PersonId, VisitId
from domain.notices import NoticeDraft, NoticeKind
from domain.people import Organisation

SALUTATION_LIMIT = 120
WORDS_LIMIT = 500
"""UTF-16 units of what staff may write."""
REGISTER_LIMIT = 5000
"""Rows of the register's table."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that was issued; its number is of the calendar year and never given again."""

    id: LetterId
    organisation_id: OrganisationId
    visit_id: VisitId
    guest_id: PersonId | None
    year: int
    number: int
    issued_on: date
    salutation: str | None
    """None: a line to be filled in by hand."""
    words: str | None
    """None once its guest is gone: number and date alone remain (rule 13)."""
    sent: bool = False


@dataclass(frozen=True, slots=True)
class LetterDesk:
    """A visit and its letter, as staff who thank the guest see them."""

    card: VisitCard
    letter: Letter | None
    name: str | None
    """The guest's name, if the organisation may show it (rule 9)."""

    @property
    def possible(self) -> bool:
        """Whether there is something to thank for, and somebody to thank."""
        return self.letter is not None or may_thank(self.card.visit)

    @property
    def may_send(self) -> bool:
        """Whether the guest can get it in the chat: not for a visit that did not take place after all."""
        letter, held = self.letter, self.card.visit.status is VisitStatus.HELD
        return held and letter is not None and letter.guest_id is not None and letter.words is not None


@dataclass(frozen=True, slots=True)
class OwnLetter:
    """A letter as its guest gets it."""

    letter: Letter
    card: VisitCard


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A line of the register."""

    letter: Letter
    group: GroupLabel
    visit: Visit


@dataclass(frozen=True, slots=True)
class LetterRegister:
    """A page of the register, or all of it; the newest first."""

    organisation: Organisation
    lines: tuple[LetterLine, ...]
    page: int = 0
    more: bool = False


def may_thank(visit: Visit) -> bool:
    """A visit that was held, of a guest who is still known: by the bot, or to the staff who entered them."""
    return visit.status is VisitStatus.HELD and (visit.guest_id is not None or visit.entered)


def on_its_way(letter: Letter, guest_id: PersonId, *, now: datetime) -> NoticeDraft:
    """The letter for its guest; tapped again, it comes again."""
    return NoticeDraft(
        NoticeKind.GUEST_LETTER,
        guest_id,
        letter.organisation_id,
        f"guest-letter:{letter.id}:{int(now.timestamp())}",
        due_at=now,
        params={"visit": letter.visit_id},
        subject=f"visit:{letter.visit_id}",
    )
