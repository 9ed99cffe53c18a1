"""Seats of events: the one place that counts them, and the parties that sit, wait and are offered one.

Whoever writes here holds the event's row first (`hold`): the works of one event follow one another, and PostgreSQL
never sees two that wait for each other.
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Executable, and_, delete, insert, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import EventPartyRow, EventRow
from db.models.base import table
from db.partial import stands_in
from domain.clock import Clock
from domain.events import EventStatus
from domain.ids import ChildId, EventId, OrganisationId, PartyId, PersonId
from domain.parties import Key, Stand
from domain.seats import Party, PartyStatus, Room, Seats, SeatsBy

_E, _P = table(EventRow), table(EventPartyRow)
_COLUMNS = (
    *(_P.c.id, _P.c.event_id, _P.c.child_id, _P.c.person_id, _P.c.size),
    *(_P.c.status, _P.c.ticket, _P.c.offered_until, _P.c.lapses),
)


class EventSeats:
    """Counts seats and moves parties."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def hold(self, organisation_id: OrganisationId, event_id: EventId) -> Room | None:
        """Hold the event's row until the end of this work, and read its seats."""
        held = await self._connection.execute(
            update(_E)
            .where(_E.c.id == event_id, _E.c.organisation_id == organisation_id)
            .values(seats_taken=_E.c.seats_taken)
            .returning(
                *(_E.c.status, _E.c.starts_at, _E.c.answer_until),
                *(_E.c.seats, _E.c.seats_by, _E.c.seats_taken, _E.c.waiting),
            )
        )
        row = held.one_or_none()
        if row is None:
            return None
        return Room(
            organisation_id,
            event_id,
            published=row.status == EventStatus.PUBLISHED.value,
            starts_at=row.starts_at,
            answer_until=row.answer_until,
            seats=None if row.seats is None else Seats(row.seats, SeatsBy(row.seats_by)),
            taken=row.seats_taken,
            waiting=row.waiting,
        )

    async def take(self, room: Room, size: int, *, first_come: bool = False, leaving_queue: int = 0) -> bool:
        """Take so many seats if they are free and nobody waits for them; with `first_come` whoever waits does not count.

        A party that comes out of the queue by this is counted out of it.
        """
        return await self._count(
            room,
            _E.c.status == EventStatus.PUBLISHED.value,
            _E.c.seats_taken + size <= _E.c.seats,
            true() if first_come else _E.c.waiting == 0,
            seats_taken=_E.c.seats_taken + size,
            waiting=_E.c.waiting - leaving_queue,
        )

    async def offer(self, room: Room, size: int) -> bool:
        """Keep so many seats for the first party of the queue, if they are free."""
        return await self._count(
            room,
            _E.c.status == EventStatus.PUBLISHED.value,
            _E.c.starts_at > self._clock.now(),
            _E.c.seats_taken + size <= _E.c.seats,
            _E.c.waiting > 0,
            seats_taken=_E.c.seats_taken + size,
            waiting=_E.c.waiting - 1,
        )

    async def count(self, room: Room, *, seats: int = 0, waiting: int = 0) -> None:
        """Count seats that are given back, or taken whether they are free or not, and parties of the queue."""
        if seats or waiting:
            await self._count(room, seats_taken=_E.c.seats_taken + seats, waiting=_E.c.waiting + waiting)

    async def ticket(self, room: Room) -> int:
        """The next place in the queue."""
        given = await self._connection.execute(
            update(_E)
            .where(_E.c.id == room.event_id, _E.c.organisation_id == room.organisation_id)
            .values(next_ticket=_E.c.next_ticket + 1)
            .returning(_E.c.next_ticket - 1)
        )
        return int(given.scalar_one())

    async def reset(self, room: Room, *, taken: int, waiting: int) -> None:
        """Count anew: the event has other seats, or none any more."""
        await self._count(room, seats_taken=taken, waiting=waiting)

    async def put(self, room: Room, key: Key, stand: Stand, ticket: int | None) -> None:
        """A new party."""
        await self._connection.execute(
            insert(_P).values(
                organisation_id=room.organisation_id,
                event_id=room.event_id,
                child_id=key.child_id,
                person_id=key.person_id,
                size=stand.size,
                status=stand.status.value,
                ticket=ticket,
                lapses=0,
                changed_at=self._clock.now(),
            )
        )

    async def move(self, party: Party, **values: Any) -> bool:
        """Change a party that still stands as it was read; False when it does not."""
        moved = await self._connection.execute(
            update(_P)
            .where(_P.c.id == party.id, _P.c.status == party.status.value)
            .values(changed_at=self._clock.now(), **values)
        )
        return moved.rowcount == 1

    async def drop(self, party: Party) -> bool:
        """Forget a party that still stands as it was read; False when it does not."""
        gone = await self._connection.execute(
            delete(_P).where(_P.c.id == party.id, _P.c.status == party.status.value)
        )
        return gone.rowcount == 1

    async def drop_all(self, room: Room) -> None:
        """Forget every party: the event has no seats any more."""
        await self._connection.execute(delete(_P).where(_P.c.event_id == room.event_id))

    async def of_event(self, event_id: EventId) -> list[Party]:
        """Every party of an event."""
        return await self._parties(select(*_COLUMNS).where(_P.c.event_id == event_id).order_by(_P.c.id))

    async def of_kin(
        self, event_id: EventId, children: Collection[ChildId], people: Collection[PersonId]
    ) -> list[Party]:
        """The parties of these children and of these adults."""
        return await self._parties(
            select(*_COLUMNS).where(_P.c.event_id == event_id, _whose(children, people)).order_by(_P.c.id)
        )

    async def head(self, room: Room) -> Party | None:
        """The first party of the queue; one that is larger than all seats together lets the others pass."""
        found = await self._parties(
            select(*_COLUMNS)
            .where(
                _P.c.event_id == room.event_id,
                stands_in(_P.c.status, PartyStatus.WAITING),
                _P.c.size <= (0 if room.seats is None else room.seats.count),
            )
            .order_by(_P.c.ticket)
            .limit(1)
        )
        return found[0] if found else None

    async def offered(self, event_id: EventId) -> list[Party]:
        """Parties of the event for which seats are kept, in the order of the queue."""
        return await self._parties(
            select(*_COLUMNS)
            .where(_P.c.event_id == event_id, _P.c.status == PartyStatus.OFFERED.value)
            .order_by(_P.c.ticket)
        )

    async def events_with(
        self, organisation_id: OrganisationId, children: Collection[ChildId], people: Collection[PersonId]
    ) -> list[EventId]:
        """Events ahead with a party of these children or adults."""
        rows = await self._connection.scalars(
            select(_P.c.event_id)
            .join(_E, _E.c.id == _P.c.event_id)
            .where(
                _whose(children, people),
                _P.c.organisation_id == organisation_id,
                _E.c.starts_at > self._clock.now(),
            )
            .distinct()
            .order_by(_P.c.event_id)
        )
        return [EventId(event) for event in rows]

    async def _count(self, room: Room, *conditions: Any, **values: Any) -> bool:
        counted = await self._connection.execute(
            update(_E)
            .where(and_(_E.c.id == room.event_id, _E.c.organisation_id == room.organisation_id, *conditions))
            .values(**values)
        )
        return counted.rowcount == 1

    async def _parties(self, query: Executable) -> list[Party]:
        return [party_of(row) for row in (await self._connection.execute(query)).mappings()]


def party_of(row: Any, prefix: str = "") -> Party:
    """A row of `event_parties` as the domain knows it."""
    return Party(
        id=PartyId(row[f"{prefix}id"]),
        event_id=EventId(row[f"{prefix}event_id"]),
        child_id=None if row[f"{prefix}child_id"] is None else ChildId(row[f"{prefix}child_id"]),
        person_id=None if row[f"{prefix}person_id"] is None else PersonId(row[f"{prefix}person_id"]),
        size=row[f"{prefix}size"],
        status=PartyStatus(row[f"{prefix}status"]),
        ticket=row[f"{prefix}ticket"],
        offered_until=row[f"{prefix}offered_until"],
        lapses=row[f"{prefix}lapses"],
    )


def _whose(children: Collection[ChildId], people: Collection[PersonId]) -> Any:
    return or_(_P.c.child_id.in_(sorted(children)), _P.c.person_id.in_(sorted(people)))
