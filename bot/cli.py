"""`python -m bot …`: what an operator does at the machine. Nothing heavy is imported before it is needed."""

import asyncio
import os
from collections.abc import Coroutine
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar
from zoneinfo import ZoneInfo

import typer
from pydantic import ValidationError

from bot.settings import Settings
from domain.clock import Clock
from domain.links import STAFF_LINK_LIFE
from domain.outcomes import Refused
from domain.people import STAFF, Organisation, OrganisationKind, Role
from domain.privacy import COPIES_KEPT
from locales import LOCALES, Texts, texts_for
from screens.base import Joined, Phrase, say
from screens.common import refusal
from screens.render import plain

app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None
)
content_app = typer.Typer(no_args_is_help=True, help="Files of questions and professions.")
app.add_typer(content_app, name="content")

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


@app.command()
def invite(
    organisation: Annotated[str, typer.Option(help="number or exact name of the organisation")],
    role: Annotated[Role, typer.Option(help="role of the staff")] = Role.HEAD,
    create: Annotated[bool, typer.Option("--create", help="make the organisation if there is none")] = False,
    school: Annotated[
        bool, typer.Option("--school", help="with --create: a school, not a kindergarten")
    ] = False,
) -> None:
    """Make a one-time link for a member of the staff."""
    settings = load_settings()
    if role not in STAFF:
        fail(settings, say("running-invite-not-staff"), WRONG_SETTINGS)
    from bot import operating

    found = finish(settings, operating.find_organisation(settings, organisation))
    if found is None and create:
        kind = OrganisationKind.SCHOOL if school else OrganisationKind.KINDERGARTEN
        made = finish(settings, operating.create_organisation(settings, organisation, kind))
        if isinstance(made, Refused):
            fail(settings, refusal(made), WRONG_SETTINGS)
        found = made
    if found is None:
        _unknown_organisation(settings, organisation, say("running-invite-create"))
    link, is_address = finish(settings, operating.invite(settings, found, role))
    tell(settings, say("running-invite-done", organisation=found.name, days=STAFF_LINK_LIFE.days))
    if not is_address:
        tell(settings, say("running-invite-by-hand"))
    typer.echo(link)


@app.command()
def export(
    organisation: Annotated[str, typer.Argument(help="number or exact name of the organisation")],
    file: Annotated[Path, typer.Argument(help="workbook to write (.xlsx)")],
) -> None:
    """Write lists of groups, codes and adults as a workbook: it never goes through the messenger."""
    settings = load_settings()
    from bot import operating

    found = organisation_or_end(settings, organisation)
    finish(settings, operating.export(settings, found.id, file))
    tell(settings, say("running-export-done", file=str(file)))


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="file to write")]) -> None:
    """Write database, files and erasure journal into one file; the bot may run meanwhile."""
    settings = load_settings()
    from bot import operating

    manifest = finish(settings, operating.backup(settings, file))
    tell(settings, say("running-backup-done", file=str(file), files=manifest.files))


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="file that `backup` wrote")]) -> None:
    """Put a backup in the place of the database; whoever was erased since then is erased again."""
    settings = load_settings()
    from bot import operating

    done = finish(settings, operating.restore(settings, file))
    tell(
        settings,
        say("running-restore-done", made=_local(settings, done.manifest.made_at), erased=done.erased),
    )
    if done.carried.left_unknown or done.carried.may_repeat:
        lost, twice = done.carried.left_unknown, done.carried.may_repeat
        tell(settings, say("running-restore-doubt", lost=lost, twice=twice))
    if done.outdated:
        tell(settings, say("running-restore-outdated", days=COPIES_KEPT.days))
    if not done.carried.known:
        tell(settings, say("running-restore-alone"))
    if done.lost:
        tell(settings, say("running-restore-no-journal"))
    if done.broken:
        tell(settings, say("running-restore-broken-journal", lines=done.broken))


@content_app.command("check")
def check_content(file: Annotated[Path, typer.Argument(help="a quiz or a catalogue (.yaml)")]) -> None:
    """Say what is wrong with a file of questions or professions, line by line, and how to mend it."""
    settings = load_settings()
    from bot.content_check import Verdict, check_file

    async def look() -> Verdict:
        return check_file(file)

    verdict = finish(settings, look())
    for line in verdict.lines:
        typer.echo(line if isinstance(line, str) else words(settings, line), err=not verdict.sound)
    if not verdict.sound:
        raise typer.Exit(1)


@content_app.command("show")
def show_content(file: Annotated[Path, typer.Argument(help="a quiz (.yaml)")]) -> None:
    """Print a quiz with its keys, levels and texts as Markdown, for those who answer for it."""
    settings = load_settings()
    from bot.content_show import statement
    from content.professions import catalogue
    from content.quizzes.reading import examine

    async def look() -> str | None:
        instrument, faults = examine(file)
        if instrument is None or faults:
            return None
        return statement(instrument, catalogue(), _texts(settings))

    shown = finish(settings, look())
    if shown is None:
        fail(settings, say("content-show-unsound", file=str(file)), 1)
    typer.echo(shown, nl=False)


def _local(settings: Settings, moment: str) -> str:
    """A moment of a manifest as the operator's clock shows it."""
    return f"{datetime.fromisoformat(moment).astimezone(ZoneInfo(settings.timezone)):%Y-%m-%d %H:%M}"


def organisation_or_end(settings: Settings, wanted: str) -> Organisation:
    """The organisation of this number or name, or an end with the names of those there are."""
    from bot import operating

    found = finish(settings, operating.find_organisation(settings, wanted))
    if found is None:
        _unknown_organisation(settings, wanted)
    return found


def _unknown_organisation(settings: Settings, wanted: str, *remedies: Phrase) -> NoReturn:
    from bot import operating

    known = finish(settings, operating.organisations(settings))
    for one in known:
        typer.echo(f"{one.id}\t{one.name}", err=True)
    unknown = say("running-no-such-organisation" if known else "running-no-organisation", wanted=wanted)
    fail(settings, Joined((unknown, *remedies), by=" "), WRONG_SETTINGS)


def load_settings() -> Settings:
    """The settings, or an end with a line about each mistake; values are not repeated, they may be secrets."""
    wanted = os.environ.get("DEFAULT_LOCALE", "ru")
    texts = texts_for(wanted if wanted in LOCALES else "ru")
    try:
        return Settings()
    except UnicodeDecodeError:
        typer.echo(plain(say("running-env-no-text"), texts), err=True)
        raise typer.Exit(WRONG_SETTINGS) from None
    except PermissionError as refused:
        closed = say("running-file-refused", file=".env", error=refused.strerror or "")
        typer.echo(plain(closed, texts), err=True)
        raise typer.Exit(WRONG_SETTINGS) from None
    except ValidationError as wrong:
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


def fail(settings: Settings, phrase: Phrase | Joined, code: int) -> NoReturn:
    """Print what is wrong and end with the code."""
    typer.echo(words(settings, phrase), err=True)
    raise typer.Exit(code)


def words(settings: Settings, phrase: Phrase | Joined) -> str:
    """A phrase in the language of the installation."""
    return plain(phrase, _texts(settings))


def _texts(settings: Settings) -> Texts:
    return texts_for(settings.default_locale)


def main() -> None:
    """The entry point of `python -m bot`. What it writes, the database first of all, is for its owner only."""
    os.umask(0o077)
    app()
