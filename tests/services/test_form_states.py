"""What people are typing survives a restart and concurrent first writes."""

import asyncio
from typing import Any

from aiogram.fsm.storage.base import StorageKey
from sqlalchemy import event

from bot.fsm_storage import FormStorage
from db.work import Database

KEY = StorageKey(bot_id=4242, chat_id=7, user_id=7)


async def test_a_draft_is_found_after_a_restart(database: Database) -> None:
    before = FormStorage(database)
    await before.set_state(KEY, "event:title")
    await before.set_data(KEY, {"title": "Мастер-класс"})

    after = FormStorage(database)

    assert await after.get_state(KEY) == "event:title"
    assert await after.get_data(KEY) == {"title": "Мастер-класс"}


async def test_an_ended_form_leaves_no_row(database: Database) -> None:
    storage = FormStorage(database)
    await storage.set_state(KEY, "event:title")
    await storage.set_data(KEY, {"title": "Мастер-класс"})
    await storage.set_state(KEY, None)
    await storage.set_data(KEY, {})

    async with database.read() as reading:
        assert await reading.form_states.find("4242:7:7::default") is None
    assert await FormStorage(database).get_state(KEY) is None


async def test_a_form_begun_after_a_look_at_nothing_is_seen(database: Database) -> None:
    storage = FormStorage(database)
    assert await storage.get_state(KEY) is None
    await storage.set_state(KEY, "event:title")
    assert await storage.get_state(KEY) == "event:title"


async def test_fifty_first_writes_at_once_are_all_kept(database: Database) -> None:
    storage = FormStorage(database)
    keys = [StorageKey(bot_id=4242, chat_id=n, user_id=n) for n in range(25)]
    await asyncio.gather(
        *(storage.set_state(key, "event:title") for key in keys),
        *(storage.set_data(key, {"title": "Квест"}) for key in keys),
        *(storage.get_state(key) for key in keys),
    )
    for key in keys:
        assert await storage.get_state(key) == "event:title"
        assert await storage.get_data(key) == {"title": "Квест"}


async def test_a_tap_of_somebody_who_types_nothing_asks_nothing(database: Database) -> None:
    storage = FormStorage(database)
    await storage.set_state(KEY, "event:title")
    asked: list[str] = []

    @event.listens_for(database.reader.sync_engine, "before_cursor_execute")
    def note(_c: Any, _cursor: Any, statement: str, _p: Any, _x: Any, _m: bool) -> None:
        asked.append(statement)

    for number in range(8, 12):
        other = StorageKey(bot_id=4242, chat_id=number, user_id=number)
        assert await storage.get_state(other) is None
        await storage.set_state(other, None)
    assert asked == []
    assert await storage.get_state(KEY) == "event:title"
    assert len(asked) == 1
