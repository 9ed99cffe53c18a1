"""Letters of thanks: numbers that follow one another, one letter a visit, names as the setting allows, what erasure leaves."""

import asyncio
import io
from pathlib import Path

from docx import Document as Docx
from openpyxl import load_workbook
from sqlalchemy import delete, select

from db.erasure_journal import ErasureJournal
from db.models import GuestLetterRow
from db.repositories.given_numbers import GivenNumbers
from db.work import Database
from domain.guest_letters import WORDS_LIMIT, LetterDesk, OwnLetter
from domain.ids import VisitId
from domain.notices import NoticeKind
from domain.outcomes import Reason, Refused
from domain.people import Role
from handlers.guests.letter_words import dear, journal_of, register_of
from locales import texts_for
from reports.documents.guest_tables import guest_document, guest_workbook
from services.guest_letters import GuestLetters
from services.guest_papers import GuestPapers
from services.privacy import Privacy
from tests.services.visiting import OWN_WORDS, Visiting, build_visiting, good

THANKS = "Спасибо Вам!"
DEAR = "Уважаемая Анна Сергеевна!"


async def held(sun: Visiting, *days: int) -> list[VisitId]:
    """Visits that took place."""
    visits = []
    for at, day in enumerate(days):
        guest = sun.guest if at < 2 else (await sun.crowd(1))[0]
        visit = await sun.taken(guest, day)
        visits.append(good(await sun.visits.accept(sun.host, visit.id, visit.version)).visit.id)
    sun.clock.move_to(sun.at(max(days) + 1))
    for number, visit_id in enumerate(visits):
        good(await sun.visits.held(sun.host, visit_id, 10 + number))
    return visits


def issued(outcome: LetterDesk | Refused) -> LetterDesk:
    """A letter, not a refusal."""
    assert isinstance(outcome, LetterDesk), outcome
    assert outcome.letter is not None
    return outcome


async def test_numbers_follow_one_another_whoever_asks_at_once(database: Database) -> None:
    sun = await build_visiting(database)
    await sun.names_on()
    visits = await held(sun, 1, 2, 3, 4)
    letters = GuestLetters(sun.database, sun.clock)
    asked = [letters.issue(sun.host, visit, DEAR, THANKS) for visit in visits for _ in range(3)]
    desks = [issued(one) for one in await asyncio.gather(*asked)]
    given = {one.card.visit.id: one.letter.number for one in desks if one.letter is not None}
    assert sorted(given.values()) == [1, 2, 3, 4]
    assert all(one.letter and one.letter.number == given[one.card.visit.id] for one in desks)
    page = await letters.register(sun.host, sun.organisation_id)
    assert [line.letter.number for line in page.lines] == [4, 3, 2, 1]


async def test_a_number_that_a_restore_has_lost_is_not_given_again(database: Database) -> None:
    """The backup is of before the second letter; a new year begins with the first."""
    sun = await build_visiting(database)
    visits = await held(sun, 1, 2)
    letters = GuestLetters(sun.database, sun.clock)

    async def number_of(visit_id: VisitId) -> int:
        letter = issued(await letters.issue(sun.host, visit_id, None, THANKS)).letter
        assert letter is not None
        return letter.number

    assert [await number_of(visit_id) for visit_id in visits] == [1, 2]
    async with sun.database.work() as work:
        numbers = GivenNumbers(work.connection)
        given = await numbers.read()
        await work.connection.execute(delete(GuestLetterRow).where(GuestLetterRow.number == 2))
        await numbers.keep(given)
    assert await number_of(visits[1]) == 3
    async with sun.database.work() as work:
        await work.connection.execute(delete(GuestLetterRow))
        year = sun.clock.now().year - 1
        await work.organisations.change(sun.organisation_id, letters_year=year, letters_number=40)
    assert [await number_of(visit_id) for visit_id in visits] == [1, 2]


async def test_a_letter_is_written_sent_found_and_outlives_its_guest(
    database: Database, tmp_path: Path
) -> None:
    sun = await build_visiting(database)
    await sun.names_on()
    letters = GuestLetters(sun.database, sun.clock)
    ahead = await sun.agreed(20)
    assert not (await letters.desk(sun.host, ahead.visit.id)).possible
    early = await letters.issue(sun.host, ahead.visit.id, None, THANKS)
    assert early == Refused(Reason.CHANGED_MEANWHILE)
    [visit] = await held(sun, 3)
    long = await letters.issue(sun.host, visit, DEAR, "о" * (WORDS_LIMIT + 1))
    assert isinstance(long, Refused)
    assert long.reason is Reason.TOO_LONG
    assert await letters.send(sun.host, visit) == Refused(Reason.CHANGED_MEANWHILE)
    desk = issued(await letters.issue(sun.host, visit, DEAR, THANKS))
    assert desk.letter is not None
    assert (desk.letter.salutation, desk.letter.words, desk.letter.sent) == (DEAR, THANKS, False)
    assert await letters.own(sun.guest, visit) is None
    assert not (await sun.applications.visit(sun.guest, visit)).has_letter
    sent = await letters.send(sun.host, visit)
    assert isinstance(sent, LetterDesk)
    own = await letters.letter_for_notice(await sun.notice(NoticeKind.GUEST_LETTER, sun.guest))
    assert own is not None
    assert own.letter.salutation == DEAR
    assert isinstance(await letters.own(sun.guest, visit), OwnLetter)
    assert (await sun.applications.visit(sun.guest, visit)).has_letter
    waiting = await sun.notice(NoticeKind.GUEST_LETTER, sun.guest)

    await Privacy(sun.database, sun.clock, ErasureJournal(tmp_path)).erase(sun.guest)
    assert await letters.letter_for_notice(waiting) is None
    after = await letters.desk(sun.host, visit)
    assert after.letter is not None
    assert (after.letter.number, after.letter.issued_on) == (1, desk.letter.issued_on)
    assert (after.letter.guest_id, after.letter.salutation, after.letter.words) == (None, None, None)
    assert not after.may_send


async def test_nobody_is_thanked_for_what_did_not_take_place_after_all(database: Database) -> None:
    sun = await build_visiting(database)
    letters = GuestLetters(sun.database, sun.clock)
    sent, unsent = await held(sun, 3, 4)
    for visit in (sent, unsent):
        issued(await letters.issue(sun.host, visit, None, THANKS))
    assert isinstance(await letters.send(sun.host, sent), LetterDesk)
    waiting = await sun.notice(NoticeKind.GUEST_LETTER, sun.guest)
    for visit in (sent, unsent):
        good(await sun.visits.not_held(sun.host, visit))
        assert await letters.send(sun.host, visit) == Refused(Reason.CHANGED_MEANWHILE)
    assert await letters.letter_for_notice(waiting) is None
    assert await letters.own(sun.guest, sent) is None


async def test_who_leaves_the_organisation_takes_the_words_along(database: Database, tmp_path: Path) -> None:
    sun = await build_visiting(database)
    await sun.names_on()
    [visit] = await held(sun, 3)
    issued(await GuestLetters(sun.database, sun.clock).issue(sun.host, visit, DEAR, THANKS))
    await Privacy(sun.database, sun.clock, ErasureJournal(tmp_path)).leave(sun.guest, sun.organisation_id)
    async with sun.database.read() as reading:
        [row] = await reading.connection.execute(select(GuestLetterRow.__table__))
    assert (row.number, row.guest_id, row.salutation, row.words) == (1, None, None, None)


async def test_without_names_nobody_is_addressed_by_one(database: Database) -> None:
    sun = await build_visiting(database)
    [visit] = await held(sun, 3)
    letters = GuestLetters(sun.database, sun.clock)
    assert (await letters.desk(sun.host, visit)).name is None
    desk = issued(await letters.issue(sun.host, visit, DEAR, THANKS))
    assert desk.letter is not None
    assert desk.letter.salutation is None


def test_guests_are_addressed_in_the_nominative() -> None:
    assert dear(None) is None
    assert dear("Анна Сергеевна") == "Уважаемая Анна Сергеевна!"
    assert dear("Пётр Ильич") == "Уважаемый Пётр Ильич!"
    assert dear("Анна Рабинович") == "Дорогой наш гость, Анна Рабинович!"


async def test_the_journal_and_the_register_as_files(database: Database) -> None:
    sun = await build_visiting(database)
    [visit, *_] = await held(sun, 3, 4)
    opened = await sun.open(20)
    own = (await sun.take((await sun.crowd(1))[0], opened.slots[0].id, OWN_WORDS)).visit
    assert own is not None
    papers, texts = GuestPapers(sun.database, sun.clock), texts_for("ru")
    view = await papers.journal(sun.host, sun.organisation_id, 2026)
    assert [line.visit.children for line in view.lines] == [10, 11]
    assert (await papers.journal(sun.host, sun.organisation_id, 2025)).lines == ()
    stranger = await sun.staff(Role.TEACHER)  # of no group
    assert view.organisation.id == sun.organisation_id
    paper = journal_of(view, texts, sun.clock.now())
    sheet = load_workbook(io.BytesIO(guest_workbook(paper))).active
    assert sheet is not None
    assert sheet.title == "Журнал гостей"
    assert sheet.print_title_rows == "$4:$4"
    assert [cell.value for cell in sheet[4]][3:] == [
        "Профессия",
        "Формат",
        "Детей",
        "След встречи",
        "Заметка",
    ]
    assert [cell.value for cell in sheet[5]][1:4] == ["Солнышко", "семья 0001", "Пекарь"]
    book = Docx(io.BytesIO(guest_document(paper)))
    [table] = book.tables
    assert [cell.text for cell in table.rows[1].cells][1:4] == ["Солнышко", "семья 0001", "Пекарь"]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert book.sections[0].page_width > book.sections[0].page_height  # type: ignore[operator]  # both are set
    letters = GuestLetters(sun.database, sun.clock)
    issued(await letters.issue(sun.host, visit, None, THANKS))
    register = register_of(await letters.table(sun.host, sun.organisation_id), texts, sun.clock.now())
    assert [row[0] for row in register.rows] == [1]
    assert stranger.memberships
