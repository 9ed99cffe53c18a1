"""Events put aside: kept from a preview, listed, gone on with, published, dropped; and copies of announced ones."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.event_drafts import (
    ConfirmDropDraft,
    CopyEvent,
    DropDraft,
    EditKept,
    KeepDraft,
    OpenDrafts,
    OpenKept,
    PublishKept,
)
from domain.forms import Value
from domain.ids import EventId
from domain.outcomes import AlreadyDone, Missing, Reason, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_facts import organisation_id_of
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.events.form import FILLED, typed
from handlers.events.form_steps import draft_of, step_of, values_of
from handlers.events.kept_card import show_kept
from messenger.show import Show
from screens import events as staff_screens
from screens import events_drafts as screens
from screens.base import Phrase
from services.event_drafts import EventDrafts
from services.events import Events


async def page(
    _: CallbackQuery, action: OpenDrafts, actor: Actor, event_drafts: EventDrafts, show: Show
) -> None:
    """«🗂 Отложенные»."""
    await show(screens.page(await event_drafts.page(actor, action.organisation_id, action.page)))


async def card(
    _: CallbackQuery, action: OpenKept, actor: Actor, event_drafts: EventDrafts, events: Events, show: Show
) -> None:
    """A kept event of the list."""
    await show_kept(actor, action.event_id, event_drafts, events, show)


async def keep(
    _: CallbackQuery,
    action: KeepDraft,
    actor: Actor,
    event_drafts: EventDrafts,
    events: Events,
    forms: Forms,
    show: Show,
) -> None:
    """«💾 Отложить»; a second tap finds the event that the first one kept."""
    run = await typed(forms, action.token)
    if run is None:
        kept = await event_drafts.kept(actor, action.token)
        await show_kept(actor, kept, event_drafts, events, show, screens.kept_word())
        return
    if run.draft.at is not None:
        await run.ask()
        return
    async with forms.saving(run):
        try:
            outcome = await _kept(run, event_drafts)
        except Missing:  # a group was put away meanwhile
            outcome = Refused(Reason.GONE)
        if isinstance(outcome, Refused) and (step := step_of(outcome)) is not None:
            await run.ask_again(step, outcome)
            return
        run.close()
        if isinstance(outcome, Refused):
            kept, word = EventId(int(run.context["kept"])), screens.refused_word(outcome)
        else:
            kept, word = outcome, screens.kept_word()
        await show_kept(actor, kept, event_drafts, events, show, word)


async def _kept(run: FormRun, event_drafts: EventDrafts) -> EventId | Refused:
    try:
        if "kept" in run.context:
            kept, version = EventId(int(run.context["kept"])), int(run.context["version"])
            outcome = await event_drafts.rewrite(run.actor, kept, version, draft_of(run), run.token)
        else:
            outcome = await event_drafts.keep(run.actor, organisation_id_of(run), draft_of(run), run.token)
    except AlreadyDone:
        return await event_drafts.kept(run.actor, run.token)
    return outcome if isinstance(outcome, Refused) else outcome.id


async def edit(
    _: CallbackQuery,
    action: EditKept,
    actor: Actor,
    event_drafts: EventDrafts,
    events: Events,
    forms: Forms,
    show: Show,
) -> None:
    """«✏️ Изменить»: the form, with what is kept."""
    view = await event_drafts.look(actor, action.event_id)
    if view is None:
        await show_kept(actor, action.event_id, event_drafts, events, show)
        return
    event = view.event
    context = {"organisation": event.organisation_id, "kept": event.id, "version": event.version}
    await forms.start(FILLED, context=context, values=values_of(event, view.organisation.timezone), anew=True)


async def publish(
    _: CallbackQuery,
    action: PublishKept,
    actor: Actor,
    event_drafts: EventDrafts,
    events: Events,
    show: Show,
) -> None:
    """«✅ Опубликовать сейчас»; whoever comes second sees it published."""
    try:
        outcome = await event_drafts.publish(actor, action.event_id, action.version)
    except AlreadyDone:
        outcome = None
    if isinstance(outcome, Refused):
        word: Phrase = screens.refused_word(outcome)
    else:
        found = await events.card(actor, action.event_id)
        word = staff_screens.published_word_for(found.attendance, found.event.invitees)
    await show_kept(actor, action.event_id, event_drafts, events, show, word)


async def ask_drop(
    _: CallbackQuery, action: DropDraft, actor: Actor, event_drafts: EventDrafts, events: Events, show: Show
) -> None:
    """«🗑 Удалить»."""
    view = await event_drafts.look(actor, action.event_id)
    if view is None:
        await show_kept(actor, action.event_id, event_drafts, events, show)
        return
    await show(screens.confirm_drop(view))


async def drop(
    _: CallbackQuery,
    action: ConfirmDropDraft,
    actor: Actor,
    event_drafts: EventDrafts,
    events: Events,
    show: Show,
) -> None:
    """«Да, удалить»."""
    try:
        refused = await event_drafts.drop(actor, action.event_id, action.version)
    except AlreadyDone:
        refused = None
    if refused is not None:
        await show_kept(actor, action.event_id, event_drafts, events, show, screens.refused_word(refused))
        return
    await show(screens.dropped())


async def copy(
    _: CallbackQuery, action: CopyEvent, actor: Actor, event_drafts: EventDrafts, forms: Forms
) -> None:
    """«📋 Скопировать»: the form, with everything but the day."""
    copied = await event_drafts.copy_of(actor, action.event_id)
    here = copied.organisation
    values: dict[str, Value] = {**values_of(copied.event, here.timezone)}
    for name in BOUND_TO_THE_DAY:
        values.pop(name, None)
    values |= {name: None for name in LOST_WITH_THE_DAY if "T" in str(values.get(name))}
    if copied.event.invitees.parents and not values["groups"]:
        del values["groups"]
    await forms.start(
        FILLED, context={"organisation": here.id, "copied": action.event_id}, values=values, anew=True
    )


BOUND_TO_THE_DAY = ("day",)
"""What a copy is asked anew."""
LOST_WITH_THE_DAY = ("ends", "until")
"""What a copy does without when it was said by its day."""


def build() -> Router:
    """A new router of what is put aside."""
    router = Router(name="events-drafts")
    router.callback_query.register(page, Tap(OpenDrafts), Known())
    router.callback_query.register(card, Tap(OpenKept), Known())
    router.callback_query.register(keep, Tap(KeepDraft), Known())
    router.callback_query.register(edit, Tap(EditKept), Known())
    router.callback_query.register(publish, Tap(PublishKept), Known())
    router.callback_query.register(ask_drop, Tap(DropDraft), Known())
    router.callback_query.register(drop, Tap(ConfirmDropDraft), Known())
    router.callback_query.register(copy, Tap(CopyEvent), Known())
    return router
