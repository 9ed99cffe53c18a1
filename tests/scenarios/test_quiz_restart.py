"""The bot is killed while a child plays: not a star is lost, on the same phone or on another one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from db.work import Database
from domain.clock import Clock, MovableClock
from sandbox.stories.stage import Player, Seen, Stage
from tests.children import Mother
from tests.scenarios.playroom import question_in, settle
from tests.scenarios.process import town, until
from tests.services.sunny import build_sunny


@pytest.fixture
def sqlite_url(migrated: Callable[[str], str]) -> str:
    """A database for a bot in a process of its own."""
    return migrated("sqlite")


async def asked(who: Player) -> Seen:
    """The newest question; the bot lives by its own clock, and its invitation may come in between at any time."""
    return [seen for seen in await who.messages() if question_in(seen) is not None][-1]


async def test_stars_survive_a_kill(sqlite_url: str, tmp_path: Path, mother: Mother) -> None:
    database = Database(sqlite_url, MovableClock(Clock().now()))
    async with town(sqlite_url, tmp_path, mother) as here:
        bot = await here.start()
        stage = Stage(here.session, here.base)
        room = await settle(stage, await build_sunny(database))
        await room.laid()
        await room.menu(room.mother, "⭐ Викторина", "Даю согласие", "Картинками")
        for _ in range(2):
            item = question_in(await asked(room.mother))
            assert item is not None
            await room.answer(room.mother, item, item.options[0].id)
        before = await asked(room.mother)
        assert before.text.startswith("⭐⭐☆")
        bot.kill()
        await bot.ended()
        item = question_in(before)
        assert item is not None
        label = next(label for label in before.labels if item.options[0].text in label)
        await stage.call(
            "POST", f"people/{room.mother.id}/tap", {"message_id": before.id, "text": label, "wait": 0}
        )
        await here.start()

        async def three_stars() -> bool:
            return (await asked(room.mother)).text.startswith("⭐⭐⭐☆")

        await until(three_stars, "the tap that nobody heard counts after all")
        assert (await asked(room.mother)).id == before.id, "in the same message, picture and all"
        await room.menu(room.father, "⭐ Викторина", "Продолжить")
        assert (await asked(room.father)).text.startswith("⭐⭐⭐☆")
        assert await room.rows("attempts") == 1
    await database.close()
