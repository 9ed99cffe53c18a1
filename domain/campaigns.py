"""What is sent about an event, as its author follows it: how far it has come, stopped, taken back, asked once more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.delivery import DeliveryReport
from domain.events import Event, EventStatus, GroupLabel, answers_until, stands
from domain.outcomes import Reason, Refused
from domain.people import Organisation

DELETABLE = timedelta(hours=47)
"""The messenger deletes messages up to 48 hours old; older ones are edited instead."""
IN_FLIGHT = timedelta(seconds=60)
"""So long after it was asked for, a recall waits for messages that were on their way: a lease and a bit."""


class Trouble(StrEnum):
    """Why a message did not arrive, in words of ours."""

    REFUSED = "refused"
    """The messenger did not take it."""
    LOST = "lost"
    """It never came to an answer of the messenger's."""


def troubles(errors: Mapping[str | None, int]) -> dict[Trouble, int]:
    """Errors of the outbox, counted by what they mean to a teacher."""
    found: dict[Trouble, int] = {}
    for error, count in errors.items():
        trouble = Trouble.REFUSED if error in ("bad-request", "gone") else Trouble.LOST
        found[trouble] = found.get(trouble, 0) + count
    return found


class CampaignState(StrEnum):
    """Where the sending stands."""

    SENDING = "sending"
    DONE = "done"
    STOPPED = "stopped"
    RECALLING = "recalling"
    """Messages are being taken back."""
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True)
class Sending:
    """What the outbox knows of the messages about an event."""

    report: DeliveryReport
    troubles: Mapping[Trouble, int]
    closed_in: tuple[tuple[GroupLabel, int], ...]
    """Groups with adults whose chat is closed, and how many."""
    stoppable: int
    """Announcements and nudges that are not sent yet."""


@dataclass(frozen=True, slots=True)
class CampaignReport:
    """The author's report, as it is by now."""

    event: Event
    organisation: Organisation
    state: CampaignState
    sending: Sending
    left: int
    """Messages that are still to be taken back."""
    may_stop: bool
    may_go_on: bool
    may_recall: bool


@dataclass(frozen=True, slots=True)
class RecallPreview:
    """What taking back would do."""

    event: Event
    organisation: Organisation
    standing: int
    """Messages in chats that would be deleted or changed."""
    unsent: int
    told: int
    """Adults who have answered: they are told that it is cancelled."""


@dataclass(frozen=True, slots=True)
class NudgePreview:
    """Whom one more question would reach."""

    event: Event
    organisation: Organisation
    adults: int
    limited_families: int


@dataclass(frozen=True, slots=True)
class RecalledMessage:
    """A message in a chat that is to be taken back."""

    chat_id: int
    message_id: int
    sent_at: datetime
    locale: str


@dataclass(frozen=True, slots=True)
class EventForPaper:
    """What a notice for the wall is made of."""

    event: Event
    organisation: Organisation
    groups: tuple[GroupLabel, ...]
    made_at: datetime


def state_of(event: Event, report: DeliveryReport, *, recalling: bool) -> CampaignState:
    """Where the sending stands; `recalling`: messages are still being taken back."""
    if event.recalled_at is not None:
        return CampaignState.RECALLING if recalling else CampaignState.RECALLED
    if event.stopped_at is not None and event.status is EventStatus.PUBLISHED:
        return CampaignState.STOPPED
    return CampaignState.SENDING if report.waiting else CampaignState.DONE


def may_send(event: Event, *, now: datetime) -> Refused | None:
    """Only what is announced and ahead is sent any further, or taken back; None when it is."""
    if refused := stands(event, now=now):
        return refused
    return Refused(Reason.NOT_SENDING_ANY_MORE) if event.status is not EventStatus.PUBLISHED else None


def may_go_on(event: Event, *, now: datetime) -> Refused | None:
    """Whether a stopped announcement may be sent to the others; None when it may."""
    if refused := may_send(event, now=now):
        return refused
    return Refused(Reason.NOT_SENDING_ANY_MORE) if event.stopped_at is None else None


def may_nudge(event: Event, *, now: datetime) -> Refused | None:
    """Those who are silent are asked once, while answers are taken and the announcement is not stopped."""
    if refused := may_send(event, now=now):
        return refused
    if event.stopped_at is not None:
        return Refused(Reason.NOT_SENDING_ANY_MORE)
    if answers_until(event) <= now:
        return Refused(Reason.EVENT_PAST)
    return Refused(Reason.ALREADY_NUDGED) if event.nudged_at is not None else None
