"""«✍️ Внести за семью»: staff write down a guest without a phone, or take the visit back (rule 5)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.guests import EnterGuest, EnterGuestFor, EnterInstead, OpenGuests, TakeBackEntered
from domain.guest_views import EntryChoice, GuestInvitation, VisitCard
from domain.ids import ChildId, OrganisationId, SlotId
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.guests.application_steps import BY, STEPS, application_of
from handlers.guests.cards import card_of, show_outcome
from handlers.guests.staff import show_slot
from messenger.show import Show
from screens import guests_entry as screens
from screens.guests_words import refused_word
from services.guest_applications import GuestApplications
from services.guest_entries import GuestEntries
from services.guest_openings import GuestOpenings

PARTNER = 0
"""In a draft, in place of a child: a partner comes. No child has this number."""


async def _send(run: FormRun) -> None:
    """Everything is answered: it is written down. A date that is gone: the others, all is kept."""
    entries: GuestEntries = run.services["guest_entries"]
    child = int(run.context["child"])
    child_id = None if child == PARTNER else ChildId(child)
    slot_id = SlotId(int(run.context["slot"]))
    try:
        outcome = await entries.enter(run.actor, slot_id, child_id, application_of(run), run.token)
    except AlreadyDone:  # written down, or refused, but the bot was stopped before it could say so
        await _again(run, entries, slot_id)
        return
    if outcome.visit is not None:
        run.close()
        await _entered(await entries.entered(run.actor, run.token), run.show)
    else:
        await _refused(run, outcome.invitation, outcome.refused or Refused(Reason.SLOT_TAKEN))


async def _again(run: FormRun, entries: GuestEntries, slot_id: SlotId) -> None:
    try:
        card = await entries.entered(run.actor, run.token)
    except Missing:
        openings: GuestOpenings = run.services["guest_openings"]
        applications: GuestApplications = run.services["guest_applications"]
        await show_slot(run.actor, slot_id, openings, applications, run.show)
        return
    run.close()
    await _entered(card, run.show)


async def _entered(card: VisitCard, show: Show) -> None:
    await show(card_of(card, screens.entered_word()))


async def _refused(run: FormRun, view: GuestInvitation, refused: Refused) -> None:
    """Another date takes the same guest; a family that has come to the bot speaks for itself."""
    if not view.slots or refused.reason not in screens.OF_A_DATE:
        run.close()
    await run.show(screens.not_entered(view, refused, run.token))


ENTRY = Form(
    "gs",
    "guests-form-entry",
    STEPS,
    _send,
    restart=lambda context: EnterGuest(SlotId(int(context["slot"]))),
    place=lambda context: OpenGuests(OrganisationId(int(context["organisation"]))),
)


async def choose(
    _: CallbackQuery,
    action: EnterGuest,
    actor: Actor,
    guest_entries: GuestEntries,
    guest_openings: GuestOpenings,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """«✍️ Внести за семью»: the families without a phone; a date that is taken by now is shown with its visit."""
    view = await guest_entries.choice(actor, action.slot_id, action.page)
    if view.slot.free:
        await show(screens.choice(view))
    else:
        await show_slot(actor, action.slot_id, guest_openings, guest_applications, show)


async def begin(
    _: CallbackQuery,
    action: EnterGuestFor,
    actor: Actor,
    guest_entries: GuestEntries,
    forms: Forms,
    show: Show,
) -> None:
    """A family was chosen, or a partner: the questions begin."""
    view = await guest_entries.choice(actor, action.slot_id)
    if action.child_id is not None:
        family = await guest_entries.family(actor, action.slot_id, action.child_id)
        if isinstance(family, Refused):
            await show(screens.choice(view, refused_word(family)))
            return
    child = PARTNER if action.child_id is None else action.child_id
    await forms.start(ENTRY, context=_context(view, child), anew=True)


async def enter_instead(
    _: CallbackQuery,
    action: EnterInstead,
    actor: Actor,
    guest_entries: GuestEntries,
    forms: Forms,
    show: Show,
) -> None:
    """Another date after a refusal: the same guest is written down by this one tap."""
    view = await guest_entries.choice(actor, action.slot_id)
    run = await forms.find(ENTRY)
    if run is None or run.token != action.token or run.draft.at is not None:
        await show(screens.choice(view))
        return
    async with forms.saving(run):
        run.draft.context = _context(view, int(run.context["child"]))
        await _send(run)


async def take_back(
    _: CallbackQuery,
    action: TakeBackEntered,
    actor: Actor,
    guest_entries: GuestEntries,
    guest_applications: GuestApplications,
    show: Show,
) -> None:
    """«🗑 Убрать запись»: asked once."""
    if not action.sure:
        view = await guest_applications.visit(actor, action.visit_id)
        await show(screens.take_back(view, action.version))
        return
    try:
        outcome = await guest_entries.take_back(actor, action.visit_id, action.version)
    except AlreadyDone:
        outcome = None
    word = screens.taken_back_word()
    await show_outcome(actor, action.visit_id, outcome, word, guest_applications, show)


def _context(view: EntryChoice, child: int) -> dict[str, int | str]:
    return {
        "organisation": view.organisation.id,
        "slot": view.slot.id,
        "at": int(view.slot.starts_at.timestamp()),
        "child": child,
        BY: "staff",
    }


def build() -> Router:
    """A new router of guests without a phone."""
    router = Router(name="guests-entry")
    router.callback_query.register(choose, Tap(EnterGuest), Known())
    router.callback_query.register(begin, Tap(EnterGuestFor), Known())
    router.callback_query.register(enter_instead, Tap(EnterInstead), Known())
    router.callback_query.register(take_back, Tap(TakeBackEntered), Known())
    answer_forms(router, ENTRY)
    return router
