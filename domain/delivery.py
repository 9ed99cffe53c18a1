"""What may go wrong with a message, in words of ours, and what its author is told."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from domain.answers import Answer
from domain.events import GroupLabel
from domain.ids import AnnouncementId, EventId, OpeningId, OrganisationId, PersonId, VisitId, WaveId
from domain.notices import NoticeKind


@dataclass(frozen=True, slots=True)
class RetryAfter:
    """Too many messages: nothing of this chat (a group), or nothing unasked at all, for `seconds`."""

    seconds: float
    group: bool


@dataclass(frozen=True, slots=True)
class Held:
    """Not even tried: the lane of unasked messages is closed for `seconds`, or the bot is stopping."""

    seconds: float


@dataclass(frozen=True, slots=True)
class ChatClosed:
    """The person blocked the bot, deleted the account or never pressed Start."""


@dataclass(frozen=True, slots=True)
class NoRights:
    """The bot is in the group or channel and may not do this there."""


@dataclass(frozen=True, slots=True)
class Gone:
    """The message to be changed or removed is not there, or may not be changed any more."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """The group became a supergroup with another id."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class BadRequest:
    """The messenger does not accept this message, however often it is sent."""

    said: str


@dataclass(frozen=True, slots=True)
class Network:
    """The messenger could not be reached or broke off; `accepted` when it may have taken the message."""

    accepted: bool


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something nobody has thought of."""

    said: str


Failure: TypeAlias = (
    RetryAfter | Held | ChatClosed | NoRights | Gone | Migrated | BadRequest | Network | Unknown
)


def is_settled(failure: Failure | None) -> bool:
    """Whether nothing more can or need be done about a message that was to be changed or removed."""
    return failure is None or isinstance(failure, Gone | ChatClosed | NoRights | BadRequest)


@dataclass(frozen=True, slots=True)
class Posted:
    """The message stands in the chat."""

    message_id: int
    rendered_hash: str


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """How far the messages about one subject have come, in persons."""

    total: int = 0
    waiting: int = 0
    sent: int = 0
    in_summary: int = 0
    """Beyond the budget of attention: held for the evening summary, or on its way in it."""
    failed: int = 0
    closed: int = 0
    """Chats that are closed: the bot is blocked there."""
    unknown: int = 0
    dropped: int = 0
    """Cancelled or no longer of use before they were sent."""


@dataclass(frozen=True, slots=True)
class BudgetPreview:
    """What a message to an audience would meet, before it is put."""

    people: int
    closed: int
    """Of them with a closed chat: nothing will reach them."""
    limited: int
    """Of them beyond their budget of attention: it comes in the evening summary."""
    limited_families: int
    """Children of those, each counted once: «у 14 семей лимит»."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as one line of an evening summary, or of a word to its author."""

    event_id: EventId
    kind: NoticeKind
    """What was held: the announcement, or a reminder."""
    title: str
    starts_at: datetime
    zone: str
    emojis: tuple[str, ...]
    """Of the groups it is for (in a summary: of the own children's), by name."""
    answer: Answer | None = None
    """The own answer, in a summary."""


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """Dates opened for guests of a group as one line of an evening summary, or of a word to their author."""

    opening_id: OpeningId
    organisation_id: OrganisationId
    group: GroupLabel
    dates: int
    """Dates that are free and ahead."""


@dataclass(frozen=True, slots=True)
class QuizLine:
    """An open quiz as one line of an evening summary, or of a word to whoever opened it."""

    wave_id: WaveId
    title: str
    closes_at: datetime
    zone: str
    emojis: tuple[str, ...]
    """Of the groups it is for (in a summary: of the own children's), by name."""


@dataclass(frozen=True, slots=True)
class ThanksLine:
    """Thanks for an event as one line of an evening summary."""

    event_id: EventId
    title: str


@dataclass(frozen=True, slots=True)
class WayHomeLine:
    """A guest who came, as one line of an evening summary: to ask the child about."""

    visit_id: VisitId
    group: GroupLabel
    profession: str | None
    """None: it was named in own words of a guest who is gone."""


@dataclass(frozen=True, slots=True)
class AnnouncementLine:
    """An announcement as one line of an evening summary, or of a word to its author."""

    announcement_id: AnnouncementId
    opening: str
    """Its first words."""
    emojis: tuple[str, ...]
    """Of the groups it is for (in a summary: of the own children's), by name."""


@dataclass(frozen=True, slots=True)
class EveningSummary:
    """What a parent is told in the evening instead of one message for each."""

    lines: tuple[EventLine, ...]
    more: int = 0
    """Events ahead that a newcomer was not invited to one by one."""
    openings: tuple[OpeningLine, ...] = ()
    """Invitations to be the guest of a group."""
    quizzes: tuple[QuizLine, ...] = ()
    """Invitations to a quiz, and nudges."""
    thanks: tuple[ThanksLine, ...] = ()
    announcements: tuple[AnnouncementLine, ...] = ()
    guests: tuple[WayHomeLine, ...] = ()
    """Guests who came to the groups of one's children."""


@dataclass(frozen=True, slots=True)
class DeliveryTrouble:
    """Not everybody could be reached about an event, dates for guests, a quiz or an announcement: one of them."""

    event: EventLine | None
    report: DeliveryReport
    opening: OpeningLine | None = None
    quiz: QuizLine | None = None
    announcement: AnnouncementLine | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """A message whose time in the chat is over."""

    chat_id: int
    message_id: int
    sent_at: datetime
    locale: str | None


@dataclass(frozen=True, slots=True)
class StaleMessage:
    """A message that was sent before its event changed."""

    sent_id: int
    chat_id: int
    message_id: int
    locale: str
    person_id: PersonId
    organisation_id: OrganisationId
    event_id: EventId
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class StaleAnnouncement:
    """A message that may have been sent before its announcement was reworded."""

    sent_id: int
    chat_id: int
    message_id: int
    locale: str
    person_id: PersonId
    organisation_id: OrganisationId
    announcement_id: AnnouncementId
    stale_until: datetime
