"""«🎒 Подготовка»: what to tell, what to think of; the same words in the chat and on paper."""

from dataclasses import dataclass, replace

from domain.actions.forms import FormResume
from domain.actions.guest_preparation import OpenAdvice, OpenPreparation, OpenTalk
from domain.actions.guests import OpenVisit
from domain.guest_preparation import Preparation, Talk, TalkPart, shared_out
from domain.guest_views import VisitCard
from domain.guests import ACTIVE
from screens.base import Button, Document, Joined, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button
from screens.guests_checklist import children_ask, progress, question_rows, tick_rows
from screens.guests_messages import message_rows
from screens.guests_words import facts, head

POINTS = 12
"""Points of the advice."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading and what stands under it."""

    title: Phrase
    lines: tuple[Phrase | str, ...]


def rows_of(view: VisitCard) -> Rows:
    """«🎒 Подготовка» on the card of a visit that is ahead."""
    if not view.may_prepare or not view.ahead or view.visit.status not in ACTIVE:
        return ()
    return ((Button(say("guests-button-preparation"), OpenPreparation(view.visit.id)),),)


def preparation(view: Preparation, word: Phrase | None = None) -> Screen:
    """What there is to prepare with, and how far both sides are; `word` says what has just happened."""
    visit = view.card.visit
    body: list[Phrase | Joined] = [head(view.card.group), *([] if word is None else [word]), facts(view.card)]
    body += [say("guests-preparation"), *progress(view), *children_ask(view)]
    talk = Button(say("guests-button-talk"), OpenTalk(visit.id))
    advice = Button(say("guests-button-advice"), OpenAdvice(visit.id))
    return screen(
        *body,
        rows=(
            (talk, advice),
            *tick_rows(view),
            *question_rows(view),
            *message_rows(view.card),
            _ways(view)[-1],
        ),
    )


def chapters_of(view: Talk) -> tuple[Chapter, ...]:
    """The talk in its parts, each with its minutes; of a profession in own words as good as can be said without a card."""
    minutes = shared_out(view.minutes)
    kind, found = view.kind.value, view.profession
    said: dict[TalkPart, tuple[Phrase | str, ...]] = {
        part: (say(f"guests-talk-{part.value}", kind=kind),) for part in TalkPart
    }
    safe: tuple[Phrase | str, ...] = (say("guests-talk-safe-any"),)
    if found is not None:
        said[TalkPart.SHOW], said[TalkPart.TRY] = (found.plan[1],), (found.plan[2],)
        said[TalkPart.TELL], said[TalkPart.ASK] = found.talk.tells, found.talk.asks
        safe = found.talk.safe
    chapters = [
        Chapter(say(f"guests-talk-title-{part.value}", minutes=minutes[part]), said[part])
        for part in TalkPart
    ]
    return (*chapters, Chapter(say("guests-talk-title-safe"), safe))


def asked_chapter(view: Preparation) -> tuple[Chapter, ...]:
    """What the children want to know; none before they have asked."""
    lines = tuple(one.text for one in view.questions)
    return (Chapter(say("guests-children-ask"), lines),) if lines else ()


def talk_title(view: Talk) -> Phrase:
    """«Пекарь за 15 минут»."""
    return say("guests-talk-title", profession=view.name, minutes=view.minutes)


def talk(view: Preparation, document: Document | None = None) -> Screen:
    """«Ваша профессия за 15 минут»."""
    title, rows = talk_title(view.talk), _ways(view)
    if document is not None:
        return replace(screen(title, rows=rows), document=document)
    paper = Button(say("guests-button-paper"), OpenTalk(view.card.visit.id, paper=True))
    chapters = (*chapters_of(view.talk), *asked_chapter(view))
    return screen(Joined((title,)), *map(_said, chapters), rows=((paper,), *rows))


def talk_ahead(view: Talk, form: str) -> Screen:
    """The same before there is a visit, with the way back to the form that stands where it stood."""
    back = Button(say("guests-button-back-to-form"), FormResume(form), style=Style.PRIMARY)
    return screen(Joined((talk_title(view),)), *map(_said, chapters_of(view)), rows=((back,),))


def points_of(view: Preparation) -> tuple[Phrase, ...]:
    """The twelve points of the advice, in the words of a kindergarten or of a school."""
    kind = view.card.organisation.kind.value
    return tuple(say(f"guests-advice-{at}", kind=kind, minutes=view.minutes) for at in range(1, POINTS + 1))


def to_take(view: Preparation) -> tuple[Phrase | str, ...]:
    """What to look through before leaving: the things that were told, or are proposed by the card, then the rest."""
    told, found = view.card.visit.details, view.profession
    things = told.brings if told is not None else None if found is None else found.brings
    own = say("guests-take-things") if things is None else say("guests-take-own", things=things)
    return (own, *(say(f"guests-take-{what}") for what in ("shoes", "document", "sheet", "health")))


def advice(view: Preparation, document: Document | None = None) -> Screen:
    """«Памятка гостя», and what to take along."""
    title = say("guests-advice-title", kind=view.card.organisation.kind.value)
    if document is not None:
        return replace(screen(title, rows=_ways(view)), document=document)
    numbered = tuple(
        say("guests-advice-line", at=at, line=point) for at, point in enumerate(points_of(view), start=1)
    )
    listed = _said(Chapter(say("guests-take-title"), to_take(view)), "guests-take-line")
    paper = Button(say("guests-button-paper"), OpenAdvice(view.card.visit.id, paper=True))
    return screen(title, Joined(numbered), listed, rows=((paper,), *_ways(view)))


def _said(chapter: Chapter, key: str = "guests-talk-line") -> Joined:
    title = say("guests-talk-chapter", title=chapter.title)
    return Joined((title, *(say(key, line=line) for line in chapter.lines)))


def _ways(view: Preparation) -> Rows:
    visit = view.card.visit
    return (
        (Button(say("guests-button-preparation"), OpenPreparation(visit.id)),),
        (Button(say("guests-button-to-visit"), OpenVisit(visit.id)), menu_button()),
    )
