"""What a parent sees of events: the invitation with its four answers, and the list of what is ahead."""

from dataclasses import replace

from domain.actions.events import AnswerEvent, MyEvents, OpenInvitation
from domain.answers import Answer
from domain.events import Event, EventStatus, GroupLabel, Invitation, ListedEvent
from domain.outcomes import Refused
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, Style, Toast, say, screen
from screens.common import menu_button, refusal
from screens.paging import turning_on

MARKS = {Answer.WITH_CHILD: "✅", Answer.ALONE: "✅", Answer.NO: "➖", Answer.UNSURE: "❔", None: "💬"}
TITLE_ON_BUTTON = 40


def invitation(shown: Invitation, *, open_: bool = True, listed: bool = False) -> Screen:
    """The event, the own answer, and the four buttons while it is still possible to answer."""
    body = (heading(shown.groups), facts(shown.event, shown.zone))
    mine_row = (mine_button(fresh=not listed),)
    if not open_:
        return screen(*body, _closed(shown), rows=(mine_row,))
    return screen(*body, _own(shown.answer), rows=(*answer_rows(shown, listed=listed), mine_row))


def answered(answer: Answer) -> Toast:
    """«Записали: приду с ребёнком»."""
    return Toast(say("events-answer-taken", answer=answer_words(answer)))


def not_answered(refused: Refused) -> Toast:
    """Why the answer was not taken."""
    return Toast(refusal(refused), alert=True)


def mine(events: tuple[ListedEvent, ...], page: int, *, more: bool, fresh: bool = False) -> Screen:
    """What is ahead for this parent, each with the own answer."""
    return replace(_mine(events, page, more=more), fresh=fresh)


def _mine(events: tuple[ListedEvent, ...], page: int, *, more: bool) -> Screen:
    if not events and page == 0:
        return screen(say("events-mine-title"), say("events-mine-empty"), rows=((menu_button(),),))
    rows: Rows = tuple((Button(_line(event), OpenInvitation(event.id)),) for event in events)
    pages = turning_on(page, MyEvents, more=more)
    return screen(say("events-mine-title"), say("events-mine-hint"), rows=(*rows, *pages, (menu_button(),)))


def not_for_you() -> Screen:
    """A link to an event that is for others, or is not there any more."""
    return screen(say("events-link-not-yours"), rows=((mine_button(), menu_button()),))


def heading(groups: tuple[GroupLabel, ...]) -> Phrase:
    """«Солнышко · 🐻» (rule 6)."""
    return say("events-groups", groups=labels(groups))


def labels(groups: tuple[GroupLabel, ...]) -> Joined:
    """The groups on one line."""
    return Joined(tuple(say("events-group", name=g.name, emoji=g.emoji) for g in groups), by=", ")


def facts(event: Event, zone: str) -> Joined:
    """What, when, where, and what else."""
    parts: list[Phrase | Joined | str] = [
        say("events-title", title=event.title),
        say("events-when", when=Moment(event.starts_at, zone)),
        say("events-place", place=event.place),
    ]
    if event.note is not None:
        parts.append(note(event.note, bring=event.bring))
    return Joined(tuple(parts))


def note(text: str, *, bring: bool) -> Phrase:
    """What else is to be known, or brought."""
    return say("events-bring", note=text) if bring else say("events-note", note=text)


def answer_rows(shown: Invitation, *, listed: bool = False) -> Rows:
    """The four answers, the own one ticked."""
    return tuple(
        tuple(_answer_button(shown, answer, listed) for answer in row)
        for row in ((Answer.WITH_CHILD, Answer.ALONE), (Answer.NO, Answer.UNSURE))
    )


def answer_words(answer: Answer) -> Phrase:
    """«Приду с ребёнком»."""
    return say(f"events-answer-{answer.value}")


def mine_button(*, fresh: bool = False) -> Button:
    """«📅 Мои мероприятия»; `fresh` under an invitation, which stays."""
    return Button(say("events-button-mine"), MyEvents(fresh=fresh))


def short(title: str) -> str:
    """A title that fits on a button."""
    return title if len(title) <= TITLE_ON_BUTTON else title[: TITLE_ON_BUTTON - 1].rstrip() + "…"


def _own(answer: Answer | None) -> Phrase:
    if answer is None:
        return say("events-question")
    return say("events-answered", answer=answer_words(answer))


def _closed(shown: Invitation) -> Joined:
    cancelled = shown.event.status is EventStatus.CANCELLED
    own = (
        say("events-unanswered-final")
        if shown.answer is None
        else say("events-answered-final", answer=answer_words(shown.answer))
    )
    return Joined((say("events-cancelled-mark" if cancelled else "events-past-mark"), own))


def _answer_button(shown: Invitation, answer: Answer, listed: bool) -> Button:
    words = answer_words(answer)
    action = AnswerEvent(shown.event.id, answer, listed)
    if shown.answer is answer:
        return Button(say("events-answer-chosen", answer=words), action, style=Style.SUCCESS)
    return Button(words, action)


def _line(event: ListedEvent) -> Phrase:
    mark = "🚫" if event.status is EventStatus.CANCELLED else MARKS[event.answer]
    when = Moment(event.starts_at, event.zone)
    return say("events-mine-line", mark=mark, when=when, title=short(event.title))
