"""Families that are invited by name: they alone hear of it, in words for them; the date stays the group's."""

import pytest

from db.models import GuestOpeningFamilyRow, GuestOpeningRow, NoticeRow
from db.work import Database
from domain.guest_views import OpeningReach
from domain.notices import NoticeKind
from domain.outcomes import Reason, Refused
from domain.people import Kinship, Role
from locales import texts_for
from screens import guests_notices
from screens.render import render
from services.families import Families
from tests.services.visiting import BAKER, Visiting, build_visiting

INVITED = NoticeKind.GUESTS_INVITED


@pytest.fixture
async def sun(database: Database) -> Visiting:
    """The kindergarten on both engines."""
    return await build_visiting(database)


async def test_only_named_families_hear_and_any_of_the_group_may_come(sun: Visiting) -> None:
    grandmother, head = await sun.adult(2, kinship=Kinship.RELATIVE), await sun.staff(Role.HEAD)
    baker = await sun.baker()
    draft = sun.opening(
        children=frozenset({sun.children[1], sun.children[3]}),  # of the second nobody is in the bot
        partner_ids=frozenset({baker.memberships[0].id}),
    )
    reach = await sun.openings.preview(sun.host, sun.organisation_id, draft)
    assert reach == OpeningReach(
        adults=1, families=1, partners=1, limited_families=0, closed=0, without_phone=1, named=2
    )
    opened = await sun.open(children=draft.children, partner_ids=draft.partner_ids)
    assert opened.told == 2
    assert await sun.waiting(INVITED) == sorted([grandmother.person_id, baker.person_id])

    for person, named in ((grandmother, True), (baker, False)):
        shown = await sun.told_of.invited_for_notice(await sun.notice(INVITED, person))
        assert shown is not None
        assert shown.named is named
        text = render(guests_notices.invited(shown), texts_for("ru")).text
        assert ("именно вас" in text) is named

    father = await sun.adult(5)
    await Families(sun.database, sun.clock).move(head, sun.children[4], sun.sun)
    assert father.person_id not in await sun.waiting(INVITED), "what others were asked in person is no news"
    async with sun.database.read() as reading:
        assert await reading.guest_invitees.named(sun.organisation_id, opened.opening_id) == draft.children
    assert (await sun.applications.take(sun.guest, opened.slots[0].id, BAKER, "any")).visit is not None


async def test_a_family_that_is_not_of_the_group_is_not_invited(sun: Visiting) -> None:
    draft = sun.opening(children=frozenset({sun.children[0], sun.children[4]}))
    refused = Refused(Reason.FAMILIES_ELSEWHERE)
    assert await sun.openings.preview(sun.host, sun.organisation_id, draft) == refused
    assert await sun.openings.open(sun.host, sun.organisation_id, draft, "other") == refused
    assert await sun.count(GuestOpeningRow) == await sun.count(GuestOpeningFamilyRow) == 0
    assert await sun.count(NoticeRow) == 0
