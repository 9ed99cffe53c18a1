"""What Telegram's refusals mean for us: aiogram's exceptions become a small union of the domain."""

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError

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

NOT_MODIFIED = "message is not modified"
"""A refusal in words that is none: the message says already what it should."""

_CLOSED = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")
_NO_RIGHTS = (
    "not enough rights",
    "have no rights",
    "need administrator rights",
    "chat_write_forbidden",
    "chat_admin_required",
    "chat_restricted",
)
_GONE = (
    "message to edit not found",
    "message to delete not found",
    "message can't be edited",
    "message can't be deleted",
    "message identifier is not specified",
    "message_id_invalid",
)


class LaneClosed(Exception):
    """Unasked messages are not sent now: nothing was tried, try again after `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"The lane of unasked messages is closed for {seconds:.1f} s: try again then.")
        self.seconds = seconds


def is_group(chat_id: int | str | None) -> bool:
    """Whether Telegram counts this chat as a group or channel: a pause there concerns that chat alone."""
    if isinstance(chat_id, str):
        return chat_id.startswith(("@", "-"))
    return chat_id is not None and chat_id < 0


def understand(error: BaseException) -> Failure:
    """What went wrong with a call, in words of the domain."""
    match error:
        case LaneClosed():
            return Held(error.seconds)
        case TelegramRetryAfter():
            return RetryAfter(float(error.retry_after), is_group(getattr(error.method, "chat_id", None)))
        case TelegramMigrateToChat():
            return Migrated(error.migrate_to_chat_id)
        case TelegramForbiddenError():
            return ChatClosed()
        case TelegramEntityTooLarge():
            return BadRequest("entity too large")
        case TelegramBadRequest():
            return _bad_request(error.message)
        case TelegramNetworkError():
            return Network(accepted=not isinstance(error.__cause__, ClientConnectorError))
        case TelegramServerError() | ClientDecodeError() | TimeoutError():
            return Network(accepted=True)
        case TelegramConflictError() | TelegramUnauthorizedError() | TelegramNotFound():
            return Network(accepted=False)  # the token or the server is wrong, not this message: it waits
        case TelegramAPIError():
            return Unknown(error.message)
        case _:
            return Unknown(type(error).__name__)


def _bad_request(said: str) -> Failure:
    words = said.lower()
    if any(known in words for known in _CLOSED):
        return ChatClosed()
    if any(known in words for known in _GONE):
        return Gone()
    if any(known in words for known in _NO_RIGHTS):
        return NoRights()
    return BadRequest(said)
