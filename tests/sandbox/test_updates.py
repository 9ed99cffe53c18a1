"""getUpdates: confirmation, redelivery, long poll, one poller, allowed kinds."""

import asyncio

from tests.sandbox.conftest import Box


async def test_an_update_comes_again_until_the_offset_passes_it(box: Box) -> None:
    anna = await box.person()
    first = (await box.sim(f"/people/{anna}/send", text="раз"))["update_id"]
    second = (await box.sim(f"/people/{anna}/send", text="два"))["update_id"]
    assert second == first + 1
    assert [one["update_id"] for one in await box.updates()] == [first, second]
    assert [one["update_id"] for one in await box.updates()] == [first, second]
    assert [one["update_id"] for one in await box.updates(offset=first + 1)] == [second]
    assert [one["update_id"] for one in await box.updates()] == [second]
    assert await box.updates(offset=second + 1) == []


async def test_limit_gives_the_oldest(box: Box) -> None:
    anna = await box.person()
    for text in ("раз", "два", "три"):
        await box.sim(f"/people/{anna}/send", text=text)
    assert [one["message"]["text"] for one in await box.updates(limit=2)] == ["раз", "два"]


async def test_a_negative_offset_forgets_all_before(box: Box) -> None:
    anna = await box.person()
    for text in ("раз", "два", "три"):
        await box.sim(f"/people/{anna}/send", text=text)
    assert [one["message"]["text"] for one in await box.updates(offset=-2)] == ["два", "три"]
    assert [one["message"]["text"] for one in await box.updates()] == ["два", "три"]


async def test_a_long_poll_waits_and_wakes(box: Box) -> None:
    anna = await box.person()
    async with asyncio.timeout(5), asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(box.updates(timeout=20))
        await box.poller_waits()
        await box.sim(f"/people/{anna}/send", text="проснись")
    assert [one["message"]["text"] for one in poll.result()] == ["проснись"]


async def test_a_second_poller_terminates_the_first(box: Box) -> None:
    async with asyncio.TaskGroup() as tasks:
        first = tasks.create_task(box.refused("getUpdates", timeout=20))
        await box.poller_waits()
        assert await box.updates() == []
    assert first.result() == (
        "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )


async def test_a_webhook_excludes_polling_both_ways(box: Box) -> None:
    async with asyncio.TaskGroup() as tasks:
        waiting = tasks.create_task(box.refused("getUpdates", timeout=20))
        await box.poller_waits()
        await box.ok("setWebhook", url="http://127.0.0.1:9/hook")
    assert waiting.result() == "409 Conflict: terminated by setWebhook request"
    assert "can't use getUpdates method while webhook is active" in await box.refused("getUpdates")
    await box.ok("deleteWebhook")
    assert await box.updates() == []


async def test_allowed_updates_are_remembered_and_do_not_touch_what_is_queued(box: Box) -> None:
    anna = await box.person()
    await box.sim(f"/people/{anna}/send", text="до")
    await box.updates(allowed_updates=["callback_query"])
    assert (await box.sim(f"/people/{anna}/send", text="после"))["update_id"] is None
    assert [one["message"]["text"] for one in await box.updates()] == ["до"]
    await box.updates(allowed_updates=[])
    assert (await box.sim(f"/people/{anna}/send", text="снова"))["update_id"]


async def test_updates_are_kept_for_a_day_of_the_sandbox(box: Box) -> None:
    anna = await box.person()
    await box.sim(f"/people/{anna}/send", text="вчера")
    await box.sim("/clock", advance_seconds=24 * 3600 - 60)
    await box.sim(f"/people/{anna}/send", text="сегодня")
    assert len(await box.updates()) == 2
    await box.sim("/clock", advance_seconds=120)
    assert [one["message"]["text"] for one in await box.updates()] == ["сегодня"]


async def test_a_message_carries_who_where_and_commands(box: Box) -> None:
    anna = await box.person("Анна", last_name="Светлова", username="anna")
    await box.sim(f"/people/{anna}/start", payload="c_Ab-9_z")
    update = (await box.updates())[0]["message"]
    assert update["text"] == "/start c_Ab-9_z"
    assert update["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert update["from"] == {
        "id": anna,
        "is_bot": False,
        "first_name": "Анна",
        "last_name": "Светлова",
        "username": "anna",
        "language_code": "ru",
    }
    assert update["chat"] == {
        "id": anna,
        "type": "private",
        "first_name": "Анна",
        "last_name": "Светлова",
        "username": "anna",
    }


async def test_a_person_edits_and_the_bot_hears_of_it(box: Box) -> None:
    anna = await box.person()
    sent = await box.sim(f"/people/{anna}/send", text="12 марта")
    await box.sim(f"/people/{anna}/edit", message_id=sent["message_id"], text="13 марта")
    edited = (await box.updates(offset=sent["update_id"] + 1))[0]["edited_message"]
    assert (edited["message_id"], edited["text"]) == (sent["message_id"], "13 марта")
    assert edited["edit_date"] >= edited["date"]


async def test_nothing_counts_as_delivered_to_a_poller_that_went_away(box: Box) -> None:
    anna = await box.person()
    async with asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(box.updates(timeout=20))
        await box.poller_waits()
        poll.cancel()
    await box.sim("/faults", kind="late")
    await box.sim(f"/people/{anna}/send", text="раз")
    await box.sim(f"/people/{anna}/send", text="два")
    assert [one["message"]["text"] for one in await box.updates()] == ["два", "раз"]


async def test_an_edited_caption_keeps_what_telegram_finds_in_it(box: Box) -> None:
    anna = await box.person()
    photo = await box.sim(f"/people/{anna}/photo", caption="было")
    await box.sim(f"/people/{anna}/edit", message_id=photo["message_id"], text="/menu")
    edited = (await box.updates())[-1]["edited_message"]
    assert (edited["caption"], edited["caption_entities"][0]["type"]) == ("/menu", "bot_command")
    assert edited["photo"]
