"""What the delivery says by itself: the evening summary, a word to an author, what is left of a removed screen."""

from domain.actions.events import MyEvents, OpenEventReport, OpenInvitation
from domain.delivery import DeliveryTrouble, EveningSummary, EventLine
from domain.notices import NoticeKind
from screens.base import Button, Joined, Moment, Phrase, Screen, say, screen
from screens.common import menu_button

SHOWN = 8
LABEL_LIMIT = 32
"""Characters of a title on a button: a phone cuts longer ones anyway."""


def evening_summary(summary: EveningSummary) -> Screen:
    """Held events, each with a button; more than `SHOWN` are counted."""
    lines = summary.lines[:SHOWN]
    left = len(summary.lines) - len(lines) + summary.more
    body: list[Phrase | Joined] = [
        say("delivery-summary-title"),
        Joined(tuple(_line(line) for line in lines)),
    ]
    if left:
        body.append(say("delivery-summary-more", count=left))
    return screen(
        *body,
        rows=(
            *((Button(_label(line), OpenInvitation(line.event_id)),) for line in lines),
            (Button(say("delivery-summary-all"), MyEvents()), menu_button()),
        ),
    )


def trouble(found: DeliveryTrouble) -> Screen:
    """Some could not be reached about an event: tell the author, who may call them."""
    event = found.event
    return screen(
        say("delivery-trouble-title"),
        say(
            "delivery-trouble-text",
            title=event.title,
            when=Moment(event.starts_at, event.zone),
            count=found.report.failed + found.report.closed,
        ),
        rows=((Button(say("delivery-trouble-open"), OpenEventReport(event.event_id)), menu_button()),),
    )


def removed() -> Screen:
    """A screen with codes or names whose day is over and which can no longer be deleted."""
    return screen(say("delivery-removed"), rows=((menu_button(),),))


def _line(line: EventLine) -> Phrase:
    key = "delivery-summary-remind" if line.kind is NoticeKind.EVENT_REMINDER else "delivery-summary-line"
    return say(key, emojis=" ".join(line.emojis), title=line.title, when=Moment(line.starts_at, line.zone))


def _label(line: EventLine) -> str:
    title = line.title if len(line.title) <= LABEL_LIMIT else line.title[: LABEL_LIMIT - 1].rstrip() + "…"
    return " ".join((*line.emojis, title))
