"""No statement about who waits, what guests are asked, papers and days without guests walks through a table that grows."""

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from content.professions import catalogue
from db.erasure_journal import ErasureJournal
from db.models import PersonRow
from db.work import Database
from domain.guest_calendar import Pattern
from domain.guest_date_views import FreeDaysPage
from domain.guest_queue import EVERY_DAY
from domain.guest_requests import MoveAnswer, Wish
from domain.guests import Format
from domain.notices import NoticeKind
from domain.people import Actor, Role
from services.entrance_lists import EntranceLists
from services.guest_free_days import GuestFreeDays
from services.guest_letters import GuestLetters
from services.guest_messages import GuestMessages
from services.guest_papers import GuestPapers
from services.guest_preparation import GuestPreparation
from services.guest_questions import GuestQuestions
from services.guest_request_notices import GuestRequestNotices
from services.guest_series import GuestSeries
from services.guest_unread import GuestUnread
from services.guest_waiting import GuestWaiting
from services.guest_way_home import GuestWayHome
from services.privacy import Privacy
from tests.query_plans import recorded, scans
from tests.services.busy_week import closures
from tests.services.queueing import Queueing
from tests.services.sunny import mark_sent
from tests.services.visiting import BAKER, OWN_WORDS, Visiting, build_visiting, good

K = NoticeKind


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_nothing_is_scanned(database: Database, tmp_path: Path) -> None:
    sun = await build_visiting(database)
    head = await sun.staff(Role.HEAD)
    with recorded(database) as ran:
        await _queue(sun, head)
        await _asked(sun)
        await _papers(sun, head, tmp_path)
    about = ("guest_", "group_closures")
    found = {text: asked for text, asked in ran.items() if any(word in text for word in about)}
    assert sum("guest_queue" in text for text in found) > 15
    assert await scans(database, found) == {}


async def _queue(sun: Visiting, head: Actor) -> None:
    """Several wait: somebody is offered a date, lets it lapse, takes one, leaves, moves a visit, is gone."""
    first, second, third = await sun.crowd(3)
    q = Queueing(sun)
    opened = await sun.open(20, 21)
    taken = [(await sun.take(sun.guest, slot.id)).visit for slot in opened.slots]
    for guest in (first, second, third):
        assert (await sun.take(guest, opened.slots[0].id, OWN_WORDS)).queued
    await q.queue.join(second, sun.sun, BAKER)
    await q.queue.wish(third, sun.sun, EVERY_DAY - {6})
    await q.queue.place(third, sun.sun)
    await q.queue.mine(first)
    for actor in (sun.host, head):
        await q.queue.page(actor, sun.organisation_id)
    assert taken[0] is not None
    good(await sun.applications.give_back(sun.guest, taken[0].id, taken[0].version))
    q.by_day()
    assert await q.offers.put_due() == 1
    notice = await sun.notice(K.GUEST_OFFERED, first)
    assert await q.told.offered_for_notice(notice) is not None
    await mark_sent(sun.database)
    sun.clock.advance(timedelta(days=2))
    q.by_day()
    await q.offers.put_due()
    await q.told.lapsed_for_notice(await sun.notice(K.GUEST_OFFER_LAPSED, first))
    card = good(await q.queue.take_offered(second, sun.sun, opened.slots[0].id))
    await q.queue.leave(third, sun.sun)
    free = (await sun.open(24)).slots[0]
    await q.moves.free(second, card.visit.id)
    await q.queue.leave(first, sun.sun)
    await mark_sent(sun.database)
    good(await q.moves.move(second, card.visit.id, card.visit.version, free.id))
    await q.told.moved_for_notice(await sun.notice(K.GUEST_MOVED_VISIT, sun.host))


async def _asked(sun: Visiting) -> None:
    """Another date, a change, who does not read, who waits for an answer; and a day that is closed."""
    told = GuestRequestNotices(sun.database, sun.clock)
    card = await sun.confirmed(25)
    free = (await sun.open(26)).slots[0]
    await sun.moves.plan(sun.host, card.visit.id, free.id)
    for answer in MoveAnswer:
        visit = await sun.now_of(card.visit.id)
        asked = good(await sun.move(visit.id, sun.at(27 if answer is MoveAnswer.YES else 28))).visit
        assert asked.asked is not None
        await told.move_asked_for_notice(await sun.notice(K.GUEST_MOVE_ASKED, sun.guest))
        good(await sun.answers.answer(sun.guest, visit.id, asked.asked.slot_id, answer))
        await told.move_answered_for_notice(await sun.notice(K.GUEST_MOVE_ANSWERED, sun.host))
    visit = good(await sun.move(card.visit.id, free.id)).visit
    good(await sun.moves.take_back(sun.host, visit.id, visit.version))
    visit = await sun.now_of(visit.id)
    good(await sun.changes_of.ask(sun.host, visit.id, visit.version, Wish.FORMAT, None))
    await told.change_asked_for_notice(await sun.notice(K.GUEST_CHANGE_ASKED, sun.guest))
    game = replace(BAKER, formats=frozenset({Format.GAME}))
    good(await sun.changes_of.change_application(sun.guest, visit.id, game))
    await told.changed_for_notice(await sun.notice(K.GUEST_CHANGED, sun.host))
    await GuestWaiting(sun.database, sun.clock).put_due()
    async with sun.database.work() as work:
        gone = update(PersonRow).where(PersonRow.id == sun.guest.person_id)
        await work.connection.execute(gone.values(chat_closed_at=sun.clock.now()))
    assert await GuestUnread(sun.database, sun.clock).put_due() > 0
    await told.unread_for_notice(await sun.notice(K.GUEST_UNREAD, sun.host))


async def _papers(sun: Visiting, head: Actor, folder: Path) -> None:
    """What is read beside a visit, and what stands on paper."""
    here, clock = sun.organisation_id, sun.clock
    days = GuestFreeDays(sun.database, clock)
    today = sun.at(40).date()
    await days.groups(head, here)
    page = await days.add(head, here, sun.sun, today, today, "Утренник")
    assert isinstance(page, FreeDaysPage)
    await days.add(head, here, None, today, today, None)
    await days.set_quiet(head, here, 12, on=True)
    await days.remove(head, here, page.entries[0][0].id)
    card = await sun.applications.mine(sun.guest)
    visit = card[0][0].visit
    await GuestPreparation(sun.database, clock, catalogue()).look(sun.guest, visit.id)
    await GuestQuestions(sun.database, clock).page(sun.host, visit.id)
    await GuestMessages(sun.database, clock).look(sun.host, visit.id)
    for actor in (sun.host, head):
        await GuestPapers(sun.database, clock).journal(actor, here, 2026)
        await GuestPapers(sun.database, clock).groups(actor, here)
        await GuestLetters(sun.database, clock).register(actor, here)
        await GuestLetters(sun.database, clock).table(actor, here)
    await GuestPapers(sun.database, clock).poster(sun.host, sun.sun)
    clock.move_to(visit.starts_at + timedelta(hours=2))
    good(await sun.visits.held(sun.host, visit.id, 7))
    letters = GuestLetters(sun.database, clock)
    await letters.desk(sun.host, visit.id)
    await letters.issue(sun.host, visit.id, None, "Спасибо!")
    await letters.send(sun.host, visit.id)
    await letters.letter_for_notice(await sun.notice(K.GUEST_LETTER, sun.guest))
    home = GuestWayHome(sun.database, clock, catalogue())
    await home.look(sun.guest, visit.id)
    await EntranceLists(sun.database, clock).awaited(here, today, 7)
    pattern = Pattern(frozenset(range(7)), (time(9, 20),), today, today + timedelta(days=9))
    series = GuestSeries(sun.database, clock, lambda *_: {})
    await series.look(sun.host, here, sun.sun, [sun.at(40)])
    await series.plan(sun.host, here, sun.sun, pattern)
    await sun.openings.open(sun.host, here, sun.opening(41, 42), "closed")
    await closures(sun).preview(sun.host, sun.sun, (today, today + timedelta(days=3)))
    await Privacy(sun.database, clock, ErasureJournal(folder)).erase(sun.guest)
