"""The form of a new event: a few questions, then a preview from which each answer is changed."""

from collections.abc import Mapping

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions import Action
from domain.actions.event_drafts import CopyEvent, EditKept
from domain.actions.event_templates import UseReady, UseTemplate
from domain.actions.events import MoreFields, NewEvent, PublishEvent
from domain.forms import Value
from domain.ids import EventId, OrganisationId, TemplateId
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import heard_at, organisation_id_of, organisation_of
from handlers.common.form_model import Form
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.events import edit
from handlers.events.edit import EDIT, preview_change
from handlers.events.form_further import PLAIN
from handlers.events.form_steps import STEPS, draft_of, promise_of, step_of
from handlers.events.kept_card import show_kept
from messenger.show import Show
from screens import events as staff_screens
from screens import events_form as screens
from services.event_drafts import EventDrafts
from services.event_proposals import EventProposals
from services.events import Events


async def show_preview(run: FormRun, *, further: bool = False) -> None:
    """Everything is answered: what it will look like, and how many people get it."""
    events: Events = run.services["events"]
    draft = draft_of(run)
    try:
        outcome = await events.preview(run.actor, organisation_id_of(run), draft)
    except Missing:  # a group was put away while the teacher was typing
        outcome = Refused(Reason.GONE)
    if isinstance(outcome, Refused):
        await run.ask_again(step_of(outcome) or "groups", outcome)
        return
    proposals: EventProposals = run.services["event_proposals"]
    needed = await proposals.needed(run.actor, organisation_id_of(run))
    groups = await events.groups_to_invite(run.actor, organisation_id_of(run))
    chosen = tuple(group for group in groups if group.id in draft.group_ids)
    await run.show(
        screens.preview(
            *(run.form.name, run.token, draft, run.zone, chosen, outcome),
            promise=promise_of(run),
            choice=len(groups) > 1,
            heard_at=heard_at(run),
            others=await events.others_to_invite(run.actor, organisation_id_of(run)),
            further=further,
            approval=organisation_of(run).kind if needed else None,
        )
    )


NEW = Form(
    "en",
    "events-form-new",
    STEPS,
    show_preview,
    previewed=True,
    named="title",
    restart=lambda context: NewEvent(OrganisationId(int(context["organisation"]))),
)


def _anew(context: Mapping[str, int | str]) -> Action:
    """The button that begins a filled form once more."""
    if "kept" in context:
        return EditKept(EventId(int(context["kept"])))
    if "copied" in context:
        return CopyEvent(EventId(int(context["copied"])))
    if "template" in context:
        return UseTemplate(TemplateId(int(context["template"])))
    return UseReady(OrganisationId(int(context["organisation"])), str(context["ready"]))


FILLED = Form(
    "ek",
    "events-form-filled",
    STEPS,
    show_preview,
    previewed=True,
    named="title",
    restart=_anew,
)
"""The same, begun with what is known: a kept event that is gone on with, one that is copied, or a template."""


async def new(_: CallbackQuery, action: NewEvent, actor: Actor, events: Events, forms: Forms) -> None:
    """«➕ Новое мероприятие»; somebody with one group is not asked which."""
    groups = await events.groups_to_invite(actor, action.organisation_id)
    known: dict[str, Value] = {"groups": [str(groups[0].id)]} if len(groups) == 1 else {}
    known |= PLAIN
    await forms.start(NEW, context={"organisation": action.organisation_id}, values=known)


async def typed(forms: Forms, token: str) -> FormRun | None:
    """The unfinished event under whose preview a button was tapped."""
    for form in (NEW, FILLED):
        run = await forms.find(form)
        if run is not None and run.token == token:
            return run
    return None


async def publish(
    _: CallbackQuery,
    action: PublishEvent,
    actor: Actor,
    events: Events,
    event_drafts: EventDrafts,
    forms: Forms,
    show: Show,
) -> None:
    """«✅ Опубликовать»; a second tap finds the event that the first one made."""
    run = await typed(forms, action.token)
    if run is None:
        await show(
            staff_screens.card(await events.published(actor, action.token), staff_screens.published_word())
        )
        return
    if run.draft.at is not None:
        await run.ask()  # a field is being changed: the preview comes back after it
        return
    async with forms.saving(run):
        try:
            if "kept" in run.context:
                kept, version = EventId(int(run.context["kept"])), int(run.context["version"])
                outcome = await event_drafts.publish(actor, kept, version, draft_of(run), run.token)
            else:
                outcome = await events.publish(actor, organisation_id_of(run), draft_of(run), run.token)
        except AlreadyDone:
            outcome = (await events.published(actor, action.token)).event
        except Missing:
            outcome = Refused(Reason.GONE)
        if isinstance(outcome, Refused):
            if outcome.reason is Reason.NEEDS_APPROVAL:  # switched on since: the preview says what to do
                await show_preview(run)
                return
            step = step_of(outcome)
            if step is None and "kept" in run.context:  # somebody else has touched it meanwhile
                run.close()
                kept = EventId(int(run.context["kept"]))
                word = staff_screens.refused_word(outcome)
                await show_kept(actor, kept, event_drafts, events, show, word)
                return
            await run.ask_again(step or "groups", outcome)
        else:
            run.close()
            found = await events.card(actor, outcome.id)
            await show(
                staff_screens.card(
                    found, staff_screens.published_word_for(found.attendance, found.event.invitees)
                )
            )


async def more(_: CallbackQuery, action: MoreFields, forms: Forms) -> None:
    """«⚙️ Ещё»: the same preview, with the questions that most events do without."""
    form, preview = (EDIT, preview_change) if action.form == EDIT.name else (NEW, show_preview)
    if action.form == FILLED.name:
        form = FILLED
    run = await forms.open(form)
    if run is None:
        return
    run.draft.paused = False
    async with forms.saving(run):
        if run.draft.at is None:
            await preview(run, further=True)
        else:
            await run.ask()


def build() -> Router:
    """A new router of both forms."""
    router = Router(name="events-forms")
    router.callback_query.register(new, Tap(NewEvent), Known())
    router.callback_query.register(publish, Tap(PublishEvent), Known())
    router.callback_query.register(more, Tap(MoreFields), Known())
    router.include_router(edit.build())
    answer_forms(router, NEW, FILLED, EDIT)
    return router
