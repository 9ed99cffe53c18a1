"""An event opened by its link: from a post in a chat, or from a notice on the wall."""

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import Message

from domain.ids import EventId
from domain.links import event_of_start
from domain.people import Actor, Visitor
from handlers.common.deep_links import arrived, as_some_role
from handlers.common.forms import Forms
from messenger.show import Show
from screens import events as staff_screens
from screens import events_parents as screens
from screens.base import Screen
from services.events import Events
from services.menu import Menu
from services.rsvps import Rsvps


async def open_by_link(
    _: Message,
    command: CommandObject,
    visitor: Visitor,
    actor: Actor | None,
    show: Show,
    menu: Menu,
    forms: Forms,
    events: Events,
    rsvps: Rsvps,
) -> None:
    """Whoever is invited gets the event with its answers, its staff the card; others are told how to come in."""
    event_id = event_of_start(command.args or "")
    assert event_id is not None, "the filter lets nothing else through"
    greeted = await arrived(visitor, actor, show, menu, forms)
    if greeted is None:
        return
    await show(await _opened(greeted, event_id, events, rsvps))


async def _opened(actor: Actor, event_id: EventId, events: Events, rsvps: Rsvps) -> Screen:
    async def invited() -> Screen:
        looked = await rsvps.look(actor, event_id)
        return screens.invitation(looked.invitation, open_=looked.refused is None)

    async def of_staff() -> Screen:
        return staff_screens.card(await events.card(actor, event_id))

    return await as_some_role(actor, invited, of_staff, screens.not_for_you())


def build() -> Router:
    """A new router of links to events; it stands before the one of links by which people join."""
    router = Router(name="events-links")
    opens_an_event = F.args.func(lambda payload: event_of_start(payload) is not None)
    router.message.register(open_by_link, CommandStart(deep_link=True, magic=opens_an_event))
    return router
