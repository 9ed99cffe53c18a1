"""/my_data and /delete_me: at once, whole, and never at somebody else's cost."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from db.work import Database
from domain.clock import MovableClock
from domain.delivery import Posted
from domain.joining import Joined, Waiting
from domain.people import Role
from domain.privacy import Left, Purpose
from scheduler.delivery.record import record_posted
from screens.base import say, screen
from services.consents import person_hash
from tests.services.doorstep import Doorstep, open_door
from tests.services.eulampia import ACCOUNT, busy, columns_with, eulampia


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open, and names switched on."""
    door = await open_door(database, tmp_path)
    await door.names_on()
    return door


async def test_proof_of_consent_stays_with_a_keyed_hash(door: Doorstep) -> None:
    actor = await door.parent(1, eulampia())
    await door.privacy.erase(actor)
    assert await door.column("consents", "person_id") == [None]
    assert await door.column("consents", "withdrawn_at") == [door.database.clock.now()]
    async with door.database.work() as work:
        key = await work.installation.person_hash_key()
    assert await door.column("consents", "person_hash") == [person_hash(key, "telegram", ACCOUNT)]
    assert person_hash(b"another key", "telegram", ACCOUNT) != person_hash(key, "telegram", ACCOUNT)


async def test_the_same_account_may_come_back_as_if_for_the_first_time(door: Doorstep) -> None:
    start = await door.card()
    first = await door.become(eulampia(), start)
    assert isinstance(first, Joined)
    await door.privacy.erase(first.actor)
    second = await door.become(eulampia(), start)
    assert isinstance(second, Joined)
    assert second.actor.person_id != first.actor.person_id
    assert len(await door.column("consents", "id")) == 2


async def test_mailings_stop_at_once(door: Doorstep) -> None:
    await door.staff(Role.HEAD)
    actor = await door.staff(Role.METHODIST)
    assert isinstance(await door.become(door.visitor(), await door.qr()), Waiting)
    assert await door.told("join-requested") == [actor.person_id]
    await door.privacy.erase(actor)
    assert set(await door.column("outbox", "status")) == {"cancelled"}
    assert await door.column("outbox", "chat_id") == [0]


async def test_messages_that_name_the_erased_are_found_to_be_edited(door: Doorstep) -> None:
    actor = await door.parent(1, eulampia())
    async with door.database.work() as work:
        await work.sent.remember(4242, 9, None, None, [actor.person_id])
        await work.sent.remember(4242, 10, None, None, [])
    assert await door.privacy.messages_to_edit() == []
    await door.privacy.erase(actor)
    [message] = await door.privacy.messages_to_edit()
    assert (message.chat_id, message.message_id) == (4242, 9)
    await door.privacy.message_edited(message.sent_id)
    assert await door.privacy.messages_to_edit() == []


async def test_one_s_own_file_says_nothing_about_the_other_parent(door: Doorstep) -> None:
    start = await door.card()
    mother = await door.become(eulampia(), start)
    assert isinstance(mother, Joined)
    father = await door.become(door.visitor("Пантелеймон", "Тайный"), start)
    assert isinstance(father, Joined)
    await door.settings.name_self(father.actor, "Пантелеймон", father.membership.id, waiting=False)
    await door.settings.name_child(father.actor, father.membership.id, door.children[0], "Бусинка")
    written = (await door.privacy.my_data_file(mother.actor)).content.decode()
    for secret in ("Пантелеймон", "Бусинка", str(father.actor.chat_id)):
        assert secret not in written
    content = json.loads(written)
    assert content["tables"]["persons"][0]["platform_user_id"] == ACCOUNT
    assert content["organisations"] == {str(door.organisation_id): "Солнышко"}
    assert len(content["tables"]["guardianships"]) == 1
    assert "token_hash" not in written


async def test_my_data_counts_what_there_is(door: Doorstep) -> None:
    actor = await busy(door)
    data = await door.privacy.my_data(actor)
    assert data.rows["rsvps"] == 1
    assert data.rows["join_requests"] == 1
    assert data.rows["form_states"] == 1
    assert {line.consent.purpose for line in data.consents} == {Purpose.PARENT, Purpose.STAFF}


async def test_delete_me_twice_at_once_erases_once(door: Doorstep) -> None:
    actor = await door.parent(1, eulampia())
    outcomes = await asyncio.gather(*(door.privacy.erase(actor) for _ in range(4)))
    assert outcomes == [Left(None, erased=True)] * 4
    assert len(door.journal.read()) == 1
    assert (await door.column("audit", "action")).count("privacy.erased") == 1
    assert await door.find(eulampia()) is None


async def test_a_message_on_its_way_while_its_person_is_erased_leaves_no_chat(
    door: Doorstep, clock: MovableClock
) -> None:
    """The delivery holds the chat in its hands already: what it writes down afterwards must not bring it back."""
    await door.staff(Role.HEAD)
    actor = await door.staff(Role.METHODIST, visitor=eulampia())
    assert isinstance(await door.become(door.visitor(), await door.qr()), Waiting)
    clock.advance(timedelta(minutes=30))
    now = clock.now()
    async with door.database.work() as work:
        [notice] = await work.leases.lease(5, real=now, until=now + timedelta(minutes=1))
    assert notice.chat_id == ACCOUNT
    await door.privacy.erase(actor)
    shown = screen(say("privacy-nothing-stored"))
    await record_posted(door.database, notice, Posted(7, "hash"), shown)
    assert await door.column("outbox", "status") == ["cancelled"]
    assert await columns_with(door, ACCOUNT) == set()
    await record_posted(door.database, notice, Posted(8, "hash"), replace(shown, fleeting=True))
    async with door.database.read() as reading:
        [removal] = await reading.sent.due_removals(5)  # codes do not stay in the chat either
    assert (removal.chat_id, removal.message_id) == (ACCOUNT, 8)


async def test_names_of_others_go_from_the_chat_of_whoever_erases_themselves(door: Doorstep) -> None:
    """Later nobody could find that message to take a name out of it."""
    await door.staff(Role.HEAD)
    actor, named = await door.staff(Role.METHODIST, visitor=eulampia()), await door.parent(1)
    async with door.database.work() as work:
        await work.sent.remember(ACCOUNT, 5, None, None, [named.person_id])
        await work.sent.remember(ACCOUNT, 6, "event:1", None)
    await door.privacy.erase(actor)
    async with door.database.read() as reading:
        assert [removal.message_id for removal in await reading.sent.due_removals(5)] == [5]
    assert await door.column("sent_messages", "message_id") == [5]
