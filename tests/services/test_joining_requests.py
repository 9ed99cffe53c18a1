"""The queue «Новый родитель»: who hears of it, who may answer it, and that it is answered once."""

import asyncio
from pathlib import Path

import pytest

from db.work import Database
from domain.access import Permission
from domain.ids import ChildId
from domain.joining import CodePage, DeclineReason, RequestCard, Waiting
from domain.notices import Notice, NoticeKind, Urgency
from domain.outcomes import Forbidden, Missing, Reason, Refused
from domain.people import Actor, Kinship, Role
from tests.services.doorstep import Doorstep, open_door


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> Doorstep:
    """A kindergarten with its door open."""
    return await open_door(database, tmp_path)


async def _newcomer(door: Doorstep, kinship: Kinship = Kinship.PARENT) -> Waiting:
    waiting = await door.become(door.visitor(), await door.qr(), kinship)
    assert isinstance(waiting, Waiting)
    return waiting


async def test_a_newcomer_gets_a_number_and_no_role(door: Doorstep) -> None:
    waiting = await _newcomer(door, Kinship.RELATIVE)
    assert waiting.actor.memberships == ()
    assert len(waiting.request.said) == 4
    assert await door.column("memberships", "id") == []
    assert len(await door.column("consents", "id")) == 1
    state = await door.menu.look(waiting.actor)
    assert [line.request.said for line in state.waiting] == [waiting.request.said]


async def test_numbers_of_those_who_wait_differ(door: Doorstep) -> None:
    said = [(await _newcomer(door)).request.said for _ in range(12)]
    assert len(set(said)) == 12


async def test_tapping_twice_leaves_one_request(door: Doorstep) -> None:
    visitor, start = door.visitor(), await door.qr()
    await asyncio.gather(*(door.become(visitor, start) for _ in range(4)))
    assert len(await door.column("join_requests", "id")) == 1
    assert len(await door.column("persons", "id")) == 1


async def test_the_group_s_teachers_hear_of_it_else_the_methodist_else_the_head(door: Doorstep) -> None:
    head = await door.staff(Role.HEAD)
    await _newcomer(door)
    assert await door.told("join-requested") == [head.person_id]
    methodist = await door.staff(Role.METHODIST)
    await _newcomer(door)
    assert await door.told("join-requested") == [head.person_id, methodist.person_id]
    teacher = await door.staff(Role.TEACHER, door.sun)
    other = await door.staff(Role.TEACHER, door.rays)
    await _newcomer(door)
    told = await door.told("join-requested")
    assert told == [head.person_id, methodist.person_id, teacher.person_id]
    assert other.person_id not in told


async def test_the_teacher_binds_a_newcomer_to_a_code(door: Doorstep) -> None:
    teacher = await door.staff(Role.TEACHER, door.sun)
    await door.parent(1)
    waiting = await _newcomer(door, Kinship.GUARDIAN)
    codes = await door.requests.codes(teacher, waiting.request.id)
    assert isinstance(codes, CodePage)
    assert [(line.child.number, line.adults) for line in codes.lines] == [(2, 0), (3, 0), (1, 1)]
    card = await door.requests.approve(teacher, waiting.request.id, codes.lines[0].child.id)
    assert isinstance(card, RequestCard)
    assert card.child is not None
    assert card.child.number == 2
    newcomer = await door.again(waiting.actor)
    assert [(c.number, c.kinship) for c in newcomer.memberships[0].children] == [(2, Kinship.GUARDIAN)]
    assert await door.told("join-approved") == [newcomer.person_id]
    assert await door.column("outbox", "status") == ["cancelled", "queued"]  # the teacher needs no reminder
    assert (await door.requests.queue(teacher, door.organisation_id)).lines == ()


@pytest.mark.parametrize(
    ("reason", "words", "note"),
    [
        (DeclineReason.OTHER_GROUP, None, None),
        (DeclineReason.OWN_WORDS, "Подойдите <b>вечером</b>", "Подойдите <b>вечером</b>"),
    ],
)
async def test_a_newcomer_is_declined_with_a_reason(
    door: Doorstep, reason: DeclineReason, words: str | None, note: str | None
) -> None:
    teacher = await door.staff(Role.TEACHER, door.sun)
    visitor = door.visitor()
    waiting = await door.become(visitor, await door.qr())
    assert isinstance(waiting, Waiting)
    card = await door.requests.decline(teacher, waiting.request.id, reason, words)
    assert isinstance(card, RequestCard)
    assert (card.request.approved, card.request.decline_reason, card.request.decline_note) == (
        False,
        reason,
        note,
    )
    assert await door.told("join-declined") == [waiting.actor.person_id]
    again = await door.become(visitor, await door.qr())
    assert isinstance(again, Waiting)  # declined is not forbidden


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("СНИЛС 112-233-445 95", Reason.LOOKS_LIKE_DOCUMENT),
        ("паспорт 32 04 123456", Reason.LOOKS_LIKE_DOCUMENT),
        ("  \u200f\u202e ", Reason.EMPTY),
        ("очень долго " * 30, Reason.TOO_LONG),
    ],
)
async def test_words_of_a_refusal_are_checked(door: Doorstep, words: str, reason: Reason) -> None:
    teacher = await door.staff(Role.TEACHER, door.sun)
    waiting = await _newcomer(door)
    outcome = await door.requests.decline(teacher, waiting.request.id, DeclineReason.OWN_WORDS, words)
    assert isinstance(outcome, Refused)
    assert outcome.reason is reason
    assert await door.told("join-declined") == []


async def test_of_two_who_decide_at_once_one_wins_and_the_other_sees_it(door: Doorstep) -> None:
    teacher, head = await door.staff(Role.TEACHER, door.sun), await door.staff(Role.HEAD)
    waiting = await _newcomer(door)
    cards = await asyncio.gather(
        door.requests.approve(teacher, waiting.request.id, door.children[0]),
        door.requests.approve(head, waiting.request.id, door.children[1]),
        door.requests.decline(head, waiting.request.id, DeclineReason.UNKNOWN_PERSON),
    )
    assert all(isinstance(card, RequestCard) for card in cards)
    assert (
        len(
            {
                (card.request.approved, card.request.child_id)
                for card in cards
                if isinstance(card, RequestCard)
            }
        )
        == 1
    )
    approved = await door.told("join-approved")
    declined = await door.told("join-declined")
    assert len(approved + declined) == 1
    bound = await door.column("guardianships", "child_id")
    assert len(bound) == len(approved)


async def test_a_full_card_keeps_the_newcomer_waiting(door: Doorstep) -> None:
    teacher = await door.staff(Role.TEACHER, door.sun)
    for _ in range(4):
        await door.parent(1)
    waiting = await _newcomer(door)
    refused = await door.requests.approve(teacher, waiting.request.id, door.children[0])
    assert refused == Refused(Reason.CARD_FULL)
    assert (await door.requests.open(teacher, waiting.request.id)).request.decided_at is None
    assert await door.column("join_requests", "approved") == [None]


async def test_a_code_of_another_group_or_nowhere_is_refused(door: Doorstep) -> None:
    teacher = await door.staff(Role.TEACHER, door.sun)
    waiting = await _newcomer(door)
    other_group = door.children[3]
    assert await door.requests.approve(teacher, waiting.request.id, other_group) == Refused(Reason.CHILD_LEFT)
    with pytest.raises(Missing):
        await door.requests.approve(teacher, waiting.request.id, ChildId(999_999))


async def _head_next_door(door: Doorstep, folder: Path) -> Actor:
    neighbour = await open_door(door.database, folder)
    neighbour._accounts = 5000
    return await neighbour.staff(Role.HEAD)


async def test_others_neither_see_nor_answer(door: Doorstep, tmp_path: Path) -> None:
    waiting = await _newcomer(door)
    request = waiting.request
    strangers = {
        "teacher of another group": (await door.staff(Role.TEACHER, door.rays), Forbidden),
        "psychologist": (await door.staff(Role.PSYCHOLOGIST), Forbidden),
        "parent": (await door.parent(1), Forbidden),
        "partner": (await door.partner(), Forbidden),
        "newcomer": (waiting.actor, Missing),
        "head next door": (await _head_next_door(door, tmp_path), Missing),
    }
    before = await door.rows("seen_updates")
    for name, (actor, refusal) in strangers.items():
        calls = (
            door.requests.open(actor, request.id),
            door.requests.codes(actor, request.id),
            door.requests.approve(actor, request.id, door.children[0]),
            door.requests.decline(actor, request.id, DeclineReason.UNKNOWN_PERSON),
        )
        for call in calls:
            with pytest.raises(refusal):
                await call
                pytest.fail(name)
    assert await door.rows("seen_updates") == before


async def test_the_queue_is_restricted_to_the_groups_one_answers_for(door: Doorstep) -> None:
    sun, rays = await door.staff(Role.TEACHER, door.sun), await door.staff(Role.TEACHER, door.rays)
    head = await door.staff(Role.HEAD)
    await _newcomer(door)
    assert len((await door.requests.queue(sun, door.organisation_id)).lines) == 1
    assert (await door.requests.queue(rays, door.organisation_id)).lines == ()
    assert len((await door.requests.queue(head, door.organisation_id)).lines) == 1
    with pytest.raises(Forbidden, match=Permission.DECIDE_REQUESTS):
        await door.requests.queue(await door.parent(1), door.organisation_id)


async def test_whoever_teaches_and_leads_sees_the_whole_queue(door: Doorstep) -> None:
    visitor = door.visitor()
    await door.staff(Role.TEACHER, door.rays, visitor=visitor)
    leading = await door.staff(Role.METHODIST, visitor=visitor)
    await _newcomer(door)
    assert len((await door.requests.queue(leading, door.organisation_id)).lines) == 1


async def test_a_long_queue_comes_in_pages(door: Doorstep) -> None:
    head = await door.staff(Role.HEAD)
    for _ in range(10):
        await _newcomer(door)
    first = await door.requests.queue(head, door.organisation_id)
    second = await door.requests.queue(head, door.organisation_id, 1)
    assert (len(first.lines), first.more) == (8, True)
    assert (len(second.lines), second.more) == (2, False)


async def test_a_name_is_asked_and_kept_only_where_names_are_on(door: Doorstep) -> None:
    waiting = await _newcomer(door)
    request_id = waiting.request.id
    refused = await door.settings.name_self(waiting.actor, "Анна", request_id, waiting=True)
    assert refused == Refused(Reason.PERSONAL_DATA_OFF)
    await door.names_on()
    named = await door.settings.name_self(waiting.actor, " Анна\x00  <b>Петрова ", request_id, waiting=True)
    assert not isinstance(named, Refused)
    assert "settings.named" in await door.column("audit", "action")
    teacher = await door.staff(Role.TEACHER, door.sun)
    assert (await door.requests.open(teacher, request_id)).request.name == "Анна <b>Петрова"
    await door.requests.approve(teacher, request_id, door.children[0])
    assert (await door.again(waiting.actor)).memberships[0].name == "Анна <b>Петрова"


async def test_nobody_names_the_request_of_somebody_else(door: Doorstep) -> None:
    await door.names_on()
    waiting, other = await _newcomer(door), await _newcomer(door)
    with pytest.raises(Missing):
        await door.settings.name_self(other.actor, "Чужое имя", waiting.request.id, waiting=True)
    assert await door.column("join_requests", "name") == [None, None]


def _notice(kind: NoticeKind, person: Actor, waiting: Waiting, door: Doorstep) -> Notice:
    now = door.database.clock.now()
    return Notice(
        id=1,  # type: ignore[arg-type]  # any number
        kind=kind,
        person_id=person.person_id,
        organisation_id=door.organisation_id,
        chat_id=person.chat_id,
        locale="ru",
        params={"organisation": door.organisation_id, "request": waiting.request.id},
        attempts=0,
        due_at=now,
        expires_at=now,
        urgency=Urgency.NOW,
        subject=None,
    )


async def test_a_notice_is_told_only_while_it_is_true(door: Doorstep) -> None:
    teacher = await door.staff(Role.TEACHER, door.sun)
    waiting = await _newcomer(door)
    asked = _notice(NoticeKind.JOIN_REQUESTED, teacher, waiting, door)
    answered = _notice(NoticeKind.JOIN_APPROVED, waiting.actor, waiting, door)
    assert await door.requests.requested_for_notice(asked) is not None
    assert await door.requests.decided_for_notice(answered) is None
    await door.requests.approve(teacher, waiting.request.id, door.children[0])
    assert await door.requests.requested_for_notice(asked) is None
    assert await door.requests.decided_for_notice(answered) is not None
    await door.privacy.erase(await door.again(waiting.actor))
    assert await door.requests.decided_for_notice(answered) is None
