"""Telegram's HTML: text with entities whose offsets count UTF-16 units, and its complaints."""

import re
from dataclasses import dataclass
from html import unescape

from sandbox.entities import in_order, utf16, utf16_slice
from sandbox.links import looks_like_link
from sandbox.world.store import Json

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "span": "spoiler", "tg-spoiler": "spoiler", "tg-emoji": "custom_emoji",
    "blockquote": "blockquote",
}  # fmt: skip

ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot));?")
SPECIAL = re.compile(r"[<&]")
NAME_END = re.compile(r"[\s=>/\"']|$")
TOKEN = re.compile(r"[A-Za-z0-9.-]*")
SPACE = re.compile(r"\s*")


class WrongMarkup(Exception):
    """The text is not the HTML that Telegram understands; the message is Telegram's."""


@dataclass(slots=True)
class _Open:
    tag: str
    start: int
    argument: str


class _Html:
    """One pass over the text, left to right."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.place = 0
        self.pieces: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def parse(self) -> tuple[str, list[Json]]:
        source = self.source
        while self.place < len(source):
            if source[self.place] != "<":
                self.plain(self.next_special())
            elif source.startswith("/", self.place + 1):
                self.end_tag()
            else:
                self.start_tag()
        if self.open:
            raise WrongMarkup(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.pieces), self.entities

    def next_special(self) -> int:
        """Where the plain text ends that begins here, or the entity."""
        found = SPECIAL.search(self.source, self.place + 1)
        return found.start() if found else len(self.source)

    def plain(self, stop: int) -> None:
        """Take over text up to a place; an entity at its beginning stands for one character."""
        start = self.place
        if self.source[start] == "&" and (decoded := self.entity(start)):
            piece, self.place = decoded
        else:
            piece, self.place = self.source[start:stop], stop
        self.pieces.append(piece)
        self.length += utf16(piece)

    def entity(self, place: int) -> tuple[str, int] | None:
        """The character that an entity stands for, and where the text goes on."""
        found = ENTITY.match(self.source, place)
        if found is None:
            return None
        hexadecimal, decimal, name = found.groups()
        if name:
            return unescape(f"&{name};"), found.end()
        code = int(hexadecimal, 16) if hexadecimal else int(decimal)
        return (chr(code), found.end()) if 0 < code < 0x10FFFF and not 0xD800 <= code < 0xE000 else None

    def at(self, place: int) -> int:
        """Byte offset, as Telegram's complaints count."""
        return len(self.source[:place].encode("utf-8", "surrogatepass"))

    def skip_space(self) -> None:
        found = SPACE.match(self.source, self.place)
        self.place = found.end() if found else self.place

    def start_tag(self) -> None:
        begin = self.place
        found = re.compile(r"[\s>]").search(self.source, begin + 1)
        if found is None:
            raise WrongMarkup(f"Unclosed start tag at byte offset {self.at(begin)}")
        tag = self.source[begin + 1 : found.start()].lower()
        if tag not in TAGS:
            raise WrongMarkup(f'Unsupported start tag "{tag}" at byte offset {self.at(begin)}')
        self.place = found.start()
        argument = ""
        while True:
            self.skip_space()
            if self.source.startswith(">", self.place):
                break
            name, value = self.attribute(tag, begin)
            match tag, name:
                case "a", "href":
                    argument = value
                case "code", "class" if value.startswith("language-"):
                    argument = value.removeprefix("language-")
                case "span", "class" if value.startswith("tg-"):
                    argument = value.removeprefix("tg-")
                case "tg-emoji", "emoji-id":
                    argument = value
                case "blockquote", "expandable":
                    argument = "expandable"
        if tag == "span" and argument != "spoiler":
            raise WrongMarkup(f'Tag "span" must have class "tg-spoiler" at byte offset {self.at(begin)}')
        self.place += 1
        self.open.append(_Open(tag, self.length, argument))

    def attribute(self, tag: str, begin: int) -> tuple[str, str]:
        source = self.source
        unclosed = WrongMarkup(f'Unclosed start tag "{tag}" at byte offset {self.at(begin)}')
        end = NAME_END.search(source, self.place)
        name = source[self.place : end.start()] if end else ""
        if not name:
            if self.place >= len(source):
                raise unclosed
            raise WrongMarkup(f'Empty attribute name in the tag "{tag}" at byte offset {self.at(begin)}')
        self.place += len(name)
        self.skip_space()
        if self.place >= len(source):
            raise unclosed
        if source[self.place] != "=":
            if tag == "blockquote" and name == "expandable":
                return name, ""
            words = f'Expected equal sign in declaration of an attribute of the tag "{tag}"'
            raise WrongMarkup(f"{words} at byte offset {self.at(begin)}")
        self.place += 1
        self.skip_space()
        if self.place >= len(source):
            raise unclosed
        if source[self.place] in "\"'":
            return name, self.quoted(begin)
        token = TOKEN.match(source, self.place)
        value = token.group() if token else ""
        start, self.place = self.place, self.place + len(value)
        if self.place < len(source) and not (source[self.place].isspace() or source[self.place] == ">"):
            raise WrongMarkup(f"Unexpected end of name token at byte offset {self.at(start)}")
        if self.place >= len(source):
            raise unclosed
        return name, value.lower()

    def quoted(self, begin: int) -> str:
        source, quote = self.source, self.source[self.place]
        self.place += 1
        value: list[str] = []
        while self.place < len(source) and source[self.place] != quote:
            if source[self.place] == "&" and (decoded := self.entity(self.place)):
                character, self.place = decoded
            else:
                character = source[self.place]
                self.place += 1
            value.append(character)
        self.place += 1
        if self.place >= len(source):
            raise WrongMarkup(f"Unclosed start tag at byte offset {self.at(begin)}")
        return "".join(value)

    def end_tag(self) -> None:
        begin = self.place
        if not self.open:
            raise WrongMarkup(f"Unexpected end tag at byte offset {self.at(begin)}")
        found = re.compile(r"[\s>]").search(self.source, begin + 2)
        stop = found.start() if found else len(self.source)
        tag = self.source[begin + 2 : stop].lower()
        self.place = stop
        self.skip_space()
        if not self.source.startswith(">", self.place):
            raise WrongMarkup(f"Unclosed end tag at byte offset {self.at(begin)}")
        self.place += 1
        opened = self.open.pop()
        if tag and tag != opened.tag:
            expected = f'expected "</{opened.tag}>", found "</{tag}>"'
            raise WrongMarkup(f"Unmatched end tag at byte offset {self.at(begin)}, {expected}")
        if self.length > opened.start:
            self.close(opened)

    def close(self, opened: _Open) -> None:
        entity: Json = {
            "type": TAGS[opened.tag],
            "offset": opened.start,
            "length": self.length - opened.start,
        }
        match entity["type"]:
            case "text_link":
                text = utf16_slice("".join(self.pieces), opened.start, self.length)
                url = opened.argument or text
                if not looks_like_link(url):
                    return
                entity["url"] = url
            case "custom_emoji":
                entity["custom_emoji_id"] = opened.argument
            case "blockquote" if opened.argument:
                entity["type"] = "expandable_blockquote"
            case "code" if opened.argument:
                entity["language"] = opened.argument
            case "pre":
                self.join_code(entity)
        self.entities.append(entity)

    def join_code(self, pre: Json) -> None:
        """``<pre><code class="language-x">`` is one entity."""
        inner = self.entities[-1] if self.entities else None
        if (
            inner
            and inner["type"] == "code"
            and (inner["offset"], inner["length"]) == (pre["offset"], pre["length"])
        ):
            self.entities.pop()
            if "language" in inner:
                pre["language"] = inner["language"]


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Text and entities of Telegram's HTML, with spaces at both ends cut off.

    :raises WrongMarkup: with Telegram's words after «can't parse entities: ».
    """
    source = clean(source)
    text, entities = _Html(source).parse() if "<" in source or "&" in source else (source, [])
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return trim(text, entities)


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Cut spaces at both ends, moving and shortening the entities."""
    bare = text.strip()
    if bare == text:
        return text, in_order(entities)
    lead = utf16(text[: len(text) - len(text.lstrip())])
    length = utf16(bare)
    kept: list[Json] = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, length)
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    return bare, in_order(kept)


CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
TAKEN_OUT = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
INVISIBLE = re.compile("[\\s\u180e\u200b-\u200f\u202e\u2800\ufeff\ufffc\U000e0000-\U000e007f]*")


def clean(text: str) -> str:
    """Control characters become spaces; carriage returns, turns of the line and overlong strokes disappear."""
    return TAKEN_OUT.sub("", CONTROL.sub(" ", text))


def is_empty(text: str) -> bool:
    """Whether nothing of it can be seen."""
    return INVISIBLE.fullmatch(text) is not None
