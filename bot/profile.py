"""What the messenger shows around the bot: commands, their words, the description before Start."""

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, MenuButtonCommands

from locales import LOCALES, Texts, texts_for
from screens import menu
from screens.render import plain

_log = structlog.get_logger(__name__)


def commands(texts: Texts) -> list[BotCommand]:
    """The commands that always work, in the order of the menu beside the typing field."""
    return [BotCommand(command=name, description=plain(words, texts)) for name, words in menu.commands()]


async def introduce(bot: Bot, default_locale: str) -> None:
    """Tell the messenger commands and descriptions, where they differ from what it knows.

    A failure is no reason not to work: the next start tells them again.
    """
    try:
        for language in (None, *(locale for locale in LOCALES if locale != default_locale)):
            await _in_language(bot, texts_for(language or default_locale), language)
        await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    except AiogramError as error:
        _log.warning("commands not set", error=type(error).__name__)


async def _in_language(bot: Bot, texts: Texts, language: str | None) -> None:
    scope = BotCommandScopeAllPrivateChats()
    wanted = commands(texts)
    if await bot.get_my_commands(scope=scope, language_code=language) != wanted:
        await bot.set_my_commands(wanted, scope=scope, language_code=language)
    long = texts.plain("running-description")
    if (await bot.get_my_description(language_code=language)).description != long:
        await bot.set_my_description(description=long, language_code=language)
    short = texts.plain("running-short-description")
    if (await bot.get_my_short_description(language_code=language)).short_description != short:
        await bot.set_my_short_description(short_description=short, language_code=language)
