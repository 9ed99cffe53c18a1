"""A kindergarten of some hundred families whom the bot knows, for storms over an announcement that is going out."""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from inspect import isawaitable

from sqlalchemy import insert, select, update

from db.models import ChildRow, EventPostRow, GuardianshipRow, MembershipRow, NoticeRow, PersonRow
from db.models.base import table
from db.work import Database
from domain.clock import MovableClock
from domain.events import Event
from domain.ids import GroupId
from domain.notices import NoticeDraft, NoticeKind, NoticeStatus
from domain.people import Actor, Role
from domain.posts import Bound, ChatKind, SharedChat
from sandbox.world import World
from services.bound_chats import BoundChats
from services.event_posts import EventPosts
from tests.chaos.conftest import Battlefield
from tests.chaos.forked_bot import ForkedBot
from tests.chaos.phones import Phone
from tests.chaos.record import Record
from tests.chaos.story import BREAD
from tests.conftest import START
from tests.scenarios.theatre import OWNER
from tests.services.sunny import Sunny, build_sunny

FIRST_NUMBER = 7
"""Codes of children below it are Sunny's own."""
FIRST_FAMILY = 2_000_000
TEACHER = 1_900_000
DRAIN_SECONDS = 60.0
SOON = START + timedelta(minutes=5)
"""What is due by then is due at once; the author hears of failures later."""
UNSENT = [NoticeStatus.QUEUED.value, NoticeStatus.RETRY.value, NoticeStatus.LEASED.value]


@dataclass(frozen=True, slots=True)
class Late:
    """From some moment on nobody is told what `words` say, but what was on its way at that moment."""

    chats: frozenset[int]
    words: tuple[str, ...]
    since: int
    """How many messages of the bot there were."""
    on_their_way: frozenset[int]
    """Chats whose message was."""

    def check(self, record: Record) -> None:
        """It was so."""
        told = [
            one
            for one in record.sent[self.since :]
            if one.chat_id in self.chats and all(word in one.words for word in self.words)
        ]
        wrong = [one for one in told if one.chat_id not in self.on_their_way]
        assert not wrong, (self.words, wrong[:3])


@dataclass(slots=True)
class Village:
    """«Солнышко» bakes bread, «Лучики» is visited by a fireman; everybody has a phone and has pressed Start."""

    battle: Battlefield
    bot: ForkedBot
    """Whoever works."""
    database: Database
    sunny: Sunny
    teacher: Actor
    sun: list[int] = field(default_factory=list)
    """Chats of the adults of a group."""
    rays: list[int] = field(default_factory=list)
    person: dict[int, int] = field(default_factory=dict)
    chat: int = 0
    """A group of parents, in which the bot announces too."""
    lates: list[Late] = field(default_factory=list)

    async def announce(self, title: str, group: GroupId) -> Event:
        """The teacher publishes."""
        return await self.sunny.publish(self.teacher, title, title=title, group_ids=frozenset({group}))

    async def post(self, event: Event) -> None:
        """And has it announced in the parents' chat."""
        chats = BoundChats(self.database, self.database.clock)
        shared = SharedChat(self.chat, ChatKind.SUPERGROUP, "Родители", may_post=True)
        bound = await chats.bind(self.teacher, self.sunny.organisation_id, self.sunny.sun, shared)
        assert isinstance(bound, Bound)
        posts = EventPosts(self.database, self.database.clock)
        assert await posts.want(self.teacher, event.id, bound.card.line.chat.id)

    async def tell_once(self, chats: Collection[int]) -> None:
        """A word to each that may come at most once."""
        membership = self.teacher.memberships[0].id
        params = {"organisation": self.sunny.organisation_id, "membership": membership}
        async with self.database.work() as work:
            await work.outbox.put(
                *(
                    NoticeDraft(
                        NoticeKind.STAFF_JOINED,
                        self.person[chat],  # type: ignore[arg-type]  # a number of a row
                        self.sunny.organisation_id,
                        f"once:{chat}",
                        params=params,
                    )
                    for chat in chats
                )
            )

    async def cancel(self, event: Event) -> None:
        """The teacher cancels; from now on nobody is invited."""
        await self.sunny.changes.cancel(self.teacher, event.id, event.version)
        await self._from_now_on(self.rays, event.title, "Сможете прийти?")

    async def blocked(self, *chats: int) -> None:
        """They block the bot, and are sent nothing any more."""
        for chat in chats:
            await self.battle.stage.call("POST", f"people/{chat}/block", {})
        since = len(self.battle.record.sent)
        self.lates.append(Late(frozenset(chats), (), since, frozenset()))

    async def removed(self, *chats: int) -> None:
        """They lose their role."""
        people = [self.person[chat] for chat in chats]
        async with self.database.work() as work:
            await work.connection.execute(
                update(MembershipRow)
                .where(MembershipRow.person_id.in_(people))
                .values(ended_at=self.database.clock.now())
            )
        await self._from_now_on(chats, "")

    async def _from_now_on(self, chats: Collection[int], *words: str) -> None:
        """What is leased now, or has been told by the time it is read, may have been asked for before."""
        since = len(self.battle.record.sent)
        leased = select(table(NoticeRow).c.chat_id).where(
            table(NoticeRow).c.status == NoticeStatus.LEASED.value, table(NoticeRow).c.chat_id.in_(chats)
        )
        async with self.database.read() as reading:
            held = frozenset((await reading.connection.execute(leased)).scalars())
        self.lates.append(Late(frozenset(chats), words, since, held))

    async def left(self, now: datetime = SOON) -> list[str]:
        """Notices and posts that are due and not told."""
        n, p = table(NoticeRow).c, table(EventPostRow).c
        due = select(n.id, n.kind, n.status, n.attempts, n.last_error, n.leased_until)
        posts = select(p.id, p.status, p.attempts, p.last_error, p.due_at)
        async with self.database.read() as reading:
            rows = [
                *await reading.connection.execute(due.where(n.status.in_(UNSENT), n.due_at <= now)),
                *await reading.connection.execute(posts.where(p.status.in_(["wanted", "sending"]))),
            ]
        return [str(row) for row in rows]

    async def drained(self, now: datetime = SOON, *, seconds: float = DRAIN_SECONDS) -> None:
        """Wait until nothing that is due by `now` is left to be told."""

        async def nothing_left() -> bool:
            return not await self.left(now)

        try:
            await self.until(nothing_left, seconds)
        except TimeoutError:
            left = await self.left(now)
            raise AssertionError(f"{len(left)} not told: {left[:5]}") from None

    async def until(self, holds: Callable[[], object], seconds: float = DRAIN_SECONDS) -> None:
        """Wait, with the bot alive, until something holds."""
        async with asyncio.timeout(seconds):
            while True:
                seen = holds()
                if (await seen) if isawaitable(seen) else seen:
                    return
                self.bot.check()
                await self.battle.world.events.happened.wait(0.2)

    async def going_out(self, count: int) -> None:
        """Wait until so many invitations have been told."""
        await self.until(lambda: len(self.told(BREAD)) >= count)

    def told(self, title: str) -> list[int]:
        """Chats that have been invited, each as often as it was."""
        return [
            one.chat_id
            for one in self.battle.record.sent
            if title in one.words and "Сможете прийти?" in one.words and one.chat_id > 0
        ]

    def phone(self, chat: int) -> Phone:
        """Somebody's phone."""
        return Phone(self.battle.stage, self.battle.world, self.bot, chat)


@asynccontextmanager
async def settle(battle: Battlefield, *, sun: int, rays: int = 0) -> AsyncIterator[Village]:
    """So many adults in each group, while the bot sleeps; each of them has a child and an open chat."""
    database = Database(battle.database.url, MovableClock(START))
    try:
        sunny = await build_sunny(database)
        teacher = await sunny.staff(Role.TEACHER, sunny.sun, sunny.rays, account=TEACHER)
        village = Village(battle, battle.bot, database, sunny, teacher)
        village.sun = list(range(FIRST_FAMILY, FIRST_FAMILY + sun))
        village.rays = list(range(FIRST_FAMILY + sun, FIRST_FAMILY + sun + rays))
        await _born(village)
        _with_phones(battle.world, (OWNER, TEACHER, *village.sun, *village.rays))
        made = await battle.stage.call(
            "POST",
            "chats",
            {
                "type": "supergroup",
                "title": "Родители",
                "creator": TEACHER,
                "members": [TEACHER],
                "bot": "member",
            },
        )
        village.chat = int(made["id"])
        yield village
    finally:
        await database.close()


def _with_phones(world: World, numbers: Collection[int]) -> None:
    for number in numbers:
        person = world.people.add("Анна", person_id=number)
        person.started = True
        world.people.keep(person)


async def _born(village: Village) -> None:
    """An adult for each chat, a child for each adult."""
    here, now = village.sunny.organisation_id, village.database.clock.now()
    adults = [(chat, village.sunny.sun) for chat in village.sun]
    adults += [(chat, village.sunny.rays) for chat in village.rays]
    chats = {"platform": "telegram", "locale": "ru", "created_at": now}
    child = {"organisation_id": here, "created_at": now}
    persons, memberships, children = table(PersonRow).c, table(MembershipRow).c, table(ChildRow).c
    async with village.database.work() as work:
        await work.connection.execute(
            insert(PersonRow), [chats | {"platform_user_id": chat, "chat_id": chat} for chat, _ in adults]
        )
        known = await work.connection.execute(
            select(persons.chat_id, persons.id).where(persons.chat_id >= FIRST_FAMILY)
        )
        village.person = {row[0]: row[1] for row in known}
        await work.connection.execute(
            insert(MembershipRow),
            [child | {"person_id": village.person[chat], "role": Role.PARENT.value} for chat, _ in adults],
        )
        await work.connection.execute(
            insert(ChildRow),
            [
                child | {"number": number, "group_id": group}
                for number, (_, group) in enumerate(adults, FIRST_NUMBER)
            ],
        )
        roles = await work.connection.execute(
            select(memberships.person_id, memberships.id).where(memberships.role == Role.PARENT.value)
        )
        membership = {row[0]: row[1] for row in roles}
        numbers = await work.connection.execute(
            select(children.number, children.id).where(children.number >= FIRST_NUMBER)
        )
        number_of = {row[0]: row[1] for row in numbers}
        await work.connection.execute(
            insert(GuardianshipRow),
            [
                child
                | {
                    "membership_id": membership[village.person[chat]],
                    "child_id": number_of[number],
                    "kinship": "parent",
                }
                for number, (chat, _) in enumerate(adults, FIRST_NUMBER)
            ],
        )
