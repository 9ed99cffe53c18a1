"""Where an adult's own party stands at an event, as columns and joins of questions about invitations."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.sql.selectable import ScalarSelect

from db.models import ChildRow, EventGroupRow, EventPartyRow, EventRow, GuardianshipRow, MembershipRow
from db.models.base import table
from db.partial import stands_in
from db.repositories.seats import party_of
from domain.events import Event, answers_until
from domain.offers import FIRST_COME
from domain.people import Role
from domain.seats import PartyStatus, Seating

_E, _C = table(EventRow), table(ChildRow).alias("own_child")
_EG, _GU, _M = (
    table(EventGroupRow).alias("own_group"),
    table(GuardianshipRow).alias("own_tie"),
    table(MembershipRow).alias("own_role"),
)
_OWN = table(EventPartyRow).alias("own_party")
_AHEAD = table(EventPartyRow).alias("ahead")
_FIELDS = ("id", "event_id", "child_id", "person_id", "size", "status", "ticket", "offered_until", "lapses")


def _anchor(event_id: ColumnElement[Any], person_id: ColumnElement[Any]) -> ScalarSelect[Any]:
    """The lowest of an adult's invited children."""
    return (
        select(func.min(_C.c.id))
        .select_from(_M)
        .join(_GU, _GU.c.membership_id == _M.c.id)
        .join(_C, and_(_C.c.id == _GU.c.child_id, _C.c.left_at.is_(None)))
        .join(_EG, and_(_EG.c.group_id == _C.c.group_id, _EG.c.event_id == event_id))
        .where(_M.c.person_id == person_id, stands_in(_M.c.role, Role.PARENT), _M.c.ended_at.is_(None))
        .correlate_except(_M, _GU, _C, _EG)
        .scalar_subquery()
    )


def _is_own(person_id: ColumnElement[Any]) -> ColumnElement[bool]:
    anchor = _anchor(_E.c.id, person_id)
    return and_(
        _OWN.c.event_id == _E.c.id,
        or_(_OWN.c.child_id == anchor, and_(_OWN.c.person_id == person_id, anchor.is_(None))),
    )


def own_party(person_id: ColumnElement[Any]) -> tuple[Any, ColumnElement[bool]]:
    """What an outer join needs to find the adult's own party."""
    return _OWN, and_(_E.c.seats.is_not(None), _is_own(person_id))


PLACE = (
    select(func.count())
    .select_from(_AHEAD)
    .where(
        _AHEAD.c.event_id == _OWN.c.event_id,
        stands_in(_AHEAD.c.status, PartyStatus.WAITING),
        _AHEAD.c.ticket <= _OWN.c.ticket,
    )
    .correlate(_OWN)
    .scalar_subquery()
)
SEATING = (*(_OWN.c[name].label(f"party_{name}") for name in _FIELDS), PLACE.label("party_place"))
"""What `seating_of` reads."""


def seating_of(row: Any, event: Event, now: datetime) -> Seating | None:
    """The seats of the event with the own party; None when it has no seats."""
    if event.seats is None:
        return None
    own = None if row["party_id"] is None else party_of(row, "party_")
    waits = own is not None and own.status is PartyStatus.WAITING
    return Seating(
        event.seats,
        event.seats_taken,
        event.waiting,
        own,
        row["party_place"] if waits else None,
        first_come=answers_until(event) - now < FIRST_COME,
    )


def sits(person_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether there is a seat for the adult at the event of the question: theirs, or one for whoever wishes."""
    held = select(_OWN.c.id).where(_is_own(person_id), stands_in(_OWN.c.status, PartyStatus.HELD))
    return or_(_E.c.seats.is_(None), exists(held.correlate_except(_OWN)))
