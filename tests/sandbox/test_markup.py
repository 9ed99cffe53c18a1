"""HTML becomes entities with UTF-16 offsets; what Telegram refuses is refused in its words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.entities import detect, utf16, utf16_slice
from sandbox.markup import WrongMarkup, parse_html
from tests.sandbox.conftest import Box


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length} | more


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>Анна</b>", "Анна", [entity("bold", 0, 4)]),
        ("🐻<b>🦊!</b>", "🐻🦊!", [entity("bold", 2, 3)]),
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("a &lt;b&gt; &amp; &quot;c&quot; &#1040;&#x411;", 'a <b> & "c" АБ', []),
        ("&laquo;&nbsp;", "&laquo;&nbsp;", []),
        ("a & b", "a & b", []),
        ('<a href="https://e.ru/?a=1&amp;b=2">x</a>', "x", [entity("text_link", 0, 1, url="https://e.ru/?a=1&b=2")]),
        ("<a href=ftp.e.ru>x</a>", "x", [entity("text_link", 0, 1, url="ftp.e.ru")]),
        ("<tg-spoiler>x</tg-spoiler>", "x", [entity("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [entity("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        ("<blockquote>x</blockquote>", "x", [entity("blockquote", 0, 1)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [entity("pre", 0, 1, language="py")]),
        ("<code>x</code>", "x", [entity("code", 0, 1)]),
        ('<tg-emoji emoji-id="5368">👍</tg-emoji>', "👍", [entity("custom_emoji", 0, 2, custom_emoji_id="5368")]),
        ("<B>x</B>", "x", [entity("bold", 0, 1)]),
        ("<b>x</>", "x", [entity("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("  <b> x </b>\n", "x", [entity("bold", 0, 1)]),
        ("<u>a</u><s>b</s><del>c</del><ins>d</ins>", "abcd",
         [entity("underline", 0, 1), entity("strikethrough", 1, 1), entity("strikethrough", 2, 1), entity("underline", 3, 1)]),
        ("a\x00b\x07", "a b", []),
    ],
)  # fmt: skip
def test_html_becomes_entities(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>Анна", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>Анна</i>", 'Unmatched end tag at byte offset 11, expected "</b>", found "</i>"'),
        ("Анна</b>", "Unexpected end tag at byte offset 8"),
        ("Анна <Ко>", 'Unsupported start tag "ко" at byte offset 9'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        (
            "<a href>y</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ("<a href=x_y>z</a>", "Unexpected end of name token at byte offset 8"),
        ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_wrong_html_is_refused_in_telegrams_words(box: Box, source: str, words: str) -> None:
    anna = await box.person()
    refusal = await box.refused("sendMessage", chat_id=anna, text=source, parse_mode="HTML")
    assert refusal == f"400 Bad Request: can't parse entities: {words}"


@given(st.text(alphabet="a🐻я <>&\"'/=b", max_size=40))
def test_whatever_is_accepted_has_entities_inside_the_text(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except WrongMarkup:
        return
    for one in entities:
        assert 0 <= one["offset"] < one["offset"] + one["length"] <= utf16(text)


@given(st.text(alphabet=st.characters(min_codepoint=32, exclude_categories=("Cs", "Zs", "Zl", "Zp", "Cc"))))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_html(escaped) == (text, [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start abc", [("bot_command", "/start")]),
        ("🐻 см. /menu@gost_gruppy_bot!", [("bot_command", "/menu@gost_gruppy_bot")]),
        ("https://t.me/gost_gruppy_bot?start=c_1.", [("url", "https://t.me/gost_gruppy_bot?start=c_1")]),
        ("пишите anna@example.org или @anna_k", [("email", "anna@example.org"), ("mention", "@anna_k")]),
        ("и/или, 12/03, a@b", []),
        ("<script>x</script> и /menu/ нет, /menu.", [("bot_command", "/menu")]),
        ("#сад", [("hashtag", "#сад")]),
    ],
)
def test_links_commands_and_names_are_found(text: str, found: list[tuple[str, str]]) -> None:
    entities = detect(text, [])
    parts = [
        (one["type"], utf16_slice(text, one["offset"], one["offset"] + one["length"])) for one in entities
    ]
    assert parts == found


def test_nothing_is_found_inside_code_and_links() -> None:
    text, entities = parse_html('<code>/menu</code> <a href="https://e.ru">https://x.ru</a> <b>/help</b>')
    assert [one["type"] for one in detect(text, entities)] == ["code", "text_link", "bold", "bot_command"]


async def test_other_modes_are_not_understood(box: Box) -> None:
    anna = await box.person()
    assert (
        await box.refused("sendMessage", chat_id=anna, text="*x*", parse_mode="MarkdownV2")
        == "400 Bad Request: unsupported parse_mode"
    )


async def test_given_entities_are_kept_and_checked(box: Box) -> None:
    anna = await box.person()
    sent = await box.ok("sendMessage", chat_id=anna, text="🐻 мир", entities=[entity("bold", 3, 3)])
    assert sent["entities"] == [entity("bold", 3, 3)]
    refusal = await box.refused("sendMessage", chat_id=anna, text="мир", entities=[entity("bold", 0, 9)])
    assert "ends after the end of the text" in refusal


def test_turns_of_the_line_and_tabs_do_not_pass() -> None:
    assert parse_html("а\u202eб\u2028в\tг\rд") == ("абв гд", [])


def test_a_link_that_could_run_something_is_no_link() -> None:
    assert parse_html('<a href="javascript:alert(1)">нажмите</a> <a href="data:text/html,x">тут</a>') == (
        "нажмите тут",
        [],
    )
