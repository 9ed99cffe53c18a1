"""Logs and alerts carry no names, phones, words of people or tokens, in either form."""

import errno
import io
import json
import logging
import sqlite3
import warnings
from collections.abc import Iterator
from typing import Literal

import pytest
import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import ClientDecodeError
from aiogram.types import Update
from asyncpg import InterfaceError, NotNullViolationError
from sqlalchemy.exc import OperationalError

from bot.alerts import MOST_AN_HOUR, NO_ROOM, SAME_EVERY_SECONDS, Alerts
from bot.logs import configure_logs
from db.work import Database
from domain.people import AgeBand, OrganisationKind

TOKEN = "4242:abcdefghijklmnopqrstuvwxyz-0123456789"
SECRETS = ("Анна", "Иванова", "+7 913 000-11-22", "89130001122", TOKEN, "opensesame", "приду с Мишей")


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What is written while the test runs; the root logger is put back afterwards."""
    root = logging.getLogger()
    before, level, configured = root.handlers[:], root.level, structlog.get_config()
    yield io.StringIO()
    root.handlers[:] = before
    root.setLevel(level)
    logging.captureWarnings(False)
    structlog.configure(**configured)


def _listen(
    form: Literal["text", "json"], lines: io.StringIO, alerts: Alerts | None = None, *, level: str = "info"
) -> None:
    configure_logs(form, level, alerts=alerts)
    handler = logging.getLogger().handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(lines)


@pytest.mark.parametrize("form", ["text", "json"])
def test_no_line_carries_personal_data(form: Literal["text", "json"], lines: io.StringIO) -> None:
    _listen(form, lines)
    ours = structlog.get_logger("bot.test")
    ours.info(
        "joined",
        first_name="Анна",
        person={"last_name": "Иванова", "phones": ["+7 913 000-11-22", "89130001122"]},
        url=f"https://api.telegram.org/bot{TOKEN}/getMe",
        database="postgresql://bot:opensesame@db/bot",
        text="приду с Мишей",
        person_id=17,
    )
    try:
        try:
            raise ValueError("Анна Иванова: приду с Мишей")
        except ValueError as cause:
            raise KeyError("+7 913 000-11-22") from cause
    except KeyError:
        ours.exception("handler failed", update_id=5)
    logging.getLogger("aiogram").error("Failed %s", f"https://host/bot{TOKEN}/sendMessage")

    written = lines.getvalue()

    assert [secret for secret in SECRETS if secret in written] == []
    assert "person_id" in written
    assert "17" in written
    assert "KeyError ← ValueError" in written
    assert "test_logs.py" in written  # the place of the error is told


async def test_what_is_written_into_the_database_is_not_logged_in_any_detail(
    lines: io.StringIO, database: Database
) -> None:
    _listen("json", lines, level="debug")
    async with database.work() as work:
        made = await work.organisations.create("Детский сад Анны", OrganisationKind.KINDERGARTEN, "Asia/Omsk")
        await work.groups.create(made.id, "Ивановские", "🐻", AgeBand.Y5_6)
    assert "Анны" not in lines.getvalue()
    assert "Ивановские" not in lines.getvalue()


def test_an_error_that_quotes_what_it_was_given_is_told_by_its_kind(lines: io.StringIO) -> None:
    """PostgreSQL shows the row that it refuses, and aiogram the answer of Telegram that it cannot read."""
    _listen("text", lines)
    refused = NotNullViolationError.new(
        {"C": "23502", "M": "null value in column", "D": "Failing row contains (17, Анна Иванова)."}
    )
    unread = ClientDecodeError("Failed to decode object", ValueError("приду с Мишей"), {"first_name": "Анна"})
    assert "Анна" in str(refused)
    assert "Анна" in str(unread)
    for error in (refused, unread, InterfaceError("invalid input for $1: 'Иванова'")):
        try:
            raise RuntimeError from error
        except RuntimeError:
            structlog.get_logger("bot.test").exception("handler failed")
    written = lines.getvalue()
    assert [secret for secret in SECRETS if secret in written] == []
    for told in ("NotNullViolationError: 23502", "ClientDecodeError", "InterfaceError"):
        assert f"RuntimeError ← {told}" in written


def test_json_lines_are_json(lines: io.StringIO) -> None:
    _listen("json", lines)
    structlog.get_logger("bot.test").info("polling", updates=["message"])
    logging.getLogger("aiogram").warning("away")
    first, second = (json.loads(line) for line in lines.getvalue().splitlines())
    assert (first["event"], first["level"], first["logger"]) == ("polling", "info", "bot.test")
    assert (second["event"], second["level"]) == ("away", "warning")


def test_ids_and_moments_are_not_taken_for_phones(lines: io.StringIO) -> None:
    _listen("text", lines)
    structlog.get_logger("bot.test").info(
        "sent", chat_id=5_123_456_789, group=-1001234567890, of="2026-09-07T10:00"
    )
    written = lines.getvalue()
    assert "5123456789" in written
    assert "-1001234567890" in written
    assert "2026-09-07T10:00" in written


class _Seconds:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def _failing(words: str) -> None:
    try:
        raise RuntimeError(words)
    except RuntimeError:
        structlog.get_logger("bot.test").exception("handler failed", name="Анна")


def _queued(alerts: Alerts) -> list[str]:
    told = []
    while not alerts.waiting.empty():
        alert = alerts.waiting.get_nowait()
        told.append(f"{alert.what} · {alert.where} · {alert.repeated}")
    return told


def test_an_error_is_told_once_and_then_counted(lines: io.StringIO) -> None:
    seconds = _Seconds()
    alerts = Alerts(now=seconds)
    _listen("text", lines, alerts)
    for _ in range(5):
        _failing("Анна Иванова, +7 913 000-11-22")
    first = _queued(alerts)
    seconds.now += SAME_EVERY_SECONDS + 1
    _failing("Анна Иванова")
    later = _queued(alerts)

    assert len(first) == len(later) == 1
    assert first[0].startswith("handler failed: RuntimeError · tests/unit/test_logs.py:")
    assert first[0].endswith("· 0")
    assert later[0].endswith("· 4")
    assert [secret for secret in SECRETS if secret in first[0] + later[0]] == []


def test_a_full_disk_is_one_error_wherever_it_is_met(lines: io.StringIO) -> None:
    alerts = Alerts()
    _listen("text", lines, alerts)
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    for event, error in (
        ("tick failed", OperationalError("INSERT", {}, full)),
        ("handler failed", OperationalError("UPDATE", {}, full)),
        ("file not kept", OSError(errno.ENOSPC, "No space left on device")),
    ):
        structlog.get_logger("bot.test").error(event, exc_info=error)
    locked = OperationalError("INSERT", {}, sqlite3.OperationalError("database is locked"))
    structlog.get_logger("bot.test").error("tick failed", exc_info=locked)
    told = _queued(alerts)
    assert len(told) == 2, told
    assert told[0].startswith(NO_ROOM)


def test_an_hour_of_many_different_errors_is_bounded(lines: io.StringIO) -> None:
    seconds = _Seconds()
    alerts = Alerts(now=seconds)
    _listen("text", lines, alerts)
    for number in range(300):
        structlog.get_logger("bot.test").error(f"failure {number}")
    assert len(_queued(alerts)) == MOST_AN_HOUR
    assert alerts.remembered <= 200


def test_a_warning_is_no_alert(lines: io.StringIO) -> None:
    alerts = Alerts()
    _listen("text", lines, alerts)
    structlog.get_logger("bot.test").warning("answer not sent")
    assert _queued(alerts) == []


async def test_an_update_of_a_kind_unknown_to_us_is_not_quoted(lines: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        _listen("json", lines, level="debug")
        bot = Bot(TOKEN)
        update = Update.model_validate(
            {"update_id": 1, "novelty": {"text": SECRETS[-1], "first_name": "Анна"}}
        )
        await Dispatcher().feed_update(bot, update)
    assert not [secret for secret in SECRETS if secret in lines.getvalue()]
