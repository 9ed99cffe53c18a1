"""What is told about quizzes unasked: the invitation, two gentle nudges, the end of a wave."""

from dataclasses import replace

from domain.actions.quizzes import MyQuizzes, OpenQuiz
from domain.actions.waves import OpenWave
from domain.quiz_views import QuizInvitation, WaveCard
from domain.wave_notices import subject_of
from domain.waves import Wave
from screens.base import Button, Moment, Phrase, Screen, Style, say, screen
from screens.common import menu_button
from screens.events_parents import heading, labels
from screens.waves import last_day, list_button


def invited(shown: QuizInvitation) -> Screen:
    """«Приглашаем поиграть вместе»: one message, however many children."""
    return _about(
        shown.wave,
        screen(
            heading(shown.groups),
            say("quizzes-invited-title", title=shown.instrument.title),
            say(
                "quizzes-invited-text",
                minutes=shown.instrument.minutes,
                until=_until(shown),
            ),
            say("quizzes-invited-free"),
            rows=((_begin(shown),),),
        ),
    )


def nudged(shown: QuizInvitation) -> Screen:
    """A gentle word to families whose child has not begun, or not come to the end."""
    return _about(
        shown.wave,
        screen(
            heading(shown.groups),
            say("quizzes-nudge", title=shown.instrument.title, until=_until(shown)),
            say("quizzes-invited-free"),
            rows=((_begin(shown, "quizzes-button-mine"),),),
        ),
    )


def closed(shown: WaveCard) -> Screen:
    """The wave is over: how many children of the teacher's groups took part."""
    done, of = sum(g.finished for g in shown.groups), sum(g.children for g in shown.groups)
    return screen(
        say("waves-closed-title", title=shown.title, wave=shown.wave.kind.value),
        say(
            "waves-closed-text",
            groups=labels(tuple(group.group for group in shown.groups)),
            finished=done,
            children=of,
        ),
        rows=(
            (Button(say("waves-closed-open"), OpenWave(shown.wave.id), style=Style.PRIMARY),),
            (list_button(shown.organisation.id), menu_button()),
        ),
    )


def _begin(shown: QuizInvitation, key: str = "quizzes-button-begin") -> Button:
    """Straight to the only child, else to the list; the invitation stays what it is."""
    label: Phrase = say(key)
    if len(shown.children) == 1:
        return Button(label, OpenQuiz(shown.wave.id, shown.children[0], fresh=True), style=Style.SUCCESS)
    return Button(label, MyQuizzes(fresh=True), style=Style.SUCCESS)


def _until(shown: QuizInvitation) -> Moment:
    return last_day(shown.wave.closes_at, shown.organisation.timezone)


def _about(wave: Wave, made: Screen) -> Screen:
    return replace(made, subject=subject_of(wave.id))
