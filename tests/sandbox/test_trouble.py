"""Limits and faults: what goes wrong, once or until told, and what was done all the same."""

import asyncio
from typing import Any

import aiohttp
import pytest

from sandbox.faults import Faults
from sandbox.limits import Limits
from tests.sandbox.conftest import Box


class Watch:
    """A clock for limits that stands until moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_overall_no_more_than_thirty_in_any_second() -> None:
    watch = Watch()
    limits = Limits(enforce=True, now=watch)
    assert [limits.refuse(chat, group=False) for chat in range(30)] == [0] * 30
    watch.now += 0.9
    assert limits.refuse(31, group=False) == 1
    watch.now += 1.0
    assert limits.refuse(31, group=False) == 0


def test_one_chat_gets_a_short_burst_and_then_one_a_second() -> None:
    watch = Watch()
    limits = Limits(enforce=True, now=watch)
    assert [limits.refuse(1, group=False) for _ in range(4)] == [0, 0, 0, 3]
    assert limits.refuse(2, group=False) == 0, "other chats go on"
    watch.now += 3.0
    assert limits.refuse(1, group=False) == 0


def test_a_group_gets_twenty_a_minute() -> None:
    watch = Watch()
    limits = Limits(enforce=True, now=watch)
    for _ in range(20):
        assert limits.refuse(-1, group=True) == 0
        watch.now += 1.0
    assert limits.refuse(-1, group=True) == 40
    watch.now += 40.0
    assert limits.refuse(-1, group=True) == 0


def test_not_listening_to_a_refusal_prolongs_it() -> None:
    watch = Watch()
    limits = Limits(enforce=True, now=watch)
    for _ in range(3):
        limits.refuse(1, group=False)
    assert limits.refuse(1, group=False) == 3
    watch.now += 0.1
    assert limits.refuse(1, group=False) == 3, "was under way already"
    watch.now += 1.9
    assert limits.refuse(1, group=False) == 2, "one second more"


async def test_limits_are_off_until_switched_on_and_answer_as_telegram(box: Box) -> None:
    anna = await box.person()
    for _ in range(5):
        await box.ok("sendMessage", chat_id=anna, text="x")
    shown = await box.sim("/limits", enforce=True)
    assert shown == {"enforce": True, "overall": 30, "per_chat": 1, "per_group": 20, "latency_ms": [0, 0]}
    answers = [await box.raw("sendMessage", json={"chat_id": anna, "text": "x"}) for _ in range(4)]
    assert [status for status, _ in answers] == [200, 200, 200, 429]
    assert answers[-1][1] == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 3",
        "parameters": {"retry_after": 3},
    }
    assert await box.ok("sendChatAction", chat_id=anna, action="typing") is True
    await box.sim("/limits", enforce=False)
    await box.ok("sendMessage", chat_id=anna, text="x")


@pytest.mark.parametrize(
    ("fault", "answer"),
    [
        ({"kind": "too_many_requests", "retry_after": 7}, "429 Too Many Requests: retry after 7"),
        ({"kind": "server_error"}, "500 Internal Server Error"),
        ({"kind": "server_error", "code": 502}, "502 Bad Gateway"),
        (
            {"kind": "bad_request", "description": "chat not found"},
            "400 Bad Request: chat not found",
        ),
        (
            {"kind": "forbidden", "description": "user is deactivated"},
            "403 Forbidden: user is deactivated",
        ),
    ],
)
async def test_a_planned_failure_happens_once(box: Box, fault: dict[str, Any], answer: str) -> None:
    anna = await box.person()
    await box.sim("/faults", **fault)
    assert await box.refused("sendMessage", chat_id=anna, text="x") == answer
    await box.ok("sendMessage", chat_id=anna, text="x")
    assert (await box.look("/faults"))["faults"] == []
    assert len(await box.messages(anna)) == 2, "the failed call left nothing"


async def test_a_failure_meets_only_what_it_was_planned_for(box: Box) -> None:
    anna, boris = await box.person("Анна"), await box.person("Борис")
    await box.sim("/faults", kind="server_error", method="sendMessage", chat_id=boris, skip=1, count=2)
    results = [(await box.raw("sendMessage", json={"chat_id": boris, "text": "x"}))[0] for _ in range(4)]
    await box.ok("sendMessage", chat_id=anna, text="x")
    assert results == [200, 500, 500, 200]


async def test_a_failure_without_a_count_stays_until_it_is_taken_away(box: Box) -> None:
    await box.sim("/faults", kind="server_error", count=None)
    assert [(await box.raw("getMe"))[0] for _ in range(3)] == [500] * 3
    await box.sim("/faults", verb="DELETE")
    await box.ok("getMe")


async def test_an_accepted_failure_was_done_all_the_same(box: Box) -> None:
    anna = await box.person()
    await box.sim("/faults", kind="server_error", accepted=True)
    assert (await box.raw("sendMessage", json={"chat_id": anna, "text": "дошло"}))[0] == 500
    assert (await box.messages(anna))[-1]["text"] == "дошло"


@pytest.mark.parametrize(("kind", "messages"), [("cut_before", 1), ("cut_after", 2)])
async def test_the_connection_is_cut(box: Box, kind: str, messages: int) -> None:
    anna = await box.person()
    await box.sim("/faults", kind=kind, method="sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await box.raw("sendMessage", json={"chat_id": anna, "text": "x"})
    assert len(await box.messages(anna)) == messages
    assert (await box.sim("/idle"))["idle"] is True


@pytest.mark.parametrize(("accepted", "messages"), [(True, 2), (False, 1)])
async def test_an_answer_does_not_come_in_time(box: Box, accepted: bool, messages: int) -> None:
    anna = await box.person()
    await box.sim("/faults", kind="timeout", seconds=30, accepted=accepted)
    with pytest.raises(TimeoutError):
        await box.raw("sendMessage", json={"chat_id": anna, "text": "x"}, timeout=aiohttp.ClientTimeout(0.2))
    assert len(await box.messages(anna)) == messages
    assert (await box.sim("/idle", timeout=5))["idle"] is True, "nobody waits any more"


async def test_an_update_comes_again_after_it_was_confirmed(box: Box) -> None:
    anna = await box.person()
    await box.sim("/faults", kind="duplicate", update="message")
    sent = (await box.sim(f"/people/{anna}/send", text="раз"))["update_id"]
    assert [one["update_id"] for one in await box.updates()] == [sent]
    assert [one["update_id"] for one in await box.updates(offset=sent + 1)] == [sent]
    assert await box.updates(offset=sent + 1) == []


async def test_an_update_comes_twice_in_a_row(box: Box) -> None:
    anna = await box.person()
    await box.sim("/faults", kind="duplicate", together=True)
    sent = (await box.sim(f"/people/{anna}/send", text="раз"))["update_id"]
    assert [one["update_id"] for one in await box.updates()] == [sent, sent]
    assert await box.updates(offset=sent + 1) == []


async def test_an_update_is_late(box: Box) -> None:
    anna = await box.person()
    await box.sim("/faults", kind="late", delay=2)
    first, second, third = [(await box.sim(f"/people/{anna}/send", text=text))["update_id"] for text in "абв"]
    assert [one["update_id"] for one in await box.updates()] == [second, third, first]
    assert await box.updates(offset=third + 1) == []


async def test_a_late_update_comes_even_when_the_offset_has_passed_it(box: Box) -> None:
    anna = await box.person()
    await box.sim("/faults", kind="late")
    first = (await box.sim(f"/people/{anna}/send", text="а"))["update_id"]
    assert await box.updates() == []
    second = (await box.sim(f"/people/{anna}/send", text="б"))["update_id"]
    assert [one["update_id"] for one in await box.updates(limit=1)] == [second]
    assert [one["update_id"] for one in await box.updates(offset=second + 1)] == [first]


async def test_updates_come_in_reverse_order(box: Box) -> None:
    anna = await box.person()
    await box.sim("/faults", kind="reorder", size=3)
    sent = [(await box.sim(f"/people/{anna}/send", text=text))["update_id"] for text in "абвг"]
    assert [one["update_id"] for one in await box.updates()] == [*sent[2::-1], sent[3]]


async def test_held_updates_are_released_with_the_faults(box: Box) -> None:
    anna = await box.person()
    await box.sim("/faults", faults=[{"kind": "reorder", "size": 9}])
    await box.sim(f"/people/{anna}/send", text="а")
    assert (await box.sim("/idle"))["idle"] is True
    await box.sim("/faults", verb="DELETE")
    assert len(await box.updates()) == 1


@pytest.mark.parametrize(
    "fault", [{"kind": "earthquake"}, {"kind": "late", "dealy": 2}, {"kind": "late", "delay": "2"}, {}]
)
def test_a_wrong_fault_is_refused(fault: dict[str, Any]) -> None:
    with pytest.raises(Exception, match=r"kind must be one of|unknown field dealy|delay has a wrong type"):
        Faults().plan(fault)


async def test_calls_are_logged_and_repeats_counted(box: Box) -> None:
    anna = await box.person()
    await box.sim("/calls", verb="DELETE")
    first = await box.ok("sendMessage", chat_id=anna, text="x")
    await box.ok("sendMessage", chat_id=anna, text="x")
    await box.refused("sendMessage", chat_id=anna, text="")
    await box.ok("getMe")
    calls = (await box.look("/calls?method=sendMessage"))["calls"]
    assert [(one["code"], one["chat_id"], one["ok"]) for one in calls] == [
        (200, anna, True),
        (200, anna, True),
        (400, anna, False),
    ]
    assert (calls[0]["message_id"], calls[2]["description"]) == (
        first["message_id"],
        "Bad Request: message text is empty",
    )
    assert len((await box.look(f"/calls?after={calls[0]['n']}"))["calls"]) == 3
    summary = await box.look("/calls/summary")
    assert (summary["total"], summary["duplicates"], summary["by_code"]) == (4, 1, {"200": 3, "400": 1})


async def test_idle_waits_until_the_bot_has_confirmed_everything(box: Box) -> None:
    anna = await box.person()
    sent = await box.sim(f"/people/{anna}/send", text="x")
    assert (await box.sim("/idle", timeout=0.05)) == {"idle": False, "pending": 1, "in_flight": 0}
    async with asyncio.TaskGroup() as tasks:
        idle = tasks.create_task(box.sim("/idle", timeout=10))
        await box.updates(offset=sent["update_id"] + 1)
    assert idle.result() == {"idle": True, "pending": 0, "in_flight": 0}
