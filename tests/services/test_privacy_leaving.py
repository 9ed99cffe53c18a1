"""Leaving and withdrawing: what rests on the consent ends, nobody else is touched, and somebody leads on."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import insert

from db.models import RsvpRow
from db.work import Database
from domain.joining import Joined, Waiting
from domain.links import LinkKind
from domain.outcomes import Missing, Reason, Refused
from domain.people import Role
from domain.privacy import Left, Purpose
from services.erasing import end_roles, erase_person
from services.staff import Staff
from tests.services.doorstep import Doorstep, open_door
from tests.services.eulampia import an_event, consent_of, eulampia


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open, and names switched on."""
    door = await open_door(database, tmp_path)
    await door.names_on()
    return door


async def test_one_parent_leaving_does_not_touch_the_other(door: Doorstep) -> None:
    start = await door.card()
    mother = await door.become(eulampia(), start)
    father = await door.become(door.visitor(), start)
    assert isinstance(mother, Joined)
    assert isinstance(father, Joined)
    head = await door.staff(Role.HEAD)
    event_id = await an_event(door, head)
    async with door.database.work() as work:
        for person, child in (
            (mother.actor.person_id, None),
            (father.actor.person_id, None),
            (None, door.children[0]),
        ):
            await work.connection.execute(
                insert(RsvpRow).values(
                    organisation_id=door.organisation_id,
                    event_id=event_id,
                    person_id=person,
                    child_id=child,
                    answer="alone",
                    answered_at=door.database.clock.now(),
                )
            )
    await door.privacy.erase(mother.actor)
    assert set(await door.column("rsvps", "person_id")) == {father.actor.person_id, None}
    assert (await door.again(father.actor)).memberships[0].children[0].number == 1
    await door.privacy.erase(father.actor)
    assert await door.column("rsvps", "id") == []  # the child's rows go with the last adult
    assert len(await door.column("children", "id")) == 5


async def test_withdrawing_one_consent_ends_only_what_rests_on_it(door: Doorstep) -> None:
    visitor = eulampia()
    await door.parent(1, visitor)
    actor = await door.staff(Role.TEACHER, door.sun, visitor=visitor)
    staff = await consent_of(door, actor, Purpose.STAFF)
    assert await door.privacy.withdraw(actor, staff) == Left("Солнышко", erased=False)
    after = await door.again(actor)
    assert [held.role for held in after.memberships] == [Role.PARENT]
    assert await door.column("teachings", "id") == []
    with pytest.raises(Missing):
        await door.privacy.withdraw(after, staff)
    parent = await consent_of(door, after, Purpose.PARENT)
    assert await door.privacy.withdraw(after, parent) == Left("Солнышко", erased=True)
    assert await door.find(visitor) is None


async def test_nobody_withdraws_the_consent_of_somebody_else(door: Doorstep) -> None:
    anna, boris = await door.parent(1), await door.parent(2)
    consent = await consent_of(door, anna, Purpose.PARENT)
    before = await door.rows()
    with pytest.raises(Missing):
        await door.privacy.withdraw(boris, consent)
    with pytest.raises(Missing):
        await door.consents.read(boris, consent, "ru")
    assert await door.rows() == before


async def test_a_waiting_newcomer_may_withdraw(door: Doorstep) -> None:
    waiting = await door.become(eulampia(), await door.qr())
    assert isinstance(waiting, Waiting)
    consent = await consent_of(door, waiting.actor, Purpose.PARENT)
    assert await door.privacy.withdraw(waiting.actor, consent) == Left("Солнышко", erased=True)
    assert await door.column("join_requests", "id") == []


async def test_leaving_one_of_two_organisations_keeps_the_other(door: Doorstep, tmp_path: Path) -> None:
    other = await open_door(door.database, tmp_path)
    visitor = eulampia()
    await door.parent(1, visitor)
    actor = await other.parent(1, visitor)
    assert await door.privacy.leave(actor, door.organisation_id) == Left("Солнышко", erased=False)
    [kept] = (await door.again(actor)).memberships
    assert kept.organisation_id == other.organisation_id
    with pytest.raises(Missing):
        await door.privacy.leave(await door.again(actor), door.organisation_id)


async def test_the_last_head_names_a_successor_first(door: Doorstep) -> None:
    head = await door.staff(Role.HEAD)
    before = await door.rows("seen_updates")
    consent = await consent_of(door, head, Purpose.STAFF)
    refused = Refused(Reason.LAST_HEAD)
    assert await door.privacy.may_leave(head, None) == refused
    assert await door.privacy.erase(head) == refused
    assert await door.privacy.leave(head, door.organisation_id) == refused
    assert await door.privacy.withdraw(head, consent) == refused
    assert await door.rows("seen_updates") == before
    await door.staff(Role.HEAD)
    assert await door.privacy.may_leave(head, None) is None
    assert await door.privacy.erase(head) == Left(None, erased=True)


async def test_of_two_heads_who_leave_at_once_one_stays(door: Doorstep) -> None:
    heads = [await door.staff(Role.HEAD) for _ in range(2)]
    outcomes = await asyncio.gather(*(door.privacy.erase(head) for head in heads))
    assert sorted(isinstance(outcome, Refused) for outcome in outcomes) == [False, True]


async def test_nobody_gives_a_role_to_somebody_who_is_being_erased(door: Doorstep) -> None:
    """The head appoints a successor who presses /delete_me at that very moment: no role is left to nobody."""
    head, teacher = await door.staff(Role.HEAD), await door.staff(Role.TEACHER, door.sun, visitor=eulampia())
    staff = Staff(door.database, door.database.clock)

    async def appoint() -> None:
        with pytest.raises(Missing):
            await staff.appoint_head(head, teacher.memberships[0].id)

    async with asyncio.TaskGroup() as tasks:
        async with door.database.work() as work:
            await erase_person(work, teacher.person_id)
            appointing = tasks.create_task(appoint())
            await asyncio.wait(
                {appointing}, timeout=0.3
            )  # it has come as far as it can before the erasure is done
    assert (await door.again(teacher)).memberships == ()
    assert "Евлампия Сверчкова" not in await door.column("memberships", "name")


@pytest.mark.parametrize("whole", [True, False])
async def test_a_head_who_leaves_leaves_no_door_open(door: Doorstep, whole: bool) -> None:
    head, other = await door.staff(Role.HEAD), await door.staff(Role.HEAD)
    starts = [
        await door.link(LinkKind.STAFF, created_by=by.person_id, role=Role.TEACHER) for by in (head, other)
    ]
    if whole:
        assert await door.privacy.erase(head) == Left(None, erased=True)
    else:
        async with door.database.work() as work:
            await end_roles(work, head, door.organisation_id, Purpose.STAFF)
    async with door.database.read() as reading:
        links = [await reading.links.find_by_token(start.kind, start.token) for start in starts]
    assert [link is not None and link.revoked_at is None for link in links] == [False, True]
