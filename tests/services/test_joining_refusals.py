"""Links that open nothing: why, and without a trace."""

from collections.abc import Callable
from pathlib import Path

import pytest

from db.work import Database
from domain.joining import Invitation
from domain.links import LinkKind, Start, new_token
from domain.outcomes import Reason, Refused
from domain.people import Role
from tests.services.doorstep import Doorstep, open_door


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open."""
    return await open_door(database, tmp_path)


async def _revoked(door: Doorstep) -> Start:
    start = await door.card()
    await door.revoke(start)
    return start


async def _expired(door: Doorstep) -> Start:
    return await door.link(LinkKind.CARD, child_id=door.children[0], expires_at=door.database.clock.now())


async def _of_another_kind(door: Doorstep) -> Start:
    return Start(LinkKind.CARD, (await door.qr()).token)


async def _forged(_: Doorstep) -> Start:
    return Start(LinkKind.CARD, new_token())


async def _of_a_child_who_left(door: Doorstep) -> Start:
    start = await door.card()
    async with door.database.work() as work:
        await work.children.mark_left(door.organisation_id, door.children[0])
    return start


async def _of_an_archived_group(door: Doorstep) -> Start:
    start = await door.qr()
    async with door.database.work() as work:
        await work.groups.archive(door.organisation_id, door.sun)
    return start


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (_revoked, Reason.LINK_REVOKED),
        (_expired, Reason.LINK_EXPIRED),
        (_of_another_kind, Reason.LINK_UNKNOWN),
        (_forged, Reason.LINK_UNKNOWN),
        (_of_a_child_who_left, Reason.CHILD_LEFT),
        (_of_an_archived_group, Reason.GROUP_ARCHIVED),
    ],
)
async def test_a_link_that_opens_nothing_says_why_and_writes_nothing(
    door: Doorstep, made: Callable[[Doorstep], object], reason: Reason
) -> None:
    start = await made(door)  # type: ignore[misc]  # one of the makers above
    before = await door.rows("seen_updates")
    for refused in (
        await door.joining.look(None, start, "ru"),
        await door.become(door.visitor(), start),
        await door.accept(door.visitor(), start),
    ):
        assert isinstance(refused, Refused)
        assert refused.reason is reason
    assert await door.rows("seen_updates") == before


async def test_a_card_revoked_after_the_consent_screen_opens_nothing(door: Doorstep) -> None:
    visitor, start = door.visitor(), await door.card()
    assert isinstance(await door.joining.look(None, start, "ru"), Invitation)
    await door.revoke(start)
    assert await door.become(visitor, start) == Refused(Reason.LINK_REVOKED)
    assert await door.find(visitor) is None


async def test_a_card_is_not_accepted_like_a_staff_link(door: Doorstep) -> None:
    """A forged button: «agree» for a card stores nothing, kinship for a staff link neither."""
    card = await door.card()
    staff = await door.link(LinkKind.STAFF, role=Role.HEAD)
    before = await door.rows("seen_updates")
    assert isinstance(await door.accept(door.visitor(), card), Invitation)
    assert isinstance(await door.become(door.visitor(), staff), Invitation)
    assert await door.rows("seen_updates") == before
