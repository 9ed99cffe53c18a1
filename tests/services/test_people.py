"""Who somebody is: remembered between taps, and never longer than it is true."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from sqlalchemy import Table, event
from sqlalchemy.sql import visitors

from db.people_changes import TABLES, changes_people
from db.repositories.role_rows import ROLES
from db.work import Database, Reading
from domain.people import Actor, Visitor
from services.people import REMEMBERED, REMEMBERED_SECONDS, People

ANNA = Visitor("telegram", 5, 5, "Анна", "", "ru")


async def _join(database: Database, visitor: Visitor = ANNA) -> None:
    async with database.work() as work:
        await work.people.create_person(visitor, "ru")


async def _speak(database: Database, locale: str) -> None:
    async with database.work() as work:
        known = await work.people.find_actor(ANNA.platform, ANNA.user_id)
        assert known is not None
        await work.people.set_locale(known.person_id, locale)


def _questions(database: Database) -> list[str]:
    asked: list[str] = []

    @event.listens_for(database.reader.sync_engine, "before_cursor_execute")
    def note(_c: Any, _cursor: Any, statement: str, _p: Any, _x: Any, _m: bool) -> None:
        asked.append(statement)

    return asked


async def _look(people: People) -> Actor:
    actor = await people.find_actor(ANNA)
    assert actor is not None
    return actor


async def test_a_row_of_taps_asks_once(database: Database) -> None:
    await _join(database)
    people = People(database, frozenset())
    asked = _questions(database)
    assert await _look(people) == await _look(people)
    assert len(asked) == 1


async def test_a_change_is_seen_by_the_next_tap(database: Database) -> None:
    await _join(database)
    people = People(database, frozenset())
    assert (await _look(people)).locale == "ru"
    await _speak(database, "en")
    assert (await _look(people)).locale == "en"


async def test_a_change_during_the_look_is_not_missed(database: Database) -> None:
    class Interrupted(Database):
        @asynccontextmanager
        async def read(self) -> AsyncIterator[Reading]:
            async with super().read() as reading:
                yield reading
            await _speak(database_, "en")

    await _join(database)
    database_ = Interrupted(database.url, database.clock)
    people = People(database_, frozenset())
    assert (await _look(people)).locale == "ru"
    assert (await _look(people)).locale == "en"
    await database_.close()


async def test_what_another_program_changed_is_seen_within_a_minute(database: Database) -> None:
    now = 0.0
    await _join(database)
    people = People(database, frozenset(), lambda: now)
    await _look(people)
    other = Database(database.url, database.clock)
    await _speak(other, "en")
    await other.close()
    assert (await _look(people)).locale == "ru"
    now = REMEMBERED_SECONDS
    assert (await _look(people)).locale == "en"


async def test_a_stranger_is_asked_about_every_time(database: Database) -> None:
    people = People(database, frozenset())
    assert await people.find_actor(ANNA) is None
    await _join(database)
    assert await people.find_actor(ANNA) is not None


async def test_memory_is_bounded(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.people.REMEMBERED", 2)
    assert REMEMBERED > 2
    people = People(database, frozenset())
    crowd = [Visitor("telegram", number, number, "Анна", "", "ru") for number in range(1, 4)]
    for visitor in crowd:
        await _join(database, visitor)
    asked = _questions(database)
    for visitor in crowd:
        await people.find_actor(visitor)
    await people.find_actor(crowd[-1])
    assert len(asked) == 3
    await people.find_actor(crowd[0])
    assert len(asked) == 4


def test_every_table_that_makes_an_actor_is_watched() -> None:
    read = {element.name for element in visitors.iterate(ROLES) if isinstance(element, Table)}
    assert read == {row.__tablename__ for row in TABLES}


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE memberships SET ended_at=? WHERE memberships.id = ?", True),
        ('INSERT INTO "persons" (id) VALUES (?)', True),
        ("DELETE FROM guardianships WHERE id IN (SELECT 1)", True),
        ("WITH gone AS (SELECT 1) UPDATE children SET left_at = ?", True),
        ("SELECT persons.id FROM persons", False),
        ("INSERT INTO person_set_members (person_id) VALUES (?)", False),
        ("INSERT INTO audit (id) SELECT id FROM persons", False),
    ],
)
def test_a_change_is_known_by_its_words(statement: str, expected: bool) -> None:
    assert changes_people(statement) is expected
