"""Who is awaited at the door: only agreed visits of those days, full names that guests gave for it, each list noted."""

import io
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import update

from bot.entrance_paper import entrance_paper
from content.consents import consent_texts
from db.erasure_journal import ErasureJournal
from db.models import AuditRow, ConsentRow, GuestEntranceNameRow
from db.work import Database
from domain.guest_entrance import EntranceName, asks_full_name
from domain.guest_views import VisitCard
from domain.guests import GuestDecline
from domain.ids import OrganisationId
from domain.outcomes import Missing, Reason, Refused
from domain.people import Role
from domain.privacy import Left
from domain.retention import ENTRANCE_WITHDRAWN
from locales import texts_for
from reports.documents.guest_tables import guest_workbook
from services.entrance_lists import EntranceLists
from services.guest_entrance import GuestEntrance
from services.guest_messages import GuestMessages
from services.organisations import Organisations
from services.privacy import Privacy
from services.retention import Retention
from tests.services.visiting import Visiting, build_visiting, good


async def awaited(sun: Visiting, first: int, days: int = 1) -> list[tuple[object, ...]]:
    """The cells of the list under its heads: day, hour, group, profession, name."""
    day = sun.at(first).date()
    view = await EntranceLists(sun.database, sun.clock).awaited(sun.organisation_id, day, days)
    paper = entrance_paper(view, texts_for("ru"), sun.clock.now())
    assert load_workbook(io.BytesIO(guest_workbook(paper))).sheetnames == ["Гости для входа"]
    return [row[1:5] for row in paper.rows]


async def test_only_agreed_visits_of_these_days_without_a_name(database: Database) -> None:
    sun = await build_visiting(database)
    await sun.agreed(7)
    [other] = await sun.crowd(1)
    await sun.taken(other, 9)  # applied for, not answered

    assert await awaited(sun, 7) == [("10:00", "Солнышко", "Пекарь", None)]
    assert await awaited(sun, 6) == []
    assert await awaited(sun, 8, days=5) == []
    assert await sun.count(AuditRow, action="entrance-list.made") == 3


def named(sun: Visiting) -> GuestEntrance:
    return GuestEntrance(sun.database, sun.clock, consent_texts())


async def say(sun: Visiting, card: VisitCard, name: str = "Петрова Анна Сергеевна") -> object:
    return await named(sun).keep(sun.guest, card.visit.id, name, 1, "ru")


async def test_where_names_are_kept_the_guest_is_asked_for_the_full_one(database: Database) -> None:
    sun = await build_visiting(database)
    await sun.names_on()
    card = await sun.agreed(7)
    line = ("10:00", "Солнышко", "Пекарь")
    assert await awaited(sun, 1, days=31) == [(*line, None)], (
        "a name said for the bot is none for the entrance"
    )

    for wrong in ("12345", "Анна", "Анна 2"):
        assert await say(sun, card, wrong) == Refused(Reason.NOT_A_FULL_NAME)
    assert await sun.count(ConsentRow, purpose="entrance") == 0
    await say(sun, card, "Иванова Анна")
    kept = await say(sun, card)
    assert isinstance(kept, EntranceName)
    assert (kept.name, kept.agreed) == ("Петрова Анна Сергеевна", True)
    assert await sun.count(ConsentRow, purpose="entrance") == 1
    assert await awaited(sun, 1, days=31) == [(*line, "Петрова Анна Сергеевна")]
    writing = GuestMessages(sun.database, sun.clock)
    for reader in (sun.guest, sun.host):
        assert (await writing.look(reader, card.visit.id)).messages == (), "nobody reads it in a chat"

    good(await sun.applications.give_back(sun.guest, card.visit.id, card.visit.version))
    assert await awaited(sun, 7) == []
    assert await say(sun, card) == Refused(Reason.VISIT_DECIDED)


async def test_with_names_off_nobody_is_asked(database: Database) -> None:
    sun = await build_visiting(database)
    card = await sun.agreed(7)
    assert not asks_full_name((await named(sun).look(sun.guest, card.visit.id, "ru")).card)
    assert await say(sun, card) == Refused(Reason.VISIT_DECIDED)


async def _dropping(sun: Visiting, card: VisitCard, folder: Path) -> None:
    await named(sun).drop(sun.guest, card.visit.id, "ru")


async def _switching_names_off(sun: Visiting, card: VisitCard, folder: Path) -> None:
    head = await sun.staff(Role.HEAD)
    await Organisations(sun.database, sun.clock).turn_personal_data_off(head, sun.organisation_id)


async def _withdrawing(sun: Visiting, card: VisitCard, folder: Path) -> None:
    """Only the name goes, and it goes again after a restore."""
    journal = ErasureJournal(folder)
    privacy = Privacy(sun.database, sun.clock, journal)
    given = (await privacy.my_data(sun.guest)).consents[0].consent
    sun.clock.advance(timedelta(minutes=1))
    left = await privacy.withdraw(sun.guest, given.id)
    assert isinstance(left, Left)
    assert (left.erased, left.name_only) == (False, True)
    assert (await sun.now_of(card.visit.id)).guest_id == sun.guest.person_id
    assert (await sun.reload(sun.guest)).memberships != ()
    assert await sun.count(AuditRow, action=ENTRANCE_WITHDRAWN) == 1
    [line] = journal.read()
    async with sun.database.work() as work:
        await work.connection.execute(update(ConsentRow).values(withdrawn_at=None))
        await work.guest_entrance.keep(card.visit, "Петрова Анна Сергеевна")
    assert await privacy.replay([line]) == 1


async def _giving_back(sun: Visiting, card: VisitCard, folder: Path) -> None:
    good(await sun.applications.give_back(sun.guest, card.visit.id, card.visit.version))


async def _hearing_no(sun: Visiting, card: VisitCard, folder: Path) -> None:
    """The teacher says no to a visit that was agreed upon."""
    good(await sun.visits.decline(sun.host, card.visit.id, card.visit.version, GuestDecline.DAY_LOST, None))


async def _leaving(sun: Visiting, card: VisitCard, folder: Path) -> None:
    await Privacy(sun.database, sun.clock, ErasureJournal(folder)).leave(sun.guest, sun.organisation_id)


async def _a_month_passes(sun: Visiting, card: VisitCard, folder: Path) -> None:
    job = Retention(sun.database, sun.clock, ErasureJournal(folder), frozenset())
    sun.clock.move_to(card.visit.starts_at + timedelta(days=30))
    await job.run_due()
    assert await sun.count(ConsentRow, purpose="entrance", withdrawn_at=None) == 1
    assert await sun.count(GuestEntranceNameRow) == 1
    sun.clock.advance(timedelta(days=1))
    done = await job.run_due()
    assert done[sun.organisation_id]["entrance-names"] == 1, "the act counts it"
    assert await sun.count(ConsentRow, purpose="entrance", withdrawn_at=None) == 0, "its purpose is fulfilled"


Going = Callable[[Visiting, VisitCard, Path], Awaitable[None]]


@pytest.mark.parametrize(
    "goes",
    [
        _dropping,
        _switching_names_off,
        _withdrawing,
        _giving_back,
        _hearing_no,
        _leaving,
        _a_month_passes,
    ],
)
async def test_a_full_name_goes(database: Database, tmp_path: Path, goes: Going) -> None:
    sun = await build_visiting(database)
    await sun.names_on()
    card = await sun.agreed(7)
    await say(sun, card)
    assert await sun.count(GuestEntranceNameRow) == 1
    await goes(sun, card, tmp_path)
    assert await sun.count(GuestEntranceNameRow) == 0


async def test_of_nobody(database: Database) -> None:
    sun = await build_visiting(database)
    with pytest.raises(Missing):
        await EntranceLists(sun.database, sun.clock).awaited(OrganisationId(404), None, 1)
