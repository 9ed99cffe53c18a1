"""What the delivery says by itself: the evening summary, a word to an author, what is left of a removed screen."""

from domain.actions.announcements import OpenAnnouncementReport, ReadAnnouncement
from domain.actions.events import MyEvents, OpenEventReport, OpenInvitation
from domain.actions.guest_way_home import OpenWayHome
from domain.actions.guests import OpenGuests, OpenOpening
from domain.actions.quizzes import MyQuizzes
from domain.actions.recaps import OpenThanks
from domain.actions.waves import OpenWave
from domain.delivery import (
    AnnouncementLine,
    DeliveryTrouble,
    EveningSummary,
    EventLine,
    OpeningLine,
    QuizLine,
    ThanksLine,
    WayHomeLine,
)
from domain.notices import NoticeKind
from screens.base import Button, Joined, Moment, Phrase, Rows, Screen, say, screen
from screens.common import menu_button
from screens.waves import last_day

SHOWN = 8
LABEL_LIMIT = 32
"""Characters of a title on a button: a phone cuts longer ones anyway."""


def evening_summary(summary: EveningSummary) -> Screen:
    """Held events and invitations of groups, each with a button; more events than `SHOWN` are counted.

    What is opened comes in a message of its own: the summary stays, and the next line is tapped in it.
    """
    lines, openings, quizzes = summary.lines[:SHOWN], summary.openings[:SHOWN], summary.quizzes[:SHOWN]
    thanks, words = summary.thanks[:SHOWN], summary.announcements[:SHOWN]
    guests = summary.guests[:SHOWN]
    left = len(summary.lines) - len(lines) + summary.more
    body: list[Phrase | Joined] = [
        say("delivery-summary-title"),
        Joined(
            (
                *(_line(line) for line in lines),
                *(_opening(line) for line in openings),
                *(_words(line) for line in words),
                *(_quiz(line) for line in quizzes),
                *(say("recaps-summary", title=line.title) for line in thanks),
                *(_guest(line) for line in guests),
            )
        ),
    ]
    if left:
        body.append(say("delivery-summary-more", count=left))
    rows: Rows = (
        *((Button(_label(line), OpenInvitation(line.event_id, fresh=True)),) for line in lines),
        *((Button(_opening_label(line), OpenOpening(line.opening_id, fresh=True)),) for line in openings),
        *(
            (Button(_words_label(line), ReadAnnouncement(line.announcement_id, fresh=True)),)
            for line in words
        ),
        *((Button(_thanks_label(line), OpenThanks(line.event_id, fresh=True)),) for line in thanks),
        *((Button(_guest_label(line), OpenWayHome(line.visit_id, fresh=True)),) for line in guests),
        *(((Button(say("quizzes-button-mine"), MyQuizzes(fresh=True)),),) if quizzes else ()),
    )
    everything = (Button(say("delivery-summary-all"), MyEvents(fresh=True)),) if lines or left else ()
    return screen(*body, rows=(*rows, (*everything, menu_button())))


def trouble(found: DeliveryTrouble) -> Screen:
    """Some could not be reached about an event, or about dates for guests: tell the author, who may call them."""
    count = found.report.failed + found.report.closed
    title = say("delivery-trouble-title")
    if found.opening is not None:
        opening = found.opening
        told = say("delivery-trouble-opening", group=_group(opening), count=count)
        dates = Button(say("delivery-trouble-dates"), OpenGuests(opening.organisation_id))
        return screen(title, told, rows=((dates, menu_button()),))
    if found.announcement is not None:
        words = found.announcement
        told = say("announcements-trouble", opening=words.opening, count=count)
        report = Button(say("delivery-trouble-open"), OpenAnnouncementReport(words.announcement_id))
        return screen(title, told, rows=((report, menu_button()),))
    if found.quiz is not None:
        quiz = found.quiz
        wave = Button(say("delivery-trouble-quiz-open"), OpenWave(quiz.wave_id))
        told = say("delivery-trouble-quiz", title=quiz.title, count=count)
        return screen(title, told, rows=((wave, menu_button()),))
    event = found.event
    assert event is not None, "about an event, an opening, a quiz or an announcement"
    return screen(
        title,
        say(
            "delivery-trouble-text",
            title=event.title,
            when=Moment(event.starts_at, event.zone),
            count=count,
        ),
        rows=((Button(say("delivery-trouble-open"), OpenEventReport(event.event_id)), menu_button()),),
    )


def removed() -> Screen:
    """A screen with codes or names whose day is over and which can no longer be deleted."""
    return screen(say("delivery-removed"), rows=((menu_button(),),))


def _line(line: EventLine) -> Phrase:
    key = "delivery-summary-remind" if line.kind is NoticeKind.EVENT_REMINDER else "delivery-summary-line"
    emojis = " ".join(line.emojis) or "👥"
    return say(key, emojis=emojis, title=line.title, when=Moment(line.starts_at, line.zone))


def _label(line: EventLine) -> str:
    return " ".join((*line.emojis, _short(line.title)))


def _short(title: str) -> str:
    return title if len(title) <= LABEL_LIMIT else title[: LABEL_LIMIT - 1].rstrip() + "…"


def _thanks_label(line: ThanksLine) -> Phrase:
    return say("recaps-summary-button", title=_short(line.title))


def _guest(line: WayHomeLine) -> Phrase:
    emoji = line.group.emoji
    if line.profession is None:
        return say("guests-home-summary-somebody", emoji=emoji)
    return say("guests-home-summary", emoji=emoji, profession=line.profession)


def _guest_label(line: WayHomeLine) -> Phrase:
    if line.profession is None:
        return say("guests-home-summary-button-somebody")
    return say("guests-home-summary-button", profession=_short(line.profession))


def _words(line: AnnouncementLine) -> Phrase:
    emojis = " ".join(line.emojis) or "👥"
    return say("announcements-summary", emojis=emojis, opening=line.opening)


def _words_label(line: AnnouncementLine) -> Phrase:
    return say("announcements-summary-button", opening=_short(line.opening))


def _opening(line: OpeningLine) -> Phrase:
    return say("delivery-summary-opening", group=_group(line), dates=line.dates)


def _opening_label(line: OpeningLine) -> Phrase:
    return say("delivery-summary-opening-button", group=_group(line))


def _quiz(line: QuizLine) -> Phrase:
    until = last_day(line.closes_at, line.zone)
    return say("delivery-summary-quiz", emojis=" ".join(line.emojis), title=line.title, until=until)


def _group(line: OpeningLine) -> Phrase:
    return say("people-group", emoji=line.group.emoji, name=line.group.name)
