"""An event as a file: for the calendar of a phone, and for the wall."""

import asyncio

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from domain.actions.campaigns import GetCalendarFile, PrintNotice
from domain.campaigns import EventForPaper
from domain.event_forms import EventForm
from domain.links import event_link
from domain.outcomes import Refused
from domain.people import Actor
from handlers.common.filters import Known, Tap
from handlers.events.staff import show_card
from locales import Texts
from messenger.show import Show
from reports.documents.calendar_file import calendar_file
from reports.documents.event_notice import EventPaper, event_notice
from screens import campaigns as screens
from screens.base import Document, Moment, say
from screens.events import refused_word
from screens.events_facts import form_name, span
from screens.render import plain
from services.event_papers import EventPapers
from services.events import Events


async def calendar(
    _: CallbackQuery, action: GetCalendarFile, actor: Actor, event_papers: EventPapers, show: Show
) -> None:
    """«📆 В календарь»."""
    event, zone, now = await event_papers.for_calendar(actor, action.event_id)
    name = plain(say("campaigns-calendar-file", title=event.title), show.texts)
    await show(screens.for_calendar(event, Document(calendar_file(event, zone, stamp=now), name)))


async def notice(
    _: CallbackQuery,
    action: PrintNotice,
    actor: Actor,
    event_papers: EventPapers,
    events: Events,
    show: Show,
    bot: Bot,
) -> None:
    """«🖨 Объявление А4»."""
    found = await event_papers.for_the_wall(actor, action.event_id)
    if isinstance(found, Refused):
        await show_card(actor, action.event_id, events, show, refused_word(found))
        return
    await show.toast()
    paper = paper_of(found, show.texts, bot_username=(await bot.me()).username or "")
    content = await asyncio.to_thread(event_notice, paper, show.texts)
    name = plain(say("campaigns-notice-file", title=found.event.title), show.texts)
    await show(screens.for_the_wall(found.event, Document(content, name)))


def paper_of(found: EventForPaper, texts: Texts, *, bot_username: str) -> EventPaper:
    """The event in the words of the notice."""
    event, here, now = found.event, found.organisation, found.made_at
    until = event.answer_until
    said_until = (
        ""
        if until is None
        else plain(say("campaigns-paper-until", until=Moment(until, here.timezone)), texts, now)
    )
    form = plain(form_name(event.form), texts, now)
    return EventPaper(
        organisation=here.name,
        groups=tuple(group.name for group in found.groups),
        form="" if event.form is EventForm.OTHER or _says(event.title, form) else form,
        title=event.title,
        when=plain(
            say("campaigns-paper-moment", when=span(event.starts_at, event.ends_at, here.timezone)),
            texts,
            now,
        ),
        place=event.place,
        note=event.note,
        until=said_until,
        address=event_link(bot_username, event.id),
        made_at=now,
    )


def _says(title: str, form: str) -> bool:
    """Whether the title begins with its form: «Мастер-класс пожарного» needs no «Мастер-класс» above it."""
    return title.casefold().startswith(form.casefold())


def build() -> Router:
    """A new router of files about events."""
    router = Router(name="events-papers")
    router.callback_query.register(calendar, Tap(GetCalendarFile), Known())
    router.callback_query.register(notice, Tap(PrintNotice), Known())
    return router
