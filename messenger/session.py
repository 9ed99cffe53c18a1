"""How calls travel to the Bot API."""

import json
from functools import partial
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import TelegramMethod
from aiogram.types import InputFile
from aiohttp import JsonPayload, Payload

_dumps = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


class JsonSession(AiohttpSession):
    """Sends calls without files as JSON.

    A form spells every Cyrillic letter of a text in six characters and of a button in eight; JSON in two bytes,
    and it is made in a third of the time. Files travel as aiogram sends them.
    """

    def build_form_data(self, bot: Bot, method: TelegramMethod[Any]) -> Payload:  # type: ignore[override]  # aiohttp takes either
        """The body of a call."""
        files: dict[str, InputFile] = {}
        fields = {}
        for name, value in method.model_dump(warnings=False, exclude_none=True).items():
            prepared = self.prepare_value(value, bot=bot, files=files, _dumps_json=False)
            if prepared is not None:
                fields[name] = prepared
        if files:
            return super().build_form_data(bot, method)  # type: ignore[return-value]  # as above
        return JsonPayload(fields, dumps=_dumps)
