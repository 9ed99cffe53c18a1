"""Where aiogram keeps what people are typing: our database, so that a restart loses no half-filled form."""

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from db.work import Database

REMEMBERED_IDLE = 20_000
"""Chats known to have no form: a tap outside forms, by far the most frequent, asks the database nothing."""


class FormStorage(BaseStorage):
    """States and drafts of forms. Bookkeeping: it never claims the update being carried out.

    Only absence is cached. One process works at a time, and whoever else touches the table (an erasure, the
    purge of old drafts) only makes rows disappear, so a remembered absence stays true.
    """

    def __init__(self, database: Database) -> None:
        self._db = database
        self._idle: OrderedDict[str, None] = OrderedDict()
        self._writes = 0

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Write the step of the form; None leaves it."""
        name = state.state if isinstance(state, State) else state
        packed = _packed(key)
        if name is None and packed in self._idle:
            return
        async with self._db.work(claims=False) as work:
            self._begin_write(packed)
            await work.form_states.set_state(packed, key.user_id, name)
            if name is None:
                await work.form_states.forget_empty(packed)
        self._begin_write(packed)

    async def get_state(self, key: StorageKey) -> str | None:
        """The step of the form, or None."""
        found = await self._find(key)
        return None if found is None else found[0]

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Replace the draft."""
        packed = _packed(key)
        if not data and packed in self._idle:
            return
        async with self._db.work(claims=False) as work:
            self._begin_write(packed)
            await work.form_states.set_data(packed, key.user_id, data)
            if not data:
                await work.form_states.forget_empty(packed)
        self._begin_write(packed)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """The draft, empty when there is none."""
        found = await self._find(key)
        return {} if found is None else found[1]

    async def close(self) -> None:
        """Nothing to close: the database belongs to the application."""

    async def _find(self, key: StorageKey) -> tuple[str | None, dict[str, Any]] | None:
        packed = _packed(key)
        if packed in self._idle:
            return None
        writes = self._writes
        async with self._db.read() as reading:
            found = await reading.form_states.find(packed)
        if found is None and writes == self._writes:  # a write in between may have filled it
            self._idle[packed] = None
            if len(self._idle) > REMEMBERED_IDLE:
                self._idle.popitem(last=False)
        return found

    def _begin_write(self, packed: str) -> None:
        """Called before a write and after its commit: a look that overlaps it remembers nothing."""
        self._writes += 1
        self._idle.pop(packed, None)


def _packed(key: StorageKey) -> str:
    parts = (key.bot_id, key.chat_id, key.user_id, key.thread_id or "", key.destiny)
    return ":".join(str(part) for part in parts)
