"""«🏡 По дороге домой»: who hears of a guest who came, once and in the evening; how families say it was liked."""

import asyncio
import json
from collections.abc import Awaitable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from content.professions import catalogue
from db.erasure_journal import ErasureJournal
from db.models import AuditRow, GuestLikingRow, NoticeRow
from db.work import Database
from domain.guests import VisitStatus
from domain.ids import VisitId
from domain.notices import NoticeKind, NoticeStatus
from domain.outcomes import Forbidden, Missing
from domain.people import Actor, Kinship, Role
from domain.privacy import FEEDBACK_KEPT
from domain.retention import Deleted
from domain.way_home import LIKING_TIME, Liking, Own
from services.delivery import Deliveries
from services.families import Families
from services.guest_way_home import GuestWayHome
from services.privacy import Privacy
from services.retention import Retention
from tests.services.monitoring import OFFERING
from tests.services.sunny import next_door
from tests.services.visiting import OWN_WORDS, Visiting, build_visiting, good

HOME = NoticeKind.GUEST_WAY_HOME


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


def homes(sun: Visiting) -> GuestWayHome:
    """What families see."""
    return GuestWayHome(sun.database, sun.clock, catalogue())


async def came(sun: Visiting, hour: int = 11) -> VisitId:
    """The mother was the group's guest tomorrow at ten, and a teacher has said so."""
    card = await sun.confirmed(1)
    sun.clock.move_to(sun.at(1, hour))
    return good(await sun.visits.held(sun.host, card.visit.id, 12)).visit.id


async def send(sun: Visiting, *people: Actor) -> None:
    """What waits has been told: to these people, or to all."""
    whose = [one.person_id for one in people]
    async with sun.database.work() as work:
        sent = update(NoticeRow).where(NoticeRow.kind == HOME.value)
        if whose:
            sent = sent.where(NoticeRow.person_id.in_(whose))
        await work.connection.execute(sent.values(status=NoticeStatus.SENT.value))


async def test_every_adult_of_the_group_hears_once_in_the_evening(sun: Visiting) -> None:
    both = await sun.adult(2, 3)
    grandmother = await sun.adult(1, kinship=Kinship.RELATIVE)
    elsewhere = await sun.adult(5)
    await sun.baker()
    visit = await came(sun)
    assert await sun.waiting(HOME) == sorted(one.person_id for one in (sun.guest, both, grandmother)), (
        "one message each, the guest's own family too; nobody of another group, no partner"
    )
    for who in (sun.guest, both):
        notice = await sun.notice(HOME, who)
        assert (notice.due_at, notice.params) == (sun.at(1, 19), {"visit": visit})
        shown = await homes(sun).way_home_for_notice(notice)
        assert shown is not None
        assert shown.profession is not None
        assert (shown.profession.slug, shown.named, shown.has_game) == ("pekar", True, True)
    owns = [(await homes(sun).look(who, visit)).own for who in (sun.guest, grandmother, both)]
    assert owns == [Own.SELF, Own.FAMILY, None], "the guest's own family is thanked"
    assert not (await homes(sun).like(sun.guest, visit, Liking.JOY)).may_like
    assert await sun.count(GuestLikingRow) == 0
    await send(sun, both)
    good(await sun.visits.held(sun.host, visit, 14))
    assert await sun.count(NoticeRow, kind=HOME.value) == 3, "a corrected number is no news"
    assert elsewhere.person_id not in await sun.waiting(HOME)


async def test_what_did_not_take_place_is_taken_back_and_told_to_nobody_twice(sun: Visiting) -> None:
    father = await sun.adult(2)
    visit = await came(sun, hour=20)
    assert (await sun.notice(HOME, father)).due_at == sun.at(1, 20), "in the evening at once"
    await send(sun, father)
    await homes(sun).like(father, visit, Liking.JOY)
    good(await sun.visits.not_held(sun.host, visit))
    assert await sun.waiting(HOME) == []
    assert await sun.count(GuestLikingRow) == 0
    assert await homes(sun).way_home_for_notice(await sun.notice(HOME, father)) is None
    with pytest.raises(Missing):
        await homes(sun).like(father, visit, Liking.JOY)
    good(await sun.visits.held(sun.host, visit, 12))
    assert await sun.waiting(HOME) == [sun.guest.person_id], "the father has read it"
    assert await homes(sun).way_home_for_notice(await sun.notice(HOME, father)) is not None


async def test_what_is_concluded_late_is_not_told(sun: Visiting) -> None:
    card = await sun.confirmed(1)
    sun.clock.move_to(sun.at(3, 20))
    good(await sun.visits.held(sun.host, card.visit.id, 12))
    assert await sun.count(NoticeRow, kind=HOME.value) == 0


async def test_beyond_the_budget_it_is_a_line_of_the_evening_summary(sun: Visiting) -> None:
    father = await sun.adult(2)
    await sun.confirmed(1)
    for day in (20, 21):
        sun.clock.move_to(sun.at(1, 9))
        await sun.open(day)  # the two messages of the day
    sun.clock.move_to(sun.at(1, 11))
    lines = (await sun.openings.page(sun.host, sun.organisation_id, past=True)).lines
    visit = lines[0].visit
    assert visit is not None
    good(await sun.visits.held(sun.host, visit.id, 12))
    assert father.person_id not in await sun.waiting(HOME)
    sun.clock.move_to(sun.at(1, 19))
    deliveries = Deliveries(sun.database, sun.clock, OFFERING)
    assert await deliveries.put_summaries() > 0
    notice = await sun.notice(NoticeKind.EVENING_SUMMARY, father)
    summary = await deliveries.summary_for_notice(notice)
    assert summary is not None
    assert [(line.visit_id, line.profession) for line in summary.guests] == [(visit.id, "Пекарь")]
    good(await sun.visits.not_held(sun.host, visit.id))
    again = await deliveries.summary_for_notice(notice)
    assert again is None or again.guests == ()


async def test_only_adults_of_the_group_s_children_read_and_answer(sun: Visiting) -> None:
    visit = await came(sun)
    father, elsewhere, baker = await sun.adult(2), await sun.adult(5), await sun.baker()
    other = await next_door(sun)
    stranger = await other.adult(1)
    home = homes(sun)
    before = await sun.count(AuditRow)
    for who, refused in (
        (elsewhere, Forbidden),
        (baker, Forbidden),
        (sun.host, Forbidden),
        (stranger, Missing),
    ):
        for asked in (home.look(who, visit), home.like(who, visit, Liking.WOW)):
            with pytest.raises(refused):
                await asked
    for who, refused in ((elsewhere, Forbidden), (baker, Forbidden), (stranger, Missing)):
        with pytest.raises(refused):
            await home.game(who, visit)
    assert await sun.count(AuditRow) == before
    assert await home.game(father, visit) == await home.game(sun.host, visit), (
        "the same game, at home and in the group"
    )

    head = await sun.staff(Role.HEAD)
    await Families(sun.database, sun.clock).unbind(head, sun.children[1], father.memberships[0].id)
    gone = await sun.reload(father)
    asked_again: tuple[Awaitable[object], ...] = (
        home.look(gone, visit),
        home.like(gone, visit, Liking.WOW),
        home.game(gone, visit),
    )
    for refusing in asked_again:
        with pytest.raises((Forbidden, Missing)):
            await refusing


async def test_a_face_is_one_s_own_and_may_be_changed(sun: Visiting) -> None:
    visit = await came(sun)
    home, adults = homes(sun), [await sun.adult(2), await sun.adult(2), await sun.adult(3)]
    await asyncio.gather(*(home.like(one, visit, Liking.WOW) for one in adults for _ in range(2)))
    assert await sun.count(GuestLikingRow) == 3
    assert (await home.like(adults[1], visit, Liking.SO_SO)).liking is Liking.SO_SO
    assert (await home.look(adults[0], visit)).liking is Liking.WOW
    seen = (await sun.applications.visit(sun.host, visit)).likings
    assert seen == {Liking.WOW: 2, Liking.SO_SO: 1}
    assert (await sun.applications.visit(sun.guest, visit)).likings == seen
    said = await sun.count(AuditRow, action="guest-visit.liked")
    await home.like(adults[1], visit, Liking.SO_SO)
    assert await sun.count(AuditRow, action="guest-visit.liked") == said, "the same face is nothing new"
    sun.clock.advance(LIKING_TIME)
    late = await home.like(adults[1], visit, Liking.JOY)
    assert (late.may_like, late.liking) == (False, Liking.SO_SO)


async def test_few_faces_stay_hidden_from_everybody(sun: Visiting) -> None:
    visit = await came(sun)
    for one in (await sun.adult(3), await sun.adult(2)):
        await homes(sun).like(one, visit, Liking.WOW)
    for who in (sun.host, sun.guest):
        assert (await sun.applications.visit(who, visit)).likings == {}


async def test_own_words_of_a_guest_who_is_gone_are_told_of_no_more(sun: Visiting, tmp_path: Path) -> None:
    father = await sun.adult(2)
    slot = (await sun.open(1)).slots[0]
    visit = (await sun.take(sun.guest, slot.id, OWN_WORDS)).visit
    assert visit is not None
    good(await sun.visits.accept(sun.host, visit.id, 1))
    sun.clock.move_to(sun.at(1, 11))
    good(await sun.visits.held(sun.host, visit.id, 3))
    shown = await homes(sun).look(father, visit.id)
    assert (shown.profession, shown.named, shown.has_game) == (None, True, False)
    assert await homes(sun).game(sun.host, visit.id) is None
    await Privacy(sun.database, sun.clock, ErasureJournal(tmp_path)).erase(sun.guest)
    assert not (await homes(sun).look(father, visit.id)).named


async def test_faces_go_with_the_person_and_in_their_time(sun: Visiting, tmp_path: Path) -> None:
    visit = await came(sun)
    father, mother = await sun.adult(2), await sun.adult(3)
    journal = ErasureJournal(tmp_path)
    privacy = Privacy(sun.database, sun.clock, journal)
    for one in (father, mother, await sun.adult(3)):
        await homes(sun).like(one, visit, Liking.FINE)
    tables = json.loads((await privacy.my_data_file(father)).content)["tables"]
    assert [row["liking"] for row in tables["guest_likings"]] == ["fine"]
    await privacy.erase(father)
    assert await sun.count(GuestLikingRow) == 2
    await privacy.leave(mother, sun.organisation_id)
    assert await sun.count(GuestLikingRow) == 1
    retention = Retention(sun.database, sun.clock, journal, frozenset())
    sun.clock.advance(FEEDBACK_KEPT - timedelta(hours=1))
    assert Deleted.LIKINGS not in (await retention.run_due()).get(sun.organisation_id, {})
    sun.clock.advance(timedelta(hours=2))
    await retention.run_due()
    assert await sun.count(GuestLikingRow) == 0
    assert (await sun.now_of(visit)).status is VisitStatus.HELD
