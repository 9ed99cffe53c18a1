"""Cards and posters: fresh secrets for each printing, valid until revoked."""

import asyncio

import pytest

from db.work import Database
from domain.ids import Token
from domain.links import LinkKind, may_use
from domain.outcomes import Reason, Refused
from tests.services.house import House, build_house


@pytest.fixture
async def house(database: Database) -> House:
    return await build_house(database)


async def opens(house: House, kind: LinkKind, token: Token) -> bool:
    """Whether a printed secret still opens the bot for a newcomer."""
    async with house.database.read() as reading:
        link = await reading.links.find_by_token(kind, token)
    return link is not None and may_use(link, now=house.database.clock.now()) is None


async def test_cards_are_printed_for_those_who_have_not_joined(house: House) -> None:
    printed = await house.cards.print_group(house["teacher"], house.sun, everybody=False)
    assert not isinstance(printed, Refused)
    assert [number for number, _ in printed.cards] == [2, 3, 4]
    everybody = await house.cards.print_group(house["teacher"], house.sun, everybody=True)
    assert not isinstance(everybody, Refused)
    assert [number for number, _ in everybody.cards] == [1, 2, 3, 4]


async def test_a_card_names_its_child_and_nothing_else(house: House) -> None:
    printed = await house.cards.print_child(house["teacher"], house.children[2])
    assert not isinstance(printed, Refused)
    async with house.database.read() as reading:
        link = await reading.links.find_by_token(LinkKind.CARD, printed.cards[0][1])
    assert link is not None
    assert (link.child_id, link.group_id, link.expires_at) == (house.children[2], None, None)


async def test_two_who_print_at_once_both_get_cards_that_open(house: House) -> None:
    sheets = await asyncio.gather(
        *(house.cards.print_group(house[who], house.sun, everybody=True) for who in ("head", "teacher"))
    )
    tokens = [token for sheet in sheets if not isinstance(sheet, Refused) for _, token in sheet.cards]
    assert len(set(tokens)) == 8
    assert all([await opens(house, LinkKind.CARD, token) for token in tokens])


async def test_revoked_cards_open_nothing_and_other_children_keep_theirs(house: House) -> None:
    printed = await house.cards.print_group(house["teacher"], house.sun, everybody=True)
    assert not isinstance(printed, Refused)
    assert await house.cards.revoke_child(house["teacher"], house.children[0]) == 1
    assert [await opens(house, LinkKind.CARD, token) for _, token in printed.cards] == [
        False,
        True,
        True,
        True,
    ]
    card = await house.families.child(house["teacher"], house.children[0])
    assert (card.cards, len(card.adults)) == (0, 1)


async def test_a_lost_sheet_is_revoked_as_a_whole(house: House) -> None:
    sun = await house.cards.print_group(house["head"], house.sun, everybody=True)
    rays = await house.cards.print_group(house["head"], house.rays, everybody=True)
    assert not isinstance(sun, Refused)
    assert not isinstance(rays, Refused)
    assert await house.cards.revoke_group(house["teacher"], house.sun) == 4
    assert not any([await opens(house, LinkKind.CARD, token) for _, token in sun.cards])
    assert await opens(house, LinkKind.CARD, rays.cards[0][1])


async def test_there_is_nothing_to_print_when_all_have_joined_or_left(house: House) -> None:
    await house.families.mark_left(house["head"], house.children[4])
    assert await house.cards.print_group(house["head"], house.rays, everybody=True) == Refused(
        Reason.NO_CARDS
    )
    assert await house.cards.print_child(house["head"], house.children[4]) == Refused(Reason.CHILD_LEFT)


async def test_a_new_poster_lets_the_old_one_live_unless_it_is_renewed(house: House) -> None:
    first = await house.cards.print_poster(house["teacher"], house.sun, renew=False)
    second = await house.cards.print_poster(house["teacher"], house.sun, renew=False)
    assert not isinstance(first, Refused)
    assert not isinstance(second, Refused)
    assert await opens(house, LinkKind.GROUP, first.token)
    assert (await house.cards.poster(house["teacher"], house.sun)).posters == 2
    third = await house.cards.print_poster(house["teacher"], house.sun, renew=True)
    assert not isinstance(third, Refused)
    assert [await opens(house, LinkKind.GROUP, p.token) for p in (first, second, third)] == [
        False,
        False,
        True,
    ]
    assert await house.cards.revoke_poster(house["teacher"], house.sun) == 1
    assert not await opens(house, LinkKind.GROUP, third.token)
