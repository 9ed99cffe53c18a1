"""Chats that announce: who binds which, and posts that are sent once however often the bot is killed."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from db.models import BoundChatRow, EventPostRow
from db.models.base import table
from db.work import Database
from domain.events import Event
from domain.ids import BoundChatId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Role
from domain.posts import SENDING, Bound, ChatKind, EventPost, Lost, PostStatus, SharedChat
from services.bound_chats import BoundChats, follow_chat
from services.event_posts import EventPosts
from services.restoring import carry_over
from tests.services.sunny import Sunny, build_sunny, next_door, told

PARENTS = SharedChat(-500, ChatKind.GROUP, "Родители Солнышка", may_post=True)
CHANNEL = SharedChat(-1_000, ChatKind.CHANNEL, "Новости сада", may_post=True)


class Square:
    """A head, a teacher of «Солнышко» and one of «Лучики», and what they do with chats."""

    def __init__(self, sunny: Sunny, head: Actor, teacher: Actor, other: Actor) -> None:
        self.sunny, self.head, self.teacher, self.other = sunny, head, teacher, other
        self.chats = BoundChats(sunny.database, sunny.clock)
        self.posts = EventPosts(sunny.database, sunny.clock)

    async def bound(
        self, shared: SharedChat = PARENTS, by: Actor | None = None, *, whole: bool = False
    ) -> BoundChatId:
        """A chat of «Солнышко», or of the whole kindergarten."""
        group = None if whole else self.sunny.sun
        outcome = await self.chats.bind(by or self.teacher, self.sunny.organisation_id, group, shared)
        assert isinstance(outcome, Bound), outcome
        return outcome.card.line.chat.id

    async def wanted(self, event: Event, chat: BoundChatId) -> EventPost:
        """A post that was asked for and is due."""
        assert await self.posts.want(self.teacher, event.id, chat) is True
        [post] = await self.posts.due(10)
        return post

    async def posted(self, event: Event, chat: BoundChatId) -> EventPost:
        """One that stands."""
        taken = await self.posts.take(await self.wanted(event, chat), self.sunny.clock.now())
        assert taken is not None
        held, shown = taken
        await self.posts.posted(held, 77, shown.version)
        return replace(held, status=PostStatus.POSTED, message_id=77, version=shown.version)

    async def rows(self, row: Any = EventPostRow) -> list[Any]:
        """Rows of a table."""
        async with self.sunny.database.read() as reading:
            return list(await reading.connection.execute(select(table(row)).order_by(table(row).c.id)))


@pytest.fixture
async def square(database: Database) -> Square:
    """A kindergarten with two groups."""
    sunny = await build_sunny(database)
    head = await sunny.staff(Role.HEAD)
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    return Square(sunny, head, teacher, await sunny.staff(Role.TEACHER, sunny.rays))


async def test_a_chat_belongs_to_one_organisation_and_changes_hands_when_it_is_lost(square: Square) -> None:
    sunny, here = square.sunny, square.sunny.organisation_id
    chat = await square.bound()
    neighbours = await next_door(sunny)
    theirs = await neighbours.staff(Role.HEAD)
    elsewhere = Refused(Reason.CHAT_BOUND_ELSEWHERE)
    assert await square.chats.bind(theirs, neighbours.organisation_id, neighbours.sun, PARENTS) == elsewhere
    assert await square.chats.bind(square.other, here, sunny.rays, PARENTS) == elsewhere, "not their group's"
    again = await square.chats.bind(square.head, here, None, replace(PARENTS, title="Все родители"))
    assert isinstance(again, Bound)
    assert (again.card.line.chat.id, again.card.line.group) == (chat, None)
    assert await square.chats.bind(square.teacher, here, sunny.sun, PARENTS) == elsewhere, "the head's now"

    await square.chats.lost(PARENTS.chat_id, Lost.REMOVED)
    taken = await square.chats.bind(theirs, neighbours.organisation_id, neighbours.sun, PARENTS)
    assert isinstance(taken, Bound)
    assert [row.organisation_id for row in await square.rows(BoundChatRow)] == [neighbours.organisation_id]
    with pytest.raises(Missing):
        await square.chats.card(square.head, taken.card.line.chat.id)


async def test_a_chat_where_the_bot_may_not_write_is_not_bound(square: Square) -> None:
    here, sun = square.sunny.organisation_id, square.sunny.sun
    for shared, kind in ((PARENTS, "group"), (CHANNEL, "channel")):
        outcome = await square.chats.bind(square.teacher, here, sun, replace(shared, may_post=False))
        assert outcome == Refused(Reason.CHAT_NOT_OURS, {"kind": kind})
    with pytest.raises(Forbidden):
        await square.chats.bind(square.teacher, here, None, CHANNEL)
    with pytest.raises(Forbidden):
        await square.chats.bind(square.teacher, here, square.sunny.rays, PARENTS)
    assert await square.rows(BoundChatRow) == []


async def test_a_title_that_tells_a_diagnosis_is_warned_of(square: Square) -> None:
    here, sun = square.sunny.organisation_id, square.sunny.sun
    telling = replace(PARENTS, title="Логопедическая группа")
    plain = await square.chats.bind(square.teacher, here, sun, PARENTS)
    warned = await square.chats.bind(square.teacher, here, sun, telling)
    assert isinstance(plain, Bound)
    assert isinstance(warned, Bound)
    assert (plain.warns, warned.warns) == (False, True)


async def test_an_event_is_offered_to_chats_that_it_concerns(square: Square) -> None:
    sunny = square.sunny
    own, whole = await square.bound(), await square.bound(CHANNEL, square.head, whole=True)
    event = await sunny.publish(square.teacher)
    rays = await sunny.publish(square.other, "t2", group_ids=frozenset({sunny.rays}))
    seen = await square.posts.of_event(square.teacher, event.id)
    assert [(line.chat.chat.id, line.status, line.may_ask) for line in seen.lines] == [(own, None, True)]
    seen = await square.posts.of_event(square.head, event.id)
    assert [line.chat.chat.id for line in seen.lines] == [whole, own]
    assert (await square.posts.of_event(square.other, rays.id)).lines == ()
    for actor, event_id, chat in ((square.teacher, event.id, whole), (square.other, rays.id, own)):
        with pytest.raises(Missing):
            await square.posts.want(actor, event_id, chat)
    assert await square.rows() == []


async def test_a_post_is_sent_once_and_one_that_nobody_came_back_from_is_unknown(square: Square) -> None:
    chat, event = await square.bound(), await square.sunny.publish(square.teacher)
    post = await square.wanted(event, chat)
    assert await square.posts.want(square.teacher, event.id, chat) is False, "it is on its way"
    real = square.sunny.clock.now()
    taken = await square.posts.take(post, real)
    assert taken is not None
    assert await square.posts.take(post, real) is None, "another tick has it"
    assert await square.posts.due(10) == []

    # killed between the call and its commit: whoever comes after it does not send again
    assert await square.posts.lapse(real + SENDING - timedelta(seconds=1)) == 0
    assert await square.posts.lapse(real + SENDING) == 1
    assert await square.posts.due(10) == []
    [line] = (await square.posts.of_event(square.teacher, event.id)).lines
    assert (line.status, line.may_ask) == (PostStatus.UNKNOWN, True)
    await square.posts.posted(taken[0], 5, 1)  # the dead come too late
    [row] = await square.rows()
    assert (row.status, row.message_id) == ("unknown", None)

    # a member of staff has looked into the chat and asks once more
    post = await square.wanted(event, chat)
    assert post.id == row.id
    taken = await square.posts.take(post, real)
    assert taken is not None
    await square.posts.posted(taken[0], 6, 1)
    assert await square.posts.want(square.teacher, event.id, chat) is False
    [row] = await square.rows()
    assert (row.status, row.message_id, row.attempts) == ("posted", 6, 1)


async def test_what_a_restored_backup_believes_unsent_is_not_sent(square: Square) -> None:
    chat, event = await square.bound(), await square.sunny.publish(square.teacher)
    await square.wanted(event, chat)
    await carry_over(square.sunny.database, None)
    assert await square.posts.due(10) == []
    assert [row.status for row in await square.rows()] == ["unknown"]


async def test_what_stands_follows_its_event_and_what_does_not_is_never_sent_late(square: Square) -> None:
    sunny = square.sunny
    chat, event = await square.bound(), await sunny.publish(square.teacher)
    post = await square.posted(event, chat)
    assert await square.posts.stale(10) == []
    changed = sunny.draft(place="спортивный зал")
    await sunny.changes.change(square.teacher, event.id, 1, changed)
    [stale] = await square.posts.stale(10)
    assert (stale.id, stale.message_id) == (post.id, 77)
    await square.posts.put_off(stale, timedelta(minutes=1), "network")
    assert await square.posts.stale(10) == [], "it rests"
    sunny.clock.move_to(sunny.clock.now() + timedelta(minutes=1))
    [stale] = await square.posts.stale(10)
    await square.posts.shown(stale, 2)
    assert await square.posts.stale(10) == []

    other = await sunny.publish(square.teacher, "t2")
    wanted = await square.wanted(other, chat)
    for one, version in ((event, 2), (other, 1)):
        await sunny.changes.cancel(square.teacher, one.id, version)
    assert await square.posts.take(wanted, sunny.clock.now()) is None
    assert await square.posts.due(10) == []
    assert [row.status for row in await square.rows()] == ["posted", "gone"]
    refused = await square.posts.want(square.teacher, other.id, chat)
    assert refused == Refused(Reason.EVENT_PAST)


async def test_a_chat_that_moves_takes_what_is_to_come_with_it(square: Square) -> None:
    sunny = square.sunny
    chat, event = await square.bound(), await sunny.publish(square.teacher)
    await square.posted(event, chat)
    other = await sunny.publish(square.teacher, "t2")
    post = await square.wanted(other, chat)
    taken = await square.posts.take(post, sunny.clock.now())
    assert taken is not None
    await square.posts.moved(taken[0], -900)
    [due] = await square.posts.due(10)
    assert (due.id, due.chat_id) == (post.id, -900)
    assert [row.status for row in await square.rows()] == ["gone", "wanted"]
    [row] = await square.rows(BoundChatRow)
    assert (row.chat_id, row.kind) == (-900, "supergroup")
    async with sunny.database.work() as work:  # said twice, of a chat that is known there already
        await follow_chat(work, PARENTS.chat_id, -900)
    assert len(await square.rows(BoundChatRow)) == 1


async def test_a_lost_chat_is_told_once_to_whoever_relies_on_it(square: Square) -> None:
    sunny = square.sunny
    chat = await square.bound(by=square.head)
    event = await sunny.publish(square.teacher)
    post = await square.wanted(event, chat)
    taken = await square.posts.take(post, sunny.clock.now())
    assert taken is not None
    await square.posts.lost(taken[0], Lost.NO_RIGHTS)
    await square.chats.lost(PARENTS.chat_id, Lost.REMOVED)
    await square.chats.lost(-12345, Lost.REMOVED)
    people = sorted((square.head.person_id, square.teacher.person_id))
    assert await told(sunny.database, "chat-lost") == people
    notices = await sunny.leased("chat-lost")
    news = await square.chats.lost_for_notice(notices[square.head.person_id])
    assert news is not None
    assert news.line.chat.lost_why is Lost.NO_RIGHTS
    [line] = (await square.posts.of_event(square.teacher, event.id)).lines
    assert (line.status, line.error, line.may_ask) == (PostStatus.FAILED, "no-rights", False)
    refused = await square.posts.want(square.teacher, event.id, chat)
    assert isinstance(refused, Refused)

    await square.chats.regained(PARENTS.chat_id)
    assert await square.chats.lost_for_notice(notices[square.head.person_id]) is None
    assert await square.posts.want(square.teacher, event.id, chat) is True
    sunny.clock.move_to(sunny.clock.now() + timedelta(seconds=1))
    await square.chats.lost(PARENTS.chat_id, Lost.REMOVED)
    assert await told(sunny.database, "chat-lost") == sorted([*people, square.head.person_id])
    assert await square.posts.due(10) == [], "it waits until the bot is back"


async def test_a_chat_that_is_let_go_forgets_its_posts(square: Square) -> None:
    chat, event = await square.bound(), await square.sunny.publish(square.teacher)
    await square.posted(event, chat)
    assert await square.chats.unbind(square.teacher, chat) == square.sunny.organisation_id
    assert (await square.rows(), await square.rows(BoundChatRow)) == ([], [])
    with pytest.raises(Missing):
        await square.chats.unbind(square.teacher, chat)
