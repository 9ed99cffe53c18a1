"""Rows of a kindergarten for tests of SQL: written directly, because joining is tested elsewhere."""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import insert, select, text

from db.audience import Audience
from db.models import (
    ChildRow,
    EventGroupRow,
    EventRow,
    GroupRow,
    GuardianshipRow,
    MembershipRow,
    NoticeRow,
    OrganisationRow,
    PersonRow,
    RsvpRow,
)
from db.models.base import Base
from db.plans import linear
from db.work import Database
from domain.ids import EventId, GroupId, NoticeId, OrganisationId, PersonId
from domain.notices import Notice, NoticeKind, Urgency

LONG_AGO = datetime(2026, 9, 1, tzinfo=UTC)
ZONE = "Asia/Novokuznetsk"


async def add(database: Database, row: type[Base], **values: Any) -> int:
    """One row; gives its number."""
    async with database.work() as work:
        made = await work.connection.execute(insert(row).values(**values).returning(row.__table__.c.id))
        return int(made.scalar_one())


async def organisation(database: Database, **values: Any) -> OrganisationId:
    """A kindergarten in Novokuznetsk with the usual hours."""
    usual = {
        "name": "Солнышко",
        "kind": "kindergarten",
        "timezone": ZONE,
        "quiet_from": time(21),
        "quiet_to": time(8),
        "summary_at": time(19),
        "created_at": LONG_AGO,
    }
    return OrganisationId(await add(database, OrganisationRow, **(usual | values)))


async def person(database: Database, user_id: int, **values: Any) -> PersonId:
    """A known account whose chat has the number of the account."""
    usual = {
        "platform": "telegram",
        "platform_user_id": user_id,
        "chat_id": user_id,
        "locale": "ru",
        "created_at": LONG_AGO,
    }
    return PersonId(await add(database, PersonRow, **(usual | values)))


async def member(
    database: Database, organisation_id: int, user_id: int, role: str = "parent", **values: Any
) -> PersonId:
    """A person with a role."""
    person_id = await person(database, user_id, **values)
    await add(
        database,
        MembershipRow,
        organisation_id=organisation_id,
        person_id=person_id,
        role=role,
        created_at=LONG_AGO,
    )
    return person_id


async def child_of(database: Database, organisation_id: int, number: int, *people: PersonId) -> int:
    """A child in a group of its own, with these adults."""
    group_id = await add(
        database,
        GroupRow,
        organisation_id=organisation_id,
        name=f"Группа {number}",
        sort_key=f"группа {number}",
        emoji="🐻",
        age_band="5-6",
        created_at=LONG_AGO,
    )
    child_id = await add(
        database,
        ChildRow,
        organisation_id=organisation_id,
        number=number,
        group_id=group_id,
        created_at=LONG_AGO,
    )
    for person_id in people:
        async with database.read() as reading:
            membership_id = (
                await reading.connection.execute(
                    select(MembershipRow.id).where(
                        MembershipRow.person_id == person_id, MembershipRow.role == "parent"
                    )
                )
            ).scalar_one()
        await add(
            database,
            GuardianshipRow,
            organisation_id=organisation_id,
            membership_id=membership_id,
            child_id=child_id,
            kinship="parent",
            created_at=LONG_AGO,
        )
    return group_id


async def event(
    database: Database,
    organisation_id: int,
    author: PersonId,
    starts_at: datetime,
    *group_ids: int,
    **values: Any,
) -> EventId:
    """A published event."""
    async with database.read() as reading:
        author_id = (
            await reading.connection.execute(
                select(MembershipRow.id).where(MembershipRow.person_id == author).limit(1)
            )
        ).scalar_one()
    usual = {
        "organisation_id": organisation_id,
        "author_id": author_id,
        "author_person_id": author,
        "title": "Мастер-класс пожарного",
        "starts_at": starts_at,
        "place": "музыкальный зал",
        "status": "published",
        "created_at": LONG_AGO,
        "updated_at": LONG_AGO,
    }
    event_id = await add(database, EventRow, **(usual | values))
    async with database.work() as work:
        for group_id in group_ids:
            await work.connection.execute(insert(EventGroupRow).values(event_id=event_id, group_id=group_id))
    return EventId(event_id)


async def answered(
    database: Database, organisation_id: int, event_id: int, person_id: int, answer: str
) -> None:
    """An answer of an adult."""
    await add(
        database,
        RsvpRow,
        organisation_id=organisation_id,
        event_id=event_id,
        person_id=person_id,
        answer=answer,
        answered_at=LONG_AGO,
    )


async def notices(database: Database, **equal: Any) -> list[Any]:
    """Rows of the outbox, oldest first."""
    table = NoticeRow.__table__
    query = select(table).order_by(table.c.id)
    for name, value in equal.items():
        query = query.where(table.c[name] == value)
    async with database.read() as reading:
        return list((await reading.connection.execute(query)).all())


def notice_of(row: Any) -> Notice:
    """A row of the outbox as the delivery hands it on for its first attempt, to somebody who reads Russian."""
    return Notice(
        id=NoticeId(row.id),
        kind=NoticeKind(row.kind),
        person_id=PersonId(row.person_id),
        organisation_id=OrganisationId(row.organisation_id),
        chat_id=row.chat_id,
        locale="ru",
        params=row.params,
        attempts=0,
        due_at=row.due_at,
        expires_at=row.expires_at,
        urgency=Urgency(row.urgency),
        subject=row.subject,
    )


async def statuses(database: Database, **equal: Any) -> list[str]:
    """Statuses of rows of the outbox, oldest first."""
    return [row.status for row in await notices(database, **equal)]


async def many_families(
    database: Database, organisation_id: int, groups: int, in_each: int, first: int = 1_000_000
) -> list[GroupId]:
    """So many groups with so many children in each, every child with one parent: written by a few statements."""
    series = (
        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :count) "
        if database.writer.dialect.name == "sqlite"
        else "WITH n(i) AS (SELECT generate_series(0, :count - 1)) "
    )
    moment = "2026-09-01 00:00:00"
    steps = (
        "INSERT INTO groups (organisation_id, name, sort_key, emoji, age_band, created_at) "
        + series.replace(":count", ":groups")
        + f"SELECT :organisation, 'Группа ' || key, 'группа ' || key, '🐻', '5-6', '{moment}' "
        "FROM (SELECT CAST(:first + i AS VARCHAR) AS key FROM n) AS numbered",
        "INSERT INTO persons (platform, platform_user_id, chat_id, locale, created_at) "
        + series
        + f"SELECT 'telegram', :first + i, :first + i, 'ru', '{moment}' FROM n",
        "INSERT INTO memberships (organisation_id, person_id, role, created_at) "
        f"SELECT :organisation, id, 'parent', '{moment}' FROM persons WHERE platform_user_id >= :first",
        "INSERT INTO children (organisation_id, number, group_id, created_at) "
        + series
        + "SELECT :organisation, :first + i, (SELECT max(id) FROM groups) - :groups + 1 + i / :in_each, "
        f"'{moment}' FROM n",
        "INSERT INTO guardianships (organisation_id, membership_id, child_id, kinship, created_at) "
        f"SELECT :organisation, m.id, c.id, 'parent', '{moment}' FROM memberships m "
        "JOIN persons p ON p.id = m.person_id "
        "JOIN children c ON c.organisation_id = :organisation AND c.number = p.platform_user_id "
        "WHERE m.organisation_id = :organisation AND p.platform_user_id >= :first",
    )
    values = {
        "organisation": organisation_id,
        "groups": groups,
        "in_each": in_each,
        "count": groups * in_each,
        "first": first,
    }
    async with database.work() as work:
        if database.writer.dialect.name == "postgresql":  # whom a row refers to is not looked up for each
            await work.connection.execute(text("SET LOCAL session_replication_role = replica"))
        async with linear(work.connection):
            for step in steps:
                named = {name: value for name, value in values.items() if f":{name}" in step}
                await work.connection.execute(text(step), named)
        newest = select(GroupRow.id).order_by(GroupRow.id.desc()).limit(groups)
        return [GroupId(group_id) for group_id in (await work.connection.execute(newest)).scalars()]


def audience_of(people: Iterable[PersonId]) -> Audience:
    """These very persons."""
    return Audience(select(PersonRow.id).where(PersonRow.id.in_(sorted(set(people)))))
