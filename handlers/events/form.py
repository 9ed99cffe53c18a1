"""The form of an event: typed once for a new one, field by field for a change; both end in a preview."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.events import EditEvent, NewEvent, PublishEvent, SaveEvent
from domain.forms import Value
from domain.ids import EventId, OrganisationId
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import heard_at, organisation_id_of
from handlers.common.form_model import Form
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.events.form_steps import (
    STEPS,
    draft_of,
    promise_of,
    step_of,
    values_of,
)
from handlers.events.staff import show_card
from messenger.show import Show
from screens import events as staff_screens
from screens import events_form as screens
from screens.base import Joined, Phrase
from services.event_changes import EventChanges
from services.events import Events


async def _preview(run: FormRun) -> None:
    """Everything is answered: what it will look like, and how many people get it."""
    events: Events = run.services["events"]
    draft = draft_of(run)
    try:
        outcome = await events.preview(run.actor, organisation_id_of(run), draft)
    except Missing:  # a group was put away while the teacher was typing
        outcome = Refused(Reason.GONE)
    if isinstance(outcome, Refused):
        await run.ask_again(step_of(outcome), outcome)
        return
    groups = await events.groups_to_invite(run.actor, organisation_id_of(run))
    chosen = tuple(group for group in groups if group.id in draft.group_ids)
    await run.show(
        screens.preview(
            *(run.form.name, run.token, draft, run.zone, chosen, outcome),
            promise=promise_of(run),
            choice=len(groups) > 1,
            heard_at=heard_at(run),
        )
    )


async def _preview_change(run: FormRun) -> None:
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
                choice=len(groups) > 1,
            )
        )
    elif outcome.reason in (Reason.DATE_PAST, Reason.DATE_TOO_FAR, Reason.NO_GROUPS, Reason.GONE):
        await run.ask_again(step_of(outcome), outcome)
    else:  # cancelled, over, or changed by somebody else meanwhile
        run.close()
        await show_card(run.actor, event_id, events, run.show, staff_screens.refused_word(outcome))


NEW = Form(
    "en",
    "events-form-new",
    STEPS,
    _preview,
    previewed=True,
    named="title",
    restart=lambda context: NewEvent(OrganisationId(int(context["organisation"]))),
)
EDIT = Form(
    "ee",
    "events-form-edit",
    STEPS,
    _preview_change,
    previewed=True,
    named="title",
    restart=lambda context: EditEvent(EventId(int(context["event"]))),
)


async def new(_: CallbackQuery, action: NewEvent, actor: Actor, events: Events, forms: Forms) -> None:
    """«➕ Новое мероприятие»; somebody with one group is not asked which."""
    groups = await events.groups_to_invite(actor, action.organisation_id)
    known: dict[str, Value] = {"groups": [str(groups[0].id)]} if len(groups) == 1 else {}
    await forms.start(NEW, context={"organisation": action.organisation_id}, values=known)


async def publish(
    _: CallbackQuery, action: PublishEvent, actor: Actor, events: Events, forms: Forms, show: Show
) -> None:
    """«✅ Опубликовать»; a second tap finds the event that the first one made."""
    run = await forms.find(NEW)
    if run is not None and run.token == action.token and run.draft.at is not None:
        await run.ask()  # a field is being changed: the preview comes back after it
        return
    if run is None or run.token != action.token:
        await show(
            staff_screens.card(await events.published(actor, action.token), staff_screens.published_word())
        )
        return
    async with forms.saving(run):
        try:
            outcome = await events.publish(actor, organisation_id_of(run), draft_of(run), run.token)
        except AlreadyDone:
            outcome = (await events.published(actor, action.token)).event
        except Missing:
            outcome = Refused(Reason.GONE)
        if isinstance(outcome, Refused):
            await run.ask_again(step_of(outcome), outcome)
        else:
            run.close()
            found = await events.card(actor, outcome.id)
            await show(staff_screens.card(found, staff_screens.published_word_for(found.attendance)))


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
        if isinstance(outcome, Refused) and outcome.reason in (
            Reason.DATE_PAST,
            Reason.GONE,
            Reason.NO_GROUPS,
        ):
            await run.ask_again(step_of(outcome), outcome)
        else:
            run.close()
            if isinstance(outcome, Refused):
                word = staff_screens.refused_word(outcome)
            elif outcome is not None:
                word = staff_screens.changed_word(outcome.told, outcome.invited, news=outcome.news)
            await show_card(actor, action.event_id, events, show, word)


def build() -> Router:
    """A new router of both forms."""
    router = Router(name="events-forms")
    router.callback_query.register(new, Tap(NewEvent), Known())
    router.callback_query.register(publish, Tap(PublishEvent), Known())
    router.callback_query.register(edit, Tap(EditEvent), Known())
    router.callback_query.register(save, Tap(SaveEvent), Known())
    answer_forms(router, NEW, EDIT)
    return router
