"""Who is awaited at the door: only agreed visits of those days, names as rule 9 allows, each list noted."""

import io

import pytest
from openpyxl import load_workbook

from bot.entrance_paper import entrance_paper
from db.models import AuditRow
from db.work import Database
from domain.ids import OrganisationId
from domain.outcomes import Missing
from locales import texts_for
from reports.documents.guest_tables import guest_workbook
from services.entrance_lists import EntranceLists
from tests.services.visiting import Visiting, build_visiting, good


async def awaited(sun: Visiting, first: int, days: int = 1) -> list[tuple[object, ...]]:
    """The cells of the list under its heads: day, hour, group, profession, name."""
    day = sun.at(first).date()
    view = await EntranceLists(sun.database, sun.clock).awaited(sun.organisation_id, day, days)
    paper = entrance_paper(view, texts_for("ru"), sun.clock.now())
    assert load_workbook(io.BytesIO(guest_workbook(paper))).sheetnames == ["Гости для входа"]
    return [row[1:5] for row in paper.rows]


async def test_only_agreed_visits_of_these_days_without_a_name(database: Database) -> None:
    sun = await build_visiting(database)
    await sun.agreed(7)
    [other] = await sun.crowd(1)
    await sun.taken(other, 9)  # applied for, not answered

    assert await awaited(sun, 7) == [("10:00", "Солнышко", "Пекарь", None)]
    assert await awaited(sun, 6) == []
    assert await awaited(sun, 8, days=5) == []
    assert await sun.count(AuditRow, action="entrance-list.made") == 3


async def test_names_stand_there_where_the_organisation_keeps_them(database: Database) -> None:
    sun = await build_visiting(database)
    await sun.names_on()
    card = await sun.agreed(7)
    assert await awaited(sun, 1, days=31) == [("10:00", "Солнышко", "Пекарь", "Анна Петрова")]
    good(await sun.applications.give_back(sun.guest, card.visit.id, card.visit.version))
    assert await awaited(sun, 7) == []


async def test_of_nobody(database: Database) -> None:
    sun = await build_visiting(database)
    with pytest.raises(Missing):
        await EntranceLists(sun.database, sun.clock).awaited(OrganisationId(404), None, 1)
