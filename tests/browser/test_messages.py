"""How messages look: formatting, kinds of content, and text that never becomes markup."""

import asyncio

import pytest
from playwright.async_api import expect

from tests.browser.stand import Stand

pytestmark = pytest.mark.asyncio(loop_scope="session")

EVIL = "<img src=x onerror=\"document.title='broken'\">"


async def test_formatting_follows_the_entities(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)

    await stand.say(
        anna,
        "👩‍🚒 <b>жирный</b> <i>курсив</i> <u>черта</u> <s>зачёркнуто</s> <code>код</code> <b>один <i>в другом</i></b>"
        "<pre><code class='language-python'>print(1)</code></pre><blockquote>цитата</blockquote>",
        parse_mode="HTML",
    )

    text = stand.phone(anna).locator(".text").last
    await expect(text.locator("strong").first).to_have_text("жирный")
    await expect(text.locator("em").first).to_have_text("курсив")
    await expect(text.locator("u")).to_have_text("черта")
    await expect(text.locator("s")).to_have_text("зачёркнуто")
    await expect(text.locator("code").first).to_have_text("код")
    await expect(text.locator("strong em")).to_have_text("в другом")
    await expect(text.locator("pre")).to_have_text("print(1)")
    await expect(text.locator("pre")).to_have_attribute("data-language", "python")
    await expect(text.locator("blockquote")).to_have_text("цитата")


async def test_a_spoiler_and_a_long_quote_open(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    lines = "\n".join(f"строка {number}" for number in range(1, 9))
    await stand.say(
        anna,
        f"<tg-spoiler>секрет</tg-spoiler>\n<blockquote expandable>{lines}</blockquote>",
        parse_mode="HTML",
    )
    text = stand.phone(anna).locator(".text").last
    hidden = text.get_by_role("button", name="Скрытый текст")

    await hidden.press("Enter")
    await expect(text.locator(".spoiler.shown")).to_have_text("секрет")

    more = text.get_by_role("button", name="Показать целиком")
    short = await text.locator("blockquote").bounding_box()
    await more.click()
    await expect(text.get_by_role("button", name="Свернуть")).to_have_attribute("aria-expanded", "true")
    long = await text.locator("blockquote").bounding_box()
    assert short
    assert long
    assert long["height"] > short["height"]


async def test_text_never_becomes_markup(stand: Stand) -> None:
    anna = await stand.person(EVIL, role=EVIL)
    group = await stand.sim("chats", type="group", title=EVIL, members=[anna], bot="member")
    await stand.bot("setMyCommands", commands=[{"command": "menu", "description": EVIL}])
    await stand.show(anna)

    await stand.say(anna, EVIL, [{"text": EVIL, "callback_data": "x"}])
    await stand.bot_sends_files("sendDocument", {"chat_id": anna, "caption": EVIL}, document__txt=b"x")
    await stand.sim(f"people/{anna}/document", file_name=f"{EVIL}.txt", caption=EVIL)
    await stand.sim(f"people/{anna}/contact", first_name=EVIL, phone_number="+70000000000")
    await stand.bot("sendPoll", chat_id=anna, question=EVIL, options=[{"text": EVIL}, {"text": "нет"}])
    await stand.bot(
        "sendMessage",
        chat_id=anna,
        text="Кнопки",
        reply_markup={"keyboard": [[{"text": EVIL}]], "input_field_placeholder": "x"},
    )
    await stand.say(group["id"], EVIL)

    phone = stand.phone(anna)
    await expect(phone.locator(".key-text").first).to_have_text(EVIL)
    await expect(phone.locator(".reply-keyboard .key-text")).to_have_text(EVIL)
    await expect(phone.locator(".document-name").last).to_have_text(f"{EVIL}.txt")
    await expect(phone.locator(".contact b")).to_have_text(EVIL)
    await expect(phone.locator(".poll-question")).to_have_text(EVIL)
    await expect(phone.locator(".owner h2")).to_have_text(EVIL)
    await phone.get_by_role("button", name="Меню").click()
    await expect(phone.locator(".command span")).to_have_text(EVIL)
    await phone.get_by_role("button", name="К списку чатов").click()
    await expect(phone.locator(".chat-row").last).to_contain_text(EVIL)
    assert await stand.page.locator("img[onerror], img[src='x']").count() == 0
    assert await stand.page.title() != "broken"


async def test_a_link_that_could_run_something_is_plain_text(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)

    await stand.bot(
        "sendMessage",
        chat_id=anna,
        text="нажмите сюда и на https://example.org",
        entities=[{"type": "text_link", "offset": 0, "length": 13, "url": "tg://user?id=1"}],
    )

    links = stand.phone(anna).locator(".text a")
    await expect(links.last).to_have_attribute("href", "https://example.org")
    await expect(links.last).to_have_attribute("rel", "noopener noreferrer")
    scripted = await stand.page.evaluate(
        """async () => {
             const { formatted } = await import("/page/entities.js");
             const [node] = formatted("нажми", [{type: "text_link", offset: 0, length: 5, url: "javascript:alert(1)"}]);
             return node.tagName;
           }"""
    )
    assert scripted == "SPAN"


async def test_the_policy_forbids_scripts_of_the_page_and_of_others(stand: Stand) -> None:
    async with stand.http.get(stand.sandbox.url) as response:
        policy = response.headers["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


async def test_albums_pictures_polls_and_replies_are_shown(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    phone = stand.phone(anna)
    for _ in range(2):
        await stand.sim(f"people/{anna}/photo", media_group_id="a", caption="Мы на прогулке")

    await phone.get_by_role("button", name="Открыть фотографию").first.click()
    box = stand.page.get_by_role("dialog", name="Фотография")
    await expect(box).to_be_visible()
    await stand.page.keyboard.press("ArrowRight")
    await stand.page.keyboard.press("Escape")
    await expect(box).to_have_count(0)
    await expect(phone.locator(".album .photo")).to_have_count(2)

    asked = await stand.bot(
        "sendPoll", chat_id=anna, question="Когда?", options=[{"text": "утром"}, {"text": "днём"}]
    )
    await phone.get_by_role("button", name="утром").click()
    await expect(phone.locator(".poll-result.own-choice")).to_contain_text("100 %")

    await stand.say(anna, "Спасибо!", reply_parameters={"message_id": asked["message_id"]})
    await expect(phone.locator(".reply-quote")).to_be_visible()


async def test_voice_plays_and_a_document_opens_apart(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.sim(f"people/{anna}/voice")
    await stand.sim(f"people/{anna}/document", file_name="памятка.pdf", mime_type="application/pdf")
    await stand.sim(f"people/{anna}/document", file_name="страница.html", mime_type="text/html")
    await stand.show(anna)
    phone = stand.phone(anna)

    played = "new Promise((done) => document.querySelector('audio').addEventListener('ended', () => done('played')))"
    heard, _ = await asyncio.gather(
        stand.page.evaluate(played), phone.get_by_role("button", name="Слушать").click()
    )
    assert heard == "played"

    papers = phone.locator(".document-open")
    await expect(papers.first).to_have_attribute("target", "_blank")
    await expect(papers.last).to_have_attribute("download", "страница.html")


async def test_a_text_in_russian_opens_readable(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.sim(f"people/{anna}/document")
    await stand.show(anna)

    async with stand.page.context.expect_page() as opened:
        await stand.phone(anna).locator(".document-open").click()

    await expect((await opened.value).locator("body")).to_contain_text("Документ из песочницы")
