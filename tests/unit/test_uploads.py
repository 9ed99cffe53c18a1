"""Telegram's names of pictures: kept, forgotten when it has forgotten them, never more than so many."""

from messenger.uploads import REMEMBERED, Uploads


def test_the_pictures_not_sent_for_long_give_way() -> None:
    uploads = Uploads()
    for number in range(REMEMBERED):
        uploads.keep(f"key{number}", f"name{number}")
    assert uploads.find("key0") == "name0", "used again a moment ago"
    uploads.keep("one more", "name")
    assert uploads.find("key1") is None
    assert uploads.find("key0") == "name0"
    uploads.forget("key0")
    assert uploads.find("key0") is None
    uploads.forget("never known")
