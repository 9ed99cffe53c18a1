"""A teacher hears of a group that is given or taken for good; somebody who becomes a head hears of that."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from db.models import NoticeRow
from db.work import Database
from domain.clock import MovableClock
from domain.notices import Notice, NoticeKind, NoticeStatus
from domain.people import OrganisationKind, Role
from domain.privacy import Purpose
from locales import LOCALES, texts_for
from screens import organisation_notices as screens
from screens.render import render
from services.erasing import end_roles, erase_person
from services.teaching_news import TIME_TO_THINK_AGAIN, TeachingNotices
from tests.db import families
from tests.services.house import House, build_house

GIVEN, TAKEN, HEAD = NoticeKind.GROUP_GIVEN, NoticeKind.GROUP_TAKEN, NoticeKind.HEAD_APPOINTED
UNTAUGHT = NoticeKind.GROUP_UNTAUGHT


@pytest.fixture
async def house(database: Database) -> House:
    """Two groups, each with its teacher."""
    return await build_house(database)


async def _waiting(house: House, who: str) -> list[Notice]:
    """What is about to be told to somebody of groups and roles."""
    rows = await families.notices(
        house.database, person_id=house[who].person_id, status=NoticeStatus.QUEUED.value
    )
    return [families.notice_of(row) for row in rows if row.kind in (GIVEN, TAKEN, HEAD)]


async def _set(house: House, *, on: bool, by: str = "head", who: str = "other-teacher") -> None:
    refused = await house.teachings.set_teaching(house[by], house.role_of(who).id, house.sun, on=on)
    assert refused is None


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_teacher_hears_of_a_group_given_and_of_a_group_taken(
    house: House, clock: MovableClock, locale: str
) -> None:
    told = TeachingNotices(house.database)
    await _set(house, on=True)
    await _set(house, on=True)  # the same tap once more
    [given] = await _waiting(house, "other-teacher")
    assert given.kind is GIVEN
    assert given.due_at == clock.now() + TIME_TO_THINK_AGAIN
    news = await told.given_for_notice(given)
    assert news is not None
    shown = render(screens.group_given(news), texts_for(locale))
    assert "Солнышко" in shown.text
    assert "🐻 Солнышко" in [button.text for button in shown.rows[0]]
    assert await _waiting(house, "teacher") == []
    await _told_all(house)
    await _set(house, on=False)
    [taken] = await _waiting(house, "other-teacher")
    assert taken.kind is TAKEN
    gone = await told.taken_for_notice(taken)
    assert gone is not None
    assert await told.given_for_notice(given) is None
    farewell = render(screens.group_taken(gone), texts_for(locale))
    assert "Солнышко" in farewell.text
    assert "🐻 Солнышко" not in [button.text for row in farewell.rows for button in row]


async def test_what_is_taken_back_before_it_was_told_is_not_told(house: House, clock: MovableClock) -> None:
    for on in (True, False, True, False):
        await _set(house, on=on)
        clock.advance(timedelta(seconds=1))
    assert await _waiting(house, "other-teacher") == []
    await _set(house, on=True)
    assert [notice.kind for notice in await _waiting(house, "other-teacher")] == [GIVEN]


async def test_who_takes_a_group_themselves_is_not_told(house: House) -> None:
    await house.add("teaching-head", Role.HEAD)
    async with house.database.work() as work:
        await work.people.open_membership(
            house.organisation_id, house["teaching-head"].person_id, Role.TEACHER
        )
    both = await house.reload("teaching-head")
    teacher = next(held for held in both.memberships if held.role is Role.TEACHER)
    assert await house.teachings.set_teaching(both, teacher.id, house.sun, on=True) is None
    assert await _waiting(house, "teaching-head") == []


async def test_teachers_of_an_archived_group_hear_of_it(house: House) -> None:
    await _set(house, on=True)
    await _told_all(house)
    for child in house.children[:4]:
        await house.families.mark_left(house["head"], child)
    await house.groups.archive(house["methodist"], house.sun)
    for who in ("teacher", "other-teacher"):
        [notice] = await _waiting(house, who)
        news = await TeachingNotices(house.database).taken_for_notice(notice)
        assert news is not None
        assert "архив" in render(screens.group_taken(news), texts_for("ru")).text


async def test_who_has_been_removed_meanwhile_hears_only_that(house: House) -> None:
    await _set(house, on=True)
    [given] = await _waiting(house, "other-teacher")
    await house.staff.remove(house["head"], house.role_of("other-teacher").id)
    told = TeachingNotices(house.database)
    assert await told.given_for_notice(given) is None
    assert await told.taken_for_notice(given) is None


@pytest.mark.parametrize("kind", OrganisationKind)
async def test_a_new_head_hears_of_it(house: House, kind: OrganisationKind) -> None:
    async with house.database.work() as work:
        await work.organisations.change(house.organisation_id, kind=kind)
    await house.staff.appoint_head(house["head"], house.role_of("methodist").id)
    [notice] = await _waiting(house, "methodist")
    head = await house.staff.appointed_for_notice(notice)
    assert head is not None
    word = {"kindergarten": "заведующий", "school": "директор"}[kind.value]
    assert word in render(screens.head_appointed(head), texts_for("ru")).text
    await house.staff.remove(house["head"], head.id)
    assert await house.staff.appointed_for_notice(notice) is None


async def _told_all(house: House) -> None:
    """Everything that waited has been sent."""
    async with house.database.work() as work:
        await work.connection.execute(update(NoticeRow).values(status=NoticeStatus.SENT.value))


@pytest.mark.parametrize("whole", [True, False])
async def test_a_head_hears_of_a_group_that_nobody_teaches_any_more(house: House, whole: bool) -> None:
    await _set(house, on=True)
    await house.reload("other-teacher")

    async def leaves(who: str) -> None:
        async with house.database.work() as work:
            if whole:
                assert await erase_person(work, house[who].person_id) is not None
            else:
                assert await end_roles(work, house[who], house.organisation_id, Purpose.STAFF) is not None

    await leaves("teacher")
    assert await house.notices(UNTAUGHT.value) == [], "the other one teaches on"
    await leaves("other-teacher")
    rows = await families.notices(house.database, kind=UNTAUGHT.value, person_id=house["head"].person_id)
    named = {row.params["group"]: families.notice_of(row) for row in rows}
    assert named.keys() == {house.sun, house.rays}
    told = TeachingNotices(house.database)
    seen = await told.untaught_for_notice(named[house.sun])
    assert seen is not None
    shown = render(screens.group_untaught(seen), texts_for("ru"))
    assert "осталась без воспитателя" in shown.text
    assert "🐻 Солнышко" in [button.text for button in shown.rows[0]]
    await house.add("new-teacher", Role.TEACHER, groups=(house.sun,))
    assert await told.untaught_for_notice(named[house.sun]) is None, "somebody teaches it again"
    assert await told.untaught_for_notice(named[house.rays]) is not None
