"""An invitation that a partner passes on: once, to one colleague, who agrees before anything is stored."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from content.consents import consent_texts
from db.erasure_journal import ErasureJournal
from db.models import AuditRow, ConsentRow, GuestOpeningPartnerRow, LinkRow, MembershipRow, PersonRow
from db.work import Database
from domain.guest_passing import PassedOn, Passing
from domain.ids import OpeningId
from domain.joining import AlreadyIn, Invitation, Joined
from domain.links import PASSED_LINK_LIFE, LinkKind, Start, token_hash
from domain.notices import NoticeKind
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Kinship, PartnerKind, Role, Visitor
from domain.privacy import partner_term
from services.consents import Consents
from services.guest_passing import GuestPassing
from services.invitations import Invitations
from services.joining import Joining
from services.partners import Partners
from services.privacy import Privacy
from tests.services.sunny import ZONE, next_door
from tests.services.visiting import Visiting, build_visiting

COLLEAGUE = Visitor("telegram", 7001, 7001, "Иван", "Калачов")
OTHER = Visitor("telegram", 7002, 7002, "Пётр", "Сайкин")


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


def passing(sun: Visiting) -> GuestPassing:
    """What partners do."""
    return GuestPassing(sun.database, sun.clock)


def joining(sun: Visiting) -> Joining:
    """What a newcomer does."""
    return Joining(sun.database, sun.clock, Consents(sun.database, consent_texts()))


async def passed(sun: Visiting, holder: Actor, opening_id: OpeningId) -> Start:
    """The link of a partner."""
    outcome = await passing(sun).pass_on(holder, opening_id)
    assert isinstance(outcome, PassedOn), outcome
    return Start(LinkKind.INVITED, outcome.token)


async def comes(sun: Visiting, visitor: Visitor, start: Start, actor: Actor | None = None) -> object:
    """Somebody agrees."""
    return await joining(sun).accept(visitor, actor, start, 1, "ru")


async def stored(sun: Visiting) -> list[int]:
    """What a refusal must not change."""
    kinds = (PersonRow, ConsentRow, MembershipRow, GuestOpeningPartnerRow, AuditRow)
    return [await sun.count(kind) for kind in kinds]


async def opened_with_link(sun: Visiting, *days: int) -> tuple[Actor, OpeningId, Start]:
    """A bakery was invited to dates, and has passed the invitation on."""
    baker = await sun.baker()
    opened = await sun.open(*days, partners=(baker.memberships[0].id,))
    return baker, opened.opening_id, await passed(sun, baker, opened.opening_id)


async def test_a_colleague_agrees_and_is_invited_to_the_same_dates_beside_the_partner(sun: Visiting) -> None:
    baker, opening_id, start = await opened_with_link(sun)
    before = await stored(sun)
    found = await joining(sun).look(None, start, "ru")
    assert isinstance(found, Invitation)
    assert (found.role, found.title, found.consent_stands) == (Role.PARTNER, "Пекарня «Калач»", False)
    assert await stored(sun) == before, "nothing before consent"

    joined = await comes(sun, COLLEAGUE, start)
    assert isinstance(joined, Joined)
    member = joined.membership
    today = sun.clock.today(ZONE)
    assert (member.role, member.title, member.term_until) == (
        Role.PARTNER,
        "Пекарня «Калач»",
        partner_term(today),
    )
    card = await Partners(sun.database, sun.clock).partner(await sun.staff(Role.HEAD), member.id)
    assert (card.line.terms.kind, card.passed_on) == (PartnerKind.ENTERPRISE, False)
    assert await sun.count(ConsentRow, person_id=member.person_id, purpose="partner") == 1
    for guest in (joined.actor, baker):
        view = await sun.applications.invitation(guest, opening_id)
        assert len(view.slots) == 3
        assert view.passes is None, "the one has passed it on, the other has come by it"
    slots = (await sun.applications.invitation(joined.actor, opening_id)).slots
    assert (await sun.take(joined.actor, slots[0].id)).visit is not None
    assert await sun.waiting(NoticeKind.PARTNER_JOINED) == [sun.host.person_id], "who opened the dates"
    again = await joining(sun).look(joined.actor, start, "ru")
    assert isinstance(again, AlreadyIn)


async def test_staff_see_that_it_was_passed_on_and_the_log_says_by_whom(sun: Visiting) -> None:
    baker = await sun.baker()
    partner = baker.memberships[0].id
    opened = await sun.open(partners=(partner,))
    partners, head = Partners(sun.database, sun.clock), await sun.staff(Role.HEAD)
    assert not (await sun.openings.slot(sun.host, opened.slots[0].id)).passed_on
    assert not (await partners.partner(head, partner)).passed_on
    start = await passed(sun, baker, opened.opening_id)
    assert (await sun.openings.slot(sun.host, opened.slots[0].id)).passed_on
    assert (await partners.partner(head, partner)).passed_on
    await comes(sun, COLLEAGUE, start)
    async with sun.database.read() as reading:
        noted = await reading.connection.execute(
            select(AuditRow.action, AuditRow.subject).where(
                AuditRow.subject == f"opening:{opened.opening_id}"
            )
        )
        actions = [row.action for row in noted]
        [link] = (await reading.connection.execute(select(LinkRow.__table__))).mappings().all()
    assert actions == ["guest-dates.opened", "guest-dates.passed-on", "guest-dates.colleague-came"]
    assert (link["token_hash"], link["title"]) == (token_hash(start.token), None)
    sun.clock.move_to(sun.at(10))
    assert not (await partners.partner(head, partner)).passed_on, "of dates that are over nothing is said"


async def test_an_invitation_is_passed_on_once(sun: Visiting) -> None:
    baker = await sun.baker()
    opened = await sun.open(partners=(baker.memberships[0].id,))
    assert (await sun.applications.dates(baker, sun.sun)).passes == opened.opening_id
    assert isinstance(await passing(sun).look(baker, opened.opening_id), Passing)
    assert await sun.count(LinkRow) == 0, "looking makes none"
    outcomes = await asyncio.gather(*(passing(sun).pass_on(baker, opened.opening_id) for _ in range(4)))
    [made] = [outcome for outcome in outcomes if isinstance(outcome, PassedOn)]
    refused = Refused(Reason.PASSED_ALREADY)
    assert [outcome for outcome in outcomes if outcome is not made] == [refused] * 3
    assert await sun.count(LinkRow) == 1
    joined = await comes(sun, COLLEAGUE, Start(LinkKind.INVITED, made.token))
    assert isinstance(joined, Joined)
    assert await passing(sun).look(baker, opened.opening_id) == refused
    assert await passing(sun).pass_on(baker, opened.opening_id, again=True) == refused, "somebody has come"
    assert (await sun.applications.dates(baker, sun.sun)).passes is None
    assert await passing(sun).pass_on(joined.actor, opened.opening_id) == refused, "no chains"
    other = await sun.open(20, partners=(baker.memberships[0].id,))
    await passed(sun, baker, other.opening_id)  # other dates are another invitation


async def test_of_two_at_once_on_a_link_one_comes_in(sun: Visiting) -> None:
    _, opening_id, start = await opened_with_link(sun)
    outcomes = await asyncio.gather(comes(sun, COLLEAGUE, start), comes(sun, OTHER, start))
    assert [type(outcome) for outcome in outcomes].count(Joined) == 1
    assert Refused(Reason.PASSED_SPENT) in outcomes
    assert await sun.count(GuestOpeningPartnerRow, opening_id=opening_id) == 2
    assert (
        await sun.count(PersonRow, platform_user_id=7001) + await sun.count(PersonRow, platform_user_id=7002)
        == 1
    ), "nothing of the other"


async def test_who_was_not_invited_in_person_passes_nothing_on(sun: Visiting) -> None:
    baker, uninvited = await sun.baker(), await sun.baker()
    opened = await sun.open(partners=(baker.memberships[0].id,))
    grandmother = await sun.adult(1, kinship=Kinship.RELATIVE)
    for actor in (uninvited, sun.guest, grandmother, sun.host):
        for act in (passing(sun).look, passing(sun).pass_on):
            with pytest.raises(Forbidden):
                await act(actor, opened.opening_id)
    neighbour = await (await next_door(sun)).staff(Role.PARTNER)
    with pytest.raises(Missing):
        await passing(sun).pass_on(neighbour, opened.opening_id)
    assert (await sun.free()).passes is None, "parents have no such button"
    assert await sun.count(LinkRow) == 0


@pytest.mark.parametrize(("days", "until"), [((7, 9), timedelta(days=9)), ((7, 30), PASSED_LINK_LIFE)])
async def test_the_link_ends_after_two_weeks_or_with_the_last_date(
    sun: Visiting, days: tuple[int, ...], until: timedelta
) -> None:
    now = sun.clock.now()
    baker, opening_id, start = await opened_with_link(sun, *days)
    before = await stored(sun)
    end = min(sun.at(days[-1]), now + PASSED_LINK_LIFE)
    assert abs(end - now - until) < timedelta(days=1)
    sun.clock.move_to(end - timedelta(seconds=1))
    assert isinstance(await joining(sun).look(None, start, "ru"), Invitation)
    sun.clock.move_to(end)
    expired = Refused(Reason.PASSED_EXPIRED)
    assert await joining(sun).look(None, start, "ru") == expired
    assert await comes(sun, COLLEAGUE, start) == expired
    assert await stored(sun) == before
    sun.clock.move_to(sun.at(31))
    other = await sun.open(40, partners=(baker.memberships[0].id,))
    sun.clock.move_to(sun.at(41))
    assert await passing(sun).pass_on(baker, other.opening_id) == Refused(Reason.SLOT_PAST)
    assert await passing(sun).look(baker, opening_id) == Refused(Reason.PASSED_ALREADY), "it has expired"


async def _ended(sun: Visiting, baker: Actor, _: Path) -> None:
    await Partners(sun.database, sun.clock).end(await sun.staff(Role.HEAD), baker.memberships[0].id)


async def _erased(sun: Visiting, baker: Actor, folder: Path) -> None:
    await Privacy(sun.database, sun.clock, ErasureJournal(folder)).erase(baker)


async def _left(sun: Visiting, baker: Actor, folder: Path) -> None:
    await Privacy(sun.database, sun.clock, ErasureJournal(folder)).leave(baker, sun.organisation_id)


@pytest.mark.parametrize("goes", [_ended, _erased, _left])
async def test_the_link_goes_with_the_partner(
    sun: Visiting, goes: Callable[[Visiting, Actor, Path], Awaitable[None]], tmp_path: Path
) -> None:
    baker, _, start = await opened_with_link(sun)
    await goes(sun, baker, tmp_path)
    before = await stored(sun)
    revoked = Refused(Reason.PASSED_REVOKED)
    assert await joining(sun).look(None, start, "ru") == revoked
    assert await comes(sun, COLLEAGUE, start) == revoked
    assert await stored(sun) == before
    async with sun.database.read() as reading:
        [link] = (await reading.connection.execute(select(LinkRow.__table__))).mappings().all()
    assert link["revoked_at"] is not None


async def test_who_has_come_stays_when_the_partner_goes(sun: Visiting, tmp_path: Path) -> None:
    baker, opening_id, start = await opened_with_link(sun)
    joined = await comes(sun, COLLEAGUE, start)
    assert isinstance(joined, Joined)
    await _erased(sun, baker, tmp_path)
    assert len((await sun.applications.invitation(joined.actor, opening_id)).slots) == 3


async def test_one_s_own_link_and_one_that_gives_nothing_new_are_not_spent(sun: Visiting) -> None:
    baker, opening_id, start = await opened_with_link(sun)
    account = Visitor("telegram", baker.chat_id, baker.chat_id)
    before = await stored(sun)
    assert await joining(sun).look(baker, start, "ru") == Refused(Reason.PASSED_OWN)
    assert await comes(sun, account, start, baker) == Refused(Reason.PASSED_OWN)
    assert await stored(sun) == before
    joined = await comes(sun, COLLEAGUE, start)
    assert isinstance(joined, Joined)
    other = await sun.baker()
    both = await sun.open(25, partners=(other.memberships[0].id, baker.memberships[0].id))
    second = await passed(sun, baker, both.opening_id)
    account = Visitor("telegram", other.chat_id, other.chat_id)
    assert isinstance(await comes(sun, account, second, other), AlreadyIn), "invited by staff already"
    assert isinstance(await joining(sun).look(None, second, "ru"), Invitation)
    assert opening_id != both.opening_id


async def test_a_partner_who_comes_by_it_stays_what_they_were(sun: Visiting) -> None:
    _, opening_id, start = await opened_with_link(sun)
    fire = await sun.staff(Role.PARTNER)
    until = sun.clock.today(ZONE) + timedelta(days=40)
    async with sun.database.work() as work:
        await work.people.open_membership(
            sun.organisation_id,
            fire.person_id,
            Role.PARTNER,
            title="Пожарная часть",
            partner_kind=PartnerKind.OTHER,
            term_until=until,
        )
    fire = await sun.reload(fire)
    joined = await comes(sun, Visitor("telegram", fire.chat_id, fire.chat_id), start, fire)
    assert isinstance(joined, Joined)
    assert (joined.membership.title, joined.membership.term_until) == ("Пожарная часть", until)
    assert len((await sun.applications.invitation(joined.actor, opening_id)).slots) == 3


async def test_staff_neither_renew_it_nor_become_a_family_by_it(sun: Visiting) -> None:
    _, _, start = await opened_with_link(sun)
    async with sun.database.read() as reading:
        link = await reading.links.find_by_token(start.kind, start.token)
    assert link is not None
    head = await sun.staff(Role.HEAD)
    with pytest.raises(Missing):
        await Invitations(sun.database, sun.clock).renew(head, sun.organisation_id, link.id)
    before = await stored(sun)
    outcome = await joining(sun).become(COLLEAGUE, None, start, 1, Kinship.PARENT, "ru")
    assert isinstance(outcome, Invitation)
    assert await stored(sun) == before
