"""Messages between a guest and the teachers of a group, relayed by the bot instead of telephone numbers (rule 15c)."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.guest_views import VisitCard
from domain.guests import AGREED, Visit, VisitStatus
from domain.ids import GuestMessageId, PersonId
from domain.notices import NoticeDraft, NoticeKind
from domain.outcomes import Reason, Refused

MESSAGE_LIMIT = 400
"""UTF-16 units of one."""
MESSAGES_A_DAY = 10
"""Of one side about one visit."""
MESSAGES_SHOWN = 5
"""The latest stand on the screen."""
OPEN_AFTER = timedelta(days=7)
"""How long one may still write after the hour of a visit."""
KEPT_AFTER = timedelta(days=30)
"""How long messages, questions and ticks are kept after the hour of their visit."""
_WRITTEN_ABOUT = {*AGREED, VisitStatus.HELD, VisitStatus.NOT_HELD}


@dataclass(frozen=True, slots=True)
class GuestMessage:
    """One message."""

    id: GuestMessageId
    author_id: PersonId
    from_guest: bool
    text: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Correspondence:
    """What was written about a visit, the latest messages last."""

    card: VisitCard
    messages: tuple[GuestMessage, ...]
    reader_id: PersonId


@dataclass(frozen=True, slots=True)
class DeliveredMessage:
    """A message on its way to somebody: the guest, or a teacher."""

    card: VisitCard
    message: GuestMessage


def may_write(visit: Visit, *, now: datetime) -> Refused | None:
    """One writes to whoever has a phone, about a visit that was said yes to, until a week after its hour."""
    if visit.guest_id is None:
        return Refused(Reason.GUEST_UNREACHED)
    if visit.status not in _WRITTEN_ABOUT:
        return Refused(Reason.VISIT_DECIDED)
    return None if now <= visit.starts_at + OPEN_AFTER else Refused(Reason.MESSAGES_OVER)


def written(visit: Visit, message: GuestMessageId, person_id: PersonId) -> NoticeDraft:
    """A message for one of those who read it; its words stay where they are until they are sent."""
    return NoticeDraft(
        NoticeKind.GUEST_WRITTEN,
        person_id,
        visit.organisation_id,
        f"{NoticeKind.GUEST_WRITTEN.value}:{message}:{person_id}",
        params={"visit": visit.id, "message": message},
        subject=f"visit:{visit.id}",
    )


def day_began(now: datetime, zone: str) -> datetime:
    """The last midnight there (UTC): messages are counted by the day."""
    here = now.astimezone(ZoneInfo(zone))
    return datetime.combine(here.date(), time(), tzinfo=here.tzinfo).astimezone(UTC)
