"""Whoever answers a newcomer too late reads so, and nobody waits for a group that is no more."""

from pathlib import Path

import pytest

from db.work import Database
from domain.joining import DeclineReason, RequestCard, Waiting
from domain.people import Group, Role
from locales import LOCALES, texts_for
from screens import joining_staff
from screens.render import render
from services.groups import Groups
from tests.services.doorstep import Doorstep, open_door


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open."""
    return await open_door(database, tmp_path)


async def _newcomer(door: Doorstep) -> Waiting:
    waiting = await door.become(door.visitor(), await door.qr())
    assert isinstance(waiting, Waiting)
    return waiting


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_second_answer_is_not_taken_for_ones_own(door: Doorstep, locale: str) -> None:
    first, second = await door.staff(Role.TEACHER, door.sun), await door.staff(Role.TEACHER, door.sun)
    request = (await _newcomer(door)).request
    own = await door.requests.approve(first, request.id, door.children[0])
    assert isinstance(own, RequestCard)
    assert not own.overtaken
    other_code = await door.requests.approve(second, request.id, door.children[1])
    declined = await door.requests.decline(second, request.id, DeclineReason.OWN_WORDS, "Не знаем вас")
    for late in (other_code, declined):
        assert isinstance(late, RequestCard)
        assert late.overtaken
        word = texts_for(locale).html("joining-card-overtaken")
        assert word in render(joining_staff.card(late), texts_for(locale)).text
    same = await door.requests.approve(second, request.id, door.children[0])
    assert isinstance(same, RequestCard)
    assert not same.overtaken


async def test_the_same_refusal_twice_is_one(door: Doorstep) -> None:
    first, second = await door.staff(Role.TEACHER, door.sun), await door.staff(Role.TEACHER, door.sun)
    request = (await _newcomer(door)).request
    for teacher in (first, second):
        card = await door.requests.decline(teacher, request.id, DeclineReason.ASK_FOR_CARD)
        assert isinstance(card, RequestCard)
        assert not card.overtaken
    late = await door.requests.decline(second, request.id, DeclineReason.UNKNOWN_PERSON)
    assert isinstance(late, RequestCard)
    assert late.overtaken


async def test_who_waits_for_a_group_hears_of_its_archive(door: Doorstep) -> None:
    head = await door.staff(Role.HEAD)
    waiting = await _newcomer(door)
    elsewhere = await door.become(door.visitor(), await door.qr(door.rays))
    assert isinstance(elsewhere, Waiting)
    async with door.database.work() as work:
        for child in door.children[:3]:
            await work.children.mark_left(door.organisation_id, child)
    archived = await Groups(door.database, door.database.clock).archive(head, door.sun)
    assert isinstance(archived, Group)
    assert await door.told("join-declined") == [waiting.actor.person_id]
    assert (await door.menu.look(waiting.actor)).waiting == ()
    assert len((await door.menu.look(elsewhere.actor)).waiting) == 1
