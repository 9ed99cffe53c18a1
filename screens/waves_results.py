"""Results for staff: the psychologist's table by code, a group's profile for its teacher (rules 17, 18, 24, 30)."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from domain.actions.waves import OpenCodes, OpenWave, OpenWaveChildren
from domain.attempt_flags import TOO_FAST_SECONDS
from domain.attempts import Help, Mode
from domain.people import child_code
from domain.quiz_views import CodeLine, CodePage, GroupProfile
from domain.quizzes import Criterion
from domain.scoring import CriterionScore, Level
from domain.waves import WaveStatus
from screens.base import Button, Joined, Phrase, Screen, say, screen
from screens.common import menu_button
from screens.paging import turning_on
from screens.waves import group_words, kind_of


def codes(view: CodePage) -> Screen:
    """The table by code: profile К/М/Д first, the total second; removes itself after a day (rule 15)."""
    wave = view.wave
    body: list[Phrase | Joined] = [say("waves-codes-title", wave=kind_of(wave.kind))]
    body += [_code(line) for line in view.lines] or [say("waves-codes-empty")]
    body += [say("waves-codes-legend"), say("waves-pilot")]
    rows = (
        *turning_on(view.page, lambda at: OpenCodes(wave.id, at), more=view.more),
        (Button(say("button-back"), OpenWave(wave.id)), menu_button()),
    )
    return replace(screen(*body, rows=rows), fleeting=True)


def profile(view: GroupProfile) -> Screen:
    """How many children of the group are on which level; nothing below five (rule 30)."""
    wave = view.wave
    body: list[Phrase | Joined] = [
        say("waves-profile-title", group=group_words(view.group), wave=kind_of(wave.kind)),
        say("waves-profile-n", n=view.n),
    ]
    if view.levels is None or view.alone is None or view.totals is None:
        waits = wave.status is WaveStatus.OPEN
        body.append(say("waves-profile-later" if waits else "waves-profile-few"))
    else:
        body += [
            Joined((*_sides(view.levels), say("waves-profile-alone", **_counts(view.alone)))),
            say("waves-profile-total", **_counts(view.totals)),
        ]
        aside: list[Phrase | Joined | str] = [say("waves-profile-modes", modes=_modes(view.modes or {}))]
        aside.append(
            say(
                "waves-profile-help",
                none=view.n - view.helped_little - view.helped_much,
                little=view.helped_little,
                much=view.helped_much,
            )
        )
        if view.unclear:
            aside.append(say("waves-profile-unclear", children=view.unclear))
        body.append(Joined(tuple(aside)))
        body += [say("waves-profile-ceiling"), say("waves-pilot-group")]
    enter = Button(
        say("waves-button-children", emoji=view.group.emoji), OpenWaveChildren(wave.id, view.group.id)
    )
    rows = (
        *(((enter,),) if view.may_enter else ()),
        (Button(say("button-back"), OpenWave(wave.id)), menu_button()),
    )
    return screen(*body, rows=rows)


def points(value: Fraction) -> str:
    """«9», or «9,6»: shown rounded, stored exact."""
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.1f}".replace(".", ",")


def _code(line: CodeLine) -> Joined:
    attempt, score = line.attempt, line.score
    parts: list[Phrase | Joined | str] = [
        say(
            "waves-code-line",
            code=child_code(attempt.number),
            criteria=Joined(
                tuple(_criterion(criterion, score.criteria[criterion]) for criterion in Criterion), by=" · "
            ),
        )
    ]
    parts.append(say("waves-code-alone", side=_criterion(Criterion.ACTION, score.alone)))
    if score.level is None or score.total is None:
        parts.append(say("waves-code-unclear"))
    else:
        parts.append(say("waves-code-total", points=points(score.total), level=score.level.value))
    parts.append(
        say(
            "waves-code-how",
            form=say("waves-code-form", form=attempt.form.value),
            mode=attempt.mode.value,
            help=say("waves-code-help", help=(attempt.help or Help.NONE).value),
        )
    )
    flags = _flags(line)
    if flags:
        parts.append(say("waves-code-flags", flags=Joined(flags, by=", ")))
    return Joined(tuple(parts))


def _criterion(criterion: Criterion, score: CriterionScore) -> Phrase:
    level = "none" if score.level is None else score.level.value
    return say("waves-code-criterion", criterion=criterion.value, points=points(score.points), level=level)


def _flags(line: CodeLine) -> tuple[Phrase, ...]:
    """What the psychologist looks at twice."""
    flags: list[Phrase] = []
    if line.score.uneven:
        flags.append(say("waves-flag-uneven"))
    if line.score.missing:
        flags.append(say("waves-flag-missing", count=line.score.missing))
    if line.median_seconds is not None and line.median_seconds < TOO_FAST_SECONDS:
        flags.append(say("waves-flag-fast"))
    if line.same_place:
        flags.append(say("waves-flag-place"))
    return tuple(flags)


def _sides(levels: Mapping[Criterion, Mapping[Level, int]]) -> list[Phrase]:
    return [
        say("waves-profile-line", criterion=criterion.value, **_counts(levels.get(criterion, {})))
        for criterion in Criterion
    ]


def _counts(levels: Mapping[Level, int]) -> dict[str, int]:
    return {level.value: levels.get(level, 0) for level in Level}


def _modes(modes: Mapping[Mode, int]) -> Joined:
    return Joined(
        tuple(
            say("waves-mode-count", mode=mode.value, count=modes[mode]) for mode in Mode if modes.get(mode)
        ),
        by=", ",
    )
