"""What is written after events: who came, the line of result, the album, thanks and faces."""

from collections.abc import Iterable, Mapping

from sqlalchemy import and_, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.audience import Audience
from db.models import (
    ChildRow,
    EventAttendanceRow,
    EventFeedbackRow,
    EventRow,
    GuardianshipRow,
    MembershipRow,
    NoticeRow,
    RsvpRow,
)
from db.models.base import table
from db.upsert import upsert
from domain.answers import Answer
from domain.clock import Clock
from domain.events import EventStatus
from domain.ids import ChildId, EventId, GroupId, NoticeId, OrganisationId, PersonId
from domain.notices import NoticeKind
from domain.people import Role
from domain.recaps import Came, Counted, Mood, Recap

_A, _F, _E = table(EventAttendanceRow), table(EventFeedbackRow), table(EventRow).c
_C, _GU, _M, _R = (
    table(ChildRow).c,
    table(GuardianshipRow).c,
    table(MembershipRow).c,
    table(RsvpRow).c,
)
_COMES = [answer.value for answer in Answer if answer.comes]


class Recaps:
    """Writes and reads what comes after an event."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def find(self, organisation_id: OrganisationId, event_id: EventId) -> Recap:
        """What has been written of an event that is there."""
        row = (
            await self._connection.execute(
                select(_E.result, _E.album_url, _E.thanked_at).where(
                    _E.id == event_id, _E.organisation_id == organisation_id
                )
            )
        ).one()
        return Recap(row.result, row.album_url, row.thanked_at)

    async def came(self, organisation_id: OrganisationId, event_id: EventId) -> dict[ChildId, Came]:
        """Who of which family was there, as far as it is marked."""
        rows = await self._connection.execute(
            select(_A.c.child_id, _A.c.adults, _A.c.children).where(
                _A.c.event_id == event_id, _A.c.organisation_id == organisation_id
            )
        )
        return {ChildId(row.child_id): Came(row.adults, child=bool(row.children)) for row in rows}

    async def count(
        self,
        organisation_id: OrganisationId,
        event_id: EventId,
        reached: frozenset[GroupId] | None,
    ) -> Counted:
        """How many came, of these groups only if any are named."""
        query = select(func.count(), func.sum(_A.c.adults), func.sum(_A.c.children)).where(
            _A.c.event_id == event_id, _A.c.organisation_id == organisation_id
        )
        if reached is not None:
            query = query.join(ChildRow, and_(_C.id == _A.c.child_id, _C.group_id.in_(sorted(reached))))
        families, adults, children = (await self._connection.execute(query)).one()
        return Counted(families, int(adults or 0), int(children or 0))

    async def mark(
        self,
        organisation_id: OrganisationId,
        event_id: EventId,
        families: Mapping[ChildId, Came],
        *,
        by: PersonId,
        over: bool = True,
    ) -> int:
        """So many of these families came; `over` False leaves families alone that are marked. Gives how many rows."""
        rows = [
            {
                "organisation_id": organisation_id,
                "event_id": event_id,
                "child_id": child_id,
                "adults": came.adults,
                "children": int(came.child),
                "marked_by": by,
                "marked_at": self._clock.now(),
            }
            for child_id, came in families.items()
        ]
        if not rows:
            return 0
        new = upsert(self._connection, EventAttendanceRow).values(rows)
        known = ["event_id", "child_id"]
        changing = ("adults", "children", "marked_by", "marked_at")
        written = await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=known, set_={name: getattr(new.excluded, name) for name in changing}
            )
            if over
            else new.on_conflict_do_nothing(index_elements=known)
        )
        return written.rowcount

    async def unmark(self, organisation_id: OrganisationId, event_id: EventId, child_id: ChildId) -> bool:
        """Nobody of the family came after all; False when nobody had been marked."""
        gone = await self._connection.execute(
            delete(EventAttendanceRow).where(
                _A.c.event_id == event_id,
                _A.c.child_id == child_id,
                _A.c.organisation_id == organisation_id,
            )
        )
        return bool(gone.rowcount)

    async def write_result(
        self, organisation_id: OrganisationId, event_id: EventId, result: str | None
    ) -> None:
        """The line of result, another one, or none."""
        await self._connection.execute(
            update(EventRow)
            .where(_E.id == event_id, _E.organisation_id == organisation_id)
            .values(result=result)
        )

    async def set_album(
        self, organisation_id: OrganisationId, event_id: EventId, album_url: str | None
    ) -> None:
        """The link to the album, another one, or none."""
        await self._connection.execute(
            update(EventRow)
            .where(_E.id == event_id, _E.organisation_id == organisation_id)
            .values(album_url=album_url)
        )

    async def thank(self, organisation_id: OrganisationId, event_id: EventId) -> bool:
        """Those who came are thanked now; False when they have been, or the event did not take place."""
        done = await self._connection.execute(
            update(EventRow)
            .where(
                _E.id == event_id,
                _E.organisation_id == organisation_id,
                _E.status == EventStatus.PUBLISHED.value,
                _E.thanked_at.is_(None),
            )
            .values(thanked_at=self._clock.now())
        )
        return bool(done.rowcount)

    def those_who_came(
        self, organisation_id: OrganisationId, event_id: EventId, person_id: PersonId | None = None
    ) -> Audience:
        """Adults of families that were there; `person_id`: this one only, if at all.

        Of a family where somebody had promised to come only those: thanks must not tell a parent what the other one
        did (rule 3). Of one that came unpromised everybody but who had said no.
        """
        other_membership, other_guardianship, other_answer = (
            table(MembershipRow).alias("other"),
            table(GuardianshipRow).alias("others"),
            table(RsvpRow).alias("said"),
        )
        own = exists().where(_R.event_id == event_id, _R.person_id == _M.person_id, _R.answer.in_(_COMES))
        own_no = exists().where(
            _R.event_id == event_id, _R.person_id == _M.person_id, _R.answer == Answer.NO.value
        )
        anybody = (
            select(other_answer.c.id)
            .join(
                other_membership,
                and_(
                    other_membership.c.person_id == other_answer.c.person_id,
                    other_membership.c.organisation_id == organisation_id,
                    other_membership.c.ended_at.is_(None),
                ),
            )
            .join(other_guardianship, other_guardianship.c.membership_id == other_membership.c.id)
            .where(
                other_answer.c.event_id == event_id,
                other_answer.c.answer.in_(_COMES),
                other_guardianship.c.child_id == _A.c.child_id,
            )
            .correlate(EventAttendanceRow)
            .exists()
        )
        people = (
            select(_M.person_id)
            .join(GuardianshipRow, _GU.membership_id == _M.id)
            .join(EventAttendanceRow, and_(_A.c.child_id == _GU.child_id, _A.c.event_id == event_id))
            .where(
                _M.organisation_id == organisation_id,
                _M.role == Role.PARENT.value,
                _M.ended_at.is_(None),
                or_(own, and_(~own_no, ~anybody)),
            )
        )
        if person_id is not None:
            people = people.where(_M.person_id == person_id)
        return Audience(people, select(_A.c.child_id).where(_A.c.event_id == event_id))

    async def was_there(
        self, organisation_id: OrganisationId, event_id: EventId, person_id: PersonId
    ) -> bool:
        """Whether this person is of those who came."""
        found = await self._connection.execute(
            self.those_who_came(organisation_id, event_id, person_id).people.limit(1)
        )
        return found.first() is not None

    async def feel(
        self, organisation_id: OrganisationId, event_id: EventId, person_id: PersonId, mood: Mood
    ) -> None:
        """How somebody liked it: the latest face stands."""
        new = upsert(self._connection, EventFeedbackRow).values(
            organisation_id=organisation_id,
            event_id=event_id,
            person_id=person_id,
            mood=mood.value,
            said_at=self._clock.now(),
        )
        await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=["event_id", "person_id"],
                set_={"mood": new.excluded.mood, "said_at": new.excluded.said_at},
            )
        )

    async def mood_of(
        self, organisation_id: OrganisationId, event_id: EventId, person_id: PersonId
    ) -> Mood | None:
        """The face that this person tapped."""
        found = await self._connection.execute(
            select(_F.c.mood).where(
                _F.c.event_id == event_id,
                _F.c.person_id == person_id,
                _F.c.organisation_id == organisation_id,
            )
        )
        mood = found.scalar()
        return None if mood is None else Mood(mood)

    async def moods(
        self, organisation_id: OrganisationId, event_ids: Iterable[EventId]
    ) -> dict[EventId, dict[Mood, int]]:
        """How many tapped which face, by event."""
        rows = await self._connection.execute(
            select(_F.c.event_id, _F.c.mood, func.count().label("count"))
            .where(_F.c.organisation_id == organisation_id, _F.c.event_id.in_(sorted(event_ids)))
            .group_by(_F.c.event_id, _F.c.mood)
        )
        found: dict[EventId, dict[Mood, int]] = {}
        for row in rows.mappings():
            found.setdefault(EventId(row["event_id"]), {})[Mood(row["mood"])] = row["count"]
        return found

    async def held(self, summary_id: NoticeId) -> list[tuple[EventId, str]]:
        """Events whose thanks an evening summary has taken along, with their titles."""
        notices = table(NoticeRow).c
        rows = await self._connection.execute(
            select(notices.subject).where(
                notices.summary_id == summary_id, notices.kind == NoticeKind.EVENT_THANKS.value
            )
        )
        ids = [int(subject.partition(":")[2]) for subject in rows.scalars() if subject]
        if not ids:
            return []
        titles = await self._connection.execute(
            select(_E.id, _E.title)
            .where(_E.id.in_(ids), _E.status == EventStatus.PUBLISHED.value)
            .order_by(_E.starts_at)
        )
        return [(EventId(row.id), row.title) for row in titles]
