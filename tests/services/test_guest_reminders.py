"""Visits are reminded of a day and two hours before, and asked about afterwards: once, and not at night."""

from datetime import timedelta

import pytest

from db.work import Database
from domain.guest_views import VisitCard
from domain.notices import NoticeKind
from domain.people import Role
from services.guest_reminders import GuestReminders
from tests.services.sunny import mark_sent
from tests.services.visiting import Visiting, build_visiting, good

REMINDER, AFTER = NoticeKind.GUEST_REMINDER, NoticeKind.GUEST_AFTER


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def _advised(sun: Visiting, card: VisitCard) -> None:
    """Two days before, the guest is sent the advice."""
    sun.clock.move_to(card.visit.starts_at - timedelta(days=2))
    assert await sun.reminders.put_due() == 1
    assert await sun.waiting(NoticeKind.GUEST_ADVICE) == [sun.guest.person_id]


async def test_both_sides_are_reminded_a_day_and_two_hours_before(sun: Visiting) -> None:
    card = await sun.confirmed(3)
    both = [sun.host.person_id, sun.guest.person_id]
    assert await sun.reminders.put_due() == 0
    await _advised(sun, card)
    for before, hours in ((timedelta(days=1), 24), (timedelta(hours=2), 2)):
        sun.clock.move_to(card.visit.starts_at - before)
        assert await sun.reminders.put_due() == 2
        assert await sun.reminders.put_due() == 0, "once"
        assert await sun.waiting(REMINDER) == both
        for person in (sun.host, sun.guest):
            told = await sun.told_of.reminder_for_notice(await sun.notice(REMINDER, person))
            assert told is not None
            assert (told.hours, told.card.mine, told.at) == (
                hours,
                person is sun.guest,
                card.visit.starts_at,
            )
        await mark_sent(sun.database)


async def test_a_morning_visit_is_reminded_of_at_a_fit_hour(sun: Visiting) -> None:
    """At nine, with silence until ten: both reminders come in an evening, before the silence begins."""
    async with sun.database.work() as work:
        await work.organisations.change(sun.organisation_id, quiet_to=sun.at(0, 10).time().replace(hour=10))
    opened = await sun.open(starts=(sun.at(3, 9),))
    visit = (await sun.take(sun.guest, opened.slots[0].id)).visit
    assert visit is not None
    good(await sun.visits.accept(sun.host, visit.id, 1))
    sun.clock.move_to(sun.at(1, 20))
    assert await sun.reminders.put_due() == 3, "the advice, too"
    assert (await sun.notice(REMINDER, sun.guest)).due_at == sun.at(1, 20)
    await mark_sent(sun.database)
    sun.clock.move_to(sun.at(2, 20))
    assert await sun.reminders.put_due() == 2
    notice = await sun.notice(REMINDER, sun.guest)
    assert notice.due_at == sun.at(2, 20)
    told = await sun.told_of.reminder_for_notice(notice)
    assert told is not None
    assert (told.hours, told.today) == (2, False)
    for hour in (7, 8):
        sun.clock.move_to(sun.at(3, hour))
        assert await sun.reminders.put_due() == 0, "once"


async def test_an_application_without_an_answer_is_not_reminded_of(sun: Visiting) -> None:
    await sun.taken(None, 1)
    sun.clock.move_to(sun.at(1, 9))
    assert await sun.reminders.put_due() == 0
    sun.clock.move_to(sun.at(1, 12))
    assert await sun.reminders.put_due() == 0


async def test_after_a_long_silence_of_the_bot_the_nearer_one_says_it_all(sun: Visiting) -> None:
    card = await sun.confirmed(3)
    sun.clock.move_to(card.visit.starts_at - timedelta(hours=1))
    assert await sun.reminders.put_due() == 2
    assert await sun.reminders.put_due() == 0
    told = await sun.told_of.reminder_for_notice(await sun.notice(REMINDER, sun.guest))
    assert told is not None
    assert told.hours == 2


async def test_who_has_just_agreed_needs_no_reminder(sun: Visiting) -> None:
    sun.clock.move_to(sun.at(0, 11))
    await sun.agreed(1)  # later than a day before
    sun.clock.move_to(sun.at(0, 12))
    assert await sun.reminders.put_due() == 1
    assert await sun.waiting(REMINDER) == []
    assert await sun.waiting(NoticeKind.GUEST_ADVICE) == [sun.guest.person_id], "at once"
    sun.clock.move_to(sun.at(1, 8))
    assert await sun.reminders.put_due() == 2


async def test_a_moved_visit_is_reminded_of_anew(sun: Visiting) -> None:
    card = await sun.confirmed(3)
    await _advised(sun, card)
    sun.clock.move_to(card.visit.starts_at - timedelta(days=1))
    assert await sun.reminders.put_due() == 2
    old = await sun.notice(REMINDER, sun.guest)
    await sun.moved(card.visit.id, sun.at(5))
    assert await sun.told_of.reminder_for_notice(old) is None
    assert await sun.waiting(REMINDER) == [], "what was not told yet is dropped"
    sun.clock.move_to(sun.at(4))
    assert await sun.reminders.put_due() == 2, "the advice never comes twice"


async def test_one_that_waits_for_its_hour_does_not_stand_in_the_way(sun: Visiting) -> None:
    """Two days before the second visit the first one is near, and nothing of it is due: read one by one."""
    opened = await sun.open(starts=(sun.at(3, 12),))
    first = (await sun.take(sun.guest, opened.slots[0].id)).visit
    assert first is not None
    good(await sun.visits.accept(sun.host, first.id, 1))
    sun.clock.move_to(sun.at(1, 12))
    assert await sun.reminders.put_due() == 1
    await mark_sent(sun.database)
    await sun.agreed(4)
    sun.clock.move_to(sun.at(2))
    assert await GuestReminders(sun.database, sun.clock, batch=1).put_due() == 1
    assert await sun.waiting(NoticeKind.GUEST_ADVICE) == [sun.guest.person_id]


async def test_a_visit_given_back_is_not_reminded_of(sun: Visiting) -> None:
    card = await sun.confirmed(3)
    sun.clock.move_to(card.visit.starts_at - timedelta(days=1))
    await sun.reminders.put_due()
    notice = await sun.notice(REMINDER, sun.host)
    good(await sun.applications.give_back(sun.guest, card.visit.id, card.visit.version))
    assert await sun.told_of.reminder_for_notice(notice) is None
    sun.clock.move_to(card.visit.starts_at - timedelta(hours=2))
    assert await sun.reminders.put_due() == 0


async def over(sun: Visiting) -> VisitCard:
    """A visit whose hour is over."""
    card = await sun.confirmed(1)
    sun.clock.move_to(card.visit.starts_at + timedelta(minutes=59))
    await sun.reminders.put_due()
    assert await sun.waiting(AFTER) == []
    sun.clock.move_to(card.visit.starts_at + timedelta(hours=1))
    return card


async def test_the_teachers_are_asked_once_how_it_went(sun: Visiting) -> None:
    card = await over(sun)
    assert await sun.reminders.put_due() == 1
    assert await sun.reminders.put_due() == 0
    assert await sun.waiting(AFTER) == [sun.host.person_id]
    asked = await sun.told_of.after_for_notice(await sun.notice(AFTER, sun.host))
    assert asked is not None
    assert asked.may_conclude
    good(await sun.visits.held(sun.host, card.visit.id, 10))
    assert await sun.waiting(AFTER) == []
    assert await sun.told_of.after_for_notice(await sun.notice(AFTER, sun.host)) is None


async def test_nobody_is_asked_about_what_has_been_said_already(sun: Visiting) -> None:
    card = await over(sun)
    good(await sun.visits.not_held(sun.host, card.visit.id))
    assert await sun.reminders.put_due() == 0


async def test_an_evening_visit_is_asked_about_in_the_morning(sun: Visiting) -> None:
    opened = await sun.open(starts=(sun.at(1, 20, 30),))
    visit = (await sun.take(sun.guest, opened.slots[0].id)).visit
    assert visit is not None
    good(await sun.visits.accept(sun.host, visit.id, 1))
    sun.clock.move_to(sun.at(1, 21, 30))
    assert await sun.reminders.put_due() == 1
    assert (await sun.notice(AFTER, sun.host)).due_at == sun.at(2, 8)


async def test_who_answers_for_the_group_on_the_day_hears_of_it(sun: Visiting) -> None:
    card = await sun.confirmed(3)
    substitute = await sun.staff(Role.TEACHER)
    day = (card.visit.starts_at + timedelta(hours=7)).date()
    async with sun.database.work() as work:
        await work.people.teach(
            sun.organisation_id, substitute.memberships[0].id, sun.sun, starts_on=day, ends_on=day
        )
    sun.clock.move_to(card.visit.starts_at - timedelta(hours=2))
    assert await sun.reminders.put_due() == 3
    assert substitute.person_id in await sun.waiting(REMINDER)
