"""The operator's commands: each says what it did, or what is wrong and how to mend it."""

import asyncio
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestServer
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

import bot.__main__  # noqa: F401  # importing it adds every command
from bot.cli import app
from bot.settings import Settings
from domain.links import LinkKind, parse_start
from sandbox.app import build_app
from sandbox.world import World

Command = Callable[..., Any]


@pytest.fixture
async def telegram() -> AsyncIterator[tuple[World, str]]:
    """A local Telegram to check against."""
    world = World.open()
    server = TestServer(build_app(world))
    await server.start_server()
    yield world, str(server.make_url("")).rstrip("/")
    world.stop_waiting()
    await server.close()


@pytest.fixture
async def command(
    telegram: tuple[World, str],
    tmp_path: Path,
    migrated: Callable[[str], str],
    monkeypatch: pytest.MonkeyPatch,
) -> Command:
    """Runs `python -m bot …` in a thread, so that it has a loop of its own; keyword arguments are settings."""
    world, base = telegram
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    given = {
        "BOT_TOKEN": world.token,
        "BOT_API_URL": base,
        "DATABASE_URL": await asyncio.to_thread(migrated, "sqlite"),
        "DATA_DIR": str(tmp_path / "data"),
        "OWNER_IDS": "1",
    }

    async def run(*words: str, **settings: str) -> Result:
        return await asyncio.to_thread(CliRunner().invoke, app, list(words), env={**given, **settings})

    return run


async def test_check_finds_nothing_wrong_with_a_sound_installation(command: Command) -> None:
    done = await command("check")
    assert done.exit_code == 0, done.output
    assert "✘" not in done.output
    assert "@gost_gruppy_bot" in done.output


async def test_check_speaks_english_where_it_is_the_language(command: Command) -> None:
    assert "All is ready" in (await command("check", DEFAULT_LOCALE="en")).output


@pytest.mark.parametrize(
    ("settings", "remedy"),
    [
        ({"BOT_TOKEN": ""}, "@BotFather"),
        ({"BOT_TOKEN": "4242:another-token-of-at-least-30-characters"}, "/mybots"),
        ({"BOT_API_URL": "http://127.0.0.1:9"}, "BOT_API_URL"),
        ({"DATABASE_URL": "postgresql+asyncpg://nobody@127.0.0.1:9/bot"}, "DATABASE_URL"),
        ({"DATA_DIR": "/proc/nowhere"}, "DATA_DIR"),
    ],
)
async def test_check_says_what_is_wrong_and_how_to_mend_it(
    command: Command, settings: dict[str, str], remedy: str
) -> None:
    done = await command("check", **settings)
    wrong = [line for line in done.output.splitlines() if line.startswith("✘")]
    assert done.exit_code == 1
    assert any(remedy in line for line in wrong), done.output


async def test_check_warns_when_privacy_mode_is_off(command: Command, telegram: tuple[World, str]) -> None:
    telegram[0].bot.privacy = False
    done = await command("check")
    assert "/setprivacy" in done.output
    assert done.exit_code == 0


async def test_check_asks_for_a_migration_when_it_is_left_to_the_operator(
    command: Command, tmp_path: Path
) -> None:
    fresh = {"DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'fresh.sqlite3'}", "MIGRATE_ON_START": "0"}
    assert "python -m bot migrate" in (await command("check", **fresh)).output
    assert (await command("migrate", **fresh)).exit_code == 0
    assert "✘" not in (await command("check", **fresh)).output


async def test_check_tells_another_program_from_the_bot_api(
    command: Command, telegram: tuple[World, str]
) -> None:
    done = await command("check", BOT_API_URL=f"{telegram[1]}/nowhere")
    assert done.exit_code == 1
    assert "HTTP 404, not an answer of the Bot API" in done.output


async def test_a_file_of_settings_that_is_no_text_is_told_of(command: Command, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("TIMEZONE=Азия".encode("cp1251"))
    done = await command("check")
    assert done.exit_code == 2
    assert "UTF-8" in done.output


@pytest.mark.parametrize("words", [("migrate",), ("check",), ("invite", "--organisation", "Сад", "--create")])
async def test_the_folder_of_the_database_is_made(
    command: Command, tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = await command(*words, DATABASE_URL=f"sqlite+aiosqlite:///{tmp_path / 'new' / 'bot.sqlite3'}")
    assert done.exit_code == 0, done.output


async def test_mistakes_in_the_settings_are_named_without_their_values(command: Command) -> None:
    done = await command("run", BOT_TOKEN="hunter2", OWNER_IDS="Анна", SEND_RATE="fast")
    assert done.exit_code == 2
    assert all(name in done.output for name in ("BOT_TOKEN", "OWNER_IDS", "SEND_RATE"))
    assert "hunter2" not in done.output
    assert "Анна" not in done.output


async def test_invite_makes_the_organisation_and_the_link_of_its_head(command: Command) -> None:
    unknown = await command("invite", "--organisation", "Солнышко", "--role", "head")
    made = await command("invite", "--organisation", "Солнышко", "--role", "head", "--create")
    known = await command("invite", "--organisation", "1", "--role", "methodist")

    assert unknown.exit_code == 2
    assert "--create" in unknown.output
    for done in (made, known):
        assert done.exit_code == 0, done.output
        found = re.search(r"https://t\.me/gost_gruppy_bot\?start=(\S+)", done.output)
        assert found is not None, done.output
        start = parse_start(found[1])
        assert start is not None
        assert start.kind is LinkKind.STAFF


async def test_families_are_not_invited_from_the_command_line(command: Command) -> None:
    done = await command("invite", "--organisation", "Солнышко", "--role", "parent", "--create")
    assert done.exit_code == 2


async def test_export_writes_a_workbook_once(command: Command, tmp_path: Path) -> None:
    await command("invite", "--organisation", "Солнышко", "--create")
    target = tmp_path / "lists.xlsx"
    done = await command("export", "Солнышко", str(target))
    again = await command("export", "Солнышко", str(target))

    assert done.exit_code == 0, done.output
    assert load_workbook(target).sheetnames
    assert target.stat().st_mode & 0o077 == 0
    assert again.exit_code == 4
    assert load_workbook(target).sheetnames


async def test_the_entrance_list_is_written_once(command: Command, tmp_path: Path) -> None:
    await command("invite", "--organisation", "Солнышко", "--create")
    target = tmp_path / "door.xlsx"
    done = await command("entrance-list", "Солнышко", str(target), "--day", "2026-09-15", "--days", "7")
    again = await command("entrance-list", "Солнышко", str(target))
    far = await command("entrance-list", "Солнышко", str(tmp_path / "far.xlsx"), "--day", "9999-12-31")

    assert done.exit_code == 0, done.output
    assert "30 дней" in done.output
    assert target.stat().st_mode & 0o077 == 0
    assert again.exit_code == 4
    assert far.exit_code == 2
    assert "--day" in far.output
    assert not (tmp_path / "far.xlsx").exists()


async def test_export_of_an_unknown_organisation_names_those_there_are(
    command: Command, tmp_path: Path
) -> None:
    nobody = await command("export", "Солнышко", str(tmp_path / "lists.xlsx"))
    await command("invite", "--organisation", "Ромашка", "--create")
    other = await command("export", "Солнышко", str(tmp_path / "lists.xlsx"))
    assert (nobody.exit_code, other.exit_code) == (2, 2)
    assert "1\tРомашка" in other.output
    assert "--create" not in nobody.output + other.output
    assert not (tmp_path / "lists.xlsx").exists()


@pytest.mark.parametrize("words", [("export", "1"), ("backup",), ("restore",)])
@pytest.mark.parametrize("place", ["nowhere/file", "folder", "file/inside"])
async def test_a_place_that_cannot_be_used_is_named(
    command: Command, tmp_path: Path, words: tuple[str, ...], place: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    await command("invite", "--organisation", "Ромашка", "--create")
    done = await command(*words, str(tmp_path / place))
    assert done.exit_code == 4, done.output
    assert str(tmp_path) in done.output or "уже есть" in done.output
    assert "database" not in done.output.lower()
    assert "База данных не отвечает" not in done.output


@pytest.mark.parametrize("unreachable", [{"BOT_TOKEN": ""}, {"BOT_API_URL": "http://127.0.0.1:9"}])
async def test_without_the_bots_name_the_line_for_it_is_explained(
    command: Command, unreachable: dict[str, str]
) -> None:
    done = await command("invite", "--organisation", "Солнышко", "--create", **unreachable)
    assert done.exit_code == 0, done.output
    assert "отправить боту" in done.output
    assert parse_start(done.output.split()[-1]) is not None
    assert done.output.splitlines()[-1].startswith("/start s_")


async def test_a_command_may_be_the_first_thing_done(command: Command, tmp_path: Path) -> None:
    fresh = {"DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'fresh.sqlite3'}"}
    by_hand = await command("invite", "--organisation", "Сад", "--create", MIGRATE_ON_START="0", **fresh)
    done = await command("invite", "--organisation", "Сад", "--create", **fresh)
    assert by_hand.exit_code == 4
    assert "python -m bot migrate" in by_hand.output
    assert done.exit_code == 0, done.output


async def test_backup_and_restore_through_the_command_line(command: Command, tmp_path: Path) -> None:
    await command("invite", "--organisation", "Солнышко", "--create")
    copy = str(tmp_path / "copy")
    written = await command("backup", copy)
    twice = await command("backup", copy)
    missing = await command("restore", str(tmp_path / "nothing"))
    restored = await command("restore", copy)

    assert written.exit_code == 0, written.output
    assert twice.exit_code == 4
    assert missing.exit_code == 4
    assert restored.exit_code == 0, restored.output
    assert "Traceback" not in twice.output + missing.output


async def test_a_restore_says_what_nobody_knows(command: Command, tmp_path: Path) -> None:
    """The database is lost and the journal with it: the operator must hear of it, not find out."""
    await command("invite", "--organisation", "Солнышко", "--create")
    copy, journal = str(tmp_path / "copy"), tmp_path / "data" / "erasures.jsonl"
    await command("backup", copy)
    elsewhere = f"sqlite+aiosqlite:///{tmp_path / 'new machine.sqlite3'}"

    lost = await command("restore", copy, DATABASE_URL=elsewhere)
    journal.write_text('{"at": "2026-')
    cut = await command("restore", copy)

    assert lost.exit_code == cut.exit_code == 0, lost.output + cut.output
    assert "erasures.jsonl" in lost.output
    assert "бывшие сотрудники" in lost.output
    assert "бывшие сотрудники" not in cut.output
    assert "не читаются: 1" in cut.output


def test_what_is_kept_is_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    kept = {"DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'bot.sqlite3'}", "DATA_DIR": str(folder)}
    before = os.umask(0o022)
    try:
        folder.mkdir()
        done = subprocess.run(
            [sys.executable, "-m", "bot", "migrate"], env={**os.environ, **kept}, capture_output=True
        )
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    assert [file.name for file in folder.iterdir() if file.stat().st_mode & 0o077] == []
    assert (folder / "bot.sqlite3").exists()
