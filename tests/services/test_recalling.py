"""Taking back while it is being sent: nothing stays in a chat, whatever was on its way or died on its way."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import Response, SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType
from sqlalchemy import select, update

from bot.services import Services, build_services
from db.models import NoticeRow, RecallRow
from db.work import Database
from domain.answers import Answer
from domain.campaigns import IN_FLIGHT, CampaignReport, CampaignState
from domain.clock import MovableClock
from domain.ids import EventId, PersonId
from domain.people import Actor
from messenger.post import Post
from messenger.uploads import Uploads
from scheduler.live_reports import LiveReports, reporters
from scheduler.recalling import Recalls
from screens import campaigns as screens
from services.sent import LIVE
from tests.db import families
from tests.scenarios.engines import ON_SQLITE
from tests.services.post_office import PostOffice, open_office


@dataclass(slots=True)
class Desk:
    """A head's desk over the post office: announcements, and the ticks of taking back and of open reports."""

    office: PostOffice
    services: Services
    head: Actor
    recalls: Recalls
    reports: LiveReports
    held: asyncio.Event = field(default_factory=asyncio.Event)
    """Until it is set, the worker does not hear of messages that Telegram has taken."""
    taken: asyncio.Queue[int] = field(default_factory=asyncio.Queue)
    """Chats whose messages Telegram has taken."""

    async def announced(self, *people: PersonId, days: int = 2) -> EventId:
        """An event whose invitations wait in the outbox."""
        event_id = await self.office.event(*people, starts_at=self.office.clock.now() + timedelta(days=days))
        await self.office.announce(event_id, *people)
        return event_id

    async def recall(self, event_id: EventId) -> None:
        """The head takes it back."""
        outcome = await self.services.campaigns.recall(self.head, event_id, 1)
        assert isinstance(outcome, CampaignReport), outcome

    async def done(self) -> bool:
        """Whether the recall has come to its end."""
        async with self.office.database.read() as reading:
            found = await reading.connection.execute(select(RecallRow.done_at))
        return found.scalar_one() is not None

    async def sent_out(self) -> None:
        """What is due is told."""
        async with asyncio.TaskGroup() as tasks:
            delivery = await self.office.start(tasks)
            assert await delivery.worker.settle(10)
            await delivery.stop()


class LateAnswers(BaseRequestMiddleware):
    """Around every call of the bot: Telegram has the message, its answer comes when the desk lets it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """The call."""
        answer = await make_request(bot, method)
        if isinstance(method, SendMessage):
            self._desk.taken.put_nowait(int(method.chat_id))
            await self._desk.held.wait()
        return answer


@pytest.fixture
async def desk(database: Database, clock: MovableClock, tmp_path: Path) -> AsyncIterator[Desk]:
    """The desk; answers of Telegram come at once."""
    async with open_office(database, clock, tmp_path) as office:
        person = await families.member(database, office.home, 2, role="head")
        await office.phone(2)
        async with database.read() as reading:
            head = await reading.people.find_person(person)
        assert head is not None
        services = build_services(database, clock, office.settings)
        post = Post(office.bot, clock, Uploads())
        desk = Desk(
            *(office, services, head),
            Recalls(post, services.recalling, clock),
            LiveReports(post, services.sent, reporters(services.campaigns, services.announcement_campaigns)),
        )
        desk.held.set()
        office.bot.session.middleware(LateAnswers(desk))
        yield desk


async def test_what_was_on_its_way_is_caught(desk: Desk) -> None:
    office = desk.office
    people = [await office.family() for _ in range(3)]
    event_id = await desk.announced(*people)
    desk.held.clear()
    async with asyncio.TaskGroup() as tasks:
        delivery = await office.start(tasks)
        for _ in people:  # Telegram has them all, and the worker has heard of none
            await asyncio.wait_for(desk.taken.get(), 10)
        await desk.recall(event_id)
        await desk.recalls.take_back()
        office.clock.advance(IN_FLIGHT)
        await desk.recalls.take_back()
        assert not await desk.done(), "three messages are on their way"
        desk.held.set()
        assert await delivery.worker.settle(10)
        await delivery.stop()
    assert [len(await office.texts(person)) for person in people] == [1, 1, 1]
    await desk.recalls.take_back()
    assert [await office.texts(person) for person in people] == [[], [], []]
    assert await desk.done()
    report = await desk.services.campaigns.report(desk.head, event_id)
    assert (report.state, report.left) == (CampaignState.RECALLED, 0)


async def test_half_sent_half_stopped_and_who_has_answered_is_told(desk: Desk) -> None:
    office = desk.office
    got, answered, waits = [await office.family() for _ in range(3)]
    event_id = await desk.announced(got, answered, waits)
    async with office.database.work() as work:
        later = update(NoticeRow).where(NoticeRow.person_id == waits)
        await work.connection.execute(later.values(due_at=office.clock.now() + timedelta(minutes=5)))
    await desk.sent_out()
    assert await desk.services.campaigns.stop(desk.head, event_id) == 1
    await families.answered(office.database, office.home, event_id, answered, Answer.ALONE.value)
    await desk.recall(event_id)
    await desk.recalls.take_back()
    assert not await desk.done(), "something might still be on its way"
    office.clock.advance(IN_FLIGHT)
    await desk.recalls.take_back()
    assert await desk.done()
    await desk.sent_out()
    await desk.recalls.take_back()
    assert await office.texts(got) == await office.texts(waits) == []
    [told] = await office.texts(answered)
    assert "Мероприятие отменено" in told, "the cancellation is not taken back"


@ON_SQLITE
async def test_killed_in_the_middle_it_goes_on_and_what_is_too_old_is_changed(desk: Desk) -> None:
    office = desk.office
    gone, blocked, old = [await office.family() for _ in range(3)]
    event_id = await desk.announced(gone, blocked, old, days=5)
    await desk.sent_out()
    await desk.recall(event_id)
    [message] = await office.heard(gone)  # deleted by a process that was killed before it could say so
    await office.bot.delete_message(await office.chat_of(gone), message["id"])
    await office.sim(f"/people/{await office.chat_of(blocked)}/block")
    office.clock.advance(timedelta(hours=47))
    await desk.recalls.take_back()
    assert await desk.done()
    assert await office.texts(gone) == []
    [left] = await office.texts(old)
    assert left == "↩️ Это приглашение отозвано и больше не действует."
    assert len(await office.calls("deleteMessage")) == 1, "not even tried"


async def test_a_killed_sender_s_lease_is_waited_for(desk: Desk) -> None:
    office = desk.office
    mother = await office.family()
    event_id = await desk.announced(mother)
    async with office.database.work() as work:  # a sender that dies with the row in its hands
        real = office.clock.now()
        assert len(await work.leases.lease(1, real=real, until=real + timedelta(days=300))) == 1
    await desk.recall(event_id)
    office.clock.advance(IN_FLIGHT)
    await desk.recalls.take_back()
    assert not await desk.done()
    await desk.sent_out()  # its lease lapses, and what it held is not true any more
    assert await families.statuses(office.database) == ["cancelled"]
    await desk.recalls.take_back()
    assert await desk.done()
    assert await office.texts(mother) == []


@ON_SQLITE
async def test_a_network_that_fails_is_tried_again_at_the_next_tick(desk: Desk) -> None:
    office = desk.office
    mother = await office.family()
    event_id = await desk.announced(mother)
    await desk.sent_out()
    await desk.recall(event_id)
    await office.sim("/faults", kind="server_error", method="deleteMessage")
    await desk.recalls.take_back()
    assert len(await office.texts(mother)) == 1
    await desk.recalls.take_back()
    assert await office.texts(mother) == []


@ON_SQLITE
async def test_an_open_report_renews_itself_until_it_is_left_or_over(desk: Desk) -> None:
    office, chat = desk.office, desk.head.chat_id
    mother = await office.family()
    event_id = await desk.announced(mother)
    report = screens.report(await desk.services.campaigns.report(desk.head, event_id))
    assert report.live == f"event:{event_id}"
    message = await office.bot.send_message(chat, "отчёт")
    await desk.services.sent.remember(chat, message.message_id, report)
    await desk.reports.renew()
    [text] = await office.texts(desk.head.person_id)
    assert "Ждёт отправки: 1" in text
    edits = len(await office.calls("editMessageText"))
    await desk.reports.renew()
    assert len(await office.calls("editMessageText")) == edits, "nothing new, nothing said"
    await desk.sent_out()
    await desk.reports.renew()
    [text] = await office.texts(desk.head.person_id)
    assert "Доставлено сообщений: 1" in text
    assert desk.services.sent.live() == [], "it is over"

    other = await desk.announced(mother)
    waiting = screens.report(await desk.services.campaigns.report(desk.head, other))
    await desk.services.sent.remember(chat, message.message_id, waiting)
    await desk.services.sent.remember(chat, message.message_id, screens.taken_back())
    assert desk.services.sent.live() == [], "another screen stands there"
    await desk.services.sent.remember(chat, message.message_id, waiting)
    office.clock.advance(LIVE)
    assert desk.services.sent.live() == [], "nobody looks at it any more"
    async with office.database.work() as work:
        await work.people.end_membership(office.home, desk.head.memberships[0].id)
    await desk.services.sent.remember(chat, message.message_id, waiting)
    await desk.reports.renew()
    assert desk.services.sent.live() == [], "it is not for this person any more"
