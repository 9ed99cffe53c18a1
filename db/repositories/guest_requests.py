"""What guests are asked by their teachers: written, answered, found when it is over; and guests who do not read."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.asked_dates import NO_CHANGE, NO_MOVE
from db.models import GuestSlotRow, GuestVisitRow, OrganisationRow, PersonRow
from db.models.base import table
from db.partial import stands_in
from db.repositories.guest_visits import VISITS, GuestVisits, visit_of
from db.repositories.organisations import organisation_of
from domain.clock import Clock
from domain.guest_requests import AskedChange
from domain.guests import Application, Slot, Visit, VisitStatus
from domain.people import Organisation

_V, _S, _O, _P = table(GuestVisitRow), table(GuestSlotRow), table(OrganisationRow), table(PersonRow)
_OF_ORGANISATION = "here_"
_WITH_ORGANISATION = VISITS.add_columns(
    *(column.label(f"{_OF_ORGANISATION}{column.key}") for column in _O.c)
).join(_O, _O.c.id == _V.c.organisation_id)
_OVER = (
    _WITH_ORGANISATION.where(_V.c.move_until.is_not(None), _V.c.move_until <= bindparam("now"))
    .order_by(_V.c.move_until, _V.c.id)
    .limit(bindparam("limit"))
)
_UNREAD = (
    _WITH_ORGANISATION.join(_P, _P.c.id == _V.c.guest_id)
    .where(
        stands_in(_V.c.status, VisitStatus.TENTATIVE, VisitStatus.DETAILED, VisitStatus.CONFIRMED),
        _P.c.chat_closed_at.is_not(None),
        or_(_V.c.unread_told_at.is_(None), _V.c.unread_told_at < _P.c.chat_closed_at),
        _S.c.visit_id.is_not(None),
        _S.c.starts_at > bindparam("now"),
    )
    .order_by(_S.c.starts_at, _V.c.id)
    .limit(bindparam("limit"))
)
_CLOSED = select(_P.c.chat_closed_at.is_not(None)).where(_P.c.id == bindparam("person_id"))
_TOLD = update(_V).where(
    _V.c.id == bindparam("visit"),
    _V.c.organisation_id == bindparam("organisation"),
    _V.c.version == bindparam("seen"),
    or_(
        _V.c.unread_told_at.is_(None),
        _V.c.unread_told_at < select(_P.c.chat_closed_at).where(_P.c.id == _V.c.guest_id).scalar_subquery(),
    ),
)


class GuestRequests:
    """Keeps what a guest is asked; each answer turns the visit into its next version."""

    def __init__(self, connection: AsyncConnection, clock: Clock, visits: GuestVisits) -> None:
        self._connection = connection
        self._clock = clock
        self._visits = visits

    async def ask_move(self, visit: Visit, slot: Slot, until: datetime, *, made: bool) -> bool:
        """Ask about a date that was taken for the visit; an older question is over. False: changed meanwhile."""
        return await self._visits.change(
            visit, visit.status, move_slot_id=slot.id, move_until=until, move_made=made
        )

    async def end_move(self, visit: Visit) -> bool:
        """The visit stays at its date, the other one is let go; False when somebody changed it meanwhile."""
        return await self._visits.change(visit, visit.status, **NO_MOVE)

    async def ask_change(self, visit: Visit, asked: AskedChange) -> bool:
        """Ask to change what was told; False when somebody changed the visit meanwhile."""
        return await self._visits.change(
            visit, visit.status, change_asked=asked.wish.value, change_note=asked.note
        )

    async def change_application(self, visit: Visit, application: Application) -> bool:
        """Keep what a guest would like to show now; False when somebody changed the visit meanwhile.

        What was told of another profession goes with it: its dangers were answered for that one (rule 31).
        """
        same = application.profession == visit.profession
        told = {} if same else dict.fromkeys(("plan", "brings", "needs", "dangers", "minutes"))
        return await self._visits.change(
            visit,
            visit.status if same else VisitStatus.APPLIED,
            **told,
            profession=application.profession.name,
            profession_slug=application.profession.slug,
            formats=",".join(sorted(application.formats)),
            **NO_CHANGE,
        )

    async def over(self, limit: int) -> list[tuple[Visit, Organisation]]:
        """Visits whose guests have not answered in time."""
        return await self._found(_OVER, limit)

    async def unread(self, limit: int) -> list[tuple[Visit, Organisation]]:
        """Visits ahead that were agreed upon and whose guests have closed the chat, unless that was told since."""
        return await self._found(_UNREAD, limit)

    async def mark_unread(self, visit: Visit) -> bool:
        """Remember that the teachers were told; False when they were, or the visit has changed meanwhile."""
        marked = await self._connection.execute(
            _TOLD.values(unread_told_at=self._clock.now()),
            {"visit": visit.id, "organisation": visit.organisation_id, "seen": visit.version},
        )
        return marked.rowcount == 1

    async def is_unread(self, visit: Visit) -> bool:
        """Whether the guest of a visit has closed the chat with the bot."""
        if visit.guest_id is None:
            return False
        return bool(await self._connection.scalar(_CLOSED, {"person_id": visit.guest_id}))

    async def _found(self, query: Any, limit: int) -> list[tuple[Visit, Organisation]]:
        rows = await self._connection.execute(query, {"now": self._clock.now(), "limit": limit})
        return [
            (
                visit_of(row),
                organisation_of({column.key: row[f"{_OF_ORGANISATION}{column.key}"] for column in _O.c}),
            )
            for row in rows.mappings()
        ]
