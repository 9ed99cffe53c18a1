"""The analysis sheet of an open lesson on A4: blank, to be filled in by hand, or all that were filled in together."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from locales import Texts
from reports.documents.typesetting import printable, typeset


@dataclass(frozen=True, slots=True)
class PaperLine:
    """An indicator; its mean mark and how many marks there are, on the paper of all sheets together."""

    name: str
    question: str
    mean: str
    count: int


@dataclass(frozen=True, slots=True)
class SheetTotals:
    """What all sheets say, besides marks."""

    sheets: int
    takeaways: tuple[str, ...]
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetPaper:
    """What the paper says, in words. No person is named."""

    title: str
    lead: str
    organisation: str
    lesson: str
    when: str
    lines: tuple[PaperLine, ...]
    totals: SheetTotals | None
    """None: a blank sheet."""
    made_at: datetime


_WORDS = (
    *("lesson", "day", "indicator", "mean", "count", "nobody", "scale", "takeaways", "advice"),
    *("own-takeaway", "own-advice", "yes", "partly", "no", "unseen", "signature"),
)


def lesson_sheet(
    paper: SheetPaper, texts: Texts, *, form: Literal["pdf", "png"] = "pdf", ppi: float | None = None
) -> bytes:
    """The sheet; «no mark» is a dash, a mean is from 0 to 2."""
    totals = paper.totals
    data: dict[str, Any] = {
        "locale": texts.locale,
        "title": printable(paper.title),
        "lead": printable(paper.lead),
        "organisation": printable(paper.organisation),
        "lesson": printable(paper.lesson),
        "when": printable(paper.when),
        "lines": [
            {
                "name": printable(line.name),
                "question": printable(line.question),
                "mean": line.mean if line.count else "",
                "count": line.count,
            }
            for line in paper.lines
        ],
        "totals": None
        if totals is None
        else {
            "sheets": texts.plain("recaps-sheet-paper-sheets", {"count": totals.sheets}),
            "takeaways": [printable(line) for line in totals.takeaways],
            "advice": [printable(line) for line in totals.advice],
        },
        "words": {word: texts.plain(f"recaps-sheet-paper-{word}") for word in _WORDS},
    }
    return typeset("lesson_sheet", data, made_at=paper.made_at, form=form, ppi=ppi)
