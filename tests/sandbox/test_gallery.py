"""The gallery's page: what people wrote stays text, and nothing comes from outside."""

import re

from sandbox.gallery.markup import html
from sandbox.gallery.page import gallery
from sandbox.gallery.recorder import PICTURED, WORDED, Screen, in_child_mode, section_of

NASTY = "<b>Анна & Co</b><script>alert(1)</script>"


def test_text_never_becomes_markup() -> None:
    assert html(NASTY, []) == ("&lt;b&gt;Анна &amp; Co&lt;/b&gt;&lt;script&gt;alert(1)&lt;/script&gt;")


def test_entities_are_counted_as_telegram_counts_them() -> None:
    bold = {"type": "bold", "offset": 3, "length": 8}
    assert html("🐻 Солнышко & я", [bold]) == "🐻 <strong>Солнышко</strong> &amp; я"
    link = {"type": "url", "offset": 0, "length": 2}
    assert html("<a", [link | {"url": 'javascript:"'}]) == '<span class="link">&lt;a</span>'
    inner = [{"type": "bold", "offset": 0, "length": 4}, {"type": "italic", "offset": 2, "length": 4}]
    assert html("абвгде", inner) == "<strong>аб</strong><em><strong>вг</strong></em><em>де</em>"


def test_the_page_holds_everything_itself() -> None:
    message = {"text": NASTY, "inline_keyboard": [[{"text": NASTY, "url": "https://t.me/"}]]}
    screen = Screen(section_of("заведующий"), NASTY, NASTY, message)
    page = gallery([screen], {NASTY: True}, {NASTY: b"\x89PNG"}, NASTY)
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!data:|#)", page)
    assert "default-src 'none'" in page
    assert "<b>Анна" not in page


def test_photos_stand_in_the_page_itself() -> None:
    message = {"caption": "🗺 Солнышко", "photo": {"url": "/files/1"}}
    screen = Screen(section_of("воспитатель"), "воспитатель", "🗺", message)
    page = gallery([screen], {}, {}, "x", {"/files/1": b"map"})
    assert 'src="data:image/png;base64,bWFw"' in page
    assert "/files/1" not in page


def test_a_question_belongs_to_the_child_on_whose_phone_ever() -> None:
    row = [{"text": "Пропустить"}, {"text": "⏸ Отдохнуть"}]
    words = {"text": "⭐☆\n\nКто это?", "inline_keyboard": [row]}
    assert in_child_mode(words) == WORDED
    assert in_child_mode({"caption": "☆☆", "photo": {"url": "x"}, "inline_keyboard": [row]}) == PICTURED
    assert in_child_mode(words | {"inline_keyboard": [[{"text": "▶ Продолжить"}]]}) is None, "a rest"
    assert in_child_mode({"text": "0017 · с бумаги", "inline_keyboard": [row]}) is None


def test_every_role_has_its_part() -> None:
    assert section_of("воспитатель, «Солнышко»") == "Воспитатель"
    assert section_of("мама, «Солнышко»") == "Родители и близкие"
    assert section_of("партнёр: пожарная часть") == "Партнёр"
