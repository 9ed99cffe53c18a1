"""«Попросить изменить»: the status stays, nothing is lost, teachers are not reminded while the guest is to answer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from db.work import Database
from domain.guest_requests import Wish
from domain.guests import Format, VisitStatus
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Role
from domain.professions import Danger
from services.guest_waiting import GuestWaiting
from tests.services.sunny import next_door
from tests.services.visiting import BAKER, DETAILS, OWN_WORDS, Visiting, build_visiting, good

K = NoticeKind


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def test_an_application_is_changed_as_was_asked(sun: Visiting) -> None:
    visit = await sun.taken(None, 9)
    asking = sun.changes_of
    assert await asking.ask(sun.host, visit.id, 1, Wish.OTHER, " ") == Refused(Reason.EMPTY)
    assert await asking.ask(sun.host, visit.id, 7, Wish.PLAN, None) == Refused(Reason.CHANGED_MEANWHILE)
    early = await asking.change_application(sun.guest, visit.id, OWN_WORDS)
    assert early == Refused(Reason.CHANGE_NOT_ASKED)
    card = good(await asking.ask(sun.host, visit.id, 1, Wish.FORMAT, None))
    assert (card.visit.status, card.visit.version) == (VisitStatus.APPLIED, 2)
    assert await sun.waiting(K.GUEST_CHANGE_ASKED) == [sun.guest.person_id]
    sun.clock.advance(timedelta(days=3))
    assert await GuestWaiting(sun.database, sun.clock).put_due() == 1
    assert await sun.waiting(K.GUEST_WAITS) == [], "it is the guest's turn"
    assert await sun.waiting(K.GUEST_ASKED_AGAIN) == [sun.guest.person_id]
    with pytest.raises(Forbidden):
        await asking.change_application(await sun.adult(2), visit.id, OWN_WORDS)
    game = replace(BAKER, formats=frozenset({Format.GAME}))
    changed = good(await asking.change_application(sun.guest, visit.id, game))
    assert (changed.visit.status, changed.visit.formats) == (VisitStatus.APPLIED, game.formats)
    assert changed.visit.change is None
    assert await sun.waiting(K.GUEST_CHANGED) == [sun.host.person_id]


async def test_more_is_told_before_the_first_answer_and_looked_at_at_once(sun: Visiting) -> None:
    visit = await sun.taken(None, 9)
    good(await sun.changes_of.ask(sun.host, visit.id, 1, Wish.PLAN, None))
    told = good(await sun.applications.write_details(sun.guest, visit.id, DETAILS))
    assert (told.visit.status, told.visit.change) == (VisitStatus.APPLIED, None)
    yes = good(await sun.visits.accept(sun.host, visit.id, told.visit.version))
    assert (yes.visit.status, yes.visit.details) == (VisitStatus.CONFIRMED, DETAILS)


@pytest.mark.parametrize("final", [False, True])
async def test_another_profession_is_told_of_and_answered_anew(sun: Visiting, final: bool) -> None:
    """A baker has told everything, and comes as somebody else: the dangers of that are not answered yet (rule 31)."""
    if final:
        visit = (await sun.confirmed(9)).visit
    else:
        visit = await sun.taken(None, 9)
        good(await sun.changes_of.ask(sun.host, visit.id, 1, Wish.PLAN, None))
        visit = good(await sun.applications.write_details(sun.guest, visit.id, DETAILS)).visit
    card = good(await sun.changes_of.ask(sun.host, visit.id, visit.version, Wish.OTHER, "Another trade"))
    changed = good(await sun.changes_of.change_application(sun.guest, visit.id, OWN_WORDS)).visit
    assert (changed.status, changed.details, changed.version) == (
        VisitStatus.APPLIED,
        None,
        card.visit.version + 1,
    )
    assert await sun.waiting(K.GUEST_CHANGED) == [sun.host.person_id]
    assert (await sun.applications.visit(sun.host, visit.id)).may_decide
    yes = good(await sun.visits.accept(sun.host, visit.id, changed.version))
    assert yes.visit.status is VisitStatus.TENTATIVE, "the final yes comes after the rest is told"
    hot = replace(DETAILS, dangers=frozenset({Danger.HOT}))
    told = good(await sun.applications.write_details(sun.guest, visit.id, hot))
    assert told.visit.status is VisitStatus.DETAILED


async def test_nobody_else_asks_for_a_change(sun: Visiting) -> None:
    visit = await sun.taken(None, 9)
    rays = await sun.staff(Role.TEACHER, sun.rays)
    neighbour = await (await next_door(sun)).staff(Role.HEAD)
    for actor, refused in ((rays, Forbidden), (sun.guest, Forbidden), (neighbour, Missing)):
        with pytest.raises(refused):
            await sun.changes_of.ask(actor, visit.id, 1, Wish.PLAN, None)
    assert await sun.waiting(K.GUEST_CHANGE_ASKED) == []
    assert (await sun.now_of(visit.id)).version == visit.version
