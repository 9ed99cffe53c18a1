"""Whether an event is for a person otherwise than through a child: as staff, as a partner, as a member of a set."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select

from db.models import (
    EventGroupRow,
    EventRow,
    EventSetRow,
    MembershipRow,
    PersonSetMemberRow,
    RsvpRow,
    TeachingRow,
)
from db.models.base import table
from domain.people import STAFF, Role

_E, _R = table(EventRow), table(RsvpRow)
_M, _T = table(MembershipRow).alias("invited_role"), table(TeachingRow).alias("invited_teaching")
_EG, _ES = table(EventGroupRow).alias("invited_group"), table(EventSetRow).alias("invited_set")
_SM = table(PersonSetMemberRow).alias("invited_member")


def invited_otherwise(
    person_id: ColumnElement[Any] | int, yesterday: ColumnElement[Any], tomorrow: ColumnElement[Any]
) -> ColumnElement[bool]:
    """The same people as the audience of an announcement, its author left out, as a condition on `events`.

    Whoever teaches a group between these days may look: where it is which day, the event itself does not know.
    """
    staff = _roles(person_id).where(_M.c.role.in_(sorted(role.value for role in STAFF)))
    teaches = (
        select(_T.c.id)
        .join(_EG, _EG.c.group_id == _T.c.group_id)
        .where(
            _T.c.membership_id == _M.c.id,
            _EG.c.event_id == _E.c.id,
            or_(_T.c.starts_on.is_(None), _T.c.starts_on <= tomorrow),
            or_(_T.c.ends_on.is_(None), _T.c.ends_on >= yesterday),
        )
        .correlate(_M, _E)
    )
    of_groups = exists(select(_EG.c.group_id).where(_EG.c.event_id == _E.c.id).correlate(_E, _R))
    partners = _roles(person_id).where(_M.c.role == Role.PARTNER.value)
    members = (
        _roles(person_id)
        .join(_SM, _SM.c.membership_id == _M.c.id)
        .join(_ES, and_(_ES.c.set_id == _SM.c.set_id, _ES.c.event_id == _E.c.id))
    )
    return and_(
        _E.c.author_person_id != person_id,
        or_(
            and_(_E.c.for_staff, exists(staff.where(or_(~of_groups, exists(teaches))).correlate(_E, _R))),
            and_(_E.c.for_partners, exists(partners.correlate(_E, _R))),
            exists(members.correlate(_E, _R)),
        ),
    )


def around(today: date) -> dict[str, date]:
    """The days between which it is today somewhere on earth."""
    return {"yesterday": today - timedelta(days=1), "tomorrow": today + timedelta(days=1)}


def _roles(person_id: ColumnElement[Any] | int) -> Select[Any]:
    return select(_M.c.id).where(
        _M.c.person_id == person_id,
        _M.c.organisation_id == _E.c.organisation_id,
        _M.c.ended_at.is_(None),
    )
