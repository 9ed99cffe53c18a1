"""Polls."""

from sandbox import emit, wire
from sandbox.api import keyboards, words
from sandbox.api.call import Call, method
from sandbox.api.errors import bad_request
from sandbox.api.sending import poll_id, post
from sandbox.api.targets import chat_for_sending, message_to_edit
from sandbox.entities import utf16
from sandbox.world.store import Json

MAX_QUESTION = 300
MAX_OPTION = 100
MAX_OPTIONS = 12


@method("sendPoll")
def send_poll(call: Call) -> Json:
    chat = chat_for_sending(call)
    question, entities = words.parse(
        call.get("question"), call.get("question_parse_mode"), call.get("question_entities")
    )
    if not question:
        raise bad_request("poll question must be non-empty")
    if utf16(question) > MAX_QUESTION:
        raise bad_request(f"poll question length must not exceed {MAX_QUESTION}")
    given = [one if isinstance(one, dict) else {"text": one} for one in call.get("options")]
    if not 1 <= len(given) <= MAX_OPTIONS:
        raise bad_request(
            "poll must have at least 1 option"
            if not given
            else f"poll can't have more than {MAX_OPTIONS} options"
        )
    options = [_option(number, one) for number, one in enumerate(given)]
    poll: Json = {
        "id": poll_id(),
        "question": question,
        "options": options,
        "total_voter_count": 0,
        "is_closed": bool(call.get("is_closed")),
        "is_anonymous": bool(call.get("is_anonymous", True)),
        "type": call.get("type", "regular"),
        "allows_multiple_answers": bool(call.get("allows_multiple_answers")),
        "allows_revoting": bool(call.get("allows_revoting", True)),
        "members_only": bool(call.get("members_only")),
        "votes": {},
    }
    if entities:
        poll["question_entities"] = entities
    if poll["type"] == "quiz":
        poll["correct_option_ids"] = _correct(call, len(options))
    return wire.message(call.world, post(call, {"poll": poll}, chat=chat))


def _option(number: int, given: Json) -> Json:
    text, entities = words.parse(given["text"], given.get("text_parse_mode"), given.get("text_entities"))
    if not 1 <= utf16(text) <= MAX_OPTION:
        raise bad_request(
            f"poll options length must not exceed {MAX_OPTION}" if text else "poll option must be non-empty"
        )
    return {"persistent_id": str(number), "text": text, "voter_count": 0} | (
        {"text_entities": entities} if entities else {}
    )


def _correct(call: Call, options: int) -> list[int]:
    wanted: list[int] = call.get("correct_option_ids", [])
    if not wanted or not all(0 <= one < options for one in wanted):
        raise bad_request("wrong correct option ID specified")
    return wanted


@method("stopPoll")
def stop_poll(call: Call) -> Json:
    message = message_to_edit(call)
    poll = message.content.get("poll")
    if poll is None:
        raise bad_request("message is not a poll")
    if poll["is_closed"]:
        raise bad_request("poll has already been closed")
    message.content = {"poll": poll | {"is_closed": True}}
    message.markup = keyboards.read_inline(call, call.world.people.chats[message.chat_id])
    call.world.messages.keep(message)
    emit.show(call.world, "edited", message)
    return wire.public_poll(message.content["poll"])
