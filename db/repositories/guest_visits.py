"""Visits of guests: applied for, answered, filled in, concluded."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, and_, bindparam, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.asked_dates import (
    CHANGE_COLUMNS,
    MOVE_COLUMNS,
    NO_CHANGE,
    asked_change,
    asked_move,
    ended,
    let_go,
)
from db.models import (
    GuestLetterRow,
    GuestOpeningFamilyRow,
    GuestOpeningPartnerRow,
    GuestOpeningRow,
    GuestSlotRow,
    GuestVisitRow,
)
from db.models.base import table
from db.partial import stands_in
from db.personal_guests import leave_the_visit
from db.upsert import upsert
from domain.clock import Clock
from domain.guest_outcomes import ComerKind, Missed
from domain.guests import (
    ACTIVE,
    Application,
    Comer,
    Details,
    Format,
    GuestDecline,
    Slot,
    Visit,
    VisitStatus,
)
from domain.ids import ChildId, GroupId, OrganisationId, PersonId, SlotId, VisitId
from domain.professions import ChosenProfession, Danger

_V, _S, _L = table(GuestVisitRow), table(GuestSlotRow), table(GuestLetterRow)
_O, _P, _F = table(GuestOpeningRow), table(GuestOpeningPartnerRow), table(GuestOpeningFamilyRow)
_CAME_TO_NOTHING = (VisitStatus.DECLINED, VisitStatus.GIVEN_BACK, VisitStatus.NOT_HELD)
VISIT_COLUMNS = (
    _V.c.id,
    _V.c.organisation_id,
    _V.c.group_id,
    _V.c.slot_id,
    _S.c.starts_at,
    _V.c.guest_id,
    _V.c.child_id,
    _V.c.entered_by,
    _V.c.profession,
    _V.c.profession_slug,
    _V.c.formats,
    _V.c.status,
    _V.c.version,
    _V.c.plan,
    _V.c.brings,
    _V.c.needs,
    _V.c.dangers,
    _V.c.minutes,
    _V.c.decline,
    _V.c.decline_note,
    _V.c.children,
    _V.c.comer_kind,
    _V.c.missed,
    _V.c.note,
    *MOVE_COLUMNS,
    *CHANGE_COLUMNS,
)
VISITS = select(*VISIT_COLUMNS).join(_S, _S.c.id == _V.c.slot_id)
IS_ACTIVE = stands_in(_V.c.status, *sorted(ACTIVE))
_HERE = _V.c.organisation_id == bindparam("organisation_id")
_FIND = VISITS.where(_V.c.id == bindparam("visit_id"), _HERE)
_FIND_BY_DRAFT = VISITS.where(_V.c.draft_token == bindparam("draft_token"), _HERE)
_AHEAD_OF_GUEST = (
    VISITS.where(_V.c.guest_id == bindparam("guest_id"), _HERE, IS_ACTIVE)
    .where(_S.c.starts_at > bindparam("now"))
    .order_by(_V.c.id)
)
_AHEAD_IN_GROUP = (
    VISITS.where(_V.c.group_id == bindparam("group_id"), _HERE, IS_ACTIVE)
    .where(_S.c.starts_at > bindparam("now"))
    .order_by(_V.c.id)
)
_AHEAD_OF_FAMILIES = (
    VISITS.where(_V.c.child_id.in_(bindparam("child_ids", expanding=True)), _HERE, IS_ACTIVE)
    .where(_S.c.starts_at > bindparam("now"))
    .order_by(_V.c.id)
)
_UNCHANGED = (
    _V.c.id == bindparam("visit"),
    _V.c.organisation_id == bindparam("organisation"),
    _V.c.version == bindparam("seen"),
)
_HOLD = update(_V).where(*_UNCHANGED).values(version=_V.c.version)
_CHANGE = update(_V).where(*_UNCHANGED)
MARKS = ("reminded_for", "hours_reminded_for", "asked_for", "advised_for")


class GuestVisits:
    """Finds and changes visits; every change names the version it was made from."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def find(self, organisation_id: OrganisationId, visit_id: VisitId) -> Visit | None:
        """A visit to the organisation."""
        return await self._one(_FIND, organisation_id=organisation_id, visit_id=visit_id)

    async def find_by_draft(self, organisation_id: OrganisationId, draft_token: str) -> Visit | None:
        """The visit that was made of a draft."""
        return await self._one(_FIND_BY_DRAFT, organisation_id=organisation_id, draft_token=draft_token)

    async def ahead_of(self, organisation_id: OrganisationId, guest_id: PersonId) -> list[Visit]:
        """Visits of a guest that are still ahead."""
        return await self._some(_AHEAD_OF_GUEST, organisation_id=organisation_id, guest_id=guest_id)

    async def ahead_in(self, organisation_id: OrganisationId, group_id: GroupId) -> list[Visit]:
        """Visits to a group that are still ahead."""
        return await self._some(_AHEAD_IN_GROUP, organisation_id=organisation_id, group_id=group_id)

    async def ahead_of_families(
        self, organisation_id: OrganisationId, child_ids: Collection[ChildId]
    ) -> list[Visit]:
        """Visits that staff entered for the families of these children and that are still ahead."""
        if not child_ids:
            return []
        return await self._some(
            _AHEAD_OF_FAMILIES, organisation_id=organisation_id, child_ids=sorted(child_ids)
        )

    async def apply(
        self, slot: Slot, comer: Comer, application: Application, draft_token: str, status: VisitStatus
    ) -> VisitId | None:
        """Write a visit for a date that is reserved; None when this very draft was sent before."""
        now = self._clock.now()
        made = await self._connection.execute(
            upsert(self._connection, _V)
            .values(
                organisation_id=slot.organisation_id,
                group_id=slot.group_id,
                slot_id=slot.id,
                guest_id=comer.guest_id,
                child_id=comer.child_id,
                entered_by=comer.entered_by,
                comer_kind=comer.kind.value,
                profession=application.profession.name,
                profession_slug=application.profession.slug,
                formats=_listed(application.formats),
                status=status.value,
                version=1,
                draft_token=draft_token,
                created_at=now,
                updated_at=now,
            )
            .on_conflict_do_nothing()
            .returning(_V.c.id)
        )
        visit_id = made.scalar_one_or_none()
        return None if visit_id is None else VisitId(visit_id)

    async def hold(self, visit: Visit) -> bool:
        """Keep a visit as it was read until the end of the transaction; False when it is not so any more."""
        held = await self._connection.execute(_HOLD, _keys(visit))
        return held.rowcount == 1

    async def change(self, visit: Visit, status: VisitStatus, **values: Any) -> bool:
        """Turn a visit into its next version; False when somebody changed it meanwhile.

        What its guest was asked about the date is over with the date, and the other date is let go.
        """
        now = self._clock.now()
        values = {"version": visit.version + 1, "updated_at": now, **ended(visit, status, values), **values}
        changed = await self._connection.execute(_CHANGE.values(status=status.value, **values), _keys(visit))
        if changed.rowcount != 1:
            return False
        asked = visit.asked
        if asked is not None and "move_slot_id" in values and values.get("slot_id") != asked.slot_id:
            await let_go(self._connection, visit, now)
        return True

    async def write_details(self, visit: Visit, status: VisitStatus, details: Details) -> bool:
        """Keep what a guest filled in; False when somebody changed the visit meanwhile."""
        return await self.change(
            visit,
            status,
            plan=details.plan,
            brings=details.brings,
            needs=details.needs,
            dangers=_listed(details.dangers),
            minutes=details.minutes,
            **NO_CHANGE,
        )

    async def detach(self, organisation_id: OrganisationId, guest_id: PersonId) -> None:
        """Let the visits of a guest who has left the organisation stay without them and their words."""
        theirs = (_V.c.organisation_id == organisation_id) & (_V.c.guest_id == guest_id)
        for statement in leave_the_visit(GuestVisitRow, theirs, self._clock.now()):
            await self._connection.execute(statement)

    async def purge_ended_before(self, organisation_id: OrganisationId, moment: datetime) -> int:
        """Drop visits that came to nothing before `moment`, and dates of that time that nobody has visited.

        An application that was never answered came to nothing with its day. How many visits went.
        """
        here = _V.c.organisation_id == organisation_id
        ended = stands_in(_V.c.status, *_CAME_TO_NOTHING)
        over = select(_S.c.id).where(_S.c.organisation_id == organisation_id, _S.c.starts_at < moment)
        unanswered = and_(IS_ACTIVE, _V.c.slot_id.in_(over))
        unthanked = ~exists().where(_L.c.visit_id == _V.c.id)  # a letter's number and date stay, and need it
        gone = await self._connection.execute(
            delete(_V).where(here, _V.c.updated_at < moment, or_(ended, unanswered), unthanked)
        )
        left = over.where(~exists().where(_V.c.slot_id == _S.c.id))
        await self._connection.execute(delete(_S).where(_S.c.id.in_(left)))
        empty = select(_O.c.id).where(
            _O.c.organisation_id == organisation_id,
            _O.c.created_at < moment,
            ~exists().where(_S.c.opening_id == _O.c.id),
        )
        for invited in (_P, _F):
            await self._connection.execute(delete(invited).where(invited.c.opening_id.in_(empty)))
        await self._connection.execute(delete(_O).where(_O.c.id.in_(empty)))
        return gone.rowcount

    async def mark(self, visit: Visit, *marks: str) -> bool:
        """Remember for which start of a visit something was put out; False when it has changed meanwhile."""
        assert set(marks) <= set(MARKS)
        marked = await self._connection.execute(
            _CHANGE.values(dict.fromkeys(marks, visit.starts_at)), _keys(visit)
        )
        return marked.rowcount == 1

    async def _one(self, query: Any, **values: Any) -> Visit | None:
        row = (await self._connection.execute(query, values)).mappings().one_or_none()
        return None if row is None else visit_of(row)

    async def _some(self, query: Any, **values: Any) -> list[Visit]:
        rows = await self._connection.execute(query, {**values, "now": self._clock.now()})
        return [visit_of(row) for row in rows.mappings()]


def visit_of(row: RowMapping | Mapping[str, Any]) -> Visit:
    """A row of `guest_visits`, with the hour of its date, as the domain knows it."""
    details = None
    if row["plan"] is not None:
        details = Details(
            plan=row["plan"],
            brings=row["brings"],
            needs=row["needs"],
            dangers=frozenset(Danger(name) for name in _names(row["dangers"])),
            minutes=row["minutes"],
        )
    return Visit(
        id=VisitId(row["id"]),
        organisation_id=OrganisationId(row["organisation_id"]),
        group_id=GroupId(row["group_id"]),
        slot_id=SlotId(row["slot_id"]),
        starts_at=row["starts_at"],
        guest_id=None if row["guest_id"] is None else PersonId(row["guest_id"]),
        profession=ChosenProfession(row["profession"], row["profession_slug"]),
        formats=frozenset(Format(name) for name in _names(row["formats"])),
        status=VisitStatus(row["status"]),
        version=row["version"],
        details=details,
        decline=None if row["decline"] is None else GuestDecline(row["decline"]),
        decline_note=row["decline_note"],
        children=row["children"],
        child_id=None if row["child_id"] is None else ChildId(row["child_id"]),
        entered=row["entered_by"] is not None,
        comer=None if row["comer_kind"] is None else ComerKind(row["comer_kind"]),
        missed=None if row["missed"] is None else Missed(row["missed"]),
        note=row["note"],
        asked=asked_move(row),
        change=asked_change(row),
    )


def _keys(visit: Visit) -> dict[str, int]:
    return {"visit": visit.id, "organisation": visit.organisation_id, "seen": visit.version}


def _listed(names: frozenset[Format] | frozenset[Danger]) -> str:
    return ",".join(sorted(names))


def _names(listed: str | None) -> list[str]:
    return [name for name in (listed or "").split(",") if name]
