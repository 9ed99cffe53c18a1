"""Token, methods, forms of requests, names and types of parameters."""

import json
from urllib.parse import urlencode

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.acts.sharing import sample_picture
from sandbox.api.call import read_form
from sandbox.world import World
from sandbox.world.world import WrongToken
from tests.sandbox.conftest import Box

MARKUP = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}


async def test_only_the_configured_token_is_accepted(box: Box) -> None:
    for token in ("4242:another-token-of-at-least-30-characters", "nonsense", ""):
        async with box.session.get(f"{box.address}/bot{token}/getMe") as answer:
            assert answer.status == 401
            assert await answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


@pytest.mark.parametrize("token", ["4242:short", "bot:0123456789012345678901234567890123", ""])
def test_a_token_is_digits_and_thirty_characters(token: str) -> None:
    with pytest.raises(WrongToken):
        World.open(token=token)


@pytest.mark.parametrize("method", ["sendAstrology", "editEphemeralMessageText", "sendVideo", ""])
async def test_an_unknown_method_is_not_found(box: Box, method: str) -> None:
    assert await box.raw(method) == (
        404,
        {"ok": False, "error_code": 404, "description": "Not Found: method not found"},
    )


async def test_method_names_do_not_depend_on_case_nor_on_the_verb(box: Box) -> None:
    async with box.session.get(f"{box.address}/bot{box.world.token}/getme") as answer:
        assert (await answer.json())["result"]["username"] == "gost_gruppy_bot"


@pytest.mark.parametrize("form", ["json", "urlencoded", "multipart", "query", "json-in-json"])
async def test_every_form_of_a_request_says_the_same(box: Box, form: str) -> None:
    anna = await box.person()
    typed = {
        "chat_id": anna,
        "text": "Привет & «до встречи»",
        "reply_markup": MARKUP,
        "protect_content": True,
    }
    text = {
        "chat_id": str(anna),
        "text": "Привет & «до встречи»",
        "reply_markup": json.dumps(MARKUP),
        "protect_content": "true",
    }
    match form:
        case "json":
            status, answer = await box.raw("sendMessage", json=typed)
        case "json-in-json":
            status, answer = await box.raw("sendMessage", json=typed | {"reply_markup": json.dumps(MARKUP)})
        case "urlencoded":
            status, answer = await box.raw("sendMessage", data=text)
        case "query":
            status, answer = await box.raw("sendMessage", params=text)
        case _:
            body = aiohttp.FormData(text, default_to_multipart=True)
            status, answer = await box.raw("sendMessage", data=body)
    assert status == 200, answer
    assert answer["result"]["text"] == "Привет & «до встречи»"
    assert answer["result"]["reply_markup"] == MARKUP
    assert answer["result"]["has_protected_content"] is True


async def test_an_upload_comes_under_its_name_or_attached(box: Box) -> None:
    anna = await box.person()
    direct = aiohttp.FormData({"chat_id": str(anna)})
    direct.add_field("photo", sample_picture(40, 30), filename="a.png", content_type="image/png")
    attached = aiohttp.FormData({"chat_id": str(anna), "photo": "attach://there"})
    attached.add_field("there", sample_picture(40, 30), filename="b.png", content_type="image/png")
    for body in (direct, attached):
        status, answer = await box.raw("sendPhoto", data=body)
        assert status == 200, answer
        assert (answer["result"]["photo"][0]["width"], answer["result"]["photo"][0]["height"]) == (40, 30)
    status, answer = await box.raw("sendPhoto", data={"chat_id": str(anna), "photo": "attach://nowhere"})
    assert answer["description"] == "Bad Request: file not found in the request"


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"txet": "x"}, 'unknown parameter "txet"'),
        ({"disable_web_page_preview": True}, 'parameter "disable_web_page_preview" is no longer part of the Bot API'),
        ({"receiver_user_id": 1}, 'parameter "receiver_user_id" is newer than Bot API 10.1'),
        ({"disable_notification": "yes, please"}, 'parameter "disable_notification" must be of type Boolean'),
        ({"disable_notification": 1}, 'parameter "disable_notification" must be of type Boolean'),
        ({"text": 5}, 'parameter "text" must be of type String'),
        ({"text": {"a": "b"}}, 'parameter "text" must be of type String'),
        ({"text": ["Привет"]}, 'parameter "text" must be of type String'),
        ({"reply_markup": {"inline_keyboard": None}}, 'field "inline_keyboard" of reply_markup is required'),
        ({"reply_markup": {"keyboard": [[{"text": None}]]}}, 'field "text" of reply_markup.keyboard[0][0] is required'),
        ({"message_thread_id": "5"}, 'parameter "message_thread_id" must be of type Integer'),
        ({"message_thread_id": True}, 'parameter "message_thread_id" must be of type Integer'),
        ({"reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ({"reply_markup": {}}, 'parameter "reply_markup" has a wrong type'),
        ({"reply_markup": {"inline_keyboard": [{"text": "x"}]}}, 'parameter "reply_markup.inline_keyboard[0]" must be an Array'),
        (
            {"reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": 7}]]}},
            'parameter "reply_markup.inline_keyboard[0][0].callback_data" must be of type String',
        ),
        (
            {"reply_markup": {"inline_keyboard": [[{"text": "x", "colour": "red"}]]}},
            'unknown parameter "colour" in reply_markup.inline_keyboard[0][0]',
        ),
        (
            {"reply_markup": {"inline_keyboard": [[{"text": "x", "disabled": {}}]]}},
            'parameter "disabled" is newer than Bot API 10.1 in reply_markup.inline_keyboard[0][0]',
        ),
        ({"reply_markup": {"inline_keyboard": [[{"callback_data": "x"}]]}}, 'field "text" of reply_markup.inline_keyboard[0][0] is required'),
        ({"reply_parameters": {"message_id": "1"}}, 'parameter "reply_parameters.message_id" must be of type Integer'),
    ],
)  # fmt: skip
async def test_names_and_types_are_strict(box: Box, parameters: dict[str, object], words: str) -> None:
    anna = await box.person()
    assert (
        await box.refused("sendMessage", **({"chat_id": anna, "text": "Привет"} | parameters))
        == f"400 Bad Request: {words}"
    )
    assert len(await box.messages(anna)) == 1, "nothing was sent"


async def test_a_form_carries_numbers_as_digits_and_nothing_else(box: Box) -> None:
    anna = await box.person()
    for wrong in ("5x", "1.5", "--5"):
        _, answer = await box.raw(
            "sendMessage", data={"chat_id": str(anna), "text": "x", "message_thread_id": wrong}
        )
        assert answer["description"] == 'Bad Request: parameter "message_thread_id" must be of type Integer'


async def test_a_missing_parameter_is_named(box: Box) -> None:
    anna = await box.person()
    assert await box.refused("sendMessage", chat_id=anna) == "400 Bad Request: message text is empty"
    assert await box.refused("sendMessage", text="x") == "400 Bad Request: chat_id is empty"
    assert await box.refused("sendPhoto", chat_id=anna) == "400 Bad Request: there is no photo in the request"
    assert (
        await box.refused("sendChatAction", chat_id=anna) == '400 Bad Request: parameter "action" is required'
    )


async def test_broken_json_is_refused(box: Box) -> None:
    status, answer = await box.raw("getMe", data=b"{", headers={"Content-Type": "application/json"})
    assert (status, answer["description"]) == (400, "Bad Request: can't parse JSON object")


@pytest.mark.parametrize(
    ("raw", "values"),
    [
        (b"text=a+b%20c&x=", {"text": "a b c", "x": ""}),
        ("text=%D0%9F%D1%80ивет%21".encode(), {"text": "Привет!"}),
        (b"a%26b=%3D%3d&&c", {"a&b": "==", "c": ""}),
        (b"percent=100%&x=%zz%4", {"percent": "100%", "x": "%zz%4"}),
    ],
)
def test_a_form_is_decoded(raw: bytes, values: dict[str, str]) -> None:
    assert read_form(raw) == values


@given(st.dictionaries(st.text(min_size=1, max_size=9), st.text(max_size=20), max_size=4))
def test_a_form_comes_back_as_it_was(values: dict[str, str]) -> None:
    assert read_form(urlencode(values).encode()) == values


async def test_a_form_that_is_no_utf8_is_refused(box: Box) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    status, answer = await box.raw("sendMessage", data=b"text=%FF", headers=form)
    assert (status, answer["description"]) == (400, "Bad Request: strings must be encoded in UTF-8")


async def test_half_a_character_is_no_text(box: Box) -> None:
    anna = await box.person()
    headers = {"Content-Type": "application/json"}
    whole, half = (
        rb'{"chat_id": %d, "text": "\ud83d\udc3b"}' % anna,
        rb'{"chat_id": %d, "text": "\ud83d"}' % anna,
    )
    assert (await box.raw("sendMessage", data=whole, headers=headers))[1]["result"]["text"] == "🐻"
    status, answer = await box.raw("sendMessage", data=half, headers=headers)
    assert (status, answer["description"]) == (400, "Bad Request: can't parse JSON object")
    nested = {"chat_id": str(anna), "text": "x", "reply_markup": r'{"keyboard": [[{"text": "\ud83d"}]]}'}
    assert (await box.raw("sendMessage", data=nested))[0] == 400
    async with box.session.post(
        f"{box.address}/sim/people/{anna}/send", data=rb'{"text": "\udc3b"}', headers=headers
    ) as said:
        assert said.status == 400
