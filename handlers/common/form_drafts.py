"""Unfinished forms of one person, as the storage of conversations keeps them."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from aiogram.fsm.context import FSMContext

from domain.clock import Clock
from domain.forms import DRAFT_LIFE
from domain.updates import current_update
from handlers.common.form_model import Draft

AT_MOST = 5
"""Unfinished forms kept for one person; the oldest gives way."""
_SEEN = 20


class FormDrafts:
    """Finds, keeps and drops drafts by the names of their forms."""

    def __init__(self, state: FSMContext, clock: Clock) -> None:
        self._state = state
        self._clock = clock

    async def find(self, name: str) -> Draft | None:
        """The draft of this form, unless it is too old."""
        draft = (await self._all()).get(name)
        return draft if draft is not None and self._fresh(draft) else None

    async def keep(self, name: str, draft: Draft) -> None:
        """Write a draft down, with the update that changed it."""
        if (update := current_update.get()) is not None and update.update_id not in draft.seen:
            draft.seen = [*draft.seen, update.update_id][-_SEEN:]
        drafts = await self._all()
        drafts.pop(name, None)
        while len(drafts) >= AT_MOST:
            drafts.pop(min(drafts, key=lambda other: drafts[other].started))
        drafts[name] = draft
        await self._store(drafts)

    async def drop(self, name: str) -> Draft | None:
        """Forget a draft; gives it, if there was one."""
        drafts = await self._all()
        left = drafts.pop(name, None)
        if left is not None:
            await self._store(drafts)
        return left

    def _fresh(self, draft: Draft) -> bool:
        return self._clock.now() - datetime.fromisoformat(draft.started) <= DRAFT_LIFE

    async def _all(self) -> dict[str, Draft]:
        return _drafts_in(await self._state.get_data())

    async def _store(self, drafts: Mapping[str, Draft]) -> None:
        kept = {name: asdict(draft) for name, draft in drafts.items()}
        await self._state.set_data({"drafts": kept} if kept else {})


def repeated(draft: Draft) -> bool:
    """Whether the update that is being answered has changed this draft before."""
    update = current_update.get()
    return update is not None and update.update_id in draft.seen


def _drafts_in(data: Mapping[str, Any]) -> dict[str, Draft]:
    """One of another version of the bot is left out."""
    drafts = {}
    for name, fields in data.get("drafts", {}).items():
        try:
            drafts[name] = Draft(**fields)
        except TypeError:
            continue
    return drafts
