"""Entities of a text: offsets in UTF-16 units, and those that Telegram finds by itself."""

import re

from sandbox.world.store import Json

DETECTED = re.compile(
    r"(?P<url>(?:https?://|tg://|(?<![\w@.])t\.me/)[^\s<>«»\"]*[^\s<>«».,:;!?)\"'])"
    r"|(?P<email>(?<![\w.])[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?P<mention>(?<![\w@/])@[A-Za-z]\w{3,31})"
    r"|(?P<bot_command>(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{3,31})?)(?![\w/<>])"
    r"|(?P<hashtag>(?<!\w)#(?=\w*[^\W\d])\w+)"
)


DETECTABLE = re.compile(r"[/@#]")


def utf16(text: str) -> int:
    """Length as Telegram counts it: a character beyond U+FFFF is two units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text: str, start: int, end: int) -> str:
    """Part of a text by UTF-16 offsets."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "replace")


def in_order(entities: list[Json]) -> list[Json]:
    return sorted(entities, key=lambda one: (one["offset"], -one["length"]))


def detect(text: str, entities: list[Json]) -> list[Json]:
    """Add links, commands, mentions and hashtags that Telegram finds by itself outside code and links."""
    if not DETECTABLE.search(text):
        return entities
    taken = [
        (one["offset"], one["offset"] + one["length"])
        for one in entities
        if one["type"] in ("code", "pre", "text_link")
    ]
    found: list[Json] = []
    for match in DETECTED.finditer(text):
        start = utf16(text[: match.start()])
        end = start + utf16(match.group())
        if not any(start < stop and begin < end for begin, stop in taken):
            found.append({"type": match.lastgroup or "url", "offset": start, "length": end - start})
    return in_order([*entities, *found]) if found else entities
