"""The queue goes on by itself: offers that are over lapse, freed seats are offered to who is first."""

from collections.abc import Awaitable, Callable

from db.reads.seats import SeatedEvent
from db.work import Database, Work
from domain.clock import Clock
from domain.event_notices import subject_of
from domain.ids import PersonId
from domain.offers import AWAKE, after_offer, may_offer_now, offer_until, waits_on
from domain.seat_notices import lapsed, offered
from domain.seats import Party, PartyStatus, Room
from services.seating import around

BATCH = 100


class SeatOffers:
    """«Do whatever is due by now»: a missed tick costs nothing, a second one does nothing. Each event is a work of its own."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock

    async def run_due(self) -> None:
        """What the clock calls: first lapse, then offer what has become free."""
        await self.lapse_due()
        await self.offer_due()

    async def lapse_due(self) -> int:
        """Parties whose offer is over wait at the end of the queue, or leave it; gives how many."""
        async with self._db.read() as reading:
            due = await reading.seat_reads.with_lapsed(BATCH)
        return await self._each(due, _lapse)

    async def offer_due(self) -> int:
        """Free seats are offered in the order of the queue, by day; gives how many parties got an offer."""
        async with self._db.read() as reading:
            due = await reading.seat_reads.with_room(BATCH)
        now = self._clock.now()
        return await self._each([event for event in due if may_offer_now(now, event.hours)], _offer)

    async def _each(
        self, events: list[SeatedEvent], act: Callable[[Work, Room, SeatedEvent], Awaitable[int]]
    ) -> int:
        done = 0
        for event in events:
            async with self._db.work(claims=False) as work:
                room = await work.seats.hold(event.organisation_id, event.event_id)
                if room is not None and room.seats is not None:
                    done += await act(work, room, event)
        return done


async def _lapse(work: Work, room: Room, _: SeatedEvent) -> int:
    now = work.clock.now()
    done = 0
    for party in await work.seats.offered(room.event_id):
        if party.offered_until is None:
            continue
        told = await work.seat_reads.offer_told(party)
        until = after_offer(party.offered_until, told, now, room.closes)
        if until > now:
            if until != party.offered_until:
                await work.seats.move(party, offered_until=until)
            continue
        await _end_offer(work, room, party, now < room.starts_at and room.published)
        done += 1
    return done


async def _end_offer(work: Work, room: Room, party: Party, ahead: bool) -> None:
    """Take the kept seats back; ahead of the event that counts as a lapse, and the party is told."""
    if ahead and not waits_on(party.lapses):
        await work.seats.count(room, seats=-party.size)
        await work.seats.drop(party)
    else:
        await work.seats.count(room, seats=-party.size, waiting=1)
        ticket = await work.seats.ticket(room) if ahead else party.ticket
        lapses = party.lapses + int(ahead)
        await work.seats.move(
            party, status=PartyStatus.WAITING.value, ticket=ticket, offered_until=None, lapses=lapses
        )
    if ahead:
        coming, _ = await _who_comes(work, room, party)
        await work.outbox.put(*(lapsed(room, party, person_id) for person_id in coming))
        await _note(work, room, "seat.lapsed", party)


async def _offer(work: Work, room: Room, event: SeatedEvent) -> int:
    until = offer_until(work.clock.now(), room.starts_at, room.answer_until, event.hours)
    done = 0
    while until is not None and (party := await work.seats.head(room)) is not None:
        coming, entered = await _who_comes(work, room, party)
        reachable = await work.seat_reads.reachable(coming)
        if not reachable and not entered:
            await work.seats.count(room, waiting=-1)
            await work.seats.drop(party)
            await _note(work, room, "seat.unreachable", party)
            continue
        if not await work.seats.offer(room, party.size):
            break
        if reachable:
            await work.seats.move(party, status=PartyStatus.OFFERED.value, offered_until=until)
            drafts = (
                offered(room, party, person_id, expires_at=room.closes - AWAKE) for person_id in reachable
            )
            await work.outbox.put(*drafts)
        else:
            await work.seats.move(party, status=PartyStatus.HELD.value, ticket=None)
        await _note(work, room, "seat.offered" if reachable else "seat.given", party)
        done += 1
    return done


async def _who_comes(work: Work, room: Room, party: Party) -> tuple[list[PersonId], bool]:
    """The adults of a party who come, and whether staff entered that it does: such a family is not asked again."""
    if party.child_id is None:
        return ([] if party.person_id is None else [party.person_id]), False
    kin, said = await around(work, room, children=[party.child_id])
    members = kin.members(party.child_id)
    coming = sorted(person for person, answer in said.by_adults.items() if person in members and answer.comes)
    entered = any(
        answer.comes and kin.anchor_of_child(child) == party.child_id
        for child, answer in said.entered.items()
    )
    return coming, entered


async def _note(work: Work, room: Room, action: str, party: Party) -> None:
    await work.audit.note(
        action,
        organisation_id=room.organisation_id,
        by=None,
        subject=subject_of(room.event_id),
        party=party.id,
        seats=party.size,
    )
