"""The control API: state, pages of messages, unread counters, clock, live events."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.sandbox.conftest import Box


async def test_the_state_names_everything_a_page_needs(box: Box) -> None:
    anna = await box.person("Анна", last_name="Светлова", username="anna", role="мама Миши")
    group = await box.group(anna)
    state = await box.look("/state")
    assert set(state) == {
        "clock",
        "bot",
        "people",
        "chats",
        "limits",
        "pending_updates",
        "last_event_id",
        "zone",
    }
    person = state["people"][0]
    assert (person["id"], person["name"], person["role"]) == (anna, "Анна Светлова", "мама Миши")
    assert (person["started"], person["blocked"], person["unread"]) == (True, False, {})
    assert person["emoji"]
    assert person["colour"].startswith("#")
    assert state["chats"][0]["id"] == group
    assert state["chats"][0]["members"] == [{"id": anna, "status": "creator"}]
    await box.sim("/bot", zone="Europe/Moscow")
    assert (await box.look("/state"))["zone"] == "Europe/Moscow"


async def test_a_profile_changes(box: Box) -> None:
    anna, boris = await box.person("Анна", username="anna"), await box.person("Борис")
    await box.sim(f"/people/{anna}", first_name="Аня", language_code="en")
    person = (await box.look("/state"))["people"][0]
    assert (person["first_name"], person["username"], person["language_code"]) == ("Аня", "anna", "en")
    await box.sim(f"/people/{boris}", expect=409, username="ANNA")
    await box.sim("/people", expect=409, first_name="Другая", id=anna)


async def test_pages_of_messages(box: Box) -> None:
    anna = await box.person()
    ids = [(await box.ok("sendMessage", chat_id=anna, text=str(number)))["message_id"] for number in range(5)]
    newest = await box.look(f"/chats/{anna}/messages?limit=2")
    assert ([one["text"] for one in newest["messages"]], newest["has_more"]) == (["3", "4"], True)
    after = await box.look(f"/chats/{anna}/messages?after={ids[1]}&limit=2")
    assert ([one["text"] for one in after["messages"]], after["has_more"]) == (["2", "3"], True)
    rest = await box.look(f"/chats/{anna}/messages?after={ids[3]}")
    assert ([one["text"] for one in rest["messages"]], rest["has_more"]) == (["4"], False)
    one = await box.look(f"/chats/{anna}/messages/{ids[2]}?viewer={anna}")
    assert (one["text"], one["unread"]) == ("2", True)


async def test_unread_messages_are_counted_until_read(box: Box) -> None:
    anna = await box.person()
    first = await box.ok("sendMessage", chat_id=anna, text="раз")
    await box.ok("sendMessage", chat_id=anna, text="два")
    assert (await box.look(f"/chats/{anna}/messages?viewer={anna}"))["unread"] == 2
    assert (await box.look("/state"))["people"][0]["unread"] == {str(anna): 2}
    assert await box.sim(f"/people/{anna}/read", up_to=first["message_id"]) == {"unread": 1}
    assert await box.sim(f"/people/{anna}/read") == {"unread": 0}
    await box.ok("sendMessage", chat_id=anna, text="три")
    await box.sim(f"/people/{anna}/send", text="вижу")
    assert (await box.look("/state"))["people"][0]["unread"] == {}, "who writes has read"


@pytest.mark.parametrize(
    ("path", "fields", "status", "words"),
    [
        ("/people", {}, 400, "first_name is missing"),
        ("/people", {"first_name": 5}, 400, "first_name must be a text"),
        ("/people/777/send", {"text": "x"}, 404, "person not found"),
        ("/people/{anna}/send", {"text": " "}, 400, "a message needs a text"),
        ("/people/{anna}/send", {"text": "x", "chat_id": -5}, 404, "chat not found"),
        ("/people/{anna}/send", {"text": "x", "reply_to": 99}, 404, "message to reply to not found"),
        ("/people/{anna}/start", {"payload": "ключ"}, 400, "a start payload is 1-64 of A-Z a-z 0-9 _ -"),
        ("/people/{anna}/start", {"payload": "x" * 65}, 400, "a start payload is 1-64 of A-Z a-z 0-9 _ -"),
        ("/people/{anna}/tap", {"data": "x"}, 404, "message with buttons not found"),
        ("/people/{anna}/contact", {}, 409, "the person has no phone number: add one to the profile"),
        ("/people/{anna}/edit", {"message_id": 99, "text": "x"}, 404, "message not found"),
        ("/chats", {"type": "club", "title": "x"}, 400, "type must be one of group, supergroup, channel"),
        ("/chats", {"type": "group", "title": "x", "creator": -1}, 400, "nobody has the id -1"),
        ("/chats", {"type": "group", "title": "x", "members": [77]}, 400, "nobody has the id 77"),
        ("/clock", {}, 400, "give now, to, advance_seconds or frozen"),
        ("/clock", {"to": 5}, 400, "to lies in the past: the clock only goes forward, use now to set it back"),
        ("/clock", {"now": "2026-09-07T10:00"}, 400, "now needs an offset, like +07:00"),
        ("/limits", {"speed": 1}, 400, "unknown field speed"),
        ("/limits", {"overall": 0}, 400, "overall must be positive"),
    ],
)  # fmt: skip
async def test_what_cannot_be_done_says_why(
    box: Box, path: str, fields: dict[str, Any], status: int, words: str
) -> None:
    anna = await box.person()
    assert await box.sim(path.format(anna=anna), expect=status, **fields) == {"error": words}


async def test_the_clock_runs_stands_and_is_followed(box: Box) -> None:
    clock = await box.sim("/clock", now="2026-09-07T10:00:00+07:00", frozen=True)
    assert (clock["now"], clock["frozen"]) == (1788750000.0, True)
    assert (await box.look("/clock"))["now"] == 1788750000.0
    anna = await box.person()
    assert (await box.messages(anna))[0]["date"] == 1788750000
    async with asyncio.TaskGroup() as tasks:
        follower = tasks.create_task(box.look(f"/clock?since={clock['version']}&wait=20"))
        while not box.world.clock.moved.waiting:  # noqa: ASYNC110 – turns of the loop, no time passes
            await asyncio.sleep(0)
        await box.sim("/clock", advance_seconds=3600)
    assert (follower.result()["now"], follower.result()["version"]) == (1788753600.0, clock["version"] + 1)
    running = await box.sim("/clock", frozen=False)
    assert running["now"] >= 1788753600.0
    assert (await box.sim("/clock", to=1788760000))["now"] >= 1788760000


async def events(response: aiohttp.ClientResponse) -> AsyncIterator[tuple[int, str, Any]]:
    """Events of a stream as they come."""
    seen: dict[str, str] = {}
    async for line in response.content:
        name, _, value = line.decode().rstrip("\n").partition(": ")
        if not name and "event" in seen:
            yield int(seen["id"]), seen["event"], json.loads(seen["data"])
            seen = {}
        elif name:
            seen[name] = value


async def read(response: aiohttp.ClientResponse, count: int) -> list[tuple[int, str, Any]]:
    found: list[tuple[int, str, Any]] = []
    async with asyncio.timeout(5):
        async for event in events(response):
            found.append(event)
            if len(found) == count:
                break
    return found


async def test_everything_is_told_live_to_every_page(box: Box) -> None:
    anna = await box.person()
    async with (
        box.session.get(f"{box.address}/sim/events") as first,
        box.session.get(f"{box.address}/sim/events") as second,
    ):
        keyboard = {"inline_keyboard": [[{"text": "Да", "callback_data": "a"}]]}
        sent = await box.ok("sendMessage", chat_id=anna, text="x", reply_markup=keyboard)
        place = {"chat_id": anna, "message_id": sent["message_id"]}
        query = (await box.sim(f"/people/{anna}/tap", text="Да", wait=0))["callback_query_id"]
        await box.ok("answerCallbackQuery", callback_query_id=query, text="Хорошо")
        await box.ok("editMessageText", **place, text="y")
        await box.ok("sendChatAction", chat_id=anna, action="typing")
        await box.ok("pinChatMessage", **place)
        await box.ok("deleteMessage", **place)
        await box.sim("/clock", advance_seconds=60)
        await box.sim(f"/people/{anna}/block")
        for response in (first, second):
            assert response.headers["Content-Type"] == "text/event-stream"
            told = await read(response, 10)
            assert [name for _, name, _ in told] == [
                "message", "tapped", "toast", "edited", "typing", "pinned", "message", "deleted", "clock", "people",
            ]  # fmt: skip
            assert told[2][2]["text"] == "Хорошо"
            assert told[5][2] == {"chat_id": anna, "pinned": [sent["message_id"]]}
            assert told[7][2] == {"chat_id": anna, "message_ids": [sent["message_id"]]}
            assert told[9][2]["person"]["blocked"] is True


async def test_a_person_is_told_with_the_counters_of_that_moment(box: Box) -> None:
    anna = await box.person()
    last = (await box.look("/state"))["last_event_id"]
    await box.sim(f"/people/{anna}", first_name="Аня")
    await box.ok("sendMessage", chat_id=anna, text="x")
    async with box.session.get(f"{box.address}/sim/events?last_event_id={last}") as response:
        (_, people, changed), (_, message, _) = await read(response, 2)
    assert (people, changed["person"]["unread"], message) == ("people", {}, "message")


async def test_commands_are_told_to_few_phones_one_by_one_and_to_many_at_once(box: Box) -> None:
    anna = await box.person()
    async with box.session.get(f"{box.address}/sim/events") as response:
        await box.ok("setMyCommands", commands=[{"command": "menu", "description": "Меню"}])
        bot, people = await read(response, 2)
        assert (bot[1], people[2]["person"]["id"]) == ("bot", anna)
    for number in range(100):
        box.world.people.add(f"Гость {number}")
    async with box.session.get(f"{box.address}/sim/events") as response:
        await box.ok("deleteMyCommands")
        assert [name for _, name, _ in await read(response, 2)] == ["bot", "reset"]


async def test_a_page_that_was_away_gets_what_it_missed(box: Box) -> None:
    anna = await box.person()
    last = (await box.look("/state"))["last_event_id"]
    await box.ok("sendMessage", chat_id=anna, text="пока вас не было")
    async with box.session.get(f"{box.address}/sim/events", headers={"Last-Event-ID": str(last)}) as response:
        ((number, name, data),) = await read(response, 1)
    assert (number, name, data["message"]["text"]) == (last + 1, "message", "пока вас не было")
    async with box.session.get(f"{box.address}/sim/events?last_event_id=999999") as response:
        assert [name for _, name, _ in await read(response, 1)] == ["reset"]


async def test_pages_survive_a_reset(box: Box) -> None:
    anna = await box.person()
    last = (await box.look("/state"))["last_event_id"]
    await box.ok("sendMessage", chat_id=anna, text="x")
    async with box.session.get(f"{box.address}/sim/events") as watching:
        await box.sim("/reset")
        assert [name for _, name, _ in await read(watching, 2)] == ["clock", "reset"]
    async with box.session.get(f"{box.address}/sim/events?last_event_id={last}") as back:
        assert [name for _, name, _ in await read(back, 1)] == ["reset"]


async def test_reset_empties_the_world_and_numbers_go_on(box: Box) -> None:
    anna = await box.person()
    before = (await box.sim(f"/people/{anna}/send", text="x"))["update_id"]
    await box.sim("/clock", now=5, frozen=True)
    await box.sim("/faults", kind="server_error")
    await box.sim("/reset")
    state = await box.look("/state")
    assert (state["people"], state["chats"], state["pending_updates"], state["clock"]["frozen"]) == (
        [],
        [],
        0,
        False,
    )
    boris = (await box.sim("/people", first_name="Борис"))["id"]
    assert (await box.sim(f"/people/{boris}/start"))["update_id"] == before + 1
