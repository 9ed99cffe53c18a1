"""Announcements without a date: who gets one, once; kept, planned, reworded, stopped, taken back; and what is refused."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.services import Services, build_services
from bot.settings import Settings
from db.models import AnnouncementRow, MembershipRow, NoticeRow, RecallRow, TeachingRow
from db.work import Database
from domain.announcements import (
    Announcement,
    AnnouncementDraft,
    AnnouncementStatus,
    as_draft,
)
from domain.campaigns import CampaignState
from domain.event_forms import Invitees
from domain.events import Reach
from domain.ids import AnnouncementId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Role
from tests.services.sunny import Sunny, build_sunny

DAY = timedelta(days=1)


class Desk:
    """A teacher of «Солнышко», two families, and the services."""

    def __init__(self, sunny: Sunny, do: Services, teacher: Actor, people: list[Actor]) -> None:
        self.sunny, self.do, self.teacher = sunny, do, teacher
        self.mother, self.father = people

    def words(self, text: str = "Собираем коробки", **changed: object) -> AnnouncementDraft:
        """For the parents of «Солнышко»."""
        return replace(AnnouncementDraft(text, frozenset({self.sunny.sun})), **changed)  # type: ignore[arg-type]  # tests name any field

    async def sent(self, token: str = "t1") -> Announcement:
        """One that is out."""
        here = self.sunny.organisation_id
        made = await self.do.announcements.publish(self.teacher, here, self.words(), token)
        assert isinstance(made, Announcement)
        return made

    async def kept(self, draft: AnnouncementDraft | None = None, token: str = "t1") -> Announcement:
        """One that is put aside."""
        here, said = self.sunny.organisation_id, draft or self.words()
        made = await self.do.announcement_drafts.keep(self.teacher, here, said, token)
        assert isinstance(made, Announcement)
        return made

    async def told(self, who: Actor) -> bool:
        """Whether their notice would still be sent, as things are."""
        notice = (await self.sunny.leased("announced"))[who.person_id]
        return await self.do.announcement_readers.announced_for_notice(notice) is not None

    async def is_sent(self, announcement: Announcement, *people: Actor) -> None:
        """Their messages stand in their chats."""
        async with self.sunny.database.work() as work:
            for number, person in enumerate(people, 1):
                await work.connection.execute(
                    update(NoticeRow)
                    .where(NoticeRow.person_id == person.person_id)
                    .values(status="sent", finished_at=self.sunny.clock.now())
                )
                await work.sent.remember(
                    *(person.chat_id, number, f"announcement:{announcement.id}", None, frozenset()),
                    person_id=person.person_id,
                )


@pytest.fixture
async def desk(database: Database) -> Desk:
    """The kindergarten on both engines."""
    sunny = await build_sunny(database)
    do = build_services(database, database.clock, Settings(_env_file=None))
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    return Desk(sunny, do, teacher, [await sunny.adult(1, 2), await sunny.adult(3)])


def reason(outcome: object) -> Reason | None:
    """Why it was refused, if it was."""
    return outcome.reason if isinstance(outcome, Refused) else None


async def test_everybody_it_is_for_gets_it_once(desk: Desk) -> None:
    sunny, here = desk.sunny, desk.sunny.organisation_id
    preview = await desk.do.announcements.preview(desk.teacher, here, desk.words())
    assert preview == Reach(adults=2, families=3, limited_families=0, closed=0, without_phone=1)
    made = await asyncio.gather(*(desk.sent() for _ in range(2)))
    assert {one.id for one in made} == {made[0].id}
    assert await sunny.count(NoticeRow, kind="announced") == 2, "one message, also with two children there"
    other = await sunny.staff(Role.TEACHER, sunny.rays)
    with pytest.raises(Forbidden):
        await desk.do.announcements.publish(other, here, desk.words(), "t2")
    with pytest.raises(Forbidden):
        await desk.do.announcements.card(other, made[0].id)
    with pytest.raises(Missing):
        await desk.do.announcements.card(desk.teacher, AnnouncementId(99))
    assert await desk.told(desk.mother)
    shown = await desk.do.announcement_readers.read(desk.mother, made[0].id)
    assert [group.name for group in shown.groups] == ["Солнышко"]


async def test_roles_and_sets_and_nobody(desk: Desk) -> None:
    sunny, here = desk.sunny, desk.sunny.organisation_id
    head = await sunny.staff(Role.HEAD)
    partner = await sunny.staff(Role.PARTNER)
    to_staff = AnnouncementDraft("Педсовет в среду", frozenset(), Invitees(parents=False, staff=True))
    to_partners = replace(to_staff, invitees=Invitees(parents=False, partners=True))
    with pytest.raises(Forbidden):
        await desk.do.announcements.preview(desk.teacher, here, to_partners)
    assert reason(await desk.do.announcements.preview(desk.teacher, here, to_staff)) is Reason.PARENTS_TOO
    for draft, reached in ((to_staff, {desk.teacher}), (to_partners, {partner})):
        made = await desk.do.announcements.publish(head, here, draft, f"t{draft.invitees.staff}")
        assert isinstance(made, Announcement)
        notices = await sunny.leased("announced")
        assert set(notices) == {person.person_id for person in reached}
        for person in reached:
            page = await desk.do.announcement_readers.mine(person)
            assert [line.id for line in page.announcements] == [made.id]
    assert (await desk.do.announcement_readers.mine(desk.mother)).announcements == ()
    async with sunny.database.work() as work:
        await work.people.end_membership(here, partner.memberships[0].id)
    with_teachers = await desk.kept(desk.words(invitees=Invitees(staff=True)), "t3")
    listed = await desk.do.announcements.page(desk.teacher, here)
    assert [line.id for line in listed.announcements] == [with_teachers.id]
    empty = await desk.do.announcements.publish(head, here, to_partners, "t4")
    assert reason(empty) is Reason.NOBODY_ADDRESSED
    nobody = replace(to_staff, invitees=Invitees(parents=False))
    assert reason(await desk.do.announcements.preview(head, here, nobody)) is Reason.NO_GROUPS


async def test_who_may_not_hear_it_any_more_gets_nothing(desk: Desk) -> None:
    sunny = desk.sunny
    made = await desk.sent()
    notices = await sunny.leased("announced")
    async with sunny.database.work() as work:
        await work.connection.execute(
            update(MembershipRow)
            .where(MembershipRow.person_id == desk.father.person_id)
            .values(ended_at=sunny.clock.now())
        )
    told = desk.do.announcement_readers.announced_for_notice
    assert await told(notices[desk.father.person_id]) is None
    assert await told(notices[desk.mother.person_id]) is not None
    recalled = await desk.do.announcement_campaigns.recall(desk.teacher, made.id, made.version)
    assert not isinstance(recalled, Refused)
    assert await told(notices[desk.mother.person_id]) is None


async def test_closed_chats_are_said_before_it_is_sent(desk: Desk) -> None:
    async with desk.sunny.database.work() as work:
        for person in (desk.mother, desk.father):
            await work.chats.close(person.chat_id)
    here = desk.sunny.organisation_id
    preview = await desk.do.announcements.preview(desk.teacher, here, desk.words())
    assert isinstance(preview, Reach)
    assert (preview.adults, preview.closed) == (0, 2)


async def test_kept_by_one_and_gone_on_with_by_two(desk: Desk) -> None:
    drafts, kept = desk.do.announcement_drafts, await desk.kept()
    again = await desk.kept()
    assert again.id == kept.id
    other = await desk.sunny.staff(Role.TEACHER, desk.sunny.sun)
    assert await desk.sunny.count(NoticeRow) == 0
    changed = desk.words("Собираем крышки")
    first = await drafts.rewrite(other, kept.id, kept.version, changed, "t2")
    assert isinstance(first, Announcement)
    late = await drafts.publish(desk.teacher, kept.id, kept.version)
    assert reason(late) is Reason.CHANGED_MEANWHILE
    both = await asyncio.gather(
        *(drafts.publish(who, kept.id, first.version) for who in (desk.teacher, other))
    )
    assert [one.status for one in both if isinstance(one, Announcement)] == [AnnouncementStatus.PUBLISHED] * 2
    assert await desk.sunny.count(NoticeRow, kind="announced") == 2
    dropped = await drafts.drop(other, kept.id, first.version + 1)
    assert reason(dropped) is Reason.CHANGED_MEANWHILE, "it is out"
    spare = await desk.kept(token="t3")
    assert await drafts.drop(other, spare.id, spare.version) is None
    assert await desk.sunny.count(AnnouncementRow) == 1
    draft, _ = await drafts.copy_of(other, kept.id)
    assert draft == replace(as_draft(first), text="Собираем крышки")


async def test_planned_it_comes_out_once_with_the_rights_of_then(desk: Desk) -> None:
    drafts, planning, clock = desk.do.announcement_drafts, desk.do.announcement_planning, desk.sunny.clock
    kept = await desk.kept()
    for at, why in ((clock.now() - DAY, Reason.DATE_PAST), (clock.now() + 500 * DAY, Reason.DATE_TOO_FAR)):
        assert reason(await drafts.plan(desk.teacher, kept.id, kept.version, at)) is why
    planned = await drafts.plan(desk.teacher, kept.id, kept.version, clock.now() + DAY)
    assert isinstance(planned, Announcement)
    spare = await drafts.plan(desk.teacher, (await desk.kept(token="t2")).id, 1, clock.now() + 2 * DAY)
    assert isinstance(spare, Announcement)
    assert await planning.publish_due() == 0
    clock.advance(DAY)
    assert sum(await asyncio.gather(planning.publish_due(), planning.publish_due())) == 1
    assert await desk.sunny.count(NoticeRow, kind="announced") == 2
    async with desk.sunny.database.work() as work:
        teaching = update(TeachingRow).where(TeachingRow.group_id == desk.sunny.sun)
        await work.connection.execute(teaching.values(group_id=desk.sunny.rays))
    clock.advance(DAY)
    assert await planning.publish_due() == 0
    notice = (await desk.sunny.leased("not-announced"))[desk.teacher.person_id]
    given_back = await planning.not_announced_for_notice(notice)
    assert given_back is not None
    assert (given_back.id, given_back.status) == (spare.id, AnnouncementStatus.DRAFT)


async def test_reworded_by_the_first_of_two_and_in_every_chat(desk: Desk) -> None:
    changes, readers = desk.do.announcement_changes, desk.do.announcement_readers
    made = await desk.sent()
    await desk.is_sent(made, desk.mother)
    outcomes = await asyncio.gather(
        *(changes.reword(desk.teacher, made.id, made.version, text) for text in ("Хватит!", "Ещё!"))
    )
    assert sorted(str(reason(one)) for one in outcomes) == ["None", "changed-meanwhile"]
    text = next(one.text for one in outcomes if isinstance(one, Announcement))
    async with desk.sunny.database.work() as work:
        assert not await work.announcements.reword(made, "Третье"), "the row knows which words were seen"
    [stale] = await readers.stale(10)
    shown = await readers.shown(stale)
    assert shown is not None
    assert shown.announcement.text == text
    await readers.updated(stale)
    assert await readers.stale(10) == []
    await desk.is_sent(made, desk.father)  # was on its way with the old words while they were changed
    assert [one.person_id for one in await readers.stale(10)] == [desk.father.person_id]
    for nothing, why in (("", Reason.EMPTY), ("я" * 3501, Reason.TOO_LONG)):
        assert reason(await changes.reword(desk.teacher, made.id, made.version + 1, nothing)) is why


async def test_stopped_sent_on_and_taken_back(desk: Desk) -> None:
    late = await desk.sunny.adult(4)
    campaigns, made = desk.do.announcement_campaigns, await desk.sent()
    await desk.is_sent(made, desk.mother)
    leased = (await desk.sunny.leased("announced"))[desk.father.person_id]
    async with desk.sunny.database.work() as work:
        waits = update(NoticeRow).where(NoticeRow.person_id == late.person_id)
        await work.connection.execute(waits.values(status="retry"))
    stopped = await asyncio.gather(*(campaigns.stop(desk.teacher, made.id) for _ in range(2)))
    assert sorted(stopped, key=str) == [1, Refused(Reason.NOT_SENDING_ANY_MORE)]
    assert await desk.do.announcement_readers.announced_for_notice(leased) is None, "only leased: not sent"
    async with desk.sunny.database.work() as work:
        await work.leases.drop(leased.id, "not-true")
    report = await campaigns.report(desk.teacher, made.id)
    assert (report.state, report.may_go_on, report.sending.report.dropped) == (CampaignState.STOPPED, True, 2)
    page = await desk.do.announcement_readers.mine(desk.father)
    assert [line.opening for line in page.announcements] == ["Собираем коробки"]
    gone_on = await asyncio.gather(*(campaigns.go_on(desk.teacher, made.id) for _ in range(2)))
    assert sorted(gone_on, key=str) == [2, Refused(Reason.NOT_SENDING_ANY_MORE)]
    assert await desk.told(desk.father)
    preview = await campaigns.preview_recall(desk.teacher, made.id)
    assert not isinstance(preview, Refused)
    assert (preview.standing, preview.unsent) == (1, 0)
    old = await campaigns.recall(desk.teacher, made.id, made.version + 1)
    assert reason(old) is Reason.CHANGED_MEANWHILE
    report_or_refused = await campaigns.recall(desk.teacher, made.id, made.version)
    assert not isinstance(report_or_refused, Refused)
    assert (report_or_refused.state, report_or_refused.left) == (CampaignState.RECALLING, 1)
    assert await desk.sunny.count(RecallRow, subject=f"announcement:{made.id}") == 1
    assert (await desk.do.announcement_readers.mine(desk.mother)).announcements == ()
    assert reason(await campaigns.stop(desk.teacher, made.id)) is Reason.NOT_SENDING_ANY_MORE
    assert reason(await campaigns.recall(desk.teacher, made.id, 3)) is Reason.NOT_SENDING_ANY_MORE


async def test_beyond_the_budget_it_stands_in_the_evening_summary(desk: Desk) -> None:
    for number in range(3):
        last = await desk.sent(f"t{number}")
    assert await desk.sunny.count(NoticeRow, kind="announced", status="summary") == 2
    here = desk.sunny.organisation_id
    preview = await desk.do.announcements.preview(desk.teacher, here, desk.words())
    assert isinstance(preview, Reach)
    assert preview.limited_families == 3
    desk.sunny.clock.advance(timedelta(hours=9.5))
    await desk.do.deliveries.put_summaries()
    notice = (await desk.sunny.leased("evening-summary"))[desk.mother.person_id]
    summary = await desk.do.deliveries.summary_for_notice(notice)
    assert summary is not None
    [line] = summary.announcements
    assert (line.announcement_id, line.opening, line.emojis) == (last.id, "Собираем коробки", ("🐻",))
    await desk.do.announcement_campaigns.recall(desk.teacher, last.id, last.version)
    assert await desk.do.deliveries.summary_for_notice(notice) is None


async def test_old_ones_go_at_the_end_of_the_next_school_year(desk: Desk) -> None:
    made = await desk.sent()
    desk.sunny.clock.advance(timedelta(days=300))
    await desk.do.retention.run_due()
    assert await desk.sunny.count(AnnouncementRow, id=made.id) == 1
    desk.sunny.clock.advance(timedelta(days=700))
    done = await desk.do.retention.run_due()
    assert await desk.sunny.count(AnnouncementRow) == 0
    assert done[desk.sunny.organisation_id]["announcements"] == 1
