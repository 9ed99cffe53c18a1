"""A database for benches: one kindergarten, 250 parents, one event that is ahead, quizzes that are open."""

from datetime import UTC, datetime, time
from typing import Any, TypeAlias

from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import create_async_engine

from db.engine import writer_engine
from db.migrate import upgrade
from db.models import (
    ChildRow,
    EventGroupRow,
    EventRow,
    GroupRow,
    GuardianshipRow,
    MembershipRow,
    OrganisationRow,
    PersonRow,
)
from db.models.base import Base
from tests.bench import plays
from tests.bench.load import FIRST_PERSON, PEOPLE

GROUPS = 25
BEFORE = datetime(2026, 9, 1, tzinfo=UTC)
AHEAD = datetime(2099, 3, 12, 2, 20, tzinfo=UTC)
TEACHER = 1

Contents: TypeAlias = list[tuple[type[Base], list[dict[str, Any]]]]
"""Tables with their rows."""


def rows(groups: int) -> Contents:
    """Every table with its rows, in the order of their foreign keys; ids count from one."""
    organisation = {
        "id": 1,
        "name": "Детский сад № 7 «Солнышко»",
        "kind": "kindergarten",
        "timezone": "Asia/Novokuznetsk",
        "personal_data": False,
        "quiet_from": time(21),
        "quiet_to": time(8),
        "summary_at": time(19),
        "next_child_number": PEOPLE + 1,
        "created_at": BEFORE,
    }
    group_rows = [
        {
            "id": number,
            "organisation_id": 1,
            "name": f"Группа {number}",
            "sort_key": f"группа {number:03d}",
            "emoji": "🐻",
            "age_band": "5-6",
            "created_at": BEFORE,
        }
        for number in range(1, groups + 1)
    ]
    people = range(1, PEOPLE + 2)
    persons = [
        {
            "id": number,
            "platform": "telegram",
            "platform_user_id": FIRST_PERSON + number - 2 if number > TEACHER else 1_000_000,
            "chat_id": FIRST_PERSON + number - 2 if number > TEACHER else 1_000_000,
            "locale": "ru",
            "created_at": BEFORE,
        }
        for number in people
    ]
    memberships = [
        {
            "id": number,
            "organisation_id": 1,
            "person_id": number,
            "role": "parent" if number > TEACHER else "teacher",
            "created_at": BEFORE,
        }
        for number in people
    ]
    children = [
        {
            "id": number,
            "organisation_id": 1,
            "number": number,
            "group_id": number % groups + 1,
            "created_at": BEFORE,
        }
        for number in range(1, PEOPLE + 1)
    ]
    guardianships = [
        {
            "organisation_id": 1,
            "membership_id": number + 1,
            "child_id": number,
            "kinship": "parent",
            "created_at": BEFORE,
        }
        for number in range(1, PEOPLE + 1)
    ]
    event = {
        "id": 1,
        "organisation_id": 1,
        "author_id": TEACHER,
        "author_person_id": TEACHER,
        "draft_token": "bench",
        "title": "Мастер-класс «Кто готовит обед?»",
        "starts_at": AHEAD,
        "place": "музыкальный зал",
        "bring": False,
        "status": "published",
        "version": 1,
        "created_at": BEFORE,
        "updated_at": BEFORE,
    }
    invited = [{"event_id": 1, "group_id": number} for number in range(1, groups + 1)]
    return [
        (OrganisationRow, [organisation]),
        (PersonRow, persons),
        (GroupRow, group_rows),
        (MembershipRow, memberships),
        (ChildRow, children),
        (GuardianshipRow, guardianships),
        (EventRow, [event]),
        (EventGroupRow, invited),
        *plays.rows(groups, opened=BEFORE, closes=AHEAD),
    ]


async def fill(url: str, groups: int = GROUPS, extra: Contents | None = None) -> None:
    """Migrate an empty database and write the kindergarten into it, and `extra` rows after it."""
    contents = [*rows(groups), *(extra or [])]
    engine = writer_engine(url)
    await upgrade(engine)
    async with engine.begin() as connection:
        for table, lines in contents:
            await connection.execute(insert(table), lines)
        if connection.dialect.name == "postgresql":
            for table, _ in contents:
                if "id" in table.__table__.c:
                    name = table.__tablename__
                    await connection.execute(
                        text(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name}")
                    )
            await connection.execute(text("ANALYZE"))
    await engine.dispose()


async def create_databases(url: str, *names: str) -> None:
    """Empty databases of these names, on the PostgreSQL server of this address."""
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for name in names:
            await connection.execute(text(f"CREATE DATABASE {name}"))
    await engine.dispose()
