"""Whoever joins a group late is invited to what is ahead: once, to the nearest, in the commit of the joining."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from db.models import NoticeRow
from db.work import Database
from domain.answers import Answer
from domain.clock import MovableClock
from domain.events import Event, EventDraft
from domain.ids import EventId, GroupId
from domain.joining import Joined, Waiting
from domain.notices import Notice
from domain.outcomes import Reason, Refused
from domain.people import Actor, Kinship, Role
from services.delivery import Deliveries
from services.event_changes import EventChanges
from services.event_newcomers import invite_newcomers
from services.event_notices import EventNotices
from services.events import Events
from services.families import Families
from services.rsvps import Rsvps
from tests.services.doorstep import Doorstep, open_door
from tests.services.monitoring import OFFERING

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open; 10:00 on a Monday."""
    return await open_door(database, tmp_path)


@pytest.fixture
async def head(door: Doorstep) -> Actor:
    """Who announces."""
    return await door.staff(Role.HEAD)


async def announce(
    door: Doorstep, head: Actor, *days: float, groups: tuple[GroupId, ...] = ()
) -> list[EventId]:
    """Events so many days ahead, for «Солнышко» unless groups are named."""
    found = []
    for ahead in days:
        draft = EventDraft(
            f"Встреча {ahead}",
            door.database.clock.now() + timedelta(days=ahead),
            "зал",
            frozenset(groups or (door.sun,)),
        )
        token = f"{ahead}:{sorted(draft.group_ids)}"
        events = Events(door.database, door.database.clock)
        event = await events.publish(head, door.organisation_id, draft, token)
        assert isinstance(event, Event)
        found.append(event.id)
    return found


async def invitations(door: Doorstep, person_id: int) -> list[tuple[int, str, datetime]]:
    """Event, status and hour of what was put for somebody, in the order it was put in."""
    async with door.database.read() as reading:
        rows = await reading.connection.execute(
            select(NoticeRow.params, NoticeRow.status, NoticeRow.due_at)
            .where(NoticeRow.kind == "event-published", NoticeRow.person_id == person_id)
            .order_by(NoticeRow.id)
        )
        return [(row.params["event"], row.status, row.due_at.replace(tzinfo=UTC)) for row in rows]


async def events_of(door: Doorstep, person_id: int) -> list[int]:
    """Events that somebody was invited to by a message."""
    return [event for event, _, _ in await invitations(door, person_id)]


async def leased(door: Doorstep, person_id: int) -> list[Notice]:
    """What the delivery would say to somebody ten minutes later."""
    clock = door.database.clock
    assert isinstance(clock, MovableClock)
    clock.advance(timedelta(minutes=10))
    now = clock.now()
    async with door.database.work() as work:
        held = await work.leases.lease(100, real=now, until=now + MINUTE)
    return [notice for notice in held if notice.person_id == person_id and notice.subject is not None]


async def approved(door: Doorstep, head: Actor, number: int) -> Actor:
    """Somebody who came by the QR on the wall and was bound to a child."""
    waiting = await door.become(door.visitor(), await door.qr())
    assert isinstance(waiting, Waiting)
    await door.requests.approve(head, waiting.request.id, door.children[number - 1])
    return waiting.actor


async def test_a_card_brings_the_invitations_to_what_is_ahead(door: Doorstep, head: Actor) -> None:
    later, soon = await announce(door, head, 9, 2)
    await announce(door, head, 3, groups=(door.rays,))
    [cancelled] = await announce(door, head, 4)
    await EventChanges(door.database, door.database.clock).cancel(head, cancelled, 1)
    mother = await door.parent(1)
    due = door.database.clock.now() + MINUTE
    assert await invitations(door, mother.person_id) == [(soon, "queued", due), (later, "queued", due)]


async def test_an_approved_newcomer_hears_of_the_approval_first(door: Doorstep, head: Actor) -> None:
    [event] = await announce(door, head, 2)
    father = await approved(door, head, 1)
    assert await events_of(door, father.person_id) == [event]
    said = [notice.kind.value for notice in await leased(door, father.person_id)]
    assert said == ["join-approved", "event-published"]


async def test_a_move_invites_to_the_new_group_only(door: Doorstep, head: Actor) -> None:
    mother, father = await door.parent(1), await door.parent(1)
    [both] = await announce(door, head, 2, groups=(door.sun, door.rays))
    [rays] = await announce(door, head, 3, groups=(door.rays,))
    assert await events_of(door, mother.person_id) == [both]
    families = Families(door.database, door.database.clock)
    for group in (door.rays, door.sun, door.rays):
        await families.move(head, door.children[0], group)
    for adult in (mother, father):
        assert await events_of(door, adult.person_id) == [both, rays]


async def test_nobody_is_invited_twice_through_two_children(door: Doorstep, head: Actor) -> None:
    [both] = await announce(door, head, 2, groups=(door.sun, door.rays))
    [rays] = await announce(door, head, 3, groups=(door.rays,))
    visitor = door.visitor()
    mother = await door.parent(1, visitor)
    assert await events_of(door, mother.person_id) == [both]
    await door.parent(4, visitor)
    assert await events_of(door, mother.person_id) == [both, rays]
    await door.parent(5, visitor)
    await door.parent(2, visitor)
    assert await events_of(door, mother.person_id) == [both, rays]


async def test_two_cards_at_once_invite_once(door: Doorstep, head: Actor) -> None:
    [both] = await announce(door, head, 2, groups=(door.sun, door.rays))
    visitor = door.visitor()
    mother = await door.parent(2, visitor)
    cards = [await door.card(number) for number in (1, 4)]
    await asyncio.gather(*(door.become(visitor, card) for card in cards))
    assert await events_of(door, mother.person_id) == [both]


async def test_an_announcement_made_in_the_middle_of_a_joining_is_not_missed(
    door: Doorstep, head: Actor
) -> None:
    """Without taking turns neither would see the other: the newcomer no event, the announcement no newcomer."""
    visitor = door.visitor()
    here, child_id = door.organisation_id, door.children[0]
    async with asyncio.TaskGroup() as tasks:
        async with door.database.work() as work:
            person_id = await work.people.create_person(visitor, "ru")
            membership_id = await work.people.open_membership(here, person_id, Role.PARENT)
            await work.people.bind_child(here, membership_id, child_id, Kinship.PARENT, at_most=4)
            child = await work.children.find(here, child_id)
            assert child is not None
            await invite_newcomers(work, child, [person_id])
            announcing = tasks.create_task(announce(door, head, 2))
            await asyncio.wait({announcing}, timeout=0.5)
    assert await events_of(door, person_id) == announcing.result()


async def test_joining_in_the_middle_of_an_announcement_misses_and_doubles_nothing(
    door: Doorstep, head: Actor
) -> None:
    visitors = [door.visitor() for _ in range(3)]
    cards = [await door.card(number) for number in (1, 2, 3)]
    outcomes = await asyncio.gather(
        announce(door, head, 2),
        *(door.become(visitor, card) for visitor, card in zip(visitors, cards, strict=True)),
    )
    for joined in outcomes[1:]:
        assert isinstance(joined, Joined)
        assert await events_of(door, joined.actor.person_id) == outcomes[0]


async def test_the_nearest_three_and_a_line_about_the_rest(door: Doorstep, head: Actor) -> None:
    events = await announce(door, head, 1, 2, 3, 4, 5)
    mother = await door.parent(1)
    assert await events_of(door, mother.person_id) == events[:3]
    assert [status for _, status, _ in await invitations(door, mother.person_id)] == [
        "queued",
        "queued",
        "summary",
    ], "two messages a day, the rest in the evening"
    notices = EventNotices(door.database, door.database.clock)
    shown = [await notices.invitation_for_notice(notice) for notice in await leased(door, mother.person_id)]
    assert [found.more for found in shown if found is not None] == [0, 0]
    clock = door.database.clock
    assert isinstance(clock, MovableClock)
    clock.advance(timedelta(hours=9))
    deliveries = Deliveries(door.database, clock, OFFERING)
    await deliveries.put_summaries()
    async with door.database.work() as work:
        held = await work.leases.lease(100, real=clock.now(), until=clock.now() + MINUTE)
    [summary] = [notice for notice in held if notice.person_id == mother.person_id]
    told = await deliveries.summary_for_notice(summary)
    assert told is not None
    assert ([line.event_id for line in told.lines], told.more) == (events[2:3], 2)
    await Rsvps(door.database, clock).answer(mother, events[4], Answer.ALONE)
    told = await deliveries.summary_for_notice(summary)
    assert told is not None
    assert told.more == 1, "what was answered meanwhile is known"


async def test_the_last_invitation_says_how_many_are_left(door: Doorstep, head: Actor) -> None:
    events = await announce(door, head, 1, 2, 3, 4)
    mother = await door.parent(1)
    async with door.database.read() as reading:
        rows = await reading.connection.execute(
            select(NoticeRow.params).where(NoticeRow.person_id == mother.person_id).order_by(NoticeRow.id)
        )
        assert [row.params.get("more") for row in rows] == [0, 0, 1]
        left = await reading.event_newcomers.count_unheard(door.organisation_id, mother.person_id)
    assert (len(events), left) == (4, 1)


async def test_who_has_answered_meanwhile_needs_no_invitation(door: Doorstep, head: Actor) -> None:
    [first, second] = await announce(door, head, 1, 2)
    mother = await door.parent(1)
    await Rsvps(door.database, door.database.clock).answer(mother, first, Answer.ALONE)
    notices = EventNotices(door.database, door.database.clock)
    shown = [await notices.invitation_for_notice(notice) for notice in await leased(door, mother.person_id)]
    assert [found.event.id for found in shown if found is not None] == [second]


async def test_who_comes_back_is_not_invited_again(door: Doorstep, head: Actor) -> None:
    events = await announce(door, head, 1, 2)
    visitor = door.visitor()
    mother = await door.parent(1, visitor)
    families = Families(door.database, door.database.clock)
    await families.unbind(head, door.children[0], mother.memberships[0].id)
    await door.parent(2, visitor)
    assert await events_of(door, mother.person_id) == events


async def test_quiet_hours_are_kept(door: Doorstep, head: Actor) -> None:
    await announce(door, head, 3)
    clock = door.database.clock
    assert isinstance(clock, MovableClock)
    clock.advance(timedelta(hours=12))  # 22:00
    mother = await door.parent(1)
    [(_, status, due)] = await invitations(door, mother.person_id)
    assert (status, due) == ("queued", clock.now() + timedelta(hours=10))


async def test_a_refused_joining_invites_nobody(door: Doorstep, head: Actor) -> None:
    await announce(door, head, 2)
    for _ in range(4):
        await door.parent(1)
    before = await door.column("outbox", "id")
    outcome = await door.become(door.visitor(), await door.card(1))
    assert outcome == Refused(Reason.CARD_FULL)
    assert await door.column("outbox", "id") == before
