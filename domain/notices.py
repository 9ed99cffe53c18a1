"""What the bot says unasked: kinds of notices, their lives, and when they may be heard."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.ids import NoticeId, OrganisationId, PersonId


class NoticeKind(StrEnum):
    """Every kind has an entry in `scheduler/delivery/registry.py` (a test says so)."""

    EVENT_PUBLISHED = "event-published"
    EVENT_CHANGED = "event-changed"
    EVENT_CANCELLED = "event-cancelled"
    EVENT_RESTORED = "event-restored"
    EVENT_NUDGE = "event-nudge"
    EVENT_REMINDER = "event-reminder"
    EVENT_THANKS = "event-thanks"
    SEAT_OFFERED = "seat-offered"
    SEAT_LAPSED = "seat-lapsed"
    SEAT_GIVEN = "seat-given"
    EVENT_NOT_PUBLISHED = "event-not-published"
    EVENT_PROPOSED = "event-proposed"
    EVENT_APPROVED = "event-approved"
    EVENT_RETURNED = "event-returned"
    ANNOUNCED = "announced"
    NOT_ANNOUNCED = "not-announced"
    ANNOUNCEMENT_PROPOSED = "announcement-proposed"
    ANNOUNCEMENT_APPROVED = "announcement-approved"
    ANNOUNCEMENT_RETURNED = "announcement-returned"
    EVENING_SUMMARY = "evening-summary"
    DELIVERY_FAILED = "delivery-failed"
    JOIN_REQUESTED = "join-requested"
    JOIN_APPROVED = "join-approved"
    JOIN_DECLINED = "join-declined"
    STAFF_JOINED = "staff-joined"
    PARTNER_JOINED = "partner-joined"
    PARTNER_TERM_NEAR = "partner-term-near"
    ROLE_REMOVED = "role-removed"
    SUBSTITUTION_ARRANGED = "substitution-arranged"
    SUBSTITUTION_ENDED = "substitution-ended"
    GROUP_GIVEN = "group-given"
    GROUP_TAKEN = "group-taken"
    GROUP_UNTAUGHT = "group-untaught"
    HEAD_APPOINTED = "head-appointed"
    GUESTS_INVITED = "guests-invited"
    GUESTS_NUDGE = "guests-nudge"
    GUEST_APPLIED = "guest-applied"
    GUEST_ACCEPTED = "guest-accepted"
    GUEST_DECLINED = "guest-declined"
    GUEST_DETAILED = "guest-detailed"
    GUEST_CONFIRMED = "guest-confirmed"
    GUEST_READY = "guest-ready"
    GUEST_GAVE_BACK = "guest-gave-back"
    GUEST_MOVED = "guest-moved"
    GUEST_WAITS = "guest-waits"
    GUEST_WAITS_LONG = "guest-waits-long"
    GUEST_ASKED_AGAIN = "guest-asked-again"
    GUEST_SILENT = "guest-silent"
    GUEST_REMINDER = "guest-reminder"
    GUEST_AFTER = "guest-after"
    GUEST_ADVICE = "guest-advice"
    GUEST_ASKED = "guest-asked"
    GUEST_WRITTEN = "guest-written"
    GUEST_LETTER = "guest-letter"
    GUEST_FOLLOW_UP = "guest-follow-up"
    GUEST_WAY_HOME = "guest-way-home"
    GUEST_OFFERED = "guest-offered"
    GUEST_OFFER_LAPSED = "guest-offer-lapsed"
    GUEST_QUEUE_ENDED = "guest-queue-ended"
    GUEST_MOVED_VISIT = "guest-moved-visit"
    GUEST_MOVE_ASKED = "guest-move-asked"
    GUEST_MOVE_DROPPED = "guest-move-dropped"
    GUEST_MOVE_ANSWERED = "guest-move-answered"
    GUEST_CHANGE_ASKED = "guest-change-asked"
    GUEST_CHANGED = "guest-changed"
    GUEST_UNREAD = "guest-unread"
    QUIZ_INVITED = "quiz-invited"
    QUIZ_NUDGE = "quiz-nudge"
    WAVE_CLOSED = "wave-closed"
    CHAT_LOST = "chat-lost"
    GROUP_CLOSED = "group-closed"
    GROUP_REOPENED = "group-reopened"


class Urgency(StrEnum):
    """How a notice treats quiet hours and the budget of attention."""

    NOW = "now"
    """Exempt from both: changes and cancellations of what starts soon, answers to the person's own request."""
    WAITS = "waits"
    """Waits for the end of quiet hours; exempt from the budget."""
    BUDGETED = "budgeted"
    """Waits for the end of quiet hours and counts in the budget; beyond it goes into the evening summary."""


class NoticeStatus(StrEnum):
    """Life of a notice: queued → leased → sent, or one of the other ends."""

    QUEUED = "queued"
    LEASED = "leased"
    RETRY = "retry"
    SUMMARY = "summary"
    """Beyond the budget of attention: held for the evening summary."""
    SENT = "sent"
    SUMMARISED = "summarised"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    FAILED = "failed"
    UNKNOWN = "unknown"


FINAL = frozenset(
    {
        NoticeStatus.SENT,
        NoticeStatus.SUMMARISED,
        NoticeStatus.EXPIRED,
        NoticeStatus.CANCELLED,
        NoticeStatus.FAILED,
        NoticeStatus.UNKNOWN,
    }
)


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """One message to one person, put into the outbox in the commit that made it true."""

    kind: NoticeKind
    person_id: PersonId
    organisation_id: OrganisationId | None
    dedupe_key: str
    """The same fact told to the same person: a second row with the same key is not written."""
    due_at: datetime | None = None
    """Not before; now when empty. The outbox moves it out of the quiet hours."""
    expires_at: datetime | None = None
    """When empty, the lifetime of the kind after it is due."""
    urgency: Urgency | None = None
    """When empty, as the rule of the kind says."""
    params: Mapping[str, int | str] = field(default_factory=dict)
    """Ids only: names and texts are read at sending."""
    subject: str | None = None
    """What it is about, «event:12»: for the author's delivery report, cancelling and recalling."""


@dataclass(frozen=True, slots=True)
class Circular:
    """The same message to a whole audience, one row for each person, written by one statement."""

    kind: NoticeKind
    organisation_id: OrganisationId
    dedupe_key: str
    """The fact, «published:12»: the outbox adds the person's number."""
    due_at: datetime | None = None
    expires_at: datetime | None = None
    urgency: Urgency | None = None
    params: Mapping[str, int | str] = field(default_factory=dict)
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A leased row of the outbox, with what its recipient is by now."""

    id: NoticeId
    kind: NoticeKind
    person_id: PersonId
    organisation_id: OrganisationId | None
    chat_id: int
    locale: str
    params: Mapping[str, int | str]
    attempts: int
    due_at: datetime
    expires_at: datetime
    urgency: Urgency
    subject: str | None
    member: bool = True
    """Whether the person still has a role in the organisation (true when it is about none)."""
    chat_open: bool = True
    """Whether the person has not blocked the bot."""
    morning: datetime | None = None
    """The end of the quiet hours that it is now, when the notice may wait for it."""


def after_quiet_hours(moment: datetime, zone: str, quiet_from: time, quiet_to: time) -> datetime:
    """`moment` if it may be heard, else the end of the quiet hours it falls into (UTC).

    Quiet hours may span midnight (21:00–8:00). Equal ends mean no quiet hours.
    """
    local = moment.astimezone(ZoneInfo(zone))
    if not is_quiet(local.time(), quiet_from, quiet_to):
        return moment
    end = local.replace(hour=quiet_to.hour, minute=quiet_to.minute, second=0, microsecond=0)
    if end <= local:
        end = (local.replace(tzinfo=None) + timedelta(days=1)).replace(
            hour=quiet_to.hour, minute=quiet_to.minute, second=0, microsecond=0, tzinfo=ZoneInfo(zone)
        )
    return end.astimezone(moment.tzinfo)


def is_quiet(at: time, quiet_from: time, quiet_to: time) -> bool:
    """Whether the local time `at` lies in [quiet_from, quiet_to), over midnight if need be."""
    if quiet_from <= quiet_to:
        return quiet_from <= at < quiet_to
    return at >= quiet_from or at < quiet_to


def reminder_due(
    starts_at: datetime, zone: str, quiet_from: time, quiet_to: time, *, days: int = 1
) -> datetime:
    """When to remind of what starts at `starts_at`: `days` before; inside quiet hours, 20:00 the evening before that.

    A reminder at 9:20 for tomorrow 9:20 is heard at 9:20. One that would fall at 7:30 is moved to 20:00 of the
    previous evening, since after the quiet hours people are already on the way.
    """
    tz = ZoneInfo(zone)
    local = (starts_at - timedelta(days=days)).astimezone(tz)
    if is_quiet(local.time(), quiet_from, quiet_to):
        day = local.date() if local.time() >= quiet_from > quiet_to else local.date() - timedelta(days=1)
        local = datetime.combine(day, time(20, 0), tzinfo=tz)
    return local.astimezone(starts_at.tzinfo)
