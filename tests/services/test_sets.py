"""Named sets of people, and the registry of partners with its terms."""

from datetime import date, timedelta

import pytest

from db.work import Database
from domain.clock import MovableClock
from domain.ids import NoticeId, PersonSetId
from domain.notices import Notice, Urgency
from domain.organisation import term_near
from domain.organisation_views import IssuedLink
from domain.outcomes import Missing, Reason, Refused
from domain.people import PartnerKind
from tests.services.house import House, audit, build_house


@pytest.fixture
async def house(database: Database) -> House:
    return await build_house(database)


async def test_a_set_has_a_name_an_order_and_members(house: House) -> None:
    methodist, here = house["methodist"], house.organisation_id
    made = await house.sets.create(methodist, here, "Творческая группа", "12-од")
    assert not isinstance(made, Refused)
    for who in ("teacher", "specialist"):
        for _ in range(2):  # a second tap changes nothing
            await house.sets.set_member(methodist, here, made, house.role_of(who).id, on=True)
    card = await house.sets.card(methodist, here, made)
    assert card.set.members == {house.role_of("teacher").id, house.role_of("specialist").id}
    assert card.set.order_number == "12-од"
    await house.sets.set_member(methodist, here, made, house.role_of("teacher").id, on=False)
    await house.staff.remove(house["head"], house.role_of("specialist").id)
    assert (await house.sets.card(methodist, here, made)).set.members == frozenset()


async def test_two_sets_have_different_names(house: House) -> None:
    head, here = house["head"], house.organisation_id
    first = await house.sets.create(head, here, "Рабочая группа", None)
    second = await house.sets.create(head, here, "Творческая группа", None)
    assert not isinstance(first, Refused)
    assert not isinstance(second, Refused)
    for outcome in (
        await house.sets.create(head, here, "рабочая  группа", None),
        await house.sets.rename(head, here, second, "РАБОЧАЯ ГРУППА"),
    ):
        assert isinstance(outcome, Refused)
        assert outcome.reason is Reason.NAME_TAKEN
    assert await house.sets.set_order(head, here, first, "7") is None
    assert await house.sets.set_order(head, here, first, None) is None


async def test_only_staff_stand_in_a_set(house: House) -> None:
    made = await house.sets.create(house["head"], house.organisation_id, "Рабочая группа", None)
    assert not isinstance(made, Refused)
    with pytest.raises(Missing):
        await house.sets.set_member(
            house["head"], house.organisation_id, made, house.role_of("parent").id, on=True
        )


async def test_a_deleted_set_is_gone(house: House) -> None:
    head, here = house["head"], house.organisation_id
    made = await house.sets.create(head, here, "Рабочая группа", None)
    assert not isinstance(made, Refused)
    await house.sets.set_member(head, here, made, house.role_of("teacher").id, on=True)
    await house.sets.delete(head, here, made)
    for gone in (made, PersonSetId(9999)):
        with pytest.raises(Missing):
            await house.sets.card(head, here, gone)


async def test_a_partner_is_invited_by_name_and_kind(house: House) -> None:
    issued = await house.invitations.invite_partner(
        house["methodist"], house.organisation_id, PartnerKind.EMPLOYMENT_CENTRE, "Центр занятости"
    )
    assert isinstance(issued, IssuedLink)
    assert (issued.link.partner_kind, issued.link.title) == (PartnerKind.EMPLOYMENT_CENTRE, "Центр занятости")
    registry = await house.partners.registry(house["methodist"], house.organisation_id)
    assert (registry.waiting, len(registry.lines)) == (1, 1)


async def test_of_an_agreement_number_and_term_are_kept(house: House) -> None:
    partner, head = house.role_of("partner").id, house["head"]
    await house.partners.write_agreement(head, partner, "17/2026")
    past = await house.partners.set_term(head, partner, date(2026, 9, 6))
    assert past == Refused(Reason.DATE_PAST)
    await house.partners.set_term(head, partner, date(2026, 9, 30))
    terms = (await house.partners.partner(head, partner)).line.terms
    assert (terms.agreement, terms.term_until) == ("17/2026", date(2026, 9, 30))
    await house.partners.write_agreement(head, partner, None)
    terms = (await house.partners.partner(head, partner)).line.terms
    assert (terms.agreement, terms.term_until) == (None, date(2026, 9, 30))


async def test_a_term_is_never_longer_than_the_partner_agreed_to(house: House) -> None:
    partner, head = house.role_of("partner").id, house["head"]
    await house.partners.set_term(head, partner, date(2026, 9, 30))
    longer = await house.partners.set_term(head, partner, date(2026, 10, 1))
    assert longer == Refused(Reason.TERM_AGREED, {"until": date(2026, 9, 30)})
    assert not isinstance(await house.partners.set_term(head, partner, date(2026, 9, 29)), Refused)


async def test_who_leads_hears_once_that_a_partnership_ends_soon(house: House, clock: MovableClock) -> None:
    partner, leading = house.role_of("partner"), sorted(house[who].person_id for who in ("head", "methodist"))
    await house.partners.set_term(house["head"], partner.id, date(2026, 10, 8))
    assert await house.partners.tell_due() == 0, "a day too early"
    clock.advance(timedelta(days=1))
    for _ in range(2):
        await house.partners.run_due()
    assert sorted(await house.notices("partner-term-near")) == leading
    said = term_near(house.organisation_id, partner.id, date(2026, 10, 8), leading[0])
    told = Notice(
        id=NoticeId(1),
        kind=said.kind,
        person_id=said.person_id,
        organisation_id=said.organisation_id,
        chat_id=1,
        locale="ru",
        params=said.params,
        attempts=0,
        due_at=clock.now(),
        expires_at=clock.now(),
        urgency=Urgency.WAITS,
        subject=None,
    )
    line = await house.partners.near_for_notice(told)
    assert line is not None
    assert line.terms.term_until == date(2026, 10, 8)
    await house.partners.set_term(house["head"], partner.id, date(2026, 10, 1))
    assert await house.partners.near_for_notice(told) is None, "the term was changed"
    await house.partners.run_due()
    assert sorted(await house.notices("partner-term-near")) == sorted(leading * 2), "a new term"


async def test_a_partnership_ends_after_its_last_day(house: House, clock: MovableClock) -> None:
    partner = house["partner"]
    await house.partners.set_term(house["head"], partner.memberships[0].id, date(2026, 9, 8))
    clock.advance(timedelta(days=1))
    assert await house.partners.end_due() == 0
    clock.advance(timedelta(days=1))
    assert await house.partners.end_due() == 1
    assert await house.partners.end_due() == 0
    assert (await house.reload("partner")).memberships == ()
    assert await house.notices("role-removed") == [partner.person_id]
    assert (await audit(house.database))[-1] == "partner.term-over"


async def test_staff_are_no_partners(house: House) -> None:
    for act in (house.partners.partner, house.partners.end):
        with pytest.raises(Missing):
            await act(house["head"], house.role_of("teacher").id)
