"""A real aiogram bot talks to the sandbox as it would to Telegram."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LinkPreviewOptions,
    MenuButtonCommands,
    Message,
)

from sandbox.acts.sharing import sample_picture
from tests.sandbox.conftest import Box

PICTURE = BufferedInputFile(sample_picture(40, 30), "a.png")


@pytest.fixture
async def bot(box: Box) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(box.address))
    defaults = DefaultBotProperties(parse_mode="HTML", link_preview=LinkPreviewOptions(is_disabled=True))
    made = Bot(box.world.token, session=session, default=defaults)
    yield made
    await session.close()


def markup(text: str, data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=text, callback_data=data, style="success")]]
    )


async def test_start_tap_and_edit_through_a_dispatcher(box: Box, bot: Bot) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message(CommandStart(deep_link=True))
    async def start(message: Message, command: CommandObject) -> None:
        await message.answer(f"Карта <b>{command.args}</b>", reply_markup=markup("Согласен", "agree"))

    @dispatcher.callback_query()
    async def agree(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text("Готово")
        await query.answer("Спасибо")

    anna = await box.person(started=False)
    async with asyncio.TaskGroup() as tasks:
        polling = tasks.create_task(dispatcher.start_polling(bot, handle_signals=False))
        await box.sim(f"/people/{anna}/start", payload="c_Ab9")
        await box.sim("/idle")
        screen = await box.look(f"/chats/{anna}/screen")
        assert (screen["text"], screen["link_preview"]) == ("Карта c_Ab9", False)
        answer = await box.sim(f"/people/{anna}/tap", text="Согласен")
        assert answer["text"] == "Спасибо"
        assert (await box.messages(anna))[-1]["text"] == "Готово"
        await dispatcher.stop_polling()
        await polling


async def test_files_albums_and_profile(box: Box, bot: Bot) -> None:
    anna = await box.person()
    sent = await bot.send_photo(
        anna, PICTURE, caption="<i>Стенд</i>", reply_markup=markup("x", "x"), protect_content=True
    )
    assert sent.photo
    assert sent.caption_entities
    assert sent.has_protected_content
    edited = await bot.edit_message_media(
        InputMediaPhoto(media=BufferedInputFile(sample_picture(20, 20), "b.png"), caption="Другой"),
        chat_id=anna,
        message_id=sent.message_id,
    )
    assert isinstance(edited, Message)
    album = await bot.send_media_group(
        anna, [InputMediaPhoto(media=PICTURE), InputMediaPhoto(media=sent.photo[0].file_id)]
    )
    assert album[0].media_group_id == album[1].media_group_id
    await bot.send_document(anna, BufferedInputFile(b"%PDF", "карта.pdf"))
    assert (await box.messages(anna))[-1]["document"]["file_name"] == "карта.pdf"
    file = await bot.get_file(sent.photo[0].file_id)
    assert file.file_path
    content = await bot.download_file(file.file_path)
    assert content
    assert content.read() == PICTURE.data
    assert (await bot.copy_message(anna, anna, sent.message_id)).message_id
    poll = await bot.send_poll(anna, "Когда?", ["утром", "вечером"], is_anonymous=False)
    assert poll.poll
    await bot.set_my_commands(
        [BotCommand(command="menu", description="Меню")], scope=BotCommandScopeAllPrivateChats()
    )
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_chat(anna)).first_name == "Анна"
    assert (await bot.get_chat_member(anna, bot.id)).status == "member"
    assert await bot.delete_messages(anna, [album[0].message_id, album[1].message_id])
    assert (await bot.get_webhook_info()).url == ""


async def test_every_refusal_is_the_exception_that_aiogram_knows(box: Box, bot: Bot) -> None:
    anna = await box.person()
    group = await box.group(anna)
    supergroup = (await box.sim(f"/chats/{group}/migrate"))["id"]
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(777, "x")
    with pytest.raises(TelegramMigrateToChat) as moved:
        await bot.send_message(group, "x")
    assert moved.value.migrate_to_chat_id == supergroup
    await box.sim("/faults", kind="too_many_requests", retry_after=9)
    with pytest.raises(TelegramRetryAfter) as wait:
        await bot.send_message(anna, "x")
    assert wait.value.retry_after == 9
    await box.sim("/faults", kind="server_error", code=502)
    with pytest.raises(TelegramServerError):
        await bot.send_message(anna, "x")
    await box.sim("/faults", kind="cut_before")
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(anna, "x")
    await box.sim(f"/people/{anna}/block")
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(anna, "x")
    await bot.set_webhook("http://127.0.0.1:9/hook")
    with pytest.raises(TelegramConflictError):
        await bot.get_updates()
