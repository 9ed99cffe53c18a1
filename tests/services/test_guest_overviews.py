"""«Гость группы» from above: a group's month in counts and in days, and the figures of a school year."""

from datetime import date

from content.professions import catalogue
from db.work import Database
from domain.guest_overview import GroupMonth, GuestYear, Load
from domain.professions import Sphere
from locales import texts_for
from screens import guests_overview as screens
from screens.base import Screen
from screens.render import render
from services.guest_overviews import GuestOverviews
from tests.services.visiting import OWN_WORDS, Visiting, build_visiting, good

SEPTEMBER = date(2026, 9, 1)


def said(screen: Screen) -> str:
    """Its words and its buttons."""
    made = render(screen, texts_for("ru"))
    return "\n".join([made.text, *(button.text for row in made.rows for button in row)])


async def a_month(sun: Visiting) -> None:
    """A mother of two visits, a partner, somebody entered for a family; one application, one free day."""
    baker = await sun.baker()
    partner = baker.memberships[0].id
    held = [await sun.confirmed(7), await sun.confirmed(8)]
    opened = await sun.open(9, 16, 17, partners=(partner,))
    by_partner = await sun.take(baker, opened.slots[0].id, OWN_WORDS)
    assert by_partner.visit is not None
    entered = await sun.entered(sun.children[1], 10)
    await sun.entered(None, 18)
    sun.clock.move_to(sun.at(11))
    await sun.take(sun.guest, opened.slots[1].id)
    for number, visit in enumerate([held[0].visit, held[1].visit, by_partner.visit, entered]):
        good(await sun.visits.held(sun.host, visit.id, 10 + number))


async def test_a_month_and_a_year(database: Database) -> None:
    sun = await build_visiting(database)
    await a_month(sun)
    overviews = GuestOverviews(sun.database, sun.clock, catalogue())
    month = await overviews.month(sun.host, sun.organisation_id, SEPTEMBER)
    [of_sun] = month.groups
    assert of_sun == GroupMonth(of_sun.group, held=4, agreed=1, asked=1, free=1)
    assert of_sun.load is Load.MUCH
    october = await overviews.month(sun.host, sun.organisation_id, date(2026, 10, 1))
    assert [one.load for one in october.groups] == [Load.NONE]

    days = await overviews.month_of_group(sun.host, sun.sun, SEPTEMBER)
    assert [line.slot.starts_at for line in days.lines] == [sun.at(day) for day in (7, 8, 9, 10, 16, 17, 18)]
    assert "🎉 ср, 16 сентября, 10:00 · Мастер по фонтанам" in said(screens.month_of_group(days))
    assert "побывало 4, впереди 1 – много для одного месяца · ⏳ 1 · 🆓 1" in said(screens.month(month))
    assert "гостей пока нет" in said(screens.month(october))

    year = await overviews.year(sun.host, sun.organisation_id, 2026)
    assert year == GuestYear(
        organisation=year.organisation,
        year=2026,
        visits=4,
        children=46,
        groups_met=1,
        groups=1,
        families_met=2,
        families=4,
        partners=1,
        followed=0,
        spheres={Sphere.MACHINES: 3, None: 1},
    )
    assert (await overviews.year(sun.host, sun.organisation_id, 2025)).visits == 0
    assert "<b>4</b> визита состоялись, детей на них: 46" in said(screens.year(year, now=2026))


async def test_a_date_that_a_guest_is_only_asked_about_is_no_second_visit(database: Database) -> None:
    sun = await build_visiting(database)
    card, other = await sun.confirmed(7), await sun.open(9)
    assert good(await sun.move(card.visit.id, other.slots[0].id)).visit.asked is not None
    overviews = GuestOverviews(sun.database, sun.clock, catalogue())
    days = render(
        screens.month_of_group(await overviews.month_of_group(sun.host, sun.sun, SEPTEMBER)), texts_for("ru")
    )
    assert [button.text[0] for row in days.rows[:2] for button in row] == ["✅", "🔁"]
