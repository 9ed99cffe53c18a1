"""The ready-made templates are sound, in the words of both kinds of organisations; what is wrong is named by its line."""

import re
from pathlib import Path

import pytest

from bot.content_check import check_file
from content.events import FILE, examine, read, ready_templates
from content.faults import FaultKind, UnusableContent
from domain.event_forms import EventForm
from domain.people import OrganisationKind
from tests.content.test_school_words import RIGHT_EVERYWHERE, RUSSIAN

A_DAY = re.compile(
    r"\d{1,2}[:.]\d{2}|\d{1,2} (?:янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)", re.IGNORECASE
)


def test_about_ten_for_each_kind_and_never_a_date() -> None:
    for kind in OrganisationKind:
        own = [one for one in ready_templates() if kind in one.kinds]
        assert len(own) >= 10
        assert len({one.name for one in own}) == len(own)
    for one in ready_templates():
        said = " ".join((one.name, one.pattern.title, one.pattern.place, one.pattern.note or ""))
        assert not A_DAY.search(said), one.slug
        if OrganisationKind.SCHOOL in one.kinds:
            assert RUSSIAN.findall(RIGHT_EVERYWHERE.sub("", said)) == [], one.slug
    forms = {one.pattern.form for one in ready_templates()}
    assert forms >= {
        *(EventForm.MASTER_CLASS, EventForm.EXCURSION, EventForm.QUEST, EventForm.OPEN_LESSON),
        *(EventForm.CONTEST, EventForm.ROUND_TABLE, EventForm.SEMINAR, EventForm.MEETING),
        EventForm.PROJECT_DAY,
    }
    assert check_file(FILE).sound


@pytest.mark.parametrize(
    ("change", "line", "fault"),
    [
        ("form: quest>>form: танец", 4, FaultKind.NOT_AMONG),
        ("who: [parents]>>who: []", 9, FaultKind.TOO_FEW),
        ("seats: 10>>seats: 501", 7, FaultKind.NO_NUMBER),
        ("by: family>>", 7, FaultKind.FIELD_MISSING),
        ("note: Фартук>>", 1, FaultKind.FIELD_MISSING),
        ("title: Квест>>title: " + "я" * 121, 5, FaultKind.TOO_LONG),
        ("quest:\n>>Quest:\n", 1, FaultKind.BAD_SLUG),
        ("for: both>>for: сад", 3, FaultKind.NOT_AMONG),
        ("place: Зал>>date: 12 марта", 6, FaultKind.FIELD_UNKNOWN),
    ],
)
def test_what_is_wrong_stops_the_start_and_is_named(
    tmp_path: Path, change: str, line: int, fault: FaultKind
) -> None:
    sound = (
        "quest:\n  name: Квест\n  for: both\n  form: quest\n  title: Квест\n  place: Зал\n"
        "  seats: 10\n  by: family\n  who: [parents]\n  note: Фартук\n  bring: true\n"
    )
    file = tmp_path / FILE.name
    file.write_text(sound, encoding="utf-8")
    assert len(read(file)) == 1
    before, _, after = change.partition(">>")
    file.write_text(sound.replace(before, after, 1), encoding="utf-8")
    faults = examine(file)[1]
    assert fault in {one.kind for one in faults}, faults
    assert line in {one.line for one in faults} or fault is FaultKind.FIELD_MISSING
    with pytest.raises(UnusableContent):
        read(file)
    assert not check_file(file).sound
