"""A link of a partner that gives nothing, or is lost: nobody agrees for it, nothing is stored, it is not spent."""

import pytest

from db.models import LinkRow
from db.work import Database
from domain.guest_passing import PassedOn, Passing
from domain.joining import AlreadyIn, Invitation, Joined
from domain.links import LinkKind, Start
from domain.notices import NoticeKind
from domain.outcomes import Reason, Refused
from domain.people import Kinship, Role, Visitor
from services.staff import Staff
from tests.services.test_guest_passing import (
    COLLEAGUE,
    comes,
    joining,
    opened_with_link,
    passing,
    stored,
)
from tests.services.visiting import Visiting, build_visiting


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def test_dates_that_were_closed_ask_nobody_to_agree(sun: Visiting) -> None:
    baker, opening_id, start = await opened_with_link(sun, 7, 8)
    slots = (await sun.applications.invitation(baker, opening_id)).slots
    await sun.openings.withdraw(sun.host, slots[0].id)
    assert isinstance(await joining(sun).look(None, start, "ru"), Invitation), "one of them stands"
    await sun.openings.withdraw(sun.host, slots[1].id)
    before = await stored(sun)
    assert await joining(sun).look(None, start, "ru") == Refused(Reason.PASSED_EXPIRED)
    assert await comes(sun, COLLEAGUE, start) == Refused(Reason.PASSED_EXPIRED)
    assert await stored(sun) == before


async def test_a_parent_of_the_group_stays_a_parent_and_leaves_it_to_the_colleague(sun: Visiting) -> None:
    _, opening_id, start = await opened_with_link(sun)
    for who in (sun.guest, await sun.adult(1, kinship=Kinship.RELATIVE)):
        before = await stored(sun)
        outcome = await comes(sun, Visitor("telegram", who.chat_id, who.chat_id), start, who)
        assert isinstance(outcome, AlreadyIn)
        assert outcome.membership.role is Role.PARENT
        assert await stored(sun) == before
    elsewhere = await sun.adult(5)
    joined = await comes(sun, Visitor("telegram", elsewhere.chat_id, elsewhere.chat_id), start, elsewhere)
    assert isinstance(joined, Joined), "of another group: the dates are new to them"
    assert len((await sun.applications.invitation(joined.actor, opening_id)).slots) == 3


async def test_whoever_answers_for_the_group_hears_of_a_colleague_when_the_author_is_gone(
    sun: Visiting,
) -> None:
    head, second = await sun.staff(Role.HEAD), await sun.staff(Role.TEACHER, sun.sun)
    _, _, start = await opened_with_link(sun)
    await Staff(sun.database, sun.clock).remove(head, sun.host.memberships[0].id)
    assert isinstance(await comes(sun, COLLEAGUE, start), Joined)
    assert await sun.waiting(NoticeKind.PARTNER_JOINED) == [second.person_id]


async def test_a_lost_link_is_replaced_while_nobody_has_used_it(sun: Visiting) -> None:
    baker, opening_id, lost = await opened_with_link(sun, 7)
    assert (await sun.applications.dates(baker, sun.sun)).passes == opening_id
    looked = await passing(sun).look(baker, opening_id)
    assert isinstance(looked, Passing)
    assert looked.again
    assert await passing(sun).pass_on(baker, opening_id) == Refused(Reason.PASSED_ALREADY), "a late first tap"
    made = await passing(sun).pass_on(baker, opening_id, again=True)
    assert isinstance(made, PassedOn)
    assert isinstance(await joining(sun).look(None, lost, "ru"), Refused)
    assert isinstance(await comes(sun, COLLEAGUE, Start(LinkKind.INVITED, made.token)), Joined)
    assert await sun.count(LinkRow) == 2
