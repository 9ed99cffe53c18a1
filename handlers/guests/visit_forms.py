"""Short questions about a visit: why not, how many children, which other day."""

from collections.abc import Mapping, Sequence

from domain.actions.guests import DeclineVisit, HoldVisit, MoveVisitElsewhere, OpenVisit
from domain.event_checks import day_check, start_of, time_check
from domain.forms import whole_number, words
from domain.guest_asking import MovePlan
from domain.guest_views import VisitCard
from domain.guests import CHILDREN_LIMIT, NOTE_LIMIT, GuestDecline
from domain.ids import VisitId
from domain.outcomes import AlreadyDone, Reason, Refused
from handlers.common.form_facts import as_day
from handlers.common.form_model import Form, Option, Step
from handlers.common.form_run import FormRun
from handlers.guests.cards import show_outcome
from handlers.guests.opening import HOURS
from screens import guests_decisions as screens
from screens import guests_requests
from screens.base import Phrase
from services.guest_applications import GuestApplications
from services.guest_moves import GuestMoves
from services.guest_visits import GuestVisits

USUAL_NUMBERS = (*range(6, 26), *range(26, 34, 2))
"""Children on buttons; any other number is typed."""


async def _numbers(_run: FormRun) -> Sequence[Option]:
    return [Option(str(number), str(number)) for number in USUAL_NUMBERS]


async def _hours(_run: FormRun) -> Sequence[Option]:
    return [Option(hour, hour.replace("-", ":")) for hour in HOURS]


def _visit_id(run: FormRun) -> VisitId:
    return VisitId(int(run.context["visit"]))


def _reason(context: Mapping[str, int | str]) -> GuestDecline:
    """A refusal, or a visit that is called off; drafts of an older version say only the former."""
    return GuestDecline(str(context.get("reason", GuestDecline.OTHER.value)))


def _visits(run: FormRun) -> GuestVisits:
    visits: GuestVisits = run.services["guest_visits"]
    return visits


async def _end(run: FormRun, outcome: VisitCard | Refused | None, word: Phrase) -> None:
    """The form has done its work: the card says what came of it."""
    run.close()
    applications: GuestApplications = run.services["guest_applications"]
    await show_outcome(run.actor, _visit_id(run), outcome, word, applications, run.show)


async def _decline(run: FormRun) -> None:
    version, note, reason = int(run.context["version"]), run.text("note"), _reason(run.context)
    try:
        outcome = await _visits(run).decline(run.actor, _visit_id(run), version, reason, note)
    except AlreadyDone:
        outcome = None
    await _end(run, outcome, screens.declined_word(reason))


async def _held(run: FormRun) -> None:
    try:
        outcome = await _visits(run).held(run.actor, _visit_id(run), int(str(run.values["children"])))
    except AlreadyDone:
        outcome = None
    await _end(run, outcome, screens.held_word())


async def _move(run: FormRun) -> None:
    moves: GuestMoves = run.services["guest_moves"]
    outcome = await moves.plan_on(run.actor, _visit_id(run), start_of(run.values, run.zone))
    if isinstance(outcome, MovePlan):
        run.close()
        await run.show(guests_requests.plan(outcome))
    elif outcome.reason in (
        Reason.DATE_PAST,
        Reason.GROUP_CLOSED,
        Reason.SLOT_KEPT,
        Reason.DATE_TOO_FAR,
        Reason.SLOT_EXISTS,
        Reason.SLOT_TAKEN,
        Reason.SLOT_PAST,
    ):
        await run.ask_again("time", outcome)
    else:
        await _end(run, outcome, screens.held_word())


DECLINE = Form(
    "gd",
    "guests-decline-form",
    (Step("note", "guests-ask-decline", check=words(NOTE_LIMIT), example="guests-example-decline"),),
    _decline,
    restart=lambda context: DeclineVisit(
        VisitId(int(context["visit"])), int(context["version"]), _reason(context)
    ),
    place=lambda context: OpenVisit(VisitId(int(context["visit"]))),
)
CHILDREN = Form(
    "gc",
    "guests-held-form",
    (
        Step(
            "children",
            "guests-ask-children",
            check=whole_number(1, CHILDREN_LIMIT),
            example="guests-example-children",
            options=_numbers,
            columns=6,
        ),
    ),
    _held,
    restart=lambda context: HoldVisit(VisitId(int(context["visit"]))),
    place=lambda context: OpenVisit(VisitId(int(context["visit"]))),
)
OTHER_DAY = Form(
    "gm",
    "guests-move-form",
    (
        Step(
            "day",
            "guests-ask-move-day",
            check=day_check,
            example="guests-example-dates",
            calendar=True,
            shown=as_day,
        ),
        Step(
            "time",
            "guests-ask-move-time",
            check=time_check,
            example="events-example-time",
            options=_hours,
            columns=3,
            shown=str,
        ),
    ),
    _move,
    restart=lambda context: MoveVisitElsewhere(VisitId(int(context["visit"]))),
    place=lambda context: OpenVisit(VisitId(int(context["visit"]))),
)
