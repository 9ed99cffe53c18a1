"""What people would like to do with the buttons they see, and how much: dates, visits, a quiz and its wave."""

import random
from collections.abc import Callable, Mapping
from datetime import timedelta

from domain import guest_requests
from domain.actions import Action
from domain.actions.forms import FormDay, FormDone, FormPick, FormResume, FormSkip
from domain.actions.guest_requests import AnswerMove, AskChange, AskChangeOf
from domain.actions.guests import (
    AcceptVisit,
    AskDecline,
    BecomeGuest,
    DeclineVisit,
    FillDetails,
    GiveBackDate,
    InviteGuests,
    MoveVisit,
    MoveVisitTo,
    MyVisits,
    NewGuestDates,
    OpenGroupDates,
    OpenGuests,
    OpenSlot,
    OpenVisit,
    SendDetails,
    TakeDate,
    TakeInstead,
)
from domain.actions.quizzes import (
    AnswerQuiz,
    GiveChildConsent,
    GrownUp,
    MyQuizzes,
    NameRole,
    OpenQuiz,
    OrderQuiz,
    PauseQuiz,
    ResumeQuiz,
    StartQuiz,
    StopQuiz,
    TellHelp,
)
from domain.actions.waves import CloseWave, NewWave, OpenWave, OpenWaves, StartWave
from domain.guests import OWN_WORDS
from handlers.guests.opening import HOURS
from screens.forms import ALL
from tests.chaos.phones import Choose, Tap
from tests.conftest import START

PICKED = "✅"
DATES = 3
EARLIEST = (START + timedelta(days=4)).date()
"""Before it nobody is reminded of anything: this day is about something else."""
Wish = Callable[[str, Action, Mapping[str, Action]], float]
"""How much somebody would like to tap this label, which means this action, among these."""


def choosing(rng: random.Random, wish: Wish) -> Choose:
    """Tap by chance, what is wished more oftener; sometimes with a nervous finger."""

    def choose(seen: Mapping[str, Action]) -> Tap | None:
        wanted = {label: wish(label, action, seen) for label, action in seen.items()}
        if not any(wanted.values()):
            return None
        [label] = rng.choices(list(wanted), list(wanted.values()))
        ticks = isinstance(seen[label], FormPick)  # a second tap would take the tick away
        return Tap(label, 1 if ticks else rng.choice((1, 1, 1, 2, 3)))

    return choose


def opening_dates(label: str, action: Action, seen: Mapping[str, Action]) -> float:
    """A teacher gathers three dates by taps and invites, the partner too."""
    match action:
        case InviteGuests():
            return 9
        case FormDone(form="gn", step="dates"):
            return 9 if _picked(seen, "dates") >= DATES else 0
        case FormDay(form="gn", day=day):
            return float(day >= EARLIEST and _picked(seen, "dates") < DATES)
        case FormPick(form="gn", step="dates", value=value):
            return float(value in HOURS)
        case FormPick(form="gn", step="partners"):
            return float(PICKED not in label)
        case FormDone(form="gn", step="partners"):
            return float(_picked(seen, "partners") > 0)
        case FormSkip(form="gn") | FormResume(form="gn") | NewGuestDates():
            return 1
        case OpenGuests(past=False):
            return 0.5
        case _:
            return 0


def being_a_guest(label: str, action: Action, seen: Mapping[str, Action]) -> float:
    """Somebody applies, tells the rest, gives a date back, takes another one."""
    match action:
        case FormDone(form="ga" | "gf", step=step):
            return 8.0 * (_picked(seen, step) > 0)
        case FormPick(form="ga" | "gf", step="formats" | "dangers"):
            return float(PICKED not in label)
        case SendDetails() | TakeInstead() | AnswerMove():
            return 8
        case FormPick(form="ga") | FormResume(form="ga" | "gf") | GiveBackDate(sure=True) | FillDetails():
            return 4
        case TakeDate() | OpenGroupDates() | BecomeGuest():
            return 3
        case OpenVisit() | GiveBackDate():
            return 1.5
        case MyVisits():
            return 0.7
        case _:
            return 0


def answering_guests(label: str, action: Action, seen: Mapping[str, Action]) -> float:
    """A teacher says yes mostly, no sometimes, moves a visit or asks for a change now and then."""
    match action:
        case AcceptVisit():
            return 6
        case DeclineVisit(reason=reason):
            return float(reason not in OWN_WORDS)
        case MoveVisitTo():
            return 4
        case AskChangeOf(wish=wish):
            return 4.0 * (wish is not guest_requests.Wish.OTHER)
        case AskChange():
            return 0.6
        case OpenSlot():
            return 2.0 * label.startswith(("⏳", "👀")) + 0.1
        case AskDecline() | OpenVisit() | OpenGuests(past=False):
            return 1.5
        case MoveVisit():
            return 0.8
        case _:
            return 0


def opening_a_wave(label: str, action: Action, seen: Mapping[str, Action]) -> float:
    """A methodist opens the start wave for both groups."""
    match action:
        case FormDay(form="wn", day=day):
            return float(day >= EARLIEST)
        case FormPick(form="wn", step="kind", value=value):
            return float(value == "start")
        case FormPick(form="wn", step="groups", value=value):
            return float(value != ALL and PICKED not in label)
        case FormDone(form="wn", step="groups"):
            return 4.0 * (_picked(seen, "groups") == len(_of_step(seen, "groups")))
        case StartWave() | FormResume(form="wn") | NewWave():
            return 4
        case OpenWaves():
            return 0.5
        case _:
            return 0


def closing_a_wave(label: str, action: Action, seen: Mapping[str, Action]) -> float:
    """A methodist closes it, however many children are playing."""
    match action:
        case CloseWave(sure=sure):
            return 9 if sure else 4
        case OpenWave():
            return 2
        case OpenWaves():
            return 0.5
        case _:
            return 0


def playing(rest: float) -> Wish:
    """A child plays: mostly answers, skips now and then, rests as often as `rest` says."""

    def wish(label: str, action: Action, seen: Mapping[str, Action]) -> float:
        match action:
            case AnswerQuiz(choice=choice):
                return 0.6 if choice is None else 4
            case OrderQuiz(taken=taken):
                return 4 if taken else 0.3
            case PauseQuiz():
                return rest
            case NameRole() | TellHelp() | GiveChildConsent() | ResumeQuiz():
                return 4
            case StartQuiz(pictures=pictures):
                return 0.7 if pictures else 3
            case OpenQuiz():
                return 2
            case GrownUp():
                return 1
            case MyQuizzes():
                return 0.5
            case _:
                return 0

    return wish


def stopping(label: str, action: Action, seen: Mapping[str, Action]) -> float:
    """A representative stops the quiz of their child."""
    match action:
        case StopQuiz(sure=sure):
            return 9 if sure else 6
        case OpenQuiz() | MyQuizzes() | GiveChildConsent():
            return 1
        case _:
            return 0


def _of_step(seen: Mapping[str, Action], step: str) -> list[str]:
    """The labels of the options of a question."""
    return [
        label
        for label, action in seen.items()
        if isinstance(action, FormPick) and action.step == step and action.value != ALL
    ]


def _picked(seen: Mapping[str, Action], step: str) -> int:
    """How many of them are ticked."""
    return sum(PICKED in label for label in _of_step(seen, step))
