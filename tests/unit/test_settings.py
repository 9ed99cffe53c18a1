"""Settings: defaults of the README's table, mistakes refused, secrets never shown."""

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from bot.settings import Settings

ROOT = Path(__file__).parents[2]
TOKEN = "4242:abcdefghijklmnopqrstuvwxyz-0123456789"


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither the machine's environment nor a `.env` of the working folder is read."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def test_the_defaults_are_those_of_the_table() -> None:
    settings = Settings()
    assert settings.database_url == "sqlite+aiosqlite:///data/bot.sqlite3"
    assert settings.data_dir == Path("data")
    assert (settings.timezone, settings.default_locale) == ("Asia/Novokuznetsk", "ru")
    assert (settings.listen_host, settings.listen_port, settings.metrics_port) == ("127.0.0.1", None, None)
    assert (settings.send_rate, settings.poll_concurrency, settings.migrate_on_start) == (28, 64, True)
    assert (settings.log_format, settings.log_level) == ("text", "info")


def test_every_setting_stands_in_the_example_and_in_the_readme() -> None:
    names = {name.upper() for name in Settings.model_fields}
    example = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    table = {
        name
        for line in (ROOT / "README.md").read_text().splitlines()
        if line.startswith("| `")
        for name in re.findall(r"`([A-Z][A-Z_]+)`", line.split("|")[1])
    }
    assert example == names
    assert table == names


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        f"BOT_TOKEN={TOKEN}\nTIMEZONE=Europe/Moscow\nOWNER_IDS=7, 9\nLOG_LEVEL=DEBUG\n"
    )
    monkeypatch.setenv("TIMEZONE", "Asia/Tomsk")
    monkeypatch.setenv("OWNER_IDS", "900,7")
    settings = Settings()
    assert settings.timezone == "Asia/Tomsk"
    assert settings.owner_ids == {900, 7}
    assert settings.alert_chat == 900
    assert settings.log_level == "debug"


def test_errors_are_told_to_the_first_owner_in_the_line_unless_another_chat_is_named() -> None:
    assert Settings.model_validate({"owner_ids": "900, 7"}).alert_chat == 900
    assert Settings.model_validate({"owner_ids": "900, 7", "alert_chat_id": "-100500"}).alert_chat == -100500
    assert Settings.model_validate({"owner_ids": " ,900; 7"}).alert_chat == 900, "an empty place is nobody"
    assert Settings().alert_chat is None


def test_an_empty_value_is_the_default(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BOT_TOKEN=\nOWNER_IDS=\nLISTEN_PORT=\n")
    settings = Settings()
    assert (settings.bot_token, settings.owner_ids, settings.listen_port) == (None, frozenset(), None)


WRONG: list[dict[str, Any]] = [
    {"bot_token": "hunter2"},
    {"bot_token": TOKEN + "\n"},
    {"database_url": "mysql://root@host/bot"},
    {"database_url": "sqlite:///bot.sqlite3"},
    {"database_url": "sqlite+aiosqlite://"},
    {"database_url": "sqlite+aiosqlite:///:memory:"},
    {"database_url": "sqlite+aiosqlite://data/bot.sqlite3"},
    {"database_url": "postgresql+asyncpg://bot:secret@host:port/bot"},
    {"owner_ids": "Анна"},
    {"owner_ids": "-1001234567890"},
    {"bot_api_url": "http://bot.example.org:99999"},
    {"bot_api_url": "http://["},
    {"timezone": "Novokuznetsk"},
    {"timezone": "../../etc/passwd"},
    {"default_locale": "de"},
    {"webhook_url": "bot.example.org"},
    {"webhook_url": "https://bot.example.org/x", "listen_port": 1},
    {"webhook_url": "https://bot.example.org/x", "webhook_secret": "0123456789abcdef"},
    {"webhook_secret": "short"},
    {"webhook_secret": "пароль-пароль-пароль"},
    {"listen_port": 70_000},
    {"send_rate": -1},
    {"poll_concurrency": 0},
    {"log_format": "xml"},
]


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_a_mistake_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Settings(**wrong)


def test_secrets_are_never_shown() -> None:
    settings = Settings(
        bot_token=TOKEN,
        database_url="postgresql+asyncpg://bot:opensesame@db/bot",
        webhook_secret="0123456789abcdef",
    )
    shown = f"{settings!r} {settings}"
    assert TOKEN not in shown
    assert "opensesame" not in shown
    assert "0123456789abcdef" not in shown
