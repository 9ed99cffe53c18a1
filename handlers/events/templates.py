"""Templates: chosen for a new event, saved of an event, renamed, deleted."""

from collections.abc import Mapping

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.event_drafts import OpenKept
from domain.actions.event_templates import (
    ConfirmDropTemplate,
    DropTemplate,
    OpenTemplate,
    OpenTemplates,
    RenameTemplate,
    SaveTemplate,
    UseReady,
    UseTemplate,
)
from domain.actions.events import OpenEvent
from domain.event_forms import FOR_PARENTS
from domain.event_templates import NAME_LIMIT, Begun
from domain.forms import Value, words
from domain.ids import EventId, TemplateId
from domain.outcomes import AlreadyDone, Missing, Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.common.form_audience import ticks
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.events.form import FILLED
from handlers.events.form_further import PLAIN
from handlers.events.form_steps import NO, YES
from messenger.show import Show
from screens import events_templates as screens
from services.event_templates import EventTemplates
from services.events import Events


def values_of(begun: Begun) -> dict[str, Value]:
    """The answers that a template gives: all but the day, the hour and the groups."""
    pattern = begun.pattern
    values: dict[str, Value] = {
        **PLAIN,
        "title": pattern.title,
        "place": pattern.place,
        "note": pattern.note,
        "form": pattern.form.value,
        "seats": None if pattern.seats is None else pattern.seats.count,
        "who": ticks(pattern.invitees) or ticks(FOR_PARENTS),
        "picture": pattern.picture,
    }
    if pattern.note is not None:
        values["bring"] = YES if pattern.bring else NO
    return values if pattern.seats is None else values | {"by": pattern.seats.by.value}


async def _begin(
    actor: Actor, begun: Begun, context: Mapping[str, int | str], events: Events, forms: Forms
) -> None:
    """The form, filled; somebody with one group is not asked which."""
    values = values_of(begun)
    who = values["who"]
    groups = await events.groups_to_invite(actor, begun.organisation.id)
    if isinstance(who, list) and "parents" not in who:
        values["groups"] = []
    elif len(groups) == 1:
        values["groups"] = [str(groups[0].id)]
    await forms.start(
        FILLED, context={"organisation": begun.organisation.id, **context}, values=values, anew=True
    )


async def page(
    _: CallbackQuery,
    action: OpenTemplates,
    actor: Actor,
    event_templates: EventTemplates,
    forms: Forms,
    show: Show,
) -> None:
    """«📋 По образцу»; what is typed next is no title."""
    await forms.pause()
    await show(screens.page(await event_templates.page(actor, action.organisation_id, action.page)))


async def use_ready(
    _: CallbackQuery,
    action: UseReady,
    actor: Actor,
    event_templates: EventTemplates,
    events: Events,
    forms: Forms,
) -> None:
    """A ready-made template of the list."""
    begun = await event_templates.begin_ready(actor, action.organisation_id, action.slug)
    await _begin(actor, begun, {"ready": action.slug}, events, forms)


async def use(
    _: CallbackQuery,
    action: UseTemplate,
    actor: Actor,
    event_templates: EventTemplates,
    events: Events,
    forms: Forms,
) -> None:
    """«✅ Создать по образцу»."""
    begun = await event_templates.begin(actor, action.template_id)
    await _begin(actor, begun, {"template": action.template_id}, events, forms)


async def card(
    _: CallbackQuery, action: OpenTemplate, actor: Actor, event_templates: EventTemplates, show: Show
) -> None:
    """A template of their own."""
    await show(screens.card(await event_templates.look(actor, action.template_id)))


async def _save(run: FormRun) -> None:
    templates: EventTemplates = run.services["event_templates"]
    saved = await templates.save(run.actor, EventId(int(run.context["event"])), run.maybe_text("name"))
    if isinstance(saved, Refused):
        await run.ask_again("name", saved)
        return
    run.close()
    await run.show(screens.card(await templates.look(run.actor, saved), screens.saved_word()))


async def _rename(run: FormRun) -> None:
    templates: EventTemplates = run.services["event_templates"]
    template_id = TemplateId(int(run.context["template"]))
    refused = await templates.rename(run.actor, template_id, run.text("name"))
    if refused is not None:
        await run.ask_again("name", refused)
        return
    run.close()
    await run.show(screens.card(await templates.look(run.actor, template_id), screens.renamed_word()))


SAVE = Form(
    "ks",
    "templates-form-save",
    (
        Step(
            "name",
            "templates-ask-name",
            check=words(NAME_LIMIT),
            example="templates-example-name",
            optional=True,
        ),
    ),
    _save,
    place=lambda context: (OpenKept if context["kept"] else OpenEvent)(EventId(int(context["event"]))),
)
RENAME = Form(
    "kn",
    "templates-form-rename",
    (Step("name", "templates-ask-new-name", check=words(NAME_LIMIT), example="templates-example-name"),),
    _rename,
    place=lambda context: OpenTemplate(TemplateId(int(context["template"]))),
)


async def ask_save(_: CallbackQuery, action: SaveTemplate, forms: Forms) -> None:
    """«📋 Сохранить как образец»."""
    await forms.start(SAVE, context={"event": action.event_id, "kept": int(action.kept)}, anew=True)


async def ask_rename(
    _: CallbackQuery,
    action: RenameTemplate,
    actor: Actor,
    event_templates: EventTemplates,
    forms: Forms,
) -> None:
    """«✏️ Переименовать»."""
    view = await event_templates.look(actor, action.template_id)
    context = {"organisation": view.organisation.id, "template": action.template_id}
    await forms.start(RENAME, context=context, anew=True)


async def ask_drop(
    _: CallbackQuery, action: DropTemplate, actor: Actor, event_templates: EventTemplates, show: Show
) -> None:
    """«🗑 Удалить»."""
    await show(screens.confirm_drop(await event_templates.look(actor, action.template_id)))


async def drop(
    _: CallbackQuery, action: ConfirmDropTemplate, actor: Actor, event_templates: EventTemplates, show: Show
) -> None:
    """«Да, удалить»; a second tap finds it gone."""
    try:
        here = await event_templates.drop(actor, action.template_id)
    except (AlreadyDone, Missing):
        current = actor.current
        if current is None:
            raise
        here = current.organisation_id
    await show(screens.dropped(here))


def build() -> Router:
    """A new router of templates."""
    router = Router(name="events-templates")
    router.callback_query.register(page, Tap(OpenTemplates), Known())
    router.callback_query.register(use_ready, Tap(UseReady), Known())
    router.callback_query.register(use, Tap(UseTemplate), Known())
    router.callback_query.register(card, Tap(OpenTemplate), Known())
    router.callback_query.register(ask_save, Tap(SaveTemplate), Known())
    router.callback_query.register(ask_rename, Tap(RenameTemplate), Known())
    router.callback_query.register(ask_drop, Tap(DropTemplate), Known())
    router.callback_query.register(drop, Tap(ConfirmDropTemplate), Known())
    answer_forms(router, SAVE, RENAME)
    return router
