"""Tables about guests as a workbook or a document: the journal, the register of letters, the entrance list."""

import io
import math
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from reports.documents.lists import safe_cell

Cell: TypeAlias = str | int | date | None


@dataclass(frozen=True, slots=True)
class TablePaper:
    """A table in words: title, a note below it, heads, rows, widths of columns in signs.

    `tab` names the sheet of a workbook: at most 31 signs, none of []:*?/\\'.
    """

    tab: str
    title: str
    note: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    made_at: datetime


def guest_workbook(paper: TablePaper) -> bytes:
    """An XLSX for A4 across; the row of heads stands on every page."""
    import xlsxwriter

    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"title": safe_cell(paper.title), "created": paper.made_at.replace(tzinfo=None)})
        head = book.add_format({"bold": True, "bg_color": "#E8E8E8", "border": 1, "text_wrap": True})
        cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
        day = book.add_format({"border": 1, "valign": "top", "num_format": "dd.mm.yyyy"})
        page = book.add_worksheet(paper.tab)
        page.set_paper(9)  # A4
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.repeat_rows(3)
        page.freeze_panes(4, 0)
        title = book.add_format({"bold": True, "font_size": 14, "text_wrap": True, "valign": "top"})
        note = book.add_format({"italic": True, "font_color": "#555555", "text_wrap": True, "valign": "top"})
        for at, words, shape, height in ((0, paper.title, title, 19), (1, paper.note, note, 15)):
            page.merge_range(at, 0, at, len(paper.widths) - 1, "", shape)
            page.write_string(at, 0, safe_cell(words), shape)
            page.set_row(at, height * _lines(words, height, sum(paper.widths)))
        for column, (width, words) in enumerate(zip(paper.widths, paper.heads, strict=True)):
            page.set_column(column, column, width)
            page.write_string(3, column, words, head)
        for at, row in enumerate(paper.rows, start=4):
            for column, value in enumerate(row):
                match value:
                    case None:
                        page.write_blank(at, column, None, cell)
                    case date():
                        page.write_datetime(at, column, datetime.combine(value, datetime.min.time()), day)
                    case int():
                        page.write_number(at, column, value, cell)
                    case str():
                        page.write_string(at, column, safe_cell(value), cell)
    return made.getvalue()


def guest_document(paper: TablePaper) -> bytes:
    """The same as a DOCX: A4 across, the row of heads repeated, no row broken over pages."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    book = Document()
    book.core_properties.title = paper.title
    book.core_properties.author = ""
    book.core_properties.created = paper.made_at.replace(tzinfo=None)
    page = book.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(1.5)
    book.styles["Normal"].font.name = "Times New Roman"
    book.styles["Normal"].font.size = Pt(10)
    title = book.add_paragraph().add_run(paper.title)
    title.bold, title.font.size = True, Pt(15)
    book.add_paragraph(paper.note)
    table = book.add_table(rows=1 + len(paper.rows), cols=len(paper.heads))
    table.style = book.styles["Table Grid"]
    table.autofit = False
    widths = [Cm(26.7 * width / sum(paper.widths)) for width in paper.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row, values in zip(table.rows, (paper.heads, *paper.rows), strict=True):
        _flag(row, "w:cantSplit")
        for cell, value, width in zip(row.cells, values, widths, strict=True):
            cell.width = width
            run = cell.paragraphs[0].add_run(_said(value))
            run.bold = values is paper.heads
    _flag(table.rows[0], "w:tblHeader")
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _lines(words: str, height: int, width: int) -> int:
    """So many lines hold the words over the whole table: a long name of an organisation is not cut."""
    return math.ceil(len(words) * height / 15 / width) or 1


def _flag(row: Any, name: str) -> None:
    """A property of a row that python-docx has no word for."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _said(value: Cell) -> str:
    match value:
        case None:
            return ""
        case date():
            return f"{value:%d.%m.%Y}"
        case _:
            return "".join(sign for sign in str(value) if sign.isprintable() or sign == "\n")
