"""The delivery's pictures: Telegram gets each once, and its name from then on."""

import asyncio
from collections.abc import AsyncIterator
from hashlib import sha256

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from domain.clock import MovableClock
from domain.delivery import Failure, Network, Posted
from messenger.limiter import unasked
from messenger.post import Post
from messenger.uploads import Uploads
from sandbox.acts.sharing import sample_picture
from screens.base import Picture, Screen, say
from tests.conftest import START
from tests.sandbox.conftest import Box


@pytest.fixture
async def bot(box: Box) -> AsyncIterator[Bot]:
    made = Bot(box.world.token, session=AiohttpSession(api=TelegramAPIServer.from_base(box.address)))
    yield made
    await made.session.close()


def picture(width: int = 40) -> Picture:
    content = sample_picture(width, 30)
    return Picture(content, "event.png", sha256(content).hexdigest())


def shown(picture: Picture | None, words: str = "Ждём вас") -> Screen:
    return Screen((say("verbatim", text=words),), picture=picture)


async def send(post: Post, chat_id: int, picture: Picture) -> Posted | Failure:
    with unasked() as passage:
        return await post.send(chat_id, "ru", shown(picture), passage)


async def name_in(box: Box, chat_id: int) -> str:
    return str((await box.messages(chat_id))[-1]["photo"]["file_id"])


async def test_a_picture_for_many_at_once_is_uploaded_by_the_first(box: Box, bot: Bot) -> None:
    post = Post(bot, MovableClock(START), Uploads())
    people = [await box.person() for _ in range(4)]
    await box.sim("/faults", kind="server_error", method="sendPhoto")
    sent = await asyncio.gather(*(send(post, person, picture()) for person in people))
    assert [type(one) for one in sent] == [Network, Posted, Posted, Posted]
    assert len({await name_in(box, person) for person in people[1:]}) == 1
    assert isinstance(await send(post, people[0], picture()), Posted)
    assert await name_in(box, people[0]) == await name_in(box, people[1])


async def test_a_name_that_telegram_has_forgotten_is_replaced(box: Box, bot: Bot) -> None:
    uploads = Uploads()
    post, anna = Post(bot, MovableClock(START), uploads), await box.person()
    uploads.keep(picture().key, "AgACAgIAAxkForgotten")
    assert isinstance(await send(post, anna, picture()), Posted)
    assert uploads.find(picture().key) == await name_in(box, anna)


async def test_a_message_gets_another_picture_and_never_loses_it(box: Box, bot: Bot) -> None:
    uploads = Uploads()
    post, anna = Post(bot, MovableClock(START), uploads), await box.person()
    sent = await send(post, anna, picture())
    assert isinstance(sent, Posted)
    first = await name_in(box, anna)
    for screen in (shown(picture(50)), shown(picture(50))):  # the second time it says so already
        assert await post.replace(anna, sent.message_id, "ru", screen) is None
    assert await name_in(box, anna) == uploads.find(picture(50).key) != first
    for _ in range(2):
        assert await post.replace(anna, sent.message_id, "ru", shown(None, "Перенесли")) is None
    message = (await box.messages(anna))[-1]
    assert "photo" in message
    assert message["id"] == sent.message_id
