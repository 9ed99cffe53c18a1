"""Small answers that the handlers of this feature share."""

from aiogram import Bot

from domain.event_checks import read_day
from domain.forms import Circumstances, Filled, Value
from domain.ids import Token
from domain.links import LinkKind, deep_link
from domain.outcomes import Refused
from domain.people import Organisation
from messenger.show import Show
from screens.base import Phrase, Toast
from screens.common import refusal


async def refuse(show: Show, refused: Refused) -> None:
    """Say why not, over the screen that stands."""
    await show.toast(Toast(refusal(refused), alert=True))


def told(key: str, here: Organisation | None = None) -> Toast:
    """A word that something is done; a text that needs `$kind` is given the organisation."""
    return Toast(Phrase(key, {} if here is None else {"kind": here.kind.value}))


async def address(bot: Bot, kind: LinkKind, token: Token) -> str:
    """The deep link of a token to this bot."""
    return deep_link((await bot.me()).username or "", kind, token)


def day(text: str, circumstances: Circumstances) -> Value | Filled | Refused:
    """A typed or tapped day as an ISO string; the use case decides whether it fits."""
    term = read_day(text, circumstances)
    return term if isinstance(term, Refused) else term.day.isoformat()
