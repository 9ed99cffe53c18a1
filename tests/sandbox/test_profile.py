"""What the bot says about itself, and polls."""

from typing import Any

import pytest

from tests.sandbox.conftest import Box

COMMANDS = [{"command": "menu", "description": "Меню"}]


async def test_commands_by_scope_and_language(box: Box) -> None:
    anna, john = await box.person(), await box.person("John", language_code="en")
    await box.ok("setMyCommands", commands=COMMANDS)
    english = [{"command": "menu", "description": "Menu"}]
    await box.ok("setMyCommands", commands=english, language_code="en", scope={"type": "all_private_chats"})
    own = [{"command": "/staff", "description": "Для сотрудников"}]
    await box.ok("setMyCommands", commands=own, scope={"type": "chat", "chat_id": anna})
    seen = {one["id"]: one["commands"] for one in (await box.look("/state"))["people"]}
    assert seen == {anna: [{"command": "staff", "description": "Для сотрудников"}], john: english}
    assert await box.ok("getMyCommands") == COMMANDS
    assert await box.ok("getMyCommands", language_code="en", scope={"type": "all_private_chats"}) == english
    assert await box.ok("getMyCommands", language_code="en") == []
    await box.ok("deleteMyCommands", scope={"type": "chat", "chat_id": anna})
    assert (await box.look("/state"))["people"][0]["commands"] == COMMANDS


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"commands": [{"command": "Меню", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a" * 33, "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a", "description": " "}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": COMMANDS * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": COMMANDS, "language_code": "rus"}, "LANG_CODE_INVALID"),
        ({"commands": COMMANDS, "scope": {"type": "chat", "chat_id": 777}}, "chat not found"),
        ({"commands": [{"command": "a", "description": "x", "is_ephemeral": True}]},
         'parameter "is_ephemeral" is newer than Bot API 10.1 in commands[0]'),
    ],
)  # fmt: skip
async def test_wrong_commands_are_refused(box: Box, parameters: dict[str, Any], words: str) -> None:
    assert await box.refused("setMyCommands", **parameters) == f"400 Bad Request: {words}"


@pytest.mark.parametrize(
    ("what", "name", "longest"),
    [
        ("Description", "description", 512),
        ("ShortDescription", "short_description", 120),
        ("Name", "name", 64),
    ],
)
async def test_texts_about_the_bot(box: Box, what: str, name: str, longest: int) -> None:
    assert await box.ok(f"setMy{what}", **{name: "я" * longest}) is True
    await box.ok(f"setMy{what}", **{name: "In English"}, language_code="en")
    assert await box.ok(f"getMy{what}") == {name: "я" * longest}
    assert await box.ok(f"getMy{what}", language_code="en") == {name: "In English"}
    assert await box.ok(f"getMy{what}", language_code="de") == {name: "я" * longest}
    refusal = await box.refused(f"setMy{what}", **{name: "я" * (longest + 1)})
    assert refusal == f"400 Bad Request: bot {name.replace('_', ' ')} is too long"
    assert (await box.look("/state"))["bot"][name] == "я" * longest


async def test_the_menu_button(box: Box) -> None:
    anna = await box.person()
    button = {"type": "web_app", "text": "Открыть", "web_app": {"url": "https://example.org"}}
    await box.ok("setChatMenuButton", chat_id=anna, menu_button=button)
    assert await box.ok("getChatMenuButton", chat_id=anna) == button
    assert await box.ok("getChatMenuButton") == {"type": "commands"}
    assert (await box.look("/state"))["people"][0]["menu_button"] == button
    await box.ok("setChatMenuButton", chat_id=anna, menu_button={"type": "default"})
    assert await box.ok("getChatMenuButton", chat_id=anna) == {"type": "commands"}
    insecure = button | {"web_app": {"url": "http://example.org"}}
    assert "Only HTTPS links are allowed" in await box.refused("setChatMenuButton", menu_button=insecure)


async def send_poll(box: Box, chat: int, **more: Any) -> dict[str, Any]:
    options = [{"text": "Пожарная часть"}, {"text": "Библиотека"}]
    sent = await box.ok(
        "sendPoll", chat_id=chat, question="Куда пойдём?", options=options, is_anonymous=False, **more
    )
    assert sent["poll"]["total_voter_count"] == 0
    result: dict[str, Any] = sent
    return result


async def test_people_vote_and_change_their_mind(box: Box) -> None:
    anna, boris = await box.person("Анна"), await box.person("Борис")
    group = await box.group(anna, boris)
    poll = await send_poll(box, group)
    for person, options in ((anna, [0]), (boris, [1]), (anna, [1])):
        await box.sim(f"/people/{person}/vote", chat_id=group, message_id=poll["message_id"], options=options)
    shown = (await box.messages(group, viewer=anna))[-1]["poll"]
    assert [one["voter_count"] for one in shown["options"]] == [0, 2]
    assert (shown["voted"], shown["total_voter_count"], "votes" in shown) == ([1], 2, False)
    answers = [one["poll_answer"] for one in await box.updates() if "poll_answer" in one]
    assert [(one["user"]["id"], one["option_ids"]) for one in answers] == [
        (anna, [0]),
        (boris, [1]),
        (anna, [1]),
    ]


async def test_a_stopped_poll_takes_no_votes(box: Box) -> None:
    anna = await box.person()
    poll = await send_poll(box, anna)
    place = {"chat_id": anna, "message_id": poll["message_id"]}
    assert (await box.ok("stopPoll", **place))["is_closed"] is True
    assert await box.refused("stopPoll", **place) == "400 Bad Request: poll has already been closed"
    await box.sim(f"/people/{anna}/vote", expect=409, message_id=poll["message_id"], options=[0])


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"question": " "}, "poll question must be non-empty"),
        ({"question": "я" * 301}, "poll question length must not exceed 300"),
        ({"options": []}, "poll must have at least 1 option"),
        ({"options": [{"text": "x"}] * 13}, "poll can't have more than 12 options"),
        ({"options": [{"text": "я" * 101}]}, "poll options length must not exceed 100"),
        ({"type": "quiz"}, "wrong correct option ID specified"),
    ],
)
async def test_wrong_polls_are_refused(box: Box, parameters: dict[str, Any], words: str) -> None:
    anna = await box.person()
    given = {"chat_id": anna, "question": "?", "options": [{"text": "a"}, {"text": "b"}]} | parameters
    assert await box.refused("sendPoll", **given) == f"400 Bad Request: {words}"
