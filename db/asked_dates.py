"""What the guest of a visit is asked, as it stands in the row of the visit; and the date that is kept meanwhile."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import GuestSlotRow, GuestVisitRow
from db.models.base import table
from domain.guest_requests import AskedChange, AskedMove, Wish
from domain.guests import ACTIVE, Visit, VisitStatus
from domain.ids import SlotId

_V, _S = table(GuestVisitRow), table(GuestSlotRow)
_ASKED = table(GuestSlotRow).alias("asked")
MOVE_COLUMNS = (
    _V.c.move_slot_id,
    select(_ASKED.c.starts_at)
    .where(_ASKED.c.id == _V.c.move_slot_id)
    .scalar_subquery()
    .label("move_starts_at"),
    _V.c.move_until,
    _V.c.move_made,
)
CHANGE_COLUMNS = (_V.c.change_asked, _V.c.change_note)
NO_MOVE = dict.fromkeys(("move_slot_id", "move_until", "move_made"))
NO_CHANGE = dict.fromkeys(("change_asked", "change_note"))


def asked_move(row: RowMapping | Mapping[str, Any]) -> AskedMove | None:
    """The date that a guest is asked about."""
    if row["move_slot_id"] is None or row["move_starts_at"] is None:
        return None
    return AskedMove(
        SlotId(row["move_slot_id"]), row["move_starts_at"], row["move_until"], made=bool(row["move_made"])
    )


def asked_change(row: RowMapping | Mapping[str, Any]) -> AskedChange | None:
    """What a guest is asked to change."""
    if row["change_asked"] is None:
        return None
    return AskedChange(Wish(row["change_asked"]), row["change_note"])


def ended(visit: Visit, status: VisitStatus, values: Mapping[str, Any]) -> dict[str, Any]:
    """Questions that are over with this change: of the date once it is another one or nobody's, the other once it is
    answered or decided."""
    over: dict[str, Any] = {}
    if visit.asked is not None and (status not in ACTIVE or "slot_id" in values):
        over |= NO_MOVE
    if visit.change is not None and status is not visit.status:
        over |= NO_CHANGE
    return over


async def let_go(connection: AsyncConnection, visit: Visit, now: datetime) -> None:
    """Free the date that was kept for an answer; one that was made for the question is closed again."""
    asked = visit.asked
    if asked is None:
        return
    freed: dict[str, datetime | None] = {"visit_id": None}
    if asked.made:
        freed["withdrawn_at"] = now
    await connection.execute(
        update(_S)
        .where(
            _S.c.id == asked.slot_id,
            _S.c.organisation_id == visit.organisation_id,
            _S.c.visit_id == visit.id,
        )
        .values(freed)
    )
