"""The rest of the form after «предварительно да»: what is dangerous is asked, everything else is suggested."""

from collections.abc import Mapping, Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guests import FillDetails, OpenVisit, SendDetails
from domain.forms import Value, whole_number, words
from domain.guest_views import VisitCard
from domain.guests import LONGEST, MINUTES, PLAN_LIMIT, SHORTEST, THINGS_LIMIT, Details
from domain.ids import VisitId
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from domain.professions import Danger
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Option, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.guests.application_steps import BY, answered_by
from handlers.guests.cards import card_of, show_card
from messenger.show import Show
from screens import guests_visits as screens
from screens.base import say
from screens.guests_words import refused_word
from services.guest_applications import GuestApplications

NONE = "none"
"""«Ничего такого нет»: said, not left out."""


async def _dangers(_run: FormRun) -> Sequence[Option]:
    named = [Option(one.value, say("guests-danger-button", danger=one.value)) for one in Danger]
    return [*named, Option(NONE, say("guests-danger-none"))]


async def _minutes(_run: FormRun) -> Sequence[Option]:
    return [Option(str(minutes), str(minutes)) for minutes in sorted(set(MINUTES.values()))]


def _visit_id(run: FormRun) -> VisitId:
    return VisitId(int(run.context["visit"]))


def _told(run: FormRun) -> Details:
    """What the answers make."""
    return Details(
        plan=run.text("plan"),
        brings=run.maybe_text("brings"),
        needs=run.maybe_text("needs"),
        dangers=frozenset(Danger(value) for value in run.picked("dangers") if value != NONE),
        minutes=int(str(run.values["minutes"])),
    )


def _values(details: Details) -> dict[str, Value]:
    """What need not be asked; a profession in own words suggests nothing but the time."""
    known: dict[str, Value] = {"minutes": details.minutes}
    if details.plan:
        known |= {"plan": details.plan, "brings": details.brings, "needs": details.needs}
    return known


async def _preview(run: FormRun) -> None:
    """Everything is answered: what will be sent."""
    applications: GuestApplications = run.services["guest_applications"]
    view = await applications.visit(run.actor, _visit_id(run))
    if not (view.mine or view.may_speak):
        raise Missing
    suggested = "plan" in run.draft.known and view.visit.details is None
    await run.show(screens.details_preview(run.form.name, run.token, view, _told(run), suggested=suggested))


DETAILS = Form(
    "gf",
    "guests-form-details",
    (
        Step(
            "dangers",
            "guests-ask-dangers",
            options=_dangers,
            columns=2,
            many=True,
            everything=False,
            none_picked=Reason.NOTHING_PICKED,
            alone=NONE,
            args=answered_by,
        ),
        Step(
            "plan",
            "guests-ask-plan",
            check=words(PLAN_LIMIT, lines=True),
            example="guests-example-plan",
            args=answered_by,
        ),
        Step(
            "brings",
            "guests-ask-brings",
            check=words(THINGS_LIMIT, lines=True),
            example="guests-example-brings",
            optional=True,
            args=answered_by,
        ),
        Step(
            "needs",
            "guests-ask-needs",
            check=words(THINGS_LIMIT, lines=True),
            example="guests-example-needs",
            optional=True,
        ),
        Step(
            "minutes",
            "guests-ask-minutes",
            check=whole_number(SHORTEST, LONGEST),
            example="guests-example-minutes",
            options=_minutes,
            columns=5,
        ),
    ),
    _preview,
    previewed=True,
    restart=lambda context: FillDetails(VisitId(int(context["visit"]))),
    place=lambda context: OpenVisit(VisitId(int(context["visit"]))),
)


async def fill(
    _: CallbackQuery, action: FillDetails, actor: Actor, guest_applications: GuestApplications, forms: Forms
) -> None:
    """«✏️ Рассказать подробнее»: the card of the profession suggests, dangers are always asked the first time."""
    view = await guest_applications.visit(actor, action.visit_id)
    await begin(actor, view, guest_applications, forms)


async def begin(
    actor: Actor,
    view: VisitCard,
    guest_applications: GuestApplications,
    forms: Forms,
    *,
    at: str | None = None,
) -> None:
    """The questions that have no answer yet, or first the one at which a change is asked for."""
    suggested = await guest_applications.prefilled(actor, view.visit.id)
    values: Mapping[str, Value] = _values(suggested)
    if view.visit.details is not None:
        named: list[str] = [one.value for one in Danger if one in suggested.dangers]
        values = {**values, "dangers": named or [NONE]}
    context: dict[str, int | str] = {
        "organisation": view.organisation.id,
        "visit": view.visit.id,
        BY: "staff" if view.visit.entered else "guest",
    }
    await forms.start(DETAILS, context=context, values=values, at=at)


async def send(
    _: CallbackQuery,
    action: SendDetails,
    actor: Actor,
    guest_applications: GuestApplications,
    forms: Forms,
    show: Show,
) -> None:
    """«✅ Отправить»."""
    run = await forms.find(DETAILS)
    if run is None or run.token != action.token or _visit_id(run) != action.visit_id:
        await show_card(actor, action.visit_id, guest_applications, show)
        return
    if run.draft.at is not None:  # an answer is being changed: the preview comes back after it
        await run.ask()
        return
    async with forms.saving(run):
        try:
            outcome = await guest_applications.write_details(actor, action.visit_id, _told(run))
        except AlreadyDone:
            outcome = await guest_applications.visit(actor, action.visit_id)
        run.close()
        if isinstance(outcome, Refused):
            await show_card(actor, action.visit_id, guest_applications, show, refused_word(outcome))
        else:
            await show(card_of(outcome, screens.sent_word(outcome)))


def build() -> Router:
    """A new router of the details."""
    router = Router(name="guests-details")
    router.callback_query.register(fill, Tap(FillDetails), Known())
    router.callback_query.register(send, Tap(SendDetails), Known())
    answer_forms(router, DETAILS)
    return router
