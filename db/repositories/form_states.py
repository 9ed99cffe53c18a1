"""What people are typing: the state and the draft of a form, by key."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import String, cast, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import FormStateRow
from db.upsert import upsert
from domain.clock import Clock


class FormStates:
    """One row per person and form; an empty form has no row."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def find(self, key: str) -> tuple[str | None, dict[str, Any]] | None:
        """State and draft under `key`, or None when nothing is being typed."""
        found = await self._connection.execute(
            select(FormStateRow.state, FormStateRow.data).where(FormStateRow.key == key)
        )
        row = found.first()
        return None if row is None else (row[0], dict(row[1]))

    async def keys(self) -> set[str]:
        """Every form that somebody has not finished."""
        return set(await self._connection.scalars(select(FormStateRow.key)))

    async def set_state(self, key: str, user_id: int, state: str | None) -> None:
        """Write the step and keep the draft. Two first writes at once both land in one row."""
        await self._upsert(key, user_id, {"state": state}, {"data": {}})

    async def set_data(self, key: str, user_id: int, data: Mapping[str, Any]) -> None:
        """Replace the draft and keep the step."""
        await self._upsert(key, user_id, {"data": dict(data)}, {"state": None})

    async def forget_empty(self, key: str) -> None:
        """Drop the row once neither a step nor a draft is left."""
        await self._connection.execute(
            delete(FormStateRow).where(
                FormStateRow.key == key,
                FormStateRow.state.is_(None),
                cast(FormStateRow.data, String) == "{}",
            )
        )

    async def _upsert(self, key: str, user_id: int, changing: dict[str, Any], first: dict[str, Any]) -> None:
        stamped = {**changing, "updated_at": self._clock.now()}
        await self._connection.execute(
            upsert(self._connection, FormStateRow)
            .values(key=key, user_id=user_id, **first, **stamped)
            .on_conflict_do_update(index_elements=["key"], set_=stamped)
        )
