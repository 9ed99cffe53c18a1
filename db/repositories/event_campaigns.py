"""What becomes of an announcement after it was made: stopped, sent on, taken back, asked once more, brought back."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.audience import Audience
from db.heard import ARRIVED, HEARD, heard
from db.models import ChildRow, EventRow, GuardianshipRow, MembershipRow, NoticeRow, RsvpRow
from db.models.base import table
from domain.clock import Clock
from domain.event_notices import subject_of
from domain.events import Event, EventStatus
from domain.ids import EventId, OrganisationId
from domain.notices import NoticeKind, NoticeStatus

_E, _N, _R = table(EventRow).c, table(NoticeRow).c, table(RsvpRow).c
_C, _GU, _M = table(ChildRow).c, table(GuardianshipRow).c, table(MembershipRow).c


class EventCampaigns:
    """Changes of an event's row that change who hears of it; and whom they concern."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def stop(self, event: Event) -> bool:
        """Send the announcement no further; False when it was stopped or cancelled meanwhile."""
        return await self._set(event, _published(), _E.stopped_at.is_(None), stopped_at=self._clock.now())

    async def go_on(self, event: Event) -> bool:
        """Send it on; False when somebody did so meanwhile."""
        return await self._set(event, _published(), _E.stopped_at.is_not(None), stopped_at=None)

    async def nudge(self, event: Event) -> bool:
        """Those who are silent are asked now; False when they have been."""
        return await self._set(event, _published(), _E.nudged_at.is_(None), nudged_at=self._clock.now())

    async def recall(self, event: Event) -> bool:
        """Cancel it and take back what was sent; False when it was changed or cancelled meanwhile."""
        now = self._clock.now()
        return await self._set(
            event,
            _published(),
            _E.version == event.version,
            version=_E.version + 1,
            updated_at=now,
            status=EventStatus.CANCELLED.value,
            cancelled_at=now,
            recalled_at=now,
        )

    async def restore(self, event: Event) -> bool:
        """Take the cancellation back; False when somebody did so meanwhile."""
        return await self._set(
            event,
            _E.status == EventStatus.CANCELLED.value,
            _E.recalled_at.is_(None),
            _E.version == event.version,
            version=_E.version + 1,
            updated_at=self._clock.now(),
            status=EventStatus.PUBLISHED.value,
            cancelled_at=None,
        )

    def those_to_restore(self, event: Event, since: datetime) -> Audience:
        """Adults who read of the cancellation, and those whom it kept from reading of an earlier change."""
        about = _about(event)
        heard = about.where(_N.kind == NoticeKind.EVENT_CANCELLED.value, HEARD)
        dropped = about.where(
            _N.kind.in_([NoticeKind.EVENT_CHANGED.value, NoticeKind.EVENT_RESTORED.value]),
            _N.status == NoticeStatus.CANCELLED.value,
            _N.finished_at >= since,
        )
        return Audience(heard.union(dropped).subquery().select())

    def those_silent(self, event: Event) -> Audience:
        """Adults whom the announcement has reached, and of whose family nobody has answered."""
        reached = _about(event).where(_N.kind == NoticeKind.EVENT_PUBLISHED.value, ARRIVED)
        said = select(_R.person_id).where(_R.event_id == event.id, _R.person_id.is_not(None))
        entered = select(_R.child_id).where(_R.event_id == event.id, _R.child_id.is_not(None))
        spoken_for = (
            select(_GU.child_id)
            .join_from(table(GuardianshipRow), table(MembershipRow), _M.id == _GU.membership_id)
            .where(_M.person_id.in_(said), _M.organisation_id == event.organisation_id)
            .union(entered)
            .subquery()
        )
        in_answered_family = (
            select(_M.person_id)
            .join_from(table(GuardianshipRow), table(MembershipRow), _M.id == _GU.membership_id)
            .where(_GU.child_id.in_(select(spoken_for.c.child_id)))
        )
        return Audience(reached.where(_N.person_id.not_in(said), _N.person_id.not_in(in_answered_family)))

    def those_who_answered(self, organisation_id: OrganisationId, event_id: EventId) -> Audience:
        """Adults with an answer of their own."""
        return Audience(
            select(_R.person_id).where(
                _R.organisation_id == organisation_id, _R.event_id == event_id, _R.person_id.is_not(None)
            )
        )

    def those_a_recall_leaves(self, organisation_id: OrganisationId, event_id: EventId) -> Audience:
        """Adults with an answer of their own, and those who may have read of the event where nothing can be taken back.

        A line of an evening summary is not taken out of it; and where a message that nobody has confirmed stands
        is not known. Who has read either would come.
        """
        summary = table(NoticeRow).alias("summary").c
        has_gone = (
            select(summary.id)
            .where(summary.id == _N.summary_id, heard(summary))
            .correlate(table(NoticeRow))
            .exists()
        )
        read = select(_N.person_id).where(
            _N.organisation_id == organisation_id,
            _N.subject == subject_of(event_id),
            or_(and_(_N.status == NoticeStatus.SUMMARISED.value, has_gone), _unconfirmed()),
        )
        both = self.those_who_answered(organisation_id, event_id).people.union(read).subquery()
        return Audience(select(both.c.person_id))

    async def _set(self, event: Event, *which: ColumnElement[bool], **values: Any) -> bool:
        changed = await self._connection.execute(
            update(table(EventRow))
            .where(_E.id == event.id, _E.organisation_id == event.organisation_id, *which)
            .values(**values)
        )
        return changed.rowcount == 1


def _published() -> ColumnElement[bool]:
    return _E.status == EventStatus.PUBLISHED.value


def _unconfirmed() -> ColumnElement[bool]:
    """An announcement that may have come, and was dropped before it could be tried again."""
    dropped = _N.status == NoticeStatus.CANCELLED.value
    return and_(_N.kind == NoticeKind.EVENT_PUBLISHED.value, dropped, _N.may_have_come)


def _about(event: Event) -> Select[Any]:
    return select(_N.person_id).where(
        _N.organisation_id == event.organisation_id, _N.subject == subject_of(event.id)
    )
