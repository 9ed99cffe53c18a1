"""After a restore nothing is told twice, no number is given twice, and what was taken away stays away."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from db.backup import write_backup
from db.repositories.given_numbers import LEAP
from domain.joining import Waiting
from domain.links import LinkKind
from domain.notices import NoticeKind
from domain.outcomes import Reason, Refused
from domain.people import Role
from domain.privacy import Left
from domain.restoring import CarriedOver
from tests.services.doorstep import open_door
from tests.services.installation import House, open_house

INVITED, JOINED = NoticeKind.EVENT_PUBLISHED, NoticeKind.STAFF_JOINED
"""One that comes at least once, and one that comes at most once."""


@pytest.fixture
async def house(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    """A kindergarten that a mother has joined."""
    async for opened in open_house(database_url, tmp_path, monkeypatch):
        yield opened


async def test_what_was_told_after_the_backup_is_not_told_again(house: House) -> None:
    for key in ("told", "resting"):
        await house.notice(key, INVITED)
    await house.notice("held", INVITED, status="summary")
    await house.notice("in the air", JOINED, status="leased")
    await house.backup()
    await house.run("UPDATE outbox SET status = 'sent' WHERE dedupe_key = 'told'")
    await house.run("UPDATE outbox SET status = 'summarised', summary_id = 99 WHERE dedupe_key = 'held'")
    await house.run("UPDATE outbox SET status = 'unknown' WHERE dedupe_key = 'in the air'")
    await house.run("UPDATE outbox SET status = 'retry' WHERE dedupe_key = 'resting'")

    done = await house.restore()

    assert done.carried == CarriedOver(known=True, told=3)
    assert await house.statuses() == {
        "told": "sent",
        "held": "summarised",
        "in the air": "unknown",
        "resting": "queued",  # it had certainly not been told
    }


async def test_what_was_put_and_told_after_the_backup_is_not_put_again(house: House) -> None:
    """A reminder or an evening summary is put by the clock: only its key keeps it from being put once more."""
    await house.backup()
    await house.notice("reminder:1", NoticeKind.EVENT_REMINDER, status="sent")
    await house.notice("over", INVITED, status="sent", expires_at=house.database.clock.now())

    done = await house.restore()

    assert done.carried.told == 1
    assert await house.statuses() == {"reminder:1": "sent"}


async def test_of_a_lost_database_only_what_must_not_be_missed_is_told_again(house: House) -> None:
    now = house.database.clock.now()
    await house.notice("invitation", INVITED)
    await house.notice("colleague", JOINED)
    await house.notice("colleague, later", JOINED, due_at=now + timedelta(hours=9))
    await house.notice("colleague, begun", JOINED, status="leased")
    await house.backup()
    await house.wreck()

    done = await house.restore()

    assert done.carried == CarriedOver(known=False, left_unknown=2, may_repeat=1)
    assert await house.statuses() == {
        "invitation": "queued",
        "colleague": "unknown",
        "colleague, later": "queued",
        "colleague, begun": "unknown",
    }


@pytest.mark.parametrize("wrecked", [False, True])
async def test_a_number_given_after_the_backup_is_not_given_again(house: House, wrecked: bool) -> None:
    """Buttons with it live for ever: they must not open something else."""
    await house.backup()
    lost = await house.door.parent(2)
    if wrecked:
        await house.wreck()
    await house.restore()
    came = await house.door.parent(3)
    assert came.person_id > lost.person_id
    assert (came.person_id > LEAP) is wrecked


async def test_a_child_s_number_given_after_the_backup_is_not_given_again(house: House) -> None:
    await house.backup()
    await house.run("UPDATE organisations SET next_child_number = 40")
    await house.restore()
    assert await house.column("organisations", "next_child_number", 0) == 40


async def test_a_letter_s_number_that_one_restore_has_lost_is_not_given_after_the_next(house: House) -> None:
    await house.backup()
    await house.run("UPDATE organisations SET letters_year = 2026, letters_number = 17")
    await house.restore()
    assert await house.column("organisations", "letters_year", 0) == 2026
    assert await house.column("organisations", "letters_number", 0) == 17


async def test_whoever_was_removed_after_the_backup_stays_out(house: House) -> None:
    await house.door.staff(Role.HEAD)
    teacher = await house.door.staff(Role.TEACHER, house.door.sun)
    card = await house.door.card(2)
    link = await house.door.link(LinkKind.STAFF, role=Role.METHODIST)
    await house.backup()
    async with house.database.work() as work:
        await work.people.end_membership(house.door.organisation_id, teacher.memberships[0].id)
    await house.door.revoke(card)
    await house.door.accept(house.door.visitor(), link)

    await house.restore()

    assert (await house.door.again(teacher)).memberships == ()
    again = await house.door.become(house.door.visitor(), card)
    assert again == Refused(Reason.LINK_REVOKED)
    assert await house.door.accept(house.door.visitor(), link) == Refused(Reason.LINK_SPENT)


async def test_names_switched_off_after_the_backup_stay_off(house: House) -> None:
    await house.door.names_on()
    mother = await house.door.parent(2)
    await house.door.settings.name_self(mother, "Евлампия", mother.memberships[0].id, waiting=False)
    await house.backup()
    async with house.database.work() as work:
        await work.organisations.change(house.door.organisation_id, personal_data=False)
        await work.organisations.erase_names(house.door.organisation_id)

    await house.restore()

    [role] = (await house.door.again(mother)).memberships
    assert role.name is None
    assert not role.organisation.personal_data


async def test_screens_with_codes_and_names_shown_after_the_backup_are_still_found(house: House) -> None:
    mother = await house.door.parent(2)
    tomorrow = house.database.clock.now() + timedelta(days=1)
    async with house.database.work() as work:
        await work.sent.remember(4242, 1, "event:1", None)
    await house.backup()
    async with house.database.work() as work:
        await work.sent.remember(4242, 1, None, tomorrow, [mother.person_id])
        await work.sent.remember(4242, 2, None, tomorrow)
        await work.sent.remember(4242, 3, "event:9", None)  # a chat that the backup does not know
    await house.door.privacy.erase(mother)

    await house.restore()

    assert set(await house.door.column("sent_messages", "message_id")) == {1, 2}
    [named] = await house.door.privacy.messages_to_edit()
    assert (named.chat_id, named.message_id) == (4242, 1)


async def test_the_past_of_another_installation_tells_nothing(house: House) -> None:
    await house.notice("invitation", INVITED)
    await house.backup()
    await house.run("UPDATE installation SET value = 'ff'")
    await house.run("UPDATE outbox SET status = 'sent'")
    done = await house.restore()
    assert (done.carried.known, done.lost) == (False, True)
    assert await house.statuses() == {"invitation": "queued"}


async def test_a_newcomer_who_withdrew_while_waiting_does_not_wait_again(house: House) -> None:
    """What was left may have been a request only: there was no role yet that could tell."""
    other = await open_door(house.database, house.settings.data_dir)
    visitor = house.door.visitor()
    await house.door.parent(2, visitor)
    waiting = await other.become(visitor, await other.qr())
    assert isinstance(waiting, Waiting)
    await house.backup()
    consent = next(
        line.consent.id
        for line in (await other.privacy.my_data(waiting.actor)).consents
        if line.consent.organisation_id == other.organisation_id
    )
    assert await other.privacy.withdraw(waiting.actor, consent) == Left("Солнышко", erased=False)
    await house.wreck()

    done = await house.restore()

    assert done.erased == 1
    assert await other.column("join_requests", "id") == []
    assert len((await house.door.again(waiting.actor)).memberships) == 1


@pytest.mark.parametrize(("days", "outdated"), [(29, False), (31, True)])
async def test_a_copy_that_should_be_gone_is_told(house: House, days: int, outdated: bool) -> None:
    made = house.database.clock.now() - timedelta(days=days)
    await asyncio.to_thread(
        write_backup, house.settings.database_url, house.settings.data_dir, house.copy, made_at=made
    )
    assert (await house.restore()).outdated is outdated


async def test_a_missing_or_spoilt_journal_is_told(house: House) -> None:
    mother = await house.door.parent(2)
    await house.backup()
    await house.door.privacy.erase(mother)
    journal = house.settings.data_dir / "erasures.jsonl"
    whole = journal.read_bytes()

    journal.write_bytes(whole[:40] + b"\n\xff\xfe\n7\nnull\n[]\n" + whole.replace(b"+00:00", b""))
    await house.wreck()
    cut = await house.restore()
    assert (cut.broken, cut.lost, cut.erased) == (6, False, 0)

    journal.unlink()
    await house.wreck()
    missing = await house.restore()
    assert (missing.broken, missing.lost, missing.erased) == (0, True, 0)

    journal.write_bytes(whole)  # found again: the same copy once more mends it
    mended = await house.restore()
    assert (mended.broken, mended.lost, mended.erased) == (0, False, 1)


async def test_of_a_database_that_is_half_readable_the_erasures_are_saved(house: House) -> None:
    """An upgrade has gone wrong half-way: what can be read of who was erased is read."""
    mother = await house.door.parent(2)
    await house.backup()
    await house.door.privacy.erase(mother)
    (house.settings.data_dir / "erasures.jsonl").unlink()
    await house.run("DROP TABLE message_mentions")
    done = await house.restore()
    assert (done.carried.known, done.lost, done.erased) == (False, False, 1)


async def test_a_spoilt_line_is_written_again_from_a_database_that_can_be_read(house: House) -> None:
    mother = await house.door.parent(2)
    await house.backup()
    await house.door.privacy.erase(mother)
    journal = house.settings.data_dir / "erasures.jsonl"
    journal.write_bytes(journal.read_bytes()[:50])
    done = await house.restore()
    assert (done.broken, done.lost, done.erased) == (1, False, 1)
    assert (await house.door.again(mother)).chat_id == 0
