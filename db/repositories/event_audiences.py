"""Whom an announcement is for: audiences that the outbox and its preview take unread."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Select, false, or_, select, union

from db.audience import Audience
from db.heard import HEARD
from db.models import (
    ChildRow,
    GuardianshipRow,
    MembershipRow,
    NoticeRow,
    PersonSetMemberRow,
    RsvpRow,
    TeachingRow,
)
from db.models.base import table
from domain.event_forms import Invitees
from domain.event_notices import subject_of
from domain.ids import EventId, GroupId, OrganisationId, PersonId
from domain.notices import NoticeKind, NoticeStatus
from domain.people import STAFF, Role

_UNSENT = (NoticeStatus.QUEUED, NoticeStatus.RETRY)
_M = table(MembershipRow).c
_C = table(ChildRow).c
_N = table(NoticeRow).c


class EventAudiences:
    """Makes audiences. Each is one question, asked only as a part of the statement that needs it."""

    def audience_of(
        self,
        organisation_id: OrganisationId,
        group_ids: Collection[GroupId],
        invitees: Invitees,
        *,
        today: date,
        author: PersonId,
    ) -> Audience:
        """Everybody whom an event of these groups is for.

        A family is counted by its child's code where its adults are invited as parents. `today` is the
        organisation's: whoever teaches a group on that day is of its staff. The author knows already, and is told
        only as a parent.
        """
        parents = self.parents_of(organisation_id, group_ids)
        others = list[Select[Any]]()
        if invitees.staff:
            others.append(_staff(organisation_id, group_ids, today))
        if invitees.partners:
            others.append(_members(organisation_id).where(_M.role == Role.PARTNER.value))
        if invitees.set_ids:
            others.append(_of_sets(organisation_id, invitees))
        parts = [part.where(_M.person_id != author) for part in others]
        if not parts:
            return parents if invitees.parents else Audience(parents.people.where(false()), _NOBODYS)
        everybody = union(*parts, *([parents.people] if invitees.parents else [])).subquery()
        return Audience(select(everybody.c.person_id), parents.children if invitees.parents else _NOBODYS)

    def parents_of(
        self,
        organisation_id: OrganisationId,
        group_ids: Collection[GroupId],
        *,
        without: Collection[GroupId] = (),
    ) -> Audience:
        """Adults of the children of these groups: parents, guardians and relatives (rule 3).

        `without` leaves out those who also have a child in one of these groups.
        """
        adults = (
            select(_M.person_id)
            .join(GuardianshipRow, GuardianshipRow.membership_id == _M.id)
            .join(ChildRow, _C.id == GuardianshipRow.child_id)
            .where(
                # + 0: SQLite begins with the groups' children, not with everybody of the organisation
                _M.organisation_id + 0 == organisation_id,
                _M.ended_at.is_(None),
                _M.role == Role.PARENT.value,
                _C.left_at.is_(None),
            )
        )
        people = adults.where(_C.group_id.in_(sorted(group_ids)))
        invited = Audience(people, people.with_only_columns(_C.id))
        if not without:
            return invited
        return self.but(invited, Audience(adults.where(_C.group_id.in_(sorted(without)))))

    def but(self, audience: Audience, known: Audience) -> Audience:
        """Of the audience those who are not in the other one."""
        rest = audience.people.except_(known.people).subquery()
        return Audience(select(rest.c.person_id), audience.children)

    def those_told(
        self,
        organisation_id: OrganisationId,
        event_id: EventId,
        *,
        series_id: EventId | None = None,
        waiting: bool = False,
    ) -> Audience:
        """Everybody who has heard of the event: it reached them, or they have answered.

        The announcement of the first event of a series has told of all of them.

        Whoever has heard nothing yet, or still waits to hear of an earlier change, will read the newest state in
        what they wait for; with `waiting` the latter are counted in.
        """
        notices = table(NoticeRow).c
        of_event = (notices.organisation_id == organisation_id, notices.subject == subject_of(event_id))
        told = select(notices.person_id).where(
            *of_event,
            notices.kind.in_([NoticeKind.EVENT_PUBLISHED.value, NoticeKind.EVENT_CHANGED.value]),
            HEARD,
        )
        of_series = select(notices.person_id).where(
            notices.organisation_id == organisation_id,
            notices.subject == subject_of(series_id or event_id),
            notices.kind == NoticeKind.EVENT_PUBLISHED.value,
            HEARD,
        )
        answered = select(RsvpRow.person_id).where(
            RsvpRow.organisation_id == organisation_id,
            RsvpRow.event_id == event_id,
            RsvpRow.person_id.is_not(None),
        )
        heard = union(told, answered, *([of_series] if series_id else [])).subquery()
        everybody = Audience(select(heard.c.person_id))
        if waiting:
            return everybody
        put_already = select(notices.person_id).where(
            *of_event,
            notices.kind == NoticeKind.EVENT_CHANGED.value,
            notices.status.in_([status.value for status in _UNSENT]),
        )
        return self.but(everybody, Audience(put_already))


_NOBODYS = select(_C.id).where(false())
"""No children: nobody is addressed because of one."""


def _members(organisation_id: OrganisationId) -> Select[Any]:
    return select(_M.person_id).where(_M.organisation_id == organisation_id, _M.ended_at.is_(None))


def _staff(organisation_id: OrganisationId, group_ids: Collection[GroupId], today: date) -> Select[Any]:
    """Who teaches one of the groups today; without groups the whole staff."""
    staff = _members(organisation_id).where(_M.role.in_(sorted(role.value for role in STAFF)))
    if not group_ids:
        return staff
    teaching = table(TeachingRow).c
    return staff.join(TeachingRow, teaching.membership_id == _M.id).where(
        teaching.group_id.in_(sorted(group_ids)),
        or_(teaching.starts_on.is_(None), teaching.starts_on <= today),
        or_(teaching.ends_on.is_(None), teaching.ends_on >= today),
    )


def _of_sets(organisation_id: OrganisationId, invitees: Invitees) -> Select[Any]:
    members = table(PersonSetMemberRow).c
    return (
        _members(organisation_id)
        .join(PersonSetMemberRow, members.membership_id == _M.id)
        .where(members.organisation_id == organisation_id, members.set_id.in_(sorted(invitees.set_ids)))
    )
