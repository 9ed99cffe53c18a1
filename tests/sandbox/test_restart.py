"""The world survives a restart of the sandbox."""

import sqlite3
from pathlib import Path

from tests.sandbox.conftest import Boxes

MARKUP = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}


async def test_a_restart_finds_everything(boxes: Boxes, tmp_path: Path) -> None:
    file = tmp_path / "world" / "sandbox.sqlite3"
    box = await boxes.start(file)
    anna = await box.person("Анна", username="anna", phone="+79005550101")
    group = await box.group(anna, kind="channel", bot="administrator")
    await box.ok("setMyCommands", commands=[{"command": "menu", "description": "Меню"}])
    await box.ok("sendMessage", chat_id=anna, text="<b>x</b>", parse_mode="HTML", reply_markup=MARKUP)
    await box.ok("sendMessage", chat_id=anna, text="y", reply_markup={"keyboard": [[{"text": "Меню"}]]})
    photo = await box.sim(f"/people/{anna}/photo")
    waiting = await box.sim(f"/people/{anna}/tap", text="Да", wait=0)
    await box.sim(f"/people/{anna}/read")
    await box.sim("/clock", now=1788750000, frozen=True)
    await box.updates(allowed_updates=["message", "callback_query"])
    pending, messages, state = await box.updates(), await box.messages(anna, anna), await box.look("/state")
    await boxes.stop(box)

    again = await boxes.start(file)
    assert await again.messages(anna, anna) == messages
    assert (await again.look(f"/chats/{anna}/messages"))["reply_keyboard"]["keyboard"] == [[{"text": "Меню"}]]
    found = await again.look("/state")
    assert found | {"last_event_id": 0} == state | {"last_event_id": 0}
    assert found["chats"][0]["id"] == group
    assert await again.updates() == pending
    file_id = pending[0]["message"]["photo"][-1]["file_id"]
    path = (await again.ok("getFile", file_id=file_id))["file_path"]
    async with again.session.get(f"{again.address}/file/bot{again.world.token}/{path}") as answer:
        assert (await answer.read()).startswith(b"\x89PNG")
    assert await again.ok("answerCallbackQuery", callback_query_id=waiting["callback_query_id"]) is True
    assert await again.updates(offset=pending[-1]["update_id"] + 1) == []
    more = await again.sim(f"/people/{anna}/send", text="после")
    assert more["update_id"] == pending[-1]["update_id"] + 1
    assert more["message_id"] == photo["message_id"] + 1


async def test_numbers_of_updates_go_on_when_all_are_confirmed(boxes: Boxes, tmp_path: Path) -> None:
    box = await boxes.start(tmp_path / "sandbox.sqlite3")
    anna = await box.person()
    last = (await box.sim(f"/people/{anna}/send", text="x"))["update_id"]
    await box.updates(offset=last + 1)
    await boxes.stop(box)
    again = await boxes.start(tmp_path / "sandbox.sqlite3")
    assert (await again.sim(f"/people/{anna}/send", text="y"))["update_id"] == last + 1


async def test_faults_limits_and_held_updates_survive(boxes: Boxes, tmp_path: Path) -> None:
    box = await boxes.start(tmp_path / "sandbox.sqlite3")
    anna = await box.person()
    await box.sim("/limits", overall=5, latency_ms=[1, 2])
    await box.sim("/faults", kind="server_error", method="sendMessage", count=2)
    await box.sim("/faults", kind="reorder", size=9)
    await box.sim(f"/people/{anna}/send", text="раз")
    assert (await box.raw("sendMessage", json={"chat_id": anna, "text": "x"}))[0] == 500
    left, limits = await box.look("/faults"), await box.look("/limits")
    await boxes.stop(box)
    again = await boxes.start(tmp_path / "sandbox.sqlite3")
    assert await again.look("/faults") == left
    assert await again.look("/limits") == limits
    assert (await again.raw("sendMessage", json={"chat_id": anna, "text": "x"}))[0] == 500
    await again.ok("sendMessage", chat_id=anna, text="x")
    assert [one["message"]["text"] for one in await again.updates()] == ["раз"]


async def test_what_changed_is_written_while_the_sandbox_runs(boxes: Boxes, tmp_path: Path) -> None:
    file = tmp_path / "sandbox.sqlite3"
    box = await boxes.start(file)
    anna = await box.person()
    await box.ok("sendMessage", chat_id=anna, text="на диске")
    await box.sim("/flush")
    other = sqlite3.connect(file)
    (value,) = other.execute("SELECT value FROM messages ORDER BY rowid DESC LIMIT 1").fetchone()
    other.close()
    assert "на диске" in value


async def test_reset_empties_the_file_too(boxes: Boxes, tmp_path: Path) -> None:
    box = await boxes.start(tmp_path / "sandbox.sqlite3")
    anna = await box.person()
    await box.sim("/flush")
    last = (await box.sim(f"/people/{anna}/send", text="x"))["update_id"]
    await box.sim("/reset")
    await boxes.stop(box)
    again = await boxes.start(tmp_path / "sandbox.sqlite3")
    assert (await again.look("/state"))["people"] == []
    boris = (await again.sim("/people", first_name="Борис"))["id"]
    assert (await again.sim(f"/people/{boris}/start"))["update_id"] == last + 1
