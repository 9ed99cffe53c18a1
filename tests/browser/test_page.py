"""The page as a whole: small screens, dark theme, memory of the layout, a walk by keyboard alone."""

import pytest
from playwright.async_api import expect

from tests.browser.stand import Stand

pytestmark = pytest.mark.asyncio(loop_scope="session")

FOCUSED = """() => {
  const one = document.activeElement;
  if (one === document.body) return ["", ""];
  return [one.getAttribute("aria-label") ?? one.textContent, getComputedStyle(one).outlineStyle];
}"""
LONG = "Превысокомногорассмотрительствующий" * 6


async def test_at_380_pixels_one_phone_fills_the_screen_and_nothing_sticks_out(stand: Stand) -> None:
    anna = await stand.person("Анна", last_name="Кузнецова-Вознесенская-Задунайская", role="мама Миши и Маши")
    await stand.person("Борис")
    await stand.say(anna, LONG, [{"text": LONG, "callback_data": "x"}, {"text": "Нет", "callback_data": "y"}])
    await stand.say(anna, f"<pre>{LONG}</pre>", parse_mode="HTML")
    await stand.sim(f"people/{anna}/document", file_name=f"{LONG}.pdf")
    await stand.page.set_viewport_size({"width": 380, "height": 700})
    await stand.page.goto(stand.sandbox.url)
    await stand.page.locator(f".person[data-person='{anna}']").click()
    phone = stand.phone(anna)
    await expect(phone.locator(".document")).to_be_visible()
    await expect(stand.page.locator(".people")).to_be_hidden()

    wide = await stand.page.evaluate(
        "[document.documentElement, ...document.querySelectorAll('.bar, .phone, .log, .composer')].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className)"
    )
    assert wide == []
    box = await phone.bounding_box()
    assert box
    assert box["width"] == 380

    await phone.get_by_role("button", name="К людям").click()
    await expect(stand.page.locator(".person")).to_have_count(2)
    assert await stand.page.evaluate("document.documentElement.scrollWidth") == 380


async def test_the_dark_theme_follows_the_system_and_the_button(stand: Stand) -> None:
    await stand.page.emulate_media(color_scheme="dark")
    await stand.show()
    background = "getComputedStyle(document.querySelector('.people')).backgroundColor"
    dark = await stand.page.evaluate(background)

    await stand.page.get_by_role("button", name="Тёмная или светлая тема").click()
    light = await stand.page.evaluate(background)
    assert dark != light
    await stand.page.reload()
    await stand.page.locator(".people").wait_for()
    assert await stand.page.evaluate(background) == light


async def test_the_layout_is_found_as_it_was_left(stand: Stand) -> None:
    anna, boris = await stand.person("Анна"), await stand.person("Борис")
    await stand.sim("chats", type="group", title="Солнышко", members=[boris], bot="member")
    await stand.show(anna, boris)
    await stand.phone(boris).get_by_role("button", name="К списку чатов").click()
    await stand.phone(boris).locator(".chat-row", has_text="Солнышко").click()

    await stand.page.reload()

    await expect(stand.phone(anna)).to_be_visible()
    await expect(stand.phone(boris).locator(".chat-names")).to_contain_text("Солнышко")
    await stand.phone(anna).get_by_role("button", name="Убрать телефон").click()
    await stand.page.reload()
    await expect(stand.phone(boris)).to_be_visible()
    await expect(stand.phone(anna)).to_have_count(0)


async def test_a_newcomer_is_told_what_to_do(stand: Stand) -> None:
    await stand.person("Ольга", last_name="Серова", role="заведующая", started=False)
    for name in ("Вера", "Дина"):
        await stand.person(name, role=f"воспитатель, «{name}»", started=False)
    await stand.person("Анна", role="мама, «Вера»", started=False)
    await stand.show()

    await expect(stand.page.get_by_role("heading", name="Здесь можно всё попробовать")).to_be_visible()
    await expect(stand.page.locator(".starter b")).to_have_text(["Ольга Серова", "Вера", "Анна"])
    await stand.page.locator(".welcome").get_by_role("button", name="Ольга Серова").click()

    await expect(stand.page.get_by_role("article", name="Телефон: Ольга Серова")).to_be_visible()


async def test_everything_can_be_done_with_the_keyboard(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.say(
        anna,
        "Придёте?",
        [{"text": "Приду", "callback_data": "yes"}, {"text": "Не смогу", "callback_data": "no"}],
    )
    await stand.page.goto(stand.sandbox.url)
    keys = stand.page.keyboard

    async def walk_to(name: str) -> None:
        """Tab until the control with this name has the focus, and see that the focus is visible."""
        for _ in range(60):
            await keys.press("Tab")
            label, outline = await stand.page.evaluate(FOCUSED)
            if name in label:
                assert outline == "solid"
                return
        raise AssertionError(f"Tab never reached «{name}»")

    await stand.page.locator(".person").wait_for()
    await walk_to("Анна")
    await keys.press("Enter")
    phone = stand.phone(anna)
    await expect(phone.get_by_role("textbox")).to_be_focused()

    await keys.type("Добрый день")
    await keys.press("Enter")
    await expect(phone.locator(".row.mine .text").last).to_have_text("Добрый день")

    await keys.press("Shift+Tab")
    await keys.press("Enter")
    await expect(phone.get_by_role("menuitem", name="Фото")).to_be_focused()
    await keys.press("ArrowDown")
    await keys.press("ArrowUp")
    await keys.press("Escape")
    await expect(phone.get_by_role("button", name="Прикрепить")).to_be_focused()

    await walk_to("К телефонам")
    await keys.press("Enter")
    await walk_to("Приду")
    await keys.press("Space")
    tap = await stand.heard("callback_query")
    await stand.bot("answerCallbackQuery", callback_query_id=tap["id"], text="Ждём!", show_alert=True)
    await expect(phone.get_by_role("button", name="Понятно")).to_be_focused()
    await keys.press("Enter")

    await stand.bot(
        "editMessageText",
        chat_id=anna,
        message_id=tap["message"]["message_id"],
        text="Вы придёте",
        reply_markup={"inline_keyboard": [[{"text": "Передумать", "callback_data": "no"}]]},
    )
    await expect(phone.get_by_role("button", name="Передумать")).to_be_focused()


async def test_a_person_is_listed_with_the_newest_message_that_still_stands(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.say(anna, "Завтра экскурсия")
    gone = await stand.say(anna, "Коды группы")
    await stand.bot("deleteMessage", chat_id=anna, message_id=gone["message_id"])
    await stand.show()

    await expect(stand.page.locator(".person-last")).to_have_text("Завтра экскурсия")


async def test_a_week_of_buttons_fits_three_phones_side_by_side(stand: Stand) -> None:
    people = [await stand.person(name) for name in ("Анна", "Борис", "Вера")]
    week = [{"text": day, "callback_data": day} for day in ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс")]
    await stand.say(people[2], "Какого числа?", week)
    await stand.page.set_viewport_size({"width": 1300, "height": 900})
    await stand.show(*people)

    days = stand.phone(people[2]).locator(".key-text")
    await expect(days).to_have_count(7)
    heights = await days.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().height)")
    assert max(heights) < 25, "each day on one line"


async def test_the_page_itself_never_scrolls_however_much_stands_on_it(stand: Stand) -> None:
    people = [await stand.person(f"Человек {number}") for number in range(20)]
    for number in range(30):
        await stand.say(people[0], f"Строка {number}", [{"text": "Скопировать", "copy_text": {"text": "1"}}])
    for one in people[1:]:
        await stand.say(one, "Непрочитанное")
    await stand.show(people[0])

    await stand.phone(people[0]).locator(".messages .row").first.get_by_role("button").first.click()
    await stand.page.locator(".person").last.focus()

    taller = "() => document.scrollingElement.scrollHeight - innerHeight"
    assert await stand.page.evaluate(taller) == 0
    assert await stand.page.evaluate("() => document.scrollingElement.scrollTop") == 0
