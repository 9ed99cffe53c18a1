"""After the last star, and on paper: what the adult is asked, in words and without child mode."""

from dataclasses import replace

from domain.actions.quizzes import AnswerQuiz, OrderQuiz, TellHelp
from domain.actions.waves import OpenWaveChildren
from domain.attempts import FIRST, SHAPES, Help, Mode, Question
from domain.people import child_code
from domain.quiz_views import Play
from domain.quizzes import ItemKind, Option
from screens.base import Button, Phrase, Rows, Screen, Style, in_rows, say, screen
from screens.common import menu_button
from screens.quizzes_child import LABEL, STEPS


def help_asked(play: Play) -> Screen:
    """«Как вы помогали?»: kept beside the answers, changes none of them."""
    home = play.attempt.mode is Mode.HOME
    rows: Rows = tuple(
        (Button(say(f"quizzes-help-{level.value}"), TellHelp(play.attempt.id, level)),) for level in Help
    )
    asked = say("quizzes-help-ask") if home else say("quizzes-help-ask-staff", code=_code(play))
    return _kept(play, screen(asked, rows=(*rows, *_back(play))))


def report(play: Play, asked: Question) -> Screen:
    """The adult's own question; «со слов родителя» (rule 18)."""
    rows: Rows = tuple(
        (Button(option.text, AnswerQuiz(play.attempt.id, asked.item.id, asked.try_, option.id)),)
        for option in asked.options
    )
    skip = Button(say("quizzes-report-skip"), AnswerQuiz(play.attempt.id, asked.item.id, asked.try_, None))
    lead = "quizzes-report-lead" if play.attempt.mode is Mode.HOME else "quizzes-report-lead-staff"
    question = say("quizzes-question", question=asked.item.question)
    return _kept(play, screen(say(lead), question, rows=(*rows, (skip,), *_back(play))))


def from_paper(play: Play, asked: Question, taken: str = "") -> Screen:
    """A question in the compact form in which paper results are entered: no stars, a tap each.

    Number, form and marks are those of the printed protocol (`domain/print_kits`).
    """
    body: list[Phrase] = [
        say(
            "quizzes-paper-title",
            code=_code(play),
            form=play.attempt.form.value,
            number=play.stars + 1,
            total=play.of,
        ),
        say("quizzes-question", question=asked.item.question),
    ]
    if asked.item.kind is ItemKind.ORDER3:
        body.append(say("quizzes-paper-order"))
    elif asked.item.second_try:
        body.append(say("quizzes-paper-first" if asked.try_ == FIRST else "quizzes-paper-second"))
    words = _as_printed(asked)
    shown = [option for option in asked.options if option.id != asked.wrong and option.id not in taken]
    buttons = [_entry(play, asked, option, words[option.id], taken) for option in shown]
    wide = any(len(word) > LABEL for word in words.values())
    rows: list[tuple[Button, ...]] = [*in_rows(buttons, 1 if wide else 2)]
    if taken:
        done = [option for step in taken for option in asked.options if option.id == step]
        body.append(
            say(
                "quizzes-paper-taken",
                steps=" ".join(f"{STEPS[at]} {words[option.id]}" for at, option in enumerate(done)),
            )
        )
        rows.append((Button(say("quizzes-button-anew"), OrderQuiz(play.attempt.id, asked.item.id, "")),))
    skip = AnswerQuiz(play.attempt.id, asked.item.id, asked.try_, None)
    rows.append((Button(say("quizzes-paper-missing"), skip),))
    return _kept(play, screen(*body, rows=(*rows, *_back(play))))


def entered(play: Play) -> Screen:
    """Staff have played or entered everything: the next child."""
    mode = play.attempt.mode.value
    told = say("quizzes-entered", code=_code(play), mode=mode)
    return _kept(play, screen(told, rows=_back(play, style=Style.PRIMARY)))


def broken_off(play: Play, why: Phrase) -> Screen:
    """The wave was closed, or the quiz stopped, while staff were entering."""
    return _kept(play, screen(say("quizzes-entry-broken", code=_code(play), why=why), rows=_back(play)))


def at_rest(play: Play) -> Screen:
    """A staff's phone after «Я взрослый» in the middle of playing one to one."""
    return _kept(play, screen(say("quizzes-entry-rests", code=_code(play)), rows=_back(play)))


def _as_printed(asked: Question) -> dict[str, str]:
    """«● половник»: the words of each answer with its mark on the cards; wishes have none."""
    if asked.item.kind is ItemKind.WISH:
        return {one.id: " ".join(part for part in (one.sign, one.text) if part) for one in asked.options}
    return {one.id: f"{mark} {one.text}" for mark, one in zip(SHAPES, asked.options, strict=False)}


def _entry(play: Play, asked: Question, option: Option, words: str, taken: str) -> Button:
    order = taken + option.id
    if asked.item.kind is not ItemKind.ORDER3:
        return Button(words, AnswerQuiz(play.attempt.id, asked.item.id, asked.try_, option.id))
    if len(order) < len(asked.options):
        return Button(words, OrderQuiz(play.attempt.id, asked.item.id, order))
    return Button(words, AnswerQuiz(play.attempt.id, asked.item.id, asked.try_, order))


def _kept(play: Play, made: Screen) -> Screen:
    """A staff's screen with a code removes itself after a day (rule 15)."""
    return replace(made, fleeting=play.attempt.mode is not Mode.HOME)


def _code(play: Play) -> str:
    return child_code(play.attempt.number)


def _back(play: Play, style: Style = Style.PLAIN) -> Rows:
    """Staff go back to the list of the group."""
    if play.attempt.mode is Mode.HOME:
        return ((menu_button(),),)
    children = OpenWaveChildren(play.attempt.wave_id, play.attempt.group_id)
    return ((Button(say("quizzes-button-children"), children, style=style), menu_button()),)
