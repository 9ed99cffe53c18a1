"""The limiter against a strict server: nothing refused, nothing wasted, replies first."""

import asyncio
from itertools import pairwise
from typing import Any, cast

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageText,
    SendChatAction,
    SendMessage,
    TelegramMethod,
)

from messenger.errors import LaneClosed
from messenger.limiter import Limiter, unasked
from tests.unit.telegram_second import StrictServer, in_no_time

RATE = 28
NO_BOT = cast(Bot, None)


async def reply(
    limiter: Limiter, server: StrictServer, chat_id: int, method: TelegramMethod[Any] | None = None
) -> float:
    """Answer somebody; gives how long it took until Telegram was asked and had answered."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    await limiter(server, NO_BOT, method or SendMessage(chat_id=chat_id, text="…"))
    return loop.time() - began


async def tell(limiter: Limiter, server: StrictServer, chat_id: int) -> None:
    with unasked():
        await limiter(server, NO_BOT, SendMessage(chat_id=chat_id, text="…"))


async def broadcast(limiter: Limiter, server: StrictServer, chats: range, at_once: int = 16) -> float:
    """Tell everyone, so many calls in flight; gives the seconds it took."""
    loop = asyncio.get_running_loop()
    began, left = loop.time(), iter(chats)

    async def one_after_another() -> None:
        for chat_id in left:
            await tell(limiter, server, chat_id)

    await asyncio.gather(*(one_after_another() for _ in range(at_once)))
    return loop.time() - began


def test_a_broadcast_runs_at_the_full_rate_without_a_refusal() -> None:
    server = StrictServer()
    took = in_no_time(broadcast(Limiter(RATE), server, range(1, 2_001)))
    assert server.refused == 0
    assert len(server.taken) == 2_000
    assert 2_000 / took >= 0.98 * RATE


def test_the_strict_server_would_refuse_without_a_limiter() -> None:
    async def story(server: StrictServer) -> None:
        with pytest.raises(TelegramRetryAfter):
            await broadcast(Limiter(0), server, range(1, 200))

    in_no_time(story(StrictServer()))


def test_replies_find_room_in_a_broadcast_and_each_takes_two_places() -> None:
    server, limiter, waits = StrictServer(), Limiter(RATE), []

    async def answering() -> None:
        for number in range(200):
            await asyncio.sleep(0.2)
            waits.append(await reply(limiter, server, 10_000 + number))

    async def story() -> float:
        async with asyncio.TaskGroup() as group:
            telling = group.create_task(broadcast(limiter, server, range(1, 1_501)))
            group.create_task(answering())
        return telling.result()

    took = in_no_time(story())
    assert server.refused == 0
    during = [chat for at, chat, _ in server.taken if at - server.taken[0][0] <= took]
    replies = sum(chat >= 10_000 for chat in during)
    assert (len(during) + replies) / took >= 0.98 * RATE
    assert sorted(waits)[197] <= 0.16 + 0.04  # the call itself takes up to 0.16 s


@pytest.mark.parametrize("still", [0.15, 0.3, 0.6])
def test_what_was_held_up_and_comes_all_at_once_is_not_too_much(still: float) -> None:
    server, limiter = StrictServer(still=still), Limiter(RATE)

    async def answering() -> None:
        for number in range(80):
            await asyncio.sleep(0.5)
            await reply(limiter, server, 10_000 + number)

    async def story() -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(broadcast(limiter, server, range(1, 1_001)))
            group.create_task(answering())

    in_no_time(story())
    assert server.refused == 0
    assert len(server.taken) == 1_080


def test_a_reply_goes_before_everything_that_waits() -> None:
    server, limiter = StrictServer(on_the_way=0), Limiter(RATE)

    async def story() -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(broadcast(limiter, server, range(1, 101), at_once=100))
            await asyncio.sleep(1)
            before = len(server.taken)
            for number in range(20):
                group.create_task(reply(limiter, server, 1_000 + number))
            await asyncio.sleep(1)
            answered = [chat >= 1_000 for _, chat, _ in server.taken[before:]]
            assert sum(answered) == 20
            assert not all(answered)
            assert answered[:21].count(False) <= 1  # the one that was already on its way

    in_no_time(story())
    assert server.refused == 0


def test_a_crowd_of_replies_is_not_refused() -> None:
    server, limiter = StrictServer(), Limiter(RATE)

    async def story() -> float:
        return max(await asyncio.gather(*(reply(limiter, server, number + 1) for number in range(300))))

    assert in_no_time(story()) <= 300 / RATE + 1
    assert server.refused == 0


def test_unasked_messages_to_one_chat_are_a_second_apart_and_replies_are_not() -> None:
    server, limiter = StrictServer(per_chat=False), Limiter(RATE)

    async def story() -> None:
        await reply(limiter, server, 5)
        await asyncio.gather(*(tell(limiter, server, 5) for _ in range(4)), tell(limiter, server, 6))
        at_five = [at for at, chat, _ in server.taken if chat == 5]
        assert all(later - sooner > 1 for sooner, later in pairwise(at_five))
        assert next(index for index, taken in enumerate(server.taken) if taken[1] == 6) == 1
        assert max([await reply(limiter, server, 7), await reply(limiter, server, 7)]) < 0.2

    in_no_time(story())


def test_answers_to_taps_are_never_counted() -> None:
    server, limiter = StrictServer(limit=10_000), Limiter(1)

    async def story() -> float:
        await reply(limiter, server, 1)
        free = [AnswerCallbackQuery(callback_query_id="1"), SendChatAction(chat_id=1, action="typing")]
        return max([await reply(limiter, server, 1, method) for method in free * 20])

    assert in_no_time(story()) < 0.2


def test_edits_are_counted() -> None:
    server, limiter = StrictServer(limit=10_000), Limiter(1)

    async def story() -> float:
        edit = EditMessageText(chat_id=1, message_id=1, text="…")
        return sum([await reply(limiter, server, 1, edit) for _ in range(6)])

    assert in_no_time(story()) > 2


def test_after_a_refusal_nothing_unasked_is_said_until_the_time_is_up() -> None:
    server, limiter = StrictServer(on_the_way=0), Limiter(RATE)

    async def story() -> None:
        server.scripted = [3]
        loop = asyncio.get_running_loop()
        refused_at = loop.time()
        with pytest.raises(TelegramRetryAfter):
            await tell(limiter, server, 1)
        assert await reply(limiter, server, 2) < 0.2
        await tell(limiter, server, 3)
        assert next(at for at, chat, _ in server.taken if chat == 3) >= refused_at + 3

    in_no_time(story())


def test_a_long_pause_is_not_waited_for() -> None:
    server, limiter = StrictServer(), Limiter(RATE)

    async def story() -> None:
        server.scripted = [60]
        with pytest.raises(TelegramRetryAfter):
            await tell(limiter, server, 1)
        with pytest.raises(LaneClosed) as closed:
            await tell(limiter, server, 2)
        assert closed.value.seconds == pytest.approx(60)

    in_no_time(story())


def test_a_refused_group_rests_alone() -> None:
    server, limiter = StrictServer(), Limiter(RATE)

    async def story() -> None:
        server.scripted = [20]
        with pytest.raises(TelegramRetryAfter):
            await tell(limiter, server, -100)
        with pytest.raises(LaneClosed):
            await tell(limiter, server, -100)
        with pytest.raises(TelegramRetryAfter):
            await reply(limiter, server, -100)
        await tell(limiter, server, 2)
        assert [chat for _, chat, _ in server.taken] == [2]

    in_no_time(story())


def test_a_reply_waits_a_few_seconds_and_no_longer() -> None:
    server, limiter = StrictServer(), Limiter(RATE)

    async def story() -> None:
        server.scripted = [2]
        assert 2 <= await reply(limiter, server, 1) < 2.5
        server.scripted = [30]
        with pytest.raises(TelegramRetryAfter):
            await reply(limiter, server, 1)

    in_no_time(story())
    assert len(server.taken) == 1


def test_refusals_slow_the_bot_down_and_it_creeps_back() -> None:
    server, limiter = StrictServer(), Limiter(RATE)

    async def story() -> tuple[float, float]:
        server.scripted = [1]
        with pytest.raises(TelegramRetryAfter):
            await tell(limiter, server, 1)
        slow = 200 / await broadcast(limiter, server, range(10, 210))
        await asyncio.sleep(30)
        return slow, 400 / await broadcast(limiter, server, range(300, 700))

    slow, again = in_no_time(story())
    assert slow < 0.9 * RATE
    assert again >= 0.98 * RATE


def test_a_stopping_bot_turns_back_who_waits() -> None:
    server, limiter = StrictServer(), Limiter(RATE)

    async def story() -> list[BaseException | None]:
        waiting = asyncio.gather(
            *(tell(limiter, server, number + 1) for number in range(40)), return_exceptions=True
        )
        await asyncio.sleep(0.5)
        limiter.close_outbox()
        return await waiting

    ended = in_no_time(story())
    assert sum(isinstance(end, LaneClosed) for end in ended) == 40 - len(server.taken) > 20
