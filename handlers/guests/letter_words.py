"""What letters and tables about guests say, put into words."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.guest_letters import LetterRegister
from domain.guest_papers import Journal
from domain.guest_views import VisitCard
from domain.people import Organisation
from domain.people import OrganisationKind as Kind
from locales import Texts, dates, texts_for
from reports.documents.guest_letter import LOCALE
from reports.documents.guest_tables import Cell, TablePaper
from screens import guests_tables as cells
from screens.base import Joined, Phrase
from screens.render import plain


def dear(name: str | None) -> str | None:
    """«Уважаемая Анна Сергеевна!» in the nominative (rule 33); None: a line to be filled in by hand."""
    if name is None:
        return None
    texts = texts_for(LOCALE)
    last = name.split()[-1].casefold() if name.split() else ""
    first = name.split()[0].casefold() if name.split() else ""
    sex = "other"
    if last.endswith(_endings(texts, "guests-letter-her-endings")):
        sex = "her"
    elif last.endswith(_endings(texts, "guests-letter-his-endings")) and not first.endswith(
        _endings(texts, "guests-letter-her-names")
    ):
        sex = "him"
    return texts.plain("guests-letter-dear", {"sex": sex, "name": name})


def _endings(texts: Texts, key: str) -> tuple[str, ...]:
    return tuple(texts.plain(key).split())


def thanks(card: VisitCard) -> str:
    """The words of a letter before staff change them."""
    args = {"kind": card.organisation.kind.value, "group": _inner(card.group.name)}
    return texts_for(LOCALE).plain(
        "guests-letter-words", {**args, "profession": _inner(card.visit.profession.name)}
    )


def _inner(name: str) -> str:
    """A name that stands in «…» itself has other marks inside."""
    return name.translate(
        {ord("«"): "\N{DOUBLE LOW-9 QUOTATION MARK}", ord("»"): "\N{LEFT DOUBLE QUOTATION MARK}"}
    )


def journal_of(view: Journal, texts: Texts, made_at: datetime) -> TablePaper:
    """The journal of a school year as a table."""
    here = view.organisation
    zone = ZoneInfo(here.timezone)
    school = "-school" if here.kind is Kind.SCHOOL else ""
    names = {"year": str(view.year), "next": str(view.year + 1)}
    rows: list[tuple[Cell, ...]] = [
        (
            line.visit.starts_at.astimezone(zone).date(),
            line.group.name,
            said(cells.guest(line), texts),
            line.visit.profession.name,
            said(cells.shown_formats(line), texts),
            line.visit.children,
            said(cells.shown_trace(line), texts),
            said(cells.shown_note(line, here), texts),
        )
        for line in view.lines
    ]
    return paper(
        (texts.plain("guests-tab-journal"), texts.plain(f"guests-journal-sheet{school}", names)),
        here,
        (cells.JOURNAL, cells.JOURNAL_WIDTHS),
        rows,
        texts,
        made_at,
    )


def register_of(view: LetterRegister, texts: Texts, made_at: datetime) -> TablePaper:
    """The register of letters as a table."""
    rows: list[tuple[Cell, ...]] = [
        (
            line.letter.number,
            line.letter.issued_on,
            line.group.name,
            line.visit.profession.name,
            said(cells.handed_over(line), texts),
        )
        for line in view.lines
    ]
    table = (cells.REGISTER, cells.REGISTER_WIDTHS)
    titles = (texts.plain("guests-tab-register"), texts.plain("guests-letters-sheet"))
    return paper(titles, view.organisation, table, rows, texts, made_at)


def paper(
    titles: tuple[str, str],
    here: Organisation,
    table: tuple[Sequence[str], tuple[int, ...]],
    rows: Iterable[tuple[Cell, ...]],
    texts: Texts,
    made_at: datetime,
) -> TablePaper:
    """A table of the organisation, with the day on which it was made; `titles`: of the sheet, and above the table."""
    parts, widths = table
    day: date = made_at.astimezone(ZoneInfo(here.timezone)).date()
    note = texts.plain(
        "guests-paper-made", {"organisation": here.name, "day": dates.full_day(texts.locale, day)}
    )
    heads = tuple(plain(head, texts) for head in cells.heads(parts, here))
    return TablePaper(*titles, note, heads, tuple(rows), widths, made_at)


def said(phrase: Phrase | Joined | None, texts: Texts) -> str:
    """A phrase as the text of a cell."""
    return "" if phrase is None else plain(phrase, texts)
