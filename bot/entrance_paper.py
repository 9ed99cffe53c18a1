"""The entrance list as a table."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.guest_papers import EntranceList
from locales import Texts, dates
from reports.documents.guest_tables import Cell, TablePaper
from screens import guests_tables as cells
from screens.render import plain

PARTS = ("day", "hour", "group", "profession")
WIDTHS = (12, 9, 26, 26, 44, 22)


def entrance_paper(view: EntranceList, texts: Texts, made_at: datetime) -> TablePaper:
    """The list as a table: a name that nobody gave for it is a blank that is filled in by hand."""
    here = view.organisation
    zone = ZoneInfo(here.timezone)
    rows: list[tuple[Cell, ...]] = []
    for line in view.lines:
        local = line.visit.starts_at.astimezone(zone)
        hour = dates.clock(local.time())
        rows.append((local.date(), hour, line.group.name, line.visit.profession.name, line.name, None))
    first, last = (dates.full_day(texts.locale, one) for one in (view.first, view.last))
    return TablePaper(
        texts.plain("guests-tab-entrance"),
        texts.plain("guests-entrance-sheet", {"first": first, "last": last}),
        texts.plain("guests-entrance-note", {"organisation": here.name}),
        (
            *(plain(head, texts) for head in cells.heads(PARTS, here)),
            texts.plain("guests-entrance-name"),
            texts.plain("guests-entrance-mark"),
        ),
        tuple(rows),
        WIDTHS,
        made_at,
    )
