"""Calls without files travel as JSON, calls with files as aiogram sends them."""

import gc
import json
import weakref
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramServerError
from aiogram.methods import (
    GetChatMemberCount,
    GetUpdates,
    Response,
    SendDocument,
    SendMessage,
    TelegramMethod,
)
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup
from aiohttp import FormData

from messenger.session import JsonSession

KEYBOARD = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Приду", callback_data="e1")]])


def _body(method: TelegramMethod[object]) -> object:
    session = JsonSession()
    return session.build_form_data(Bot("42:" + "t" * 30, session=session), method)


def test_a_message_is_json_without_what_is_not_set() -> None:
    body = _body(SendMessage(chat_id=5, text="Ждём <b>вас</b>", reply_markup=KEYBOARD))  # type: ignore[arg-type]  # any method
    assert body.content_type == "application/json"  # type: ignore[attr-defined]  # a payload
    assert json.loads(body._value) == {  # type: ignore[attr-defined]  # as above
        "chat_id": 5,
        "text": "Ждём <b>вас</b>",
        "reply_markup": {"inline_keyboard": [[{"text": "Приду", "callback_data": "e1"}]]},
    }
    assert "Ждём".encode() in body._value  # type: ignore[attr-defined]  # as above


@pytest.mark.parametrize("status", [200, 404, 502])
@pytest.mark.parametrize("method", [SendMessage(chat_id=5, text="…"), GetUpdates()])
@pytest.mark.parametrize("said", ["<html>Bad Gateway</html>", '{"detail": "Not Found"}', "[]", ""])
def test_the_page_of_another_program_is_a_failure_of_the_server(
    status: int, said: str, method: TelegramMethod[Any]
) -> None:
    """A proxy before Telegram answers for it in HTML; nothing of what it says gets into logs."""
    session = JsonSession()
    bot = Bot("42:" + "t" * 30, session=session)
    with pytest.raises(TelegramServerError) as failed:
        session.check_response(bot, method, status, said)
    assert failed.value.message == f"HTTP {status}, not an answer of the Bot API"


def test_an_update_that_cannot_be_read_holds_up_nobody() -> None:
    """A stranger adds the bot to a group as what this aiogram does not know: the rest is read, and all is confirmed."""
    session = JsonSession()
    bot = Bot("42:" + "t" * 30, session=session)
    chat = {"id": 5, "type": "private", "first_name": "Анна"}
    brought = [
        {"update_id": 7, "my_chat_member": {"chat": chat, "new_chat_member": {"status": "of tomorrow"}}},
        {"update_id": 8, "message": {"message_id": 1, "date": 0, "chat": chat, "text": "/menu"}},
    ]
    said = json.dumps({"ok": True, "result": brought})
    updates = session.check_response(bot, GetUpdates(), 200, said).result
    assert updates is not None
    unread, menu = updates
    assert (unread.update_id, unread.my_chat_member) == (7, None)
    assert menu.message is not None
    assert (menu.message.text, menu.message.bot) == ("/menu", bot)


def test_a_file_travels_in_a_form() -> None:
    body = _body(SendDocument(chat_id=5, document=BufferedInputFile(b"%PDF", "card.pdf")))  # type: ignore[arg-type]  # any method
    assert isinstance(body, FormData)
    assert body.is_multipart


def test_the_model_of_an_answer_outlives_a_collection_of_garbage() -> None:
    session = JsonSession()
    bot = Bot("42:" + "t" * 30, session=session)
    session.check_response(bot, GetChatMemberCount(chat_id=5), 200, '{"ok": true, "result": 3}')
    kept = weakref.ref(Response[GetChatMemberCount.__returning__])  # type: ignore[valid-type]  # made when asked for
    gc.collect()
    assert kept() is not None
