"""A substitute and the teacher of the group both learn of a substitution, and of its early end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.work import Database
from domain.clock import MovableClock
from domain.notices import Notice, NoticeKind
from domain.organisation import SIGNS
from domain.people import Actor, AgeBand, Group
from locales import LOCALES, texts_for
from screens import organisation_notices as screens
from screens.render import render
from services.substitution_news import SubstitutionNotices
from tests.db import families
from tests.services.house import House, build_house

ARRANGED, ENDED = NoticeKind.SUBSTITUTION_ARRANGED, NoticeKind.SUBSTITUTION_ENDED


@pytest.fixture
async def house(database: Database) -> House:
    """Two groups, each with its teacher."""
    return await build_house(database)


def _days(house: House) -> tuple[date, date]:
    begins = house.database.clock.today("Asia/Novokuznetsk") + timedelta(days=2)
    return begins, begins + timedelta(days=3)


async def _arrange(house: House, by: str = "head", who: str = "other-teacher") -> None:
    assert (
        await house.teachings.substitute(house[by], house.sun, house.role_of(who).id, *_days(house)) is None
    )


async def _notices(house: House, kind: NoticeKind, to: Actor) -> list[Notice]:
    rows = await families.notices(house.database, kind=kind.value, person_id=to.person_id)
    return [families.notice_of(row) for row in rows]


def _told(house: House) -> SubstitutionNotices:
    return SubstitutionNotices(house.database, house.database.clock)


async def test_both_teachers_hear_of_it_once(house: House) -> None:
    await _arrange(house)
    await _arrange(house)  # the same tap once more
    both = sorted(house[who].person_id for who in ("teacher", "other-teacher"))
    assert await house.notices(ARRANGED.value) == both


async def test_who_arranges_it_is_not_told(house: House) -> None:
    await house.add("teaching-head", role=house.role_of("teacher").role, groups=(house.sun,))
    await _arrange(house, "methodist")
    told = await house.notices(ARRANGED.value)
    assert house["teaching-head"].person_id in told
    assert house["methodist"].person_id not in told
    assert house["head"].person_id not in told


@pytest.mark.parametrize("locale", LOCALES)
async def test_each_reads_what_concerns_them(house: House, locale: str) -> None:
    await _arrange(house)
    said = {}
    for who in ("teacher", "other-teacher"):
        [notice] = await _notices(house, ARRANGED, house[who])
        news = await _told(house).arranged_for_notice(notice)
        assert news is not None
        assert news.mine is (who == "other-teacher")
        shown = render(screens.substitution_arranged(news), texts_for(locale))
        said[who] = shown.text
        assert "Солнышко" in shown.text
        assert ("🐻 Солнышко" in [button.text for button in shown.rows[0]]) is (who == "teacher")
    assert said["teacher"] != said["other-teacher"]


async def test_a_name_is_said_only_when_names_are_on(house: House) -> None:
    await _arrange(house)
    [notice] = await _notices(house, ARRANGED, house["teacher"])
    news = await _told(house).arranged_for_notice(notice)
    assert news is not None
    off = screens.substitution_arranged(news)
    assert off.mentions == frozenset()
    assert not off.fleeting
    named = replace(
        news,
        organisation=replace(news.organisation, personal_data=True),
        teacher=replace(news.teacher, name="Анна <b>& Co"),
    )
    on = screens.substitution_arranged(named)
    assert "Анна &lt;b&gt;&amp; Co" in render(on, texts_for("ru")).text
    assert on.mentions == {news.teacher.person_id}
    assert on.fleeting


async def test_one_that_was_called_off_is_not_announced_any_more(house: House) -> None:
    await _arrange(house)
    [arranged] = await _notices(house, ARRANGED, house["teacher"])
    await house.teachings.end_substitution(house["head"], house.sun, house.role_of("other-teacher").id)
    assert await _told(house).arranged_for_notice(arranged) is None
    [ended] = await _notices(house, ENDED, house["teacher"])
    news = await _told(house).ended_for_notice(ended)
    assert news is not None
    assert not news.mine
    assert "закончена раньше" in render(screens.substitution_ended(news), texts_for("ru")).text
    await _arrange(house)
    assert await _told(house).ended_for_notice(ended) is None


async def test_nobody_hears_of_one_that_was_over(house: House, clock: MovableClock) -> None:
    await _arrange(house)
    [arranged] = await _notices(house, ARRANGED, house["other-teacher"])
    clock.advance(timedelta(days=30))
    assert await _told(house).arranged_for_notice(arranged) is None
    await house.teachings.end_substitution(house["head"], house.sun, house.role_of("other-teacher").id)
    assert await house.notices(ENDED.value) == []


async def test_who_no_longer_teaches_the_group_is_not_told(house: House) -> None:
    await _arrange(house)
    [arranged] = await _notices(house, ARRANGED, house["teacher"])
    await house.teachings.set_teaching(house["head"], house.role_of("teacher").id, house.sun, on=False)
    assert await _told(house).arranged_for_notice(arranged) is None


async def test_who_was_to_stand_in_hears_that_the_group_is_archived(house: House) -> None:
    head, here = house["head"], house.organisation_id
    group = await house.groups.create(head, here, "Капельки", SIGNS[-1], AgeBand.Y5_6)
    assert isinstance(group, Group)
    role = house.role_of("other-teacher").id
    assert await house.teachings.substitute(head, group.id, role, *_days(house)) is None
    [arranged] = await _notices(house, ARRANGED, house["other-teacher"])
    assert isinstance(await house.groups.archive(head, group.id), Group)
    assert await house.notices(ENDED.value) == [house["other-teacher"].person_id]
    [ended] = await _notices(house, ENDED, house["other-teacher"])
    news = await _told(house).ended_for_notice(ended)
    assert news is not None
    assert "Капельки" in render(screens.substitution_ended(news), texts_for("ru")).text
    assert await _told(house).arranged_for_notice(arranged) is None
