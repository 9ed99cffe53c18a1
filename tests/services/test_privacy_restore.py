"""The erasure journal survives the database: a restored backup brings nobody back."""

from datetime import timedelta
from pathlib import Path

import pytest

from db.work import Database
from domain.clock import MovableClock
from domain.people import Role, Visitor
from domain.privacy import Purpose
from tests.services.doorstep import Doorstep, open_door
from tests.services.eulampia import ACCOUNT, consent_of, eulampia


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open, and names switched on."""
    door = await open_door(database, tmp_path)
    await door.names_on()
    return door


async def test_the_journal_is_a_file_that_survives_the_database(door: Doorstep) -> None:
    actor = await door.parent(1, eulampia())
    await door.privacy.erase(actor)
    [line] = door.journal.read()
    assert line.person_id == actor.person_id
    assert str(ACCOUNT) not in (door.folder / "erasures.jsonl").read_text()
    assert await door.privacy.write_journal() == 0  # nothing is missing
    (door.folder / "erasures.jsonl").unlink()
    assert await door.privacy.write_journal() == 1
    assert door.journal.read() == [line]


async def test_a_line_cut_off_by_a_crash_does_no_harm(door: Doorstep) -> None:
    await door.privacy.erase(await door.parent(1))
    path = door.folder / "erasures.jsonl"
    path.write_text(path.read_text() + '{"at": "2026-')
    await door.privacy.erase(await door.parent(2))
    assert len(door.journal.read()) == 2


async def test_a_restored_backup_brings_nobody_back(
    door: Doorstep, clock: MovableClock, tmp_path: Path
) -> None:
    """The journal of the present is carried out on a database of the past, once."""
    actor = await door.parent(1, eulampia())
    kept = await door.parent(2)
    clock.advance(timedelta(days=1))
    await door.privacy.erase(actor)
    lines = door.journal.read()
    async with door.database.work() as work:  # the backup is from before the erasure: the account is back
        await work.connection.exec_driver_sql(
            f"UPDATE persons SET platform = 'telegram', platform_user_id = {ACCOUNT}, chat_id = {ACCOUNT}"
            f" WHERE id = {actor.person_id}"
        )
    assert await door.find(eulampia()) is not None
    assert await door.privacy.replay(lines) == 1
    assert await door.find(eulampia()) is None
    assert (await door.again(kept)).memberships
    assert await door.privacy.replay(lines) == 0
    assert door.journal.read() == lines


async def test_replay_spares_a_number_that_is_another_account_now(
    door: Doorstep, clock: MovableClock
) -> None:
    actor = await door.parent(1, eulampia())
    clock.advance(timedelta(days=1))
    await door.privacy.erase(actor)
    async with door.database.work() as work:
        await work.connection.exec_driver_sql(
            f"UPDATE persons SET platform = 'telegram', platform_user_id = 31337 WHERE id = {actor.person_id}"
        )
    assert await door.privacy.replay(door.journal.read()) == 0
    assert await door.find(Visitor("telegram", 31337, 31337)) is not None


async def test_replay_ends_again_what_was_left(door: Doorstep, clock: MovableClock) -> None:
    visitor = eulampia()
    await door.parent(1, visitor)
    actor = await door.staff(Role.TEACHER, door.sun, visitor=visitor)
    clock.advance(timedelta(days=1))
    await door.privacy.withdraw(actor, await consent_of(door, actor, Purpose.STAFF))
    async with door.database.work() as work:
        await work.connection.exec_driver_sql("UPDATE memberships SET ended_at = NULL")
    assert await door.privacy.replay(door.journal.read()) == 1
    assert [held.role for held in (await door.again(actor)).memberships] == [Role.PARENT]
    clock.advance(timedelta(days=1))
    back = await door.staff(Role.TEACHER, door.sun, visitor=visitor)
    assert await door.privacy.replay(door.journal.read()) == 0  # a role taken up later is not undone
    assert len((await door.again(back)).memberships) == 2
