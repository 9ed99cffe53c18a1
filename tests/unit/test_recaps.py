"""What is written after an event: marks in taps, links to albums, months, the table."""

import io
from datetime import UTC, date, datetime, timedelta
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from domain.answers import Answer, FamilyAnswer
from domain.event_forms import EventForm
from domain.events import Event, EventStatus, GroupLabel
from domain.history import FamilyThere, PastEvent, PastTable, span_of
from domain.ids import ChildId, EventId, GroupId, MembershipId, OrganisationId, PersonId
from domain.outcomes import Reason, Refused
from domain.people import Organisation, OrganisationKind
from domain.recaps import (
    NOBODY_CAME,
    RECAP_TIME,
    Came,
    Counted,
    Mood,
    album_link,
    may_recap,
    next_tap,
    promised,
)
from locales import texts_for
from reports.documents.event_tables import events_workbook

NOW = datetime(2026, 3, 12, 3, 0, tzinfo=UTC)


def family(answer: Answer | None, *adults: int, waits: bool = False) -> FamilyAnswer:
    ids = tuple(PersonId(adult) for adult in adults)
    return FamilyAnswer(ChildId(1), 1, GroupId(1), answer, None, 2, coming_ids=ids, waits=waits)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (family(Answer.WITH_CHILD, 1), Came(1, child=True)),
        (family(Answer.WITH_CHILD, 1, 2), Came(2, child=True)),
        (family(Answer.ALONE, 1), Came(1, child=False)),
        (family(Answer.WITH_CHILD), Came(1, child=True)),  # entered by staff
        (family(Answer.WITH_CHILD, 1, waits=True), None),
        (family(Answer.NO), None),
        (family(Answer.UNSURE), None),
        (family(None), None),
    ],
)
def test_what_a_family_promised(said: FamilyAnswer, expected: Came | None) -> None:
    assert promised(said) == expected


@pytest.mark.parametrize("said", [None, Came(1, child=True), Came(2, child=True), Came(3, child=True)])
def test_taps_go_round_through_everything_and_begin_with_the_promise(said: Came | None) -> None:
    came: Came | None = None
    seen = []
    while came != NOBODY_CAME:
        came = next_tap(came, said)
        seen.append(came)
    assert seen[0] == (said or Came(1, child=True))
    assert {Came(1, child=True), Came(2, child=True), Came(1, child=False)} <= set(seen)
    assert len(seen) == len(set(seen)) == (5 if said == Came(3, child=True) else 4)
    assert next_tap(None, said) == seen[0]
    # a family that somebody has marked in another way begins anew
    assert next_tap(Came(4, child=False), said) == seen[0]


@pytest.mark.parametrize(
    "link",
    [
        "https://disk.yandex.ru/d/AbC-1_2",
        "  https://photos.google.com/share/x?key=1&y=2#top ",
        "https://сад12.рф/альбом",
    ],
)
def test_a_link_to_an_album(link: str) -> None:
    assert album_link(link) == link.strip()


@pytest.mark.parametrize(
    "link",
    [
        "http://disk.yandex.ru/d/1",
        "disk.yandex.ru/d/1",
        "javascript:alert(1)",
        "tg://resolve?domain=x",
        "https://",
        "https://localhost/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://[::1/x",
        "https://a..b/x",
        "https://user:word@disk.yandex.ru/",
        "https://disk.yandex.ru:8443/",
        "https://disk.yandex.ru:x/",
        "https://disk.yandex.ru/a b",
        'https://disk.yandex.ru/"><b>',
        "смотрите https://disk.yandex.ru/d/1",
        "",
    ],
)
def test_what_is_no_link_to_an_album(link: str) -> None:
    assert album_link(link) == Refused(Reason.NOT_A_LINK)


def test_a_link_of_four_hundred_characters() -> None:
    refused = album_link("https://disk.yandex.ru/" + "a" * 400)
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.TOO_LONG


def event(starts_at: datetime, status: EventStatus = EventStatus.PUBLISHED) -> Event:
    return Event(
        EventId(1),
        OrganisationId(1),
        MembershipId(1),
        PersonId(1),
        title="Мастер-класс",
        starts_at=starts_at,
        place="зал",
        note=None,
        bring=False,
        status=status,
        version=1,
        group_ids=frozenset({GroupId(1)}),
    )


def test_a_recap_has_its_time() -> None:
    start = event(NOW)
    assert may_recap(start, now=NOW - timedelta(seconds=1)) == Refused(Reason.EVENT_AHEAD)
    assert may_recap(start, now=NOW) is None
    assert may_recap(start, now=NOW + RECAP_TIME - timedelta(seconds=1)) is None
    assert may_recap(start, now=NOW + RECAP_TIME) == Refused(Reason.RECAP_TOO_LATE)
    off = event(NOW, EventStatus.CANCELLED)
    assert may_recap(off, now=NOW) == Refused(Reason.EVENT_CANCELLED)


def test_a_month_begins_and_ends_where_people_live() -> None:
    begins, ends = span_of(date(2026, 12, 1), "Asia/Novokuznetsk")
    assert begins.astimezone(UTC) == datetime(2026, 11, 30, 17, tzinfo=UTC)
    assert ends.astimezone(UTC) == datetime(2026, 12, 31, 17, tzinfo=UTC)


def test_the_table_opens_and_no_cell_is_a_formula() -> None:
    evil = '=HYPERLINK("http://x","да")'
    kind = OrganisationKind.KINDERGARTEN
    here = Organisation(OrganisationId(1), "Солнышко", kind, "Asia/Novokuznetsk", personal_data=False)
    past = PastEvent(
        *(EventId(7), evil, EventForm.QUEST, NOW, "+7 зал"),
        *(
            (GroupLabel(GroupId(1), "@Солнышко", "🐻"),),
            Counted(2, 3, 1),
            "-1 торт",
            "https://disk.yandex.ru/d/1",
        ),
    )
    quiet = PastEvent(
        *(EventId(8), "Тихое", EventForm.OTHER, NOW, "зал", (), Counted(0, 0, 0), None, None),
    )
    table = PastTable(
        here,
        (past, quiet),
        {
            past.id: (
                FamilyThere(1, "@Солнышко", Came(2, child=True)),
                FamilyThere(147, "Лучики", Came(1, child=False)),
            )
        },
        {past.id: {Mood.JOY: 2, Mood.SO_SO: 1}, quiet.id: {Mood.JOY: 2}},
        more=True,
    )
    for locale in ("ru", "en"):
        made = events_workbook(table, texts_for(locale), made_at=NOW)
        with ZipFile(io.BytesIO(made)) as archive:
            sheets = [archive.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (1, 2)]
        assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)
        events, families = load_workbook(io.BytesIO(made)).worksheets
        [first, second, more] = list(events.iter_rows(min_row=2, values_only=True))
        assert first[2] == "'" + evil
        assert (first[4], first[5], first[12], first[13]) == (
            "'@Солнышко",
            "'+7 зал",
            "'-1 торт",
            "https://disk.yandex.ru/d/1",
        )
        assert first[6:12] == (2, 3, 1, 2, 0, 1)
        # two faces would tell whose they are
        assert second[9:12] == (None, None, None)
        assert "2" in str(more[0])
        assert [row[2:] for row in families.iter_rows(min_row=2, values_only=True)] == [
            ("0001", "'@Солнышко", 2, 1),
            ("0147", "Лучики", 1, 0),
        ]
