"""Settings reach one's own rows only, and names are kept as they are read."""

from pathlib import Path

import pytest

from db.work import Database
from domain.actions.menu import EditOwnName
from domain.joining import Waiting
from domain.outcomes import Missing, Reason, Refused
from domain.people import Role
from screens.menu_settings import settings as settings_screen
from tests.services.doorstep import Doorstep, open_door
from tests.services.eulampia import columns_with


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open, and names switched on."""
    door = await open_door(database, tmp_path)
    await door.names_on()
    return door


async def test_settings_reach_only_one_s_own(door: Doorstep) -> None:
    anna, boris = await door.parent(1), await door.parent(2)
    theirs = boris.memberships[0].id
    with pytest.raises(Missing):
        await door.settings.name_self(anna, "Анна", theirs, waiting=False)
    with pytest.raises(Missing):
        await door.settings.name_child(anna, theirs, door.children[1], "Зайка")
    with pytest.raises(Missing):
        await door.settings.name_child(anna, anna.memberships[0].id, door.children[1], "Зайка")
    with pytest.raises(Missing):
        await door.settings.offer(anna, anna.memberships[0].id, "пирог")
    with pytest.raises(Missing):
        await door.settings.speak(anna, "xx")
    assert (await door.settings.speak(anna, "en")).locale == "en"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<b>Анна</b> & Co", "<b>Анна</b> & Co"),
        ("Анна 🌸", "Анна 🌸"),
        ("مريم", "مريم"),
        ("\u202eанна\u202c", "анна"),
        ("Ан\x00на\x07", "Анна"),
    ],
)
async def test_names_of_every_sort_are_kept_as_they_are_read(door: Doorstep, typed: str, kept: str) -> None:
    anna = await door.parent(1)
    named = await door.settings.name_self(anna, typed, anna.memberships[0].id, waiting=False)
    assert not isinstance(named, Refused)
    assert named.memberships[0].name == kept


@pytest.mark.parametrize("typed", ["паспорт 3204 123456", "112-233-445 95"])
async def test_numbers_of_documents_are_refused_wherever_people_write_of_themselves(
    door: Doorstep, typed: str
) -> None:
    anna, partner = await door.parent(1), await door.partner()
    role, offering = anna.memberships[0].id, partner.memberships[0].id
    waiting = await door.become(door.visitor(), await door.qr())
    assert isinstance(waiting, Waiting)
    before = await door.rows()
    for refused in (
        await door.settings.name_self(anna, typed, role, waiting=False),
        await door.settings.name_self(waiting.actor, typed, waiting.request.id, waiting=True),
        await door.settings.name_child(anna, role, door.children[0], typed),
        await door.settings.offer(partner, offering, typed),
    ):
        assert refused == Refused(Reason.LOOKS_LIKE_DOCUMENT)
    assert await door.rows() == before
    assert await columns_with(door, typed) == set()


async def test_one_name_serves_every_role_in_the_organisation(door: Doorstep) -> None:
    visitor = door.visitor()
    await door.parent(1, visitor=visitor)
    both = await door.staff(Role.TEACHER, visitor=visitor)
    offered = [button.action for row in settings_screen(both).rows for button in row]
    assert len([action for action in offered if isinstance(action, EditOwnName)]) == 1
    named = await door.settings.name_self(both, "Анна", both.memberships[1].id, waiting=False)
    assert not isinstance(named, Refused)
    assert [held.name for held in named.memberships] == ["Анна", "Анна"]


async def test_a_name_that_is_taken_back_goes_from_other_people_s_chats(door: Doorstep) -> None:
    anna, boris = await door.parent(1), await door.parent(2)
    role = anna.memberships[0].id
    await door.settings.name_self(anna, "Анна", role, waiting=False)
    async with door.database.work() as work:
        await work.sent.remember(boris.chat_id, 77, None, None, [anna.person_id], person_id=boris.person_id)
    await door.settings.name_self(anna, "Аня", role, waiting=False)
    assert await door.column("sent_messages", "remove_after") == [None]
    await door.settings.name_self(await door.again(anna), None, role, waiting=False)
    assert await door.column("sent_messages", "remove_after") == [door.database.clock.now()]


async def test_a_name_taken_back_while_one_waits_goes_from_the_teacher_s_chat(door: Doorstep) -> None:
    boris = await door.parent(1)
    waiting = await door.become(door.visitor(), await door.qr())
    assert isinstance(waiting, Waiting)
    anna, request = waiting.actor, waiting.request.id
    await door.settings.name_self(anna, "Анна", request, waiting=True)
    async with door.database.work() as work:
        await work.sent.remember(boris.chat_id, 77, None, None, [anna.person_id], person_id=boris.person_id)
    await door.settings.name_self(anna, "Аня", request, waiting=True)
    assert await door.column("sent_messages", "remove_after") == [None]
    await door.settings.name_self(anna, None, request, waiting=True)
    assert await door.column("sent_messages", "remove_after") == [door.database.clock.now()]
