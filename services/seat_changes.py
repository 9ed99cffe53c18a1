"""What becomes of seats when staff change or cancel an event."""

from dataclasses import dataclass

from db.work import Work
from domain.event_notices import subject_of
from domain.events import Event, EventDraft
from domain.ids import PersonId
from domain.outcomes import Reason, Refused
from domain.parties import Aim, Key, Kin, Rearranged, Said, Stand, rearranged, wishes
from domain.seat_notices import OF_SEATS, given
from domain.seats import Party, PartyStatus, Room
from services.seating import carry_out, rearrange


@dataclass(frozen=True, slots=True)
class SeatPlan:
    """What a change would make of the parties; nothing is written yet."""

    room: Room
    changes: tuple[Rearranged, ...] = ()
    new: tuple[tuple[Key, int], ...] = ()
    """Who comes already to an event that gets seats."""
    freed: tuple[PersonId, ...] = ()
    """Who waited, when there are seats for all now."""
    lifted: bool = False


async def plan_seats(work: Work, event: Event, draft: EventDraft) -> SeatPlan | Refused | None:
    """What other seats, groups or invitees make of who sits and waits; None when nothing.

    Holds the event's row: what is planned is still so when it is carried out.
    """
    same = (event.seats, event.group_ids, event.invitees) == (draft.seats, draft.group_ids, draft.invitees)
    if same or (event.seats is None and draft.seats is None):
        return None
    room = await work.seats.hold(event.organisation_id, event.id)
    if room is None:
        return None
    parties = await work.seats.of_event(event.id)
    said = await work.seat_reads.said(event.id, None, None)
    if draft.seats is None:
        return SeatPlan(room, freed=await _waiting(work, event, parties, said), lifted=True)
    kin = Kin(await work.seat_reads.ties_of_groups(event.id, draft.group_ids, event.group_ids))
    wanted = wishes(kin, said, draft.seats.by)
    await _leave_out_uninvited(work, event, draft, wanted)
    before = room.seats
    resize = before is not None and before.by is not draft.seats.by
    changes = rearranged(parties, kin, wanted, resize=resize)
    new = () if before is not None else tuple(sorted(wanted.items(), key=lambda each: str(each[0])))
    taken = sum(size for _, size in new) + sum(
        change.size for change in changes if change.party.status is not PartyStatus.WAITING
    )
    fewer = before is None or resize or draft.seats.count < before.count
    if fewer and taken > draft.seats.count:
        return Refused(Reason.SEATS_BELOW_COMING, {"taken": taken})
    return SeatPlan(room, tuple(changes), new)


async def carry_out_plan(work: Work, event: Event, plan: SeatPlan) -> None:
    """After the event has changed: let its parties follow, and tell who need not wait any more."""
    if plan.lifted:
        await work.seats.drop_all(plan.room)
        await work.seats.reset(plan.room, taken=0, waiting=0)
        await work.outbox.cancel(subject_of(event.id), OF_SEATS)
        version = event.version + 1
        await work.outbox.put(
            *(given(event.organisation_id, event.id, version, who, event.starts_at) for who in plan.freed)
        )
        return
    await rearrange(work, plan.room, plan.changes)
    for key, size in plan.new:
        await carry_out(work, plan.room, key, None, Aim(Stand(PartyStatus.HELD, size), over=True))


async def withdraw_offers(work: Work, event: Event) -> None:
    """The event is cancelled: seats that were offered wait again, in the old order, if it is brought back."""
    if event.seats is None:
        return
    room = await work.seats.hold(event.organisation_id, event.id)
    if room is None:
        return
    for party in await work.seats.offered(event.id):
        await work.seats.count(room, seats=-party.size, waiting=1)
        await work.seats.move(party, status=PartyStatus.WAITING.value, offered_until=None)
    await work.outbox.cancel(subject_of(event.id), OF_SEATS)


async def _waiting(work: Work, event: Event, parties: list[Party], said: Said) -> tuple[PersonId, ...]:
    """Adults who come and have no seat yet."""
    kin = Kin(await work.seat_reads.ties_of_event(event.id))
    held = {Key(party.child_id, party.person_id) for party in parties if party.status is PartyStatus.HELD}
    coming = sorted(person for person, answer in said.by_adults.items() if answer.comes)
    keys = {person: kin.anchor(person) for person in coming}
    return tuple(
        person
        for person, anchor in keys.items()
        if (Key(None, person) if anchor is None else Key(anchor)) not in held
    )


async def _leave_out_uninvited(work: Work, event: Event, draft: EventDraft, wanted: dict[Key, int]) -> None:
    """Adults without a child count only while the event is for them."""
    alone = [key for key in wanted if key.person_id is not None]
    if not alone:
        return
    organisation = await work.organisations.find(event.organisation_id)
    if organisation is None:
        return
    audience = work.event_audiences.audience_of(
        event.organisation_id,
        draft.group_ids,
        draft.invitees,
        today=work.clock.today(organisation.timezone),
        author=event.author_person_id,
    )
    invited = await work.seat_reads.among([key.person_id for key in alone if key.person_id], audience)
    for key in alone:
        if key.person_id not in invited:
            del wanted[key]
