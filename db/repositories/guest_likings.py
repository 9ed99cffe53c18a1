"""How children liked guests: the faces that their adults tapped, and who was told of a visit."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db.audience import Audience
from db.heard import HEARD
from db.models import GuestLikingRow, NoticeRow
from db.models.base import table
from db.repositories.event_audiences import EventAudiences
from db.upsert import upsert
from domain.clock import Clock
from domain.guest_notices import subject_of
from domain.guests import Visit
from domain.ids import OrganisationId, PersonId
from domain.notices import NoticeKind
from domain.way_home import Liking

_L, _N = table(GuestLikingRow), table(NoticeRow)
_OF_VISIT = (_L.c.visit_id == bindparam("visit"), _L.c.organisation_id == bindparam("organisation"))
_OF_PERSON = select(_L.c.liking).where(*_OF_VISIT, _L.c.person_id == bindparam("person"))
_COUNT = select(_L.c.liking, func.count().label("count")).where(*_OF_VISIT).group_by(_L.c.liking)


class GuestLikings:
    """Writes and counts faces; whose one is, only that person is ever shown."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def to_tell(self, visit: Visit) -> Audience:
        """The adults of the group's children who have not been told of the visit yet."""
        told = select(_N.c.person_id).where(
            _N.c.organisation_id == visit.organisation_id,
            _N.c.subject == subject_of(visit.id),
            _N.c.kind == NoticeKind.GUEST_WAY_HOME.value,
            HEARD,
        )
        audiences = EventAudiences()
        parents = audiences.parents_of(visit.organisation_id, [visit.group_id])
        return audiences.but(parents, Audience(told))

    async def say(self, visit: Visit, person_id: PersonId, liking: Liking) -> None:
        """How an adult says the child liked the guest: the latest face stands."""
        new = upsert(self._connection, GuestLikingRow).values(
            organisation_id=visit.organisation_id,
            visit_id=visit.id,
            person_id=person_id,
            liking=liking.value,
            said_at=self._clock.now(),
        )
        await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=["visit_id", "person_id"],
                set_={"liking": new.excluded.liking, "said_at": new.excluded.said_at},
            )
        )

    async def of(self, visit: Visit, person_id: PersonId) -> Liking | None:
        """The face that this person tapped."""
        said = await self._connection.scalar(_OF_PERSON, {**_keys(visit), "person": person_id})
        return None if said is None else Liking(said)

    async def count(self, visit: Visit) -> Mapping[Liking, int]:
        """How many tapped which face."""
        rows = await self._connection.execute(_COUNT, _keys(visit))
        return {Liking(row["liking"]): row["count"] for row in rows.mappings()}

    async def forget(self, visit: Visit) -> None:
        """The visit did not take place after all."""
        await self._connection.execute(delete(_L).where(*_OF_VISIT), _keys(visit))

    async def forget_person(self, organisation_id: OrganisationId, person_id: PersonId) -> None:
        """Somebody has nothing to do with the organisation any more."""
        await self._connection.execute(
            delete(_L).where(_L.c.person_id == person_id, _L.c.organisation_id == organisation_id)
        )

    async def purge_before(self, organisation_id: OrganisationId, moment: datetime) -> int:
        """Drop faces that were tapped before `moment`; how many went."""
        gone = await self._connection.execute(
            delete(_L).where(_L.c.organisation_id == organisation_id, _L.c.said_at < moment)
        )
        return gone.rowcount


def _keys(visit: Visit) -> dict[str, int]:
    return {"visit": visit.id, "organisation": visit.organisation_id}
