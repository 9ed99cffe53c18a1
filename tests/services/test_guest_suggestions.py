"""Whom a group could ask: families and professions that were not there, professional days; one nudge, then silence."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import delete, update

from content.days import professional_days
from content.holidays import holidays_between
from content.professions import catalogue
from db.models import GuestOpeningFamilyRow, GuestOpeningRow, GuestPauseRow
from db.work import Database
from domain.guest_nudges import AFTER
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing
from domain.people import Role
from domain.professions import Sphere
from locales import texts_for
from screens import guests_suggestions as screens
from screens.render import render
from services.families import Families
from services.guest_nudges import GuestNudges
from services.guest_series import GuestSeries
from services.guest_suggestions import GuestSuggestions
from tests.services.sunny import next_door
from tests.services.visiting import Visiting, build_visiting, good

NUDGE = NoticeKind.GUESTS_NUDGE


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


def hints(sun: Visiting) -> GuestSuggestions:
    """The service as it is wired."""
    return GuestSuggestions(sun.database, sun.clock, catalogue(), professional_days(), holidays_between)


def nudges(sun: Visiting) -> GuestNudges:
    """The tick and its taps."""
    return GuestNudges(sun.database, sun.clock, sun.told_of)


async def nudged(sun: Visiting) -> set[int]:
    """Who has a nudge waiting."""
    return set(await sun.waiting(NUDGE))


async def test_families_that_were_not_there_are_suggested(sun: Visiting) -> None:
    father = await sun.adult(2)
    codes = [child.code for child in (await hints(sun).of_group(sun.host, sun.sun)).families]
    assert codes == ["0001", "0002"], "families without a phone cannot be written to"
    visit = await sun.confirmed(3)
    assert [child.number for child in await hints(sun).unmet(sun.host, sun.sun)] == [2], (
        "who will come is left out"
    )
    sun.clock.move_to(sun.at(4))
    good(await sun.visits.held(sun.host, visit.visit.id, 12))
    assert [child.number for child in await hints(sun).unmet(sun.host, sun.sun)] == [2]
    await nudges(sun).pause(father, sun.sun)
    assert await hints(sun).unmet(sun.host, sun.sun) == ()
    sun.clock.move_to(sun.at(40))
    assert [child.number for child in await hints(sun).unmet(sun.host, sun.sun)] == [2], "for that month only"
    sun.clock.move_to(sun.at(400))
    assert len(await hints(sun).unmet(sun.host, sun.sun)) == 2, "a new school year"


async def test_professions_and_days(sun: Visiting) -> None:
    before = await hints(sun).of_group(sun.host, sun.sun)
    assert before.spheres == tuple(Sphere)
    assert all(on is None or on >= sun.at(0).date() for _, on in before.professions)
    visit = await sun.confirmed(3)
    sun.clock.move_to(sun.at(4))
    good(await sun.visits.held(sun.host, visit.visit.id, 12))
    after = await hints(sun).of_group(sun.host, sun.sun)
    assert Sphere.MACHINES not in after.spheres
    assert "pekar" not in {card.slug for card, _ in after.professions}
    today = sun.at(4).date()
    first = await hints(sun).days(sun.host, sun.organisation_id)
    pages = [first, *[await hints(sun).days(sun.host, sun.organisation_id, page) for page in range(1, 40)]]
    lines = {line.celebrated.day.slug: line for page in pages for line in page.lines}
    assert len(lines) == len(professional_days())
    assert lines["hleb"].last == date(2026, 9, today.day - 1)
    assert lines["shahter"].last is None
    assert first.more
    assert first.may_open
    made = render(screens.days(first), texts_for("ru"))
    assert "такого гостя ещё не было" in made.text
    wished = await hints(sun).for_day(sun.host, sun.organisation_id, "programmist")
    assert wished.wish == "Программист"
    assert wished.days
    assert all(day.weekday() < 5 for day in wished.days)
    with pytest.raises(Missing):
        await hints(sun).for_day(sun.host, sun.organisation_id, "nobody")
    with pytest.raises(Missing):
        await hints(sun).for_profession(sun.host, sun.sun, "nobody")


async def test_a_near_day_is_hinted_at(sun: Visiting) -> None:
    series = GuestSeries(sun.database, sun.clock, holidays_between, professional_days())
    at = datetime(2026, 9, 28, 3, tzinfo=UTC)
    look = await series.look(sun.host, sun.organisation_id, sun.sun, [at])
    assert "vospitatel" in {one.day.slug for one in look.celebrated}


async def test_nobody_else_sees_or_stops_anything(sun: Visiting) -> None:
    other = await sun.staff(Role.TEACHER, sun.rays)
    stranger = await sun.adult(5)
    neighbour = await (await next_door(sun)).adult(1)
    for actor, refused in ((other, Forbidden), (sun.guest, Forbidden), (neighbour, Missing)):
        with pytest.raises(refused):
            await hints(sun).of_group(actor, sun.sun)
        with pytest.raises(refused):
            await hints(sun).for_profession(actor, sun.sun, "pekar")
    for actor, refused in ((stranger, Forbidden), (sun.host, Forbidden), (neighbour, Missing)):
        with pytest.raises(refused):
            await nudges(sun).pause(actor, sun.sun)
        with pytest.raises(refused):
            await nudges(sun).take_back(actor, sun.sun)
    assert await sun.count(GuestPauseRow) == 0


async def test_whoever_has_not_answered_is_nudged_once(sun: Visiting) -> None:
    baker = await sun.baker()
    father, aunt, uncle = await sun.adult(2), await sun.adult(3), await sun.adult(4)
    await sun.adult(1)  # of the mother's child, too: she answers for both
    opened = await sun.open(10, 11, 12, partners=(baker.memberships[0].id,))
    await sun.take(sun.guest, opened.slots[0].id)
    await nudges(sun).pause(aunt, sun.sun)
    sun.clock.move_to(sun.at(4, 9))
    assert await nudges(sun).put_due() == 0, "the invitation is fresh"
    sun.clock.move_to(sun.at(0) + AFTER + timedelta(hours=1))
    both = await asyncio.gather(nudges(sun).put_due(), nudges(sun).put_due())
    assert sum(both) == 3
    assert await nudged(sun) == {father.person_id, uncle.person_id, baker.person_id}
    await nudges(sun).pause(uncle, sun.sun)
    assert await nudges(sun).nudge_for_notice(await sun.notice(NUDGE, uncle)) is None
    view = await nudges(sun).nudge_for_notice(await sun.notice(NUDGE, father))
    assert view is not None
    assert len(view.slots) == 2
    await nudges(sun).take_back(uncle, sun.sun)
    assert await nudges(sun).nudge_for_notice(await sun.notice(NUDGE, uncle)) is not None
    sun.clock.move_to(sun.at(9))
    assert await nudges(sun).put_due() == 0, "never a second time"


async def test_a_family_that_joins_after_its_visit_was_entered_is_not_nudged(sun: Visiting) -> None:
    await sun.entered(sun.children[1], 13)
    await sun.adult(2)
    await sun.open(10, 11)
    sun.clock.move_to(sun.at(0) + AFTER + timedelta(hours=1))
    assert await nudges(sun).put_due() == 1
    assert await nudged(sun) == {sun.guest.person_id}


async def test_only_the_named_are_nudged_and_near_dates_are_left_alone(sun: Visiting) -> None:
    await sun.adult(2)
    await sun.open(3, children=frozenset(sun.children[:1]))
    sun.clock.move_to(sun.at(2))
    assert await nudges(sun).put_due() == 0
    later = await sun.open(20, 30, children=frozenset(sun.children[:1]))
    sun.clock.move_to(sun.at(12))
    assert await nudges(sun).put_due() == 0, "more than a week ahead"
    sun.clock.move_to(sun.at(14))
    assert await nudges(sun).put_due() == 1
    assert await nudged(sun) == {sun.guest.person_id}
    async with sun.database.work() as work:
        await work.connection.execute(
            update(GuestOpeningRow).where(GuestOpeningRow.id == later.opening_id).values(nudged_at=None)
        )
    await sun.take(sun.guest, later.slots[0].id)
    sun.clock.move_to(sun.at(24))
    assert await nudges(sun).put_due() == 0, "she has answered"


async def test_dates_for_families_by_name_stay_theirs_when_they_are_gone(sun: Visiting) -> None:
    father = await sun.adult(2)
    head = await sun.staff(Role.HEAD)
    await sun.open(20, children=frozenset(sun.children[:1]))
    async with sun.database.work(claims=False) as work:
        await work.connection.execute(delete(GuestOpeningFamilyRow))
    sun.clock.move_to(sun.at(14))
    assert await nudges(sun).put_due() == 0, "nobody else is asked"
    assert await nudged(sun) == set()
    families = Families(sun.database, sun.clock)
    await families.move(head, sun.children[1], sun.rays)
    await families.move(head, sun.children[1], sun.sun)
    assert father.person_id not in await sun.waiting(NoticeKind.GUESTS_INVITED)
