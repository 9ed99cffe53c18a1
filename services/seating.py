"""Seats inside a work: the event's row is held first, then its parties are read, counted and written."""

from collections.abc import Collection
from dataclasses import replace

from db.work import Work
from domain.answers import Answer
from domain.ids import ChildId, EventId, OrganisationId, PersonId
from domain.outcomes import Refused
from domain.parties import Aim, Key, Kin, Rearranged, Said, Stand, aim, rearranged, wishes
from domain.seat_views import WhenFull
from domain.seats import Party, PartyStatus, Room


async def seat_adult(work: Work, room: Room, person_id: PersonId, answer: Answer) -> Refused | None:
    """What an adult's answer makes of their party; refused: nothing was changed, the old answer stands."""
    assert room.seats is not None
    kin, said = await around(work, room, people=[person_id])
    anchor = kin.anchor(person_id)
    key = Key(None, person_id) if anchor is None else Key(anchor)
    said = replace(said, by_adults={**said.by_adults, person_id: answer})
    wanted = wishes(kin, said, room.seats.by).get(key, 0)
    return await _settle(work, room, key, wanted, comes=answer.comes, full=WhenFull.QUEUE)


async def seat_family(
    work: Work, room: Room, child_id: ChildId, answer: Answer | None, full: WhenFull
) -> Refused | None:
    """The same for what staff enter for a family, or take back (None)."""
    assert room.seats is not None
    kin, said = await around(work, room, children=[child_id])
    entered = {child: given for child, given in said.entered.items() if child != child_id}
    if answer is not None:
        entered[child_id] = answer
    key = Key(kin.anchor_of_child(child_id))
    wanted = wishes(kin, replace(said, entered=entered), room.seats.by).get(key, 0)
    return await _settle(work, room, key, wanted, comes=answer is not None and answer.comes, full=full)


async def take_offered(work: Work, organisation_id: OrganisationId, own: Party) -> bool:
    """Give a party the seats that are kept for it; False when they are not any more."""
    room = await work.seats.hold(organisation_id, own.event_id)
    if room is None or not room.published:
        return False
    keys = ([] if own.child_id is None else [own.child_id], [] if own.person_id is None else [own.person_id])
    for party in await work.seats.of_kin(room.event_id, *keys):
        if party.status is PartyStatus.HELD:
            return True
        if party.offered_until is not None and party.offered_until > work.clock.now():
            key, held = Key(party.child_id, party.person_id), Stand(PartyStatus.HELD, party.size)
            await carry_out(work, room, key, party, Aim(held))
            return True
    return False


async def around(
    work: Work,
    room: Room,
    *,
    people: Collection[PersonId] = (),
    children: Collection[ChildId] = (),
    gone: Collection[PersonId] = (),
) -> tuple[Kin, Said]:
    """Who hangs together with these people and children, without those who are going, and what they answered."""
    ties = await work.seat_reads.ties_around(room.event_id, children, people)
    kin = Kin(replace(tie, person_id=None) if tie.person_id in gone else tie for tie in ties)
    said = await work.seat_reads.said(room.event_id, kin.people | set(people) - set(gone), kin.children)
    return kin, said


async def carry_out(work: Work, room: Room, key: Key, own: Party | None, to: Aim) -> Refused | None:
    """Bring a party where it gets: first the event's counters, then the party."""
    stand = to.first
    seats, waiting = _difference(own, stand)
    if seats > 0 and not to.over:
        first_come = room.first_come(work.clock.now())
        if not await work.seats.take(room, seats, first_come=first_come, leaving_queue=-waiting):
            if isinstance(to.otherwise, Refused):
                return to.otherwise
            stand = to.otherwise
            seats, waiting = _difference(own, stand)
            await work.seats.count(room, seats=seats, waiting=waiting)
    else:
        await work.seats.count(room, seats=seats, waiting=waiting)
    await _write(work, room, key, own, stand)
    return None


async def rearrange(work: Work, room: Room, changes: Collection[Rearranged]) -> None:
    """Write what became of parties whose children or adults have changed."""
    for change in changes:
        party, key = change.party, change.key
        stand = Stand(party.status, change.size) if change.size else None
        await carry_out(work, room, key, party, Aim(stand, over=True))
        if stand is not None and key != Key(party.child_id, party.person_id):
            _hold_to(await work.seats.move(party, child_id=key.child_id))


async def reseat(
    work: Work,
    organisation_id: OrganisationId,
    *,
    people: Collection[PersonId] = (),
    children: Collection[ChildId] = (),
    gone: Collection[PersonId] = (),
    left: Collection[ChildId] = (),
) -> None:
    """Adults or children came, moved or go: at events ahead their parties shrink, get another anchor, or end.

    `gone` and `left` are leaving and still stand in the tables. No party grows by this: whoever wants more seats taps
    again. The events are held one after the other, by their numbers.
    """
    concerned = {*children, *left}
    for person_id in {*people, *gone}:
        concerned |= set(await work.erasures.children_of(person_id, organisation_id))
    concerned |= await work.seat_reads.siblings(concerned)
    for event_id in await work.seats.events_with(organisation_id, concerned, [*people, *gone]):
        await _reseat_at(work, organisation_id, event_id, concerned, {*people, *gone}, set(gone), set(left))


async def _reseat_at(
    work: Work,
    organisation_id: OrganisationId,
    event_id: EventId,
    concerned: set[ChildId],
    people: set[PersonId],
    gone: set[PersonId],
    left: set[ChildId],
) -> None:
    room = await work.seats.hold(organisation_id, event_id)
    if room is None or room.seats is None:
        return
    ties = await work.seat_reads.ties_around(event_id, concerned, people)
    kin = Kin(
        replace(
            tie,
            person_id=None if tie.person_id in gone else tie.person_id,
            invited=tie.invited and tie.child_id not in left,
        )
        for tie in ties
    )
    said = await work.seat_reads.said(event_id, (kin.people | people) - gone, kin.children)
    wanted = wishes(kin, said, room.seats.by)
    for person_id in people - gone:
        if Key(None, person_id) in wanted and not await _is_invited(work, room, person_id):
            del wanted[Key(None, person_id)]
    parties = await work.seats.of_kin(event_id, concerned | kin.children, people)
    own = [party for party in parties if party.child_id is None or party.child_id in concerned | kin.children]
    await rearrange(work, room, rearranged(own, kin, wanted, strays=True))


async def _is_invited(work: Work, room: Room, person_id: PersonId) -> bool:
    invitation = await work.event_reads.invitation(room.organisation_id, room.event_id, person_id)
    return invitation is not None and invitation.invited


async def _settle(
    work: Work, room: Room, key: Key, wanted: int, *, comes: bool, full: WhenFull
) -> Refused | None:
    children = [] if key.child_id is None else [key.child_id]
    people = [] if key.person_id is None else [key.person_id]
    found = await work.seats.of_kin(room.event_id, children, people)
    own = found[0] if found else None
    to = aim(own, wanted, room, comes=comes, now=work.clock.now(), full=full)
    return to if isinstance(to, Refused) else await carry_out(work, room, key, own, to)


async def _write(work: Work, room: Room, key: Key, own: Party | None, stand: Stand | None) -> None:
    if own is None:
        if stand is not None:
            ticket = await work.seats.ticket(room) if stand.status is PartyStatus.WAITING else None
            await work.seats.put(room, key, stand, ticket)
    elif stand is None:
        _hold_to(await work.seats.drop(own))
    elif stand != Stand(own.status, own.size):
        held = stand.status is PartyStatus.HELD
        offered = stand.status is PartyStatus.OFFERED
        _hold_to(
            await work.seats.move(
                own,
                status=stand.status.value,
                size=stand.size,
                ticket=None if held else own.ticket,
                offered_until=own.offered_until if offered else None,
            )
        )


def _hold_to(done: bool) -> None:
    """The event's row is held, so nobody moved the party meanwhile; if somebody did, the work is rolled back."""
    if not done:
        raise RuntimeError("a party was moved by somebody who does not hold the event")


def _difference(own: Party | None, stand: Stand | None) -> tuple[int, int]:
    """How many seats more are taken, and how many parties more wait."""
    was = None if own is None else Stand(own.status, own.size)
    return _seats(stand) - _seats(was), _waits(stand) - _waits(was)


def _seats(stand: Stand | None) -> int:
    return 0 if stand is None or stand.status is PartyStatus.WAITING else stand.size


def _waits(stand: Stand | None) -> int:
    return int(stand is not None and stand.status is PartyStatus.WAITING)
