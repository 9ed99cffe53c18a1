"""«Попросить изменить»: what, in ready words or own ones; the guest changes exactly that."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_requests import AskChange, AskChangeOf, ChangeTold
from domain.actions.guests import OpenVisit
from domain.forms import Value, words
from domain.guest_checks import CARD, OWN, TYPED
from domain.guest_requests import Wish
from domain.guest_views import VisitCard
from domain.guests import NOTE_LIMIT, VisitStatus
from domain.ids import VisitId
from domain.outcomes import AlreadyDone, Reason, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.guests.application_steps import BY, STEPS, application_of
from handlers.guests.cards import show_card, show_outcome
from handlers.guests.details import begin
from messenger.show import Show
from screens import guests_requests as screens
from screens.guests_words import refused_word
from services.guest_applications import GuestApplications
from services.guest_changes import GuestChanges

STEP_OF = {Wish.SHORTER: "minutes", Wish.SAFER: "dangers", Wish.PLAN: "plan"}
"""The question of the details that a wish is about."""


def _visit_id(run: FormRun) -> VisitId:
    return VisitId(int(run.context["visit"]))


async def _ask(run: FormRun) -> None:
    changes: GuestChanges = run.services["guest_changes"]
    applications: GuestApplications = run.services["guest_applications"]
    version, note = int(run.context["version"]), run.text("note")
    try:
        outcome: VisitCard | Refused | None = await changes.ask(
            run.actor, _visit_id(run), version, Wish.OTHER, note
        )
    except AlreadyDone:
        outcome = None
    run.close()
    await show_outcome(
        run.actor, _visit_id(run), outcome, screens.change_asked_word(), applications, run.show
    )


async def _change(run: FormRun) -> None:
    """Everything is answered: it is sent at once."""
    changes: GuestChanges = run.services["guest_changes"]
    applications: GuestApplications = run.services["guest_applications"]
    try:
        outcome: VisitCard | Refused | None = await changes.change_application(
            run.actor, _visit_id(run), application_of(run)
        )
    except AlreadyDone:
        outcome = None
    run.close()
    await show_outcome(run.actor, _visit_id(run), outcome, screens.changed_word(), applications, run.show)


WISH = Form(
    "gnw",
    "guests-change-form",
    (Step("note", "guests-ask-change", check=words(NOTE_LIMIT), example="guests-example-change"),),
    _ask,
    restart=lambda context: AskChangeOf(VisitId(int(context["visit"])), int(context["version"]), Wish.OTHER),
    place=lambda context: OpenVisit(VisitId(int(context["visit"]))),
)
CHANGE = Form(
    "gnx",
    "guests-form-application",
    STEPS,
    _change,
    restart=lambda context: ChangeTold(VisitId(int(context["visit"]))),
    place=lambda context: OpenVisit(VisitId(int(context["visit"]))),
)


async def ask(
    _: CallbackQuery, action: AskChange, actor: Actor, guest_applications: GuestApplications, show: Show
) -> None:
    """«✏️ Попросить изменить»: what?"""
    view = await guest_applications.visit(actor, action.visit_id)
    if view.may_decline:
        await show(screens.ask_change(view, action.version))
    else:
        await show_card(actor, action.visit_id, guest_applications, show)


async def ask_of(
    _: CallbackQuery,
    action: AskChangeOf,
    actor: Actor,
    guest_changes: GuestChanges,
    guest_applications: GuestApplications,
    forms: Forms,
    show: Show,
) -> None:
    """Ready words were tapped; «своими словами» asks for them."""
    if action.wish is Wish.OTHER:
        view = await guest_applications.visit(actor, action.visit_id)
        context: dict[str, int | str] = {
            "organisation": view.organisation.id,
            "visit": action.visit_id,
            "version": action.version,
        }
        await forms.start(WISH, context=context, anew=True)
        return
    try:
        outcome = await guest_changes.ask(actor, action.visit_id, action.version, action.wish, None)
    except AlreadyDone:
        outcome = None
    word = screens.change_asked_word()
    await show_outcome(actor, action.visit_id, outcome, word, guest_applications, show)


async def change(
    _: CallbackQuery,
    action: ChangeTold,
    actor: Actor,
    guest_applications: GuestApplications,
    forms: Forms,
    show: Show,
) -> None:
    """«✏️ Изменить»: the screen of what is asked for, with everything that was told."""
    view = await guest_applications.visit(actor, action.visit_id)
    asked = view.visit.change
    if not view.mine or asked is None or not view.ahead:
        refused = Refused(Reason.CHANGE_NOT_ASKED)
        await show_card(actor, action.visit_id, guest_applications, show, refused_word(refused))
        return
    wish = asked.wish
    if wish is Wish.FORMAT or (wish is Wish.OTHER and view.visit.status is VisitStatus.APPLIED):
        await _application(view, forms)
    else:
        await begin(actor, view, guest_applications, forms, at=STEP_OF.get(wish))


async def _application(view: VisitCard, forms: Forms) -> None:
    """The application as it was sent: what is shown is asked first, the profession is a step back."""
    visit = view.visit
    context: dict[str, int | str] = {
        "organisation": view.organisation.id,
        "visit": visit.id,
        "at": int(visit.starts_at.timestamp()),
        BY: "guest",
    }
    slug = visit.profession.slug
    values: dict[str, Value] = {
        "sphere": TYPED,
        "profession": visit.profession.name if slug is None else CARD + slug,
        "match": OWN if slug is None else CARD + slug,
        "formats": [one.value for one in sorted(visit.formats)],
    }
    await forms.start(CHANGE, context=context, values=values, at="formats")


def build() -> Router:
    """A new router of changes."""
    router = Router(name="guests-changes")
    router.callback_query.register(ask, Tap(AskChange), Known())
    router.callback_query.register(ask_of, Tap(AskChangeOf), Known())
    router.callback_query.register(change, Tap(ChangeTold), Known())
    answer_forms(router, WISH, CHANGE)
    return router
