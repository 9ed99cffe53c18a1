"""How the installation fares: for `/health` and metrics."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select

from db.models import NoticeRow
from db.unsent import HELD, TO_SEND, UNSENT
from db.work import Reading


@dataclass(frozen=True, slots=True)
class OutboxState:
    """What waits in the outbox."""

    waiting: dict[str, int]
    """Notices by status, ended ones left out."""
    oldest_due: datetime | None
    """When the first of those that wait should have left, or shall leave."""

    def overdue(self, now: datetime) -> float:
        """Seconds by which the oldest is late at `now`; 0 when nothing is."""
        return 0.0 if self.oldest_due is None else max(0.0, (now - self.oldest_due).total_seconds())


async def outbox_state(reading: Reading) -> OutboxState:
    """Depth of the outbox and the moment at which its head is due."""
    counted = await reading.connection.execute(
        select(NoticeRow.status, func.count()).where(or_(UNSENT, HELD)).group_by(NoticeRow.status)
    )
    oldest = await reading.connection.execute(select(func.min(NoticeRow.due_at)).where(TO_SEND))
    waiting = {str(status): int(count) for status, count in counted.all()}
    return OutboxState(waiting, oldest.scalar_one_or_none())
