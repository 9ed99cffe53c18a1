"""A guest takes a date: exactly one wins, whoever is late gets the others, nobody takes another family's."""

import asyncio
import time
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from db.models import AuditRow, GuestSlotRow, GuestVisitRow, NoticeRow
from db.work import Database
from domain.guest_views import Applied
from domain.guests import VisitStatus
from domain.notices import NoticeKind
from domain.outcomes import AlreadyDone, Forbidden, Missing, Reason, Refused
from domain.people import Role
from domain.professions import ChosenProfession
from domain.updates import CurrentUpdate, current_update
from tests.services.counting import counted
from tests.services.visiting import BAKER, OWN_WORDS, Visiting, build_visiting, good


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def rows(sun: Visiting) -> tuple[int, ...]:
    """What a refusal must not change."""
    return tuple([await sun.count(kind) for kind in (GuestVisitRow, NoticeRow, AuditRow)])


async def holders(sun: Visiting) -> list[int | None]:
    """Who has the dates, as the dates say."""
    async with sun.database.read() as reading:
        found = await reading.connection.scalars(select(GuestSlotRow.visit_id).order_by(GuestSlotRow.id))
        return list(found)


async def test_a_mother_takes_a_date_and_the_teachers_hear(sun: Visiting) -> None:
    colleague = await sun.staff(Role.TEACHER, sun.sun)
    await sun.staff(Role.TEACHER, sun.rays)
    opened = await sun.open(7, 8)
    applied = await sun.take(sun.guest, opened.slots[0].id)
    visit = applied.visit
    assert visit is not None
    assert (visit.status, visit.profession.name, visit.formats, visit.starts_at) == (
        VisitStatus.APPLIED,
        "Пекарь",
        BAKER.formats,
        opened.slots[0].starts_at,
    )
    assert [slot.id for slot in applied.invitation.slots] == [opened.slots[1].id]
    assert applied.invitation.mine == (visit,)
    assert await sun.waiting(NoticeKind.GUEST_APPLIED) == [sun.host.person_id, colleague.person_id]
    assert await holders(sun) == [visit.id, None]


async def test_of_two_at_once_exactly_one_gets_the_last_date(sun: Visiting) -> None:
    opened = await sun.open(7)
    rival = await sun.adult(2)
    outcomes = await asyncio.gather(
        sun.take(sun.guest, opened.slots[0].id), sun.take(rival, opened.slots[0].id)
    )
    won = [outcome.visit for outcome in outcomes if outcome.visit is not None]
    lost = [outcome for outcome in outcomes if outcome.visit is None]
    assert (len(won), len(lost)) == (1, 1)
    assert lost[0].refused == Refused(Reason.SLOT_TAKEN)
    assert lost[0].invitation.slots == ()
    assert await holders(sun) == [won[0].id]
    assert await sun.count(GuestVisitRow) == 1


async def test_without_the_condition_both_would_get_it(sun: Visiting) -> None:
    """Why a date is taken by one conditional UPDATE: both have read that it is free."""
    slot = (await sun.open(7)).slots[0]
    both_have_read = asyncio.Barrier(2)

    async def naive(visit_id: int) -> bool:
        async with sun.database.read() as reading:
            seen = await reading.guest_openings.find_slot(sun.organisation_id, slot.id)
        assert seen is not None
        await both_have_read.wait()
        if not seen.free:
            return False
        async with sun.database.work() as work:
            booked = await work.connection.execute(
                update(GuestSlotRow).where(GuestSlotRow.id == slot.id).values(visit_id=visit_id)
            )
        return booked.rowcount == 1

    assert list(await asyncio.gather(naive(1), naive(2))) == [True, True]


async def test_two_hundred_at_once_for_five_dates(sun: Visiting) -> None:
    """All decisions within a second is the aim, which the bench measures; here cores are shared: five times that."""
    opened = await sun.open(7, 8, 9, 10, 11)
    crowd = await sun.crowd(200)
    started = time.perf_counter()
    outcomes: list[Applied] = await asyncio.gather(
        *(
            sun.applications.take(one, opened.slots[number % 5].id, BAKER, f"crowd{number}")
            for number, one in enumerate(crowd)
        )
    )
    assert time.perf_counter() - started < 5
    won = [outcome.visit.id for outcome in outcomes if outcome.visit is not None]
    assert len(won) == 5
    lost = [outcome.refused for outcome in outcomes if outcome.visit is None]
    assert all(refused == Refused(Reason.SLOT_TAKEN) for refused in lost)
    assert sorted(one or 0 for one in await holders(sun)) == sorted(won)
    assert await sun.count(GuestVisitRow) == 5


async def test_whoever_is_late_keeps_what_was_chosen_and_takes_another(sun: Visiting) -> None:
    opened = await sun.open(7, 8)
    await sun.take(await sun.adult(2), opened.slots[0].id)
    before = await rows(sun)
    late = await sun.take(sun.guest, opened.slots[0].id, token="mine")
    assert late.refused == Refused(Reason.SLOT_TAKEN)
    assert await rows(sun) == before
    [other] = late.invitation.slots
    again = await sun.take(sun.guest, other.id, token="mine")
    assert again.visit is not None
    assert again.refused is None


async def test_a_date_that_is_past_or_closed_is_refused_with_the_others(sun: Visiting) -> None:
    opened = await sun.open(1, 8, 9)
    past, closed, free = opened.slots
    await sun.openings.withdraw(sun.host, closed.id)
    sun.clock.advance(timedelta(days=2))
    before = await rows(sun)
    for slot, reason in ((past, Reason.SLOT_PAST), (closed, Reason.SLOT_WITHDRAWN)):
        outcome = await sun.take(sun.guest, slot.id)
        assert outcome.refused == Refused(reason)
        assert [one.id for one in outcome.invitation.slots] == [free.id]
    assert await rows(sun) == before


async def test_the_same_application_sent_twice_is_one_visit(sun: Visiting) -> None:
    opened = await sun.open(7, 8)
    outcomes = await asyncio.gather(
        *(sun.take(sun.guest, opened.slots[number % 2].id, token="same") for number in range(6))
    )
    assert len({outcome.visit.id for outcome in outcomes if outcome.visit is not None}) == 1
    assert all(outcome.visit is not None for outcome in outcomes)
    assert await sun.count(GuestVisitRow) == 1
    taken = [one for one in await holders(sun) if one is not None]
    assert len(taken) == 1, "the other date is free again"
    assert len(await sun.waiting(NoticeKind.GUEST_APPLIED)) == 1
    card = await sun.applications.applied(sun.guest, "same")
    assert (card.visit.id, card.mine, card.guest) == (taken[0], True, None)
    with pytest.raises(Forbidden):
        await sun.applications.applied(await sun.adult(2), "same")
    with pytest.raises(Missing):
        await sun.applications.applied(sun.guest, "another")


async def test_the_same_update_twice_acts_once(sun: Visiting) -> None:
    slot = (await sun.open(7)).slots[0]
    for _ in range(2):
        token = current_update.set(CurrentUpdate(1, 77))
        try:
            await sun.take(sun.guest, slot.id, token="same")
        except AlreadyDone:
            break
        finally:
            current_update.reset(token)
    else:
        pytest.fail("the second one was not noticed")
    assert await sun.count(GuestVisitRow) == 1


async def test_what_is_chosen_is_checked(sun: Visiting) -> None:
    slot = (await sun.open(7)).slots[0]
    before = await rows(sun)
    wrong = (
        (ChosenProfession("я" * 61), Reason.TOO_LONG),
        (ChosenProfession(" \u200b "), Reason.EMPTY),
        (ChosenProfession("4509 123456"), Reason.LOOKS_LIKE_DOCUMENT),
    )
    for profession, reason in wrong:
        application = type(BAKER)(profession, BAKER.formats)
        outcome = await sun.take(sun.guest, slot.id, application)
        assert outcome.refused is not None
        assert outcome.refused.reason is reason
    nothing = await sun.take(sun.guest, slot.id, type(BAKER)(BAKER.profession, frozenset()))
    assert nothing.refused == Refused(Reason.NOTHING_PICKED)
    with pytest.raises(Missing):
        await sun.take(sun.guest, slot.id, type(BAKER)(ChosenProfession("Х", "no-such-card"), BAKER.formats))
    assert await rows(sun) == before
    renamed = await sun.take(
        sun.guest, slot.id, type(BAKER)(ChosenProfession("Император", "pekar"), BAKER.formats)
    )
    assert renamed.visit is not None
    assert renamed.visit.profession == ChosenProfession("Пекарь", "pekar"), "the catalogue says the name"


async def test_own_words_are_kept_as_they_are(sun: Visiting) -> None:
    slot = (await sun.open(7)).slots[0]
    applied = await sun.take(sun.guest, slot.id, OWN_WORDS)
    assert applied.visit is not None
    assert applied.visit.profession == ChosenProfession("Мастер по фонтанам")


async def test_own_visits_are_listed_ahead_first(sun: Visiting) -> None:
    over = await sun.taken(None, 1)
    sun.clock.advance(timedelta(days=2))
    visits = [await sun.taken(None, day) for day in (9, 5)]
    lines, more = await sun.applications.mine(sun.guest)
    assert [line.visit.id for line in lines] == [visits[1].id, visits[0].id, over.id]
    assert not more
    assert (lines[0].group.name, lines[0].zone) == ("Солнышко", "Asia/Novokuznetsk")
    for visit in visits:
        good(await sun.applications.give_back(sun.guest, visit.id, visit.version))
    for day in range(20, 30):
        visit = await sun.taken(None, day)
        good(await sun.applications.give_back(sun.guest, visit.id, visit.version))
    first, more = await sun.applications.mine(sun.guest)
    rest, none = await sun.applications.mine(sun.guest, 1)
    assert (len(first), more, len(rest), none) == (8, True, 5, False)


async def test_lists_ask_as_often_however_long_they_are(sun: Visiting) -> None:
    opened = await sun.open(7, 8)
    await sun.take(sun.guest, opened.slots[0].id)
    others = await sun.crowd(10)
    costs = []
    for start in (10, 30):
        with counted(sun.database) as ran:
            await sun.openings.page(sun.host, sun.organisation_id)
            await sun.applications.groups(sun.guest)
            await sun.applications.mine(sun.guest)
        costs.append(len(ran))
        more = await sun.open(*range(start, start + 8))
        for slot in more.slots[:5]:
            await sun.take(others.pop(), slot.id)
    assert costs[0] == costs[1]
