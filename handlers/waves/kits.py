"""The kit to print: cards and protocols for a quiz on paper, handed over as a file."""

import asyncio

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.waves import OpenKit, PrintKit
from domain.people import Actor
from handlers.common.filters import Known, Tap
from messenger.show import Show
from reports.documents.print_kit import print_kit
from screens import waves_kits as screens
from screens.base import Document, say
from screens.render import plain
from services.print_kits import PrintKits


def build() -> Router:
    """A new router of the kit."""
    router = Router(name="waves-kits")
    router.callback_query.register(kit, Tap(OpenKit), Known())
    router.callback_query.register(printed, Tap(PrintKit), Known())
    return router


async def kit(_: CallbackQuery, action: OpenKit, actor: Actor, print_kits: PrintKits, show: Show) -> None:
    """«🖨 Набор для печати»."""
    await show(screens.kit(await print_kits.look(actor, action.organisation_id)))


async def printed(
    _: CallbackQuery, action: PrintKit, actor: Actor, print_kits: PrintKits, show: Show
) -> None:
    """A form: drawn in a thread, some 0.3 s."""
    view = await print_kits.print(actor, action.organisation_id, action.letter)
    await show.toast()
    content = await asyncio.to_thread(print_kit, view.instrument, action.letter, show.texts)
    title = view.instrument.title.rstrip("?!. ")
    name = plain(say("waves-kit-file", title=title, form=action.letter.value), show.texts)
    await show(screens.ready(view, action.letter, Document(content, name)))
