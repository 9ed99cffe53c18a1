"""A sheet in the words of its paper."""

from datetime import datetime

from domain.lesson_sheets import LessonView
from locales import Texts
from reports.documents.lesson_sheet import PaperLine, SheetPaper, SheetTotals
from screens.recaps_sheets import mean_words, paper_when
from screens.render import plain


def paper_of(view: LessonView, texts: Texts, *, blank: bool, made_at: datetime) -> SheetPaper:
    """All sheets together, or none at all: a blank one, to be filled in by hand. No name stands in either."""
    summary = None if blank else view.summary
    seen = {} if summary is None else {one.indicator.slug: one for one in summary.seen}
    lines = tuple(
        PaperLine(
            one.name,
            one.question,
            plain(mean_words(seen[one.slug].mean), texts) if one.slug in seen else "",
            seen[one.slug].count if one.slug in seen else 0,
        )
        for one in view.form.indicators
    )
    totals = None
    if summary is not None:
        totals = SheetTotals(
            summary.sheets,
            tuple(sorted(line.words for line in summary.takeaways)),
            tuple(sorted(line.words for line in summary.advice)),
        )
    return SheetPaper(
        view.form.title,
        view.form.lead,
        view.organisation.name,
        view.event.title,
        plain(paper_when(view), texts, made_at),
        lines,
        totals,
        made_at,
    )
