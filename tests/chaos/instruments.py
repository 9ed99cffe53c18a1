"""What a test hangs onto the unchanged bot in its own process: a diary of finished updates, and a place to die at.

Nothing of this is in the product. It listens where the product speaks to others: at SQLAlchemy's engine before and
after each statement and commit, at aiogram's session before and after each call, at the lanes around each update.
"""

import asyncio
import os
import signal
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiogram.methods import GetUpdates
from aiogram.types import Update
from sqlalchemy import event

from bot.app import App
from db.work import Work
from domain.updates import CurrentUpdate
from screens.buttons import parse

BEYOND = "getUpdates beyond it"

_struck: ContextVar[bool] = ContextVar("struck", default=False)
"""Whether what runs here belongs to the update whose steps are counted."""


@dataclass(slots=True)
class Diary:
    """A file to which a process adds lines that outlive its SIGKILL."""

    path: Path

    def note(self, line: str) -> None:
        """Add a line at once: written before anything that happens afterwards."""
        with self.path.open("a") as file:
            file.write(line + "\n")

    def lines(self) -> list[str]:
        """What has been noted so far."""
        return self.path.read_text().splitlines() if self.path.exists() else []


@dataclass(slots=True)
class Steps:
    """Counts the steps of one update, or of one notice, and dies at step number `kill_at`, or at the first so named.

    An update is counted from its claim on. Who somebody is and what they are typing may be asked before or be
    remembered from the last tap; to die at such a question is to die before the claim.
    """

    diary: Diary
    kill_at: int | str | None = None
    action: str | None = None
    """Code of the button whose tap is counted; None: the sending of a notice is."""
    spare: frozenset[int] = frozenset()
    """Updates that were counted before and come again."""
    count: int = 0
    awaited: int | None = None
    """The counted update, until it is confirmed."""
    leased: bool = field(default=False)

    def step(self, what: str) -> None:
        """One more; the diary knows what the process died at."""
        self.count += 1
        self.diary.note(what)
        if self.kill_at in (self.count, what):
            os.kill(os.getpid(), signal.SIGKILL)

    @property
    def here(self) -> bool:
        """Whether this is part of what is counted."""
        if self.action is not None:
            return _struck.get()
        task = asyncio.current_task()
        name = "" if task is None else task.get_name()
        return name.startswith("notice ") or (name == "delivery" and not self.leased)


def keep_diary(app: App, finished: Diary) -> None:
    """Note every update that was carried out to its end, before the poller can know of it."""
    carry_out = app.lanes._feed

    async def carried_out(update: Update) -> None:
        await carry_out(update)
        finished.note(str(update.update_id))

    app.lanes._feed = carried_out


def count_steps(app: App, steps: Steps) -> None:
    """Hang the counter onto every statement, commit and call of the bot."""
    carry_out = app.lanes._feed

    async def carried_out(update: Update) -> object:
        tapped = parse(update.callback_query.data or "") if update.callback_query is not None else None
        counted = tapped is not None and tapped.code == steps.action
        if not counted or update.update_id in steps.spare:
            return await carry_out(update)
        steps.awaited = update.update_id
        mark = _struck.set(True)
        try:
            return await carry_out(update)
        finally:
            _struck.reset(mark)

    app.lanes._feed = carried_out
    for engine in {app.database.writer.sync_engine, app.database.reader.sync_engine}:
        _count_statements(engine, steps)

    @app.bot.session.middleware
    async def call(make_request: Any, bot: Any, method: Any) -> Any:
        if isinstance(method, GetUpdates):
            if steps.awaited is not None and (method.offset or 0) > steps.awaited:
                steps.awaited = None
                steps.step(f"before {BEYOND}")
            return await make_request(bot, method)
        if not steps.here:
            return await make_request(bot, method)
        steps.step(f"before {method.__api_method__}")
        answer = await make_request(bot, method)
        steps.step(f"after {method.__api_method__}")
        return answer


def _count_statements(engine: Any, steps: Steps) -> None:
    def before(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        claimed = "seen_updates" in statement or steps.count > 0 or steps.action is None
        if claimed and steps.here:
            steps.step(f"before {_short(statement)}")

    event.listen(engine, "before_cursor_execute", before)
    commit: Callable[[Any], None] = engine.dialect.do_commit

    def committed(connection: Any) -> None:
        counted = steps.here
        if counted:
            steps.step("before COMMIT")
        commit(connection)
        if counted:
            steps.leased = True
            steps.step("after COMMIT")

    engine.dialect.do_commit = committed


def _short(statement: str) -> str:
    """«INSERT INTO rsvps»: enough to tell where it was."""
    words = statement.split()
    at = next((i for i, word in enumerate(words) if word in ("FROM", "INTO", "UPDATE")), 0)
    return " ".join(dict.fromkeys([words[0], *words[at : at + 2]]))


def switch_the_claim_off() -> None:
    """Updates are not recorded: whatever comes again takes effect again."""

    async def nobody_asks(_work: Work, _update: CurrentUpdate) -> None:
        return

    Work.claim = nobody_asks  # type: ignore[method-assign,assignment]  # in this child of the test
