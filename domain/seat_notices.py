"""What is told about seats: that one is free for a party, that its offer is over, that there are seats for all."""

from datetime import datetime

from domain.event_notices import subject_of
from domain.ids import EventId, OrganisationId, PersonId
from domain.notices import NoticeDraft, NoticeKind
from domain.seats import Party, Room

OF_SEATS = (NoticeKind.SEAT_OFFERED, NoticeKind.SEAT_LAPSED)
"""What is not worth sending any more once an event is cancelled, or has no seats."""


def offer_key(party: Party) -> str:
    """With what the keys begin of messages about the offer that a party has now: a second one has another ticket."""
    return f"seat:{party.event_id}:{party.id}:{party.ticket}:"


def offered(room: Room, party: Party, person_id: PersonId, *, expires_at: datetime) -> NoticeDraft:
    """«Освободилось место»: kept for the whole party, told to each of its adults who comes."""
    return NoticeDraft(
        NoticeKind.SEAT_OFFERED,
        person_id,
        room.organisation_id,
        f"{offer_key(party)}{person_id}",
        expires_at=expires_at,
        params={"event": room.event_id, "party": party.id, "ticket": party.ticket or 0},
        subject=subject_of(room.event_id),
    )


def lapsed(room: Room, party: Party, person_id: PersonId) -> NoticeDraft:
    """The offer is over: the party waits at the end of the queue, or has left it."""
    return NoticeDraft(
        NoticeKind.SEAT_LAPSED,
        person_id,
        room.organisation_id,
        f"seat-lapsed:{party.event_id}:{party.id}:{party.ticket}:{person_id}",
        expires_at=room.starts_at,
        params={"event": room.event_id, "party": party.id},
        subject=subject_of(room.event_id),
    )


def given(
    organisation_id: OrganisationId, event_id: EventId, version: int, person_id: PersonId, starts_at: datetime
) -> NoticeDraft:
    """There are seats for all now: whoever waited may come."""
    return NoticeDraft(
        NoticeKind.SEAT_GIVEN,
        person_id,
        organisation_id,
        f"seat-given:{event_id}:{version}:{person_id}",
        expires_at=starts_at,
        params={"event": event_id},
        subject=subject_of(event_id),
    )
