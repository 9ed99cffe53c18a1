"""answerCallbackQuery: the toast or the alert after a tap."""

from sandbox.api.call import Call, method
from sandbox.api.errors import TOO_OLD_QUERY, bad_request
from sandbox.entities import utf16
from sandbox.world.store import Json

MAX_ANSWER = 200


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    """Each tap can be answered once, within its lifetime."""
    text: str = call.get("text", "")
    if utf16(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    url: str | None = call.get("url")
    if url is not None and not url.startswith(f"https://t.me/{call.world.bot.username}?start="):
        raise bad_request("URL_INVALID")
    answer: Json = {"text": text or None, "show_alert": bool(call.get("show_alert")), "url": url}
    tap = call.world.callbacks.answer(call.get("callback_query_id", ""), answer, call.world.clock.now())
    if tap is None:
        raise bad_request(TOO_OLD_QUERY)
    toast = answer | {
        "person_id": tap.person_id, "chat_id": tap.chat_id, "message_id": tap.message_id, "callback_query_id": tap.id,
    }  # fmt: skip
    call.world.events.tell("toast", lambda: toast)
    return True
