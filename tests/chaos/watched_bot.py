"""`python -m tests.chaos.watched_bot`: `python -m sandbox.bot`, unchanged, with a diary of the updates it finished.

`CHAOS_DIARY` names the file.
"""

import os
from pathlib import Path
from typing import Any

from bot.lightly import import_aiogram

import_aiogram()

import bot.running  # noqa: E402  # aiogram is imported lightly before
from bot.app import App, build  # noqa: E402 – after aiogram
from bot.settings import Settings  # noqa: E402 – after aiogram
from domain.clock import Clock  # noqa: E402 – after aiogram
from sandbox.bot import main  # noqa: E402 – after aiogram
from tests.chaos.instruments import Diary, keep_diary  # noqa: E402 – after aiogram


def watched(settings: Settings, clock: Clock, **more: Any) -> App:
    """The app, with a diary."""
    app = build(settings, clock, **more)
    keep_diary(app, Diary(Path(os.environ["CHAOS_DIARY"])))
    return app


if __name__ == "__main__":
    bot.running.build = watched  # type: ignore[attr-defined]  # where the running bot gets its app
    main()
