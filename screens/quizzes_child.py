"""Child mode: stars, a question, pictures and big buttons; never a mark, a cross or a score (rules 15, 16, 19, 27)."""

from collections.abc import Sequence
from dataclasses import replace

from domain.actions.menu import Inert
from domain.actions.quizzes import (
    AnswerQuiz,
    GrownUp,
    NameRole,
    OrderQuiz,
    PauseQuiz,
    ResumeQuiz,
    TextInstead,
)
from domain.attempts import SHAPES, Mode, Question, RoleName
from domain.outcomes import Reason
from domain.quiz_views import Play
from domain.quizzes import ItemKind, Option
from screens.base import Button, Joined, Phrase, Picture, Rows, Screen, Style, in_rows, say, screen
from screens.common import refusal

STEPS = ("①", "②", "③")
"""Places in an order, as one sign each (rule 27)."""
LABEL = 16
"""Characters of a button of which two stand in a row on a small phone."""


def question(play: Play, asked: Question, card: Picture | None = None, taken: str = "") -> Screen:
    """The open question; `taken` are the steps of an order that were tapped so far."""
    body: list[Phrase | Joined] = [stars(play), say("quizzes-question", question=asked.item.question)]
    if asked.wrong is not None:
        body.append(_again(asked))
    elif asked.item.kind is ItemKind.ORDER3:
        body.append(say("quizzes-order-hint"))
    if card is None and asked.item.kind is not ItemKind.WISH:
        body.append(_listed(asked))
    if play.rest_offered:
        body.append(say("quizzes-rest"))
    rows = (*_answers(play, asked, pictured=card is not None, taken=taken), *_ways(play, asked, taken))
    return replace(screen(*body, rows=rows), picture=card)


def roles(play: Play) -> Screen:
    """All stars are there: who is the child today?"""
    rows: Rows = tuple(
        (Button(role(name), NameRole(play.attempt.id, name), style=Style.PRIMARY),) for name in RoleName
    )
    return screen(stars(play), say("quizzes-role-ask"), rows=rows)


def hand_back(play: Play) -> Screen:
    """The role is chosen; the phone goes back to the adult."""
    assert play.attempt.role_name is not None
    return screen(
        stars(play),
        say("quizzes-role-chosen", role=role(play.attempt.role_name)),
        rows=((grown_up(play),),),
    )


def paused(play: Play) -> Screen:
    """The child rests. What is not over goes on in this message, or on any phone."""
    rows: list[tuple[Button, ...]] = [
        (Button(say("quizzes-button-go-on"), ResumeQuiz(play.attempt.id), style=Style.SUCCESS),)
    ]
    if play.attempt.pictures:
        rows.append((Button(say("quizzes-button-no-pictures"), TextInstead(play.attempt.id)),))
    rows.append((grown_up(play),))
    return replace(screen(stars(play), say("quizzes-paused"), rows=tuple(rows)), beneath=True)


def no_pictures(play: Play) -> Screen:
    """Telegram or the network did not carry a picture: go on in words, or try once more."""
    return replace(
        screen(
            say("quizzes-no-pictures"),
            rows=(
                (
                    Button(
                        say("quizzes-button-text-instead"), TextInstead(play.attempt.id), style=Style.SUCCESS
                    ),
                ),
                (Button(say("quizzes-button-once-more"), ResumeQuiz(play.attempt.id, fresh=True)),),
            ),
        ),
        fresh=True,
    )


def broken_off(play: Play) -> Screen:
    """The wave was closed, or a representative stopped the quiz, while the child was playing: a kind last word."""
    assert play.refused is not None
    closed = play.refused.reason is Reason.WAVE_CLOSED
    return replace(
        screen(
            stars(play),
            say("quizzes-closed-midway") if closed else say("quizzes-stopped-midway"),
            refusal(play.refused),
            rows=((grown_up(play),),),
        ),
        beneath=True,
    )


def given_away(play: Play) -> Screen:
    """What stays of the adult's screen: the quiz is in the message below."""
    again = Button(say("quizzes-button-show-again"), ResumeQuiz(play.attempt.id, fresh=True, again=True))
    made = screen(say("quizzes-given-away", child=play.child), rows=((again,),))
    return replace(made, fleeting=play.attempt.mode is not Mode.HOME)


def only_buttons(play: Play) -> Screen:
    """Something was typed while the child plays: no menu, the way back to the question, and the way out (rule 15)."""
    again = Button(say("quizzes-button-show-again"), ResumeQuiz(play.attempt.id, fresh=True, again=True))
    return screen(stars(play), say("quizzes-words"), rows=((again,), (grown_up(play),)))


def elsewhere() -> Phrase:
    """A button of a message that the quiz has left behind."""
    return say("quizzes-elsewhere")


def stars(play: Play) -> Phrase:
    """A star for each question that is done with, whatever the answer was."""
    return say("quizzes-stars", stars="⭐" * play.stars + "☆" * (play.of - play.stars))


def role(name: RoleName) -> Phrase:
    """«🔍 Исследователь»."""
    return say("quizzes-role", role=name.value)


def grown_up(play: Play) -> Button:
    """«Я взрослый»: the only way out."""
    return Button(say("quizzes-button-grown-up"), GrownUp(play.attempt.id))


def _again(asked: Question) -> Phrase:
    """«Посмотрим ещё разок?», with the question's own hint if it has one."""
    if asked.item.hint is None:
        return say("quizzes-again")
    return say("quizzes-hint", hint=asked.item.hint)


def _listed(asked: Question) -> Joined:
    """The options to be read aloud; the one that was tried stands no more."""
    return Joined(
        tuple(
            say("quizzes-option", option=_label(shape, option, pictured=False))
            for shape, option in zip(SHAPES, asked.options, strict=False)
            if option.id != asked.wrong
        )
    )


def _answers(play: Play, asked: Question, *, pictured: bool, taken: str) -> Rows:
    if asked.item.kind is ItemKind.WISH:
        wishes = [
            Button(_signed(option), AnswerQuiz(play.attempt.id, asked.item.id, asked.try_, option.id))
            for option in asked.options
        ]
        return in_rows(wishes, 2)
    buttons = [
        _step(play, asked, option, shape, taken=taken, pictured=pictured)
        if asked.item.kind is ItemKind.ORDER3
        else _choice(play, asked, option, shape, pictured=pictured)
        for shape, option in zip(SHAPES, asked.options, strict=False)
    ]
    labels = [
        _label(shape, option, pictured=pictured) for shape, option in zip(SHAPES, asked.options, strict=False)
    ]
    return in_rows(buttons, columns(labels))


def columns(labels: Sequence[str]) -> int:
    """Two in a row where all four can be read whole; a try that was wrong changes nothing in it (rule 19)."""
    return 2 if len(labels) == 4 and all(len(label) <= LABEL for label in labels) else 1


def _choice(play: Play, asked: Question, option: Option, shape: str, *, pictured: bool) -> Button:
    if option.id == asked.wrong:
        return Button(say("quizzes-button-tried"), Inert())
    return Button(
        _label(shape, option, pictured=pictured),
        AnswerQuiz(play.attempt.id, asked.item.id, asked.try_, option.id),
    )


def _step(play: Play, asked: Question, option: Option, shape: str, *, taken: str, pictured: bool) -> Button:
    """A step of an order: the third tap answers, the two before are carried in the buttons."""
    words = _label(shape, option, pictured=pictured)
    if option.id in taken:
        return Button(f"{STEPS[taken.index(option.id)]} {option.text}", Inert(), style=Style.SUCCESS)
    order = taken + option.id
    if len(order) == len(asked.options):
        return Button(words, AnswerQuiz(play.attempt.id, asked.item.id, asked.try_, order))
    return Button(words, OrderQuiz(play.attempt.id, asked.item.id, order))


def _ways(play: Play, asked: Question, taken: str) -> Rows:
    skip = AnswerQuiz(play.attempt.id, asked.item.id, asked.try_, None)
    anew = OrderQuiz(play.attempt.id, asked.item.id, "")
    first = Button(say("quizzes-button-anew"), anew) if taken else Button(say("quizzes-button-skip"), skip)
    return ((first, Button(say("quizzes-button-pause"), PauseQuiz(play.attempt.id))),)


def _label(shape: str, option: Option, *, pictured: bool) -> str:
    """«● 🔨 молоток»; beneath a picture of it without the sign."""
    sign = None if pictured and option.picture is not None else option.sign
    return " ".join(part for part in (shape, sign, option.text) if part)


def _signed(option: Option) -> str:
    return " ".join(part for part in (option.sign, option.text) if part)
