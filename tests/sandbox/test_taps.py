"""Taps on inline buttons and their answers."""

import asyncio

from tests.sandbox.conftest import Box

MARKUP = {
    "inline_keyboard": [[{"text": "Да", "callback_data": "yes"}, {"text": "Нет", "callback_data": "no"}]]
}
TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"


async def screen(box: Box, person: int) -> int:
    sent = await box.ok("sendMessage", chat_id=person, text="Придёте?", reply_markup=MARKUP)
    number: int = sent["message_id"]
    return number


async def test_a_tap_waits_for_its_answer(box: Box) -> None:
    anna = await box.person()
    message = await screen(box, anna)
    async with asyncio.TaskGroup() as tasks:
        tap = tasks.create_task(box.sim(f"/people/{anna}/tap", text="Нет"))
        query = (await box.updates(timeout=10))[0]["callback_query"]
        assert (query["data"], query["message"]["message_id"], query["from"]["id"]) == ("no", message, anna)
        assert query["message"]["reply_markup"] == MARKUP
        await box.ok("answerCallbackQuery", callback_query_id=query["id"], text="Жаль", show_alert=True)
    answered = tap.result()
    assert (answered["answered"], answered["text"], answered["show_alert"]) == (True, "Жаль", True)


async def test_a_tap_nobody_answers_says_so(box: Box) -> None:
    anna = await box.person()
    await screen(box, anna)
    assert (await box.sim(f"/people/{anna}/tap", row=0, column=0, wait=0))["answered"] is False


async def test_forged_data_and_deleted_messages_can_be_tapped(box: Box) -> None:
    anna = await box.person()
    message = await screen(box, anna)
    await box.ok("deleteMessage", chat_id=anna, message_id=message)
    await box.sim(f"/people/{anna}/tap", message_id=message, data="forged", wait=0)
    query = (await box.updates())[0]["callback_query"]
    assert query["data"] == "forged"
    assert query["message"] == {"message_id": message, "chat": query["message"]["chat"], "date": 0}


async def test_a_label_that_is_not_there_names_those_that_are(box: Box) -> None:
    anna = await box.person()
    await screen(box, anna)
    refusal = await box.sim(f"/people/{anna}/tap", expect=404, text="Может быть")
    assert refusal["error"] == "button «Может быть» (there are: Да | Нет) not found"


async def test_an_answer_counts_once(box: Box) -> None:
    anna = await box.person()
    await screen(box, anna)
    query = (await box.sim(f"/people/{anna}/tap", text="Да", wait=0))["callback_query_id"]
    assert await box.ok("answerCallbackQuery", callback_query_id=query) is True
    assert await box.refused("answerCallbackQuery", callback_query_id=query) == TOO_OLD
    assert await box.refused("answerCallbackQuery", callback_query_id="12345") == TOO_OLD


async def test_an_answer_after_fifteen_minutes_is_too_late(box: Box) -> None:
    anna = await box.person()
    await screen(box, anna)
    early = (await box.sim(f"/people/{anna}/tap", text="Да", wait=0))["callback_query_id"]
    late = (await box.sim(f"/people/{anna}/tap", text="Да", wait=0))["callback_query_id"]
    await box.sim("/clock", advance_seconds=14 * 60)
    assert await box.ok("answerCallbackQuery", callback_query_id=early) is True
    await box.sim("/clock", advance_seconds=2 * 60)
    assert await box.refused("answerCallbackQuery", callback_query_id=late) == TOO_OLD


async def test_the_length_of_an_answer(box: Box) -> None:
    anna = await box.person()
    await screen(box, anna)
    query = (await box.sim(f"/people/{anna}/tap", text="Да", wait=0))["callback_query_id"]
    assert (
        await box.refused("answerCallbackQuery", callback_query_id=query, text="я" * 201)
        == "400 Bad Request: MESSAGE_TOO_LONG"
    )
    await box.ok("answerCallbackQuery", callback_query_id=query, text="я" * 200)


async def test_an_answer_may_only_open_the_bot_itself(box: Box) -> None:
    anna = await box.person()
    await screen(box, anna)
    query = (await box.sim(f"/people/{anna}/tap", text="Да", wait=0))["callback_query_id"]
    refusal = await box.refused("answerCallbackQuery", callback_query_id=query, url="https://example.org")
    assert refusal == "400 Bad Request: URL_INVALID"
    link = "https://t.me/gost_gruppy_bot?start=x"
    assert await box.ok("answerCallbackQuery", callback_query_id=query, url=link) is True


async def test_a_link_or_a_copy_sends_nothing(box: Box) -> None:
    anna = await box.person()
    rows = [[{"text": "Сайт", "url": "https://example.org"}, {"text": "Код", "copy_text": {"text": "0147"}}]]
    await box.ok("sendMessage", chat_id=anna, text="x", reply_markup={"inline_keyboard": rows})
    assert (await box.sim(f"/people/{anna}/tap", text="Сайт"))["url"] == "https://example.org"
    assert (await box.sim(f"/people/{anna}/tap", text="Код"))["copied"] == "0147"
    assert await box.updates() == []


async def test_reply_buttons_say_their_text_or_share_what_was_asked(box: Box) -> None:
    anna = await box.person(phone="+79005550101", last_name="Светлова")
    group = await box.group(anna, kind="channel", bot="administrator")
    request = {"request_id": 7, "chat_is_channel": True, "bot_is_member": True, "request_title": True}
    keyboard = [
        [{"text": "Меню"}, {"text": "Телефон", "request_contact": True}],
        [{"text": "Канал", "request_chat": request}],
    ]
    await box.ok(
        "sendMessage", chat_id=anna, text="x", reply_markup={"keyboard": keyboard, "one_time_keyboard": False}
    )
    await box.sim(f"/people/{anna}/press", text="Меню")
    await box.sim(f"/people/{anna}/press", text="Телефон")
    await box.sim(f"/people/{anna}/press", text="Канал", chosen_chat_id=group)
    text, contact, shared = [one["message"] for one in await box.updates()]
    assert text["text"] == "Меню"
    assert contact["contact"] == {
        "phone_number": "+79005550101",
        "first_name": "Анна",
        "user_id": anna,
        "last_name": "Светлова",
    }
    assert shared["chat_shared"] == {"request_id": 7, "chat_id": group, "title": "Солнышко"}
    await box.sim(f"/people/{anna}/press", expect=404, text="Нет такой")
    other = await box.group(anna)
    await box.sim(f"/people/{anna}/press", expect=400, text="Канал", chosen_chat_id=other)


async def test_a_one_time_keyboard_goes_after_the_press(box: Box) -> None:
    anna = await box.person()
    await box.ok(
        "sendMessage",
        chat_id=anna,
        text="x",
        reply_markup={"keyboard": [[{"text": "Меню"}]], "one_time_keyboard": True},
    )
    await box.sim(f"/people/{anna}/press", text="Меню")
    assert (await box.look(f"/chats/{anna}/messages"))["reply_keyboard"] is None


async def test_choosing_a_channel_makes_the_bot_an_administrator_if_it_asked_for_that(box: Box) -> None:
    anna, boris = await box.person("Анна"), await box.person("Борис")
    channel = await box.group(anna, boris, kind="channel", bot="none")
    rights = dict.fromkeys(
        (
            "is_anonymous",
            "can_manage_chat",
            "can_delete_messages",
            "can_manage_video_chats",
            "can_restrict_members",
            "can_promote_members",
            "can_change_info",
            "can_invite_users",
            "can_post_stories",
            "can_edit_stories",
            "can_delete_stories",
        ),
        False,
    )
    request = {
        "request_id": 1,
        "chat_is_channel": True,
        "user_administrator_rights": rights | {"can_post_messages": True},
        "bot_administrator_rights": rights | {"can_post_messages": True},
    }
    keyboard = {"keyboard": [[{"text": "Канал", "request_chat": request}]]}
    for person in (anna, boris):
        await box.ok("sendMessage", chat_id=person, text="x", reply_markup=keyboard)
    await box.sim(f"/people/{boris}/press", expect=409, text="Канал", chosen_chat_id=channel)
    await box.sim(f"/people/{anna}/press", text="Канал", chosen_chat_id=channel)
    joined, shared = await box.updates()
    assert joined["my_chat_member"]["new_chat_member"]["status"] == "administrator"
    assert shared["message"]["chat_shared"]["chat_id"] == channel
    await box.ok("sendMessage", chat_id=channel, text="Здравствуйте")
