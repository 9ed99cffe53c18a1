"""How calls travel to the Bot API."""

import json
from functools import cache, partial
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import ClientDecodeError, TelegramServerError
from aiogram.methods import GetUpdates, Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile, Update
from aiohttp import JsonPayload, Payload

from messenger.updates import read_updates

_dumps = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


@cache
def answer_of(returned: Any) -> type[Response[Any]]:
    """The model of an answer with this result, kept for good.

    pydantic holds such a model only as long as somebody uses it and takes ten milliseconds to make one anew: each
    round of garbage collection would cost the next calls that.
    """
    return Response[returned]


NO_ANSWER_OF_TELEGRAM = "HTTP {status}, not an answer of the Bot API"


class JsonSession(AiohttpSession):
    """Sends calls without files as JSON.

    A form spells every Cyrillic letter of a text in six characters and of a button in eight; JSON in two bytes,
    and it is made in a third of the time. Files travel as aiogram sends them.
    """

    async def close(self) -> None:
        """Give the connections back; aiogram's quarter of a second for the farewells of TLS is not for plain HTTP."""
        if self._session is not None and urlsplit(self.api.base).scheme == "http":
            await self._session.close()
        await super().close()

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """The answer of Telegram; the page of a proxy, or of another program, is a failure of the server.

        To aiogram it is no refusal at all, and would end whoever reckons with refusals only. Nothing of it is kept.
        Among updates, the ones that can be read are.
        """
        answer_of(method.__returning__)
        try:
            return super().check_response(bot, method, status_code, content)
        except ClientDecodeError as strange:
            if isinstance(method, GetUpdates) and status_code == HTTPStatus.OK:
                updates = read_updates(strange.data, bot)
                if updates is not None:
                    return Response[list[Update]](ok=True, result=updates)  # type: ignore[return-value]  # what getUpdates returns
            said = NO_ANSWER_OF_TELEGRAM.format(status=status_code)
            raise TelegramServerError(method, said) from strange

    def build_form_data(self, bot: Bot, method: TelegramMethod[Any]) -> Payload:  # type: ignore[override]  # aiohttp posts a payload as it posts a form
        """The body of a call."""
        files: dict[str, InputFile] = {}
        fields = {}
        for name, value in method.model_dump(warnings=False, exclude_none=True).items():
            prepared = self.prepare_value(value, bot=bot, files=files, _dumps_json=False)
            if prepared is not None:
                fields[name] = prepared
        if files:
            return super().build_form_data(bot, method)  # type: ignore[return-value]  # aiogram's form, for files
        return JsonPayload(fields, dumps=_dumps)
