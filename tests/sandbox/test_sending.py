"""sendMessage, copyMessage, keyboards: lengths, buttons, replies, effects."""

from typing import Any

import pytest

from tests.sandbox.conftest import Box


def inline(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Да"} | button]]}


async def test_what_the_bot_says_stands_in_the_chat(box: Box) -> None:
    anna = await box.person()
    markup = {
        "inline_keyboard": [
            [{"text": "Приду", "style": "success", "callback_data": "r"}],
            [{"text": "Сайт", "url": "https://example.org/a"}],
        ]
    }
    sent = await box.ok(
        "sendMessage", chat_id=anna, text="<b>Мастер-класс</b>", parse_mode="HTML", reply_markup=markup,
        protect_content=True, disable_notification=True, message_effect_id="5046509860389126442",
        link_preview_options={"is_disabled": True},
    )  # fmt: skip
    assert sent["from"]["id"] == 4242
    assert sent["reply_markup"] == markup
    assert (sent["has_protected_content"], sent["effect_id"]) == (True, "5046509860389126442")
    shown = (await box.messages(anna, viewer=anna))[-1]
    assert shown["text"] == "Мастер-класс"
    assert shown["entities"] == [{"type": "bold", "offset": 0, "length": 12}]
    assert shown["inline_keyboard"] == markup["inline_keyboard"]
    assert (shown["mine"], shown["unread"], shown["from"]["is_bot"]) == (False, True, True)
    assert (shown["protected"], shown["silent"], shown["link_preview"]) == (True, True, False)
    assert (await box.look(f"/chats/{anna}/screen"))["id"] == sent["message_id"]


@pytest.mark.parametrize("text", ["", "  \n ", "<b> </b>", "\u200b\u200d", "\u202e", "\u2800"])
async def test_an_empty_text_is_refused(box: Box, text: str) -> None:
    anna = await box.person()
    refusal = await box.refused("sendMessage", chat_id=anna, text=text, parse_mode="HTML")
    assert refusal == "400 Bad Request: message text is empty"


async def test_the_length_counts_utf16_units_after_entities(box: Box) -> None:
    anna = await box.person()
    await box.ok("sendMessage", chat_id=anna, text="<b>" + "я" * 4096 + "</b>", parse_mode="HTML")
    await box.ok("sendMessage", chat_id=anna, text="🐻" * 2048)
    assert (
        await box.refused("sendMessage", chat_id=anna, text="🐻" * 2048 + "я")
        == "400 Bad Request: message is too long"
    )


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"callback_data": "я" * 33}, "BUTTON_DATA_INVALID"),
        ({"callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"callback_data": "a", "url": "https://a.ru"}, "can't parse inline keyboard button: exactly one action must be specified"),
        ({"text": " ", "callback_data": "a"}, "inline keyboard button text must be non-empty"),
        ({"callback_data": "a", "style": "green"}, "invalid button style specified"),
        ({"url": "no address"}, "inline keyboard button URL 'no address' is invalid: Disallowed character in URL host"),
        ({"url": "http://localhost"}, "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL"),
        ({"url": "javascript:alert(1)"}, "inline keyboard button URL 'javascript:alert(1)' is invalid: Wrong port number specified in the URL"),
        ({"url": "tg://<b>"}, "inline keyboard button URL 'tg://<b>' is invalid: Unallowed characters in URL host"),
        ({"url": "https://"}, "inline keyboard button URL 'https://' is invalid: URL host is empty"),
        ({"url": "ftp://a.ru"}, "inline keyboard button URL 'ftp://a.ru' is invalid: Unsupported URL protocol"),
        ({"web_app": {"url": "http://a.ru"}}, "inline keyboard button Web App URL 'http://a.ru' is invalid: Only HTTPS links are allowed"),
        ({"copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID"),
    ],
)  # fmt: skip
async def test_wrong_inline_buttons_are_refused(box: Box, button: dict[str, Any], words: str) -> None:
    anna = await box.person()
    assert (
        await box.refused("sendMessage", chat_id=anna, text="x", reply_markup=inline(**button))
        == f"400 Bad Request: {words}"
    )


async def test_sixty_four_bytes_of_data_fit(box: Box) -> None:
    anna = await box.person()
    await box.ok("sendMessage", chat_id=anna, text="x", reply_markup=inline(callback_data="я" * 32))


async def test_too_many_buttons_are_refused(box: Box) -> None:
    anna = await box.person()
    rows = [[{"text": "x", "callback_data": "x"}]] * 101
    refusal = await box.refused("sendMessage", chat_id=anna, text="x", reply_markup={"inline_keyboard": rows})
    assert refusal == "400 Bad Request: reply markup is too long"


async def test_replies_find_their_message_or_are_refused(box: Box) -> None:
    anna = await box.person()
    said = await box.sim(f"/people/{anna}/send", text="Можно с братом?")
    reply = {"message_id": said["message_id"]}
    sent = await box.ok("sendMessage", chat_id=anna, text="Можно", reply_parameters=reply)
    assert sent["reply_to_message"]["text"] == "Можно с братом?"
    assert (await box.messages(anna))[-1]["reply_to"] == {"id": said["message_id"], "text": "Можно с братом?"}
    missing = {"message_id": 999}
    refusal = await box.refused("sendMessage", chat_id=anna, text="x", reply_parameters=missing)
    assert refusal == "400 Bad Request: message to be replied not found"
    await box.ok(
        "sendMessage",
        chat_id=anna,
        text="x",
        reply_parameters=missing | {"allow_sending_without_reply": True},
    )


async def test_effects_are_for_private_chats(box: Box) -> None:
    group = await box.group(await box.person())
    refusal = await box.refused(
        "sendMessage", chat_id=group, text="x", message_effect_id="5046509860389126442"
    )
    assert refusal == "400 Bad Request: EFFECT_ID_INVALID"


async def test_a_reply_keyboard_lies_until_it_is_taken_away(box: Box) -> None:
    anna = await box.person(phone="+79005550101")
    keyboard = {
        "keyboard": [[{"text": "Поделиться", "request_contact": True}, {"text": "Меню"}]],
        "resize_keyboard": True,
    }
    sent = await box.ok("sendMessage", chat_id=anna, text="x", reply_markup=keyboard)
    assert "reply_markup" not in sent
    lies = (await box.look(f"/chats/{anna}/messages"))["reply_keyboard"]
    assert lies["keyboard"] == [[{"text": "Поделиться", "request_contact": True}, {"text": "Меню"}]]
    assert lies["resize"] is True
    await box.ok("sendMessage", chat_id=anna, text="x")
    assert (await box.look(f"/chats/{anna}/messages"))["reply_keyboard"] == lies
    await box.ok("sendMessage", chat_id=anna, text="x", reply_markup={"remove_keyboard": True})
    assert (await box.look(f"/chats/{anna}/messages"))["reply_keyboard"] is None


async def test_a_forced_reply_is_shown(box: Box) -> None:
    anna = await box.person()
    markup = {"force_reply": True, "input_field_placeholder": "Например: Анна"}
    sent = await box.ok("sendMessage", chat_id=anna, text="Как вас зовут?", reply_markup=markup)
    shown = (await box.look(f"/chats/{anna}/messages"))["reply_keyboard"]
    assert shown == {"message_id": sent["message_id"], "placeholder": "Например: Анна", "force_reply": True}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"request_contact": True}, "phone number can be requested"),
        ({"request_chat": {"request_id": 1, "chat_is_channel": False}}, "chats can be requested"),
        ({"request_users": {"request_id": 1}}, "users can be requested"),
        ({"web_app": {"url": "https://example.org/"}}, "web App buttons can be used"),
    ],
)
async def test_some_things_are_asked_for_in_private_only(box: Box, asked: dict[str, Any], words: str) -> None:
    group = await box.group(await box.person())
    keyboard = {"keyboard": [[{"text": "Поделиться"} | asked]]}
    refusal = await box.refused("sendMessage", chat_id=group, text="x", reply_markup=keyboard)
    assert refusal == f"400 Bad Request: {words} in private chats only"


@pytest.mark.parametrize("markup", [{"keyboard": [[{"text": "Меню"}]]}, {"remove_keyboard": True}])
async def test_a_channel_has_only_inline_keyboards(box: Box, markup: dict[str, Any]) -> None:
    channel = await box.group(await box.person(), kind="channel", bot="administrator")
    refusal = await box.refused("sendMessage", chat_id=channel, text="x", reply_markup=markup)
    assert refusal == "400 Bad Request: inline keyboard expected"


async def test_a_copy_is_a_new_message_without_the_old_keyboard(box: Box) -> None:
    anna, boris = await box.person("Анна"), await box.person("Борис")
    sent = await box.ok("sendMessage", chat_id=anna, text="Афиша", reply_markup=inline(callback_data="a"))
    copied = await box.ok("copyMessage", chat_id=boris, from_chat_id=anna, message_id=sent["message_id"])
    assert list(copied) == ["message_id"]
    shown = (await box.messages(boris))[-1]
    assert (shown["id"], shown["text"], "inline_keyboard" in shown) == (copied["message_id"], "Афиша", False)
    refusal = await box.refused("copyMessage", chat_id=boris, from_chat_id=anna, message_id=999)
    assert refusal == "400 Bad Request: message to copy not found"


async def test_a_copied_photo_may_get_another_caption(box: Box) -> None:
    anna, boris = await box.person("Анна"), await box.person("Борис")
    photo = await box.sim(f"/people/{anna}/photo", caption="Наш стенд")
    copy = {"chat_id": boris, "from_chat_id": anna, "message_id": photo["message_id"]}
    await box.ok("copyMessage", **copy)
    await box.ok("copyMessage", **copy, caption="<i>Стенд</i>", parse_mode="HTML")
    assert [one["caption"] for one in (await box.messages(boris))[-2:]] == ["Наш стенд", "Стенд"]


async def test_a_copied_poll_begins_with_no_votes(box: Box) -> None:
    anna, boris = await box.person("Анна"), await box.person("Борис")
    options = [{"text": "Да"}, {"text": "Нет"}]
    sent = await box.ok("sendPoll", chat_id=anna, question="Придёте?", options=options, is_anonymous=False)
    await box.sim(f"/people/{anna}/vote", message_id=sent["message_id"], options=[0])
    await box.ok("stopPoll", chat_id=anna, message_id=sent["message_id"])
    await box.ok("copyMessage", chat_id=boris, from_chat_id=anna, message_id=sent["message_id"])
    poll = (await box.messages(boris, viewer=boris))[-1]["poll"]
    assert poll["id"] != sent["poll"]["id"]
    assert (poll["is_closed"], poll["total_voter_count"], poll["voted"]) == (False, 0, [])
    assert [option["voter_count"] for option in poll["options"]] == [0, 0]


async def test_service_messages_cannot_be_copied(box: Box) -> None:
    anna = await box.person()
    sent = await box.ok("sendMessage", chat_id=anna, text="x")
    await box.ok("pinChatMessage", chat_id=anna, message_id=sent["message_id"])
    note = (await box.messages(anna))[-1]
    assert note["service"]["kind"] == "pinned"
    group = await box.group(anna)
    made = (await box.messages(group))[0]
    assert made["service"]["kind"] == "group_created"
    for place, service in ((anna, note), (group, made)):
        copy = {"chat_id": anna, "from_chat_id": place, "message_id": service["id"]}
        assert await box.refused("copyMessage", **copy) == "400 Bad Request: message can't be copied"


async def test_chat_actions_are_known_words(box: Box) -> None:
    anna = await box.person()
    assert await box.ok("sendChatAction", chat_id=anna, action="typing") is True
    refusal = await box.refused("sendChatAction", chat_id=anna, action="dancing")
    assert refusal == "400 Bad Request: wrong parameter action in request"


@pytest.mark.parametrize(
    "url", ["a.ru", "https://a.ru:8080/?q=я#x", "http://me@a.ru", "https://школа.рф", "tg:user?id=1"]
)
async def test_addresses_of_the_web_and_of_telegram_stand_on_buttons(box: Box, url: str) -> None:
    anna = await box.person()

    sent = await box.ok("sendMessage", chat_id=anna, text="x", reply_markup=inline(url=url))

    assert sent["reply_markup"]["inline_keyboard"][0][0]["url"].endswith(url)


async def test_a_reply_names_its_message(box: Box) -> None:
    anna = await box.person()

    refused = await box.refused("sendMessage", chat_id=anna, text="x", reply_parameters={"quote": "y"})

    assert refused == '400 Bad Request: field "message_id" of reply_parameters is required'
