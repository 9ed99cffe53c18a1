"""Editing and deleting: what changes, what is refused."""

from typing import Any

import aiohttp
import pytest

from sandbox.acts.sharing import sample_picture
from tests.sandbox.conftest import Box

MARKUP = {"inline_keyboard": [[{"text": "Да", "callback_data": "a"}]]}
NOT_MODIFIED = (
    "400 Bad Request: message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


async def send(box: Box, person: int, **more: Any) -> dict[str, int]:
    sent = await box.ok("sendMessage", **{"chat_id": person, "text": "Было", "reply_markup": MARKUP} | more)
    return {"chat_id": person, "message_id": sent["message_id"]}


async def send_photo(box: Box, person: int, **fields: str) -> dict[str, Any]:
    body = aiohttp.FormData({"chat_id": str(person)} | fields)
    body.add_field("photo", sample_picture(40, 30), filename="a.png", content_type="image/png")
    _, answer = await box.raw("sendPhoto", data=body)
    result: dict[str, Any] = answer["result"]
    return result


async def test_a_text_and_its_keyboard_change_in_place(box: Box) -> None:
    anna = await box.person()
    place = await send(box, anna)
    edited = await box.ok("editMessageText", **place, text="<b>Стало</b>", parse_mode="HTML")
    assert (edited["text"], edited["message_id"], "reply_markup" in edited) == (
        "Стало",
        place["message_id"],
        False,
    )
    assert edited["edit_date"]
    shown = (await box.messages(anna))[-1]
    assert (shown["text"], shown["edit_date"], "inline_keyboard" in shown) == (
        "Стало",
        edited["edit_date"],
        False,
    )


async def test_the_same_content_is_not_modified(box: Box) -> None:
    anna = await box.person()
    place = await send(box, anna)
    assert await box.refused("editMessageText", **place, text="Было", reply_markup=MARKUP) == NOT_MODIFIED
    assert (
        await box.refused(
            "editMessageText", **place, text=" <i></i>Было", parse_mode="HTML", reply_markup=MARKUP
        )
        == NOT_MODIFIED
    )
    assert await box.refused("editMessageReplyMarkup", **place, reply_markup=MARKUP) == NOT_MODIFIED
    await box.ok("editMessageReplyMarkup", **place)
    assert await box.refused("editMessageReplyMarkup", **place) == NOT_MODIFIED


@pytest.mark.parametrize(
    ("method", "more"),
    [
        ("editMessageText", {"text": "x"}),
        ("editMessageCaption", {"caption": "x"}),
        ("editMessageReplyMarkup", {}),
        ("editMessageMedia", {"media": {"type": "photo", "media": "x"}}),
    ],
)
async def test_what_is_not_there_cannot_be_edited(box: Box, method: str, more: dict[str, Any]) -> None:
    anna = await box.person()
    said = await box.sim(f"/people/{anna}/send", text="моё")
    gone = await send(box, anna)
    await box.ok("deleteMessage", **gone)
    assert (
        await box.refused(method, chat_id=anna, message_id=999, **more)
        == "400 Bad Request: message to edit not found"
    )
    assert await box.refused(method, **gone, **more) == "400 Bad Request: message to edit not found"
    foreign = {"chat_id": anna, "message_id": said["message_id"]}
    assert await box.refused(method, **foreign, **more) == "400 Bad Request: message can't be edited"
    assert (
        await box.refused(method, chat_id=anna, **more)
        == "400 Bad Request: message identifier is not specified"
    )


async def test_only_inline_keyboards_can_be_edited_in(box: Box) -> None:
    anna = await box.person()
    place = await send(box, anna)
    refusal = await box.refused(
        "editMessageText", **place, text="x", reply_markup={"keyboard": [[{"text": "Меню"}]]}
    )
    assert refusal == "400 Bad Request: inline keyboard expected"


async def test_a_picture_has_a_caption_and_no_text(box: Box) -> None:
    anna = await box.person()
    photo = await send_photo(box, anna, caption="Было")
    place = {"chat_id": anna, "message_id": photo["message_id"]}
    assert (
        await box.refused("editMessageText", **place, text="x")
        == "400 Bad Request: there is no text in the message to edit"
    )
    assert (await box.ok("editMessageCaption", **place, caption="Стало"))["caption"] == "Стало"
    assert await box.refused("editMessageCaption", **place, caption="Стало") == NOT_MODIFIED
    refusal = await box.refused("editMessageCaption", **place, caption="я" * 1025)
    assert refusal == "400 Bad Request: message caption is too long"
    text = await send(box, anna)
    refusal = await box.refused("editMessageCaption", **text, caption="x")
    assert refusal == "400 Bad Request: there is no caption in the message to edit"


async def test_a_picture_is_replaced_and_the_same_one_is_not_modified(box: Box) -> None:
    anna = await box.person()
    first, second = await send_photo(box, anna), await send_photo(box, anna)
    place = {"chat_id": anna, "message_id": first["message_id"]}
    same = {"type": "photo", "media": second["photo"][0]["file_id"]}
    assert await box.refused("editMessageMedia", **place, media=same) == NOT_MODIFIED
    edited = await box.ok("editMessageMedia", **place, media=same | {"caption": "Вот"}, reply_markup=MARKUP)
    assert (edited["caption"], edited["reply_markup"]) == ("Вот", MARKUP)


async def test_a_text_can_become_a_picture_and_not_the_other_way(box: Box) -> None:
    anna = await box.person()
    place, photo = await send(box, anna), await send_photo(box, anna)
    media = {"type": "photo", "media": photo["photo"][0]["file_id"], "caption": "Карточка"}
    edited = await box.ok("editMessageMedia", **place, media=media)
    assert (edited["caption"], "text" in edited) == ("Карточка", False)
    assert (
        await box.refused("editMessageText", **place, text="x")
        == "400 Bad Request: there is no text in the message to edit"
    )


async def test_a_deleted_message_is_gone_for_everybody(box: Box) -> None:
    anna = await box.person()
    place = await send(box, anna)
    assert await box.ok("deleteMessage", **place) is True
    assert await box.refused("deleteMessage", **place) == "400 Bad Request: message to delete not found"
    shown = (await box.messages(anna))[-1]
    assert (shown["deleted"], "text" in shown, "inline_keyboard" in shown) == (True, False, False)
    await box.look(f"/chats/{anna}/screen", expect=404)


async def test_messages_older_than_two_days_stay(box: Box) -> None:
    anna = await box.person()
    old = await send(box, anna)
    await box.sim("/clock", advance_seconds=48 * 3600 - 60)
    young = await send(box, anna)
    await box.sim("/clock", advance_seconds=120)
    assert (
        await box.refused("deleteMessage", **old) == "400 Bad Request: message can't be deleted for everyone"
    )
    assert await box.ok("deleteMessage", **young) is True
    await box.ok("editMessageText", **old, text="Стало")


async def test_several_are_deleted_at_once_and_missing_ones_skipped(box: Box) -> None:
    anna = await box.person()
    ids = [(await send(box, anna))["message_id"] for _ in range(3)]
    assert await box.ok("deleteMessages", chat_id=anna, message_ids=[*ids[:2], 999]) is True
    assert [one["deleted"] for one in (await box.messages(anna))[-3:]] == [True, True, False]


async def test_in_a_private_chat_the_bot_deletes_what_people_wrote(box: Box) -> None:
    anna = await box.person()
    said = await box.sim(f"/people/{anna}/send", text="4321")
    assert await box.ok("deleteMessage", chat_id=anna, message_id=said["message_id"]) is True


async def test_in_a_group_it_needs_the_right(box: Box) -> None:
    anna = await box.person()
    group = await box.group(anna)
    said = await box.sim(f"/people/{anna}/send", chat_id=group, text="всем привет")
    place = {"chat_id": group, "message_id": said["message_id"]}
    assert await box.refused("deleteMessage", **place) == "400 Bad Request: message can't be deleted"
    await box.sim(f"/chats/{group}/bot", status="administrator", rights={"can_delete_messages": False})
    assert await box.refused("deleteMessage", **place) == "400 Bad Request: message can't be deleted"
    await box.sim(f"/chats/{group}/bot", status="administrator")
    assert await box.ok("deleteMessage", **place) is True


@pytest.mark.parametrize(
    "markup",
    [
        {"keyboard": [[{"text": "Меню"}]]},
        {"remove_keyboard": True},
        {"force_reply": True},
    ],
)
async def test_a_message_with_a_reply_keyboard_is_never_edited(box: Box, markup: dict[str, Any]) -> None:
    anna = await box.person()
    sent = await box.ok("sendMessage", chat_id=anna, text="x", reply_markup=markup)
    there = {"chat_id": anna, "message_id": sent["message_id"]}

    for method, more in (("editMessageText", {"text": "y"}), ("editMessageReplyMarkup", {})):
        assert await box.refused(method, **there, **more) == "400 Bad Request: message can't be edited"
