"""What nobody else has answered: strangers are told how to come in, others get their menu."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.people import Actor
from handlers.common.forms import Forms
from messenger.show import Show
from screens import joining
from screens import menu as screens
from screens.base import Toast, say
from services.menu import Menu


def build() -> Router:
    """A new router; the last one."""
    router = Router(name="fallback")
    router.message.register(unexpected_message)
    router.callback_query.register(unknown_button)
    return router


async def unexpected_message(
    message: Message, actor: Actor | None, show: Show, menu: Menu, forms: Forms
) -> None:
    """Words or a picture that nobody asked for; an unknown command."""
    if actor is None:
        await show(joining.stranger())
        return
    command = (message.text or "").startswith("/")
    await show(screens.lost(await menu.look(actor), await forms.pause(), command=command))


async def unknown_button(_: CallbackQuery, actor: Actor | None, show: Show, menu: Menu, forms: Forms) -> None:
    """A forged button, one of another version, or one of somebody who has left."""
    if actor is None:
        await show(joining.stranger())
        return
    await show(screens.menu(await menu.look(actor), await forms.pause()), Toast(say("menu-old-button")))
