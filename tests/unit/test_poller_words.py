"""What the poller says while the server does not answer."""

from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetUpdates
from structlog.testing import capture_logs

from bot.lanes import Lanes
from bot.poller import Poller
from messenger.session import JsonSession


async def _nothing(_: object) -> None:
    """No update comes."""


async def test_the_server_is_named_without_its_password() -> None:
    api = TelegramAPIServer.from_base("http://bot:opensesame@telegram.test:8081")
    poller = Poller(Bot("42:" + "t" * 30, session=JsonSession(api=api)), Lanes(_nothing, at_once=1), ())
    with capture_logs() as said:
        backing_off = poller._back_off(TelegramNetworkError(GetUpdates(), "away"), 1)
        backing_off.send(None)  # up to its first wait
        backing_off.close()
    assert [line["server"] for line in said] == ["telegram.test:8081"]
