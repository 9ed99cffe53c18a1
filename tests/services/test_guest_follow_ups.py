"""After a visit: a neutral reason, a note for the journal, what the group did, and two gentle reminders."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from content.professions import catalogue
from db.erasure_journal import ErasureJournal
from db.models import GuestFollowUpRow, GuestVisitRow
from db.work import Database
from domain.guest_follow_ups import TICKED_FOR, FollowUpDesk
from domain.guest_outcomes import FollowUp, Missed
from domain.guest_views import VisitCard
from domain.guests import NOTE_LIMIT, VisitStatus
from domain.notices import NoticeKind
from domain.outcomes import Reason, Refused
from domain.privacy import VISITS_KEPT
from handlers.guests.letter_words import journal_of
from locales import texts_for
from reports.documents.guest_tables import guest_document, guest_workbook
from screens import guests_follow_ups as screens
from screens.render import render
from services.guest_follow_ups import GuestFollowUps
from services.guest_letters import GuestLetters
from services.guest_overviews import GuestOverviews
from services.guest_papers import GuestPapers
from services.retention import Retention
from tests.services.sunny import mark_sent
from tests.services.visiting import Visiting, build_visiting, good

KIND = NoticeKind.GUEST_FOLLOW_UP


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def held(sun: Visiting, day: int = 1) -> VisitCard:
    """A visit of a baker that was held."""
    card = await sun.confirmed(day)
    sun.clock.move_to(card.visit.starts_at + timedelta(hours=1))
    return good(await sun.visits.held(sun.host, card.visit.id, 10))


def follow_ups(sun: Visiting) -> GuestFollowUps:
    """What teachers tick."""
    return GuestFollowUps(sun.database, sun.clock, catalogue())


async def ticked(sun: Visiting, card: VisitCard, kind: FollowUp, *, on: bool = True) -> FollowUpDesk:
    """A mark that was set, or taken away."""
    outcome = await follow_ups(sun).tick(sun.host, card.visit.id, kind, on=on)
    assert isinstance(outcome, FollowUpDesk)
    return outcome


async def test_a_reason_and_a_note_stand_on_the_card_and_in_the_journal(sun: Visiting) -> None:
    other = await sun.agreed(2)
    card = await held(sun)
    visit = card.visit.id
    assert good(await sun.visits.write_note(sun.host, visit, "  Месили  тесто ")).visit.note == "Месили тесто"
    for wrong, reason in (
        ("серия 3204 567890", Reason.LOOKS_LIKE_DOCUMENT),
        ("я" * (NOTE_LIMIT + 1), Reason.TOO_LONG),
    ):
        refused = await sun.visits.write_note(sun.host, visit, wrong)
        assert isinstance(refused, Refused)
        assert refused.reason is reason
    good(await sun.visits.held(sun.host, visit, 12))
    await ticked(sun, card, FollowUp.DRAWING)
    sun.clock.move_to(other.visit.starts_at)
    missed = good(await sun.visits.not_held(sun.host, other.visit.id, Missed.GUEST))
    assert (missed.visit.missed, missed.visit.note) == (Missed.GUEST, None)
    on_it = await sun.visits.write_note(sun.host, other.visit.id, "Не было")
    assert on_it == Refused(Reason.CHANGED_MEANWHILE), "only of what was held"

    shown = await sun.applications.visit(sun.host, visit)
    assert (shown.visit.children, shown.visit.note, shown.done) == (12, "Месили тесто", (FollowUp.DRAWING,))
    assert (await sun.applications.visit(sun.guest, visit)).done == ()

    view = await GuestPapers(sun.database, sun.clock).journal(sun.host, sun.organisation_id, 2026)
    assert (len(view.lines), view.held) == (2, 1)
    paper = journal_of(view, texts_for("ru"), sun.clock.now())
    assert paper.heads[-3:] == ("Детей", "След встречи", "Заметка")
    assert [row[-3:] for row in paper.rows] == [
        (12, "рисунок", "Месили тесто"),
        (None, "", "Не состоялось: гость не смог прийти"),
    ]
    sheet = load_workbook(io.BytesIO(guest_workbook(paper))).active
    assert sheet is not None
    assert sheet.title == "Журнал гостей"
    assert [cell.value for cell in sheet[5]][-2:] == ["рисунок", "Месили тесто"]
    table = Document(io.BytesIO(guest_document(paper))).tables[0]
    assert table.rows[2].cells[-1].text == "Не состоялось: гость не смог прийти"

    moved = await sun.moved(other.visit.id, sun.at(9))
    assert moved.visit.missed is None
    assert good(await sun.visits.write_note(sun.host, visit, None)).visit.note is None


async def test_what_the_group_did_is_ticked_with_its_day_and_counted(sun: Visiting) -> None:
    card = await held(sun)
    sun.clock.advance(timedelta(days=2))
    for _ in range(2):
        view = await ticked(sun, card, FollowUp.ROLE_PLAY)
    today = sun.clock.today("Asia/Novokuznetsk")
    assert view.done == {FollowUp.ROLE_PLAY: today}
    await ticked(sun, card, FollowUp.QUIZ)
    seen = GuestOverviews(sun.database, sun.clock, catalogue())
    assert (await seen.year(sun.host, sun.organisation_id, 2026)).followed == 1
    for kind in (FollowUp.QUIZ, FollowUp.ROLE_PLAY):
        view = await ticked(sun, card, kind, on=False)
    assert view.done == {}
    assert (await seen.year(sun.host, sun.organisation_id, 2026)).followed == 0
    text = render(screens.desk(view), texts_for("ru")).text
    bread = catalogue().by_slug["pekar"]
    assert f"Игра «{bread.place.capitalize()}»" in text
    assert bread.tools[0] in text

    sun.clock.move_to(card.visit.starts_at + TICKED_FOR + timedelta(minutes=1))
    late = await follow_ups(sun).tick(sun.host, card.visit.id, FollowUp.QUIZ, on=True)
    assert late == Refused(Reason.FOLLOW_UP_LATE)
    assert not (await follow_ups(sun).desk(sun.host, card.visit.id)).may_tick


async def test_teachers_are_reminded_on_two_days_unless_something_is_ticked(sun: Visiting) -> None:
    """A Tuesday's visit: on Friday, and on Monday."""
    card = await held(sun)
    other = await held(sun, 2)
    await ticked(sun, other, FollowUp.CORNER)
    for day in (3, 6):
        sun.clock.move_to(card.visit.starts_at + timedelta(days=day, minutes=-1))
        assert await follow_ups(sun).put_due() == 0
        sun.clock.advance(timedelta(minutes=1))
        assert [await follow_ups(sun).put_due() for _ in range(2)] == [1, 0], "once"
        assert await sun.waiting(KIND) == [sun.host.person_id]
        told = await follow_ups(sun).for_notice(await sun.notice(KIND, sun.host))
        assert told is not None
        assert "Дети ещё помнят гостя" in render(screens.reminder(told), texts_for("ru")).text
        if day == 3:
            await mark_sent(sun.database)
    await ticked(sun, card, FollowUp.DRAWING)
    assert await sun.waiting(KIND) == [], "what was not told yet is dropped"
    assert await follow_ups(sun).for_notice(await sun.notice(KIND, sun.host)) is None
    sun.clock.advance(timedelta(days=5))
    assert await follow_ups(sun).put_due() == 0


async def test_nobody_is_woken_at_night(sun: Visiting) -> None:
    opened = await sun.open(starts=(sun.at(1, 20, 30),))
    visit = (await sun.take(sun.guest, opened.slots[0].id)).visit
    assert visit is not None
    good(await sun.visits.accept(sun.host, visit.id, 1))
    sun.clock.move_to(sun.at(1, 20, 50))
    good(await sun.visits.held(sun.host, visit.id, 10))
    sun.clock.move_to(sun.at(4, 22))
    assert await follow_ups(sun).put_due() == 1
    assert (await sun.notice(KIND, sun.host)).due_at == sun.at(5, 8)


async def test_what_did_not_take_place_after_all_has_no_trace_and_goes_in_time(
    sun: Visiting, tmp_path: Path
) -> None:
    """Unless a letter of thanks names it: its number and date stay."""
    cards = [await held(sun), await held(sun, 2)]
    await GuestLetters(sun.database, sun.clock).issue(sun.host, cards[0].visit.id, None, "Спасибо!")
    for card in cards:
        await ticked(sun, card, FollowUp.QUIZ)
        good(await sun.visits.not_held(sun.host, card.visit.id, Missed.GROUP))
    assert await sun.count(GuestFollowUpRow) == 0
    view = await follow_ups(sun).desk(sun.host, cards[0].visit.id)
    assert (view.card.visit.status, view.may_tick) == (VisitStatus.NOT_HELD, False)
    sun.clock.advance(VISITS_KEPT + timedelta(days=5))
    await Retention(sun.database, sun.clock, ErasureJournal(tmp_path), frozenset()).run_due()
    assert await sun.count(GuestVisitRow) == 1
