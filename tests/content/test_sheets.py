"""The sheet of an open lesson as it ships, and sheets that are refused with the line that is wrong."""

import re
from pathlib import Path

import pytest

from content.faults import FaultKind, UnusableContent
from content.sheets import open_lesson, read
from domain.lesson_sheets import INDICATORS

SHIPPED = Path("content/sheets/open_lesson.yaml").read_text(encoding="utf-8")


def test_eight_indicators_none_of_them_about_a_single_child() -> None:
    sheet = open_lesson()
    assert len({one.slug for one in sheet.indicators}) == INDICATORS
    for one in sheet.indicators:
        assert re.fullmatch(r"[a-z]+", one.slug)
        assert one.question.endswith("?")
        assert "ФИО" not in one.question


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ("title: Лист анализа открытого занятия", "", FaultKind.FIELD_MISSING),
        ("slug: speech", "slug: goal", FaultKind.FIELD_TWICE),
        ("slug: speech", "weight: 2", FaultKind.FIELD_UNKNOWN),
        ("name: Материалы", f"name: {'о' * 33}", FaultKind.TOO_LONG),
        ("indicators:", "indicators: {a: b}\nothers:", FaultKind.NO_LIST),
        ("title:", "title: [", FaultKind.NO_YAML),
        (SHIPPED[SHIPPED.index("  - slug: ending") :], "", FaultKind.TOO_FEW),
    ],
)
def test_a_sheet_that_cannot_be_used_is_refused(was: str, now: str, kind: FaultKind, tmp_path: Path) -> None:
    file = tmp_path / "open_lesson.yaml"
    assert was in SHIPPED
    file.write_text(SHIPPED.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(UnusableContent) as refused:
        read(file)
    assert kind in {fault.kind for fault in refused.value.faults}
