"""Refusals of the Bot API, in Telegram's words."""

from sandbox.world.store import Json

PREFIX = {400: "Bad Request: ", 403: "Forbidden: ", 404: "Not Found: ", 409: "Conflict: "}


class ApiError(Exception):
    """The Bot API refuses this call: the description says why."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def answer(self) -> Json:
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad_request(words: str) -> ApiError:
    return ApiError(400, PREFIX[400] + words)


def forbidden(words: str) -> ApiError:
    return ApiError(403, PREFIX[403] + words)


def conflict(words: str) -> ApiError:
    return ApiError(409, PREFIX[409] + words)


def too_many_requests(retry_after: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def migrated(new_id: int) -> ApiError:
    words = PREFIX[400] + "group chat was upgraded to a supergroup chat"
    return ApiError(400, words, {"migrate_to_chat_id": new_id})


NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"
