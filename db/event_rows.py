"""Events as rows: the columns that make an event, and which of them people may know of."""

from collections.abc import Iterable
from typing import Any

from db.models import EventRow
from db.models.base import table
from db.partial import stands_in
from domain.event_forms import EventForm, Invitees
from domain.events import ANNOUNCED, Event, EventDraft, EventStatus
from domain.ids import EventId, GroupId, MembershipId, OrganisationId, PersonId, PersonSetId
from domain.seats import Seats, SeatsBy

_E = table(EventRow).c
COLUMNS = (
    *(
        _E.id,
        _E.organisation_id,
        _E.author_id,
        _E.author_person_id,
        _E.title,
        _E.starts_at,
        _E.place,
        _E.note,
    ),
    *(_E.bring, _E.status, _E.version, _E.form, _E.ends_at, _E.answer_until, _E.seats, _E.seats_by),
    *(_E.seats_taken, _E.waiting, _E.for_parents, _E.for_staff, _E.for_partners, _E.picture),
    *(_E.publish_at, _E.published_at, _E.cancelled_at, _E.nudged_at, _E.stopped_at, _E.recalled_at),
    *(_E.series_id, _E.proposed_weeks, _E.returned_words, _E.decided_by),
)
"""What `event_of` reads."""
IS_ANNOUNCED = stands_in(_E.status, *sorted(ANNOUNCED))
"""A kept or planned event is nobody's but its staff's: lists, invitations and messages leave it out."""


def as_seen(event: Event) -> tuple[Any, ...]:
    """The event's row, as long as nobody has changed it, or its state, since it was loaded."""
    return (
        _E.id == event.id,
        _E.organisation_id == event.organisation_id,
        _E.version == event.version,
        _E.status == event.status.value,
    )


def event_of(row: Any, group_ids: Iterable[GroupId], set_ids: Iterable[PersonSetId] = ()) -> Event:
    """A row of `events` as the domain knows it."""
    return Event(
        id=EventId(row["id"]),
        organisation_id=OrganisationId(row["organisation_id"]),
        author_id=MembershipId(row["author_id"]),
        author_person_id=PersonId(row["author_person_id"]),
        title=row["title"],
        starts_at=row["starts_at"],
        place=row["place"],
        note=row["note"],
        bring=row["bring"],
        status=EventStatus(row["status"]),
        version=row["version"],
        group_ids=frozenset(group_ids),
        form=EventForm(row["form"]),
        ends_at=row["ends_at"],
        answer_until=row["answer_until"],
        seats=None if row["seats"] is None else Seats(row["seats"], SeatsBy(row["seats_by"])),
        seats_taken=row["seats_taken"],
        waiting=row["waiting"],
        invitees=Invitees(row["for_parents"], row["for_staff"], row["for_partners"], frozenset(set_ids)),
        picture=row["picture"],
        publish_at=row["publish_at"],
        published_at=row["published_at"],
        cancelled_at=row["cancelled_at"],
        nudged_at=row["nudged_at"],
        stopped_at=row["stopped_at"],
        recalled_at=row["recalled_at"],
        series_id=None if row["series_id"] is None else EventId(row["series_id"]),
        proposed_weeks=row["proposed_weeks"],
        returned_words=row["returned_words"],
        decided_by=None if row["decided_by"] is None else PersonId(row["decided_by"]),
    )


def values_of(draft: EventDraft) -> dict[str, Any]:
    """What of a draft stands in the event's own row; groups and sets stand in tables of theirs."""
    return {
        "title": draft.title,
        "starts_at": draft.starts_at,
        "place": draft.place,
        "note": draft.note,
        "bring": draft.bring,
        "form": draft.form.value,
        "ends_at": draft.ends_at,
        "answer_until": draft.answer_until,
        "seats": None if draft.seats is None else draft.seats.count,
        "seats_by": None if draft.seats is None else draft.seats.by.value,
        "for_parents": draft.invitees.parents,
        "for_staff": draft.invitees.staff,
        "for_partners": draft.invitees.partners,
        "picture": draft.picture,
    }
