"""Whether one may still write about a visit."""

from db.work import Reading
from domain.guest_messages import may_write
from domain.guests import Visit, VisitStatus
from domain.outcomes import Refused


async def writing_refused(reading: Reading, visit: Visit) -> Refused | None:
    """Why nobody may write about the visit now; None when its guest and its teachers may."""
    changed = visit.starts_at
    if visit.status in (VisitStatus.HELD, VisitStatus.NOT_HELD):
        changed = await reading.guest_messages.changed_at(visit)
    return may_write(visit, changed, now=reading.clock.now())
