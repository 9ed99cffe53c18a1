"""Rows of the outbox of which nobody has been told: which they are, and how they end untold."""

from datetime import datetime
from typing import Any

from db.models import NoticeRow
from db.models.base import table
from db.partial import stands_in
from domain.notices import NoticeStatus

_STATUS = table(NoticeRow).c.status

TO_SEND = stands_in(_STATUS, NoticeStatus.QUEUED, NoticeStatus.RETRY)
UNSENT = stands_in(_STATUS, NoticeStatus.QUEUED, NoticeStatus.RETRY, NoticeStatus.SUMMARY)
HELD = stands_in(_STATUS, NoticeStatus.LEASED)


def untold(status: NoticeStatus, now: datetime) -> dict[str, Any]:
    """What a row is that ends untold: its place in the budget is free again, and it rests no longer."""
    return {"status": status.value, "finished_at": now, "leased_until": None, "budget_day": None}
