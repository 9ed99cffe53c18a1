"""Whatever a bot sends for a parameter, every method answers in Telegram's form and never breaks."""

from typing import Any

import pytest

from sandbox.api import server
from sandbox.api.call import ACTIONS
from sandbox.api.parameters import METHOD_CLASSES, _fields
from tests.sandbox.conftest import Box

ODD: list[Any] = [None, "", "x", -1, 7, 2**63, 1.5, True, [], [None], [{}], {}, {"type": "x"}, {"message_id": None},
                  {"inline_keyboard": None}, {"keyboard": [[{"text": None}]]}]  # fmt: skip
WAITING = {("getupdates", "timeout")}
KNOWN = {200, 400, 403, 404, 409}

assert server.ROOMS, "importing the server fills the table of methods"


@pytest.mark.parametrize("small", sorted(ACTIONS))
async def test_every_odd_value_is_answered_in_telegrams_form(box: Box, small: str) -> None:
    anna = await box.person()
    sent = (await box.ok("sendMessage", chat_id=anna, text="Привет"))["message_id"]
    usual = {"chat_id": anna, "from_chat_id": anna, "user_id": anna, "message_id": sent, "text": "Пока"}
    fields = _fields(METHOD_CLASSES[small])
    for name in fields:
        for value in ODD:
            if (small, name) in WAITING:
                continue
            given = {one: usual[one] for one in fields if one in usual} | {name: value}
            status, answer = await box.raw(small, json=given)
            assert status in KNOWN, (small, given, answer)
            assert answer["ok"] is (status == 200)
