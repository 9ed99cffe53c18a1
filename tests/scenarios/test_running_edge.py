"""The edge of the bot: webhook, group messages, storms of taps, handlers that break, health and metrics."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiogram import Router
from aiogram.types import Message
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer
from pydantic import SecretStr

from bot import dispatcher
from bot.app import CLOSE_SECONDS, App, build
from bot.settings import Settings
from bot.web import SECRET_HEADER
from db.engine import reader_engine
from domain.clock import Clock
from handlers.common.edge import Buckets
from sandbox.app import build_app
from sandbox.stories.stage import Player, Stage
from sandbox.world import World
from tests.scenarios.ports import free_port

SECRET = "a-secret-of-the-webhook"


@dataclass(slots=True)
class House:
    """A bot in its town."""

    app: App
    stage: Stage
    session: ClientSession
    port: int
    metrics_port: int

    async def get(self, path: str, port: int | None = None) -> tuple[int, str]:
        """What the bot itself serves."""
        async with self.session.get(f"http://127.0.0.1:{port or self.port}{path}") as answer:
            return answer.status, await answer.text()

    async def post(self, update: dict[str, Any], secret: str | None) -> int:
        """Bring an update to the webhook, as Telegram or as somebody else."""
        headers = {} if secret is None else {SECRET_HEADER: secret}
        address = f"http://127.0.0.1:{self.port}/hook"
        async with self.session.post(address, json=update, headers=headers) as answer:
            return answer.status

    async def answers(self, player: Player) -> list[str]:
        """What the bot has said to a person."""
        return [seen.text for seen in await player.messages() if seen.raw["from"]["is_bot"]]


@asynccontextmanager
async def _house(
    url: str, folder: Path, *, webhook: bool, buckets: Buckets | None = None
) -> AsyncIterator[House]:
    world = World.open()
    server = TestServer(build_app(world, first_pause=0.05))
    await server.start_server()
    base, port, metrics_port = str(server.make_url("")).rstrip("/"), free_port(), free_port()
    settings = Settings(
        _env_file=None,
        bot_token=SecretStr(world.token),
        bot_api_url=base,
        database_url=url,
        data_dir=folder / "data",
        listen_port=port,
        metrics_port=metrics_port,
        send_rate=0,
        webhook_url=f"http://127.0.0.1:{port}/hook" if webhook else None,
        webhook_secret=SecretStr(SECRET) if webhook else None,
    )
    app, stop = build(settings, Clock(), buckets=buckets), asyncio.Event()
    async with ClientSession() as session, asyncio.TaskGroup() as tasks:
        running = tasks.create_task(app.run(stop))
        async with asyncio.timeout(30):
            await (_hooked(world) if webhook else app.poller.connected.wait())
        try:
            yield House(app, Stage(session, base), session, port, metrics_port)
        finally:
            stop.set()
            world.stop_waiting()
            await running
            await app.close()
            await server.close()


async def _hooked(world: World) -> None:
    while world.bot.view()["webhook"] is None:  # noqa: ASYNC110  # the sandbox rings no bell for it
        await asyncio.sleep(0.01)


@pytest.fixture
async def polling(tmp_path: Path, migrated: Callable[[str], str]) -> AsyncIterator[House]:
    """A bot that polls."""
    async with _house(await asyncio.to_thread(migrated, "sqlite"), tmp_path, webhook=False) as house:
        yield house


@pytest.fixture
async def hooked(tmp_path: Path, migrated: Callable[[str], str]) -> AsyncIterator[House]:
    """A bot with a webhook."""
    async with _house(await asyncio.to_thread(migrated, "sqlite"), tmp_path, webhook=True) as house:
        yield house


def _start(update_id: int, person: int) -> dict[str, Any]:
    who = {"id": person, "is_bot": False, "first_name": "Анна"}
    chat = {"id": person, "type": "private", "first_name": "Анна"}
    return {
        "update_id": update_id,
        "message": {"message_id": 1, "date": 1, "chat": chat, "from": who, "text": "/start"},
    }


async def test_updates_come_through_the_webhook(hooked: House) -> None:
    anna = await hooked.stage.person("Анна")
    await anna.start()
    await hooked.stage.idle()
    assert len(await hooked.answers(anna)) == 1


@pytest.mark.parametrize("secret", [None, "", "another-secret-of-the-webhook", "секрет"])
async def test_who_does_not_know_the_secret_says_nothing(hooked: House, secret: str | None) -> None:
    anna = await hooked.stage.person("Анна")
    await anna.start()
    await hooked.stage.idle()
    given = None if secret is None else secret.encode().decode("latin-1")
    assert await hooked.post(_start(900_001, anna.id), given) == 401
    assert len(await hooked.answers(anna)) == 1


async def test_what_is_no_update_is_refused(hooked: House) -> None:
    assert await hooked.post({"hello": "world"}, SECRET) == 400


async def test_an_update_brought_twice_is_answered_once(hooked: House) -> None:
    anna = await hooked.stage.person("Анна")
    await anna.start()
    await hooked.stage.idle()
    both = await asyncio.gather(*(hooked.post(_start(900_002, anna.id), SECRET) for _ in range(5)))
    assert both == [200] * 5
    assert len(await hooked.answers(anna)) == 2


async def test_group_messages_are_dropped_unread_and_unlogged(
    polling: House, caplog: pytest.LogCaptureFixture
) -> None:
    anna = await polling.stage.person("Анна")
    await anna.start()
    await polling.stage.call("POST", "bot", {"privacy": False})
    group = await polling.stage.call(
        "POST", "chats", {"type": "group", "title": "Солнышко", "members": [anna.id], "bot": "member"}
    )
    await polling.stage.idle()
    before = await polling.answers(anna)
    with caplog.at_level(logging.DEBUG):
        for words in ("Миша заболел", "/start", "/menu"):
            await polling.stage.call(
                "POST", f"people/{anna.id}/send", {"text": words, "chat_id": group["id"]}
            )
        await polling.stage.idle()
    told = await polling.stage.call("GET", f"chats/{group['id']}/messages?viewer={anna.id}")
    assert [m for m in told["messages"] if m["from"]["is_bot"] and "text" in m] == []
    assert await polling.answers(anna) == before
    assert "Миша" not in caplog.text


async def test_a_storm_of_taps_is_slowed_down_kindly(tmp_path: Path, migrated: Callable[[str], str]) -> None:
    standing = Buckets(
        burst=60, now=lambda: 0.0
    )  # the whole storm in one instant, however slow the machine is
    url = await asyncio.to_thread(migrated, "sqlite")
    async with _house(url, tmp_path, webhook=False, buckets=standing) as house:
        anna, boris = await house.stage.person("Анна"), await house.stage.person("Борис")
        screen = await anna.start()
        tap = {"data": "m", "message_id": screen.id, "wait": 0}
        await asyncio.gather(
            *(house.stage.call("POST", f"people/{anna.id}/tap", tap) for _ in range(300)), boris.start()
        )
        await house.stage.idle()
        calls = await house.stage.call("GET", "calls?method=answerCallbackQuery&limit=1000")
        assert len(calls["calls"]) == 60  # Start took one of the sixty; one tap more was asked to slow down
        assert len(await house.answers(boris)) == 1


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A feature whose handler breaks, in front of all others."""

    def build_router() -> Router:
        router = Router()

        @router.message(lambda message: message.text == "break")
        async def fail(message: Message) -> None:
            raise RuntimeError(f"{message.from_user}")

        return router

    monkeypatch.setattr(dispatcher, "FEATURES", (build_router, *dispatcher.FEATURES))


@pytest.mark.usefixtures("breaking")
async def test_a_handler_that_breaks_is_answered_with_a_friendly_word(
    tmp_path: Path, migrated: Callable[[str], str]
) -> None:
    async with _house(await asyncio.to_thread(migrated, "sqlite"), tmp_path, webhook=False) as house:
        anna = await house.stage.person("Анна")
        await anna.start()
        await anna.send("break")
        await house.stage.idle()
        assert "Что-то пошло не так" in (await house.answers(anna))[-1]


async def test_health_and_metrics_tell_how_the_bot_fares(polling: House) -> None:
    anna = await polling.stage.person("Анна")
    await anna.start()
    await polling.stage.idle()
    status, health = await polling.get("/health")
    _, page = await polling.get("/metrics", polling.metrics_port)
    assert status == 200
    assert '"database": true' in health
    assert 'gost_updates_total{kind="message"} 1.0' in page
    assert 'gost_calls_total{method="SendMessage",outcome="ok"}' in page
    assert "Анна" not in page
    assert str(anna.id) not in page


async def test_health_is_bad_without_the_database_and_metrics_go_on(polling: House, tmp_path: Path) -> None:
    database = polling.app.database
    sound = database.reader
    nowhere = f"sqlite+aiosqlite:///{tmp_path}/no/such/folder/bot.sqlite3"
    database.reader = reader_engine(nowhere, database.writer)
    try:
        status, health = await polling.get("/health")
        page_status, page = await polling.get("/metrics", polling.metrics_port)
    finally:
        await database.reader.dispose()
        database.reader = sound
    assert status == 503
    assert '"database": false' in health
    assert page_status == 200
    assert "gost_calls_total" in page
    assert "gost_outbox_overdue_seconds NaN" in page


async def test_a_database_that_hangs_does_not_hold_up_the_end(
    polling: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling.app.database, "close", asyncio.Event().wait)
    async with asyncio.timeout(CLOSE_SECONDS + 2):
        await polling.app.close()


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "server_error", "method": "getUpdates", "count": 2},
        {"kind": "cut_after", "method": "getUpdates", "count": 2},
        {"kind": "too_many_requests", "method": "getUpdates", "retry_after": 1},
        {"kind": "duplicate", "update": "message"},
        {"kind": "duplicate", "update": "message", "together": True},
    ],
    ids=lambda fault: fault["kind"],
)
async def test_trouble_on_the_line_costs_and_doubles_nothing(polling: House, fault: dict[str, Any]) -> None:
    players = [await polling.stage.person(f"Гость {number}") for number in range(5)]
    await polling.stage.call("POST", "faults", fault)
    for player in players:
        await polling.stage.call("POST", f"people/{player.id}/start", {})
    await polling.stage.idle()
    assert [len(await polling.answers(player)) for player in players] == [1] * 5


async def test_a_foreign_poller_only_delays(polling: House) -> None:
    base, token = polling.app.settings.bot_api_url, polling.app.settings.bot_token
    assert token is not None
    address = f"{base}/bot{token.get_secret_value()}/getUpdates"
    async with polling.session.post(address, json={"timeout": 0, "limit": 1}) as answer:
        await answer.read()
    anna = await polling.stage.person("Анна")
    await anna.start()
    await polling.stage.idle()
    assert len(await polling.answers(anna)) == 1
