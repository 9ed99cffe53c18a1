"""Lists made on the organisation's own computer: groups, codes, and who has joined (rule 9)."""

import io
from datetime import datetime
from typing import Any

from domain.people import ShownAdult, child_code, shown_adult
from locales import Texts, dates
from services.exports import GroupSheet, OrganisationLists

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FORBIDDEN_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def organisation_workbook(lists: OrganisationLists, texts: Texts, *, made_at: datetime) -> bytes:
    """An XLSX with a sheet for each group: code, a blank for the child's name, the adults bound.

    With rule 9 off adults stand without names, and the blanks are filled in by hand on this computer.
    """
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties(
            {"title": safe_cell(lists.organisation.name), "created": made_at.replace(tzinfo=None)}
        )
        styles = {
            "title": book.add_format({"bold": True, "font_size": 14}),
            "head": book.add_format({"bold": True, "bg_color": "#E8E8E8", "border": 1, "text_wrap": True}),
            "cell": book.add_format({"border": 1, "text_wrap": True, "valign": "top"}),
            "note": book.add_format({"italic": True, "font_color": "#555555"}),
        }
        used: set[str] = set()
        for sheet in lists.groups:
            _sheet(book.add_worksheet(_sheet_name(sheet, used)), sheet, lists, texts, styles, made_at)
        if not lists.groups:
            book.add_worksheet().write_string(
                0, 0, texts.plain("organisation-paper-list-empty", {"kind": lists.organisation.kind.value})
            )
    return made.getvalue()


def safe_cell(text: str) -> str:
    """A text that no table program takes for a formula: a leading = + - @ gets an apostrophe before it."""
    return "'" + text if text.startswith(_FORMULA) else text


def _sheet(
    page: Any, sheet: GroupSheet, lists: OrganisationLists, texts: Texts, styles: dict[str, Any], at: datetime
) -> None:
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(3)
    for column, width in enumerate((6, 10, 42, 48)):
        page.set_column(column, column, width)
    page.write_string(0, 0, safe_cell(f"{lists.organisation.name} – {sheet.group.name}"), styles["title"])
    day = at.astimezone(lists.zone).date()
    page.write_string(
        1,
        0,
        texts.plain(
            "organisation-paper-list-joined",
            {
                "families": sum(bool(child.adults) for child in sheet.children),
                "children": len(sheet.children),
                "day": dates.full_day(texts.locale, day),
            },
        ),
        styles["note"],
    )
    for column, part in enumerate(("number", "code", "name", "adults")):
        page.write_string(3, column, texts.plain(f"organisation-paper-list-{part}"), styles["head"])
    for index, child in enumerate(sheet.children):
        adults = [_adult(shown_adult(adult, lists.organisation), texts) for adult in child.adults]
        page.write_number(4 + index, 0, index + 1, styles["cell"])
        page.write_string(4 + index, 1, child_code(child.number), styles["cell"])
        page.write_blank(4 + index, 2, None, styles["cell"])
        page.write_string(4 + index, 3, safe_cell("\n".join(adults)), styles["cell"])


def _adult(shown: ShownAdult, texts: Texts) -> str:
    kinship = "parent" if shown.kinship is None else shown.kinship.value
    word = texts.plain("people-kinship", {"kinship": kinship})
    return word if shown.name is None else f"{shown.name} ({word})"


def _sheet_name(sheet: GroupSheet, used: set[str]) -> str:
    """At most 31 signs, without what Excel forbids, different from the other sheets."""
    wanted = " ".join(sheet.group.name.translate(_FORBIDDEN_IN_SHEET_NAMES).split()) or str(sheet.group.id)
    name, number = wanted[:31], 2
    while name.casefold() in used:
        name, number = f"{wanted[:27]} {number}", number + 1
    used.add(name.casefold())
    return name
