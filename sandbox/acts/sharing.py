"""Photos, voice messages, documents, stickers and contacts of people."""

import struct
import zlib
from dataclasses import dataclass
from typing import Any

from sandbox.acts import talk
from sandbox.acts.errors import CannotDo
from sandbox.acts.taps import own_contact
from sandbox.api.call import Upload
from sandbox.api.media import file_content
from sandbox.api.pictures import picture_size, picture_type
from sandbox.world import World
from sandbox.world.people import Person
from sandbox.world.store import Json


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of file looks when nothing else was said."""

    name: str
    mime_type: str
    sample: bytes


def _png(width: int, height: int, rows: bytes) -> bytes:
    """A PNG of 8-bit RGB rows, each beginning with its filter byte."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def sample_picture(width: int = 320, height: int = 240) -> bytes:
    """Sky over a meadow, so that a page has something to show."""
    sky, meadow = b"\x00" + b"\x9c\xd3\xf2" * width, b"\x00" + b"\x7a\xb8\x5c" * width
    return _png(width, height, sky * (height // 2) + meadow * (height - height // 2))


def sample_sound() -> bytes:
    """A tenth of a second of silence as WAV, which every browser plays."""
    samples = b"\x80" * 800
    header = b"fmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8)
    data = b"data" + struct.pack("<I", len(samples)) + samples
    return b"RIFF" + struct.pack("<I", 4 + len(header) + len(data)) + b"WAVE" + header + data


KINDS = {
    "photo": Kind("photo.png", "image/png", sample_picture()),
    "voice": Kind("voice.wav", "audio/wav", sample_sound()),
    "document": Kind("document.txt", "text/plain", "Документ из песочницы.\n".encode()),
    "sticker": Kind("sticker.png", "image/png", sample_picture(512, 512)),
}


def share(world: World, person: Person, kind: str, wish: Json, upload: Upload | None) -> Json:
    """Send a file of a kind, the given one or a sample; an empty one goes too, so that the bot meets it."""
    looks = KINDS[kind]
    content = looks.sample if upload is None else upload.content
    name = wish.get("file_name") or (upload.name if upload else None) or looks.name
    mime_type = wish.get("mime_type") or (upload.mime_type if upload else None) or looks.mime_type
    width = height = 0
    if kind == "photo" and content:
        size = picture_size(content)
        if size is None:
            raise CannotDo("a photo must be a PNG, JPEG, GIF or WebP; send anything else as a document")
        width, height = size
        mime_type = picture_type(content)
    file = world.files.add(
        kind,
        content,
        name=str(name),
        mime_type=str(mime_type),
        width=width,
        height=height,
        duration=int(wish.get("duration") or (3 if kind == "voice" else 0)),
        emoji=str(wish.get("emoji") or ("👍" if kind == "sticker" else "")),
    )
    caption: dict[str, Any] = {}
    if wish.get("caption") and kind != "sticker":
        typed = talk.text_content(str(wish["caption"]))
        caption = {"caption": typed["text"]} | (
            {"caption_entities": typed["entities"]} if "entities" in typed else {}
        )
    group = wish.get("media_group_id")
    return talk.post(
        world,
        person,
        wish.get("chat_id"),
        file_content(file) | caption,
        reply_to=wish.get("reply_to"),
        media_group_id=None if group is None else str(group),
    )


def share_contact(world: World, person: Person, wish: Json) -> Json:
    """A visiting card: the own one, or anybody's."""
    if "phone_number" not in wish and "first_name" not in wish:
        content = own_contact(person)
    else:
        contact: Json = {
            "phone_number": str(wish.get("phone_number") or "+70000000000"),
            "first_name": str(wish.get("first_name") or person.first_name),
        }
        if wish.get("user_id") is not None:
            contact["user_id"] = wish["user_id"]
        content = {"contact": contact}
    return talk.post(world, person, wish.get("chat_id"), content, reply_to=wish.get("reply_to"))
