"""«🌟 После визита» and the note for the journal."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guest_follow_ups import OpenFollowUps, TickFollowUp, WriteVisitNote
from domain.actions.guests import OpenVisit
from domain.forms import words
from domain.guests import NOTE_LIMIT, VisitStatus
from domain.ids import VisitId
from domain.outcomes import AlreadyDone, Reason, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.guests.cards import show_card, show_outcome
from messenger.show import Show
from screens import guests_decisions
from screens import guests_follow_ups as screens
from screens.guests_words import refused_word
from services.guest_applications import GuestApplications
from services.guest_follow_ups import GuestFollowUps
from services.guest_visits import GuestVisits


async def open_desk(
    _: CallbackQuery,
    action: OpenFollowUps,
    actor: Actor,
    guest_follow_ups: GuestFollowUps,
    show: Show,
) -> None:
    """«🌟 После визита»."""
    await show(screens.desk(await guest_follow_ups.desk(actor, action.visit_id)))


async def tick(
    _: CallbackQuery,
    action: TickFollowUp,
    actor: Actor,
    guest_follow_ups: GuestFollowUps,
    show: Show,
) -> None:
    """A mark was set or taken away; a button of an older screen says what it meant."""
    try:
        outcome = await guest_follow_ups.tick(actor, action.visit_id, action.kind, on=action.on)
    except AlreadyDone:
        outcome = await guest_follow_ups.desk(actor, action.visit_id)
    if isinstance(outcome, Refused):
        word = None if outcome.reason is Reason.FOLLOW_UP_LATE else refused_word(outcome)
        await show(screens.desk(await guest_follow_ups.desk(actor, action.visit_id), word))
    else:
        await show(screens.desk(outcome))


async def ask_note(
    _: CallbackQuery,
    action: WriteVisitNote,
    actor: Actor,
    guest_applications: GuestApplications,
    forms: Forms,
    show: Show,
) -> None:
    """«✏️ Заметка для журнала»: only of a visit that was held, for who may conclude it."""
    view = await guest_applications.visit(actor, action.visit_id)
    if not view.may_conclude or view.visit.status is not VisitStatus.HELD:
        await show_card(actor, action.visit_id, guest_applications, show)
        return
    context: dict[str, int | str] = {"organisation": view.organisation.id, "visit": action.visit_id}
    await forms.start(NOTE, context=context, anew=True)


def _visit_id(run: FormRun) -> VisitId:
    return VisitId(int(run.context["visit"]))


async def _stored(run: FormRun) -> str | None:
    applications: GuestApplications = run.services["guest_applications"]
    return (await applications.visit(run.actor, _visit_id(run))).visit.note


async def _write(run: FormRun) -> None:
    visits: GuestVisits = run.services["guest_visits"]
    applications: GuestApplications = run.services["guest_applications"]
    note = run.maybe_text("note")
    try:
        outcome = await visits.write_note(run.actor, _visit_id(run), note)
    except AlreadyDone:
        outcome = None
    run.close()
    word = guests_decisions.noted_word(gone=note is None)
    await show_outcome(run.actor, _visit_id(run), outcome, word, applications, run.show)


NOTE = Form(
    "gfn",
    "guests-note-form",
    (
        Step(
            "note",
            "guests-ask-note",
            check=words(NOTE_LIMIT),
            example="guests-example-note",
            optional=True,
            stored=_stored,
        ),
    ),
    _write,
    restart=lambda context: WriteVisitNote(VisitId(int(context["visit"]))),
    place=lambda context: OpenVisit(VisitId(int(context["visit"]))),
)


def build() -> Router:
    """A new router of what comes after a visit."""
    router = Router(name="guests-follow-ups")
    router.callback_query.register(open_desk, Tap(OpenFollowUps), Known())
    router.callback_query.register(tick, Tap(TickFollowUp), Known())
    router.callback_query.register(ask_note, Tap(WriteVisitNote), Known())
    answer_forms(router, NOTE)
    return router
