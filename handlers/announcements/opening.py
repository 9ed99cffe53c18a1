"""An announcement opened by its link, from a post in a chat."""

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import Message

from domain.links import announcement_of_start
from domain.people import Actor, Visitor
from handlers.announcements.readers import as_read
from handlers.common.deep_links import arrived, as_some_role
from handlers.common.forms import Forms
from messenger.show import Show
from screens import announcements as staff_screens
from screens import announcements_notices as screens
from screens.base import Screen
from services.announcement_readers import AnnouncementReaders
from services.announcements import Announcements
from services.menu import Menu
from services.pictures import Pictures


async def open_by_link(
    _: Message,
    command: CommandObject,
    visitor: Visitor,
    actor: Actor | None,
    show: Show,
    menu: Menu,
    forms: Forms,
    announcements: Announcements,
    announcement_readers: AnnouncementReaders,
    pictures: Pictures,
) -> None:
    """Whoever it is for reads it, its staff get the card; others are told how to come in."""
    announcement_id = announcement_of_start(command.args or "")
    assert announcement_id is not None, "the filter lets nothing else through"
    greeted = await arrived(visitor, actor, show, menu, forms)
    if greeted is None:
        return

    async def read() -> Screen:
        return await as_read(greeted, announcement_id, announcement_readers, pictures)

    async def of_staff() -> Screen:
        return staff_screens.card(await announcements.card(greeted, announcement_id))

    await show(await as_some_role(greeted, read, of_staff, screens.not_for_you()))


def build() -> Router:
    """A new router of links to announcements; it stands before the one of links by which people join."""
    router = Router(name="announcements-links")
    opens = F.args.func(lambda payload: announcement_of_start(payload) is not None)
    router.message.register(open_by_link, CommandStart(deep_link=True, magic=opens))
    return router
