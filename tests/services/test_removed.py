"""Whoever was removed stays out: no link of their own making lets them back in."""

from pathlib import Path

import pytest

from db.work import Database
from domain.joining import Joined
from domain.links import LinkKind, Start
from domain.outcomes import Reason, Refused
from domain.people import Actor, PartnerKind, Role
from services.invitations import Invitations
from services.staff import Staff
from tests.services.doorstep import Doorstep, open_door


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open."""
    return await open_door(database, tmp_path)


async def _invited(door: Doorstep, by: Actor, role: Role) -> Start:
    issued = await Invitations(door.database, door.database.clock).invite(by, door.organisation_id, role)
    assert not isinstance(issued, Refused)
    return Start(LinkKind.STAFF, issued.token)


async def _invited_partner(door: Doorstep, by: Actor) -> Start:
    issued = await Invitations(door.database, door.database.clock).invite_partner(
        by, door.organisation_id, PartnerKind.ENTERPRISE, "Пекарня"
    )
    assert not isinstance(issued, Refused)
    return Start(LinkKind.PARTNER, issued.token)


async def _remove(door: Doorstep, by: Actor, who: Actor, role: Role) -> None:
    held = next(held for held in who.memberships if held.role is role)
    assert await Staff(door.database, door.database.clock).remove(by, held.id) == held


async def test_a_removed_head_does_not_come_back_by_a_link_of_their_own(door: Doorstep) -> None:
    head, other = await door.staff(Role.HEAD), await door.staff(Role.HEAD)
    back_door, partner = await _invited(door, head, Role.HEAD), await _invited_partner(door, head)
    theirs = await _invited(door, other, Role.METHODIST)
    await _remove(door, other, head, Role.HEAD)
    revoked = Refused(Reason.LINK_REVOKED)
    assert await door.accept(door.visitor(), back_door) == revoked
    assert await door.accept(door.visitor(), partner) == revoked
    assert isinstance(await door.accept(door.visitor(), theirs), Joined)


async def test_whoever_may_still_invite_keeps_those_links(door: Doorstep) -> None:
    other = await door.staff(Role.HEAD)
    visitor = door.visitor()
    await door.staff(Role.METHODIST, visitor=visitor)
    both = await door.staff(Role.HEAD, visitor=visitor)
    colleague, partner = await _invited(door, both, Role.TEACHER), await _invited_partner(door, both)
    await _remove(door, other, both, Role.HEAD)
    assert await door.accept(door.visitor(), colleague) == Refused(Reason.LINK_REVOKED)
    assert isinstance(await door.accept(door.visitor(), partner), Joined)
