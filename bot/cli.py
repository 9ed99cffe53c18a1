"""`python -m bot …`: what an operator does at the machine. Nothing heavy is imported before it is needed."""

import asyncio
import os
from collections.abc import Coroutine
from typing import Any, NoReturn, TypeVar

import typer
from pydantic import ValidationError

from bot.settings import Settings
from domain.clock import Clock
from locales import LOCALES, Texts, texts_for
from screens.base import Phrase, say
from screens.render import plain

app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None
)

WRONG_SETTINGS = 2
T = TypeVar("T")

_HINTS = {
    "bot_token": "running-setting-bot-token",
    "bot_api_url": "running-setting-address",
    "webhook_url": "running-setting-address",
    "database_url": "running-setting-database-url",
    "owner_ids": "running-setting-owner-ids",
    "timezone": "running-setting-timezone",
    "default_locale": "running-setting-locale",
    "webhook_secret": "running-setting-webhook-secret",
    "listen_port": "running-setting-port",
    "metrics_port": "running-setting-port",
    "send_rate": "running-setting-send-rate",
    "poll_concurrency": "running-setting-poll-concurrency",
    "migrate_on_start": "running-setting-switch",
    "log_format": "running-setting-log-format",
    "log_level": "running-setting-log-level",
    "alert_chat_id": "running-setting-number",
}


@app.command()
def run() -> None:
    """Work until SIGTERM or Ctrl-C."""
    settings = load_settings()
    if settings.bot_token is None:
        fail(settings, say("running-check-no-token"), WRONG_SETTINGS)
    from bot.alerts import Alerts
    from bot.logs import configure_logs
    from bot.running import run as work

    alerts = Alerts()
    configure_logs(settings.log_format, settings.log_level, alerts=alerts)
    finish(settings, work(settings, Clock(), alerts=alerts))


@app.command()
def migrate() -> None:
    """Bring the database up to date."""
    settings = load_settings()
    from bot.running import bring_up_to_date

    finish(settings, bring_up_to_date(settings.model_copy(update={"migrate_on_start": True})))
    tell(settings, say("running-migrated"))


@app.command()
def check() -> None:
    """Say what is wrong with settings, database, token, clock and privacy mode, and how to mend it."""
    settings = load_settings()
    from bot.check import State
    from bot.check import check as look

    async def report() -> bool:
        ready = True
        async for finding in look(settings):
            typer.echo(f"{finding.state.value} {words(settings, finding.words)}")
            ready = ready and finding.state is not State.WRONG
        return ready

    ready = asyncio.run(report())
    tell(settings, say("running-check-all-well") if ready else say("running-check-mend"))
    if not ready:
        raise typer.Exit(1)


def load_settings() -> Settings:
    """The settings, or an end with a line about each mistake; values are not repeated, they may be secrets."""
    try:
        return Settings()
    except ValidationError as wrong:
        wanted = os.environ.get("DEFAULT_LOCALE", "ru")
        texts = texts_for(wanted if wanted in LOCALES else "ru")
        typer.echo(plain(say("running-settings-wrong"), texts), err=True)
        for error in wrong.errors(include_input=False, include_context=False, include_url=False):
            name = str(error["loc"][0]) if error["loc"] else "webhook"
            hint = (
                "running-setting-webhook" if name == "webhook" else _HINTS.get(name, "running-setting-other")
            )
            line = say("running-settings-line", name=name.upper(), hint=Phrase(hint))
            typer.echo("  " + plain(line, texts), err=True)
        raise typer.Exit(WRONG_SETTINGS) from None


def finish(settings: Settings, work: Coroutine[Any, Any, T]) -> T:
    """Run a command to its end; what stands in its way is said in words, not as a traceback."""
    from bot.obstacles import obstacle

    try:
        return asyncio.run(work)
    except Exception as error:
        known = obstacle(error)
        if known is None:
            raise
        fail(settings, *known)


def tell(settings: Settings, phrase: Phrase) -> None:
    """Print a line in the language of the installation."""
    typer.echo(words(settings, phrase))


def fail(settings: Settings, phrase: Phrase, code: int) -> NoReturn:
    """Print what is wrong and end with the code."""
    typer.echo(words(settings, phrase), err=True)
    raise typer.Exit(code)


def words(settings: Settings, phrase: Phrase) -> str:
    """A phrase in the language of the installation."""
    return plain(phrase, _texts(settings))


def _texts(settings: Settings) -> Texts:
    return texts_for(settings.default_locale)


def main() -> None:
    """The entry point of `python -m bot`."""
    app()
