"""What a use case answers when it does not do what was asked.

An expected refusal is a value, not an exception: handlers `match` on it and show its text
(`reason-<value>` in `locales/`, a test says that every reason has one in every locale).
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Reason(StrEnum):
    """Why something expected was not done."""

    # Links and joining
    LINK_UNKNOWN = "link-unknown"
    LINK_EXPIRED = "link-expired"
    LINK_REVOKED = "link-revoked"
    LINK_SPENT = "link-spent"
    CARD_FULL = "card-full"
    ALREADY_MEMBER = "already-member"
    CHILD_LEFT = "child-left"
    # Staff and organisation
    NAME_TAKEN = "name-taken"
    GROUP_ARCHIVED = "group-archived"
    LAST_HEAD = "last-head"
    GROUP_HAS_CHILDREN = "group-has-children"
    TOO_MANY_CODES = "too-many-codes"
    CODES_EXHAUSTED = "codes-exhausted"
    TOO_MANY_TEACHERS = "too-many-teachers"
    NO_CARDS = "no-cards"
    PERSONAL_DATA_OFF = "personal-data-off"
    LOOKS_LIKE_DOCUMENT = "looks-like-document"
    TERM_AGREED = "term-agreed"
    # Typed input
    EMPTY = "empty"
    TOO_LONG = "too-long"
    NOT_A_NAME = "not-a-name"
    NOT_A_FULL_NAME = "not-a-full-name"
    NOT_TEXT = "not-text"
    NOT_A_NUMBER = "not-a-number"
    NO_PAPER_NUMBER = "no-paper-number"
    NO_SUCH_DATE = "no-such-date"
    DATE_PAST = "date-past"
    DATE_UNCLEAR = "date-unclear"
    DATE_AMBIGUOUS = "date-ambiguous"
    WEEKDAY_WRONG = "weekday-wrong"
    NO_SUCH_TIME = "no-such-time"
    TAP_BUTTON = "tap-button"
    NOTHING_PICKED = "nothing-picked"
    DATE_TOO_FAR = "date-too-far"
    DATE_TWICE = "date-twice"
    DATE_AHEAD = "date-ahead"
    DATE_TOO_OLD = "date-too-old"
    TIME_MISSING = "time-missing"
    END_BEFORE_START = "end-before-start"
    # Events
    NO_GROUPS = "no-groups"
    NO_RECIPIENTS = "no-recipients"
    PARENTS_TOO = "parents-too"
    NOBODY_INVITED = "nobody-invited"
    NOBODY_ADDRESSED = "nobody-addressed"
    EVENT_CANCELLED = "event-cancelled"
    EVENT_PAST = "event-past"
    ANSWERS_CLOSED = "answers-closed"
    CUTOFF_AFTER_START = "cutoff-after-start"
    CUTOFF_PAST = "cutoff-past"
    EVENT_TOO_LONG = "event-too-long"
    SEATS_BELOW_COMING = "seats-below-coming"
    RESTORE_TOO_LATE = "restore-too-late"
    NOT_SENDING_ANY_MORE = "not-sending-any-more"
    ALREADY_NUDGED = "already-nudged"
    PUBLISHED_TOO_LATE = "published-too-late"
    NEEDS_APPROVAL = "needs-approval"
    APPROVAL_NOT_NEEDED = "approval-not-needed"
    TOO_MANY_TEMPLATES = "too-many-templates"
    PICTURE_TOO_LARGE = "picture-too-large"
    NOT_A_PICTURE = "not-a-picture"
    TOO_LONG_FOR_PICTURE = "too-long-for-picture"
    NOTHING_CHANGED = "nothing-changed"
    CHANGED_MEANWHILE = "changed-meanwhile"
    # Seats and the queue
    NO_SEATS = "no-seats"
    NO_SEAT_FOR_ALL = "no-seat-for-all"
    OFFER_GONE = "offer-gone"
    # After events
    EVENT_AHEAD = "event-ahead"
    RECAP_TOO_LATE = "recap-too-late"
    NOT_A_LINK = "not-a-link"
    NOBODY_TO_THANK = "nobody-to-thank"
    ALREADY_THANKED = "already-thanked"
    NOT_A_SNAPSHOT = "not-a-snapshot"
    PICTURE_TOO_WIDE = "picture-too-wide"
    PICTURE_THERE = "picture-there"
    TOO_MANY_PICTURES = "too-many-pictures"
    SHEET_TOO_LATE = "sheet-too-late"
    SHEET_EMPTY = "sheet-empty"
    # Guests of the group
    TOO_MANY_DATES = "too-many-dates"
    SLOT_TAKEN = "slot-taken"
    SLOT_WITHDRAWN = "slot-withdrawn"
    SLOT_PAST = "slot-past"
    SLOT_EXISTS = "slot-exists"
    PERIOD_TOO_LONG = "period-too-long"
    FAMILY_JOINED = "family-joined"
    FAMILIES_ELSEWHERE = "families-elsewhere"
    VISIT_DECIDED = "visit-decided"
    GUEST_UNREACHED = "guest-unreached"
    MESSAGES_OVER = "messages-over"
    TOO_MANY_MESSAGES = "too-many-messages"
    TOO_MANY_QUESTIONS = "too-many-questions"
    VISIT_AHEAD = "visit-ahead"
    SLOT_KEPT = "slot-kept"
    VISITS_ENOUGH = "visits-enough"
    MOVE_TOO_LATE = "move-too-late"
    FOLLOW_UP_LATE = "follow-up-late"
    MOVE_ASKED = "move-asked"
    MOVE_NOT_ASKED = "move-not-asked"
    CHANGE_NOT_ASKED = "change-not-asked"
    PASSED_ALREADY = "passed-already"
    PASSED_OWN = "passed-own"
    PASSED_SPENT = "passed-spent"
    PASSED_EXPIRED = "passed-expired"
    PASSED_REVOKED = "passed-revoked"
    # Closed groups
    GROUP_CLOSED = "group-closed"
    GROUP_OPEN = "group-open"
    CLOSURE_OVER = "closure-over"
    CLOSURE_TOO_LONG = "closure-too-long"
    CLOSURE_TOO_FULL = "closure-too-full"
    # Quizzes
    WAVE_CLOSED = "wave-closed"
    WAVE_EXISTS = "wave-exists"
    WAVE_STILL_OPEN = "wave-still-open"
    WAVE_TOO_LATE = "wave-too-late"
    WAVE_TOO_LONG = "wave-too-long"
    PACK_NOT_APPROVED = "pack-not-approved"
    ONLY_REPRESENTATIVE = "only-representative"
    CONSENT_NEEDED = "consent-needed"
    ATTEMPT_STOPPED = "attempt-stopped"
    ATTEMPT_FINISHED = "attempt-finished"
    ATTEMPT_ELSEWHERE = "attempt-elsewhere"
    ATTEMPT_OPEN = "attempt-open"
    # Groups and channels
    CHAT_NOT_OURS = "chat-not-ours"
    CHAT_BOUND_ELSEWHERE = "chat-bound-elsewhere"
    # Everything
    GONE = "gone"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Refused:
    """An expected «no», with what its text needs to be helpful (an example, a name, a date)."""

    reason: Reason
    args: dict[str, Any] = field(default_factory=dict)


class Forbidden(Exception):
    """This person may not do this. Nothing was changed; show the screen «Это не для вас» and log the ids."""


class Missing(Exception):
    """The thing is not there (any more) for this person. Nothing was changed; show a friendly current screen."""


class AlreadyDone(Exception):
    """This very update was carried out before. Nothing is written again; show the current state."""
