"""The author's hand on what is sent: stop, go on, take back, ask the silent once; each of them done once."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import update

from db.models import EventRow, NoticeRow, RecallRow, SentMessageRow
from db.work import Database
from domain.answers import Answer
from domain.campaigns import CampaignReport, CampaignState, NudgePreview, RecallPreview, Trouble
from domain.events import Event
from domain.outcomes import Reason, Refused
from domain.people import Actor, Kinship, Role
from tests.services.sunny import Sunny, build_sunny, mark_sent, told
from tests.services.test_event_restoring import by_status


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten on both engines."""
    return await build_sunny(database)


async def ends(sunny: Sunny, actor: Actor, **values: object) -> None:
    """How somebody's message has ended."""
    async with sunny.database.work() as work:
        rows = update(NoticeRow).where(NoticeRow.person_id == actor.person_id)
        await work.connection.execute(rows.values(finished_at=sunny.clock.now(), **values))


def reason(outcome: object) -> Reason | None:
    """Why it was refused, if it was."""
    return outcome.reason if isinstance(outcome, Refused) else None


async def test_the_report_says_who_cannot_be_reached_and_why(sunny: Sunny) -> None:
    head = await sunny.staff(Role.HEAD)
    people = [await sunny.adult(number) for number in (1, 2, 3, 4)]
    both = await sunny.adult(1, 5, kinship=Kinship.RELATIVE)
    event = await sunny.publish(head, group_ids=frozenset({sunny.sun, sunny.rays}))
    report = await sunny.campaigns.report(head, event.id)
    assert (report.state, report.sending.stoppable, report.may_stop) == (CampaignState.SENDING, 5, True)
    await ends(sunny, people[0], status="sent")
    await ends(sunny, people[1], status="failed", last_error="bad-request")
    await ends(sunny, people[2], status="failed", last_error="unknown")
    await ends(sunny, people[3], status="failed", last_error="chat-closed")
    await ends(sunny, both, status="failed", last_error="chat-closed")
    report = await sunny.campaigns.report(head, event.id)
    assert (report.state, report.may_stop, report.may_recall) == (CampaignState.DONE, False, True)
    assert report.sending.troubles == {Trouble.REFUSED: 1, Trouble.LOST: 1}
    assert [(group.name, count) for group, count in report.sending.closed_in] == [
        ("Лучики", 1),
        ("Солнышко", 2),
    ]


async def test_stopped_it_is_not_sent_and_sent_on_it_is_once(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    got, on_its_way, waits = [await sunny.adult(number) for number in (1, 2, 3)]
    event = await sunny.publish(teacher)
    await ends(sunny, got, status="sent")
    leased = (await sunny.leased("event-published"))[on_its_way.person_id]
    async with sunny.database.work() as work:
        await work.connection.execute(
            update(NoticeRow).where(NoticeRow.person_id == waits.person_id).values(status="retry")
        )
    outcomes = await asyncio.gather(*(sunny.campaigns.stop(teacher, event.id) for _ in range(2)))
    assert sorted(outcomes, key=str) == [1, Refused(Reason.NOT_SENDING_ANY_MORE)]
    assert await sunny.notices.invitation_for_notice(leased) is None, "what was only leased is not sent"
    async with sunny.database.work() as work:
        await work.leases.drop(leased.id, "not-true")
    report = await sunny.campaigns.report(teacher, event.id)
    assert (report.state, report.may_go_on, report.may_stop) == (CampaignState.STOPPED, True, False)
    assert await by_status(sunny, "event-published") == {got.person_id: "sent"}
    assert reason(await sunny.campaigns.stop(teacher, event.id)) is Reason.NOT_SENDING_ANY_MORE

    outcomes = await asyncio.gather(*(sunny.campaigns.go_on(teacher, event.id) for _ in range(2)))
    assert sorted(outcomes, key=str) == [2, Refused(Reason.NOT_SENDING_ANY_MORE)]
    queued = {on_its_way.person_id: "queued", waits.person_id: "queued"}
    assert await by_status(sunny, "event-published") == {got.person_id: "sent", **queued}
    assert await sunny.count(NoticeRow) == 3, "nothing is left aside"
    assert await sunny.campaigns.stop(teacher, event.id) == 2
    assert await sunny.campaigns.go_on(teacher, event.id) == 2, "as often as one likes"
    notices = await sunny.leased("event-published")
    assert await sunny.notices.invitation_for_notice(notices[waits.person_id]) is not None


async def test_what_is_sent_on_keeps_to_the_budget(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    first = await sunny.publish(teacher)
    assert await sunny.campaigns.stop(teacher, first.id) == 1
    for token in ("t2", "t3"):
        await sunny.publish(teacher, token)
    await sunny.campaigns.go_on(teacher, first.id)
    rows = await by_subject(sunny, first)
    assert rows == [(mother.person_id, "summary")], "two others have taken the day's budget meanwhile"


async def by_subject(sunny: Sunny, event: Event) -> list[tuple[int, str]]:
    """Who is told of an event, and how that stands."""
    rows = NoticeRow.__table__.c
    async with sunny.database.read() as reading:
        found = await reading.connection.execute(
            NoticeRow.__table__.select()
            .with_only_columns(rows.person_id, rows.status)
            .where(rows.subject == f"event:{event.id}")
        )
        return [(row.person_id, row.status) for row in found]


async def test_the_silent_are_asked_once(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother, father = await sunny.adult(1), await sunny.adult(1)
    entered, silent, late = [await sunny.adult(number) for number in (2, 3, 4)]
    event = await sunny.publish(teacher)
    assert reason(await sunny.campaigns.preview_nudge(teacher, event.id)) is Reason.NO_RECIPIENTS
    await mark_sent(sunny.database)
    await ends(sunny, late, status="queued")
    await sunny.rsvps.answer(mother, event.id, Answer.NO)
    async with sunny.database.work() as work:
        by = teacher.memberships[0].id
        await work.rsvps.enter(sunny.organisation_id, event.id, sunny.children[1], Answer.ALONE, by=by)
    preview = await sunny.campaigns.preview_nudge(teacher, event.id)
    assert isinstance(preview, NudgePreview)
    assert preview.adults == 1, (
        "not the father: his family has answered; nor who has not got the invitation yet"
    )
    assert (await sunny.events.card(teacher, event.id)).may_nudge
    outcomes = await asyncio.gather(*(sunny.campaigns.nudge(teacher, event.id) for _ in range(2)))
    assert sorted(outcomes, key=str) == [1, Refused(Reason.ALREADY_NUDGED)]
    assert await told(sunny.database, "event-nudge") == [silent.person_id]
    assert {father.person_id, entered.person_id}.isdisjoint(await told(sunny.database, "event-nudge"))
    assert not (await sunny.events.card(teacher, event.id)).may_nudge
    notice = (await sunny.leased("event-nudge"))[silent.person_id]
    assert await sunny.notices.nudge_for_notice(notice) is not None
    await sunny.rsvps.answer(silent, event.id, Answer.UNSURE)
    assert await sunny.notices.nudge_for_notice(notice) is None, "answered meanwhile"


async def test_taken_back_it_is_cancelled_and_who_has_answered_hears_of_it(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    answered, got, waits = [await sunny.adult(number) for number in (1, 2, 3)]
    event = await sunny.publish(teacher)
    for actor in (answered, got):
        await ends(sunny, actor, status="sent")
        async with sunny.database.work() as work:
            await work.sent.remember(actor.chat_id, 7, f"event:{event.id}", None, person_id=actor.person_id)
    await sunny.rsvps.answer(answered, event.id, Answer.WITH_CHILD)
    preview = await sunny.campaigns.preview_recall(teacher, event.id)
    assert isinstance(preview, RecallPreview)
    assert (preview.standing, preview.unsent, preview.told) == (2, 1, 1)
    outcomes = await asyncio.gather(*(sunny.campaigns.recall(teacher, event.id, 1) for _ in range(2)))
    assert sum(isinstance(outcome, CampaignReport) for outcome in outcomes) == 1
    assert reason(await sunny.changes.cancel(teacher, event.id, 1)) is Reason.EVENT_CANCELLED
    report = await sunny.campaigns.report(teacher, event.id)
    assert (report.state, report.left, report.may_recall) == (CampaignState.RECALLING, 2, False)
    assert await by_status(sunny, "event-cancelled") == {answered.person_id: "queued"}
    assert await by_status(sunny, "event-published") == {answered.person_id: "sent", got.person_id: "sent"}
    mine = [await sunny.rsvps.mine(actor) for actor in (answered, got, waits)]
    assert [len(page.events) for page in mine] == [1, 0, 0], "it is as if it had never been"
    refused = await sunny.restoring.restore(teacher, event.id, 2)
    assert reason(refused) is Reason.RESTORE_TOO_LATE


async def test_nothing_is_done_about_what_is_over_or_cancelled(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    await sunny.adult(1)
    event, over = await sunny.publish(teacher), await sunny.publish(teacher, "t2", days=0.1)
    await sunny.changes.cancel(teacher, event.id, 1)
    sunny.clock.advance(timedelta(hours=3))
    for wrong, why in ((event, Reason.EVENT_CANCELLED), (over, Reason.EVENT_PAST)):
        for outcome in (
            await sunny.campaigns.stop(teacher, wrong.id),
            await sunny.campaigns.go_on(teacher, wrong.id),
            await sunny.campaigns.preview_recall(teacher, wrong.id),
            await sunny.campaigns.recall(teacher, wrong.id, wrong.version),
            await sunny.campaigns.preview_nudge(teacher, wrong.id),
            await sunny.campaigns.nudge(teacher, wrong.id),
        ):
            assert reason(outcome) is why
    assert await sunny.count(RecallRow) == await sunny.count(SentMessageRow) == 0
    assert await sunny.count(EventRow, nudged_at=None, stopped_at=None, recalled_at=None) == 2
