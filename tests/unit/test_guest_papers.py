"""Papers about guests with long names: nothing is cut, nothing is broken where a reader stumbles."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime

from openpyxl import load_workbook
from pypdf import PdfReader

from bot.entrance_paper import entrance_paper
from domain.guest_papers import EntranceList, Journal
from domain.guests import VisitStatus
from domain.people import OrganisationKind
from handlers.guests.letter_words import journal_of, thanks
from locales import texts_for
from reports.documents.guest_letter import LetterPaper, guest_letter
from reports.documents.guest_sheet import GuestSheet, SheetPart, guest_sheet
from reports.documents.guest_tables import guest_workbook
from tests.unit.guests_drawn import GARDEN, card

NOW = datetime(2026, 9, 1, tzinfo=UTC)
DAY = date(2026, 9, 15)
LONG = replace(GARDEN, name="Муниципальное дошкольное образовательное учреждение № 147 " * 3)


def test_a_number_of_four_digits_is_one_word() -> None:
    paper = LetterPaper("Ромашка", OrganisationKind.KINDERGARTEN, None, "Спасибо", 1234, DAY, NOW)
    [page] = PdfReader(io.BytesIO(guest_letter(paper))).pages
    assert "№ 1234 от" in page.extract_text().replace("\u00a0", " ")


def test_a_name_with_marks_stands_in_marks() -> None:
    view = card(VisitStatus.HELD)
    named = thanks(replace(view, group=replace(view.group, name="Группа «Капитошки»")))
    assert "«Группа „Капитошки“»" in named


def test_a_long_name_of_an_organisation_is_whole_above_a_table() -> None:
    texts = texts_for("ru")
    for paper in (
        journal_of(Journal(LONG, 2026, ()), texts, NOW),
        entrance_paper(EntranceList(LONG, DAY, DAY, ()), texts, NOW),
    ):
        page = load_workbook(io.BytesIO(guest_workbook(paper))).active
        assert page is not None
        assert len(page.merged_cells.ranges) == 2
        assert page["A2"].alignment.wrap_text
        assert page.row_dimensions[2].height >= 30


def test_a_link_stays_on_the_sheet() -> None:
    link = "https://" + "x" * 200
    sheet = GuestSheet("ru", "Памятка", "…", (SheetPart("", (link,)),), NOW)
    [page] = PdfReader(io.BytesIO(guest_sheet(sheet))).pages
    assert max(len(line) for line in page.extract_text().splitlines()) < 120
