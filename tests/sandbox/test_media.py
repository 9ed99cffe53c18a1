"""Photos, documents, voice messages: sizes, reuse, download, albums."""

import io
import json
from typing import Any

import aiohttp
import pytest

from sandbox.acts.sharing import sample_picture, sample_sound
from sandbox.api import downloads, media
from sandbox.api.pictures import picture_size, picture_type
from tests.sandbox.conftest import Box

PICTURE = sample_picture(40, 30)


async def upload(
    box: Box, method: str, chat: int, content: bytes, *, name: str = "a.png", **fields: str
) -> tuple[int, dict[str, Any]]:
    field = method.removeprefix("send").lower()
    body = aiohttp.FormData({"chat_id": str(chat)} | fields)
    body.add_field(field, io.BytesIO(content), filename=name, content_type="application/octet-stream")
    return await box.raw(method, data=body)


async def download(box: Box, file_id: str) -> bytes:
    found = await box.ok("getFile", file_id=file_id)
    async with box.session.get(f"{box.address}/file/bot{box.world.token}/{found['file_path']}") as answer:
        assert answer.status == 200
        return await answer.read()


async def test_a_photo_goes_there_and_back(box: Box) -> None:
    anna = await box.person()
    _, answer = await upload(box, "sendPhoto", anna, PICTURE, caption="<b>Стенд</b>", parse_mode="HTML")
    photo = answer["result"]["photo"][-1]
    assert (photo["width"], photo["height"], photo["file_size"]) == (40, 30, len(PICTURE))
    assert (answer["result"]["caption"], answer["result"]["caption_entities"][0]["type"]) == ("Стенд", "bold")
    assert await download(box, photo["file_id"]) == PICTURE
    shown = (await box.messages(anna))[-1]
    async with box.session.get(box.address + shown["photo"]["url"]) as page:
        assert (await page.read(), page.headers["Content-Type"]) == (PICTURE, "image/png")
        assert page.headers["Content-Disposition"].startswith("inline")
    async with box.session.get(box.address + shown["photo"]["url"] + "?download=1") as page:
        assert page.headers["Content-Disposition"].startswith("attachment")


async def test_a_file_id_can_be_sent_again(box: Box) -> None:
    anna, boris = await box.person("Анна"), await box.person("Борис")
    _, answer = await upload(box, "sendDocument", anna, b"PDF", name="letter.pdf")
    document = answer["result"]["document"]
    again = await box.ok("sendDocument", chat_id=boris, document=document["file_id"])
    assert again["document"]["file_unique_id"] == document["file_unique_id"]
    assert (again["document"]["file_name"], again["document"]["mime_type"]) == (
        "letter.pdf",
        "application/pdf",
    )
    assert await download(box, again["document"]["file_id"]) == b"PDF"


async def test_the_wrong_file_id_is_refused(box: Box) -> None:
    anna = await box.person()
    _, answer = await upload(box, "sendDocument", anna, b"x")
    document = answer["result"]["document"]["file_id"]
    assert (
        await box.refused("sendPhoto", chat_id=anna, photo=document)
        == "400 Bad Request: can't use file of type Document as Photo"
    )
    refusal = await box.refused("sendPhoto", chat_id=anna, photo="AgACnothing")
    assert refusal == "400 Bad Request: wrong remote file identifier specified: Wrong string length"
    refusal = await box.refused("sendPhoto", chat_id=anna, photo="https://example.org/a.png")
    assert refusal == "400 Bad Request: failed to get HTTP URL content"
    assert await box.refused("getFile", file_id="nothing") == "400 Bad Request: invalid file_id"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "file must be non-empty"),
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (sample_picture(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
    ],
)  # fmt: skip
async def test_wrong_photos_are_refused(box: Box, content: bytes, words: str) -> None:
    anna = await box.person()
    status, answer = await upload(box, "sendPhoto", anna, content)
    assert (status, answer["description"]) == (400, f"Bad Request: {words}")


async def test_photos_end_at_ten_megabytes(box: Box) -> None:
    content = PICTURE + bytes(media.MAX_PHOTO)
    _, answer = await upload(box, "sendPhoto", await box.person(), content)
    words = f'file "a.png" of size {len(content)} bytes is too big for a photo'
    assert answer["description"] == f"Bad Request: {words}"


@pytest.mark.parametrize("method", ["sendDocument", "sendVoice"])
async def test_empty_files_are_refused(box: Box, method: str) -> None:
    _, answer = await upload(box, method, await box.person(), b"")
    assert answer["description"] == "Bad Request: file must be non-empty"


async def test_uploads_end_at_fifty_megabytes(box: Box) -> None:
    status, answer = await upload(box, "sendDocument", await box.person(), bytes(50 * 1024 * 1024 + 1))
    assert (status, answer["description"]) == (413, "Request Entity Too Large")


async def test_downloads_end_at_twenty_megabytes(box: Box) -> None:
    anna = await box.person()
    _, answer = await upload(box, "sendDocument", anna, bytes(downloads.MAX_DOWNLOAD + 1))
    refusal = await box.refused("getFile", file_id=answer["result"]["document"]["file_id"])
    assert refusal == "400 Bad Request: file is too big"


async def test_a_caption_has_its_own_length(box: Box) -> None:
    anna = await box.person()
    status, _ = await upload(box, "sendPhoto", anna, PICTURE, caption="я" * 1024)
    assert status == 200
    _, answer = await upload(box, "sendPhoto", anna, PICTURE, caption="я" * 1025)
    assert answer["description"] == "Bad Request: message caption is too long"


async def test_a_voice_message_has_a_duration(box: Box) -> None:
    anna = await box.person()
    _, answer = await upload(box, "sendVoice", anna, sample_sound(), name="v.wav", duration="7")
    assert answer["result"]["voice"]["duration"] == 7


async def album(
    box: Box, chat: int, items: list[dict[str, Any]], files: dict[str, bytes]
) -> tuple[int, dict[str, Any]]:
    body = aiohttp.FormData({"chat_id": str(chat), "media": json.dumps(items)})
    for name, content in files.items():
        body.add_field(name, content, filename=f"{name}.png", content_type="image/png")
    return await box.raw("sendMediaGroup", data=body)


async def test_an_album_lies_together(box: Box) -> None:
    anna = await box.person()
    items = [
        {"type": "photo", "media": "attach://a", "caption": "Выставка"},
        {"type": "photo", "media": "attach://b"},
    ]
    status, answer = await album(box, anna, items, {"a": PICTURE, "b": sample_picture(20, 20)})
    assert status == 200, answer
    first, second = answer["result"]
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], second["message_id"]) == ("Выставка", first["message_id"] + 1)
    shown = await box.messages(anna)
    assert [one.get("media_group_id") for one in shown[-2:]] == [first["media_group_id"]] * 2


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ([], "there are no messages to send"),
        (["photo"], "an album must include 2-10 items"),
        (["photo"] * 11, "too many messages to send as an album"),
        (["photo", "document"], "document can't be mixed with other media types"),
        (["photo", "video"], "media of type video is not supported by the sandbox"),
    ],
)
async def test_wrong_albums_are_refused_whole(box: Box, kinds: list[str], words: str) -> None:
    anna = await box.person()
    items = [{"type": kind, "media": "attach://a"} for kind in kinds]
    _, answer = await album(box, anna, items, {"a": PICTURE})
    assert answer["description"] == f"Bad Request: {words}"
    assert len(await box.messages(anna)) == 1


async def test_people_send_everything_too(box: Box) -> None:
    anna = await box.person(phone="+79005550101")
    for kind in ("photo", "voice", "document", "sticker", "contact"):
        await box.sim(f"/people/{anna}/{kind}")
    photo, voice, document, sticker, contact = [one["message"] for one in await box.updates()]
    assert picture_size(await download(box, photo["photo"][-1]["file_id"])) == (320, 240)
    assert (voice["voice"]["duration"], document["document"]["file_name"]) == (3, "document.txt")
    assert (sticker["sticker"]["emoji"], contact["contact"]["user_id"]) == ("👍", anna)


async def test_people_upload_their_own_files(box: Box) -> None:
    anna = await box.person()
    body = aiohttp.FormData({"caption": "План"})
    body.add_field("file", b"rows", filename="план.csv", content_type="text/csv")
    async with box.session.post(f"{box.address}/sim/people/{anna}/document", data=body) as answer:
        assert answer.status == 200
    message = (await box.updates())[0]["message"]
    assert (message["caption"], message["document"]["file_name"]) == ("План", "план.csv")
    assert await download(box, message["document"]["file_id"]) == b"rows"


@pytest.mark.parametrize(("content", "status"), [(b"", 200), (b"no picture", 400), (PICTURE, 200)])
async def test_a_photo_of_a_person_is_a_picture_or_empty(box: Box, content: bytes, status: int) -> None:
    anna = await box.person()
    body = aiohttp.FormData()
    body.add_field("file", content, filename="a.png", content_type="image/png")
    async with box.session.post(f"{box.address}/sim/people/{anna}/photo", data=body) as answer:
        assert answer.status == status
    if status == 200:
        photo = (await box.updates())[0]["message"]["photo"][-1]
        assert photo["file_size"] == len(content)
        assert await download(box, photo["file_id"]) == content


async def test_a_file_shown_in_the_page_cannot_run_there(box: Box) -> None:
    anna = await box.person()
    body = aiohttp.FormData()
    body.add_field("file", b"<script>alert(1)</script>", filename="a.html", content_type="text/html")
    async with box.session.post(f"{box.address}/sim/people/{anna}/document", data=body) as answer:
        assert answer.status == 200
    shown = (await box.messages(anna))[-1]
    async with box.session.get(box.address + shown["document"]["url"]) as page:
        assert page.headers["Content-Type"] == "application/octet-stream"
        assert page.headers["Content-Disposition"].startswith("attachment")
        assert page.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (b"GIF89a\x05\x00\x04\x00", (5, 4)),
        (b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x10\x00\x20\x01\x01\x11\x00", (32, 16)),
        (b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x09\x00\x00\x07\x00\x00", (10, 8)),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"\xff\xd8\xff", None),
    ],
)
def test_sizes_of_other_pictures(content: bytes, size: tuple[int, int] | None) -> None:
    assert picture_size(content) == size
    assert size is None or picture_type(content) in ("image/gif", "image/jpeg", "image/webp")


async def test_printed_papers_are_seen_as_a_camera_sees_them(box: Box) -> None:
    anna = await box.person("Анна")
    links = ("gost_gruppy_bot?start=c_1", "gost_gruppy_bot?start=c_2", "another_bot?start=c_3")
    paper = ("%PDF " + " ".join(f"(https://t.me/{one})" for one in links)).encode()
    await upload(box, "sendDocument", anna, paper, name="cards.pdf")
    await upload(box, "sendDocument", anna, paper, name="again.pdf")
    await upload(box, "sendDocument", anna, b"%PDF", name="no links.pdf")
    await upload(box, "sendDocument", anna, paper, name="letter.txt")

    shown = (await box.look("/papers"))["papers"]

    assert shown == [{"file_name": "again.pdf", "chat_id": anna, "payloads": ["c_1", "c_2"]}]
