"""Announcements: kept, published, reworded, stopped, taken back."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Executable, String, cast, delete, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.addressed import ANNOUNCEMENTS
from db.announcement_rows import COLUMNS, announcement_of, values_of
from db.models import AnnouncementGroupRow, AnnouncementRow, AnnouncementSetRow, EventPostRow, RecallRow
from db.models.base import table
from db.partial import stands_in
from db.upsert import upsert
from domain.announcements import KEPT, Announcement, AnnouncementDraft, AnnouncementStatus
from domain.campaigns import IN_FLIGHT
from domain.clock import Clock
from domain.ids import AnnouncementId, OrganisationId, PersonId
from domain.people import Membership

_A, _AG, _AS = table(AnnouncementRow), table(AnnouncementGroupRow), table(AnnouncementSetRow)
_S = AnnouncementStatus


class Announcements:
    """Finds and changes announcements. A change says False when somebody touched it meanwhile."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def find(
        self, organisation_id: OrganisationId, announcement_id: AnnouncementId
    ) -> Announcement | None:
        """An announcement of the organisation, with whom it is for."""
        return await self._find(
            select(*COLUMNS).where(_A.c.organisation_id == organisation_id, _A.c.id == announcement_id)
        )

    async def find_by_draft(self, organisation_id: OrganisationId, draft_token: str) -> Announcement | None:
        """The announcement that was made of a draft."""
        return await self._find(
            select(*COLUMNS).where(_A.c.organisation_id == organisation_id, _A.c.draft_token == draft_token)
        )

    async def write(
        self, author: Membership, draft: AnnouncementDraft, draft_token: str
    ) -> AnnouncementId | None:
        """Keep an announcement; None when this very draft was written before."""
        now = self._clock.now()
        made = await self._connection.execute(
            upsert(self._connection, _A)
            .values(
                organisation_id=author.organisation_id,
                author_id=author.id,
                author_person_id=author.person_id,
                status=_S.DRAFT.value,
                version=1,
                draft_token=draft_token,
                created_at=now,
                updated_at=now,
                **values_of(draft),
            )
            .on_conflict_do_nothing()
            .returning(_A.c.id)
        )
        number = made.scalar_one_or_none()
        if number is None:
            return None
        await ANNOUNCEMENTS.add(self._connection, number, draft.group_ids, draft.invitees.set_ids)
        return AnnouncementId(number)

    async def rewrite(self, kept: Announcement, draft: AnnouncementDraft, draft_token: str) -> bool:
        """Turn a kept announcement into the draft, of which nobody has decided yet."""
        values = {"draft_token": draft_token, "decided_by": None, **values_of(draft)}
        if not await self._touch(kept, *KEPT, **values):
            return False
        sets = draft.invitees.set_ids
        await ANNOUNCEMENTS.narrow(self._connection, kept.id, draft.group_ids, sets)
        await ANNOUNCEMENTS.add(
            self._connection,
            kept.id,
            draft.group_ids - kept.group_ids,
            sets - kept.invitees.set_ids,
        )
        return True

    async def plan(self, kept: Announcement, publish_at: datetime | None) -> bool:
        """It comes out at this time, or, without one, is a draft again."""
        status = _S.DRAFT if publish_at is None else _S.PLANNED
        by = kept.decided_by if kept.status is _S.PLANNED and publish_at is not None else None
        return await self._touch(kept, *KEPT, status=status.value, publish_at=publish_at, decided_by=by)

    async def propose(self, kept: Announcement, publish_at: datetime | None) -> bool:
        """From now on it waits for a methodist, and what was said about it is done with."""
        fresh = {"returned_words": None, "decided_by": None}
        return await self._touch(kept, *KEPT, status=_S.PROPOSED.value, publish_at=publish_at, **fresh)

    async def give_back(
        self, waiting: Announcement, *, by: PersonId | None = None, words: str | None = None
    ) -> bool:
        """It is a draft again; without `by` nobody has decided."""
        said = {"returned_words": words, "decided_by": by}
        return await self._touch(waiting, _S.PROPOSED, status=_S.DRAFT.value, publish_at=None, **said)

    async def let_wait(self, waiting: Announcement, *, by: PersonId) -> bool:
        """A methodist has agreed that it comes out at the time its author has named."""
        return await self._touch(waiting, _S.PROPOSED, status=_S.PLANNED.value, decided_by=by)

    async def publish(self, kept: Announcement, *, approved_by: PersonId | None = None) -> bool:
        """From now on people may know of it; `approved_by` has decided so, if it waited for that."""
        now, by = self._clock.now(), approved_by
        if kept.status is _S.PLANNED:
            by = kept.decided_by
        return await self._touch(
            kept,
            *(KEPT if approved_by is None else (_S.PROPOSED,)),
            status=_S.PUBLISHED.value,
            published_at=now,
            publish_at=None,
            returned_words=None,
            decided_by=by,
        )

    async def reword(self, announcement: Announcement, text: str) -> bool:
        """It says something else from now on; messages that stand in chats or are on their way are stale."""
        return await self._touch(
            announcement, _S.PUBLISHED, text=text, stale_until=self._clock.now() + IN_FLIGHT
        )

    async def stop(self, announcement: Announcement) -> bool:
        """Send it no further."""
        return await self._set(
            announcement,
            _A.c.status == _S.PUBLISHED.value,
            _A.c.stopped_at.is_(None),
            stopped_at=self._clock.now(),
        )

    async def go_on(self, announcement: Announcement) -> bool:
        """Send it on."""
        return await self._set(
            announcement,
            _A.c.status == _S.PUBLISHED.value,
            _A.c.stopped_at.is_not(None),
            stopped_at=None,
        )

    async def recall(self, announcement: Announcement) -> bool:
        """Nobody gets it any more, and what was sent or posted is taken back."""
        return await self._touch(
            announcement, _S.PUBLISHED, status=_S.RECALLED.value, stale_until=self._clock.now() + IN_FLIGHT
        )

    async def drop(self, kept: Announcement) -> bool:
        """It never was."""
        if not await self._touch(kept, *KEPT):
            return False
        await self._forget(_A.c.id == kept.id)
        return True

    async def due(self, limit: int) -> list[tuple[OrganisationId, AnnouncementId]]:
        """Planned announcements that should be out by now."""
        rows = await self._connection.execute(
            select(_A.c.organisation_id, _A.c.id)
            .where(stands_in(_A.c.status, _S.PLANNED), _A.c.publish_at <= self._clock.now())
            .order_by(_A.c.publish_at, _A.c.id)
            .limit(limit)
        )
        return [(OrganisationId(row.organisation_id), AnnouncementId(row.id)) for row in rows]

    async def purge_before(self, organisation_id: OrganisationId, moment: datetime) -> int:
        """Drop what was last touched before `moment`, planned ones left out; gives how many announcements went."""
        old = (
            _A.c.organisation_id == organisation_id,
            _A.c.updated_at < moment,
            _A.c.status != _S.PLANNED.value,
        )
        subject = literal("announcement:", String).concat(cast(_A.c.id, String))
        over = select(subject).where(*old)
        for about in (RecallRow, EventPostRow):
            await self._connection.execute(delete(table(about)).where(about.subject.in_(over)))
        return await self._forget(*old)

    async def _forget(self, *which: ColumnElement[bool]) -> int:
        numbers = select(_A.c.id).where(*which)
        for beside in (_AG, _AS):
            await self._connection.execute(delete(beside).where(beside.c.announcement_id.in_(numbers)))
        gone = await self._connection.execute(delete(_A).where(*which))
        return gone.rowcount

    async def _find(self, query: Executable) -> Announcement | None:
        row = (await self._connection.execute(query)).mappings().one_or_none()
        if row is None:
            return None
        return announcement_of(row, *await ANNOUNCEMENTS.of(self._connection, row["id"]))

    async def _touch(self, announcement: Announcement, *while_: AnnouncementStatus, **values: Any) -> bool:
        return await self._set(
            announcement,
            _A.c.version == announcement.version,
            _A.c.status.in_([status.value for status in while_]),
            version=_A.c.version + 1,
            updated_at=self._clock.now(),
            **values,
        )

    async def _set(self, announcement: Announcement, *which: ColumnElement[bool], **values: Any) -> bool:
        changed = await self._connection.execute(
            update(_A)
            .where(_A.c.id == announcement.id, _A.c.organisation_id == announcement.organisation_id, *which)
            .values(**values)
        )
        return changed.rowcount == 1
