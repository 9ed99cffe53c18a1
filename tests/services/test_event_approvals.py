"""Publications that a methodist looks at first: sent, decided once, told to their author, given back by themselves."""

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete

from content.events import ready_templates
from db.models import EventRow, TeachingRow
from db.work import Database
from domain.approvals import Approved, ProposedCard, Settled, Settlement
from domain.event_forms import Invitees
from domain.events import Event, EventStatus, Reach
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Role
from services.erasing import erase_person
from services.event_approvals import EventApprovals
from services.event_proposals import EventProposals
from services.event_templates import EventTemplates
from tests.query_plans import recorded, scans
from tests.services.approving import Room, build_room
from tests.services.sunny import build_sunny, told

DAY = timedelta(days=1)


@pytest.fixture
async def room(database: Database) -> Room:
    """The kindergarten on both engines."""
    return await build_room(database)


async def test_a_teacher_s_event_waits_until_a_methodist_lets_it_out_once(room: Room) -> None:
    sunny, teacher, here = room.sunny, room.teacher, room.sunny.organisation_id
    needs = Refused(Reason.NEEDS_APPROVAL, {"kind": "kindergarten"})
    assert await room.proposals.needed(teacher, here)
    assert not await room.proposals.needed(room.methodist, here)
    assert await sunny.events.publish(teacher, here, sunny.draft(), "t0") == needs
    assert await sunny.count(EventRow) == 0
    event = await room.sent()
    assert await room.sent() == event, "a second tap"
    assert await told(sunny.database, "event-proposed") == [room.methodist.person_id, room.second.person_id]
    for refused in (
        await room.drafts.rewrite(teacher, event.id, event.version, sunny.draft(), "t9"),
        await room.drafts.publish(teacher, event.id, event.version),
        await room.drafts.drop(teacher, event.id, event.version),
        await room.drafts.plan(teacher, event.id, event.version, sunny.clock.now() + DAY),
    ):
        assert refused == Refused(Reason.CHANGED_MEANWHILE), "nobody changes what a methodist reads"
    with pytest.raises(Missing):
        await sunny.rsvps.look(room.parent, event.id)
    [line] = (await room.drafts.page(teacher, here)).events
    assert (line.id, line.proposed) == (event.id, True)
    with pytest.raises(Forbidden):
        await room.approvals.approve(teacher, event.id, event.version)
    notices = await sunny.leased("event-proposed")
    card = await room.news.proposed_for_notice(notices[room.methodist.person_id])
    assert isinstance(card, ProposedCard)
    assert isinstance(card.reach, Reach)
    assert (card.reach.adults, card.author) == (1, teacher.memberships[0])
    assert [one.id for one in (await room.approvals.page(room.methodist, here)).events] == [event.id]
    assert await room.invited() == []
    deciding: list[Coroutine[Any, Any, object]] = [
        room.approvals.approve(who, event.id, event.version)
        for who in (room.methodist, room.second, room.methodist, room.second)
    ]
    outcomes = await asyncio.gather(*deciding, room.approvals.send_back(room.second, event.id, 9, None))
    assert len([one for one in outcomes if isinstance(one, Approved)]) == 1
    late = next(one for one in outcomes if isinstance(one, Settled))
    assert late.what is Settlement.PUBLISHED
    assert late.by in (room.methodist.memberships[0], room.second.memberships[0]), "who was first"
    assert await room.invited() == [room.parent.person_id], "once"
    assert await told(sunny.database, "event-approved") == [teacher.person_id]
    assert await room.news.proposed_for_notice(notices[room.second.person_id]) is None
    notice = (await sunny.leased("event-approved"))[teacher.person_id]
    decision = await room.news.approved_for_notice(notice)
    assert decision is not None
    assert (decision.what, decision.by) == (Settlement.PUBLISHED, late.by)
    assert (await room.approvals.page(room.methodist, here)).events == ()
    assert (await sunny.events.card(teacher, event.id)).may_change, "moving and cancelling wait for nobody"


async def test_its_own_time_and_a_series_survive_approval(room: Room) -> None:
    sunny, teacher = room.sunny, room.teacher
    event = await room.kept()
    at = sunny.clock.now() + timedelta(hours=3)
    needs = Refused(Reason.NEEDS_APPROVAL, {"kind": "kindergarten"})
    assert await room.drafts.plan(teacher, event.id, 1, at) == needs
    assert await room.drafts.publish(teacher, event.id, 1) == needs
    assert await room.series.publish(teacher, event.id, 1, 3) == needs
    too_late = await room.proposals.propose(teacher, event.id, 1, publish_at=event.starts_at)
    assert too_late == Refused(Reason.PUBLISHED_TOO_LATE)
    too_many = await room.proposals.propose(teacher, event.id, 1, weeks=13)
    assert too_many == Refused(Reason.NO_SUCH_DATE)
    for token, decided_after in (("t1", 1), ("t2", 4)):
        kept = event if token == "t1" else await room.kept(token)
        at = sunny.clock.now() + timedelta(hours=3)
        waits = await room.proposals.propose(teacher, kept.id, kept.version, publish_at=at)
        assert isinstance(waits, Event)
        sunny.clock.advance(timedelta(hours=decided_after))
        assert await room.planning.publish_due() == 0, "its time alone is not enough"
        done = await room.approvals.approve(room.methodist, kept.id, waits.version)
        assert isinstance(done, Approved)
        on_time = decided_after < 3
        assert done.event.status is (EventStatus.PLANNED if on_time else EventStatus.PUBLISHED)
        sunny.clock.advance(timedelta(hours=3))
        assert await room.planning.publish_due() == int(on_time)
    assert await told(sunny.database, "event-approved") == [teacher.person_id] * 2
    weekly = await room.kept("t3")
    waits = await room.proposals.propose(teacher, weekly.id, 1, weeks=3)
    assert isinstance(waits, Event)
    assert await sunny.count(EventRow, series_id=weekly.id) == 0
    done = await room.approvals.approve(room.second, weekly.id, waits.version)
    assert isinstance(done, Approved)
    assert done.meetings == 3
    assert await sunny.count(EventRow, series_id=weekly.id, status="published") == 3
    assert await sunny.count(EventRow, author_person_id=teacher.person_id) == 5, "the series is the teacher's"


async def test_what_was_approved_and_is_changed_is_looked_at_again(room: Room) -> None:
    sunny, teacher = room.sunny, room.teacher
    event = await room.kept()
    waits = await room.proposals.propose(teacher, event.id, 1, publish_at=sunny.clock.now() + DAY)
    assert isinstance(waits, Event)
    done = await room.approvals.approve(room.methodist, event.id, waits.version)
    assert isinstance(done, Approved)
    later = await room.drafts.plan(teacher, event.id, done.event.version, sunny.clock.now() + 2 * DAY)
    assert isinstance(later, Event)
    assert later.status is EventStatus.PLANNED, "the time of it is the author's affair"
    other = sunny.draft(title="Экскурсия")
    rewritten = await room.drafts.rewrite(teacher, event.id, later.version, other, "t9")
    assert isinstance(rewritten, Event)
    assert (rewritten.status, rewritten.publish_at, rewritten.decided_by) == (EventStatus.DRAFT, None, None)
    sunny.clock.advance(2 * DAY)
    assert await room.planning.publish_due() == 0


async def test_given_back_with_words_that_stand_until_it_is_sent_again(room: Room) -> None:
    sunny, teacher = room.sunny, room.teacher
    event = await room.sent()
    stale = await room.approvals.send_back(room.methodist, event.id, event.version - 1, "Нет")
    assert stale == Refused(Reason.CHANGED_MEANWHILE)
    long = await room.approvals.send_back(room.methodist, event.id, event.version, "я" * 301)
    assert long == Refused(Reason.TOO_LONG, {"limit": 300, "length": 301})
    back = await room.approvals.send_back(room.methodist, event.id, event.version, "Добавьте сменную обувь.")
    assert isinstance(back, Event)
    assert (back.status, back.returned_words) == (EventStatus.DRAFT, "Добавьте сменную обувь.")
    notice = (await sunny.leased("event-returned"))[teacher.person_id]
    assert "обувь" not in str(notice.params), "ids only"
    told_back = await room.news.returned_for_notice(notice)
    assert told_back is not None
    assert (told_back.what, told_back.by) == (Settlement.RETURNED, room.methodist.memberships[0])
    second = await room.approvals.approve(room.second, event.id, event.version)
    assert isinstance(second, Settled)
    assert (second.what, second.by) == (Settlement.RETURNED, room.methodist.memberships[0])
    again = await room.proposals.propose(
        teacher, event.id, back.version, draft=sunny.draft(note="Сменная обувь"), token="t9"
    )
    assert isinstance(again, Event)
    assert (again.note, again.returned_words) == ("Сменная обувь", None)
    assert await room.news.returned_for_notice(notice) is None, "its author has gone on with it"
    taken = await room.proposals.take_back(teacher, event.id, again.version)
    assert isinstance(taken, Event)
    late = await room.approvals.look(room.second, event.id)
    assert isinstance(late, Settled)
    assert (late.what, late.by) == (Settlement.TAKEN_BACK, None)
    assert await room.proposals.take_back(teacher, event.id, again.version) == Refused(
        Reason.CHANGED_MEANWHILE
    )
    assert await room.invited() == []


async def test_what_begins_while_it_waits_is_given_back_by_itself(room: Room) -> None:
    sunny = room.sunny
    event = await room.sent(days=1)
    assert await room.approvals.return_begun() == 0
    sunny.clock.advance(DAY)
    refused = await room.approvals.approve(room.methodist, event.id, event.version)
    assert refused == Refused(Reason.DATE_PAST)
    assert sum(await asyncio.gather(room.approvals.return_begun(), room.approvals.return_begun())) == 1
    notice = (await sunny.leased("event-returned"))[room.teacher.person_id]
    news = await room.news.returned_for_notice(notice)
    assert news is not None
    assert news.what is Settlement.LATE
    late = await room.approvals.approve(room.methodist, event.id, event.version)
    assert isinstance(late, Settled)
    assert late.what is Settlement.LATE


async def test_switched_off_while_it_waits_and_an_author_who_is_gone(room: Room) -> None:
    sunny, here = room.sunny, room.sunny.organisation_id
    one, other, third = await room.sent("t1"), await room.sent("t2"), await room.kept("t3")
    waits = await room.proposals.propose(
        room.teacher, third.id, 1, publish_at=sunny.clock.now() + timedelta(hours=3)
    )
    assert isinstance(waits, Event)
    await room.switch(on=False)
    unneeded = await room.proposals.propose_new(room.teacher, here, sunny.draft(), "t4")
    assert unneeded == Refused(Reason.APPROVAL_NOT_NEEDED)
    assert await sunny.count(EventRow, status="proposed") == 3, "what waits still waits"
    taken = await room.proposals.take_back(room.teacher, one.id, one.version)
    assert isinstance(taken, Event)
    out = await room.drafts.publish(room.teacher, one.id, taken.version)
    assert isinstance(out, Event)
    assert out.status is EventStatus.PUBLISHED
    async with sunny.database.work() as work:
        await work.connection.execute(delete(TeachingRow))
    for waiting in (other, waits):
        done = await room.approvals.approve(room.methodist, waiting.id, waiting.version)
        assert isinstance(done, Approved), "the methodist reaches every group"
    sunny.clock.advance(timedelta(hours=3))
    assert await room.planning.publish_due() == 1, "with the right of who has approved it"
    assert await room.invited() == [room.parent.person_id] * 3


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_nothing_is_scanned(room: Room) -> None:
    sunny, here = room.sunny, room.sunny.organisation_id
    templates = EventTemplates(sunny.database, sunny.clock, ready_templates())
    with recorded(sunny.database) as ran:
        one, other = await room.sent("t1"), await room.sent("t2")
        await room.approvals.page(room.methodist, here)
        await room.approvals.send_back(room.methodist, one.id, one.version, "Место")
        await room.proposals.take_back(room.teacher, other.id, other.version)
        await room.approvals.return_begun()
        await room.drafts.page(room.teacher, here)
        saved = await templates.save(room.teacher, one.id, None)
        assert isinstance(saved, int)
        await templates.page(room.teacher, here)
        await templates.rename(room.teacher, saved, "Другой")
        await templates.drop(room.teacher, saved)
        async with sunny.database.work() as work:
            await erase_person(work, room.methodist.person_id)
    found = {
        statement: asked
        for statement, asked in ran.items()
        if any(table in statement for table in ("events", "event_t", "announcements"))
    }
    assert len(found) > 12
    assert await scans(sunny.database, found) == {}
    async with sunny.database.read() as reading:
        event = await reading.events.find(here, one.id)
    assert event is not None
    assert event.returned_words is None, "the words of who is erased go with them"


async def test_where_there_is_no_methodist_the_head_decides_and_hears_of_it(database: Database) -> None:
    sunny = await build_sunny(database)
    head, teacher = await sunny.staff(Role.HEAD), await sunny.staff(Role.TEACHER, sunny.sun)
    specialist = await sunny.staff(Role.SPECIALIST)
    await sunny.adult(1)
    proposals, approvals = (
        EventProposals(database, sunny.clock),
        EventApprovals(database, sunny.clock),
    )
    with pytest.raises(Forbidden):
        await approvals.switch(teacher, sunny.organisation_id, on=True)
    await approvals.switch(head, sunny.organisation_id, on=True)
    specialist = await sunny.reload(specialist)
    staff = sunny.draft(group_ids=frozenset(), invitees=Invitees(parents=False, staff=True))
    event = await proposals.propose_new(specialist, sunny.organisation_id, staff, "t1")
    assert isinstance(event, Event)
    assert await told(database, "event-proposed") == [head.person_id]
    card = await approvals.look(head, event.id)
    assert isinstance(card, ProposedCard)
    assert isinstance(card.reach, Reach)
    assert card.reach.adults == 2, "the head and the teacher, not the author"
