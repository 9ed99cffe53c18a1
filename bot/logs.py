"""Logs without personal data: names, phones, words of people and the token are cut out of every line."""

import logging
import re
import sys
import traceback
import warnings
from collections.abc import Mapping
from typing import Any, Literal

import structlog
from aiogram.exceptions import ClientDecodeError
from structlog.typing import EventDict, Processor, WrappedLogger

HIDDEN = "…"
_NAMES = {
    "name",
    "first_name",
    "last_name",
    "full_name",
    "username",
    "pet_name",
    "phone",
    "phone_number",
    "contact",
}
_WORDS = {"title", "place", "note", "query", "text", "caption", "words", "typed"}
_SECRETS = {"token", "secret", "password", "authorization"}
_PERSONAL = _NAMES | _WORDS | _SECRETS
_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{30,}")
_PASSWORD_IN_URL = re.compile(r"(?<=://)([^\s:/@]+):[^\s@]+@")
_PHONE = re.compile(
    r"(?<![\w+])(?:\+\d{1,3}|8|7)[\s(-]{0,2}\d{3}[\s)-]{0,2}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\w)"
)
_QUIET = (
    "aiogram.event",
    "aiogram.dispatcher",
    "aiohttp.access",
    "aiosqlite",
    "apscheduler",
    "alembic",
    "sqlalchemy.engine",
)
"""Libraries that say too much: updates, requests and statements with what people have written in them."""


def configure_logs(
    form: Literal["text", "json"], level: str, *, alerts: logging.Handler | None = None
) -> None:
    """Send our own and the libraries' logs through one redacting formatter to the standard error output."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0)
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    output = logging.StreamHandler(sys.stderr)
    output.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                describe_error,
                redact,
                renderer,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [output] if alerts is None else [output, alerts]
    root.setLevel(level.upper())
    for noisy in _QUIET:
        logging.getLogger(noisy).setLevel(logging.WARNING)
    logging.captureWarnings(True)
    # aiogram's warning quotes the whole update
    warnings.filterwarnings("ignore", "Detected unknown update type", RuntimeWarning)


def describe_error(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Turn an exception into its kind and its places; its words stay only where they cannot be people's."""
    error = error_of(event.pop("exc_info", None))
    if error is not None:
        event["error"] = chain_of(error)
        event["traceback"] = "".join(traceback.format_tb(error.__traceback__))
    return event


def chain_of(error: BaseException) -> str:
    """«KeyError ← ValueError»: the kinds of an error and of what caused it, with words where they are safe."""
    kinds: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(kinds) < 5:
        kinds.append(_kind(seen))
        seen = seen.__cause__ or seen.__context__
    return " ← ".join(kinds)


def error_of(exc_info: object) -> BaseException | None:
    """The exception of a log call: it may be given as True, as a triple or as itself."""
    if isinstance(exc_info, BaseException):
        return exc_info
    if isinstance(exc_info, tuple):
        return exc_info[1] if len(exc_info) > 1 else None
    return sys.exc_info()[1] if exc_info else None


def redact(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Hide what stands under personal names, and tokens, passwords and phones wherever they stand."""
    clean = _redacted(event)
    assert isinstance(clean, dict)
    return clean


def _redacted(value: Any) -> Any:
    if isinstance(value, str):
        return _PHONE.sub(HIDDEN, _PASSWORD_IN_URL.sub(rf"\1:{HIDDEN}@", _TOKEN.sub(HIDDEN, value)))
    if isinstance(value, Mapping):
        return {
            key: HIDDEN if str(key).lower() in _PERSONAL and inner is not None else _redacted(inner)
            for key, inner in value.items()
        }
    if isinstance(value, list | tuple | set | frozenset):
        return [_redacted(inner) for inner in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return _redacted(repr(value))


def _kind(error: BaseException) -> str:
    """Errors of the operating system, of the network and of Telegram speak about machines; others may quote.

    A database names the row that it refuses, and what cannot be read is quoted as a whole: of these the kind.
    """
    name = type(error).__name__
    home = type(error).__module__.partition(".")[0]
    if home == "asyncpg":
        return f"{name}: {getattr(error, 'sqlstate', None) or 'of the driver'}"
    speaks = isinstance(error, OSError) or home in ("aiogram", "aiohttp")
    return f"{name}: {error}" if speaks and not isinstance(error, ClientDecodeError) else name
