"""Updates in work: one chat's in order, a bounded number at once, none twice, failures do not stop the others."""

import asyncio

import pytest
from aiogram.types import Update

from bot import lanes as lanes_module
from bot.lanes import Lanes


def _update(update_id: int, chat: int) -> Update:
    person = {"id": chat, "is_bot": False, "first_name": "Анна"}
    message = {
        "message_id": 1,
        "date": 1,
        "chat": {"id": chat, "type": "private"},
        "from": person,
        "text": "да",
    }
    return Update.model_validate({"update_id": update_id, "message": message})


async def _carry_out(lanes: Lanes, *updates: Update) -> None:
    async with asyncio.TaskGroup() as group:
        for update in updates:
            lanes.take(update.update_id)
            group.create_task(lanes.carry_out(update))


async def test_updates_of_one_chat_keep_their_order_while_others_overtake() -> None:
    order: list[int] = []
    go = asyncio.Event()

    async def feed(update: Update) -> None:
        if update.update_id == 1:
            await go.wait()
        order.append(update.update_id)
        if update.update_id == 4:
            go.set()

    await _carry_out(Lanes(feed, at_once=8), _update(1, 10), _update(2, 10), _update(3, 10), _update(4, 20))
    assert order == [4, 1, 2, 3]


async def test_at_most_so_many_are_in_work_at_once() -> None:
    running = most = 0

    async def feed(_update: Update) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1

    await _carry_out(Lanes(feed, at_once=3), *(_update(n, n) for n in range(50)))
    assert most == 3


async def test_a_redelivered_update_is_carried_out_once() -> None:
    done: list[int] = []

    async def feed(update: Update) -> None:
        await asyncio.sleep(0)
        done.append(update.update_id)

    lanes = Lanes(feed, at_once=8)
    await _carry_out(lanes, _update(1, 10), _update(1, 10), _update(1, 10))
    await _carry_out(lanes, _update(1, 10))
    assert done == [1]
    assert lanes.in_work == 0


async def test_a_failing_update_is_finished_and_the_next_one_has_its_turn() -> None:
    done: list[int] = []

    async def feed(update: Update) -> None:
        if update.update_id == 1:
            raise RuntimeError
        done.append(update.update_id)

    lanes = Lanes(feed, at_once=8)
    await _carry_out(lanes, _update(1, 10), _update(2, 10))
    assert done == [2]
    assert lanes.lowest is None


async def test_an_update_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes_module, "LONGEST_SECONDS", 0.01)

    async def feed(update: Update) -> None:
        if update.update_id == 1:
            await asyncio.Event().wait()

    lanes = Lanes(feed, at_once=1)
    await _carry_out(lanes, _update(1, 10), _update(2, 20))
    assert lanes.in_work == 0


async def test_a_cancelled_update_stays_unfinished() -> None:
    async def feed(_update: Update) -> None:
        await asyncio.Event().wait()

    lanes = Lanes(feed, at_once=1)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await _carry_out(lanes, _update(7, 10))
    assert lanes.lowest == 7
