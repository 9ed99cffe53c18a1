"""The bot is killed at every single step of an update or a notice: each statement, commit and call to Telegram.

Whatever the step, afterwards the effect is there exactly once and the person has read the answer; a notice has come
as its kind promises.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path

import pytest
import pytest_asyncio

from db.models import (
    AuditRow,
    ChildRow,
    ConsentRow,
    GroupRow,
    GuardianshipRow,
    MembershipRow,
    RsvpRow,
)
from domain.actions.events import AnswerEvent
from domain.actions.groups import AddChildren
from domain.actions.joining import TellKinship
from domain.ids import GroupId, OrganisationId
from domain.notices import NoticeDraft, NoticeKind, Urgency
from sandbox.stories.stage import Player
from screens.buttons import pack
from tests.chaos.doomed import Doomed, Step, Told, Truth, doomed_house, tap
from tests.chaos.instruments import BEYOND
from tests.conftest import ENGINES
from tests.scenarios.test_first_day import joined

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADULTS = 4
"""Who may join by one card."""
HERE = OrganisationId(1)


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=ENGINES)
async def house(
    request: pytest.FixtureRequest,
    migrated: Callable[[str], str],
    kennel_door: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[Doomed]:
    """One house for all tests on an engine: to make it costs more than to kill its bot ten times."""
    url = await asyncio.to_thread(migrated, request.param)
    folder = tmp_path_factory.mktemp(f"house-{request.param}")
    async with doomed_house(url, folder, kennel_door) as opened:
        yield opened


def _whole(steps: list[str], *calls: str) -> None:
    """The counting has seen what an update consists of: a commit, these calls, the confirmation."""
    assert {"before COMMIT", "after COMMIT", f"before {BEYOND}"} <= set(steps), steps
    assert {f"after {call}" for call in calls} <= set(steps), steps


async def test_an_answer_is_taken_once(house: Doomed) -> None:
    await house.at_rest()
    mother = await joined(house.stage, "Анна", house.cards[-1])
    await mother.tap("Мои мероприятия")
    await mother.tap("Кто печёт хлеб?")
    card = (await mother.newest()).id
    person = await house.person(mother)

    async def answer(number: int) -> Truth:
        label, said = (("Приду с ребёнком", "with-child"), ("Не смогу", "no"))[number % 2]
        await mother.send("/menu")
        await tap(mother, label)

        async def once() -> None:
            assert await house.count(AuditRow, action="rsvp.answered", person_id=person) == number + 1
            assert await house.column(RsvpRow, "answer", person_id=person) == [said]
            shown = next(seen for seen in await mother.messages() if seen.id == card)
            assert f"Ваш ответ: {label}" in shown.text

        return once

    _whole(await house.at_every_step(AnswerEvent, answer), "answerCallbackQuery", "editMessageText")


async def test_somebody_joins_once(house: Doomed) -> None:
    people: list[Player] = []
    members, bound = await house.count(MembershipRow), await house.count(GuardianshipRow)

    async def join(number: int) -> Truth:
        person = await house.stage.person(f"Гость {number}")
        await person.open(house.cards[number // ADULTS])
        await person.tap("Согласен")
        await tap(person, "Мама или папа")
        people.append(person)

        async def once() -> None:
            newest = await person.newest()
            assert "Готово!" in newest.text
            assert any("Мои мероприятия" in label for label in newest.labels)
            who = await house.person(person)
            assert await house.count(MembershipRow) == members + len(people)
            assert await house.count(GuardianshipRow) == bound + len(people)
            assert await house.count(ConsentRow, person_id=who) == 1
            assert await house.count(AuditRow, action="joining.joined", person_id=who) == 1

        return once

    _whole(await house.at_every_step(TellKinship, join), "answerCallbackQuery", "editMessageText")


async def test_codes_are_added_once(house: Doomed) -> None:
    """Not like an answer, which is the same fact twice: codes added twice are there twice."""
    there = await house.count(ChildRow)

    async def add(number: int) -> Truth:
        await house.head.send("/menu")
        await _add_a_code(house)
        menu = len(await house.head.messages())

        async def once() -> None:
            assert await house.count(ChildRow) == there + number + 1
            newest = await house.head.newest()
            assert f"{there + number + 1:04d}" in newest.text or "уже сделано" in newest.text, newest
            assert len(await house.head.messages()) <= menu + 1

        return once

    _whole(await house.at_every_step(AddChildren, add), "answerCallbackQuery", "editMessageText")


async def test_without_the_claim_codes_are_added_twice(house: Doomed) -> None:
    """What the test above would see if updates were not recorded: it is not blind."""
    await house.at_rest()
    there = await house.count(ChildRow)
    await house.kennel.end()
    await house.kennel.live(action=AddChildren, kill_at="after COMMIT", claims=False)
    await _add_a_code(house)
    assert await house.kennel.died() == "after COMMIT"
    assert await house.count(ChildRow) == there + 1
    await house.kennel.live(counts=False, claims=False)
    await house.stage.idle()
    assert await house.count(ChildRow) == there + 2


async def test_an_invitation_comes_at_least_once(house: Doomed) -> None:
    """Twice only when the kill came after Telegram took it and before that was written down."""
    await house.at_rest()
    mother = await joined(house.stage, "Дарья", house.cards[-2])
    person = await house.person(mother)
    draft = NoticeDraft(
        NoticeKind.EVENT_PUBLISHED, person, HERE, "invited", urgency=Urgency.NOW, params={"event": 1}
    )
    told = await house.told_at_every_step(draft, mother.id)
    assert all(one.status == "sent" for one in told.values())
    again = {step for step, one in told.items() if one.copies == 2}
    assert all(one.copies == 1 for step, one in told.items() if step not in again)
    assert _between(told, "after sendMessage", "before COMMIT") == again


async def test_a_word_to_the_head_comes_at_most_once(house: Doomed) -> None:
    """Not at all when the kill left open whether Telegram had taken it, and then it says so in the report."""
    await house.at_rest()
    father = await joined(house.stage, "Егор", house.cards[-2])
    person, head = await house.person(father), await house.person(house.head)
    [membership] = await house.column(MembershipRow, "id", person_id=person)
    assert isinstance(membership, int)
    params = {"organisation": HERE, "membership": membership}
    draft = NoticeDraft(NoticeKind.STAFF_JOINED, head, HERE, "joined", urgency=Urgency.NOW, params=params)
    told = await house.told_at_every_step(draft, house.head.id)
    assert all(one.copies <= 1 for one in told.values())
    left_open = {step for step, one in told.items() if one.status == "unknown"}
    assert {step for step, one in told.items() if one.copies == 0} <= left_open
    assert all(one.status == "sent" for step, one in told.items() if step not in left_open)
    assert _between(told, "after COMMIT", "before COMMIT") == left_open


async def _add_a_code(house: Doomed) -> None:
    """One code more, by the head's button for the only group."""
    [group] = await house.column(GroupRow, "id")
    assert isinstance(group, int)
    data = pack(AddChildren(group_id=GroupId(group), count=1))
    body = {"message_id": (await house.head.newest()).id, "data": data, "wait": 0}
    await house.stage.call("POST", f"people/{house.head.id}/tap", body)


def _between(told: Mapping[Step, Told], first: str, last: str) -> set[Step]:
    """Steps from the first of this name to the last of that."""
    order = sorted(told)
    names = [step.name for step in order]
    return set(order[names.index(first) : len(names) - names[::-1].index(last)])
