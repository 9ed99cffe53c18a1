"""No statement about guests walks through a table that grows."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from content.consents import consent_texts
from content.days import professional_days
from content.holidays import holidays_between
from content.professions import catalogue
from db.erasure_journal import ErasureJournal
from db.models import NoticeRow
from db.work import Database
from domain.guest_checklist import CheckItem
from domain.guest_outcomes import FollowUp
from domain.guest_passing import PassedOn, Passing
from domain.guest_questions import QuestionsPage
from domain.guests import GuestDecline
from domain.ids import OpeningId, VisitId
from domain.joining import Joined
from domain.links import LinkKind, Start
from domain.notices import NoticeKind
from domain.people import Actor, Role, Visitor
from domain.way_home import Liking
from services.consents import Consents
from services.delivery import Deliveries
from services.guest_follow_ups import GuestFollowUps
from services.guest_freeing import close_dates, free_families
from services.guest_letters import GuestLetters
from services.guest_messages import GuestMessages
from services.guest_newcomers import invite_to_be_guests
from services.guest_nudges import GuestNudges
from services.guest_overviews import GuestOverviews
from services.guest_papers import GuestPapers
from services.guest_passing import GuestPassing
from services.guest_preparation import GuestPreparation
from services.guest_questions import GuestQuestions
from services.guest_suggestions import GuestSuggestions
from services.guest_unread import GuestUnread
from services.guest_way_home import GuestWayHome
from services.joining import Joining
from services.partners import Partners
from services.privacy import Privacy
from services.retention import Retention
from tests.query_plans import recorded, scans
from tests.services.monitoring import OFFERING
from tests.services.visiting import DETAILS, Visiting, build_visiting, good

K = NoticeKind


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_nothing_is_scanned(database: Database, tmp_path: Path) -> None:
    sun = await build_visiting(database)
    with recorded(database) as ran:
        await _everything(sun, tmp_path)
    found = {statement: asked for statement, asked in ran.items() if "guest_" in statement}
    assert len(found) > 40
    assert await scans(database, found) == {}


async def _prepared(sun: Visiting, it: VisitId) -> None:
    """What is ready, what is asked, what is written."""
    preparing = GuestPreparation(sun.database, sun.clock, catalogue())
    for on in (True, False):
        await preparing.tick(sun.guest, it, CheckItem.THINGS, on=on)
    asking = GuestQuestions(sun.database, sun.clock)
    page = await asking.write(sun.host, it, None, "Почему?")
    assert isinstance(page, QuestionsPage)
    await asking.write(sun.host, it, page.questions[0].id, "Зачем?")
    await asking.send(sun.host, it)
    await asking.drop(sun.host, it, page.questions[0].id)
    writing = GuestMessages(sun.database, sun.clock)
    await writing.write(sun.guest, it, "Приду к десяти")
    await writing.message_for_notice(await sun.notice(K.GUEST_WRITTEN, sun.host))


async def _passed_on(sun: Visiting, baker: Actor, opening: OpeningId) -> None:
    """To a colleague, who comes; staff look at the partner."""
    passing = GuestPassing(sun.database, sun.clock)
    assert isinstance(await passing.look(baker, opening), Passing)
    made = await passing.pass_on(baker, opening)
    assert isinstance(made, PassedOn)
    joining = Joining(sun.database, sun.clock, Consents(sun.database, consent_texts()))
    start, visitor = Start(LinkKind.INVITED, made.token), Visitor("telegram", 7001, 7001)
    assert isinstance(await joining.accept(visitor, None, start, 1, "ru"), Joined)
    await Partners(sun.database, sun.clock).partner(await sun.staff(Role.HEAD), baker.memberships[0].id)


async def _everything(sun: Visiting, folder: Path) -> None:
    """The whole life of some visits, with what is told of them and what becomes of them in the end."""
    baker = await sun.baker()
    here = sun.organisation_id
    partner = baker.memberships[0].id
    await sun.openings.preview(sun.host, here, sun.opening(30, partners=(partner,)))
    opened = await sun.open(20, 21, partners=(partner,))
    some = frozenset(sun.children[:2])
    await sun.openings.families(sun.host, here, sun.sun)
    await sun.openings.preview(sun.host, here, sun.opening(31, children=some))
    named = await sun.open(31, children=some)
    await sun.openings.withdraw(sun.host, named.slots[0].id)
    await sun.openings.opened(sun.host, f"o{sun.tokens}")
    for page in (False, True):
        await sun.openings.page(sun.host, here, past=page)
    seen = GuestOverviews(sun.database, sun.database.clock, catalogue())
    await seen.month(sun.host, here, sun.at(20).date())
    await seen.month_of_group(sun.host, sun.sun, sun.at(20).date())
    await seen.year(sun.host, here, sun.at(20).year)
    hints = GuestSuggestions(sun.database, sun.clock, catalogue(), professional_days(), holidays_between)
    await hints.days(sun.host, here)
    await hints.of_group(sun.host, sun.sun)
    nudges = GuestNudges(sun.database, sun.clock, sun.told_of)
    now = sun.clock.now()
    sun.clock.move_to(sun.at(14))
    assert await nudges.put_due() > 0
    await nudges.nudge_for_notice(await sun.notice(K.GUESTS_NUDGE, baker))
    await nudges.pause(baker, sun.sun)
    await nudges.take_back(baker, sun.sun)
    sun.clock.move_to(now)
    await _passed_on(sun, baker, opened.opening_id)
    await sun.openings.slot(sun.host, opened.slots[0].id)
    await sun.openings.withdraw(sun.host, opened.slots[0].id)
    for guest in (sun.guest, baker):
        await sun.applications.groups(guest)
        await sun.applications.dates(guest, sun.sun)
        await sun.applications.invitation(guest, opened.opening_id)
    await sun.told_of.invited_for_notice(await sun.notice(K.GUESTS_INVITED, baker))
    entered = await sun.entered(sun.children[1], 22)
    await sun.entries.choice(sun.host, entered.slot_id)
    await sun.entries.entered(sun.host, f"e{sun.tokens}")
    async with sun.database.work() as work:
        [child] = [one for one in await work.children.in_group(here, sun.sun) if one.number == 2]
        await invite_to_be_guests(work, child, [sun.guest.person_id])
        await free_families(work, here, [child.id])
    refused = await sun.taken(None, 15)
    good(await sun.visits.decline(sun.host, refused.id, 1, GuestDecline.HAD_LATELY, None))
    await sun.told_of.declined_for_notice(await sun.notice(K.GUEST_DECLINED, sun.guest))
    card = await sun.confirmed(3)
    await sun.applications.applied(sun.guest, f"v{sun.tokens}")
    await sun.applications.mine(sun.guest)
    await sun.applications.prefilled(sun.guest, card.visit.id)
    good(await sun.applications.write_details(sun.guest, card.visit.id, DETAILS))
    await sun.moves.options(sun.host, card.visit.id)
    await sun.moves.plan_on(sun.host, card.visit.id, sun.at(4))
    await sun.answers.put_due()
    await GuestUnread(sun.database, sun.clock).put_due()
    card = await sun.moved(card.visit.id, sun.at(4))
    back = await sun.agreed(16)
    good(await sun.applications.give_back(sun.guest, back.visit.id, back.visit.version))
    await _prepared(sun, card.visit.id)
    for hours in (-24, -2, 1):
        sun.clock.move_to(sun.at(4) + timedelta(hours=hours))
        await sun.reminders.put_due()
    good(await sun.visits.held(sun.host, card.visit.id, 7))
    await sun.visits.met(sun.host, sun.sun)
    home = GuestWayHome(sun.database, sun.clock, catalogue())
    await home.way_home_for_notice(await sun.notice(K.GUEST_WAY_HOME, sun.guest))
    await home.like(sun.guest, card.visit.id, Liking.JOY)
    await home.game(sun.host, card.visit.id)
    told = await sun.notice(K.GUEST_WAY_HOME, sun.guest)
    async with sun.database.work() as work:
        row = update(NoticeRow).where(NoticeRow.id == told.id)
        await work.connection.execute(row.values(status="summarised", summary_id=told.id))
    summary = await Deliveries(sun.database, sun.clock, OFFERING).summary_for_notice(told)
    assert summary is not None
    assert summary.guests
    good(await sun.visits.not_held(sun.host, card.visit.id))
    good(await sun.visits.held(sun.host, card.visit.id, 7))
    follow_ups = GuestFollowUps(sun.database, sun.clock, catalogue())
    sun.clock.move_to(sun.at(4) + timedelta(days=4))
    assert await follow_ups.put_due() == 1
    await follow_ups.for_notice(await sun.notice(K.GUEST_FOLLOW_UP, sun.host))
    await follow_ups.tick(sun.host, card.visit.id, FollowUp.QUIZ, on=True)
    await follow_ups.tick(sun.host, card.visit.id, FollowUp.QUIZ, on=False)
    good(await sun.visits.write_note(sun.host, card.visit.id, "Пекли хлеб"))
    await seen.year(sun.host, here, sun.at(20).year)
    letters = GuestLetters(sun.database, sun.clock)
    await letters.issue(sun.host, card.visit.id, None, "Спасибо!")
    await letters.send(sun.host, card.visit.id)
    await letters.own(sun.guest, card.visit.id)
    await letters.register(sun.host, here)
    await GuestPapers(sun.database, sun.clock).journal(sun.host, here, 2026)
    async with sun.database.read() as reading:
        await reading.guest_summaries.line(here, opened.opening_id)
    deliveries = Deliveries(sun.database, sun.clock, OFFERING)
    await deliveries.summary_for_notice(await sun.notice(K.GUESTS_INVITED, sun.guest))
    await sun.taken(None, 40)
    async with sun.database.work() as work:
        await close_dates(work, sun.host, here, sun.sun)
    await sun.taken(None, 41)
    journal = ErasureJournal(folder)
    privacy = Privacy(sun.database, sun.clock, journal)
    await privacy.my_data(sun.guest)
    await privacy.leave(baker, here)
    await privacy.erase(sun.guest)
    sun.clock.advance(timedelta(days=200))
    await Retention(sun.database, sun.clock, journal, frozenset()).run_due()
