"""A visit from the application to the day: answered, filled in, refused, given back."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from db.models import AuditRow, GuestVisitRow, NoticeRow
from db.work import Database
from domain.guest_requests import Wish
from domain.guest_views import VisitCard
from domain.guests import Details, GuestDecline, VisitStatus
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Role
from domain.professions import Danger
from tests.services.sunny import next_door
from tests.services.visiting import DETAILS, OWN_WORDS, Visiting, build_visiting, good

DANGEROUS = replace(DETAILS, dangers=frozenset({Danger.HOT, Danger.SHARP}))
CHANGED = Refused(Reason.CHANGED_MEANWHILE)
DECIDED = Refused(Reason.VISIT_DECIDED)


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def rows(sun: Visiting) -> tuple[int, ...]:
    """What a refusal must not change."""
    return tuple([await sun.count(kind) for kind in (GuestVisitRow, NoticeRow, AuditRow)])


async def test_an_application_without_dangers_is_final_at_once(sun: Visiting) -> None:
    card = await sun.agreed()
    assert (card.visit.status, card.visit.version, card.may_decide) == (VisitStatus.TENTATIVE, 2, False)
    assert await sun.waiting(NoticeKind.GUEST_ACCEPTED) == [sun.guest.person_id]
    assert await sun.waiting(NoticeKind.GUEST_APPLIED) == [], "what is answered is not told any more"
    final = good(await sun.applications.write_details(sun.guest, card.visit.id, DETAILS))
    assert (final.visit.status, final.visit.details) == (VisitStatus.CONFIRMED, DETAILS)
    assert await sun.waiting(NoticeKind.GUEST_READY) == [sun.host.person_id]


async def test_dangers_are_looked_at_once_more(sun: Visiting) -> None:
    card = await sun.confirmed(details=DANGEROUS)
    assert card.visit.status is VisitStatus.DETAILED
    assert await sun.waiting(NoticeKind.GUEST_DETAILED) == [sun.host.person_id]
    final = good(await sun.visits.accept(sun.host, card.visit.id, card.visit.version))
    assert final.visit.status is VisitStatus.CONFIRMED
    assert await sun.waiting(NoticeKind.GUEST_CONFIRMED) == [sun.guest.person_id]
    before = await rows(sun)
    again = good(await sun.applications.write_details(sun.guest, card.visit.id, DANGEROUS))
    assert again.visit.status is VisitStatus.CONFIRMED, "nothing new to look at"
    assert await rows(sun) == before
    more = replace(DANGEROUS, dangers=DANGEROUS.dangers | {Danger.ANIMAL})
    changed = good(await sun.applications.write_details(sun.guest, card.visit.id, more))
    assert changed.visit.status is VisitStatus.DETAILED


async def test_the_details_begin_with_the_card_of_the_profession(sun: Visiting) -> None:
    card = await sun.agreed()
    proposed = await sun.applications.prefilled(sun.guest, card.visit.id)
    baker = sun.applications._catalogue.by_slug["pekar"]
    assert proposed == Details("\n".join(baker.plan), baker.brings, baker.needs, baker.dangers, 15)
    await sun.applications.write_details(sun.guest, card.visit.id, DETAILS)
    assert await sun.applications.prefilled(sun.guest, card.visit.id) == DETAILS
    slot = (await sun.open(12)).slots[0]
    own = (await sun.take(sun.guest, slot.id, OWN_WORDS)).visit
    assert own is not None
    assert await sun.applications.prefilled(sun.guest, own.id) == Details("", None, None, frozenset(), 15)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"plan": "  "}, Reason.EMPTY),
        ({"plan": "я" * 601}, Reason.TOO_LONG),
        ({"brings": "я" * 301}, Reason.TOO_LONG),
        ({"needs": "паспорт 4509 123456"}, Reason.LOOKS_LIKE_DOCUMENT),
        ({"minutes": 0}, Reason.NOT_A_NUMBER),
        ({"minutes": 61}, Reason.NOT_A_NUMBER),
    ],
)
async def test_details_are_checked(sun: Visiting, wrong: dict[str, object], reason: Reason) -> None:
    card = await sun.agreed()
    before = await rows(sun)
    outcome = await sun.applications.write_details(sun.guest, card.visit.id, replace(DETAILS, **wrong))  # type: ignore[arg-type]  # any field
    assert isinstance(outcome, Refused)
    assert outcome.reason is reason
    assert await rows(sun) == before


async def test_details_wait_for_the_yes_and_end_with_the_day(sun: Visiting) -> None:
    visit = await sun.taken()
    assert await sun.applications.write_details(sun.guest, visit.id, DETAILS) == DECIDED
    good(await sun.visits.accept(sun.host, visit.id, visit.version))
    with pytest.raises(Forbidden):
        await sun.applications.write_details(await sun.adult(1), visit.id, DETAILS)
    with pytest.raises(Forbidden):
        await sun.applications.write_details(sun.host, visit.id, DETAILS)
    sun.clock.advance(timedelta(days=8))
    late = await sun.applications.write_details(sun.guest, visit.id, DETAILS)
    assert late == Refused(Reason.SLOT_PAST)


async def test_of_two_answers_at_once_one_counts(sun: Visiting) -> None:
    visit = await sun.taken()
    head = await sun.staff(Role.HEAD)
    outcomes = await asyncio.gather(
        sun.visits.accept(sun.host, visit.id, visit.version),
        sun.visits.decline(head, visit.id, visit.version, GuestDecline.HAD_LATELY, None),
    )
    assert sum(isinstance(outcome, VisitCard) for outcome in outcomes) == 1
    assert [outcome for outcome in outcomes if isinstance(outcome, Refused)] == [CHANGED]
    assert (await sun.now_of(visit.id)).version == 2


async def test_a_stale_button_is_answered_with_what_is(sun: Visiting) -> None:
    visit = await sun.taken()
    good(await sun.visits.accept(sun.host, visit.id, 1))
    before = await rows(sun)
    assert await sun.visits.accept(sun.host, visit.id, 1) == CHANGED
    assert await sun.visits.decline(sun.host, visit.id, 1, GuestDecline.HAD_LATELY, None) == CHANGED
    assert await sun.applications.give_back(sun.guest, visit.id, 1) == CHANGED
    assert await sun.visits.accept(sun.host, visit.id, 2) == DECIDED
    assert await rows(sun) == before


async def test_a_refusal_frees_the_date_and_says_why(sun: Visiting) -> None:
    visit = await sun.taken()
    card = good(
        await sun.visits.decline(
            sun.host, visit.id, visit.version, GuestDecline.OTHER, " Ждём вас  в апреле! "
        )
    )
    assert (card.visit.status, card.visit.decline, card.visit.decline_note) == (
        VisitStatus.DECLINED,
        GuestDecline.OTHER,
        "Ждём вас в апреле!",
    )
    assert await sun.waiting(NoticeKind.GUEST_DECLINED) == [sun.guest.person_id]
    assert [slot.id for slot in (await sun.free()).slots] == [visit.slot_id]
    assert (await sun.take(await sun.adult(2), visit.slot_id)).visit is not None, "somebody else may come"


async def test_own_words_are_asked_for_and_checked(sun: Visiting) -> None:
    visit = await sun.taken()
    before = await rows(sun)
    for note, reason in ((None, Reason.EMPTY), ("я" * 201, Reason.TOO_LONG)):
        outcome = await sun.visits.decline(sun.host, visit.id, 1, GuestDecline.OTHER, note)
        assert isinstance(outcome, Refused)
        assert outcome.reason is reason
    assert await rows(sun) == before


async def test_what_was_agreed_upon_may_still_be_refused_until_its_hour(sun: Visiting) -> None:
    card = await sun.confirmed()
    assert (await sun.applications.visit(sun.host, card.visit.id)).may_decline
    version = card.visit.version
    good(await sun.visits.decline(sun.host, card.visit.id, version, GuestDecline.DATE_UNFIT, None))
    other = await sun.agreed(8)
    sun.clock.advance(timedelta(days=9))
    outcome = await sun.visits.decline(
        sun.host, other.visit.id, other.visit.version, GuestDecline.DATE_UNFIT, None
    )
    assert outcome == Refused(Reason.SLOT_PAST)


async def test_a_date_given_back_is_free_and_the_teachers_hear(sun: Visiting) -> None:
    card = await sun.confirmed()
    given = good(await sun.applications.give_back(sun.guest, card.visit.id, card.visit.version))
    assert given.visit.status is VisitStatus.GIVEN_BACK
    assert [slot.id for slot in (await sun.free()).slots] == [card.visit.slot_id]
    assert await sun.waiting(NoticeKind.GUEST_GAVE_BACK) == [sun.host.person_id]
    assert await sun.waiting(NoticeKind.GUEST_READY) == []
    again = await sun.applications.give_back(sun.guest, card.visit.id, given.visit.version)
    assert again == DECIDED
    with pytest.raises(Forbidden):
        await sun.applications.give_back(await sun.adult(1), card.visit.id, given.visit.version)


async def test_who_has_not_heard_of_an_application_need_not_hear_that_it_is_gone(sun: Visiting) -> None:
    visit = await sun.taken()
    good(await sun.applications.give_back(sun.guest, visit.id, visit.version))
    assert await sun.waiting(NoticeKind.GUEST_APPLIED) == []
    assert await sun.waiting(NoticeKind.GUEST_GAVE_BACK) == []


async def test_only_the_group_s_staff_decide(sun: Visiting) -> None:
    visit = await sun.taken()
    other = await sun.staff(Role.TEACHER, sun.rays)
    psychologist = await sun.staff(Role.PSYCHOLOGIST)
    neighbour = await (await next_door(sun)).staff(Role.HEAD)
    sun.clock.move_to(visit.starts_at)
    before = await rows(sun)
    people = ((other, Forbidden), (psychologist, Forbidden), (sun.guest, Forbidden), (neighbour, Missing))
    for actor, refused in people:
        for act in (
            sun.visits.accept(actor, visit.id, 1),
            sun.visits.decline(actor, visit.id, 1, GuestDecline.HAD_LATELY, None),
            sun.visits.held(actor, visit.id, 5),
            sun.visits.not_held(actor, visit.id),
            sun.moves.options(actor, visit.id),
            sun.moves.move(actor, visit.id, 1, visit.slot_id),
            sun.moves.move_on(actor, visit.id, 1, sun.at(3)),
            sun.moves.plan(actor, visit.id, visit.slot_id),
            sun.moves.plan_on(actor, visit.id, sun.at(3)),
            sun.moves.take_back(actor, visit.id, 1),
            sun.changes_of.ask(actor, visit.id, 1, Wish.PLAN, None),
        ):
            with pytest.raises(refused):
                await act
    assert await rows(sun) == before


async def test_a_substitute_decides_on_the_days_of_the_substitution(sun: Visiting) -> None:
    visit = await sun.taken()
    substitute = await sun.staff(Role.TEACHER)
    today = sun.clock.today("Asia/Novokuznetsk")
    async with sun.database.work() as work:
        await work.people.teach(
            sun.organisation_id, substitute.memberships[0].id, sun.sun, starts_on=today, ends_on=today
        )
    substitute = await sun.reload(substitute)
    assert isinstance(await sun.visits.accept(substitute, visit.id, visit.version), VisitCard)
    sun.clock.advance(timedelta(days=1))
    with pytest.raises(Forbidden):
        await sun.visits.decline(substitute, visit.id, 2, GuestDecline.HAD_LATELY, None)
