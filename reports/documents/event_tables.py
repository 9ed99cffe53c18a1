"""Past events as a workbook: what took place and how many came, and which families by code. No names (rule 9)."""

import io
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.event_forms import EventForm
from domain.history import PastEvent, PastTable
from domain.people import child_code
from domain.recaps import ENOUGH_MOODS, Mood
from locales import Texts
from reports.documents.lists import safe_cell

_WIDTHS = {"events": (12, 8, 32, 18, 20, 20, 9, 11, 9, 6, 6, 6, 40, 32), "families": (12, 36, 8, 24, 10, 10)}
_FACES = {Mood.JOY: "😀", Mood.FINE: "🙂", Mood.SO_SO: "😐"}


def events_workbook(table: PastTable, texts: Texts, *, made_at: datetime) -> bytes:
    """An XLSX of two sheets: events with counts, families by code with who of them came."""
    import xlsxwriter

    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties(
            {"title": safe_cell(table.organisation.name), "created": made_at.replace(tzinfo=None)}
        )
        styles = {
            "head": book.add_format({"bold": True, "bg_color": "#E8E8E8", "border": 1, "text_wrap": True}),
            "cell": book.add_format({"border": 1, "text_wrap": True, "valign": "top"}),
            "day": book.add_format({"border": 1, "valign": "top", "num_format": "dd.mm.yyyy"}),
            "hour": book.add_format({"border": 1, "valign": "top", "num_format": "hh:mm"}),
        }
        events = _sheet(book, texts, styles, "events", _event_heads(texts, table))
        families = _sheet(book, texts, styles, "families", _family_heads(texts, table))
        row = 0
        for index, event in enumerate(table.events, start=1):
            _write_event(events, index, event, table, texts, styles)
            for family in table.families.get(event.id, ()):
                row += 1
                _write_when(families, row, event, table, styles, hour=False)
                families.write_string(row, 1, safe_cell(event.title), styles["cell"])
                families.write_string(row, 2, child_code(family.number), styles["cell"])
                families.write_string(row, 3, safe_cell(family.group), styles["cell"])
                families.write_number(row, 4, family.came.adults, styles["cell"])
                families.write_number(row, 5, int(family.came.child), styles["cell"])
        if table.more:
            events.write_string(
                len(table.events) + 1, 0, texts.plain("recaps-table-more", {"count": len(table.events)})
            )
    return made.getvalue()


def _event_heads(texts: Texts, table: PastTable) -> list[str]:
    parts = ("day", "hour", "title", "form", "groups", "place", "families", "adults", "children")
    return [
        *(_head(texts, table, part) for part in parts),
        *_FACES.values(),
        texts.plain("recaps-table-result"),
        texts.plain("recaps-table-album"),
    ]


def _family_heads(texts: Texts, table: PastTable) -> list[str]:
    parts = ("day", "title", "code", "group", "adults", "children")
    return [_head(texts, table, part) for part in parts]


def _head(texts: Texts, table: PastTable, part: str) -> str:
    """The head of a column; a school has classes."""
    return texts.plain(f"recaps-table-{part}", {"kind": table.organisation.kind.value})


def _sheet(book: Any, texts: Texts, styles: dict[str, Any], part: str, heads: list[str]) -> Any:
    page = book.add_worksheet(texts.plain(f"recaps-table-sheet-{part}"))
    page.set_paper(9)  # A4
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.freeze_panes(1, 0)
    for column, (width, head) in enumerate(zip(_WIDTHS[part], heads, strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, head, styles["head"])
    return page


def _write_event(
    page: Any, row: int, event: PastEvent, table: PastTable, texts: Texts, styles: dict[str, Any]
) -> None:
    _write_when(page, row, event, table, styles)
    form = "" if event.form is EventForm.OTHER else texts.plain(f"events-form-kind-{event.form.value}")
    words = (event.title, form, ", ".join(group.name for group in event.groups), event.place)
    for column, said in enumerate(words, start=2):
        page.write_string(row, column, safe_cell(said), styles["cell"])
    counted = event.counted
    for column, number in enumerate((counted.families, counted.adults, counted.children), start=6):
        page.write_number(row, column, number, styles["cell"])
    moods = table.moods.get(event.id, {})
    for column, mood in enumerate(_FACES, start=9):
        if sum(moods.values()) >= ENOUGH_MOODS:
            page.write_number(row, column, moods.get(mood, 0), styles["cell"])
        else:
            page.write_blank(row, column, None, styles["cell"])
    for column, text in enumerate((event.result, event.album_url), start=12):
        page.write_string(row, column, safe_cell(text or ""), styles["cell"])


def _write_when(
    page: Any, row: int, event: PastEvent, table: PastTable, styles: dict[str, Any], *, hour: bool = True
) -> None:
    local = event.starts_at.astimezone(ZoneInfo(table.organisation.timezone)).replace(tzinfo=None)
    page.write_datetime(row, 0, local.replace(hour=0, minute=0, second=0, microsecond=0), styles["day"])
    if hour:
        page.write_datetime(row, 1, local.time(), styles["hour"])
