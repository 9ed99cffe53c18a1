"""Announcements without a date in chats, on both engines: offered to chats of parents, posted once, in step, taken back."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.services import Services, build_services
from bot.settings import Settings
from db.models import EventPostRow
from db.models.base import table
from db.work import Database
from domain.announcements import Announcement, AnnouncementDraft
from domain.event_forms import FOR_PARENTS, Invitees
from domain.ids import BoundChatId, GroupId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Actor, Role
from domain.posts import Bound, ChatKind, EventPost, Lost, PostedWords, PostStatus, SharedChat
from tests.query_plans import recorded, scans
from tests.services.sunny import Sunny, build_sunny, next_door, told

SECOND, LONG = timedelta(seconds=1), timedelta(days=800)


class Board:
    """A head, a teacher of «Солнышко», their chats, and the services."""

    def __init__(self, sunny: Sunny, do: Services, head: Actor, teacher: Actor) -> None:
        self.sunny, self.do, self.head, self.teacher = sunny, do, head, teacher
        self.chats: dict[GroupId | None, BoundChatId] = {}

    async def bind(self, by: Actor, group: GroupId | None) -> None:
        shared = SharedChat(-500 - (group or 0), ChatKind.GROUP, "Родители", may_post=True)
        bound = await self.do.bound_chats.bind(by, self.sunny.organisation_id, group, shared)
        assert isinstance(bound, Bound)
        self.chats[group] = bound.card.line.chat.id

    async def say(
        self, by: Actor, token: str, *groups: GroupId, whom: Invitees = FOR_PARENTS
    ) -> Announcement:
        """One that is out."""
        draft = AnnouncementDraft("Собираем коробки", frozenset(groups), whom)
        made = await self.do.announcements.publish(by, self.sunny.organisation_id, draft, token)
        assert isinstance(made, Announcement), made
        return (await self.do.announcements.card(by, made.id)).announcement

    async def offered(self, actor: Actor, words: Announcement) -> list[BoundChatId]:
        """Chats in which it may be posted."""
        seen = await self.do.announcement_posts.of_announcement(actor, words.id)
        return [line.chat.chat.id for line in seen.lines]

    async def wanted(self, words: Announcement) -> EventPost:
        """It is wanted in the chat of «Солнышко», and due."""
        chat = self.chats[self.sunny.sun]
        assert await self.do.announcement_posts.want(self.teacher, words.id, chat) is True
        assert await self.do.announcement_posts.want(self.teacher, words.id, chat) is False
        [post] = await self.do.event_posts.due(10)
        return post

    async def posted(self, words: Announcement) -> EventPost:
        """It stands there."""
        taken = await self.do.event_posts.take(await self.wanted(words), self.sunny.clock.now())
        assert taken is not None
        await self.do.event_posts.posted(taken[0], 77, taken[1].version)
        return taken[0]

    async def states(self) -> list[str]:
        """What became of the posts."""
        async with self.sunny.database.read() as reading:
            rows = await reading.connection.execute(
                select(table(EventPostRow).c.status).order_by(table(EventPostRow).c.id)
            )
            return list(rows.scalars())


@pytest.fixture
async def board(database: Database) -> Board:
    """Chats of «Солнышко», of «Лучики» and of the whole kindergarten."""
    sunny = await build_sunny(database)
    do = build_services(database, database.clock, Settings(_env_file=None))
    board = Board(sunny, do, await sunny.staff(Role.HEAD), await sunny.staff(Role.TEACHER, sunny.sun))
    await sunny.adult(1)
    for by, group in ((board.teacher, sunny.sun), (board.head, sunny.rays), (board.head, None)):
        await board.bind(by, group)
    return board


async def test_words_are_offered_to_chats_of_the_parents_they_are_for(board: Board) -> None:
    sunny, chats, posts = board.sunny, board.chats, board.do.announcement_posts
    words = await board.say(board.teacher, "t1", sunny.sun)
    assert await board.offered(board.teacher, words) == [chats[sunny.sun]]
    assert await board.offered(board.head, words) == [chats[None], chats[sunny.sun]]
    with pytest.raises(Missing):
        await posts.want(board.teacher, words.id, chats[None])
    with pytest.raises(Missing):
        await posts.want(board.head, words.id, chats[sunny.rays])
    staff = await board.say(board.head, "t2", whom=Invitees(parents=False, staff=True))
    kept = await board.do.announcement_drafts.keep(
        board.teacher, sunny.organisation_id, AnnouncementDraft("Позже", frozenset({sunny.sun})), "t3"
    )
    assert isinstance(kept, Announcement)
    theirs = await (await next_door(sunny)).staff(Role.HEAD)
    for actor, number in ((board.head, staff.id), (board.head, kept.id), (theirs, words.id)):
        with pytest.raises(Missing):
            await posts.of_announcement(actor, number)
        with pytest.raises(Missing):
            await posts.want(actor, number, chats[None])
    assert await board.states() == []


async def test_posted_once_in_step_and_never_after_it_was_taken_back(board: Board) -> None:
    sunny, do, clock = board.sunny, board.do, board.sunny.clock
    words = await board.say(board.teacher, "t1", sunny.sun)
    post = await board.wanted(words)
    taken = await do.event_posts.take(post, clock.now())
    assert taken is not None
    assert await do.event_posts.take(post, clock.now()) is None, "another tick has it"
    held, shown = taken
    assert isinstance(shown, PostedWords)
    assert [group.id for group in shown.groups] == [sunny.sun]
    await do.event_posts.posted(held, 77, shown.version)
    assert await do.event_posts.stale(10) == []

    clock.advance(SECOND)
    await do.announcement_changes.reword(board.teacher, words.id, words.version, "Хватит коробок")
    with recorded(sunny.database) as ran:
        [stale] = await do.event_posts.stale(10)
    if sunny.database.url.startswith("sqlite"):
        assert await scans(sunny.database, ran) == {}
    assert (stale.id, stale.message_id) == (post.id, 77)
    now = await do.event_posts.look(stale)
    assert isinstance(now, PostedWords)
    assert (now.words.text, now.taken_back) == ("Хватит коробок", False)
    await do.event_posts.shown(stale, now.version)
    assert await do.event_posts.stale(10) == []

    # taken back: what stands is to go; what was wanted is never sent; nothing can be asked for
    other = await board.say(board.teacher, "t2", sunny.sun)
    wanted = await board.wanted(other)
    assert not isinstance(await do.announcement_campaigns.stop(board.teacher, other.id), Refused)
    assert await do.event_posts.take(wanted, clock.now()) is None
    refused = await do.announcement_posts.want(board.teacher, other.id, board.chats[sunny.sun])
    assert refused == Refused(Reason.NOT_SENDING_ANY_MORE)
    await do.announcement_campaigns.recall(board.teacher, words.id, now.version)
    [stale] = await do.event_posts.stale(10)
    back = await do.event_posts.look(stale)
    assert back is not None
    assert back.taken_back
    await do.event_posts.end(stale, PostStatus.GONE, "recalled")
    assert await do.event_posts.stale(10) == []
    refused = await do.announcement_posts.want(board.teacher, words.id, board.chats[sunny.sun])
    assert refused == Refused(Reason.NOT_SENDING_ANY_MORE)
    assert await board.states() == ["gone", "gone"]

    # of one that was never reworded the post goes, too
    third = await board.say(board.teacher, "t3", sunny.sun)
    post = await board.posted(third)
    assert await do.event_posts.stale(10) == []
    await do.announcement_campaigns.recall(board.teacher, third.id, third.version)
    assert [stale.id for stale in await do.event_posts.stale(10)] == [post.id]

    async with sunny.database.work() as work:
        await work.announcements.purge_before(sunny.organisation_id, clock.now() + LONG)
    assert await board.states() == []


async def test_its_author_hears_of_a_chat_that_takes_nothing(board: Board) -> None:
    words = await board.say(board.head, "t1", board.sunny.sun)
    post = await board.wanted(words)
    taken = await board.do.event_posts.take(post, board.sunny.clock.now())
    assert taken is not None
    await board.do.event_posts.lost(taken[0], Lost.NO_RIGHTS)
    people = sorted((board.head.person_id, board.teacher.person_id))
    assert await told(board.sunny.database, "chat-lost") == people
    seen = await board.do.announcement_posts.of_announcement(board.teacher, words.id)
    assert [(line.status, line.may_ask) for line in seen.lines] == [(PostStatus.FAILED, False)]
    refused = await board.do.announcement_posts.want(board.teacher, words.id, board.chats[board.sunny.sun])
    assert refused == Refused(Reason.CHAT_NOT_OURS, {"kind": "group"})
