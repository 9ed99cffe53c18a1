"""Who waits for an answer: the other side is reminded once after two days, somebody more a day later, then nobody."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from db.models import PersonRow
from db.work import Database
from domain.guest_requests import Wish
from domain.notices import NoticeKind
from domain.people import Role
from locales import texts_for
from screens import guests_notices
from screens.render import render
from services.guest_waiting import GuestWaiting
from tests.query_plans import recorded, scans
from tests.services.visiting import DETAILS, Visiting, build_visiting, good

K, HOUR = NoticeKind, timedelta(hours=1)


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def test_the_teacher_once_then_the_methodist_then_nobody(sun: Visiting) -> None:
    methodist, head = await sun.staff(Role.METHODIST), await sun.staff(Role.HEAD)
    waiting = GuestWaiting(sun.database, sun.clock)
    visit = await sun.taken(None, 20)
    sun.clock.advance(48 * HOUR - timedelta(minutes=1))
    assert await waiting.put_due() == 0
    sun.clock.advance(timedelta(minutes=1))
    with recorded(sun.database) as ran:
        assert await waiting.put_due() == 1
    if sun.database.url.startswith("sqlite"):
        asked = {statement: plan for statement, plan in ran.items() if "guest_visits" in statement}
        assert asked
        assert await scans(sun.database, asked) == {}
    assert await waiting.put_due() == 0, "once"
    assert await sun.waiting(K.GUEST_WAITS) == [sun.host.person_id]
    notice = await sun.notice(K.GUEST_WAITS, sun.host)
    card = await sun.told_of.waits_for_notice(notice)
    assert card is not None
    assert card.may_decide
    sun.clock.advance(24 * HOUR)
    assert await waiting.put_due() == 1
    assert await sun.waiting(K.GUEST_WAITS_LONG) == [methodist.person_id]
    assert head.person_id not in await sun.waiting(K.GUEST_WAITS_LONG)
    sun.clock.advance(96 * HOUR)
    assert await waiting.put_due() == 0, "then nothing more"
    good(await sun.visits.accept(sun.host, visit.id, 1))
    assert await sun.told_of.waits_for_notice(notice) is None, "it has been answered"
    assert await sun.waiting(K.GUEST_WAITS) == await sun.waiting(K.GUEST_WAITS_LONG) == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_what_was_answered_or_is_over_waits_no_longer(sun: Visiting) -> None:
    waiting = GuestWaiting(sun.database, sun.clock)
    await sun.confirmed(20)
    await sun.taken(await sun.adult(2), 1)
    sun.clock.advance(60 * HOUR)
    assert await waiting.put_due() == 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("days", "teachers", "leaders"), [(1, 2, 6), (2, 24, 30), (3, 48, 54)])
async def test_a_near_visit_is_not_left_without_an_answer(
    sun: Visiting, days: int, teachers: int, leaders: int
) -> None:
    """Of tomorrow's visit the teacher hears again in two hours; nobody waits for two days that are not there."""
    methodist = await sun.staff(Role.METHODIST)
    waiting = GuestWaiting(sun.database, sun.clock)
    visit = await sun.taken(None, 9)
    sun.clock.move_to(visit.starts_at - days * 24 * HOUR)
    good(await sun.applications.give_back(sun.guest, visit.id, visit.version))
    await sun.take(sun.guest, visit.slot_id)
    told: dict[int, int] = {}
    for hour in range(days * 24):
        if count := await waiting.put_due():
            told[hour] = count
        sun.clock.advance(HOUR)
    assert told == {teachers: 1, leaders: 1}
    assert await sun.waiting(K.GUEST_WAITS_LONG) == [methodist.person_id]


async def test_a_guest_who_is_silent_is_asked_again_then_the_teacher_knows(sun: Visiting) -> None:
    """Two days after a request, or after a first yes; each of them once, and not after the answer."""
    waiting = GuestWaiting(sun.database, sun.clock)
    other = await sun.adult(2)
    agreed = await sun.agreed(20)
    asked = good(await sun.changes_of.ask(sun.host, (await sun.taken(other, 21)).id, 1, Wish.SHORTER, None))
    sun.clock.advance(47 * HOUR)
    assert await waiting.put_due() == 0
    sun.clock.advance(HOUR)
    assert await waiting.put_due() == 2
    assert sorted(await sun.waiting(K.GUEST_ASKED_AGAIN)) == sorted([sun.guest.person_id, other.person_id])
    for guest, visit in ((sun.guest, agreed.visit), (other, asked.visit)):
        card = await sun.told_of.asked_again_for_notice(await sun.notice(K.GUEST_ASKED_AGAIN, guest))
        assert card is not None
        assert (card.visit.id, card.mine) == (visit.id, True)
    sun.clock.advance(24 * HOUR)
    assert await waiting.put_due() == 2
    assert await sun.waiting(K.GUEST_SILENT) == [sun.host.person_id] * 2
    sun.clock.advance(96 * HOUR)
    assert await waiting.put_due() == 0, "then nothing more"
    notice = await sun.notice(K.GUEST_ASKED_AGAIN, sun.guest)
    good(await sun.applications.give_back(sun.guest, agreed.visit.id, agreed.visit.version))
    assert await sun.told_of.asked_again_for_notice(notice) is None
    assert await sun.waiting(K.GUEST_WAITS) == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_nobody_is_asked_again_where_the_teacher_wrote_the_guest_down(sun: Visiting) -> None:
    waiting = GuestWaiting(sun.database, sun.clock)
    await sun.entered(sun.children[1], 20)
    sun.clock.advance(96 * HOUR)
    assert await waiting.put_due() == 0


async def test_a_change_asked_of_a_confirmed_visit_is_not_forgotten(sun: Visiting) -> None:
    waiting = GuestWaiting(sun.database, sun.clock)
    card = await sun.confirmed(20)
    other = await sun.adult(2)
    settled = await sun.taken(other, 21)
    good(await sun.visits.accept(sun.host, settled.id, 1))
    good(await sun.applications.write_details(other, settled.id, DETAILS))
    good(await sun.changes_of.ask(sun.host, card.visit.id, card.visit.version, Wish.SAFER, None))
    sun.clock.advance(48 * HOUR)
    with recorded(sun.database) as ran:
        assert await waiting.put_due() == 1, "nothing is asked of the other one"
    if sun.database.url.startswith("sqlite"):
        assert (
            await scans(sun.database, {one: plan for one, plan in ran.items() if "guest_visits" in one}) == {}
        )
    assert await sun.waiting(K.GUEST_ASKED_AGAIN) == [sun.guest.person_id]
    notice = await sun.notice(K.GUEST_ASKED_AGAIN, sun.guest)
    assert await sun.told_of.asked_again_for_notice(notice) is not None
    sun.clock.advance(24 * HOUR)
    assert await waiting.put_due() == 1
    notice = await sun.notice(K.GUEST_SILENT, sun.host)
    assert await sun.told_of.asked_again_for_notice(notice) is not None


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("closed", "said"), [(False, "Мы ему напоминали"), (True, "не читает сообщений бота")]
)
async def test_the_teacher_reads_the_truth_of_a_guest_who_was_asked_again(
    sun: Visiting, closed: bool, said: str
) -> None:
    waiting = GuestWaiting(sun.database, sun.clock)
    good(await sun.changes_of.ask(sun.host, (await sun.taken(None, 20)).id, 1, Wish.SHORTER, None))
    if closed:
        async with sun.database.work() as work:
            gone = update(PersonRow).where(PersonRow.id == sun.guest.person_id)
            await work.connection.execute(gone.values(chat_closed_at=sun.clock.now()))
    for hours in (48, 24):
        sun.clock.advance(hours * HOUR)
        await waiting.put_due()
    card = await sun.told_of.asked_again_for_notice(await sun.notice(K.GUEST_SILENT, sun.host))
    assert card is not None
    told = render(guests_notices.silent(card), texts_for("ru")).text
    assert said in told
    assert told.count("напоминали") == (not closed)
