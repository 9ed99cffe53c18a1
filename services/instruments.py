"""Publication of quizzes: a version is written down once, and must be the same ever after."""

import json

from content.quizzes import Instruments, as_json
from db.work import Database


class InstrumentChanged(Exception):
    """A quiz that was used differs from what was published here: restore the file, and publish a new version instead."""


async def publish(database: Database, instruments: Instruments) -> int:
    """Write new versions down at the start of the bot; how many. Raises `InstrumentChanged` for an altered one."""
    async with database.work(claims=False) as work:
        known = await work.instruments.published()
        new = []
        for instrument in instruments.all():
            published = known.get((instrument.slug, instrument.version))
            if published is None:
                new.append(instrument)
            elif published != instrument.sha256:
                raise InstrumentChanged(f"{instrument.slug}.v{instrument.version}")
        for instrument in new:
            await work.instruments.publish(instrument, json.loads(as_json(instrument)))
    return len(new)
