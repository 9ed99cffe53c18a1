"""What a stranger chooses to send never keeps the bot from the others."""

from pathlib import Path

from sandbox.stories.stage import Player
from tests.conftest import START
from tests.scenarios.theatre import theatre


async def test_an_update_that_cannot_be_read_keeps_nobody_waiting(database_url: str, tmp_path: Path) -> None:
    async with theatre(database_url, tmp_path, START) as house:
        strange = {"chat": {"id": -7, "type": "group"}, "new_chat_member": {"status": "of tomorrow"}}
        house.world.updates.add("my_chat_member", strange)
        owner = await house.stage.person("Олег", id=7_000_001)
        assert (await owner.start()).labels
        await house.stage.idle()  # all is confirmed


async def test_a_bot_made_administrator_of_a_stranger_s_group_says_nothing_there(
    database_url: str, tmp_path: Path
) -> None:
    async with theatre(database_url, tmp_path, START) as house:
        stage = house.stage
        stranger: Player = await stage.person("Чужой")
        for kind in ("group", "supergroup", "channel"):
            made = {"type": kind, "title": "Родители", "creator": stranger.id, "bot": "administrator"}
            chat = (await stage.call("POST", "chats", made))["id"]
            for words in ("Миша болен, +7 913 000-11-22", "/start", "/my_data"):
                await stage.call("POST", f"people/{stranger.id}/send", {"text": words, "chat_id": chat})
            await stage.idle()
            said = (await stage.call("GET", f"chats/{chat}/messages"))["messages"]
            assert not any(message["from"]["is_bot"] for message in said)
