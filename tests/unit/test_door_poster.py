"""«Профессии нашей группы» is one A3 whatever the group has met: every trade named, blanks left, the QR to the dates."""

import io
from datetime import UTC, datetime

import pytest
import segno
from pypdf import PdfReader

from content.professions import catalogue
from domain.guest_views import MetProfession
from domain.ids import GroupId
from domain.links import guests_link
from reports.documents.door_poster import BLANKS, FEWEST, DoorPaper, door_poster
from tests.unit.pictures import find_qr, read_png

KNOWN = catalogue()
ADDRESS = guests_link("gost_gruppy_bot", GroupId(7))
A3 = (297, 420)
POINT = 25.4 / 72
BLANK = "Ваша?"
PAPER = DoorPaper(
    title="Профессии",
    group="Подготовительная к школе группа «Капитошки»",
    lead="Познакомились",
    blank=BLANK,
    invites="Придите",
    how="Как",
    address=ADDRESS,
    made_at=datetime(2027, 3, 12, 9, tzinfo=UTC),
)
ALL = [MetProfession(slug, card.name, 2) for slug, card in KNOWN.by_slug.items()]
LONG = MetProfession(None, "Ч" * 60, 1)


@pytest.mark.parametrize(
    "met", [[], ALL[:3], [*ALL[:30], LONG], [*ALL, LONG]], ids=["none", "3", "31", "all"]
)
def test_one_sheet_names_everybody_and_leaves_blanks(met: list[MetProfession]) -> None:
    [page] = PdfReader(io.BytesIO(door_poster(PAPER, met, KNOWN))).pages
    size = (float(page.mediabox.width) * POINT, float(page.mediabox.height) * POINT)
    assert size == pytest.approx(A3, abs=0.5)
    words = "".join(page.extract_text().replace("\u00ad", "").split()).replace("-", "")
    for one in met:
        assert "".join(one.name.split()).replace("-", "") in words, one.name
    assert words.count(BLANK) >= max(BLANKS, FEWEST - len(met))


def test_the_qr_is_that_of_the_groups_dates() -> None:
    drawn = segno.make(ADDRESS, error="m", micro=False, mask=0)
    picture = read_png(door_poster(PAPER, [], KNOWN, form="png", ppi=3 * len(drawn.matrix) * 25.4 / 44))
    assert find_qr(picture, drawn.matrix, 3)
