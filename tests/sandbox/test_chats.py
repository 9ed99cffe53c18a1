"""Who can be written to, and who cannot: Start, block, groups, channels, migration, pins."""

from typing import Any

import pytest

from tests.sandbox.conftest import Box


async def statuses(box: Box) -> list[tuple[str, str]]:
    changes = [one["my_chat_member"] for one in await box.updates()]
    return [(one["old_chat_member"]["status"], one["new_chat_member"]["status"]) for one in changes]


async def test_nobody_is_written_to_before_start(box: Box) -> None:
    anna = await box.person(started=False)
    assert await box.refused("sendMessage", chat_id=anna, text="x") == "400 Bad Request: chat not found"
    assert await box.refused("sendMessage", chat_id=777, text="x") == "400 Bad Request: chat not found"
    await box.group(anna)
    refusal = await box.refused("sendMessage", chat_id=anna, text="x")
    assert refusal == "403 Forbidden: bot can't initiate conversation with a user"
    await box.sim(f"/people/{anna}/start")
    await box.ok("sendMessage", chat_id=anna, text="x")


@pytest.mark.parametrize(
    ("method", "more"),
    [
        ("sendMessage", {"text": "x"}),
        ("editMessageText", {"text": "x", "message_id": 1}),
        ("deleteMessage", {"message_id": 1}),
        ("sendChatAction", {"action": "typing"}),
        ("sendPoll", {"question": "?", "options": [{"text": "a"}, {"text": "b"}]}),
    ],
)
async def test_a_block_closes_everything_until_start(box: Box, method: str, more: dict[str, object]) -> None:
    anna = await box.person()
    await box.sim(f"/people/{anna}/block")
    assert await box.refused(method, chat_id=anna, **more) == "403 Forbidden: bot was blocked by the user"
    await box.sim(f"/people/{anna}/send", expect=409, text="эй")
    await box.sim(f"/people/{anna}/start")
    await box.ok("sendMessage", chat_id=anna, text="x")


async def test_block_and_unblock_are_told_once_each(box: Box) -> None:
    anna = await box.person()
    for act in ("block", "block", "unblock", "unblock"):
        await box.sim(f"/people/{anna}/{act}")
    assert await statuses(box) == [("member", "kicked"), ("kicked", "member")]
    update = (await box.updates())[0]["my_chat_member"]
    assert (update["chat"]["id"], update["from"]["id"], update["new_chat_member"]["user"]["id"]) == (
        anna,
        anna,
        4242,
    )


async def test_a_deleted_account(box: Box) -> None:
    anna = await box.person()
    await box.sim(f"/people/{anna}/deactivate")
    assert await box.refused("sendMessage", chat_id=anna, text="x") == "403 Forbidden: user is deactivated"


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        ("group", "kicked", "403 Forbidden: bot was kicked from the group chat"),
        ("supergroup", "kicked", "403 Forbidden: bot was kicked from the supergroup chat"),
        ("channel", "kicked", "403 Forbidden: bot was kicked from the channel chat"),
        ("group", "left", "403 Forbidden: bot is not a member of the group chat"),
        ("supergroup", "left", "403 Forbidden: bot is not a member of the supergroup chat"),
    ],
)
async def test_out_of_a_group_the_bot_is_told_why(box: Box, kind: str, status: str, words: str) -> None:
    group = await box.group(await box.person(), kind=kind, bot="administrator")
    await box.ok("sendMessage", chat_id=group, text="x")
    await box.sim(f"/chats/{group}/bot", status=status)
    assert await box.refused("sendMessage", chat_id=group, text="x") == words
    assert await statuses(box) == [("administrator", status)]


async def test_a_chat_without_the_bot_is_not_found(box: Box) -> None:
    group = await box.group(await box.person(), bot="none")
    assert await box.refused("sendMessage", chat_id=group, text="x") == "400 Bad Request: chat not found"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("group", "403 Forbidden: the group chat was deleted"),
        ("supergroup", "400 Bad Request: chat not found"),
        ("channel", "400 Bad Request: chat not found"),
    ],
)
async def test_a_deleted_chat(box: Box, kind: str, words: str) -> None:
    group = await box.group(await box.person(), kind=kind, bot="administrator")
    await box.sim(f"/chats/{group}/delete")
    assert await box.refused("sendMessage", chat_id=group, text="x") == words


async def test_a_group_that_became_a_supergroup_names_it(box: Box) -> None:
    anna = await box.person()
    group = await box.group(anna)
    new = (await box.sim(f"/chats/{group}/migrate"))["id"]
    status, answer = await box.raw("sendMessage", json={"chat_id": group, "text": "x"})
    assert (status, answer["description"]) == (
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
    )
    assert answer["parameters"] == {"migrate_to_chat_id": new}
    assert (await box.ok("sendMessage", chat_id=new, text="x"))["chat"]["type"] == "supergroup"
    notes = [one["message"] for one in await box.updates()]
    assert [(one.get("migrate_to_chat_id"), one.get("migrate_from_chat_id")) for one in notes] == [
        (new, None),
        (None, group),
    ]


async def test_joining_a_group_is_told(box: Box) -> None:
    anna = await box.person()
    await box.sim("/chats", type="group", title="Солнышко", members=[anna], bot="member")
    joined, service = await box.updates()
    assert joined["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert joined["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert service["message"]["new_chat_members"][0]["id"] == 4242


async def test_a_channel_needs_an_administrator(box: Box) -> None:
    anna = await box.person()
    await box.sim("/chats", expect=400, type="channel", title="Сад", members=[anna], bot="member")
    channel = await box.group(anna, kind="channel", bot="administrator", username="sad_novosti")
    posted = await box.ok("sendMessage", chat_id="@sad_novosti", text="x")
    assert (posted["sender_chat"]["id"], "from" in posted) == (channel, False)
    await box.sim(f"/chats/{channel}/bot", status="administrator", rights={"can_post_messages": False})
    refusal = await box.refused("sendMessage", chat_id=channel, text="x")
    assert refusal == "400 Bad Request: need administrator rights in the channel chat"
    assert await box.refused("sendMessage", chat_id="@nobody", text="x") == "400 Bad Request: chat not found"


async def test_a_channel_post_of_its_owner_reaches_the_bot(box: Box) -> None:
    anna = await box.person()
    channel = await box.group(anna, kind="channel", bot="administrator")
    await box.sim(f"/people/{anna}/send", chat_id=channel, text="Новости")
    post = (await box.updates())[0]["channel_post"]
    assert (post["text"], post["sender_chat"]["id"]) == ("Новости", channel)


async def test_privacy_mode_lets_only_some_messages_through(box: Box) -> None:
    anna = await box.person()
    group = await box.group(anna)
    own = await box.ok("sendMessage", chat_id=group, text="Мы в четверг ждём пожарного")
    assert (await box.ok("getMe"))["can_read_all_group_messages"] is False

    async def heard(text: str, **more: Any) -> bool:
        return (await box.sim(f"/people/{anna}/send", chat_id=group, text=text, **more))[
            "update_id"
        ] is not None

    assert not await heard("привет")
    assert not await heard("/menu@other_bot")
    assert await heard("/menu")
    assert await heard("/menu@gost_gruppy_bot")
    assert await heard("@gost_gruppy_bot, когда?")
    assert await heard("спасибо", reply_to=own["message_id"])
    await box.sim("/bot", privacy=False)
    assert await heard("привет")
    assert (await box.ok("getMe"))["can_read_all_group_messages"] is True


async def test_members_as_the_bot_asks_for_them(box: Box) -> None:
    anna, boris = await box.person("Анна"), await box.person("Борис")
    group = await box.group(anna, boris, kind="supergroup", bot="administrator")
    member = await box.ok("getChatMember", chat_id=group, user_id=boris)
    assert (member["status"], member["user"]["first_name"]) == ("member", "Борис")
    assert (await box.ok("getChatMember", chat_id=group, user_id=4242))["can_pin_messages"] is True
    await box.sim(f"/chats/{group}/members", person_id=boris, status="left")
    assert (await box.ok("getChatMember", chat_id=group, user_id=boris))["status"] == "left"
    assert await box.ok("getChatMemberCount", chat_id=group) == 2
    leaders = await box.ok("getChatAdministrators", chat_id=group)
    assert [(one["status"], one["user"]["id"]) for one in leaders] == [
        ("creator", anna),
        ("administrator", 4242),
    ]
    refusal = await box.refused("getChatMember", chat_id=group, user_id=777)
    assert refusal == "400 Bad Request: invalid user_id specified"


async def test_chat_member_updates_come_only_when_asked_for(box: Box) -> None:
    anna, boris = await box.person("Анна"), await box.person("Борис")
    group = await box.group(anna, boris, kind="supergroup", bot="administrator")
    silent = await box.sim(f"/chats/{group}/members", person_id=boris, status="left")
    assert silent["update_id"] is None
    await box.updates(allowed_updates=["chat_member"])
    told = await box.sim(f"/chats/{group}/members", person_id=boris, status="member")
    assert told["update_id"] is not None


async def test_the_bot_leaves(box: Box) -> None:
    group = await box.group(await box.person())
    assert await box.ok("leaveChat", chat_id=group) is True
    assert (
        await box.refused("sendMessage", chat_id=group, text="x")
        == "403 Forbidden: bot is not a member of the group chat"
    )


async def test_pins(box: Box) -> None:
    anna = await box.person()
    first = (await box.ok("sendMessage", chat_id=anna, text="Первое"))["message_id"]
    second = (await box.ok("sendMessage", chat_id=anna, text="Второе"))["message_id"]
    for one in (first, second):
        assert await box.ok("pinChatMessage", chat_id=anna, message_id=one) is True
    assert (await box.ok("getChat", chat_id=anna))["pinned_message"]["text"] == "Второе"
    assert [one["id"] for one in await box.messages(anna) if one["pinned"]] == [first, second]
    await box.ok("unpinChatMessage", chat_id=anna)
    assert (await box.ok("getChat", chat_id=anna))["pinned_message"]["text"] == "Первое"
    await box.ok("unpinAllChatMessages", chat_id=anna)
    assert "pinned_message" not in await box.ok("getChat", chat_id=anna)
    assert (
        await box.refused("pinChatMessage", chat_id=anna, message_id=999)
        == "400 Bad Request: message to pin not found"
    )


async def test_pinning_in_a_group_needs_the_right(box: Box) -> None:
    group = await box.group(await box.person())
    sent = await box.ok("sendMessage", chat_id=group, text="x")
    refusal = await box.refused("pinChatMessage", chat_id=group, message_id=sent["message_id"])
    assert refusal == "400 Bad Request: not enough rights to manage pinned messages in the chat"
    await box.sim(f"/chats/{group}/bot", status="administrator")
    assert await box.ok("pinChatMessage", chat_id=group, message_id=sent["message_id"]) is True


async def test_nobody_unknown_places_the_bot(box: Box) -> None:
    group = await box.group(await box.person())
    refusal = await box.sim(f"/chats/{group}/bot", status="administrator", by=-1, expect=400)
    assert refusal == {"error": "nobody has the id -1"}
