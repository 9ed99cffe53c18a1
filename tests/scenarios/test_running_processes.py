"""The bot as a process: killed, stopped, started twice. Nothing is lost and nothing is answered twice."""

import asyncio
import signal
import socket
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.children import Mother
from tests.scenarios.ports import free_port
from tests.scenarios.process import Process, Town, town, until

PEOPLE = 40


@pytest.fixture
async def sqlite_town(tmp_path: Path, migrated: Callable[[str], str], mother: Mother) -> AsyncIterator[Town]:
    """A sandbox and a SQLite database."""
    async with town(await asyncio.to_thread(migrated, "sqlite"), tmp_path, mother) as opened:
        yield opened


@pytest.fixture
async def postgres_town(
    tmp_path: Path, migrated: Callable[[str], str], mother: Mother
) -> AsyncIterator[Town]:
    """A sandbox and a PostgreSQL database."""
    async with town(await asyncio.to_thread(migrated, "postgresql"), tmp_path, mother) as opened:
        yield opened


async def _answered(here: Town, people: list[int]) -> int:
    return sum([await here.answers(person) > 0 for person in people])


async def _idle(here: Town) -> bool:
    return bool((await here.sim("POST", "idle", {"timeout": 5}))["idle"])


async def test_a_kill_in_the_middle_loses_no_update(sqlite_town: Town) -> None:
    here = sqlite_town
    people = await here.people(PEOPLE)
    await here.sim("POST", "limits", {"latency_ms": [150, 250]})
    for person in people:
        await here.sim("POST", f"people/{person}/start", {})
    killed = await here.start(POLL_CONCURRENCY="4")

    async def some() -> bool:
        return await _answered(here, people) >= 5

    await until(some, "the first answers")
    killed.kill()
    assert await killed.ended() == -signal.SIGKILL
    before = await _answered(here, people)
    assert before < PEOPLE  # it was killed with most of the updates fetched and not answered
    await here.sim("POST", "limits", {"latency_ms": [0, 0]})
    await here.start()

    async def all_of_them() -> bool:
        return await _answered(here, people) == PEOPLE

    await until(all_of_them, "an answer for everybody")


async def test_a_stop_finishes_what_is_in_work_within_ten_seconds(sqlite_town: Town) -> None:
    here = sqlite_town
    people = await here.people(PEOPLE)
    await here.sim("POST", "limits", {"latency_ms": [100, 200]})
    stopped = await here.start_afresh(POLL_CONCURRENCY="8")

    async def first() -> bool:
        return "polling" in stopped.told

    await until(first, "polling")
    for person in people:
        await here.sim("POST", f"people/{person}/start", {})

    async def some() -> bool:
        return await _answered(here, people) >= 3

    await until(some, "the first answers")
    began = time.monotonic()
    stopped.terminate()
    code = await stopped.ended()
    took = time.monotonic() - began
    await here.sim("POST", "limits", {"latency_ms": [0, 0]})
    await here.start()
    await until(lambda: _idle(here), "all updates confirmed")

    assert code == 0, stopped.told
    assert took < 10
    assert [await here.answers(person) for person in people] == [1] * PEOPLE  # none lost, none twice


async def test_a_second_bot_on_sqlite_is_refused_and_commands_still_work(sqlite_town: Town) -> None:
    here = sqlite_town
    first = await here.start()

    async def works() -> bool:
        return "polling" in first.told

    await until(works, "polling")
    second, check = await here.start(), await here.start("check", OWNER_IDS="1")
    assert await second.ended() == 3
    assert str(first.handle.pid) in second.told
    assert await check.ended() == 0, check.told
    assert first.handle.returncode is None


async def test_what_keeps_the_bot_from_working_is_said_in_words(sqlite_town: Town) -> None:
    here = sqlite_town
    fresh = f"sqlite+aiosqlite:///{here.folder / 'fresh.sqlite3'}"
    old, refused = (
        await here.start(DATABASE_URL=fresh, MIGRATE_ON_START="0"),
        await here.start(BOT_TOKEN="4242:another-token-of-at-least-30-characters"),
    )
    assert await old.ended() == 4, old.told
    assert "python -m bot migrate" in old.told
    assert await refused.ended() == 4, refused.told
    assert "python -m bot check" in refused.told
    assert "Traceback" not in old.told + refused.told


async def test_a_bot_that_could_keep_or_hear_nothing_does_not_begin(sqlite_town: Town) -> None:
    here = sqlite_town
    (here.folder / "file").write_bytes(b"")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        wrong = {
            "DATA_DIR": {"DATA_DIR": str(here.folder / "file" / "data")},
            f"{port} занят": {"LISTEN_PORT": port},
            "LISTEN_HOST": {"LISTEN_HOST": "192.0.2.1", "METRICS_PORT": "8082"},
        }
        for said, settings in wrong.items():
            refused = await here.start(**settings)
            assert await refused.ended() == 4, refused.told
            assert said in refused.told
            assert "Traceback" not in refused.told
            assert "База данных" not in refused.told


async def _role(here: Town, port: int) -> str:
    return str((await here.health(port)).get("role"))


async def _pair(here: Town) -> tuple[tuple[Process, int], tuple[Process, int]]:
    """A working process, and one that stands by."""
    ports = free_port(), free_port()
    first = await here.start(LISTEN_PORT=str(ports[0]))

    async def works() -> bool:
        return await _role(here, ports[0]) == "working"

    await until(works, "the first process to work")
    second = await here.start(LISTEN_PORT=str(ports[1]))

    async def waits() -> bool:
        return await _role(here, ports[1]) == "standby"

    await until(waits, "the second process to stand by")
    return (first, ports[0]), (second, ports[1])


async def test_a_standby_takes_over_within_fifteen_seconds(postgres_town: Town) -> None:
    here = postgres_town
    (first, _), (second, port) = await _pair(here)
    people = await here.people(3)
    first.kill()
    began = time.monotonic()
    for person in people:
        await here.sim("POST", f"people/{person}/start", {})

    async def works() -> bool:
        return await _role(here, port) == "working"

    await until(works, "the second process to work")
    took = time.monotonic() - began

    async def all_of_them() -> bool:
        return await _answered(here, people) == len(people)

    await until(all_of_them, "answers of the second process")
    assert took < 15, second.told


async def test_a_standby_ends_on_sigterm(postgres_town: Town) -> None:
    (first, _), (second, _) = await _pair(postgres_town)
    second.terminate()
    assert await second.ended() == 0, second.told
    assert first.handle.returncode is None
