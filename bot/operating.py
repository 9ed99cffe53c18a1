"""Commands of the operator over one opened database: invite, export, backup, restore."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from aiogram.exceptions import TelegramAPIError

from bot.app import build_bot
from bot.entrance_paper import entrance_paper
from bot.running import bring_up_to_date
from bot.settings import Settings
from db.backup import Manifest, made_at, restore_backup, write_backup
from db.erasure_journal import ErasureJournal
from db.errors import DATABASE_ERRORS
from db.lock import working_lock
from db.repositories.restoring import Past
from db.work import Database
from domain.clock import Clock
from domain.ids import OrganisationId
from domain.links import Start, deep_link
from domain.outcomes import Refused
from domain.people import Organisation, OrganisationKind, Role
from domain.privacy import COPIES_KEPT
from domain.restoring import CarriedOver
from locales import texts_for
from reports.documents.guest_tables import guest_workbook
from reports.documents.lists import organisation_workbook
from services.entrance_lists import EntranceLists
from services.exports import Exports
from services.installation import Installation
from services.privacy import Privacy
from services.restoring import carry_over, look_back


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of a restore."""

    manifest: Manifest
    erased: int
    """Lines of the erasure journal that still had somebody to erase."""
    carried: CarriedOver
    broken: int
    """Lines of the journal that cannot be read: whoever stands in them may be back."""
    outdated: bool
    """The backup is older than copies may be kept."""
    lost: bool
    """Neither a journal nor the replaced database says who was erased after the backup."""


@asynccontextmanager
async def _opened(settings: Settings, clock: Clock) -> AsyncIterator[Database]:
    database = Database(settings.database_url, clock)
    try:
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def _up_to_date(settings: Settings, clock: Clock) -> AsyncIterator[Database]:
    """The same with today's schema: a command may be the first thing that is done with a database."""
    await bring_up_to_date(settings)
    async with _opened(settings, clock) as database:
        yield database


async def organisations(settings: Settings) -> list[Organisation]:
    """All organisations of the installation."""
    clock = Clock()
    async with _up_to_date(settings, clock) as database:
        return await Installation(database, clock).organisations()


async def find_organisation(settings: Settings, wanted: str) -> Organisation | None:
    """The organisation of this number or name."""
    clock = Clock()
    async with _up_to_date(settings, clock) as database:
        return await Installation(database, clock).find_organisation(wanted)


async def create_organisation(
    settings: Settings, name: str, kind: OrganisationKind
) -> Organisation | Refused:
    """A new organisation in the installation's zone."""
    clock = Clock()
    async with _up_to_date(settings, clock) as database:
        return await Installation(database, clock).create(name, kind, settings.timezone)


async def invite(settings: Settings, organisation: Organisation, role: Role) -> tuple[str, bool]:
    """A one-time link for a role, and whether it is an address.

    Without a token or a connection the bot's name is unknown: then it is what to write to the bot instead.
    """
    clock = Clock()
    async with _up_to_date(settings, clock) as database:
        start = await Installation(database, clock).invite(organisation, role)
    return await _link(settings, start)


async def export(settings: Settings, organisation_id: OrganisationId, target: Path) -> None:
    """Write the organisation's lists as a workbook; raises `FileExistsError` rather than overwrite."""
    clock = Clock()
    with _new_file(target) as file:
        async with _up_to_date(settings, clock) as database:
            lists = await Exports(database).lists(organisation_id)
        local = clock.now().astimezone(lists.zone)
        workbook = organisation_workbook(lists, texts_for(settings.default_locale), made_at=local)
        await asyncio.to_thread(file.write_bytes, workbook)


async def entrance_list(
    settings: Settings, organisation_id: OrganisationId, target: Path, first: date | None, days: int
) -> None:
    """Write who is awaited from a day on (today, when none is given) as a workbook; overwrites nothing."""
    clock = Clock()
    with _new_file(target) as file:
        async with _up_to_date(settings, clock) as database:
            view = await EntranceLists(database, clock).awaited(organisation_id, first, days)
        paper = entrance_paper(view, texts_for(settings.default_locale), clock.now())
        await asyncio.to_thread(file.write_bytes, guest_workbook(paper))


@contextmanager
def _new_file(target: Path) -> Iterator[Path]:
    """A file that was not there before, for its owner only; it goes away again when nothing comes of it."""
    target.touch(mode=0o600, exist_ok=False)
    try:
        yield target
    except BaseException:
        target.unlink()
        raise


async def backup(settings: Settings, target: Path) -> Manifest:
    """Write a backup; the bot may run meanwhile."""
    return await asyncio.to_thread(
        write_backup, settings.database_url, settings.data_dir, target, made_at=Clock().now()
    )


async def restore(settings: Settings, source: Path) -> Restored:
    """Put a backup in the place of the database, and erase again whoever was erased since it was made.

    Refused with `AlreadyRunning` while a bot works. What the replaced database knows of the time after the backup
    is carried over first, so that nothing is told twice and no number is given twice.
    """
    clock = Clock()
    journal = ErasureJournal(settings.data_dir)
    async with working_lock(settings.database_url, wait=False):
        since = await asyncio.to_thread(made_at, source)
        kept = journal.exists()
        past, erasures_known = await _look_back(settings, clock, journal, since)
        manifest = await asyncio.to_thread(restore_backup, settings.database_url, settings.data_dir, source)
        await bring_up_to_date(settings.model_copy(update={"migrate_on_start": True}))
        async with _opened(settings, clock) as database:
            carried = await carry_over(database, past)
            erased = await Privacy(database, clock, journal).replay(journal.read())
    told = kept or carried.known or (erasures_known and past is None)
    outdated = clock.now() - since > COPIES_KEPT
    return Restored(manifest, erased, carried, journal.broken(), outdated=outdated, lost=not told)


async def _look_back(
    settings: Settings, clock: Clock, journal: ErasureJournal, since: datetime
) -> tuple[Past | None, bool]:
    """What only the present database knows is saved before it goes, and whether it told who was erased.

    A broken one has nothing to save; of one that can be read in parts the erasures may still be read.
    """
    async with _opened(settings, clock) as database:
        try:
            await Privacy(database, clock, journal).write_journal()
        except DATABASE_ERRORS:
            return None, False
        return await look_back(database, since), True


async def _link(settings: Settings, start: Start) -> tuple[str, bool]:
    command = f"/start {start.payload}"
    if settings.bot_token is None:
        return command, False
    bot = build_bot(settings)
    try:
        me = await bot.get_me(request_timeout=10)
    except TelegramAPIError:
        return command, False
    finally:
        await bot.session.close()
    return deep_link(me.username or "", start.kind, start.token), True
