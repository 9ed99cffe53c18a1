"""Rows of the outbox, written for everybody who is addressed by one statement."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Date, String, and_, case, cast, literal, null, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import NoticeRow, PersonRow
from db.repositories.budget import has_no_room, is_parent
from db.upsert import upsert
from domain.attention import Terms
from domain.ids import OrganisationId
from domain.notices import Circular, NoticeDraft, NoticeStatus

CHAT_CLOSED = "chat-closed"
"""`last_error` of what is never sent because its recipient has blocked the bot."""


async def write_rows(
    connection: AsyncConnection,
    fact: NoticeDraft | Circular,
    agreed: Terms,
    addressed: ColumnElement[bool],
    key: ColumnElement[str],
    *,
    organisation_id: OrganisationId | None,
    now: datetime,
) -> int:
    """One row for each person who is `addressed`, unless its `key` is known; gives the number of new rows."""
    sqlite_here = connection.dialect.name == "sqlite"
    asked = select(
        PersonRow.id,
        PersonRow.chat_id,
        PersonRow.chat_closed_at.is_not(None).label("closed"),
        (is_parent() if agreed.budget_day is not None else literal(False)).label("parent"),
        has_no_room(agreed).label("beyond"),
        key.label("key"),
    ).where(addressed)
    # Either would count each budget over and over if it might take the subquery apart, which a limit forbids SQLite;
    # its driver counts no rows of WITH … INSERT.
    person = (
        asked.limit(-1).subquery("person") if sqlite_here else asked.cte("person").prefix_with("MATERIALIZED")
    ).c
    held = NoticeStatus.SUMMARY if agreed.may_wait else NoticeStatus.QUEUED
    status = case(
        (person.closed, NoticeStatus.FAILED.value),
        (person.beyond, held.value),
        else_=NoticeStatus.QUEUED.value,
    )
    counts = and_(person.parent, ~person.beyond, ~person.closed)
    budget_day = case((counts, literal(agreed.budget_day, Date)), else_=cast(null(), Date))
    columns = NoticeRow.__table__.c
    same = {
        "organisation_id": organisation_id,
        "kind": fact.kind.value,
        "subject": fact.subject,
        "params": dict(fact.params),
        "urgency": agreed.urgency.value,
        "attempts": 0,
        "due_at": agreed.due_at,
        "expires_at": agreed.expires_at,
        "created_at": now,
    }
    values: dict[str, Any] = {
        "person_id": person.id,
        "chat_id": person.chat_id,
        "dedupe_key": person.key,
        "status": status,
        "budget_day": budget_day,
        "last_error": case((person.closed, literal(CHAT_CLOSED)), else_=None),
        "finished_at": case((person.closed, literal(now, columns.finished_at.type)), else_=None),
        **{name: literal(value, columns[name].type) for name, value in same.items()},
    }
    rows = select(*(value.label(name) for name, value in values.items())).order_by(person.id)
    written = await connection.execute(
        upsert(connection, NoticeRow).from_select(list(values), rows).on_conflict_do_nothing()
    )
    return max(written.rowcount, 0)


def key_of_each(start: str) -> ColumnElement[str]:
    """The dedupe key of every person's own row of a circular."""
    return literal(start) + cast(PersonRow.id, String)
