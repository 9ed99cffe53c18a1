"""The form of an event that people know of: changed field by field, looked at as «было … стало …», saved."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.events import EditEvent, SaveEvent
from domain.ids import EventId
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import organisation_id_of
from handlers.common.form_model import Form
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.events.form_steps import STEPS, draft_of, promise_of, step_of, values_of
from handlers.events.staff import show_card
from messenger.show import Show
from screens import events as staff_screens
from screens import events_form as screens
from screens.base import Joined, Phrase
from services.event_changes import EventChanges
from services.events import Events


async def preview_change(run: FormRun, *, further: bool = False) -> None:
    """«Было … стало …» with a button for each field."""
    changes: EventChanges = run.services["event_changes"]
    events: Events = run.services["events"]
    event_id, version = EventId(int(run.context["event"])), int(run.context["version"])
    try:
        outcome = await changes.preview(run.actor, event_id, version, draft_of(run))
    except Missing:
        outcome = Refused(Reason.GONE)
    if not isinstance(outcome, Refused):
        groups = await events.groups_to_invite(run.actor, organisation_id_of(run))
        await run.show(
            screens.preview_change(
                run.form.name,
                run.token,
                outcome.event,
                outcome.draft,
                run.zone,
                outcome.groups,
                outcome.told,
                outcome.invited,
                promise=promise_of(run),
                changed=outcome.changed,
                shut=outcome.shut,
                choice=len(groups) > 1,
                others=await events.others_to_invite(run.actor, organisation_id_of(run)),
                further=further,
            )
        )
    elif (step := step_of(outcome)) is not None:
        await run.ask_again(step, outcome)
    else:  # cancelled, over, or changed by somebody else meanwhile
        run.close()
        await show_card(run.actor, event_id, events, run.show, staff_screens.refused_word(outcome))


EDIT = Form(
    "ee",
    "events-form-edit",
    STEPS,
    preview_change,
    previewed=True,
    named="title",
    restart=lambda context: EditEvent(EventId(int(context["event"]))),
)


async def edit(
    _: CallbackQuery,
    action: EditEvent,
    actor: Actor,
    events: Events,
    event_changes: EventChanges,
    forms: Forms,
    show: Show,
) -> None:
    """«✏️ Изменить»: the preview, filled with what stands now."""
    event = await event_changes.to_change(actor, action.event_id)
    if isinstance(event, Refused):
        await show_card(actor, action.event_id, events, show, staff_screens.refused_word(event))
        return
    context = {"organisation": event.organisation_id, "event": event.id, "version": event.version}
    zone = next(
        m.organisation.timezone for m in actor.memberships if m.organisation_id == event.organisation_id
    )
    await forms.start(EDIT, context=context, values=values_of(event, zone), anew=True)


async def save(
    _: CallbackQuery,
    action: SaveEvent,
    actor: Actor,
    events: Events,
    event_changes: EventChanges,
    forms: Forms,
    show: Show,
) -> None:
    """«✅ Сохранить и сообщить»."""
    run = await forms.find(EDIT)
    same = run is not None and (run.context["event"], run.context["version"]) == (
        action.event_id,
        action.version,
    )
    if run is None or not same:
        await show_card(actor, action.event_id, events, show)
        return
    if run.draft.at is not None:
        await run.ask()
        return
    async with forms.saving(run):
        word: Phrase | Joined = staff_screens.saved_word()
        try:
            outcome = await event_changes.change(actor, action.event_id, action.version, draft_of(run))
        except AlreadyDone:
            outcome = None
        except Missing:
            outcome = Refused(Reason.GONE)
        if isinstance(outcome, Refused) and (step := step_of(outcome)) is not None:
            await run.ask_again(step, outcome)
        else:
            run.close()
            if isinstance(outcome, Refused):
                word = staff_screens.refused_word(outcome)
            elif outcome is not None:
                word = staff_screens.changed_word(outcome.told, outcome.invited, news=outcome.news)
            await show_card(actor, action.event_id, events, show, word)


def build() -> Router:
    """A new router of the taps that lead into the form and out of it."""
    router = Router(name="events-edit")
    router.callback_query.register(edit, Tap(EditEvent), Known())
    router.callback_query.register(save, Tap(SaveEvent), Known())
    return router
