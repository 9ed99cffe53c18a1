"""Migrations lead up, down and up again on both engines, and end where the models are."""

from collections.abc import AsyncIterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from db.engine import writer_engine
from db.migrate import downgrade, pending, upgrade
from db.models import Base, LinkRow
from db.work import Database
from domain.event_forms import FOR_PARENTS, EventForm
from domain.notices import NoticeDraft, NoticeKind
from tests.db import families


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    """The writing engine of a migrated database."""
    opened = writer_engine(database_url)
    yield opened
    await opened.dispose()


def _schema(connection: Connection) -> dict[str, tuple[object, ...]]:
    """Tables with their columns, keys and indexes, as the database tells them."""
    told = inspect(connection)
    return {
        table: (
            sorted((c["name"], str(c["type"]), c["nullable"]) for c in told.get_columns(table)),
            sorted(str(i["name"]) for i in told.get_indexes(table)),
            sorted(str(u["name"]) for u in told.get_unique_constraints(table)),
            sorted(str(k["name"]) for k in told.get_foreign_keys(table)),
        )
        for table in told.get_table_names()
    }


async def test_up_down_and_up_again(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        before = await connection.run_sync(_schema)
    await downgrade(engine, "base")
    async with engine.connect() as connection:
        nothing = await connection.run_sync(_schema)
    await upgrade(engine)
    async with engine.connect() as connection:
        after = await connection.run_sync(_schema)
    assert set(nothing) <= {"alembic_version"}
    assert after == before
    assert set(after) - {"alembic_version"} == set(Base.metadata.tables)


async def test_the_migrated_schema_is_that_of_the_models(engine: AsyncEngine) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))

    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_pending_tells_an_old_database_from_a_current_one(engine: AsyncEngine) -> None:
    assert not await pending(engine)
    await downgrade(engine, "base")
    assert await pending(engine)


async def test_a_second_upgrade_does_nothing(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.execute(text("INSERT INTO installation (name, value) VALUES ('mark', '1')"))
    await upgrade(engine)
    async with engine.connect() as connection:
        kept = await connection.execute(text("SELECT value FROM installation WHERE name = 'mark'"))
        assert kept.scalar_one() == "1"


async def test_events_of_before_are_meetings_for_parents(database: Database, engine: AsyncEngine) -> None:
    home = await families.organisation(database)
    author = await families.member(database, home, 7, "teacher")
    event_id = await families.event(database, home, author, families.LONG_AGO)
    await downgrade(engine, "0004")
    await upgrade(engine)
    async with database.read() as reading:
        event = await reading.events.find(home, event_id)
    assert event is not None
    assert (event.form, event.invitees, event.seats) == (EventForm.OTHER, FOR_PARENTS, None)
    assert event.published_at == families.LONG_AGO


async def test_messages_of_before_that_ended_without_an_answer_may_have_come(
    database: Database, engine: AsyncEngine
) -> None:
    home = await families.organisation(database)
    teacher = await families.member(database, home, 7, "teacher")
    errors = ("network", "unknown", "lease-lapsed", "bad-request")
    drafts = (NoticeDraft(NoticeKind.GUEST_APPLIED, teacher, home, error) for error in errors)
    async with database.work() as work:
        await work.outbox.put(*drafts)
        await work.connection.execute(text("UPDATE outbox SET last_error = dedupe_key"))
    await downgrade(engine, "0019")
    await upgrade(engine)
    async with engine.connect() as connection:
        rows = await connection.execute(text("SELECT last_error FROM outbox WHERE may_have_come"))
    assert set(rows.scalars()) == set(errors) - {"bad-request"}


async def test_links_that_an_older_bot_does_not_know_go_with_it(
    database: Database, engine: AsyncEngine
) -> None:
    home = await families.organisation(database)
    same = {"organisation_id": home, "created_at": families.LONG_AGO}
    for kind in ("invited", "partner"):
        await families.add(database, LinkRow, **same, kind=kind, token_hash=kind)
    await downgrade(engine, "0018")
    await upgrade(engine)
    async with engine.connect() as connection:
        assert list((await connection.execute(text("SELECT kind FROM links"))).scalars()) == ["partner"]
