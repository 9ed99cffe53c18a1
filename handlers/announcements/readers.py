"""Announcements as those open them whom they are for."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.announcements import MyAnnouncements, ReadAnnouncement
from domain.announcements import AnnouncementStatus
from domain.ids import AnnouncementId
from domain.people import Actor
from handlers.common.filters import Known, Tap
from messenger.show import Show
from screens import announcements_notices as screens
from screens.base import Picture, Screen
from services.announcement_readers import AnnouncementReaders
from services.pictures import Pictures


async def mine(
    _: CallbackQuery,
    action: MyAnnouncements,
    actor: Actor,
    announcement_readers: AnnouncementReaders,
    show: Show,
) -> None:
    """«📣 Объявления» of the last weeks."""
    page = await announcement_readers.mine(actor, action.page)
    await show(screens.mine(page, fresh=action.fresh))


async def read(
    _: CallbackQuery,
    action: ReadAnnouncement,
    actor: Actor,
    announcement_readers: AnnouncementReaders,
    pictures: Pictures,
    show: Show,
) -> None:
    """One of them, with its picture."""
    found = await as_read(actor, action.announcement_id, announcement_readers, pictures)
    await show(replace(found, fresh=action.fresh))


async def as_read(
    actor: Actor,
    announcement_id: AnnouncementId,
    announcement_readers: AnnouncementReaders,
    pictures: Pictures,
) -> Screen:
    """An announcement as this adult sees it, with its picture while it is out."""
    shown = await announcement_readers.read(actor, announcement_id)
    made, sha256 = screens.read(shown), shown.announcement.picture
    out = shown.announcement.status is AnnouncementStatus.PUBLISHED
    content = await pictures.find(sha256) if sha256 is not None and out else None
    if sha256 is None or content is None:
        return made
    return replace(made, picture=Picture(content, "picture.jpg", sha256))


def build() -> Router:
    """A new router of the readers' side."""
    router = Router(name="announcements-readers")
    router.callback_query.register(mine, Tap(MyAnnouncements), Known())
    router.callback_query.register(read, Tap(ReadAnnouncement), Known())
    return router
