"""Every refusal of Telegram has one meaning."""

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage
from aiohttp import ClientConnectorError, ServerDisconnectedError
from aiohttp.client_reqrep import ConnectionKey

from domain.delivery import (
    BadRequest,
    ChatClosed,
    Failure,
    Gone,
    Held,
    Migrated,
    Network,
    NoRights,
    RetryAfter,
    Unknown,
)
from messenger.errors import LaneClosed, understand

TO_PERSON = SendMessage(chat_id=5, text="…")
TO_GROUP = SendMessage(chat_id=-100, text="…")


def broken(cause: BaseException) -> TelegramNetworkError:
    try:
        raise TelegramNetworkError(method=TO_PERSON, message="…") from cause
    except TelegramNetworkError as error:
        return error


NO_WAY = ClientConnectorError(ConnectionKey("x", 443, True, True, None, None, None), OSError("refused"))


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (TelegramRetryAfter(TO_PERSON, "Too Many Requests", 7), RetryAfter(7.0, group=False)),
        (TelegramRetryAfter(TO_GROUP, "Too Many Requests", 7), RetryAfter(7.0, group=True)),
        (TelegramForbiddenError(TO_PERSON, "Forbidden: bot was blocked by the user"), ChatClosed()),
        (TelegramForbiddenError(TO_PERSON, "Forbidden: user is deactivated"), ChatClosed()),
        (TelegramBadRequest(TO_PERSON, "Bad Request: chat not found"), ChatClosed()),
        (TelegramBadRequest(TO_PERSON, "Bad Request: message to edit not found"), Gone()),
        (TelegramBadRequest(TO_PERSON, "Bad Request: message can't be deleted for everyone"), Gone()),
        (
            TelegramBadRequest(TO_PERSON, "Bad Request: not enough rights to send text messages to the chat"),
            NoRights(),
        ),
        (
            TelegramBadRequest(TO_PERSON, "Bad Request: need administrator rights in the channel chat"),
            NoRights(),
        ),
        (
            TelegramBadRequest(TO_PERSON, "Bad Request: can't parse entities: …"),
            BadRequest("Bad Request: can't parse entities: …"),
        ),
        (TelegramEntityTooLarge(TO_PERSON, "Request Entity Too Large"), BadRequest("entity too large")),
        (TelegramMigrateToChat(TO_GROUP, "upgraded", -1001), Migrated(-1001)),
        (broken(NO_WAY), Network(accepted=False)),
        (broken(ServerDisconnectedError()), Network(accepted=True)),
        (broken(TimeoutError()), Network(accepted=True)),
        (TimeoutError(), Network(accepted=True)),
        (TelegramServerError(TO_PERSON, "Bad Gateway"), Network(accepted=True)),
        (TelegramUnauthorizedError(TO_PERSON, "Unauthorized"), Network(accepted=False)),
        (TelegramConflictError(TO_PERSON, "Conflict"), Network(accepted=False)),
        (LaneClosed(3), Held(3)),
        (RuntimeError("…"), Unknown("RuntimeError")),
    ],
)
def test_meanings(error: BaseException, meaning: Failure) -> None:
    assert understand(error) == meaning
