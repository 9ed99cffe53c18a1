"""What a database knows of the time after a backup, carried over into the backup that takes its place.

A backup is a moment of the past. What it does not know may do harm: it would tell again what has been told, give
numbers again that stand in old buttons, and forget screens with codes that must be removed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, Table, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import (
    LinkRow,
    MembershipRow,
    MessageMentionRow,
    NoticeRow,
    OrganisationRow,
    PersonRow,
    SentMessageRow,
    SettingRow,
)
from db.models.base import table
from db.personal import NOBODY
from db.repositories.given_numbers import Given, GivenNumbers
from db.repositories.installation import HASH_KEY
from domain.clock import Clock
from domain.ids import MembershipId, OrganisationId, PersonId
from domain.notice_rules import RULES, Guarantee
from domain.notices import FINAL, NoticeStatus
from domain.restoring import CarriedOver

RESTORED = "restored"
"""`last_error` of a message of which nobody knows since a restore whether it was told."""
ONCE = frozenset(kind.value for kind, rule in RULES.items() if rule.guarantee is Guarantee.AT_MOST_ONCE)

_OUTBOX, _SENT, _MENTIONS = table(NoticeRow), table(SentMessageRow), table(MessageMentionRow)
_LINKS = table(LinkRow)
_UNFINISHED = [status.value for status in NoticeStatus if status not in FINAL]
_CLOSED = ("revoked_at", "spent_at", "spent_by")
_ENDED = ("status", "attempts", "budget_day", "last_error", "may_have_come", "finished_at")
_BATCH = 500

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Past:
    """What is to be remembered of the database that goes."""

    installation: str | None
    """Its secret: by it it is known as the one that the backup is of."""
    given: Given
    """Numbers that were given."""
    nameless: frozenset[int]
    """Organisations in which names are switched off."""
    ended: frozenset[int]
    """Roles that have ended."""
    closed_links: Rows
    """Links that open nothing any more: revoked, or spent."""
    told: Rows
    """Finished messages that would still be of use."""
    waiting: frozenset[str]
    """Keys of messages that had certainly not been told."""
    standing: Rows
    """Messages in chats."""
    mentions: Rows
    """Who is named in them."""


class Restoring:
    """Reads the past, and writes it into the restored database."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def past(self, since: datetime) -> Past:
        """What this database knows of the time since the backup was made."""
        useful = _OUTBOX.c.expires_at > self._clock.now()
        final = [status.value for status in FINAL]
        named = select(_MENTIONS.c.sent_message_id)
        worth = or_(_SENT.c.sent_at >= since, _SENT.c.remove_after.is_not(None), _SENT.c.id.in_(named))
        certain = _OUTBOX.c.status.in_(set(_UNFINISHED) - {NoticeStatus.LEASED.value})
        organisations = await self._rows(select(table(OrganisationRow)))
        closed = or_(_LINKS.c.revoked_at.is_not(None), _LINKS.c.spent_at.is_not(None))
        return Past(
            installation=await self._installation(),
            given=await GivenNumbers(self._connection).read(),
            nameless=frozenset(row["id"] for row in organisations if not row["personal_data"]),
            ended=frozenset(
                await self._connection.scalars(
                    select(MembershipRow.id).where(MembershipRow.ended_at.is_not(None))
                )
            ),
            closed_links=await self._rows(
                select(_LINKS.c.id, *(_LINKS.c[name] for name in _CLOSED)).where(closed)
            ),
            told=await self._rows(select(_OUTBOX).where(useful, _OUTBOX.c.status.in_(final))),
            waiting=frozenset(
                await self._connection.scalars(select(_OUTBOX.c.dedupe_key).where(useful, certain))
            ),
            standing=await self._rows(select(_SENT).where(worth)),
            mentions=await self._rows(select(_MENTIONS)),
        )

    async def carry_over(self, past: Past | None) -> CarriedOver:
        """Write the past into this database; None when nothing is known of it."""
        await GivenNumbers(self._connection).keep(None if past is None else past.given)
        if past is not None:
            await self._close_links(past.closed_links)
        told, unknown, repeated = await self._settle_outbox(past)
        if past is not None:
            await self._remember_messages(past)
        return CarriedOver(past is not None, told, unknown, repeated)

    async def _settle_outbox(self, past: Past | None) -> tuple[int, int, int]:
        """Messages that the backup believes untold: what is known of them, else what their guarantee says."""
        ends = {} if past is None else {row["dedupe_key"]: row for row in past.told}
        waiting = frozenset[str]() if past is None else past.waiting
        columns = _OUTBOX.c
        untold = await self._rows(
            select(columns.id, columns.dedupe_key, columns.kind, columns.status, columns.due_at).where(
                columns.status.in_(_UNFINISHED), columns.expires_at > self._clock.now()
            )
        )
        told = unknown = repeated = 0
        for row in untold:
            end = ends.get(row["dedupe_key"])
            begun = row["due_at"] <= self._clock.now() or row["status"] == NoticeStatus.LEASED.value
            if end is not None:
                await self._end(row["id"], **{name: end[name] for name in _ENDED})
                told += 1
            elif row["dedupe_key"] in waiting or not begun:
                continue
            elif row["kind"] in ONCE:
                finished = {"finished_at": self._clock.now(), "last_error": RESTORED}
                await self._end(row["id"], status=NoticeStatus.UNKNOWN.value, **finished)
                unknown += 1
            else:
                repeats = update(_OUTBOX).where(columns.id == row["id"])
                await self._connection.execute(repeats.values(may_have_come=True))
                repeated += 1
        known = set(await self._connection.scalars(select(columns.dedupe_key)))
        people = await self._people()
        later = [
            {**row, "summary_id": None, "leased_until": None}
            for key, row in ends.items()
            if key not in known and row["person_id"] in people
        ]
        await self._insert(_OUTBOX, later)
        return told + len(later), unknown, repeated

    async def _end(self, notice_id: int, **values: Any) -> None:
        await self._connection.execute(
            update(_OUTBOX)
            .where(_OUTBOX.c.id == notice_id)
            .values(leased_until=None, summary_id=None, **values)
        )

    async def _remember_messages(self, past: Past) -> None:
        """Where messages stand in chats: to be changed, emptied of a name, or removed when their day is over."""
        people = await self._people()
        chats = set(await self._connection.scalars(select(PersonRow.chat_id)))
        named: dict[int, list[int]] = {}
        for mention in past.mentions:
            if mention["person_id"] in people:
                named.setdefault(mention["sent_message_id"], []).append(mention["person_id"])
        for row in past.standing:
            if row["remove_after"] is None and row["id"] not in named and row["chat_id"] not in chats:
                continue
            await self._connection.execute(
                delete(_SENT).where(
                    _SENT.c.chat_id == row["chat_id"], _SENT.c.message_id == row["message_id"]
                )
            )
            made = await self._connection.execute(insert(_SENT).values(_new(row)).returning(_SENT.c.id))
            sent_id = made.scalar_one()
            mentions = [
                {"sent_message_id": sent_id, "person_id": person} for person in named.get(row["id"], ())
            ]
            if mentions:
                await self._connection.execute(insert(_MENTIONS), mentions)

    async def came_back(self, past: Past) -> list[tuple[OrganisationId, MembershipId, PersonId]]:
        """Roles that had been taken away after the backup and stand in it as if they had not."""
        active = await self._rows(
            select(MembershipRow.id, MembershipRow.organisation_id, MembershipRow.person_id).where(
                MembershipRow.ended_at.is_(None)
            )
        )
        return [
            (OrganisationId(row["organisation_id"]), MembershipId(row["id"]), PersonId(row["person_id"]))
            for row in active
            if row["id"] in past.ended
        ]

    async def is_of_here(self, past: Past) -> bool:
        """Whether the past is that of this installation; before the first consent nobody can tell."""
        found = await self._connection.execute(select(SettingRow.value).where(SettingRow.name == HASH_KEY))
        return found.scalar_one_or_none() in (None, past.installation)

    async def _close_links(self, links: Rows) -> None:
        for link in links:
            await self._connection.execute(
                update(_LINKS).where(_LINKS.c.id == link["id"]).values({name: link[name] for name in _CLOSED})
            )

    async def _installation(self) -> str | None:
        """The secret made at the first consent; None before it."""
        found = await self._connection.execute(select(SettingRow.value).where(SettingRow.name == HASH_KEY))
        return found.scalar_one_or_none()

    async def _people(self) -> set[int]:
        return set(await self._connection.scalars(select(PersonRow.id).where(PersonRow.platform != NOBODY)))

    async def _rows(self, query: Executable) -> Rows:
        return [dict(row) for row in (await self._connection.execute(query)).mappings()]

    async def _insert(self, into: Table, rows: Rows) -> None:
        fresh = [_new(row) for row in rows]
        for start in range(0, len(fresh), _BATCH):
            await self._connection.execute(insert(into), fresh[start : start + _BATCH])


def _new(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row without its number: it gets one of its own."""
    return {name: value for name, value in row.items() if name != "id"}
