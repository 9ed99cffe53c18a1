"""The act of destruction: what stands on paper, by which day, and that the same month is the same paper."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.ids import OrganisationId, PersonId
from domain.people import Organisation, OrganisationKind
from domain.retention import (
    ERASED,
    NAMES_OFF,
    RETENTION_DONE,
    Deleted,
    LogLine,
    RetentionAct,
    RetentionActs,
    acts_of,
)
from locales import LOCALES, texts_for
from reports.documents.retention_act import retention_act
from tests.unit.test_documents import HOSTILE, pages

HERE = Organisation(
    OrganisationId(1),
    "Ромашка",
    OrganisationKind.KINDERGARTEN,
    "Asia/Novokuznetsk",
    personal_data=False,
    operator="МБДОУ «Детский сад № 12»",
    address="г. Новокузнецк, ул. Заречная, 5",
)
NIGHT = datetime(2026, 10, 31, 16, 59, tzinfo=UTC)
"""23:59 of 31 October in Novokuznetsk."""


def run(at: datetime, **details: int) -> LogLine:
    """A run of the retention job."""
    return LogLine(at, RETENTION_DONE, None, False, details)


def act(*lines: LogLine, here: Organisation = HERE) -> RetentionAct:
    """The only act of the lines."""
    [made] = acts_of(here, lines)
    return made


def test_months_are_those_of_the_organisation() -> None:
    made = acts_of(HERE, [run(NIGHT, links=1), run(NIGHT + timedelta(minutes=1), links=2)])
    assert [(one.month, one.total) for one in made] == [(date(2026, 11, 1), 2), (date(2026, 10, 1), 1)]


def test_runs_of_a_day_are_one_line_and_participants_each_have_their_own() -> None:
    lines = [run(NIGHT - timedelta(hours=hour), notices=2, links=1) for hour in range(3)]
    asked = LogLine(NIGHT, ERASED, PersonId(17), True, {})
    ended = LogLine(NIGHT, ERASED, PersonId(18), False, {})
    made = act(*lines, asked, ended, LogLine(NIGHT, NAMES_OFF, None, True, {"names": 0}))
    assert [(line.kind, line.count, line.participant) for line in made.lines] == [
        (Deleted.ERASED, 1, 17),
        (Deleted.PERSONS, 1, 18),
        (Deleted.NOTICES, 6, None),
        (Deleted.LINKS, 3, None),
    ]
    assert made.counts == {Deleted.ERASED: 1, Deleted.PERSONS: 1, Deleted.NOTICES: 6, Deleted.LINKS: 3}


def test_a_month_without_a_deletion_has_no_act() -> None:
    assert acts_of(HERE, [LogLine(NIGHT, NAMES_OFF, None, True, {"names": 0}), run(NIGHT)]) == ()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_paper_says_who_what_why_and_how_many(locale: str) -> None:
    texts = texts_for(locale)
    made = act(LogLine(NIGHT, ERASED, PersonId(17), True, {}), run(NIGHT, audit=125))
    first, second = pages(retention_act(made, texts))
    for said in ("10/2026", "МБДОУ «Детский сад № 12»", "ул. Заречная, 5", "125", "126"):
        assert said in first
    for kind in ("erased", "audit"):
        for page in (first, second):
            assert texts.plain("privacy-act-kind", {"kind": kind}) in page
            assert texts.plain("privacy-act-why", {"kind": kind}) in page
    assert "31.10.2026 23:59" in second
    assert texts.plain("privacy-act-participant", {"number": "17"}) in second


def test_the_russian_paper_is_an_act_with_its_annex() -> None:
    first, second = pages(retention_act(act(run(NIGHT, links=1)), texts_for("ru")))
    for said in (
        "УТВЕРЖДАЮ",
        "АКТ № 10/2026 об уничтожении персональных данных",
        "31 октября 2026 года",
        "с 1 по 31 октября 2026 года",
        "Обработка по поручению не поручена",
        "приказ Роскомнадзора от 28.10.2022 № 179",
    ):
        assert said in first
    assert "Приложение к акту № 10/2026 Выгрузка из журнала регистрации событий" in second


def test_an_act_of_a_month_that_is_not_over_goes_as_far_as_the_month_has_come() -> None:
    made = act(run(NIGHT - timedelta(days=10), links=1))
    printed = pages(retention_act(made, texts_for("ru"), over=False))
    assert all("с 1 по 21 октября 2026 года" in page for page in printed)


def test_the_same_month_is_the_same_paper() -> None:
    made = act(run(NIGHT, links=1))
    assert retention_act(made, texts_for("ru")) == retention_act(made, texts_for("ru"))


def test_nothing_typed_becomes_markup() -> None:
    hostile = replace(HERE, operator=HOSTILE, address=None, processor=HOSTILE)
    printed = "".join(pages(retention_act(act(run(NIGHT, links=1), here=hostile), texts_for("ru"))))
    assert printed.replace(" ", "").count(HOSTILE.replace(" ", "")) == 3


def test_a_month_with_every_kind_stands_on_one_page() -> None:
    """The act itself is signed: its signatures must not stand on a page of their own."""
    kinds = {kind.value: 1000 for kind in Deleted}
    people = [LogLine(NIGHT, ERASED, PersonId(n), asked, {}) for n, asked in enumerate((True, False))]
    made = act(run(NIGHT, **kinds), *people, LogLine(NIGHT, NAMES_OFF, None, True, {"names": 3}))
    first = pages(retention_act(made, texts_for("ru")))[0]
    assert "(фамилия, инициалы)" in first


def test_a_month_is_over_on_the_first_of_the_next() -> None:
    made = act(run(NIGHT, links=1))
    for today, over in ((date(2026, 10, 31), False), (date(2026, 11, 1), True), (date(2027, 1, 1), True)):
        assert RetentionActs(HERE, (made,), today).is_over(made) is over
