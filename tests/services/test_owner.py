"""The owner of the installation sees no personal data (rule 14): a name stays inside its organisation."""

from datetime import timedelta
from pathlib import Path

import pytest

from db.work import Database
from domain.clock import MovableClock
from domain.joining import Joined
from domain.links import LinkKind
from domain.notices import NoticeKind
from domain.people import Actor, Role, Visitor
from locales import texts_for
from screens.joining_notices import staff_joined
from screens.render import render
from tests.services.doorstep import OWNER, Doorstep, open_door

NAME = "Евлампия Сверчкова"


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open, and names switched on."""
    door = await open_door(database, tmp_path)
    await door.names_on()
    return door


async def _told_of_a_colleague(door: Doorstep, clock: MovableClock, issuer: Actor) -> str:
    start = await door.link(LinkKind.STAFF, role=Role.HEAD, created_by=issuer.person_id)
    joined = await door.accept(door.visitor(), start)
    assert isinstance(joined, Joined)
    await door.settings.name_self(joined.actor, NAME, joined.membership.id, waiting=False)
    clock.advance(timedelta(hours=1))
    async with door.database.work() as work:
        leased = await work.leases.lease(5, real=clock.now(), until=clock.now() + timedelta(minutes=1))
    [notice] = [notice for notice in leased if notice.kind is NoticeKind.STAFF_JOINED]
    assert notice.person_id == issuer.person_id
    member = await door.joining.joined_for_notice(notice)
    assert member is not None
    return render(staff_joined(member), texts_for("ru")).text


async def test_the_owner_learns_the_role_of_a_new_head_and_not_the_name(
    door: Doorstep, clock: MovableClock
) -> None:
    await door.menu.greet(None, Visitor("telegram", OWNER, OWNER), "ru")
    owner = await door.find(Visitor("telegram", OWNER, OWNER))
    assert owner is not None
    told = await _told_of_a_colleague(door, clock, owner)
    assert NAME not in told
    assert "заведующий" in told


async def test_a_colleague_who_issued_the_link_learns_the_name(door: Doorstep, clock: MovableClock) -> None:
    assert NAME in await _told_of_a_colleague(door, clock, await door.staff(Role.HEAD))
