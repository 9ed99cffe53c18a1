"""Where aiogram keeps what people are typing: our database, so that a restart loses no half-filled form."""

import asyncio
from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from db.work import Database


class FormStorage(BaseStorage):
    """States and drafts of forms. Bookkeeping: it never claims the update being carried out.

    Whose form is unfinished is read once, before the first update, and remembered: a tap outside forms, by far the
    most frequent, asks the database nothing. One process works at a time, and whoever else touches the table (an
    erasure, the purge of old drafts) only makes rows disappear, so «nothing is being typed» stays true.
    """

    def __init__(self, database: Database) -> None:
        self._db = database
        self._unfinished: set[str] | None = None
        self._reading = asyncio.Lock()
        self._writes = 0

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Write the step of the form; None leaves it."""
        name = state.state if isinstance(state, State) else state
        packed = _packed(key)
        if name is None and not await self._may_be_typing(packed):
            return
        await self._begin_write(packed)
        async with self._db.work(claims=False) as work:
            await work.form_states.set_state(packed, key.user_id, name)
            if name is None:
                await work.form_states.forget_empty(packed)
        await self._begin_write(packed)

    async def get_state(self, key: StorageKey) -> str | None:
        """The step of the form, or None."""
        found = await self._find(key)
        return None if found is None else found[0]

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Replace the draft."""
        packed = _packed(key)
        if not data and not await self._may_be_typing(packed):
            return
        await self._begin_write(packed)
        async with self._db.work(claims=False) as work:
            await work.form_states.set_data(packed, key.user_id, data)
            if not data:
                await work.form_states.forget_empty(packed)
        await self._begin_write(packed)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """The draft, empty when there is none."""
        found = await self._find(key)
        return {} if found is None else found[1]

    async def close(self) -> None:
        """Nothing to close: the database belongs to the application."""

    async def _find(self, key: StorageKey) -> tuple[str | None, dict[str, Any]] | None:
        packed = _packed(key)
        if not await self._may_be_typing(packed):
            return None
        writes = self._writes
        async with self._db.read() as reading:
            found = await reading.form_states.find(packed)
        if found is None and writes == self._writes:  # a write in between may have filled it
            (await self._known()).discard(packed)
        return found

    async def _may_be_typing(self, packed: str) -> bool:
        return packed in await self._known()

    async def _known(self) -> set[str]:
        if self._unfinished is None:
            async with self._reading:
                if self._unfinished is None:
                    async with self._db.read() as reading:
                        self._unfinished = await reading.form_states.keys()
        return self._unfinished

    async def _begin_write(self, packed: str) -> None:
        """Called before a write and after its commit: a look that overlaps it forgets nothing."""
        self._writes += 1
        (await self._known()).add(packed)


def _packed(key: StorageKey) -> str:
    parts = (key.bot_id, key.chat_id, key.user_id, key.thread_id or "", key.destiny)
    return ":".join(str(part) for part in parts)
