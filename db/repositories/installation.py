"""Secrets of the installation itself."""

import secrets

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import SettingRow
from db.upsert import upsert

HASH_KEY = "person-hash-key"
"""Name of the key of keyed hashes."""


class Installation:
    """What is made once and stays: it travels with every backup."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def person_hash_key(self) -> bytes:
        """The key of keyed hashes, made at its first use; two first uses at once agree on one."""
        known = await self._known()
        if known is None:
            await self._connection.execute(
                upsert(self._connection, SettingRow)
                .values(name=HASH_KEY, value=secrets.token_hex(32))
                .on_conflict_do_nothing()
            )
            known = await self._known()
        assert known is not None
        return bytes.fromhex(known)

    async def _known(self) -> str | None:
        found = await self._connection.execute(select(SettingRow.value).where(SettingRow.name == HASH_KEY))
        return found.scalar_one_or_none()
