"""What thousands of tests would do anew, and a running bot does once: here too it is done once."""

import inspect
import ssl
from functools import cache
from types import SimpleNamespace
from typing import Any

import aiogram.dispatcher.event.handler as handlers
import pytest
import structlog
from aiogram.filters import Filter
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

import db.engine
from db.one_hop import OneHopDialect
from db.one_trip import OneTripDialect


def read_certificates_once(patch: pytest.MonkeyPatch) -> None:
    """Every bot reads the certificates of the world, forty milliseconds, and in tests then speaks plain HTTP."""
    patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))


def compile_statements_once(patch: pytest.MonkeyPatch) -> None:
    """Every test has engines of its own, for which each statement is compiled anew, two milliseconds apiece.

    Here all engines of a kind share what was compiled: SQLAlchemy keeps it by dialect and statement, so the
    dialects of a kind pass for one.
    """
    compiled: dict[Any, Any] = {}

    def create(url: Any, **settings: Any) -> AsyncEngine:
        return create_async_engine(url, execution_options={"compiled_cache": compiled}, **settings)

    patch.setattr(db.engine, "create_async_engine", create)
    for dialect in (OneHopDialect, OneTripDialect):
        patch.setattr(dialect, "__eq__", lambda one, other: type(one) is type(other))
        patch.setattr(dialect, "__hash__", lambda one: hash(type(one)))


def read_signatures_once(patch: pytest.MonkeyPatch) -> None:
    """Every dispatcher reads the parameters of thousands of handlers and filters, fifty milliseconds.

    A function has those of its code, also when it is made anew by a function around it, and a filter those of
    its class.
    """
    read: dict[Any, inspect.Signature] = {}

    def signature(asked: Any) -> inspect.Signature:
        whose = type(asked) if isinstance(asked, Filter) else getattr(asked, "__code__", asked)
        if whose not in read:
            read[whose] = inspect.signature(asked)
        return read[whose]

    patch.setattr(handlers, "inspect", SimpleNamespace(**{**vars(inspect), "signature": signature}))


def log_errors_plainly() -> None:
    """Where a test does not set up logs of its own, an error is written as Python does it.

    Left alone, structlog draws a picture of every frame with its variables, which takes seconds of the processor.
    """
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
        ]
    )
