"""The children of a group by code, for staff who play one to one or enter paper results."""

from dataclasses import replace

from domain.actions.quizzes import ResumeQuiz, StartQuiz
from domain.actions.waves import OpenWave, OpenWaveChild, OpenWaveChildren, PaperConsent, PaperWithdrawal
from domain.attempts import AttemptStatus, Mode
from domain.outcomes import Refused
from domain.people import child_code
from domain.quiz_views import WaveChild, WaveChildren
from domain.waves import WaveStatus
from screens.base import Button, Phrase, Screen, Style, Toast, in_rows, say, screen
from screens.common import menu_button, refusal
from screens.paging import turning_on
from screens.waves import group_words
from screens.waves_kits import kit_button

COLUMNS = 2


def children(view: WaveChildren) -> Screen:
    """Codes with how far each has come; removes itself after a day (rule 15)."""
    wave = view.wave
    body: list[Phrase] = [say("waves-children-title", group=group_words(view.group))]
    body.append(say("waves-children-hint" if view.lines else "waves-children-empty"))
    if view.lines:
        body.append(say("waves-children-legend"))
    buttons = [
        Button(
            say("waves-children-line", code=child_code(line.number), mark=_mark(line), form=_form(line)),
            OpenWaveChild(wave.id, line.child_id, view.page),
        )
        for line in view.lines
    ]
    rows = (
        *in_rows(buttons, COLUMNS),
        *turning_on(view.page, lambda at: OpenWaveChildren(wave.id, view.group.id, at), more=view.more),
        *(((kit_button(view.organisation.id),),) if wave.status is WaveStatus.OPEN else ()),
        (Button(say("button-back"), OpenWave(wave.id)), menu_button()),
    )
    return replace(screen(*body, rows=rows), fleeting=True)


def child(view: WaveChild, page: int, word: Phrase | None = None) -> Screen:
    """One child: play, enter from paper, write down a consent on paper."""
    wave, attempt = view.wave, view.attempt
    body: list[Phrase] = [] if word is None else [word]
    body.append(say("waves-child-title", code=child_code(view.number), group=group_words(view.group)))
    rows: list[tuple[Button, ...]] = []
    if attempt is not None and attempt.status is AttemptStatus.FINISHED:
        body.append(say("waves-child-finished", mode=attempt.mode.value))
    elif attempt is not None and attempt.status is AttemptStatus.STOPPED:
        body.append(say("waves-child-stopped"))
    elif wave.status is WaveStatus.CLOSED:
        body.append(say("waves-child-closed"))
    elif not view.consent:
        body.append(say("waves-child-no-consent"))
        rows.append((Button(say("waves-button-paper-consent"), PaperConsent(wave.id, view.child_id)),))
    elif attempt is None:
        body += [
            say("waves-child-new"),
            say("waves-child-form", form=_form(view)),
            say("quizzes-start-before"),
        ]
        rows += _begin(view)
    elif attempt.mode is Mode.HOME:
        body.append(say("waves-child-at-home"))
    else:
        body.append(say("waves-child-begun", mode=attempt.mode.value))
        if attempt.mode is Mode.ONE_TO_ONE:
            body.append(say("quizzes-start-before"))
        go_on = ResumeQuiz(attempt.id, fresh=attempt.mode is Mode.ONE_TO_ONE)
        rows.append((Button(say("quizzes-button-go-on"), go_on, style=Style.SUCCESS),))
    if view.consent:
        withdrawal = PaperWithdrawal(wave.id, view.child_id, sure=False)
        rows.append((Button(say("waves-button-paper-withdrawal"), withdrawal),))
    back = OpenWaveChildren(wave.id, view.group.id, page)
    rows.append((Button(say("button-back"), back), menu_button()))
    return replace(screen(*body, rows=tuple(rows)), fleeting=True)


def consent_taken(number: str) -> Phrase:
    """«Согласие на бумаге записано»."""
    return say("waves-consent-taken", number=number)


def withdraw_sure(view: WaveChild) -> Screen:
    """«Отозвано на бумаге?», and what goes with it."""
    yes = PaperWithdrawal(view.wave.id, view.child_id, sure=True)
    back = OpenWaveChild(view.wave.id, view.child_id)
    made = screen(
        say("waves-withdraw-sure", code=child_code(view.number)),
        rows=(
            (Button(say("waves-button-withdraw-yes"), yes, style=Style.DANGER),),
            (Button(say("button-back"), back),),
        ),
    )
    return replace(made, fleeting=True)


def withdrawn() -> Phrase:
    """It is written down."""
    return say("waves-withdrawn")


def not_now(refused: Refused) -> Toast:
    """Why it was not done, over the screen as it is now."""
    return Toast(refusal(refused), alert=True)


def _begin(view: WaveChild) -> list[tuple[Button, ...]]:
    wave, who = view.wave.id, view.child_id
    return [
        (
            Button(
                say("waves-button-play-pictures"),
                StartQuiz(wave, who, True, Mode.ONE_TO_ONE),
                style=Style.SUCCESS,
            ),
        ),
        (Button(say("waves-button-play-text"), StartQuiz(wave, who, False, Mode.ONE_TO_ONE)),),
        (Button(say("waves-button-paper"), StartQuiz(wave, who, False, Mode.PAPER)),),
    ]


def _form(line: WaveChild) -> str:
    """Which printed cards fit this child: «a», «b», or «none» while nothing is drawn."""
    return "none" if line.form is None else line.form.value


def _mark(line: WaveChild) -> str:
    """How far a child has come, in one sign; the legend says it in words."""
    attempt = line.attempt
    if attempt is None:
        return "⚪" if line.consent else "📄"
    match attempt.status:
        case AttemptStatus.FINISHED:
            return "⭐"
        case AttemptStatus.STOPPED:
            return "⛔"
        case _:
            return "⏳"
