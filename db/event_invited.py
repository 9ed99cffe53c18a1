"""Whether an event is for a person otherwise than through a child: as staff, as a partner, as a member of a set.

The same for announcements, which are addressed alike.
"""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, exists, or_, select

from db.addressed import EVENTS, Addressed
from db.models import MembershipRow, PersonSetMemberRow, RsvpRow, TeachingRow
from db.models.base import table
from db.partial import stands_in
from domain.people import STAFF, Role

_R = table(RsvpRow)
_M, _T = table(MembershipRow).alias("invited_role"), table(TeachingRow).alias("invited_teaching")
_SM = table(PersonSetMemberRow).alias("invited_member")


def invited_otherwise(
    person_id: ColumnElement[Any] | int,
    yesterday: ColumnElement[Any],
    tomorrow: ColumnElement[Any],
    *,
    of: Addressed = EVENTS,
) -> ColumnElement[bool]:
    """The same people as the audience, its author left out, as a condition on `events`, or on `announcements`.

    Whoever teaches a group between these days may look: where it is which day, the event itself does not know.
    """
    things, groups, sets = of.things, of.groups.alias("invited_group"), of.sets.alias("invited_set")
    staff = _roles(person_id, things).where(stands_in(_M.c.role, *sorted(STAFF)))
    teaches = (
        select(_T.c.id)
        .join(groups, groups.c.group_id == _T.c.group_id)
        .where(
            _T.c.membership_id == _M.c.id,
            groups.c[of.key] == things.c.id,
            or_(_T.c.starts_on.is_(None), _T.c.starts_on <= tomorrow),
            or_(_T.c.ends_on.is_(None), _T.c.ends_on >= yesterday),
        )
        .correlate(_M, things)
    )
    of_groups = exists(select(groups.c.group_id).where(groups.c[of.key] == things.c.id).correlate(things, _R))
    partners = _roles(person_id, things).where(stands_in(_M.c.role, Role.PARTNER))
    members = (
        _roles(person_id, things)
        .join(_SM, _SM.c.membership_id == _M.c.id)
        .join(sets, and_(sets.c.set_id == _SM.c.set_id, sets.c[of.key] == things.c.id))
    )
    return and_(
        things.c.author_person_id != person_id,
        or_(
            and_(
                things.c.for_staff,
                exists(staff.where(or_(~of_groups, exists(teaches))).correlate(things, _R)),
            ),
            and_(things.c.for_partners, exists(partners.correlate(things, _R))),
            exists(members.correlate(things, _R)),
        ),
    )


def around(today: date) -> dict[str, date]:
    """The days between which it is today somewhere on earth."""
    return {"yesterday": today - timedelta(days=1), "tomorrow": today + timedelta(days=1)}


def _roles(person_id: ColumnElement[Any] | int, things: Table) -> Select[Any]:
    return select(_M.c.id).where(
        _M.c.person_id == person_id,
        _M.c.organisation_id == things.c.organisation_id,
        _M.c.ended_at.is_(None),
    )
