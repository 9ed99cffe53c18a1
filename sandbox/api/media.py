"""Photos, documents, voice messages and albums."""

import mimetypes
import secrets
from typing import Any

from sandbox import wire
from sandbox.api import words
from sandbox.api.call import Call, Upload, method
from sandbox.api.errors import bad_request
from sandbox.api.pictures import picture_size, picture_type
from sandbox.api.sending import post
from sandbox.api.targets import chat_for_sending
from sandbox.world.files import File
from sandbox.world.store import Json

KINDS = ("photo", "document", "voice")
MAX_PHOTO = 10 * 1024 * 1024
TITLES = {"photo": "Photo", "document": "Document", "voice": "VoiceNote", "sticker": "Sticker"}


@method("sendPhoto")
def send_photo(call: Call) -> Json:
    return _send(call, "photo")


@method("sendDocument")
def send_document(call: Call) -> Json:
    return _send(call, "document")


@method("sendVoice")
def send_voice(call: Call) -> Json:
    return _send(call, "voice")


def _send(call: Call, kind: str) -> Json:
    chat = chat_for_sending(call)
    file = _read_file(call, kind, call.get(kind), kind)
    if kind == "voice" and call.get("duration"):
        file.duration = call.get("duration")
    content = file_content(file) | words.read_caption(call.given)
    return wire.message(call.world, post(call, content, chat=chat))


@method("sendMediaGroup")
def send_media_group(call: Call) -> list[Json]:
    """Two to ten photos, or as many documents, that lie together."""
    chat = chat_for_sending(call)
    items: list[Json] = call.get("media", [])
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) < 2:
        raise bad_request("an album must include 2-10 items")
    if len(items) > 10:
        raise bad_request("too many messages to send as an album")
    kinds = {item["type"] for item in items}
    if "document" in kinds and len(kinds) > 1:
        raise bad_request("document can't be mixed with other media types")
    contents = [read_input_media(call, item) for item in items]
    group = str(13_000_000_000_000_000 + secrets.randbelow(10**15))
    return [wire.message(call.world, post(call, content, chat=chat, group=group)) for content in contents]


def read_input_media(call: Call, item: Json) -> Json:
    """Content of a message from an InputMedia object."""
    kind = item["type"]
    if kind not in ("photo", "document"):
        raise bad_request(f"media of type {kind} is not supported by the sandbox")
    return file_content(_read_file(call, kind, item["media"], "media")) | words.read_caption(item)


def _read_file(call: Call, kind: str, given: Any, field: str) -> File:
    """The file of a call: uploaded under the field's name or through attach://, or sent before."""
    upload = call.uploads.get(field) if given is None else None
    if isinstance(given, str) and given.startswith("attach://"):
        upload = call.uploads.get(given.removeprefix("attach://"))
        if upload is None:
            raise bad_request("file not found in the request")
    if upload is not None:
        return keep_upload(call, kind, upload)
    if not given:
        raise bad_request(f"there is no {kind} in the request")
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    file = call.world.files.find(given)
    if file is None:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    if file.kind != kind:
        raise bad_request(f"can't use file of type {TITLES[file.kind]} as {TITLES[kind]}")
    return file


def keep_upload(call: Call, kind: str, upload: Upload) -> File:
    """Check an upload as Telegram does and keep it."""
    if not upload.content:
        raise bad_request("file must be non-empty")
    width = height = 0
    mime_type = _mime_type(upload)
    if kind == "photo":
        if len(upload.content) > MAX_PHOTO:
            size = len(upload.content)
            raise bad_request(f'file "{upload.name}" of size {size} bytes is too big for a photo')
        size_found = picture_size(upload.content)
        if size_found is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        width, height = size_found
        if width + height > 10_000 or max(width, height) > 20 * max(min(width, height), 1):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        mime_type = picture_type(upload.content)
    return call.world.files.add(
        kind, upload.content, name=upload.name, mime_type=mime_type, width=width, height=height
    )


def _mime_type(upload: Upload) -> str:
    """As Telegram finds it: by the name, when the bot did not say."""
    if upload.mime_type != "application/octet-stream":
        return upload.mime_type
    return mimetypes.guess_type(upload.name)[0] or upload.mime_type


def file_content(file: File) -> Json:
    """How a message shows a file."""
    shown: Json = {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size}
    match file.kind:
        case "photo":
            return {"photo": [shown | {"width": file.width, "height": file.height}]}
        case "voice":
            return {"voice": shown | {"duration": file.duration, "mime_type": file.mime_type}}
        case "sticker":
            looks = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
            return {"sticker": shown | looks | {"emoji": file.emoji}}
        case _:
            return {"document": shown | {"file_name": file.name, "mime_type": file.mime_type}}


def unique_ids(value: Any) -> Any:
    """What a file is, whatever id it was sent by."""
    if isinstance(value, list):
        return [unique_ids(one) for one in value]
    return value["file_unique_id"]
