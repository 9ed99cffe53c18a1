"""Texts and captions of calls: markup, entities, lengths."""

from sandbox.api.call import Call
from sandbox.api.errors import bad_request
from sandbox.entities import detect, utf16
from sandbox.markup import WrongMarkup, clean, is_empty, parse_html, trim
from sandbox.world.store import Json

MAX_TEXT = 4096
MAX_CAPTION = 1024


def read_text(call: Call) -> Json:
    """``text`` and ``entities`` of a message that must have some."""
    text, entities = parse(call.get("text", ""), call.get("parse_mode"), call.get("entities"))
    if is_empty(text):
        raise bad_request("message text is empty")
    if utf16(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return {"text": text} | ({"entities": entities} if entities else {})


def read_caption(given: Json) -> Json:
    """``caption`` and its entities of a call or of one media; nothing when it is empty."""
    text, entities = parse(given.get("caption") or "", given.get("parse_mode"), given.get("caption_entities"))
    if utf16(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    caption: Json = {"caption": text} | ({"caption_entities": entities} if entities else {})
    return caption | ({"show_caption_above_media": True} if given.get("show_caption_above_media") else {})


def parse(text: str, mode: str | None, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """Text and entities; only HTML is understood, because the bot writes nothing else."""
    if mode and mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    if mode:
        try:
            text, entities = parse_html(text)
        except WrongMarkup as wrong:
            raise bad_request(f"can't parse entities: {wrong}") from wrong
    else:
        _check_entities(text, entities or [])
        text, entities = trim(clean(text), [dict(one) for one in entities or []])
    return text, detect(text, entities)


def _check_entities(text: str, entities: list[Json]) -> None:
    length = utf16(text)
    for entity in entities:
        if entity["offset"] < 0 or entity["length"] <= 0 or entity["offset"] + entity["length"] > length:
            end = entity["offset"] + entity["length"]
            raise bad_request(
                f"entity beginning at UTF-16 offset {entity['offset']} ends after the end of the text at UTF-16 offset {end}"
            )
