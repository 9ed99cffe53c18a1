"""«Благодарственное письмо»: one sheet of A4, in Russian, as papers of an organisation are."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Literal
from zoneinfo import ZoneInfo

from domain.guest_letters import Letter
from domain.people import Organisation, OrganisationKind
from locales import dates, texts_for
from reports.documents.typesetting import printable, typeset

LOCALE = "ru"
_LONG = 330
"""Signs beyond which the words are set smaller."""


@dataclass(frozen=True, slots=True)
class LetterPaper:
    """What the letter says."""

    organisation: str
    kind: OrganisationKind
    salutation: str | None
    """None: a line to be filled in by hand."""
    words: str
    number: int | None
    """None of a draft."""
    issued_on: date
    made_at: datetime


def guest_letter(
    paper: LetterPaper, *, form: Literal["pdf", "png"] = "pdf", ppi: float | None = None
) -> bytes:
    """The letter; a draft has a line for its number and says that it is one."""
    texts = texts_for(LOCALE)
    day = dates.full_day(LOCALE, paper.issued_on)
    data: dict[str, Any] = {
        "organisation": _unbroken(paper.organisation),
        "title": texts.plain("guests-letter-paper-title"),
        "dear": texts.plain("guests-letter-paper-dear"),
        "salutation": printable(paper.salutation or ""),
        "words": [_unbroken(line) for line in paper.words.splitlines() if line.strip()],
        "dense": len(paper.words) > _LONG or paper.words.count("\n") > 5,
        "thanks": texts.plain("guests-letter-paper-thanks"),
        "signed": texts.plain("guests-letter-paper-signed", {"kind": paper.kind.value}),
        "stamp": texts.plain("guests-letter-paper-stamp"),
        "number": texts.plain("guests-letter-paper-draft")
        if paper.number is None
        else texts.plain("guests-letter-paper-number", {"number": str(paper.number), "day": day}),
    }
    return typeset("guest_letter", data, made_at=paper.made_at, form=form, ppi=ppi)


def paper_of(letter: Letter, organisation: Organisation) -> LetterPaper:
    """A letter that was issued: the same bytes whenever it is printed."""
    noon = datetime.combine(letter.issued_on, time(12), tzinfo=ZoneInfo(organisation.timezone))
    return LetterPaper(
        organisation.name,
        organisation.kind,
        letter.salutation,
        letter.words or "",
        letter.number,
        letter.issued_on,
        noon,
    )


def file_name(letter: Letter) -> str:
    """«Благодарственное письмо 7.pdf»."""
    return texts_for(LOCALE).plain("guests-letter-file", {"number": str(letter.number)})


def _unbroken(words: str) -> str:
    """«№ 12» does not end a line with its sign."""
    return printable(words).replace("№ ", "№\N{NO-BREAK SPACE}")
