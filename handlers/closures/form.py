"""From which day until which: asked in one or two taps, then the preview."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.closures import CloseGroup
from domain.actions.groups import OpenGroup
from domain.closure_views import Stale
from domain.closures import LONGEST
from domain.event_checks import read_day
from domain.forms import Circumstances, Filled, Value
from domain.ids import GroupId
from domain.outcomes import Reason, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import as_day
from handlers.common.form_model import Form, Option, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from screens import closures as screens
from screens.base import say
from services.closures import Closures

TODAY, TOMORROW, OTHER = "today", "tomorrow", "other"


async def _first_days(_run: FormRun) -> Sequence[Option]:
    return [Option(word, say(f"closures-from-{word}")) for word in (TODAY, TOMORROW, OTHER)]


def first_day(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """A tapped word, or a typed day that is not over."""
    if text in (TODAY, TOMORROW, OTHER):
        return text
    return other_day(text, circumstances)


def other_day(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """A day from today on."""
    term = read_day(text, circumstances)
    if isinstance(term, Refused):
        return term
    return Refused(Reason.DATE_PAST) if term.day < _today(circumstances) else term.day.isoformat()


def last_day(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """The last closed day: not before the first one, and not too long after it."""
    term = read_day(text, circumstances)
    if isinstance(term, Refused):
        return term
    first = _from(circumstances.values, _today(circumstances))
    if term.day < first:
        return Refused(Reason.END_BEFORE_START)
    if (term.day - first).days >= LONGEST:
        return Refused(Reason.CLOSURE_TOO_LONG, {"limit": LONGEST})
    return term.day.isoformat()


async def _preview(run: FormRun) -> None:
    """Everything is answered: what would change, before anything does."""
    closures: Closures = run.services["closures"]
    group_id = GroupId(int(run.context["group"]))
    first = _from(run.values, run.clock.today(run.zone))
    plan = await closures.preview(run.actor, group_id, (first, date.fromisoformat(run.text("until"))))
    if isinstance(plan, Refused):
        await run.ask_again(_step_of(plan, first), plan)
        return
    run.close()
    await run.show(screens.preview(plan.plan if isinstance(plan, Stale) else plan))


CLOSING = Form(
    "cn",
    "closures-form",
    (
        Step(
            "from",
            "closures-ask-from",
            check=first_day,
            example="closures-example-day",
            options=_first_days,
            when=lambda run: "since" not in run.context,
        ),
        Step(
            "other",
            "closures-ask-other",
            check=other_day,
            example="closures-example-day",
            calendar=True,
            when=lambda run: run.values.get("from") == OTHER,
            shown=as_day,
        ),
        Step(
            "until",
            "closures-ask-until",
            check=last_day,
            example="closures-example-day",
            calendar=True,
            shown=as_day,
        ),
    ),
    _preview,
    restart=lambda context: CloseGroup(GroupId(int(context["group"]))),
    place=lambda context: OpenGroup(GroupId(int(context["group"]))),
)


async def begin(_: CallbackQuery, action: CloseGroup, actor: Actor, closures: Closures, forms: Forms) -> None:
    """«🚪 Группа закрыта»; «закрыть и дальше» knows its first day."""
    organisation, _label = await closures.begin(actor, action.group_id)
    known: dict[str, Value] = {} if action.from_day is None else {"from": action.from_day.isoformat()}
    await forms.start(
        CLOSING, context={"organisation": organisation.id, "group": action.group_id}, values=known
    )


def _from(values: Mapping[str, Value], today: date) -> date:
    """The first closed day; «с сегодняшнего дня» of a form that has lain for a while is today's."""
    match values.get("from"):
        case "today":
            return today
        case "tomorrow":
            return today + timedelta(days=1)
        case "other":
            return date.fromisoformat(str(values.get("other")))
        case said:
            return date.fromisoformat(str(said))


def _step_of(refused: Refused, first: date) -> str:
    """Which answer a refusal is about."""
    match refused.reason:
        case Reason.DATE_PAST | Reason.DATE_TOO_FAR:
            return "from"
        case Reason.GROUP_CLOSED if refused.args["first"] <= first:
            return "from"
        case _:
            return "until"


def _today(circumstances: Circumstances) -> date:
    return circumstances.now.astimezone(ZoneInfo(circumstances.zone)).date()


def build() -> Router:
    """A new router of the form."""
    router = Router(name="closures-form")
    router.callback_query.register(begin, Tap(CloseGroup), Known())
    answer_forms(router, CLOSING)
    return router
