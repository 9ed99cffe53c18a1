"""Calls without files travel as JSON, calls with files as aiogram sends them."""

import json

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramServerError
from aiogram.methods import SendDocument, SendMessage, TelegramMethod
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
@pytest.mark.parametrize("said", ["<html>Bad Gateway</html>", '{"detail": "Not Found"}', "[]", ""])
def test_the_page_of_another_program_is_a_failure_of_the_server(status: int, said: str) -> None:
    """A proxy before Telegram answers for it in HTML; nothing of what it says gets into logs."""
    session = JsonSession()
    bot = Bot("42:" + "t" * 30, session=session)
    with pytest.raises(TelegramServerError) as failed:
        session.check_response(bot, SendMessage(chat_id=5, text="…"), status, said)
    assert failed.value.message == f"HTTP {status}, not an answer of the Bot API"


def test_a_file_travels_in_a_form() -> None:
    body = _body(SendDocument(chat_id=5, document=BufferedInputFile(b"%PDF", "card.pdf")))  # type: ignore[arg-type]  # any method
    assert isinstance(body, FormData)
    assert body.is_multipart
