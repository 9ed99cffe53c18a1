"""Staff, partners and sets of people as those an event is for: who is told, who answers, who sees it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from db.models import NoticeRow
from db.work import Database
from domain.answers import Answer
from domain.event_forms import FOR_PARENTS, Invitees
from domain.event_views import Changed, ChangePreview
from domain.events import Event, Reach
from domain.ids import PersonSetId
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Role
from domain.seats import PartyStatus, Seats, SeatsBy
from tests.services.sunny import Sunny, build_sunny, mark_sent, next_door, told

STAFF = Invitees(parents=False, staff=True)


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten."""
    return await build_sunny(database)


async def a_set(sunny: Sunny, *members: Actor) -> PersonSetId:
    """A working group of these people."""
    async with sunny.database.work() as work:
        made = await work.sets.create(sunny.organisation_id, "Рабочая группа", None)
        assert made is not None
        for member in members:
            await work.sets.add(sunny.organisation_id, made, member.memberships[0].id)
    return made


async def announced(
    sunny: Sunny, author: Actor, invitees: Invitees, token: str = "t", **more: object
) -> Event:
    """An event for these people."""
    groups = frozenset({sunny.sun}) if invitees.parents else frozenset()
    return await sunny.publish(author, token, invitees=invitees, group_ids=groups, **more)


async def test_each_way_to_be_invited_is_told_counted_and_answered(sunny: Sunny) -> None:
    head, teacher = await sunny.staff(Role.HEAD), await sunny.staff(Role.TEACHER, sunny.sun)
    other, partner = await sunny.staff(Role.TEACHER, sunny.rays), await sunny.staff(Role.PARTNER)
    parent, stranger = await sunny.adult(1), await sunny.adult(5)
    few = await a_set(sunny, other, stranger)
    everybody = (head, teacher, other, partner, parent, stranger)
    for number, (invitees, invited) in enumerate(
        (
            (FOR_PARENTS, {parent}),
            (STAFF, {teacher, other}),
            (Invitees(staff=True), {parent, teacher}),
            (Invitees(parents=False, partners=True), {partner}),
            (Invitees(parents=False, set_ids=frozenset({few})), {other, stranger}),
            (
                Invitees(staff=True, partners=True, set_ids=frozenset({few})),
                {parent, teacher, partner, other, stranger},
            ),
        )
    ):
        groups = frozenset({sunny.sun}) if invitees.parents else frozenset()
        draft = sunny.draft(invitees=invitees, group_ids=groups)
        reach = await sunny.events.preview(head, sunny.organisation_id, draft)
        assert isinstance(reach, Reach)
        assert reach.adults == len(invited)
        before = await told(sunny.database, NoticeKind.EVENT_PUBLISHED)
        event = await announced(sunny, head, invitees, f"t{number}")
        now = await told(sunny.database, NoticeKind.EVENT_PUBLISHED)
        assert len(now) - len(before) == len(invited)
        for person in everybody:
            listed = [line.id for line in (await sunny.rsvps.mine(person)).events]
            if person in invited:
                assert event.id in listed
                answered = await sunny.rsvps.answer(person, event.id, Answer.WITH_CHILD)
                alone = Answer.WITH_CHILD if answered.invitation.groups else Answer.ALONE
                assert answered.invitation.answer is alone
            else:
                assert event.id not in listed
                with pytest.raises((Forbidden, Missing)):
                    await sunny.rsvps.answer(person, event.id, Answer.ALONE)
        card = await sunny.events.card(head, event.id)
        others = {one.person_id for one in card.attendance.others}
        assert others == {person.person_id for person in invited - ({parent} if invitees.parents else set())}
        assert card.sets == (("Рабочая группа",) if invitees.set_ids else ())
        assert bool(card.attendance.families) is invitees.parents


async def test_who_is_in_no_way_concerned_any_more_sees_nothing(sunny: Sunny) -> None:
    head, teacher = await sunny.staff(Role.HEAD), await sunny.staff(Role.TEACHER, sunny.sun)
    few = await a_set(sunny, teacher)
    event = await announced(sunny, head, Invitees(parents=False, set_ids=frozenset({few})))
    neighbour = await (await next_door(sunny)).staff(Role.TEACHER)
    with pytest.raises((Forbidden, Missing)):
        await sunny.rsvps.look(neighbour, event.id)
    async with sunny.database.work() as work:
        await work.sets.delete(sunny.organisation_id, few)
    with pytest.raises(Forbidden):
        await sunny.rsvps.look(teacher, event.id)


async def test_only_who_reaches_everybody_invites_others_than_parents(sunny: Sunny) -> None:
    head, teacher = await sunny.staff(Role.HEAD), await sunny.staff(Role.TEACHER, sunny.sun)
    others = await sunny.events.others_to_invite(teacher, sunny.organisation_id)
    assert (others.everybody, others.teachers, others.sets) == (False, True, ())
    event = await announced(sunny, head, Invitees(partners=True))
    before = await sunny.footprint()
    with pytest.raises(Forbidden):
        await sunny.changes.change(teacher, event.id, 1, sunny.draft())
    assert not (await sunny.events.card(teacher, event.id)).may_change
    staff_alone = sunny.draft(invitees=STAFF, group_ids=frozenset())
    refused = await sunny.events.preview(teacher, sunny.organisation_id, staff_alone)
    assert refused == Refused(Reason.PARENTS_TOO)
    few = Invitees(set_ids=frozenset({await a_set(sunny, teacher)}))
    for invitees, groups in (
        (Invitees(partners=True), frozenset({sunny.sun})),
        (few, frozenset({sunny.sun})),
        (Invitees(staff=True), frozenset({sunny.sun, sunny.rays})),
    ):
        with pytest.raises(Forbidden):
            await sunny.events.preview(
                teacher, sunny.organisation_id, sunny.draft(invitees=invitees, group_ids=groups)
            )
    foreign = await a_set(await next_door(sunny))
    stolen = sunny.draft(invitees=Invitees(set_ids=frozenset({foreign})))
    refused = await sunny.events.preview(head, sunny.organisation_id, stolen)
    assert refused == Refused(Reason.NOBODY_INVITED), "a set of somebody else's is none at all"
    assert await sunny.footprint() == before


async def test_a_teacher_invites_those_who_teach_the_same_children(sunny: Sunny) -> None:
    teacher, second = [await sunny.staff(Role.TEACHER, sunny.sun) for _ in range(2)]
    other = await sunny.staff(Role.TEACHER, sunny.rays)
    event = await announced(sunny, teacher, Invitees(staff=True))
    answered = await sunny.rsvps.answer(second, event.id, Answer.ALONE)
    assert answered.invitation.answer is Answer.ALONE
    with pytest.raises((Forbidden, Missing)):
        await sunny.rsvps.answer(other, event.id, Answer.ALONE)
    card = await sunny.events.card(teacher, event.id)
    assert card.may_change
    assert {one.person_id for one in card.attendance.others} == {second.person_id}


async def test_an_invitation_to_nobody_is_asked_about(sunny: Sunny) -> None:
    head = await sunny.staff(Role.HEAD)
    for invitees, groups, reason in (
        (Invitees(parents=False, set_ids=frozenset({await a_set(sunny)})), (), Reason.NOBODY_INVITED),
        (Invitees(parents=False, partners=True), (), Reason.NOBODY_INVITED),
        (Invitees(parents=False), (), Reason.NO_GROUPS),
        (FOR_PARENTS, (), Reason.NO_GROUPS),
        (STAFF, (sunny.sun,), Reason.NO_GROUPS),
    ):
        draft = sunny.draft(invitees=invitees, group_ids=frozenset(groups))
        assert await sunny.events.preview(head, sunny.organisation_id, draft) == Refused(reason)


async def test_who_is_added_is_invited_and_who_is_left_out_is_told(sunny: Sunny) -> None:
    head, teacher = await sunny.staff(Role.HEAD), await sunny.staff(Role.TEACHER, sunny.sun)
    parent = await sunny.adult(1)
    event = await announced(sunny, head, FOR_PARENTS)
    await mark_sent(sunny.database)
    draft = sunny.draft(invitees=Invitees(staff=True))
    draft = replace(draft, starts_at=event.starts_at)
    preview = await sunny.changes.preview(head, event.id, 1, draft)
    assert isinstance(preview, ChangePreview)
    assert (preview.told, preview.invited) == (0, 1)
    changed = await sunny.changes.change(head, event.id, 1, draft)
    assert isinstance(changed, Changed)
    assert (changed.invited, changed.news) == (1, False)
    assert sorted(await told(sunny.database, NoticeKind.EVENT_PUBLISHED)) == sorted(
        [parent.person_id, teacher.person_id]
    )
    await mark_sent(sunny.database)
    back = await sunny.changes.change(head, event.id, 2, replace(draft, invitees=FOR_PARENTS))
    assert isinstance(back, Changed)
    assert back.news
    notices = await sunny.leased(NoticeKind.EVENT_CHANGED)
    left_out = await sunny.notices.change_for_notice(notices[teacher.person_id])
    assert left_out is not None
    assert not left_out.now.invited
    assert await sunny.notices.change_for_notice(notices[parent.person_id]) is None, (
        "nothing is new for parents"
    )


async def test_an_invitation_that_waits_for_the_evening_is_told_to_staff(sunny: Sunny) -> None:
    head, teacher = await sunny.staff(Role.HEAD), await sunny.staff(Role.TEACHER, sunny.sun)
    event = await announced(sunny, head, STAFF)
    notices = await sunny.leased(NoticeKind.EVENT_PUBLISHED)
    held = notices[teacher.person_id]
    shown = await sunny.notices.invitation_for_notice(held)
    assert shown is not None
    async with sunny.database.work() as work:
        await work.connection.execute(update(NoticeRow).values(summary_id=held.id))
        now = sunny.clock.now()
        assert [
            line.event_id for line in await work.deliveries.summary_lines(held.id, teacher.person_id, now)
        ] == [event.id]
        assert await work.deliveries.summary_lines(held.id, head.person_id, now) == []


async def test_a_parent_of_a_set_reads_in_the_evening_of_an_event_without_groups(sunny: Sunny) -> None:
    head, parent = await sunny.staff(Role.HEAD), await sunny.adult(1)
    few = await a_set(sunny, parent)
    event = await announced(sunny, head, Invitees(parents=False, set_ids=frozenset({few})))
    held = (await sunny.leased(NoticeKind.EVENT_PUBLISHED))[parent.person_id]
    async with sunny.database.work() as work:
        await work.connection.execute(update(NoticeRow).values(summary_id=held.id))
        lines = await work.deliveries.summary_lines(held.id, parent.person_id, sunny.clock.now())
        assert [(line.event_id, line.emojis) for line in lines] == [(event.id, ())]
        await work.sets.take_out(sunny.organisation_id, few, parent.memberships[0].id)
        assert await work.deliveries.summary_lines(held.id, parent.person_id, sunny.clock.now()) == []


async def test_staff_take_seats_and_wait_for_them(sunny: Sunny) -> None:
    head = await sunny.staff(Role.HEAD)
    first, second = await sunny.staff(Role.TEACHER, sunny.sun), await sunny.staff(Role.TEACHER, sunny.rays)
    event = await announced(sunny, head, STAFF, seats=Seats(1, SeatsBy.PERSON))
    for teacher, status in ((first, PartyStatus.HELD), (second, PartyStatus.WAITING)):
        answered = await sunny.rsvps.answer(teacher, event.id, Answer.ALONE)
        seating = answered.invitation.seating
        assert seating is not None
        assert seating.own is not None
        assert seating.own.status is status


async def test_what_goes_on_stays_in_the_lists_until_it_ends(sunny: Sunny) -> None:
    teacher, parent = await sunny.staff(Role.TEACHER, sunny.sun), await sunny.adult(1)
    start = sunny.clock.now() + timedelta(days=1)
    event = await sunny.publish(teacher, starts_at=start, ends_at=start + timedelta(days=3))
    for days, listed in ((2, True), (2.5, False)):
        sunny.clock.advance(timedelta(days=days))
        ahead = await sunny.events.page(teacher, sunny.organisation_id)
        past = await sunny.events.page(teacher, sunny.organisation_id, past=True)
        mine = await sunny.rsvps.mine(parent)
        seen = [[line.id for line in found] for found in (ahead.events, mine.events, past.events)]
        assert seen == ([[event.id], [event.id], []] if listed else [[], [], [event.id]])
