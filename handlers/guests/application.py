"""A date is taken: the profession, «что покажете», and the application is sent (rule 31)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guests import OpenGroupDates, TakeDate, TakeInstead
from domain.guest_views import GuestInvitation, VisitCard
from domain.guests import Slot
from domain.ids import GroupId, SlotId
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.guests.application_steps import STEPS, application_of
from handlers.guests.cards import show_card
from messenger.show import Show
from screens import guests_invited as screens
from screens import guests_queue, guests_visits
from services.guest_applications import GuestApplications


async def _send(run: FormRun) -> None:
    """Everything is answered: it is sent at once. Somebody quicker, or a closed date: the others, all is kept."""
    applications: GuestApplications = run.services["guest_applications"]
    slot_id = SlotId(int(run.context["slot"]))
    try:
        outcome = await applications.take(run.actor, slot_id, application_of(run), run.token)
    except AlreadyDone:  # sent, or refused, but the bot was stopped before it could say so
        await _again(run, applications)
        return
    if outcome.visit is not None:
        run.close()
        await _sent(await applications.visit(run.actor, outcome.visit.id), run.show)
    else:
        refused = outcome.refused or Refused(Reason.SLOT_TAKEN)
        await _refused(run, outcome.invitation, refused, queued=outcome.queued)


async def _again(run: FormRun, applications: GuestApplications) -> None:
    try:
        card = await applications.applied(run.actor, run.token)
    except Missing:
        view = await applications.dates(run.actor, GroupId(int(run.context["group"])))
        await _refused(run, view, Refused(Reason.SLOT_TAKEN), queued=not view.slots)
        return
    run.close()
    await _sent(card, run.show)


async def _sent(card: VisitCard, show: Show) -> None:
    await show(guests_visits.card(card, guests_visits.applied_word()))


async def _refused(run: FormRun, view: GuestInvitation, refused: Refused, *, queued: bool = False) -> None:
    """Other dates, with everything kept; with none of them the application stands in the queue."""
    if not view.slots:
        run.close()
    if queued and view.waits is not None:
        run.close()
        await run.show(guests_queue.place(view.waits, guests_queue.lost_word()))
        return
    await run.show(screens.not_taken(view, refused, run.token))


APPLICATION = Form(
    "ga",
    "guests-form-application",
    STEPS,
    _send,
    restart=lambda context: TakeDate(SlotId(int(context["slot"])), GroupId(int(context["group"]))),
    place=lambda context: OpenGroupDates(GroupId(int(context["group"]))),
)


async def take(
    _: CallbackQuery,
    action: TakeDate,
    actor: Actor,
    guest_applications: GuestApplications,
    forms: Forms,
    show: Show,
) -> None:
    """A free date: the questions begin, or go on with the answers that a form for another date of the group has."""
    view = await guest_applications.dates(actor, action.group_id)
    slot = _free(view, action.slot_id)
    if slot is None:
        await _not_free(actor, view, action.slot_id, guest_applications, show)
        return
    run = await forms.find(APPLICATION)
    context = _context(view, slot)
    other_date = run is not None and run.context != context and run.context["group"] == view.group.id
    if run is None or not other_date or not run.draft.begun:
        await forms.start(APPLICATION, context=context)
        return
    async with forms.saving(run):
        run.draft.context, run.draft.paused = context, False
        await (run.ask() if run.draft.at is not None else run.go_to("formats"))


async def take_instead(
    _: CallbackQuery,
    action: TakeInstead,
    actor: Actor,
    guest_applications: GuestApplications,
    forms: Forms,
    show: Show,
) -> None:
    """Another date after a refusal: the same application is sent by this one tap."""
    view = await guest_applications.dates(actor, action.group_id)
    slot = _free(view, action.slot_id)
    run = await forms.find(APPLICATION)
    if run is None or run.token != action.token or run.draft.at is not None:
        if slot is None:
            await _not_free(actor, view, action.slot_id, guest_applications, show)
        else:
            await forms.start(APPLICATION, context=_context(view, slot))
        return
    async with forms.saving(run):
        if slot is None:
            await _refused(run, view, Refused(Reason.SLOT_TAKEN))
        else:
            run.draft.context = _context(view, slot)
            await _send(run)


def _free(view: GuestInvitation, slot_id: SlotId) -> Slot | None:
    return next((slot for slot in view.slots if slot.id == slot_id), None)


async def _not_free(
    actor: Actor, view: GuestInvitation, slot_id: SlotId, guest_applications: GuestApplications, show: Show
) -> None:
    """The date is one's own by now, or somebody else's."""
    own = next((visit for visit in view.mine if visit.slot_id == slot_id), None)
    if own is not None:
        await show_card(actor, own.id, guest_applications, show)
    else:
        await show(screens.not_taken(view, Refused(Reason.SLOT_TAKEN), None))


def _context(view: GuestInvitation, slot: Slot) -> dict[str, int | str]:
    return {
        "organisation": view.organisation.id,
        "group": view.group.id,
        "slot": slot.id,
        "at": int(slot.starts_at.timestamp()),
    }


def build() -> Router:
    """A new router of the application."""
    router = Router(name="guests-application")
    router.callback_query.register(take, Tap(TakeDate), Known())
    router.callback_query.register(take_instead, Tap(TakeInstead), Known())
    answer_forms(router, APPLICATION)
    return router
