"""Templates of events: the list, one of their own, and what was done with it."""

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
from domain.actions.events import NewEvent
from domain.event_forms import EventForm
from domain.event_templates import Pattern, TemplateCard, TemplatePage
from domain.ids import EventId, OrganisationId
from screens.base import Button, Joined, Phrase, Rows, Screen, Style, say, screen
from screens.common import menu_button
from screens.events_facts import form_name, note, whom
from screens.paging import turning_on


def page(view: TemplatePage) -> Screen:
    """Their own ones, then the ready-made ones."""
    here = view.organisation.id
    rows: list[tuple[Button, ...]] = [
        (Button(say("templates-line-own", name=one.name), OpenTemplate(one.id)),) for one in view.own
    ]
    rows += [
        (Button(say("templates-line-ready", name=one.name), UseReady(here, one.slug)),) for one in view.ready
    ]
    rows += turning_on(view.page, lambda at: OpenTemplates(here, at), more=view.more)
    back = Button(say("templates-button-without"), NewEvent(here))
    return screen(say("templates-title"), say("templates-hint"), rows=(*rows, (back,), (menu_button(),)))


def card(view: TemplateCard, word: Phrase | None = None) -> Screen:
    """One of their own; `word` says what has just happened."""
    template, here = view.template, view.organisation.id
    body: list[Phrase | Joined] = [] if word is None else [word]
    body += [say("templates-card", name=template.name), _facts(template.pattern)]
    rows: Rows = ((Button(say("templates-button-use"), UseTemplate(template.id), style=Style.SUCCESS),),)
    if view.may_change:
        rename = Button(say("templates-button-rename"), RenameTemplate(template.id))
        drop = Button(say("templates-button-drop"), DropTemplate(template.id), style=Style.DANGER)
        rows += ((rename, drop),)
    return screen(*body, rows=(*rows, (list_button(here), menu_button())))


def confirm_drop(view: TemplateCard) -> Screen:
    """Asks once."""
    template = view.template
    yes = Button(say("templates-button-drop-yes"), ConfirmDropTemplate(template.id), style=Style.DANGER)
    no = Button(say("templates-button-drop-no"), OpenTemplate(template.id))
    return screen(say("templates-drop-question", name=template.name), rows=((yes,), (no,)))


def dropped(organisation_id: OrganisationId) -> Screen:
    """«Удалили»."""
    return screen(say("templates-dropped"), rows=((list_button(organisation_id), menu_button()),))


def saved_word() -> Phrase:
    """«Сохранили»."""
    return say("templates-saved")


def renamed_word() -> Phrase:
    """«Переименовали»."""
    return say("templates-renamed")


def list_button(organisation_id: OrganisationId) -> Button:
    """«📋 По образцу»."""
    return Button(say("templates-button-list"), OpenTemplates(organisation_id))


def save_button(event_id: EventId, *, kept: bool = False) -> Button:
    """«📋 Сохранить как образец»."""
    return Button(say("templates-button-save"), SaveTemplate(event_id, kept))


def _facts(pattern: Pattern) -> Joined:
    """What a new event would say, without its day."""
    parts: list[Phrase | Joined] = []
    if pattern.form is not EventForm.OTHER:
        parts.append(say("events-form", form=form_name(pattern.form)))
    parts += [say("events-title", title=pattern.title), say("events-place", place=pattern.place)]
    if pattern.note is not None:
        parts.append(note(pattern.note, bring=pattern.bring))
    if pattern.seats is not None:
        parts.append(say("events-seats", count=pattern.seats.count, by=pattern.seats.by.value))
    if (invited := whom(pattern.invitees, ())) is not None:
        parts.append(invited)
    if pattern.picture is not None:
        parts.append(say("events-picture-goes-along"))
    return Joined(tuple(parts))
