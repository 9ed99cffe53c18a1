"""Who sits as a member of a set, as a teacher or as a partner gives the seat back with what invited them."""

import pytest

from db.work import Database
from domain.answers import Answer
from domain.event_forms import Invitees
from domain.events import Event
from domain.ids import GroupId, PersonSetId
from domain.notices import NoticeKind
from domain.outcomes import Forbidden
from domain.people import Actor, Membership, Role
from domain.seats import Seats, SeatsBy
from services.roles import end_role
from services.sets import Sets
from services.teachings import Teachings
from tests.scenarios.engines import ON_SQLITE
from tests.services.seated import HELD, OFFERED, WAITING, come, drift, look, offers
from tests.services.sunny import Sunny, build_sunny, told

pytestmark = ON_SQLITE
ONE = Seats(1, SeatsBy.PERSON)


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten."""
    return await build_sunny(database)


def _role(actor: Actor, role: Role) -> Membership:
    return next(held for held in actor.memberships if held.role is role)


async def _gone(sunny: Sunny, event: Event, actor: Actor, next_one: Actor) -> None:
    """The seat is the next one's, and whoever left hears nothing more of the event."""
    assert (await look(sunny.database, event.id)).parties == {-next_one.person_id: (WAITING, 1)}
    await offers(sunny).offer_due()
    assert (await look(sunny.database, event.id)).parties == {-next_one.person_id: (OFFERED, 1)}
    assert await drift(sunny.database, event.id) == []
    assert await told(sunny.database, NoticeKind.SEAT_OFFERED) == [next_one.person_id]
    with pytest.raises(Forbidden):
        await sunny.rsvps.answer(await sunny.reload(actor), event.id, Answer.ALONE)


@pytest.mark.parametrize("deleted", [False, True])
async def test_out_of_a_set_out_of_the_hall(sunny: Sunny, deleted: bool) -> None:
    head = await sunny.staff(Role.HEAD)
    first, second = await sunny.staff(Role.TEACHER, sunny.sun), await sunny.staff(Role.TEACHER, sunny.rays)
    sets = Sets(sunny.database, sunny.clock)
    made = await sets.create(head, sunny.organisation_id, "Рабочая группа", None)
    other = await sets.create(head, sunny.organisation_id, "Творческая группа", None)
    here, ids = sunny.organisation_id, []
    for set_id in (made, other):
        assert not isinstance(set_id, str | type(None))
        ids.append(PersonSetId(int(set_id)))  # type: ignore[arg-type]  # not refused
    for set_id, member in ((ids[0], first), (ids[1], first), (ids[1], second)):
        await sets.set_member(head, here, set_id, _role(member, Role.TEACHER).id, on=True)
    both = Invitees(parents=False, set_ids=frozenset(ids))
    event = await sunny.publish(head, invitees=both, group_ids=frozenset[GroupId](), seats=ONE)
    await come(sunny, event.id, first, second)
    await sets.set_member(head, here, ids[1], _role(first, Role.TEACHER).id, on=False)
    sitting = {-first.person_id: (HELD, 1), -second.person_id: (WAITING, 1)}
    assert (await look(sunny.database, event.id)).parties == sitting, "the other set still invites"
    if deleted:
        await sets.delete(head, here, ids[0])
    else:
        await sets.set_member(head, here, ids[0], _role(first, Role.TEACHER).id, on=False)
    await _gone(sunny, event, first, second)


@pytest.mark.parametrize("role", [Role.TEACHER, Role.PARTNER])
async def test_without_the_group_or_the_role_no_seat(sunny: Sunny, role: Role) -> None:
    head = await sunny.staff(Role.HEAD)
    staff = role is Role.TEACHER
    groups = (sunny.sun,) if staff else ()
    first, second = await sunny.staff(role, *groups), await sunny.staff(role, *groups)
    event = await sunny.publish(
        head,
        invitees=Invitees(parents=staff, staff=staff, partners=not staff),
        group_ids=frozenset(groups),
        seats=ONE,
    )
    await come(sunny, event.id, first, second)
    if staff:
        teachings = Teachings(sunny.database, sunny.clock)
        await teachings.set_teaching(head, _role(first, role).id, sunny.sun, on=False)
    else:
        async with sunny.database.work() as work:
            await end_role(work, _role(first, role), by=head.person_id, told=False)
    await _gone(sunny, event, first, second)
