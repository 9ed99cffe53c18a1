"""Buttons under messages and under the field of writing."""

import pytest
from playwright.async_api import expect

from tests.browser.stand import Stand

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_tap_waits_for_its_answer_and_shows_it_as_a_toast(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    await stand.say(anna, "Придёте?", [{"text": "Приду", "callback_data": "yes", "style": "success"}])
    phone = stand.phone(anna)
    button = phone.get_by_role("button", name="Приду")

    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    tap = await stand.heard("callback_query")
    assert tap["data"] == "yes"
    await stand.bot("answerCallbackQuery", callback_query_id=tap["id"], text="До встречи!")

    await expect(phone.locator(".toast")).to_have_text("До встречи!")
    await expect(button).not_to_have_attribute("aria-busy", "true")


async def test_a_tap_that_is_answered_with_an_alert_shows_a_dialog(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    await stand.say(anna, "Придёте?", [{"text": "Приду", "callback_data": "yes"}])
    phone = stand.phone(anna)

    await phone.get_by_role("button", name="Приду").click()
    tap = await stand.heard("callback_query")
    await stand.bot("answerCallbackQuery", callback_query_id=tap["id"], text="Мест нет", show_alert=True)

    alert = phone.get_by_role("alertdialog", name="Гость группы")
    await expect(alert).to_contain_text("Мест нет")
    await expect(alert.get_by_role("button", name="Понятно")).to_be_focused()
    await stand.page.keyboard.press("Escape")
    await expect(alert).to_have_count(0)
    await expect(phone.get_by_role("button", name="Приду")).to_be_focused()


async def test_styles_make_buttons_differ(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    await stand.say(
        anna,
        "Выбор",
        [
            {"text": "да", "callback_data": "1", "style": "success"},
            {"text": "нет", "callback_data": "2", "style": "danger"},
        ],
        [{"text": "ещё", "callback_data": "3", "style": "primary"}, {"text": "так", "callback_data": "4"}],
    )
    rows = stand.phone(anna).locator(".inline-keyboard .key-row")
    await expect(rows).to_have_count(2)

    keys = stand.phone(anna).locator(".inline-keyboard .key")
    colours = await keys.evaluate_all("(keys) => keys.map((key) => getComputedStyle(key).backgroundColor)")
    assert len(set(colours)) == 4


async def test_a_copy_button_copies_and_a_web_button_opens_a_tab(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    await stand.say(
        anna,
        "Код",
        [{"text": "Скопировать код", "copy_text": {"text": "0147"}}],
        [{"text": "Страница", "url": f"{stand.sandbox.url}/page/words.js"}],
    )
    phone = stand.phone(anna)

    await phone.get_by_role("button", name="Скопировать код").click()
    await expect(phone.locator(".toast")).to_have_text("Скопировано")
    assert await stand.page.evaluate("navigator.clipboard.readText()") == "0147"

    async with stand.page.context.expect_page() as opened:
        await phone.get_by_role("button", name="Страница").click()
    await (await opened.value).close()


async def test_a_reply_keyboard_speaks_for_the_person_and_goes_away_after_one_use(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    await stand.bot(
        "sendMessage",
        chat_id=anna,
        text="Что дальше?",
        reply_markup={
            "keyboard": [[{"text": "Меню"}, {"text": "Помощь"}]],
            "one_time_keyboard": True,
            "resize_keyboard": True,
            "input_field_placeholder": "Или напишите нам своими словами, ответим вечером",
        },
    )
    phone = stand.phone(anna)
    field = phone.get_by_role("textbox")
    await expect(field).to_have_attribute("placeholder", "Или напишите нам своими словами, ответим вечером")
    assert await field.evaluate("field => field.scrollHeight <= field.clientHeight"), (
        "the hint keeps to one line"
    )

    await phone.get_by_role("button", name="Спрятать кнопки").click()
    await expect(phone.locator(".reply-keyboard")).to_be_hidden()
    await phone.get_by_role("button", name="Показать кнопки").click()
    await phone.get_by_role("button", name="Помощь").click()

    await expect(phone.locator(".row.mine .text").last).to_have_text("Помощь")
    await expect(phone.locator(".reply-keyboard")).to_have_count(0)


async def test_a_contact_is_shared_only_after_asking(stand: Stand) -> None:
    anna = await stand.person("Анна", phone="+79001112233")
    await stand.show(anna)
    await stand.bot(
        "sendMessage",
        chat_id=anna,
        text="Ваш номер?",
        reply_markup={"keyboard": [[{"text": "Поделиться номером", "request_contact": True}]]},
    )
    phone = stand.phone(anna)
    ask = phone.get_by_role("button", name="Поделиться номером")

    await ask.click()
    await phone.get_by_role("button", name="Отмена").click()
    await expect(phone.locator(".contact")).to_have_count(0)
    await ask.click()
    await phone.get_by_role("dialog").get_by_role("button", name="Поделиться").click()

    await expect(phone.locator(".contact")).to_contain_text("+79001112233")


async def test_a_chat_is_chosen_or_made_for_the_bot(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    wish = {"request_id": 7, "chat_is_channel": False, "bot_is_member": True}
    await stand.bot(
        "sendMessage",
        chat_id=anna,
        text="Какая группа?",
        reply_markup={"keyboard": [[{"text": "Выбрать группу", "request_chat": wish}]]},
    )
    phone = stand.phone(anna)

    await phone.get_by_role("button", name="Выбрать группу").click()
    sheet = phone.get_by_role("dialog", name="Выберите чат")
    await sheet.get_by_label("Создать группу").fill("Родители «Солнышка»")
    await sheet.get_by_role("button", name="Создать").click()

    await expect(phone.locator(".service").last).to_have_text("Чат выбран")
    shared = await stand.heard("message", having="chat_shared")
    assert shared["chat_shared"]["request_id"] == 7


async def test_the_menu_lists_commands_and_a_slash_narrows_them(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.bot(
        "setMyCommands",
        commands=[
            {"command": "menu", "description": "Главное меню"},
            {"command": "help", "description": "Помощь"},
        ],
    )
    await stand.show(anna)
    phone = stand.phone(anna)

    await phone.get_by_role("button", name="Меню", exact=True).click()
    await expect(phone.locator(".command")).to_have_count(2)
    await stand.page.keyboard.press("Escape")
    await phone.get_by_role("textbox").press_sequentially("/h")
    await expect(phone.locator(".command")).to_have_count(1)
    await phone.locator(".command").click()

    await expect(phone.locator(".row.mine .text").last).to_have_text("/help")


async def test_a_blocked_bot_is_silent_until_it_is_unblocked(stand: Stand) -> None:
    anna = await stand.person("Анна")
    await stand.show(anna)
    phone = stand.phone(anna)

    await phone.get_by_role("button", name="Ещё", exact=True).click()
    await phone.get_by_role("menuitem", name="Заблокировать бота").click()
    await expect(phone.get_by_role("button", name="Разблокировать")).to_be_visible()
    await expect(phone.get_by_role("textbox")).to_be_hidden()
    await phone.get_by_role("button", name="Разблокировать").click()

    await expect(phone.get_by_role("textbox")).to_be_visible()
    assert (await stand.heard("my_chat_member"))["new_chat_member"]["status"] == "kicked"
    assert (await stand.heard("my_chat_member"))["new_chat_member"]["status"] == "member"


async def test_two_people_tap_and_each_sees_the_own_answer(stand: Stand) -> None:
    anna, boris = await stand.person("Анна"), await stand.person("Борис")
    await stand.show(anna, boris)
    for one in (anna, boris):
        await stand.say(one, "Место одно", [{"text": "Занять", "callback_data": "take"}])

    for one in (anna, boris):
        await stand.phone(one).get_by_role("button", name="Занять").click()
    for answer in ("Место ваше", "Уже занято"):
        tap = await stand.heard("callback_query")
        await stand.bot(
            "answerCallbackQuery", callback_query_id=tap["id"], text=f"{answer}, {tap['from']['first_name']}"
        )

    await expect(stand.phone(anna).locator(".toast")).to_contain_text("Анна")
    await expect(stand.phone(boris).locator(".toast")).to_contain_text("Борис")


async def test_an_answer_that_the_bot_asks_for_quotes_its_question_and_leaves_other_phones_alone(
    stand: Stand,
) -> None:
    anna, boris = await stand.person("Анна"), await stand.person("Борис")
    await stand.show(boris, anna)
    await stand.phone(boris).get_by_role("textbox").focus()

    await stand.bot(
        "sendMessage", chat_id=anna, text="Как зовут ребёнка?", reply_markup={"force_reply": True}
    )
    phone = stand.phone(anna)
    await expect(phone.locator(".context")).to_contain_text("Как зовут ребёнка?")
    await expect(stand.phone(boris).get_by_role("textbox")).to_be_focused()
    await phone.get_by_role("textbox").fill("Миша")
    await stand.page.keyboard.press("Enter")

    await expect(phone.locator(".row.mine .reply-quote")).to_have_text("Как зовут ребёнка?")
    assert (await stand.heard("message", having="reply_to_message"))["text"] == "Миша"
