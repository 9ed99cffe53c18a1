"""Events announced and looked at: each adult told once, exact numbers before, strangers refused."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import update

from db.models import EventRow, PersonRow
from db.work import Database
from domain.answers import Answer
from domain.events import Event
from domain.ids import EventId
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Kinship, Role
from tests.services.sunny import Sunny, build_sunny, mark_sent, next_door, told


@pytest.fixture
async def sunny(database: Database) -> Sunny:
    """The kindergarten on both engines."""
    return await build_sunny(database)


async def test_every_adult_gets_it_once_even_with_two_children(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1, 2)
    grandmother = await sunny.adult(1, kinship=Kinship.RELATIVE)
    await sunny.adult(5)  # of the other group
    event = await sunny.publish(teacher)
    assert event.group_ids == {sunny.sun}
    assert await told(sunny.database, "event-published") == [mother.person_id, grandmother.person_id]


async def test_publishing_the_same_draft_twice_makes_one_event(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    await sunny.adult(1)
    draft = sunny.draft()
    outcomes = await asyncio.gather(
        *(sunny.events.publish(teacher, sunny.organisation_id, draft, "same") for _ in range(8))
    )
    assert len({outcome.id for outcome in outcomes if isinstance(outcome, Event)}) == 1
    assert await sunny.count(EventRow) == 1
    assert len(await told(sunny.database, "event-published")) == 1
    again = await sunny.events.published(teacher, "same")
    assert again.event.id == outcomes[0].id  # type: ignore[union-attr]  # all of them are events


async def test_the_preview_counts_exactly(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    await sunny.adult(1, 2)
    await sunny.adult(1)
    gone = await sunny.adult(3)
    async with sunny.database.work() as work:
        await work.connection.execute(
            update(PersonRow)
            .where(PersonRow.id == gone.person_id)
            .values(chat_closed_at=sunny.database.clock.now())
        )
    reach = await sunny.events.preview(teacher, sunny.organisation_id, sunny.draft())
    assert not isinstance(reach, Refused)
    assert (reach.adults, reach.families, reach.closed, reach.without_phone) == (2, 2, 1, 1), (
        "whoever has blocked it gets nothing"
    )


async def test_the_preview_names_families_beyond_their_budget(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    await sunny.adult(1)
    for token in ("a", "b"):
        await sunny.publish(teacher, token)
    reach = await sunny.events.preview(teacher, sunny.organisation_id, sunny.draft())
    assert not isinstance(reach, Refused)
    assert reach.limited_families == 1


async def test_a_family_beyond_its_budget_is_one_of_those_that_are_invited(sunny: Sunny) -> None:
    """A child in another group makes nobody's family of this one."""
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    await sunny.adult(1, 5)
    for token in ("a", "b"):
        await sunny.publish(teacher, token)
    reach = await sunny.events.preview(teacher, sunny.organisation_id, sunny.draft())
    assert not isinstance(reach, Refused)
    assert (reach.adults, reach.families, reach.limited_families) == (1, 1, 1)


@pytest.mark.parametrize(
    ("days", "reason"), [(-1, Reason.DATE_PAST), (0, Reason.DATE_PAST), (401, Reason.DATE_TOO_FAR)]
)
async def test_a_start_that_cannot_be_is_refused(sunny: Sunny, days: float, reason: Reason) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    before = await sunny.footprint()
    outcome = await sunny.events.publish(teacher, sunny.organisation_id, sunny.draft(days=days), "t")
    assert outcome == Refused(reason)
    assert await sunny.footprint() == before


async def test_groups_are_checked(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    head = await sunny.staff(Role.HEAD)
    parent = await sunny.adult(1)
    before = await sunny.footprint()
    none = sunny.draft(group_ids=frozenset())
    assert await sunny.events.preview(head, sunny.organisation_id, none) == Refused(Reason.NO_GROUPS)
    for actor in (teacher, parent):
        with pytest.raises(Forbidden):
            await sunny.events.publish(actor, sunny.organisation_id, sunny.draft(sunny.rays), "t")
    async with sunny.database.work() as work:
        await work.groups.archive(sunny.organisation_id, sunny.rays)
    with pytest.raises(Missing):
        await sunny.events.publish(head, sunny.organisation_id, sunny.draft(sunny.rays), "t")
    assert await sunny.footprint() == before


async def test_a_head_reaches_all_groups_and_a_teacher_the_own_ones(sunny: Sunny) -> None:
    head = await sunny.staff(Role.HEAD)
    teacher = await sunny.staff(Role.TEACHER, sunny.rays)
    await sunny.adult(1)
    await sunny.adult(5)
    for_all = await sunny.publish(head, "all", group_ids=frozenset({sunny.sun, sunny.rays}))
    for_sun = await sunny.publish(head, "sun")
    mine = await sunny.events.page(teacher, sunny.organisation_id)
    assert [event.id for event in mine.events] == [for_all.id]
    assert {event.id for event in (await sunny.events.page(head, sunny.organisation_id)).events} == {
        for_all.id,
        for_sun.id,
    }
    card = await sunny.events.card(teacher, for_all.id)
    assert not card.may_change, "not all of its groups are this teacher's"
    assert card.attendance.families == 2, "families of the own group only"
    shown = (await sunny.rsvp_entries.attendance(teacher, for_all.id)).shown
    assert [family.number for family in shown] == [5, 6]
    with pytest.raises(Forbidden):
        await sunny.events.card(teacher, for_sun.id)


async def test_past_events_are_listed_apart(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    soon = await sunny.publish(teacher, "soon", days=1)
    later = await sunny.publish(teacher, "later", days=30)
    sunny.clock.advance(timedelta(days=2))
    assert [e.id for e in (await sunny.events.page(teacher, sunny.organisation_id)).events] == [later.id]
    past = await sunny.events.page(teacher, sunny.organisation_id, past=True)
    assert [e.id for e in past.events] == [soon.id]
    assert not (await sunny.events.card(teacher, soon.id)).may_change


async def test_a_long_list_has_pages(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    for number in range(10):
        await sunny.publish(teacher, f"t{number}", days=number + 1)
    first = await sunny.events.page(teacher, sunny.organisation_id)
    second = await sunny.events.page(teacher, sunny.organisation_id, page=1)
    assert (len(first.events), first.more, len(second.events), second.more) == (8, True, 2, False)


async def test_the_report_tells_how_far_it_has_come(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    await sunny.adult(1)
    event = await sunny.publish(teacher)
    assert (await sunny.campaigns.report(teacher, event.id)).sending.report.waiting == 1
    await mark_sent(sunny.database)
    await sunny.adult(2)
    report = (await sunny.campaigns.report(teacher, event.id)).sending.report
    assert (report.sent, report.waiting) == (1, 0)


async def test_strangers_find_nothing(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await sunny.publish(teacher)
    other = await (await next_door(sunny)).staff(Role.HEAD)
    for look in (
        sunny.events.card,
        sunny.campaigns.report,
        sunny.changes.preview_cancel,
        sunny.rsvp_entries.attendance,
    ):
        with pytest.raises(Missing):
            await look(other, event.id)
    parent = await sunny.adult(1)
    for look in (
        sunny.events.card,
        sunny.campaigns.report,
        sunny.changes.preview_cancel,
        sunny.rsvp_entries.attendance,
    ):
        with pytest.raises(Forbidden):
            await look(parent, event.id)
    with pytest.raises(Missing):
        await sunny.events.card(teacher, EventId(event.id + 1000))


async def test_a_removed_teacher_is_refused(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    event = await sunny.publish(teacher)
    async with sunny.database.work() as work:
        await work.people.end_membership(sunny.organisation_id, teacher.memberships[0].id)
    removed = await sunny.reload(teacher)
    before = await sunny.footprint()
    with pytest.raises(Missing):
        await sunny.changes.cancel(removed, event.id, event.version)
    assert await sunny.footprint() == before


async def test_an_announcement_is_only_told_while_it_is_true(sunny: Sunny) -> None:
    teacher = await sunny.staff(Role.TEACHER, sunny.sun)
    mother = await sunny.adult(1)
    event = await sunny.publish(teacher)
    notices = sunny.notices
    notice = (await sunny.leased("event-published"))[mother.person_id]
    shown = await notices.invitation_for_notice(notice)
    assert shown is not None
    assert [group.name for group in shown.groups] == ["Солнышко"]
    assert shown.answer is None
    await sunny.rsvps.answer(mother, event.id, Answer.NO)
    assert await notices.reminder_for_notice(notice) is None, "who does not come is not reminded"
    await sunny.rsvps.answer(mother, event.id, Answer.UNSURE)
    assert await notices.reminder_for_notice(notice) is not None
    async with sunny.database.work() as work:
        await work.children.mark_left(sunny.organisation_id, sunny.children[0])
    assert await notices.invitation_for_notice(notice) is None
    assert await notices.reminder_for_notice(notice) is None
