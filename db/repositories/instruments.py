"""Published versions of quizzes."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import InstrumentVersionRow
from db.models.base import table
from db.upsert import upsert
from domain.clock import Clock
from domain.quizzes import Instrument

_I = table(InstrumentVersionRow)
_PUBLISHED = select(_I.c.slug, _I.c.version, _I.c.sha256)


class Instruments:
    """Remembers what every version was when it was first published."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def published(self) -> Mapping[tuple[str, int], str]:
        """The hashes of all versions that were ever published here."""
        rows = await self._connection.execute(_PUBLISHED)
        return {(slug, version): sha256 for slug, version, sha256 in rows}

    async def publish(self, instrument: Instrument, said: Mapping[str, Any]) -> None:
        """Write a version down; one that stands is left as it is."""
        await self._connection.execute(
            upsert(self._connection, _I)
            .values(
                slug=instrument.slug,
                version=instrument.version,
                sha256=instrument.sha256,
                json=dict(said),
                published_at=self._clock.now(),
            )
            .on_conflict_do_nothing()
        )
