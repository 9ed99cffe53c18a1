"""A database for benches of sending: one kindergarten of thousands of families, and events that are ready to be announced."""

import asyncio
from dataclasses import dataclass
from datetime import time, timedelta

from sqlalchemy import func, select, text

from db.engine import writer_engine
from db.migrate import upgrade
from db.models import NoticeRow
from db.work import Database
from domain.actions.event_drafts import PublishKept
from domain.actions.events import AnswerEvent, OpenEventReport
from domain.answers import Answer
from domain.clock import Clock
from domain.ids import EventId
from domain.notices import NoticeStatus
from sandbox.world.people import FIRST_PERSON
from screens.buttons import pack
from tests.bench.telegram import HEAD
from tests.db import families

IN_EACH = 20
"""Families of a group; a crowd is whole groups."""
FAR_AHEAD = timedelta(days=30)
"""Nobody is reminded meanwhile."""
_one_migration = asyncio.Lock()
"""Alembic knows one migration at a time."""
ALWAYS = time(0)
"""Quiet hours that begin when they end are none: a bench is run at night as well."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """An event that the head has put aside, and may announce with a tap."""

    event_id: EventId
    people: range
    """Accounts of those whom it reaches."""

    @property
    def publish(self) -> str:
        """The button «Опубликовать сейчас»."""
        return pack(PublishKept(self.event_id, 1))

    @property
    def answer(self) -> str:
        """The button «Приду с ребёнком», once it is announced."""
        return pack(AnswerEvent(self.event_id, Answer.WITH_CHILD))

    @property
    def report(self) -> str:
        """The button «Кому дошло»."""
        return pack(OpenEventReport(self.event_id))


async def gather(url: str, *sizes: int) -> list[Announcement]:
    """Fill an empty database with crowds of these sizes, and for each of them an announcement to it alone."""
    engine = writer_engine(url)
    async with _one_migration:
        await upgrade(engine)
    await engine.dispose()
    database = Database(url, Clock())
    home = await families.organisation(database, quiet_from=ALWAYS, quiet_to=ALWAYS)
    head = await families.member(database, home, HEAD, role="head")
    ahead = database.clock.now() + FAR_AHEAD
    first = FIRST_PERSON
    announcements = []
    for size in sizes:
        groups = await families.many_families(database, home, size // IN_EACH, IN_EACH, first)
        kept = {"status": "draft", "title": "Мастер-класс «Кто готовит обед?»"}
        event_id = await families.event(database, home, head, ahead, *groups, **kept)
        announcements.append(Announcement(event_id, range(first, first + size)))
        first += size
    if database.writer.dialect.name == "postgresql":
        async with database.writer.begin() as connection:
            await connection.execute(text("ANALYZE"))
    await database.close()
    return announcements


async def put(database: Database, announcement: Announcement, *statuses: NoticeStatus) -> int:
    """How many of its messages are in the outbox, or in one of these states there."""
    outbox = NoticeRow.__table__.c
    query = select(func.count()).where(outbox.subject == f"event:{announcement.event_id}")
    if statuses:
        query = query.where(outbox.status.in_([status.value for status in statuses]))
    async with database.read() as reading:
        return int((await reading.connection.execute(query)).scalar_one())
