"""Announcements that a methodist looks at first: sent, decided once, at their time, given back with a word."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import delete

from bot.services import Services, build_services
from bot.settings import Settings
from db.models import AnnouncementRow, TeachingRow
from db.work import Database
from domain.announcement_approvals import ProposedWords, SettledWords
from domain.announcements import Announcement, AnnouncementDraft, AnnouncementStatus
from domain.approvals import Settlement
from domain.events import Reach
from domain.outcomes import Forbidden, Missing, Reason, Refused
from services.erasing import erase_person
from tests.services.approving import Room, build_room
from tests.services.sunny import told

DAY = timedelta(days=1)
CHANGED = Refused(Reason.CHANGED_MEANWHILE)


class Desk:
    """A teacher who announces, two methodists who look first, and the services."""

    def __init__(self, room: Room, do: Services) -> None:
        self.room, self.do, self.sunny = room, do, room.sunny
        self.teacher, self.methodist, self.second = room.teacher, room.methodist, room.second

    def words(self, text: str = "Собираем коробки") -> AnnouncementDraft:
        """For the parents of «Солнышко»."""
        return AnnouncementDraft(text, frozenset({self.sunny.sun}))

    async def sent(self, token: str = "t1") -> Announcement:
        """One that waits."""
        here = self.sunny.organisation_id
        made = await self.do.announcement_proposals.propose_new(self.teacher, here, self.words(), token)
        assert isinstance(made, Announcement)
        assert made.status is AnnouncementStatus.PROPOSED
        return made

    async def kept(self, token: str = "t1") -> Announcement:
        """One that is put aside."""
        here = self.sunny.organisation_id
        made = await self.do.announcement_drafts.keep(self.teacher, here, self.words(), token)
        assert isinstance(made, Announcement)
        return made

    async def told(self, kind: str) -> list[int]:
        """Who has been told."""
        return await told(self.sunny.database, kind)


@pytest.fixture
async def desk(database: Database) -> Desk:
    """The kindergarten on both engines."""
    room = await build_room(database)
    return Desk(room, build_services(database, database.clock, Settings(_env_file=None)))


async def test_a_teacher_s_words_wait_until_one_of_two_methodists_lets_them_out_once(desk: Desk) -> None:
    sunny, teacher, do, here = desk.sunny, desk.teacher, desk.do, desk.sunny.organisation_id
    needs = Refused(Reason.NEEDS_APPROVAL, {"kind": "kindergarten"})
    assert await do.announcements.publish(teacher, here, desk.words(), "t0") == needs
    assert await sunny.count(AnnouncementRow) == 0
    waits = await desk.sent()
    assert await desk.sent() == waits, "a second tap"
    deciders = [desk.methodist.person_id, desk.second.person_id]
    assert await desk.told("announcement-proposed") == deciders
    drafts = do.announcement_drafts
    for refused in (
        await drafts.rewrite(teacher, waits.id, waits.version, desk.words("Иное"), "t9"),
        await drafts.publish(teacher, waits.id, waits.version),
        await drafts.drop(teacher, waits.id, waits.version),
        await drafts.plan(teacher, waits.id, waits.version, sunny.clock.now() + DAY),
    ):
        assert refused == CHANGED, "nobody changes what a methodist reads"
    with pytest.raises(Missing):
        await do.announcement_readers.read(desk.room.parent, waits.id)
    with pytest.raises(Missing):
        await do.announcement_campaigns.report(teacher, waits.id)
    with pytest.raises(Forbidden):
        await do.announcement_approvals.approve(teacher, waits.id, waits.version)
    notice = (await sunny.leased("announcement-proposed"))[desk.methodist.person_id]
    card = await do.announcement_approvals.proposed_for_notice(notice)
    assert isinstance(card, ProposedWords)
    assert card.reach == Reach(adults=1, families=1, limited_families=0, closed=0, without_phone=3)
    assert card.author == teacher.memberships[0]
    event = await desk.room.sent("t5")
    page = await desk.room.approvals.page(desk.methodist, here)
    assert (await do.menu.look(desk.methodist)).proposed == 2
    assert ([each.id for each in page.announcements], [each.id for each in page.events]) == (
        [waits.id],
        [event.id],
    )
    assert await do.announcement_approvals.approve(desk.second, waits.id, waits.version - 1) == CHANGED
    decided = await asyncio.gather(
        *(
            do.announcement_approvals.approve(who, waits.id, waits.version)
            for who in (desk.methodist, desk.second)
        )
    )
    [out] = [one for one in decided if isinstance(one, Announcement)]
    [late] = [one for one in decided if isinstance(one, SettledWords)]
    assert out.status is AnnouncementStatus.PUBLISHED
    assert late.what is Settlement.PUBLISHED
    assert late.by is not None
    assert late.by.person_id == out.decided_by
    assert await desk.told("announced") == [desk.room.parent.person_id]
    notice = (await sunny.leased("announcement-approved"))[teacher.person_id]
    assert await do.announcement_approvals.approved_for_notice(notice) == late
    again = await do.announcement_changes.reword(teacher, out.id, out.version, "Коробок достаточно")
    assert isinstance(again, Announcement), "what is out is corrected at once"


async def test_at_its_time_and_looked_at_again_when_it_says_something_else(desk: Desk) -> None:
    sunny, teacher, do = desk.sunny, desk.teacher, desk.do
    at = sunny.clock.now() + DAY
    needs = Refused(Reason.NEEDS_APPROVAL, {"kind": "kindergarten"})
    kept = await desk.kept()
    assert await do.announcement_drafts.plan(teacher, kept.id, 1, at) == needs
    assert await do.announcement_drafts.publish(teacher, kept.id, 1) == needs
    propose, approve = do.announcement_proposals.propose, do.announcement_approvals.approve
    assert await propose(teacher, kept.id, 1, publish_at=sunny.clock.now()) == Refused(Reason.DATE_PAST)
    waits = await propose(teacher, kept.id, 1, publish_at=at)
    assert isinstance(waits, Announcement)
    planned = await approve(desk.methodist, kept.id, waits.version)
    assert isinstance(planned, Announcement)
    assert (planned.status, planned.publish_at) == (AnnouncementStatus.PLANNED, at)
    later = await do.announcement_drafts.plan(teacher, kept.id, planned.version, at + DAY)
    assert isinstance(later, Announcement)
    assert (later.status, later.decided_by) == (AnnouncementStatus.PLANNED, desk.methodist.person_id)
    said = desk.words("Собираем крышки")
    changed = await do.announcement_drafts.rewrite(teacher, kept.id, later.version, said, "t9")
    assert isinstance(changed, Announcement)
    assert (changed.status, changed.publish_at, changed.decided_by) == (AnnouncementStatus.DRAFT, None, None)
    waits = await propose(teacher, kept.id, changed.version, publish_at=at)
    assert isinstance(waits, Announcement)
    assert isinstance(await approve(desk.second, kept.id, waits.version), Announcement)
    other = await propose(teacher, (await desk.kept("t2")).id, 1, publish_at=at)
    assert isinstance(other, Announcement)
    async with sunny.database.work() as work:  # the author is gone, the methodist has agreed
        await work.connection.execute(delete(TeachingRow))
    sunny.clock.advance(DAY)
    assert await do.announcement_planning.publish_due() == 1, "what still waits does not come out by itself"
    assert await desk.told("announced") == [desk.room.parent.person_id]
    out = await approve(desk.second, other.id, other.version)
    assert isinstance(out, Announcement)
    assert out.status is AnnouncementStatus.PUBLISHED, "its time is over: at once"


async def test_given_back_with_words_that_stand_until_it_is_sent_again(desk: Desk) -> None:
    sunny, teacher, do = desk.sunny, desk.teacher, desk.do
    waits, back_with = await desk.sent(), do.announcement_approvals.send_back
    long = await back_with(desk.methodist, waits.id, waits.version, "я" * 301)
    assert long == Refused(Reason.TOO_LONG, {"limit": 300, "length": 301})
    assert await back_with(desk.methodist, waits.id, waits.version - 1, "Нет") == CHANGED
    back = await back_with(desk.methodist, waits.id, waits.version, "До какого дня?")
    assert isinstance(back, Announcement)
    assert (back.status, back.returned_words) == (AnnouncementStatus.DRAFT, "До какого дня?")
    notice = (await sunny.leased("announcement-returned"))[teacher.person_id]
    assert "дня" not in str(notice.params), "ids only"
    news = await do.announcement_approvals.returned_for_notice(notice)
    assert news is not None
    assert (news.what, news.by) == (Settlement.RETURNED, desk.methodist.memberships[0])
    late = await do.announcement_approvals.approve(desk.second, waits.id, waits.version)
    assert late == news, "who was first, and what they decided"
    again = await do.announcement_proposals.propose(
        teacher, waits.id, back.version, draft=desk.words("Коробки – до пятницы"), token="t9"
    )
    assert isinstance(again, Announcement)
    assert (again.text, again.returned_words) == ("Коробки – до пятницы", None)
    assert await do.announcement_approvals.returned_for_notice(notice) is None, "its author has gone on"
    taken = await do.announcement_proposals.take_back(teacher, waits.id, again.version)
    assert isinstance(taken, Announcement)
    assert await do.announcement_proposals.take_back(teacher, waits.id, again.version) == CHANGED
    look = await do.announcement_approvals.look(desk.second, waits.id)
    assert isinstance(look, SettledWords)
    assert (look.what, look.by) == (Settlement.TAKEN_BACK, None)
    # an erased methodist's remark goes with them
    sent = await do.announcement_proposals.propose(teacher, waits.id, taken.version)
    assert isinstance(sent, Announcement)
    await back_with(desk.methodist, waits.id, sent.version, "Спросите меня")
    async with sunny.database.work() as work:
        await erase_person(work, desk.methodist.person_id)
    assert await sunny.count(AnnouncementRow, returned_words="Спросите меня") == 0
    assert await desk.told("announced") == []


async def test_switched_off_and_who_needs_nobody_s_word(desk: Desk) -> None:
    sunny, do, here = desk.sunny, desk.do, desk.sunny.organisation_id
    unneeded = Refused(Reason.APPROVAL_NOT_NEEDED)
    propose = do.announcement_proposals.propose_new
    assert await propose(desk.methodist, here, desk.words(), "m1") == unneeded
    out = await do.announcements.publish(desk.methodist, here, desk.words(), "m1")
    assert isinstance(out, Announcement)
    assert await propose(desk.teacher, here, desk.words(""), "t8") == Refused(Reason.EMPTY)
    with pytest.raises(Forbidden):
        await propose(desk.teacher, here, AnnouncementDraft("Всем", frozenset({sunny.rays})), "t8")
    waits = await desk.sent()
    await desk.room.switch(on=False)
    desk.teacher = desk.room.teacher
    assert await propose(desk.teacher, here, desk.words(), "t7") == unneeded
    assert await do.announcements.publish(desk.teacher, here, desk.words(), "t1") == waits, "it still waits"
    taken = await do.announcement_proposals.take_back(desk.teacher, waits.id, waits.version)
    assert isinstance(taken, Announcement)
    alone = await do.announcement_drafts.publish(desk.teacher, waits.id, taken.version)
    assert isinstance(alone, Announcement)
    assert (alone.status, alone.decided_by) == (AnnouncementStatus.PUBLISHED, None)
    look = await do.announcement_approvals.look(desk.second, waits.id)
    assert isinstance(look, SettledWords)
    assert (look.what, look.by) == (Settlement.PUBLISHED, None)
