"""An announcement in calm passes every check of sending; each check fails where what it forbids is true."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from db.models import EventPostRow, NoticeRow, RsvpRow
from db.models.base import Base
from domain.notices import NoticeDraft, NoticeKind
from domain.people import Role
from domain.posts import Bound, ChatKind, SharedChat
from sandbox.world.callbacks import Tap
from services.bound_chats import BoundChats
from services.event_posts import EventPosts
from tests.chaos.answering import KIND_WORD, Answering
from tests.chaos.invariants import Rows, read_rows
from tests.chaos.record import Record, Sent, keep_record
from tests.chaos.sending_invariants import CANCELLED, check_sending
from tests.chaos.story import BREAD, FIRE
from tests.chaos.village import Late, Village
from tests.conftest import START
from tests.scenarios.theatre import theatre
from tests.services.sunny import build_sunny

pytestmark = pytest.mark.asyncio(loop_scope="module")

INVITED = f"{BREAD}\nСможете прийти?"
ONCE = "По вашей ссылке"


@dataclass(frozen=True, slots=True)
class Seen:
    """What an announcement has left: its rows, and what was said."""

    rows: Rows
    sent: tuple[Sent, ...]

    def check(self) -> tuple[int, int]:
        """Second copies, and how many are unknown."""
        account = check_sending(self.rows, Record(list(self.sent)))
        return account.copies, account.unknown

    def put(self, kind: type[Base], which: Callable[[Any], bool], **values: Any) -> "Seen":
        """With other values in the first row that is meant."""
        rows: list[Any] = [dict(row) for row in self.rows.of(kind)]
        next(row for row in rows if which(row)).update(values)
        return replace(self, rows=replace(self.rows, tables=self.rows.tables | {kind: rows}))

    def without(self, words: str) -> "Seen":
        """As if something had not been said."""
        gone = next(one for one in self.sent if words in one.words)
        return replace(self, sent=tuple(one for one in self.sent if one is not gone))

    def again(self, words: str) -> "Seen":
        """As if something had been said twice."""
        return replace(self, sent=(*self.sent, next(one for one in self.sent if words in one.words)))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def calm(
    migrated: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Seen]:
    """Two families: one event stands, also in a group; one is cancelled; one word that may come once."""
    folder: Path = tmp_path_factory.mktemp("calm")
    url = await asyncio.to_thread(migrated, "sqlite")
    async with theatre(url, folder, START) as house:
        record = keep_record(house.world)
        sunny = await build_sunny(house.app.database)
        people = [await house.stage.person(name) for name in ("Анна", "Мария", "Пётр")]
        for player in people:
            await player.start()
        teacher = await sunny.staff(Role.TEACHER, sunny.sun, account=people[0].id)
        mother = await sunny.adult(1, account=people[1].id)
        await sunny.adult(2, account=people[2].id)
        made = {
            "type": "supergroup",
            "title": "Родители",
            "creator": people[0].id,
            "members": [],
            "bot": "member",
        }
        chat = (await house.stage.call("POST", "chats", made))["id"]
        shared = SharedChat(chat, ChatKind.SUPERGROUP, "Родители", may_post=True)
        bound = await BoundChats(sunny.database, sunny.clock).bind(
            teacher, sunny.organisation_id, sunny.sun, shared
        )
        assert isinstance(bound, Bound)
        bread = await sunny.publish(teacher, BREAD, title=BREAD)
        fire = await sunny.publish(teacher, FIRE, title=FIRE)
        posts = EventPosts(sunny.database, sunny.clock)
        assert await posts.want(teacher, bread.id, bound.card.line.chat.id)
        params = {"organisation": sunny.organisation_id, "membership": teacher.memberships[0].id}
        async with sunny.database.work() as work:
            await work.outbox.put(
                NoticeDraft(
                    NoticeKind.STAFF_JOINED, mother.person_id, sunny.organisation_id, "once", params=params
                )
            )
        await house.app.tick()
        await sunny.changes.cancel(teacher, fire.id, fire.version)
        await house.app.tick()
        yield Seen(await read_rows(house.app.database), tuple(record.sent))


def _a(kind: NoticeKind) -> Callable[[Any], bool]:
    return lambda row: row["kind"] == kind.value


def _any(_: Any) -> bool:
    return True


async def test_calm_passes(calm: Seen) -> None:
    assert calm.check() == (0, 0)
    assert any(one.chat_id < 0 for one in calm.sent)


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda seen: seen.without("Сможете прийти?"),
        lambda seen: seen.put(NoticeRow, _a(NoticeKind.EVENT_PUBLISHED), status="cancelled"),
        lambda seen: seen.put(NoticeRow, _a(NoticeKind.EVENT_PUBLISHED), status="retry"),
        lambda seen: seen.without(CANCELLED),
        lambda seen: seen.without(ONCE),
        lambda seen: seen.again(ONCE),
        lambda seen: seen.put(NoticeRow, _a(NoticeKind.STAFF_JOINED), status="failed"),
        lambda seen: replace(seen, sent=(*seen.sent, Sent(4242, 1, INVITED))),
        lambda seen: replace(seen, sent=tuple(one for one in seen.sent if one.chat_id > 0)),
        lambda seen: replace(seen, sent=(*seen.sent, *(one for one in seen.sent if one.chat_id < 0))),
        lambda seen: seen.put(EventPostRow, _any, status="sending"),
    ],
    ids=[
        "an invitation is lost", "an invitation is dropped", "an invitation waits", "somebody believes in it still",
        "a word is lost", "a word comes twice", "a word fails", "a stranger is invited", "a post is lost",
        "a post comes twice", "a post hangs",
    ],
)  # fmt: skip
async def test_what_a_check_forbids(calm: Seen, spoiled: Callable[[Seen], Seen]) -> None:
    with pytest.raises(AssertionError):
        spoiled(calm).check()


async def test_second_copies_and_the_unknown_are_counted(calm: Seen) -> None:
    assert calm.again("Сможете прийти?").check() == (1, 0)
    assert calm.put(NoticeRow, _a(NoticeKind.STAFF_JOINED), status="unknown").check() == (0, 1)


async def test_what_comes_too_late() -> None:
    late = Late(frozenset({7, 8}), ("Сможете прийти?",), 1, frozenset({8}))
    before, other = Sent(7, 1, INVITED), Sent(9, 1, INVITED)
    late.check(Record([before, other, Sent(8, 1, INVITED), Sent(7, 2, "Меню")]))
    with pytest.raises(AssertionError):
        late.check(Record([before, Sent(7, 2, INVITED)]))


async def test_taps_that_are_not_answered_or_not_kept(calm: Seen) -> None:
    village = object.__new__(Village)
    village.person = {7: 1}
    answering = Answering(village, BREAD, [7])

    def tapped(answer: dict[str, Any] | None, *stored: str) -> None:
        answering.tapped = {7: [(Tap("1", 7, 7, 1, 0.0, answer), "no")]}
        rows: list[Any] = [{"person_id": 1, "answer": kept} for kept in stored]
        tables: dict[type[Base], list[Any]] = calm.rows.tables | {RsvpRow: rows}
        answering.check(replace(calm.rows, tables=tables))

    tapped({}, "no")
    tapped({"text": KIND_WORD})
    for answer, stored in (({}, ()), ({}, ("with-child",)), (None, ("no",)), ({"text": KIND_WORD}, ("no",))):
        with pytest.raises(AssertionError):
            tapped(answer, *stored)
